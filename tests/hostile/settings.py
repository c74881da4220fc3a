"""Settings files from nowhere good, each nasty in one way: a function that makes one in an empty folder."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from quizapp.text.toml import quoted
from quizapp.tui.keymap import KEYS
from tests.hostile.words import WORDS

Make: TypeAlias = Callable[[Path], object]
NAME = "settings.toml"
_IDS = [str(binding.id) for rows in KEYS.values() for row in rows for binding in row.bindings()]


def _holds(content: str | bytes) -> Make:
    data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    return lambda folder: (folder / NAME).write_bytes(data)


def _leads(to: str) -> Make:
    return lambda folder: (folder / NAME).symlink_to(to)


def _words(text: str) -> Make:
    return _holds(f'theme = {text}\n{text} = {text}\n[keys]\n{text} = {text}\n"quiz.hint" = {text}\n')


def _escaped(text: str) -> str:
    return '"{}"'.format("".join(f"\\U{ord(character):08x}" for character in text))


SETTINGS: Mapping[str, Make] = MappingProxyType(
    {name: _words(quoted(text)) for name, text in WORDS.items()}
    | {f"{name} escaped": _words(_escaped(text)) for name, text in WORDS.items()}
    | {
        "too large": _holds("#" * 5_000_001),
        "comments": _holds("#\n" * 2_400_000),
        "unknown keys": _holds("".join(f"a{number} = 1\n" for number in range(9000))),
        "many unknown keys": _holds("".join(f"a{number} = 1\n" for number in range(300_000))),
        "unknown bindings": _holds("[keys]\n" + "".join(f'"quiz.hin{number}" = "x"\n' for number in range(4500))),
        "a long list of keys": _holds('[keys]\n"quiz.hint" = "' + "qq," * 30_000 + '"\n'),
        "long names": _holds(
            f'theme = "{"q" * 30_000}"\n[keys]\n"{"k" * 30_000}" = "a"\n"quiz.hint" = "{"q" * 30_000}"\n'
        ),
        "one key for all": _holds("[keys]\n" + "".join(f'"{one}" = "f4, escape"\n' for one in dict.fromkeys(_IDS))),
        "deep tables": _holds(f"[keys]\na = {'{a = ' * 90}1{'}' * 90}\n"),
        "deep lists": _holds(f"keys = {'[' * 20_000}{']' * 20_000}"),
        "deep keys": _holds(f"keys.{'a.' * 20_000}a = 1\n"),
        "other types": _holds(
            'theme = 1\nreduced_motion = "true"\ndesired_retention = "x"\nnew_per_day = 1.5\nkeys = [1]\n'
        ),
        "still other types": _holds(
            "theme = []\nreduced_motion = {}\nnew_per_day = 2022-03-29\nkeys = {quiz = {hint = 1}}\n"
        ),
        "numbers": _holds(f"desired_retention = nan\nnew_per_day = inf\nreviews_per_day = {'9' * 30_000}\n"),
        "no text": _holds(bytes(1000)),
        "utf-16": _holds('theme = "dark"'.encode("utf-16")),
        "half a character": _holds(b'theme = "\xe2\x80"'),
        "carriage returns": _holds('theme = "dark"\rreduced_motion = true\r'),
        "a folder": lambda folder: (folder / NAME).mkdir(),
        "a pipe": lambda folder: os.mkfifo(folder / NAME),
        "zeros without end": _leads("/dev/zero"),
        "a loop": _leads(NAME),
        "nowhere": _leads("nowhere"),
        "the memory of the process": _leads("/proc/self/mem"),
        "another's file": _leads("/etc/passwd"),
    }
)
