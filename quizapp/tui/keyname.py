"""Names of keys: as Textual has them, and as people write them."""

import unicodedata

from textual.keys import KEY_TO_UNICODE_NAME, REPLACED_KEYS, Keys, _character_to_key, format_key

from quizapp.text.slips import did_you_mean

_MODIFIERS = frozenset({"alt", "ctrl", "hyper", "meta", "shift", "super"})
_NAMED = frozenset(key.value for key in Keys if key.value.isalnum()) - {"return"}
_SAME = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+left_square_bracket": "escape"}
"""What a terminal sends for these keys."""
_EXAMPLES = "Keys are written so: a, A, é, ?, f2, enter, pagedown, ctrl+s; several are separated by commas."


def written(key: str) -> str:
    """A key as footer and help write it: `?`, `ctrl+p`, `enter`."""
    *modifiers, name = key.split("+")
    return "+".join((*modifiers, _character(name).strip() or (name if name == "enter" else format_key(name))))


def normal(name: str) -> str | None:
    """A key as Textual names it; None where it knows none of that name, or no terminal sends it."""
    *modifiers, base = ("plus",) if name == "+" else name.split("+")
    key = _character_to_key(base) if len(base) == 1 and base.isprintable() else base
    if key not in _NAMED and not (character := _character(key)):
        return None
    if set(modifiers) - _MODIFIERS or len(set(modifiers)) < len(modifiers):
        return None
    if modifiers and key not in _NAMED and (key != key.lower() or ("shift" in modifiers and character.isalpha())):
        return None
    whole = "+".join((*sorted(modifiers), key))
    return None if whole in _SAME else whole


def meant_key(name: str) -> str:
    """What was perhaps meant by a name that is none, or what names look like."""
    if name in _SAME:
        return f"A terminal sends it as “{_SAME[name]}”."
    base = name.rpartition("+")[2]
    if name.casefold().startswith("shift+") and len(base) == 1 and base.isalpha():
        return f"Did you mean “{base.upper()}”?"
    if normal(name.casefold()):
        return f"Did you mean “{name.casefold()}”?"
    near = did_you_mean(name, (*sorted(_NAMED), *KEY_TO_UNICODE_NAME, *REPLACED_KEYS))
    return f"Did you mean “{near}”?" if near and normal(near) else _EXAMPLES


def types(key: str) -> bool:
    """Whether a key writes something into a field."""
    return "+" not in key and (key == "space" or bool(_character(key)))


def _character(key: str) -> str:
    """The printable character that is typed with a key of this name; empty where there is none."""
    if len(key) == 1:
        return key if key.isalnum() else ""
    name = REPLACED_KEYS.get(key, key)
    try:
        character = unicodedata.lookup(KEY_TO_UNICODE_NAME.get(name, name.replace("_", " ").upper()))
    except KeyError:
        return ""
    return character if character.isprintable() and _character_to_key(character) == key else ""
