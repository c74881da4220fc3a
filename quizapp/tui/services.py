"""What the app is handed: the course, the learner's file, the clock and chance."""

import os
import random
from collections import deque
from collections.abc import AsyncIterator, Callable, Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING, Protocol, TypeVar, cast

from textual import constants
from textual.dom import DOMNode

from quizapp.settings.model import Settings, Theme
from quizapp.tui import keymap

if TYPE_CHECKING:
    from concurrent.futures import Future

    from textual.theme import Theme as Look

    from quizapp.content.library import Library
    from quizapp.quiz.attempt import Attempt
    from quizapp.quiz.outline import Outline, Read
    from quizapp.quiz.session import Session
    from quizapp.store.progress import Progress
    from quizapp.store.reviews import Today
    from quizapp.tui.shelf import Shelf

T = TypeVar("T")


class Reading:
    """A course that is being read in another thread."""

    def __init__(self, read: "Callable[[Reading], Read]") -> None:
        """Begin with it; `read` calls `tell` and `serve` in between."""
        self.done = 0.0
        """How much of it is, from 0 to 1."""
        self._wishes: deque[tuple[Collection[str], Future[Library | None]]] = deque()
        self.future = in_background(lambda: read(self))
        self.future.add_done_callback(lambda _: self._end())

    def first(self, slugs: Collection[str]) -> "Future[Library | None]":
        """Have these lessons read before all others: the course with them alone, None where they come with all."""
        from concurrent.futures import Future

        promised: Future[Library | None] = Future()
        self._wishes.append((slugs, promised))
        if self.future.done():
            self._end()
        return promised

    def tell(self, done: float) -> None:
        """So much of it is read; called in the thread that reads."""
        self.done = done

    def serve(self, first: "Callable[[Collection[str]], Library | None]") -> None:
        """Have `first` read what is wished for; called in the thread that reads."""
        with suppress(IndexError):  # two threads may come to the last wish once all is read
            while self._wishes:
                slugs, promised = self._wishes.popleft()
                if promised.set_running_or_notify_cancel():
                    promised.set_result(first(slugs))

    def _end(self) -> None:
        self.serve(lambda _: None)


@dataclass(slots=True, kw_only=True)
class Services:
    """All that screens reach outside themselves."""

    progress: "Progress"
    clock: Callable[[], datetime]
    """The time now, aware, in UTC."""
    random: random.Random
    learner: str | None = None
    zone: tzinfo = UTC
    """Whose midnights part the days."""
    reload: Callable[[], "Library"]
    """Reads the course."""
    read: "Callable[[Reading], Read] | None" = None
    """Reads a large course, and nothing of the learner's, in another thread; None where `reload` takes no time."""
    follow: "Callable[[Read], object]" = lambda _: None
    """Has the learner's file follow what was read; `reload` is both."""
    kept: "Outline | None" = None
    """What was kept of the course when it was last read, where it has not changed since; without lessons where the app
    is to be shown before it is known which there are."""
    settings: Settings = field(default_factory=Settings)
    trouble: str = ""
    """What is wrong with the settings, in a line or two; empty where nothing is."""
    keep_theme: "Callable[[Theme], str]" = lambda _: ""
    """Has a theme remembered; says what went wrong, else nothing."""
    _library: "Library | None" = field(default=None, init=False, repr=False)
    _first: "Library | None" = field(default=None, init=False, repr=False)
    """Lessons that were read before the course."""
    _reading: "Reading | None" = field(default=None, init=False, repr=False)
    _outline: "Outline | None" = field(default=None, init=False, repr=False)
    _shelf: "Shelf | None" = field(default=None, init=False, repr=False)

    @property
    def today(self) -> "Today":
        """The learner's day, with its limits."""
        from quizapp.store.reviews import Today

        course, limits = self.outline.course, self.settings.limits
        return Today(self.progress, course, self.learner, limits, self.clock(), self.zone)

    @property
    def library(self) -> "Library":
        """The course; read when it is first wanted, or waited for where it is being read."""
        if self._library is None:
            if self._reading is None:
                self.library = self.reload()
            else:
                read = self._reading.future.result()
                self.follow(read)
                self._library, self._outline = read
                self._first = None
            return self.library
        return self._library

    @library.setter
    def library(self, library: "Library") -> None:
        self._library = library
        self._outline = None

    def library_with(self, *slugs: str) -> "Library":
        """The course, for what these lessons need of it: while that is being read, as much as was read first."""
        if self._library is None and self._first is not None and all(map(self._first.lesson, slugs)):
            return self._first
        return self.library

    def library_of(self, session: "Session") -> "Library":
        """The course, for what the current question of a session needs of it."""
        entry = session.current
        return self.library if entry is None else self.library_with(entry.item.lesson.slug)

    def begin_with(self, first: "Library") -> None:
        """Lessons were read before the course, and are learned from until that is."""
        if self._library is None:
            self.progress.adopt(self.outline.course, self.outline.renames)
            self._first = first

    @property
    def waits(self) -> bool:
        """Whether the course would have to be waited for."""
        return self._library is None and self.read is not None

    def begin_reading(self) -> Reading | None:
        """Begin to read the course in another thread; None where nobody has to wait for it."""
        if not self.waits or self.read is None:
            return None
        if self._reading is None:
            self._reading = Reading(self.read)
        return self._reading

    @property
    def outline(self) -> "Outline":
        """What the path tells of the course: as it was kept, until the course is read."""
        if self._library is None and self.kept is not None:
            return self.kept
        if self._outline is None:
            from quizapp.quiz.outline import outline_of

            self._outline = outline_of(self.library)
        return self._outline

    @property
    def shelf(self) -> "Shelf":
        """What was worked out from the present library."""
        return self._shelf_of(self.library)

    def shelf_with(self, slug: str) -> "Shelf":
        """The same from `library_with`."""
        return self._shelf_of(self.library_with(slug))

    def _shelf_of(self, library: "Library") -> "Shelf":
        from quizapp.tui.shelf import Shelf

        if self._shelf is None or self._shelf.library is not library:
            self._shelf = Shelf(library)
        return self._shelf


