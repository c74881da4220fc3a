"""Words, letters and numbers of a text as the operators see them: on purpose not the code that is measured."""

import re
from collections.abc import Callable, Iterable, Iterator
from random import Random

from quizapp.text.fold import fold
from quizapp.text.span import Span

_WORD = re.compile(r"\w+(?:['’\-‑]\w+)*")
_BELOW_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_TENS_OR_LESS = "|".join([*_TENS, *reversed(_BELOW_TWENTY)])
_IN_WORDS = re.compile(rf"(?<![\w-])(?:{'|'.join(_TENS)})-(?:{'|'.join(_BELOW_TWENTY[1:10])})(?![\w-])|"
                       rf"(?<![\w-])(?:{_TENS_OR_LESS})(?![\w-])", re.IGNORECASE)  # fmt: skip
_IN_DIGITS = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?![\w,])|(?<![\w.,])\d+(?![\d,.]\d|\w)")
LETTERS = "abcdefghijklmnopqrstuvwxyz"

Rewrite = Callable[[str, Random], str | None]
"""Another form of a text, or None where the text has no place for it."""


def words(text: str) -> list[Span]:
    """The words of a text, apostrophes and hyphens within."""
    return [Span(*found.span()) for found in _WORD.finditer(text)]


def said(text: str, span: Span) -> str:
    return text[span.start : span.end]


def put(text: str, span: Span, new: str) -> str:
    """`text` with `new` in the place of a span."""
    return text[: span.start] + new + text[span.end :]


def pick(choices: Iterable[Span], random: Random) -> Span | None:
    """One of the places, or None where there is none."""
    listed = list(choices)
    return random.choice(listed) if listed else None


def letters(text: str, wanted: Callable[[str], bool] = str.isalpha) -> list[int]:
    """The offsets of letters in words of two or more; one of a single letter can vanish and leave a good quote."""
    return [
        i
        for span in words(text)
        if sum(map(wanted, said(text, span))) > 1
        for i in range(span.start, span.end)
        if wanted(text[i])
    ]


def numbers(text: str) -> Iterator[tuple[Span, int]]:
    """The whole numbers in a text, in digits or in words, from zero to ninety-nine or whatever digits say."""
    for found in _IN_DIGITS.finditer(text):
        yield Span(*found.span()), int(found.group().replace(",", ""))
    for found in _IN_WORDS.finditer(text):
        yield Span(*found.span()), _value(found.group().lower())


def _value(word: str) -> int:
    tens, _, ones = word.partition("-")
    value = _BELOW_TWENTY.index(tens) if tens in _BELOW_TWENTY else 10 * (_TENS.index(tens) + 2)
    return value + (_BELOW_TWENTY.index(ones) if ones else 0)


def in_words(number: int) -> str:
    """A number below a hundred in words."""
    if number < 20:
        return _BELOW_TWENTY[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens - 2] + (f"-{_BELOW_TWENTY[ones]}" if ones else "")


def like(number: int, model: str) -> str:
    """A number, written as `model` is: in digits, with separators, in words, with a capital."""
    if model[0].isdigit():
        return f"{number:,}" if "," in model else str(number)
    written = in_words(number) if number < 100 else str(number)
    return written.capitalize() if model[0].isupper() else written


def other_numbers(number: int, texts: Iterable[str], random: Random) -> Iterator[int]:
    """Numbers near `number`, two or more, that no text has, neither by itself nor as a part of another."""
    flat = fold(" ".join(texts)).casefold()
    near = [number + step for step in (1, 2, 3, 5, 7, 10, 11, -1, -2, -3, -5)]
    random.shuffle(near)
    for other in near:
        forms = [str(other), f"{other:,}", *([in_words(other)] if 0 <= other < 100 else [])]
        if other > 1 and not any(re.search(rf"(?<!\w){form}(?!\w)", flat) for form in forms):
            yield other


def changes(before: str, after: str | None) -> bool:
    """Whether a rewriting changed what is compared."""
    return after is not None and fold(after) != fold(before)


def stands_in(text: str, sentences: Iterable[str]) -> bool:
    """Whether a text stands in one of the sentences, the case of its first letter and a final stop aside."""
    wanted = fold(text).removesuffix(".").casefold()
    return any(re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", fold(s).casefold()) for s in sentences)


def lower_first(text: str, common: Iterable[str]) -> str:
    """`text` with a small first letter, if its first word is one of the `common` words, written small elsewhere."""
    first = words(text)[:1]
    is_common = bool(first) and said(text, first[0]).casefold() in common
    return text[:1].lower() + text[1:] if is_common else text
