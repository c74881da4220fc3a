"""Textual's driver, but that no byte ends the app and no key swallows another.

A driver makes its decoder and its parser amid the loop of its thread, by names of its module: these are the only places
where either can be had otherwise.
"""

import sys
from codecs import IncrementalDecoder, getincrementaldecoder
from collections.abc import Callable, Iterable
from functools import partial

from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.message import Message


class Parser(XTermParser):
    """Textual's, but that escape is a key of its own once `ESCDELAY` is over.

    Textual looks for that only while nothing comes, and so takes what comes behind escape for a part of it. What was
    typed before the driver had the terminal comes first, and as lines: enter ends them.
    """

    _ahead = True
    """Whether nothing came yet."""

    def feed(self, data: str) -> Iterable[Message]:
        """What was over before `data` came, and what `data` is."""
        if self._ahead and data:
            self._ahead = False
            data = data.replace("\n", "\r")
        yield from self.tick()
        yield from super().feed(data)


def decoder(encoding: str) -> Callable[[], IncrementalDecoder]:
    """Python's, but that bytes that are no text, once typed or pasted, become the sign for that."""
    return partial(getincrementaldecoder(encoding), "replace")


def mended(driver: type[Driver]) -> type[Driver]:
    """A driver of Textual that reads with these two."""
    names = vars(sys.modules[driver.__module__])
    for name, ours in (("XTermParser", Parser), ("getincrementaldecoder", decoder)):
        if name in names:  # that for no terminal reads nothing
            names[name] = ours
    return driver