def in_background(work: "Callable[[], T]") -> "Future[T]":
    """What `work` will have returned, in a thread that nobody waits for when the app ends."""
    from concurrent.futures import Future
    from threading import Thread

    promised: Future[T] = Future()

    def run() -> None:
        try:
            promised.set_result(work())
        except BaseException as error:  # noqa: BLE001 - raised where the result is wanted
            promised.set_exception(error)

    Thread(target=run, daemon=True).start()
    return promised


@dataclass(frozen=True, slots=True, kw_only=True)
class Authoring:
    """What the preview of a lesson is handed besides."""

    slug: str
    """The lesson's."""
    changes: Callable[[], AsyncIterator[object]]
    """Yields whenever a file of the course was written; it may end, or fail with OSError or RuntimeError."""
    flags: Callable[[], "Iterable[Attempt]"]
    """The flags of all learners; called from another thread."""
    edit: Callable[[str, int], str]
    """Opens the author's editor on a file of the course, at a line; says what went wrong, else nothing."""


class Served(Protocol):
    """An app that was handed its services."""

    services: Services
    seed: int | None
    """Fixes every shuffle; None draws a fresh seed for each sitting."""

    def choose_theme(self, theme: "Look") -> None:
        """Look otherwise, and remember it."""

    def let_go(self) -> None:
        """A question was answered: let go of what was worked out for it."""

    def rest(self) -> None:
        """A screen was left: let go of what it leaves behind, and have the learner's file rest."""


def served(node: DOMNode) -> Served:
    """The app that `node` stands in, as what it was handed."""
    return cast("Served", node.app)


def services_of(node: DOMNode) -> Services:
    """The services of the app that `node` stands in."""
    return served(node).services


def new_seed(node: DOMNode) -> int:
    """The seed for a new sitting."""
    app = served(node)
    return app.services.random.getrandbits(32) if app.seed is None else app.seed


def key_label(node: DOMNode, identity: str) -> str:
    """How the key of a binding is written that a text names: the learner's own, where one was set."""
    return keymap.label(identity, services_of(node).settings.keys)


def less_motion(node: DOMNode) -> bool:
    """Whether the user asked that nothing moves that need not: in the settings, or in Textual's own variable."""
    return services_of(node).settings.reduced_motion or constants.TEXTUAL_ANIMATIONS == "none"


def without_colour() -> bool:
    """Whether the user asked for no colour, see no-color.org."""
    return "NO_COLOR" in os.environ
