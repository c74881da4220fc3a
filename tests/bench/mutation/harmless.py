"""Changes that mean nothing: for them no error and no warning may appear."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from random import Random

from quizapp.text.span import Path, Span
from tests.bench.mutation.actors import Actors
from tests.bench.mutation.course import Asked, Course, Edit, Mutant, Text, place, toml
from tests.bench.mutation.operators import HARMLESS, Make, Operator
from tests.bench.mutation.words import in_words, numbers, put, said, words

_CURLY = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'"})
_DASHES = "-‐‑‒–—−"


def _quotes(write: Callable[[str, Random], str], name: str) -> Operator:
    """Every quote, written as TOML in another way; `write` gives the TOML."""

    def make(course: Course, random: Random) -> Iterator[Mutant]:
        for cited in course.citations:
            raw = write(cited.quote, random)
            if raw not in (toml(cited.quote), toml(cited.quote, escaped=True)):
                path = (*cited.path, "quote")
                yield course.mutant(cited.file, f"{place(cited.file, path)}: {raw}", {path: raw})

    return Operator(f"quote: {name}", HARMLESS, make)


def _straight(quote: str, _: Random) -> str:
    return toml(quote.translate(_CURLY))


def _curly(quote: str, _: Random) -> str:
    quote = re.sub(r"(?<=\w)'", "’", quote.translate(_CURLY))
    return toml(re.sub(r'"([^"]*)("?)', lambda m: f"„{m.group(1)}{'”' if m.group(2) else ''}", quote))


def _no_break(quote: str, random: Random) -> str:
    return toml("".join(random.choice(("\u00a0", "\u202f", " ")) if c == " " else c for c in quote))


def _broken(end: str) -> Callable[[str, Random], str]:
    def write(quote: str, random: Random) -> str:
        spaces = [i for i, c in enumerate(quote) if c == " "]
        for at in sorted(random.sample(spaces, min(2, len(spaces))), reverse=True):
            quote = f"{quote[:at]}{end}{random.choice(('', '  '))}{quote[at + 1 :]}"
        raw = quote.replace("\\", "\\\\").replace('"', '\\"')
        return f'"""{end}{raw}"""' if random.random() < 0.5 else toml(quote)

    return write


def _dashes(quote: str, random: Random) -> str:
    return toml("".join(random.choice(_DASHES) if c in _DASHES else c for c in quote))


def _decomposed(quote: str, random: Random) -> str:
    """NFD; where no letter has a mark, a soft hyphen, which is folded as well."""
    apart = unicodedata.normalize("NFD", quote)
    if apart == quote:
        span = random.choice([span for span in words(quote) if span.end - span.start > 1])
        at = random.randrange(span.start + 1, span.end)
        apart = f"{quote[:at]}\u00ad{quote[at:]}"
    return toml(apart, escaped=random.random() < 0.5)


def _file_with_crlf(course: Course, _: Random) -> Iterator[Mutant]:
    for file in (*course.lessons, "lessons/glossary.toml"):
        text = course.document(file).text
        if "\r" not in text:
            edit = Edit(Span(0, len(text)), text.replace("\n", "\r\n"))
            yield Mutant(file, (edit,), f"{file} with CRLF")


def _options(rewrite: Callable[[Course, Asked, Text], Iterator[str]]) -> Make:
    """Keys and distractors in another form; a framed key is bound to the quote's own words, and left alone."""

    def make(course: Course, _: Random) -> Iterator[Mutant]:
        for asked in course.questions:
            keys = [] if asked.framed or asked.kind == "boolean" else asked.keys
            for text in (*keys, *asked.distractors):
                for other in rewrite(course, asked, text):
                    same = [t.path for t in (*keys, *asked.distractors) if t.text == text.text]  # rights may repeat
                    if other != text.text and text.path == same[0]:
                        what = f"{place(asked.file, text.path)}: {text.text!r} -> {other!r}"
                        yield course.mutant(asked.file, what, dict.fromkeys(same, toml(other)))

    return make


def _stop(_: Course, __: Asked, text: Text) -> Iterator[str]:
    yield text.text.removesuffix(".") if text.text.endswith(".") else f"{text.text}."


def _first_case(_: Course, __: Asked, text: Text) -> Iterator[str]:
    yield text.text[:1].swapcase() + text.text[1:]


def _number_words(_: Course, __: Asked, text: Text) -> Iterator[str]:
    for span, number in numbers(text.text):
        written = said(text.text, span)
        if not written[0].isdigit() and number > 1:
            yield put(text.text, span, str(number))
        elif number < 100:
            yield put(text.text, span, in_words(number))


def _thousands(course: Course, _: Random) -> Iterator[Mutant]:
    """Separators put into a number of four digits or more, or taken from it; in TOML they are underscores."""

    def rewrite(_: Course, __: Asked, text: Text) -> Iterator[str]:
        for span, number in numbers(text.text):
            if number > 999 and said(text.text, span)[0].isdigit():
                plain = str(number)
                yield put(text.text, span, f"{number:,}" if said(text.text, span) == plain else plain)

    yield from _options(rewrite)(course, Random(0))  # noqa: S311 - not used
    for asked in course.questions:
        if asked.kind == "number" and asked.raw["answer"] > 999:
            path = (*asked.path, "answer")
            yield course.mutant(asked.file, f"{place(asked.file, path)}: {asked.raw['answer']:_}",
                                {path: f"{asked.raw['answer']:_}"})  # fmt: skip


def _aliases(course: Course, asked: Asked, text: Text) -> Iterator[str]:
    """A name in another of its declared spellings, where no other option has that name."""
    actors = Actors(course)
    for named in actors.find(text.text):
        others = [option.text for option in (*asked.keys, *asked.distractors) if option.text != text.text]
        for spelling in (named.entry.name, *named.entry.aliases):
            if spelling != named.spelling and spelling[:1].isupper() and not any(spelling in other for other in others):
                yield put(text.text, named.span, spelling)


def _reordered(course: Course, random: Random) -> Iterator[Mutant]:
    for asked in course.questions:
        for key in ("distractors", "answers", "extra", "pairs", "accept", "cite"):
            count = len(asked.raw.get(key, ())) if isinstance(asked.raw.get(key), list) else 0
            order = list(range(count))
            while count > 1 and order == sorted(order):
                random.shuffle(order)
            if count > 1:
                list_path: Path = (*asked.path, key)
                raws = [course.original(asked.file, course.span(asked.file, (*list_path, i))) for i in order]
                what = f"{asked.lesson}/{asked.question.id}: {key} in the order {order}"
                yield course.mutant(asked.file, what, {list_path: f"[{', '.join(raws)}]"})


OPERATORS = (
    _quotes(_straight, "straight marks"),
    _quotes(_curly, "curly marks"),
    _quotes(_no_break, "no-break spaces"),
    _quotes(_broken("\n"), "line breaks"),
    _quotes(_broken("\r\n"), "CRLF"),
    _quotes(_dashes, "dashes"),
    _quotes(_decomposed, "NFD or soft hyphens"),
    Operator("whole file with CRLF", HARMLESS, _file_with_crlf),
    Operator("options: final full stop", HARMLESS, _options(_stop)),
    Operator("options: case of the first letter", HARMLESS, _options(_first_case)),
    Operator("options: number words", HARMLESS, _options(_number_words)),
    Operator("options: thousands separators", HARMLESS, _thousands),
    Operator("options: declared aliases", HARMLESS, _options(_aliases)),
    Operator("options: reordered", HARMLESS, _reordered),
)
