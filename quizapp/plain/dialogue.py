"""Lines out and lines in: wrapped text, prompts, and the colon commands that work at every prompt.

Commands begin with a colon so that they never eat an answer, and a second colon lets an answer begin with one.
"""

import textwrap
from dataclasses import dataclass
from enum import Enum
from typing import TextIO

from quizapp.text.characters import show_line

NARROWEST = 20
"""Columns below which wrapping would only scatter words."""


class Leave(Exception):  # noqa: N818  -- a way out, not an error
    """The learner typed `:q`, or the input ended."""


class Back(Exception):  # noqa: N818  -- a way out, not an error
    """The learner typed `:b`."""


class Command(Enum):
    """What may be typed instead of an answer."""

    HINT = ":h"
    UNSURE = ":n"
    UNDO = ":u"
    FLAG = ":f"
    SOURCE = ":s"
    SKIP = ":k"
    BACK = ":b"
    LEAVE = ":q"
    HELP = ":?"


MEANINGS = {
    Command.HINT: "a hint",
    Command.UNSURE: "not sure: say so before you answer; once more takes it back",
    Command.UNDO: "take back what you gave last",
    Command.FLAG: "flag this question as a bad one, or take that back",
    Command.SOURCE: "the source, once you have answered",
    Command.SKIP: "skip this question, or the rest of the reading",
    Command.BACK: "back to the list of lessons; a quiz can be resumed from there",
    Command.LEAVE: "leave quizapp, from wherever you are; your answers are kept and the quiz can be resumed",
    Command.HELP: "these commands",
}


@dataclass(frozen=True, slots=True)
class Dialogue:
    """A conversation over two text streams; only what `show` lets through is written."""

    stdin: TextIO
    stdout: TextIO
    columns: int = 72

    def say(self, text: str = "", *, first: str = "", rest: str | None = None) -> None:
        """Write one paragraph, wrapped; `first` leads its first line, `rest` the others, else blanks as wide."""
        rest = " " * len(first) if rest is None else rest
        lines = textwrap.wrap(
            show_line(text),
            max(self.columns, NARROWEST),
            initial_indent=first,
            subsequent_indent=rest,
            break_long_words=False,
            break_on_hyphens=False,
        )
        self.stdout.write("".join(f"{line.rstrip()}\n" for line in lines or [first.rstrip()]))

    def ask(self, prompt: str = "> ", *, request: str = "") -> str | Command:
        """Take one line: a command but `:b`, `:q` and `:?`, or what was typed without the blanks around it.

        Args:
            prompt: what stands before it.
            request: what is asked for, said again behind the list of commands.

        Raises:
            Back: on `:b`.
            Leave: on `:q` and at the end of the input.
        """
        while True:
            line = self._line(prompt)
            if line.startswith("::"):
                return line[1:]
            if not line.startswith(":"):
                return line
            match _command(line):
                case None:
                    self.say(
                        f"There is no command “{line}”. :? lists them; an answer that begins with a colon takes two."
                    )
                case Command.BACK:
                    raise Back
                case Command.LEAVE:
                    raise Leave
                case Command.HELP:
                    self.help()
                    if request:
                        self.say()
                        self.say(request)
                case command:
                    return command

    def offer(self, text: str, letter: str) -> bool:
        """Say what Enter does and what `letter` does; whether it was the letter.

        Raises:
            Back: on `:b`.
            Leave: on `:q` and at the end of the input.
        """
        while True:
            self.say(text)
            match self.ask(request=text):
                case "":
                    return False
                case str() as typed if typed.casefold() == letter:
                    return True
                case _:
                    pass

    def help(self) -> None:
        """List the commands."""
        for command, meaning in MEANINGS.items():
            self.say(meaning, first=f"{command.value}  ")
        self.say("an answer that begins with a colon", first="::  ")

    def _line(self, prompt: str) -> str:
        self.stdout.write(prompt)
        self.stdout.flush()
        line = self.stdin.readline()
        # Without a terminal nobody's Enter ends the line of the prompt.
        if not line.endswith("\n") or not self.stdin.isatty():
            self.stdout.write("\n")
        if not line:
            raise Leave
        return line.removeprefix("\ufeff").strip()


def _command(line: str) -> Command | None:
    try:
        return Command(line.casefold())
    except ValueError:
        return None
