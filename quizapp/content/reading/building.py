"""Builds a model from values that are plainly what it takes, without the library that explains what is wrong.

A sound file is the common case, and `pydantic` takes longer to load than a course to read. What is not plainly sound is
left to it: here is only ever said yes.
"""

from collections.abc import Callable, KeysView, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")

_Converter = Callable[[Any], Any]


class NotPlain(Exception):  # noqa: N818 - not an error: somebody else decides
    """A value that is not plainly what its field takes."""


class Keys(NamedTuple):
    """The keys of a table that a model is built from, in the order of its fields; those of hidden fields are none."""

    every: KeysView[str]
    required: KeysView[str]
    hidden: frozenset[str]


def build(model: type[T], values: Mapping[str, Any], built: Mapping[str, Any]) -> T | None:
    """The model with these values; None where one of them is not plainly right, or missing.

    Args:
        model: a dataclass whose fields are of the kinds that content has.
        values: by name of the field.
        built: what is known to be right; it stands for the values of the same name.
    """
    try:
        return model(**_converted(model, values, built))
    except (NotPlain, TypeError, KeyError):
        return None


def are_plain(model: type[Any], values: Mapping[str, Any]) -> bool:
    """Whether all of these values are plainly right for a model, of which some may be missing."""
    try:
        _converted(model, values, {})
    except (NotPlain, TypeError, KeyError):
        return False
    return True


def _converted(model: type[Any], values: Mapping[str, Any], built: Mapping[str, Any]) -> dict[str, Any]:
    exact, converters = kinds_of(model)
    given = {**values, **built}
    for name, value in values.items():
        if type(value) is not exact[name] and name not in built:
            given[name] = converters[name](value)
    return given


def _keys(model: Any) -> Keys:
    hidden = frozenset(field.name for field in fields(model) if field.metadata.get("hidden"))
    shown = [field for field in fields(model) if field.name not in hidden]
    needed = (f.name for f in shown if f.default is MISSING and f.default_factory is MISSING)
    return Keys(dict.fromkeys(field.name for field in shown).keys(), dict.fromkeys(needed).keys(), hidden)


def _kinds(model: Any) -> tuple[dict[str, Any], dict[str, _Converter]]:
    hints = get_type_hints(model, include_extras=True)
    converters = {field.name: _converter(hints[field.name]) for field in fields(model)}
    return {name: hints[name] if hints[name] is str else None for name in converters}, converters


keys_of: Callable[[Any], Keys] = cache(_keys)
"""The keys of a table for a model."""
kinds_of: Callable[[Any], tuple[dict[str, Any], dict[str, _Converter]]] = cache(_kinds)
"""By field: the type whose values it holds as they are, None where that does not suffice, and its converter."""


def _converter(kind: Any) -> _Converter:
    """What turns a plain value of this kind into what the field holds, and raises `NotPlain` for any other."""
    origin = get_origin(kind)
    if origin is Annotated:
        return _converter(get_args(kind)[0])
    if origin is Literal:
        choices = frozenset(get_args(kind))
        return lambda value: value if isinstance(value, str) and value in choices else _refuse()
    if origin in (Union, UnionType):
        kinds = tuple(_converter(one) for one in get_args(kind) if one is not type(None))
        return lambda value: _first(kinds, value)
    if origin is tuple:
        inner = _converter(get_args(kind)[0])
        return lambda value: tuple(map(inner, value)) if type(value) in (list, tuple) else _refuse()
    if origin is not None:
        return lambda value: value if isinstance(value, origin) else _refuse()
    if is_dataclass(kind):
        return lambda value: value if isinstance(value, cast("type[Any]", kind)) else _refuse()
    return lambda value: value if type(value) is kind else _refuse()


def _first(kinds: tuple[_Converter, ...], value: Any) -> Any:
    for convert in kinds:
        try:
            return convert(value)
        except NotPlain:
            continue
    return _refuse()


def _refuse() -> Any:
    raise NotPlain
