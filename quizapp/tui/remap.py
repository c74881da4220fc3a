"""Keys of the learner's own: which of those that the settings file wants can be, and how they come to apply.

A key that is wanted takes the place of all keys of its binding. What is made from bindings (footer, help, palette)
follows by itself.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from textual.binding import Binding, BindingsMap

from quizapp.content.reading.reader import Reader
from quizapp.settings.reading import Wanted
from quizapp.text.characters import show_line
from quizapp.text.slips import did_you_mean
from quizapp.text.span import Path
from quizapp.tui.keymap import KEYS, TOGETHER, row
from quizapp.tui.keyname import meant_key, normal, types, written

_TAKEN = {"ctrl+c": "copies what is marked"}
_FIELDS = ("search", "fill")
"""The bindings of the fields in which one types."""


def read_keys(reader: Reader, wanted: Iterable[Wanted]) -> dict[str, str]:
    """The wanted bindings that can be, their keys as Textual names them; the others are reported."""
    sound: dict[str, tuple[str, ...]] = {}
    places: dict[str, Path] = {}
    for one in wanted:
        if one.id in places:
            reader.report("QZ206", f"`{one.id}` is set twice.", one.path, "Keep one of them.", on_key=True)
        elif keys := _keys(reader, one):
            sound[one.id], places[one.id] = keys, one.path
    while clash := _first_clash(sound):
        identity, other, key = clash
        say = f"`{identity}` and `{other}` would both be on “{written(key)}”."
        reader.report("QZ203", say, places[identity], f"Both apply at once; “{_help(other)}” is the other.")
        del sound[identity]
    return {identity: ",".join(keys) for identity, keys in sound.items()}


def rebind(bindings: BindingsMap, wanted: Mapping[str, str]) -> BindingsMap:
    """The same bindings on other keys; `wanted` as `read_keys` gives it."""
    made: dict[str, list[Binding]] = {}
    met: set[str] = set()
    for key, binding in bindings:
        identity = binding.id or ""
        if identity not in wanted:
            made.setdefault(key, []).append(binding)
        elif identity not in met:
            met.add(identity)
            for new in wanted[identity].split(","):
                made.setdefault(new, []).append(binding.with_key(new, written(new)))
    return BindingsMap.from_keys(made)


def _keys(reader: Reader, one: Wanted) -> tuple[str, ...]:
    """The keys of one wanted binding; none where something is wrong with them."""
    if one.id not in _default_keys():
        say = f"There is no binding `{show_line(one.id)}`."
        reader.report("QZ205", say, one.path, _meant_id(one.id), on_key=True)
        return ()
    found = []
    for name in map(str.strip, one.keys.split(",")):
        key = normal(name)
        if key is None:
            reader.report("QZ205", f"There is no key “{show_line(name)}”.", one.path, meant_key(name))
        elif key in _TAKEN:
            reader.report("QZ203", f"“{key}” {_TAKEN[key]}, and cannot be another key.", one.path)
        elif types(key) and _while_typing(one.id):
            say = f"`{one.id}` works while one types, so “{written(key)}” cannot be its key."
            reader.report("QZ203", say, one.path, "Take one that writes nothing, such as f7 or ctrl+o.")
        else:
            found.append(key)
            continue
        return ()
    return tuple(dict.fromkeys(found))


def _meant_id(identity: str) -> str:
    meant = did_you_mean(identity, _default_keys())
    if meant:
        return f"Did you mean `{meant}`?"
    first = identity.partition(".")[0]
    near = [known for known in _default_keys() if known.partition(".")[0] == first]
    if near:
        return f"There are {', '.join(near)}."
    return f"An id begins with one of {', '.join(dict.fromkeys(known.partition('.')[0] for known in _default_keys()))}."


def _first_clash(wanted: dict[str, tuple[str, ...]]) -> tuple[str, str, str] | None:
    """A wanted binding, another that applies at once, and the key that both would be on, as they are not by default."""
    default = _default_keys()
    keys = {**default, **wanted}
    for identity in reversed(wanted):
        for together in _together():
            for other in together if identity in together else ():
                if other == identity or not set(default[identity]).isdisjoint(default[other]):
                    continue
                for key in keys[identity]:
                    if key in keys[other]:
                        return identity, other, key
    return None


@cache
def _default_keys() -> dict[str, tuple[str, ...]]:
    return {
        str(binding.id): tuple(normal(key) or key for key in binding.key.split(","))
        for rows in KEYS.values()
        for one in rows
        for binding in one.bindings()
    }


@cache
def _together() -> tuple[tuple[str, ...], ...]:
    """The ids that apply at once, for each place of the app."""
    return tuple(tuple(_ids(places)) for places in TOGETHER)


def _ids(places: Iterable[str]) -> Iterator[str]:
    for place in places:
        for one in KEYS[place]:
            yield from (str(binding.id) for binding in one.bindings())


def _help(identity: str) -> str:
    one = row(identity)
    return one.help if one else identity


def _while_typing(identity: str) -> bool:
    one = row(identity)
    return one is not None and (one.priority or any(one in KEYS[place] for place in _FIELDS))
