"""Reads the settings file: every mistake at once, and what is sound of it."""

import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Annotated, Any, TypeAlias

from quizapp.content.base import Flag, Strict, Whole
from quizapp.content.reading.kinds import toml_kind_of
from quizapp.content.reading.reader import Reader
from quizapp.content.workspace import TOO_LARGE, Unreadable, Workspace
from quizapp.diagnostics import CATALOGUE, Diagnostic, Location
from quizapp.quiz.pace import RETENTION
from quizapp.settings.model import RANGES, Settings
from quizapp.text.characters import show_line
from quizapp.text.document import Data, Document, TomlError
from quizapp.text.span import Path as Way

_KEYS = tuple(field.name for field in fields(Settings))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Strict(Settings):
    """The same, nothing taken for a value that it is not."""

    reduced_motion: Flag = False
    desired_retention: Annotated[float, Strict] = RETENTION
    new_per_day: Whole | None = None
    reviews_per_day: Whole | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """A binding that is to have other keys, as the file says it."""

    id: str
    keys: str
    path: Way


ReadKeys: TypeAlias = Callable[[Reader, Iterable[Wanted]], Mapping[str, str]]
"""Says which of the wanted bindings are sound, by id, and reports the others."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the settings file holds."""

    settings: Settings = field(default_factory=Settings)
    """What is sound of it."""
    problems: tuple[Diagnostic, ...] = ()
    document: Document | None = None
    """The file's text; None where there is none, or none that can be read."""


def read_settings(path: Path, read_keys: ReadKeys | None = None) -> Found:
    """What the file at `path` holds; a file that is not there is an empty one.

    Args:
        path: it may be a symbolic link, as those who keep their settings elsewhere have it.
        read_keys: judges the keys of `[keys]`; without it they are left out, and nothing is said of them.
    """
    real = Path(os.path.realpath(path))
    read = Workspace(real.parent).text(real.name)
    if not isinstance(read, Unreadable) and len(read) > _LARGEST:
        read = Unreadable(f"has more than {_LARGEST} characters", _SMALLER)
    if isinstance(read, Unreadable):
        if read.missing:
            return Found()
        repair = _SMALLER if read == TOO_LARGE else read.repair
        what = f"“{show_line(real.name)}”, to which it is a link," if path.is_symlink() else "The file"
        return Found(
            problems=(Diagnostic(CATALOGUE["QZ102"], f"{what} {read.reason}.", Location(str(path)), notes=(repair,)),)
        )
    document = Document(str(path), read)
    reader = Reader(document)
    raw = _data(reader)
    settings = Settings() if raw is None else _settings(reader, raw, read_keys)
    return Found(settings, tuple(reader.in_order()), document)


_LARGEST = 100_000
"""Code points of the longest settings: nobody writes so many, and each start would have to look through them."""
_SMALLER = "Make it smaller: a settings file is a few lines of TOML."


def _data(reader: Reader) -> Data | None:
    """The file as data, as it is: where a number or a character in it cannot stand, the reader has reported it."""
    raw = reader.data(may_be_empty=True)
    if reader.problems:
        with suppress(TomlError):
            return reader.document.data()
    return raw


def _settings(reader: Reader, raw: Data, read_keys: ReadKeys | None) -> Settings:
    """Key by key, so that a mistake in one takes nothing from the others."""
    sound: dict[str, Any] = {}
    for key, value in raw.items():
        if reader.is_wrong((key,)):
            continue
        if key not in _KEYS:
            reader.unknown_key(key, raw, _KEYS, (key,))
        elif key == "keys":
            wanted = tuple(_wanted(reader, value, (key,)))
            sound[key] = dict(read_keys(reader, wanted)) if read_keys else {}
        elif (alone := reader.table(_Strict, {key: value}, ())) is not None and _in_range(reader, key, value):
            sound[key] = getattr(alone, key)
    return Settings(**sound)


def _in_range(reader: Reader, key: str, value: Any) -> bool:
    least, most = RANGES.get(key, (value, value))
    if least <= value <= most:
        return True
    reader.report("QZ203", f"`{key}` takes a number from {least} to {most}, not {value}.", (key,))
    return False


def _wanted(reader: Reader, value: Any, path: Way) -> Iterable[Wanted]:
    """The bindings of a table; a dotted key without quotation marks is a table of its own."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _wanted(reader, inner, (*path, key))
    elif len(path) == 1:
        reader.report("QZ203", f"`keys` takes a table, not {toml_kind_of(value)}.", path)
    elif isinstance(value, str):
        yield Wanted(".".join(map(str, path[1:])), value, path)
    else:
        name = show_line(".".join(map(str, path[1:])))
        reader.report("QZ203", f"`{name}` takes text in quotation marks, not {toml_kind_of(value)}.", path)
