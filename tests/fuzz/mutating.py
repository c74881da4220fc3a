"""Changes a text as authors, bad merges and strangers do: a value of TOML, two quotes, a table, a line, a character."""

import random
import re
from collections.abc import Callable, Sequence

_VALUE = re.compile(r"(?<= = )(?:\"(?:[^\"\\\n]|\\.)*\"|[\w.+-]+)")
_QUOTE = re.compile(r"^quote = (.*)$", re.MULTILINE)
_TABLE = re.compile(r"^(?=\[)", re.MULTILINE)
_WORD = re.compile(r"[^\W_]+")
_STRANGE = [
    "\u0301", "\u202e", "\u200b", "\u00ad", "\u2026", "\u2019", "\u201c", "\u2044", "\u00bd", "\u0663", "\ufb01",
    "\u0130", "\u00df", "\u1e9e", "\u1100\u1161", "\u0344", "\U0001f468\u200d\U0001f469", "\u2028", "\x85", "\x1c",
    "\x0b", "\r", "\r\n", "\t", "\x00", "\x1b[2J", "\ufeff", "\ufffe", "\ue000", "\ue001", "\U000e0041", "\u00a0",
    "\\", "\\u202e", "\\e", '"', '"""', "'", "'''", "[", "]", "{{", "}}", "|", "[@", "[[", "+++", "# ", "## ", "~ ",
    "=", ".", "...", "--", "\u2212", "%", "\u20ac", "&", "{answer}", "_", "*", "`", "<b>", "^", "0",
]  # fmt: skip
_VALUES = [
    '""', '" "', "0", "-0", "1", "-1", "1e308", "1e-9", "nan", "inf", "9223372036854775807", "99999999999999999999999",
    "true", "false", "[]", "{}", "[[]]", "[1, 2]", '["a", "a"]', "1979-05-27", "07:32:00", "1979-05-27T07:32:00Z",
    "0.1", "1_000", "0x10", '"half a dozen"', '"1,000"', '"1\u20442"', '"\u0663"', '"the"', '"a b c d"', '"QZ405"',
    '"nobody"', '"not"', '"5.5 million"', '"$3m"', '"12 March 2022"', '"yesterday"', '"\u0130"', '"\\u0000"',
]  # fmt: skip


def changed(text: str, chance: random.Random, others: Sequence[str]) -> str:
    """`text` with one to four changes; `others` are texts from which something may be taken."""
    for _ in range(chance.choice([1, 1, 2, 4])):
        text = chance.choice(_CHANGES)(text, chance, others)
    return text


def _value(text: str, chance: random.Random, others: Sequence[str]) -> str:
    """Another value for a key: an odd one, or one that stands elsewhere."""
    return _with_one(text, _VALUE, chance, lambda _: chance.choice(_VALUE.findall(chance.choice(others)) + _VALUES[:8]))


def _odd_value(text: str, chance: random.Random, _: Sequence[str]) -> str:
    return _with_one(text, _VALUE, chance, lambda _: chance.choice(_VALUES))


def _quotes(text: str, chance: random.Random, _: Sequence[str]) -> str:
    """Two quotes change places."""
    quotes = _QUOTE.findall(text)
    if len(quotes) < 2:
        return text
    one, other = chance.sample(quotes, 2)
    return text.replace(one, "\x00", 1).replace(other, one, 1).replace("\x00", other, 1)


def _splice(text: str, chance: random.Random, others: Sequence[str]) -> str:
    """A table of another text, put in or in the place of one."""
    own, theirs = _TABLE.split(text), _TABLE.split(chance.choice(others))
    at = chance.randrange(len(own) + 1)
    own[at : at + chance.choice([0, 0, 1, 3])] = [chance.choice(theirs)]
    return "".join(own)


def _drop_tables(text: str, chance: random.Random, _: Sequence[str]) -> str:
    own = _TABLE.split(text)
    at = chance.randrange(len(own))
    del own[at : at + chance.choice([1, 1, 2, 5])]
    return "".join(own)


def _lines(text: str, chance: random.Random, others: Sequence[str]) -> str:
    """A line lost, twice, moved, or from elsewhere."""
    lines = text.split("\n")
    at, to = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(4):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, lines[at])
        case 2:
            lines.insert(to, lines.pop(at))
        case _:
            lines.insert(at, chance.choice(chance.choice(others).split("\n")))
    return "\n".join(lines)


def _strange(text: str, chance: random.Random, _: Sequence[str]) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(_STRANGE) * chance.choice([1, 1, 1, 2, 40]) + text[at:]


def _inside(text: str, chance: random.Random, _: Sequence[str]) -> str:
    """Something strange beside a word."""
    return _with_one(text, _WORD, chance, lambda word: chance.choice([word, ""]) + chance.choice(_STRANGE) + word)


def _word(text: str, chance: random.Random, others: Sequence[str]) -> str:
    """A word from elsewhere, or its own in other letters."""
    words = _WORD.findall(chance.choice(others)) or ["so"]
    forms = [str.upper, str.title, str.swapcase, str.casefold, lambda word: f"{word}s", lambda _: chance.choice(words)]
    return _with_one(text, _WORD, chance, chance.choice(forms))


def _cut(text: str, chance: random.Random, _: Sequence[str]) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + text[at + chance.choice([1, 1, 3, 30, 300]) :]


_CHANGES: Sequence[Callable[[str, random.Random, Sequence[str]], str]] = (
    _value, _odd_value, _quotes, _splice, _splice, _drop_tables, _lines, _strange, _inside, _word, _word, _cut,
)  # fmt: skip


def _with_one(text: str, pattern: re.Pattern[str], chance: random.Random, other: Callable[[str], str]) -> str:
    """`text` with something else in one place of a pattern."""
    found = list(pattern.finditer(text))
    if not found:
        return text
    one = chance.choice(found)
    return text[: one.start()] + other(one.group()) + text[one.end() :]
