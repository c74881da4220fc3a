"""What messages call the values of a TOML file, and what their keys take."""

from typing import Any

from quizapp.text.characters import show_line
from quizapp.text.span import Path

_TAKES = {
    "string_type": "takes text in quotation marks",
    "int_type": "takes a whole number",
    "int_from_float": "takes a whole number",
    "float_type": "takes a number",
    "bool_type": "takes true or false",
    "tuple_type": "takes a list",
    "list_type": "takes a list",
    "dict_type": "takes a table",
    "dataclass_type": "takes a table",
}
_REPAIRS = {
    "string_type": "Put it in quotation marks.",
    **dict.fromkeys(("int_type", "int_from_float"), "Write its digits alone, without marks or a decimal point."),
    "float_type": "Write its digits alone, without quotation marks.",
    "bool_type": "Write true or false, without quotation marks.",
    **dict.fromkeys(("tuple_type", "list_type"), 'Put what it holds in square brackets: `["one", "two"]`.'),
}
_TOML_KINDS = {bool: "true or false", int: "a whole number", float: "a number with a decimal point"}
_TOML_KINDS |= {str: "text", list: "a list", dict: "a table"}


def toml_kind_of(value: Any) -> str:
    """What sort of TOML value this is, in words."""
    return _TOML_KINDS.get(type(value), "a date or time")


def takes(error: str) -> str:
    """What a key takes whose value is of the wrong kind; `error` is what `pydantic` calls the mistake."""
    return _TAKES.get(error, "takes another kind of value")


def repair(error: str) -> tuple[str, ...]:
    """How a value of the wrong kind is mended, where that is the same for all that may stand there."""
    return (_REPAIRS[error],) if error in _REPAIRS else ()


def called(path: Path) -> str:
    """The value at `path` as a message calls it: its nearest key."""
    for part in reversed(path):
        if isinstance(part, str):
            return f"`{show_line(part)}`" if part == path[-1] else f"An item of `{show_line(part)}`"
    return "The file"
