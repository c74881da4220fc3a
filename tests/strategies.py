"""The one place that makes values for property tests, and long for that: from words to courses."""
# ruff: noqa: S311  chance here is hypothesis's

import os
import random
import string
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime, timedelta
from types import MappingProxyType

from hypothesis import settings
from hypothesis import strategies as st

from quizapp.content.citation import Citation, Evidence
from quizapp.content.glossary import Entry, Glossary
from quizapp.content.lesson import Course, Lesson, Section
from quizapp.content.library import Library
from quizapp.content.question import (
    Boolean,
    Choice,
    Cloze,
    FindEvidence,
    Match,
    Number,
    Option,
    Order,
    Pair,
    Question,
    Select,
    Short,
    Step,
)
from quizapp.content.reading.sources import read_lines
from quizapp.content.source import Sentence, Source, SourceHeader
from quizapp.content.values import canonical, comparable
from quizapp.quiz.attempt import Attempt, Kind, taken_back, uuid7
from quizapp.quiz.task import Arrange, Fill, Pick, Response, Task
from quizapp.text.span import Span

# The same examples on every run, however busy the machine is; `QUIZAPP_EXAMPLES=2000` tries harder.
EXAMPLES = int(os.environ.get("QUIZAPP_EXAMPLES", "100"))
settings.register_profile("quizapp", max_examples=EXAMPLES, deadline=None, derandomize=True)
settings.load_profile("quizapp")

START = datetime(2022, 3, 29, 9, 30, tzinfo=UTC)
"""When tests begin."""

words = st.text(string.ascii_lowercase, min_size=1, max_size=9)
long_words = st.text(string.ascii_lowercase, min_size=5, max_size=12).filter(lambda word: canonical(word) == (word,))
"""Words that are long enough for a slip, and no number."""
phrases = st.lists(words, min_size=1, max_size=4).map(" ".join)
any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
"""Anything that a learner may type or paste."""
learners = st.none() | st.sampled_from(["Ana", "Борис", "ana"])
seeds = st.text(string.ascii_letters + string.digits + ":/", max_size=12)


def distinct(texts: st.SearchStrategy[str], low: int, high: int) -> st.SearchStrategy[list[str]]:
    """Texts no two of which mean the same."""
    return st.lists(texts, min_size=low, max_size=high, unique_by=lambda text: "".join(canonical(text)))


@st.composite
def sources(draw: st.DrawFn, slug: str = "gazette") -> Source:
    """A source of a few sentences in paragraphs, with page furniture among them."""
    texts = draw(st.lists(st.lists(phrases, min_size=1, max_size=3), min_size=1, max_size=4))
    lines: list[Sentence] = []
    number = at = 0
    for paragraph, sentences in enumerate(texts):
        for text in sentences:
            number += 1
            said = f"{text.capitalize()} {number}."
            lines.append(Sentence(number, said, paragraph, Span(at, at + len(said))))
            at += len(said) + 1
    header = SourceHeader(name=f"The {slug.capitalize()}", kind="report", original="o.txt", sha256="0" * 64)
    return Source(slug, header, tuple(lines), tuple(lines))


def cite(source: Source, number: int) -> Citation:
    """The whole of one sentence."""
    return Citation(source=source.slug, quote=source.sentences[number - 1].text)


def citations(source: Source) -> st.SearchStrategy[tuple[Citation, ...]]:
    """One sentence of a source or several."""
    numbers = st.integers(1, len(source.sentences))
    return st.lists(numbers, min_size=1, max_size=3, unique=True).map(lambda ns: tuple(cite(source, n) for n in ns))


numbers_in_digits = st.integers(0, 10**6).map(str)


@st.composite
def choices(draw: st.DrawFn, source: Source, identity: str) -> Choice:
    """One right option and some that are wrong, perhaps all numbers, perhaps a source among them."""
    texts = draw(distinct(draw(st.sampled_from([phrases, numbers_in_digits])), 3, 6))
    answer = Option(source=source.slug, cite=(cite(source, 1),)) if draw(st.booleans()) else Option(text=texts[0])
    wrong = tuple(Option(text=text, why=f"Because of {text}.") for text in texts[1:])
    shuffle = draw(st.booleans())
    return Choice(id=identity, type="choice", prompt="Which?", answer=answer, distractors=wrong, shuffle=shuffle,
                  cite=draw(citations(source)))  # fmt: skip


@st.composite
def selects(draw: st.DrawFn, source: Source, identity: str) -> Select:
    """Several right options and several that are wrong."""
    texts = draw(distinct(phrases, 3, 7))
    right = draw(st.integers(1, len(texts) - 1))
    options = [Option(text=text) for text in texts]
    return Select(id=identity, type="select", prompt="Which?", answers=tuple(options[:right]),
                  distractors=tuple(options[right:]), cite=draw(citations(source)))  # fmt: skip


@st.composite
def booleans(draw: st.DrawFn, source: Source, identity: str) -> Boolean:
    """A statement."""
    return Boolean(id=identity, type="boolean", prompt="So.", answer=draw(st.booleans()), cite=draw(citations(source)))


@st.composite
def shorts(draw: st.DrawFn, source: Source, identity: str) -> Short:
    """A few words to type."""
    texts = draw(distinct(phrases, 1, 3))
    exact = draw(st.booleans())
    return Short(id=identity, type="short", prompt="Who?", answer=texts[0], accept=tuple(texts[1:]), exact=exact,
                 cite=draw(citations(source)), hint="Think.")  # fmt: skip


@st.composite
def numbers(draw: st.DrawFn, source: Source, identity: str) -> Number:
    """A number to type, with or without a unit."""
    answer = draw(st.integers(-(10**9), 10**9) | st.decimals(-1000, 1000, places=2).map(float))
    unit = draw(st.sampled_from(["", "days", "members of NATO", "%"]))
    tolerance = draw(st.sampled_from([0, 1, 0.5]))
    return Number(id=identity, type="number", prompt="How many?", answer=answer, tolerance=tolerance, unit=unit,
                  cite=draw(citations(source)))  # fmt: skip


@st.composite
def clozes(draw: st.DrawFn, source: Source, identity: str) -> Cloze:
    """A sentence of a source with blanks in the place of some of its words."""
    number = draw(st.integers(1, len(source.sentences)))
    said = source.sentences[number - 1].text.split()
    blanked = draw(st.sets(st.integers(0, len(said) - 1), min_size=1))
    accept = draw(st.sampled_from(["", "|also", "| also |again"]))
    text = " ".join(f"{{{{{word}{accept}}}}}" if index in blanked else word for index, word in enumerate(said))
    return Cloze(id=identity, type="cloze", text=text, cite=(cite(source, number),))


@st.composite
def matches(draw: st.DrawFn, source: Source, identity: str) -> Match:
    """Pairs, with rights that repeat and rights too many."""
    lefts = draw(distinct(phrases, 2, 5))
    rights = draw(distinct(phrases, 2, 5))
    chosen = draw(st.lists(st.sampled_from(rights), min_size=len(lefts), max_size=len(lefts)))
    extra = tuple(right for right in rights if right not in chosen)
    pairs = tuple(Pair(left=a, right=b, cite=draw(citations(source))) for a, b in zip(lefts, chosen, strict=True))
    return Match(id=identity, type="match", prompt="Whose?", pairs=pairs, extra=extra, shuffle=draw(st.booleans()))


@st.composite
def orders(draw: st.DrawFn, source: Source, identity: str) -> Order:
    """Items in their right order."""
    texts = draw(distinct(phrases, 3, 6))
    items = tuple(Step(text=text, cite=draw(citations(source))) for text in texts)
    return Order(id=identity, type="order", prompt="In what order?", items=items, shuffle=draw(st.booleans()))


@st.composite
def claims(draw: st.DrawFn, source: Source, identity: str) -> FindEvidence:
    """A claim whose sentences are to be found."""
    also = tuple(draw(st.lists(citations(source), max_size=2)))
    return FindEvidence(id=identity, type="evidence", claim="So.", cite=draw(citations(source)), also=also)


KINDS: tuple[Callable[[Source, str], st.SearchStrategy[Question]], ...] = (
    choices,
    selects,
    booleans,
    shorts,
    numbers,
    clozes,
    matches,
    orders,
    claims,
)
"""A strategy for each of the nine types, from a source and an id."""


@st.composite
def libraries(draw: st.DrawFn, low: int = 1, high: int = 5) -> Library:
    """A course of one source and one lesson."""
    source = draw(sources())
    kinds = draw(st.lists(st.sampled_from(KINDS), min_size=low, max_size=high))
    return library_of(source, tuple(draw(kind(source, f"q{index}")) for index, kind in enumerate(kinds)))


def library_of(
    source: Source,
    questions: tuple[Question, ...],
    glossary: Glossary | None = None,
    *,
    slug: str = "bell",
    cites: Mapping[str, Citation] = MappingProxyType({}),
) -> Library:
    """A course of one source and one lesson of these questions; every sentence of the source is evidence."""
    section = Section(text="So it was.")
    lesson = Lesson(
        slug=slug, title=f"The {slug}", position=1, sections=(section,), questions=questions, cites=dict(cites)
    )
    evidence = {
        cite(source, s.number): Evidence(cite(source, s.number), source, (s,), (Span(0, len(s.text)),))
        for s in source.sentences
    }
    course = Course(id="tiny", title="Tiny")
    return Library(course, {source.slug: source}, (lesson,), (), glossary or Glossary(), evidence)


def glossary_of(*names: tuple[str, ...]) -> Glossary:
    """A glossary of terms, each with its name and aliases."""
    entries = (
        Entry(id=f"e{index}", kind="term", name=name, aliases=tuple(aliases), cite=())
        for index, (name, *aliases) in enumerate(names)
    )
    return Glossary(entries=tuple(entries))


def responses(task: Task) -> st.SearchStrategy[Response]:
    """Anything that a control could hand over for a task, complete or not."""
    match task:
        case Pick():
            values = [option.value for option in task.options]
            return st.lists(st.sampled_from(values), unique=True, max_size=len(values)).map(tuple)
        case Fill():
            known = [text for blank in task.blanks for text in (blank.answer, *blank.accept)]
            return st.tuples(*(st.sampled_from(known) | any_text | numbers_in_digits for _ in task.blanks))
        case Arrange():
            if task.once:
                return st.permutations(task.cards).map(tuple)
            return st.tuples(*(st.sampled_from(["", *task.cards]) for _ in task.slots))


instants = st.integers(0, 400 * 24 * 3600).map(lambda seconds: START + timedelta(seconds=seconds))
uuids = st.uuids(version=4).map(str)


@st.composite
def answers(draw: st.DrawFn) -> Attempt:
    """An answer to one of a few items of one of a few learners."""
    at = draw(instants)
    return Attempt(
        id=uuid7(at, random.Random(draw(st.integers(0, 2**32)))),
        course=draw(st.sampled_from(["tiny", "other"])),
        item=draw(st.sampled_from(["bell/a", "bell/b", "old/a"])),
        at=at,
        response=tuple(draw(st.lists(any_text, max_size=3))),
        correct=draw(st.booleans()),
        parts=tuple(draw(st.lists(st.booleans(), max_size=3))),
        sure=draw(st.booleans()),
        hints=draw(st.integers(0, 2)),
        seconds=draw(st.floats(0, 3600)),
        fingerprint=draw(st.sampled_from(["", "f" * 64])),
        learner=draw(learners),
        counts=draw(st.booleans()),
        sitting=draw(uuids),
    )


_ASIDES: tuple[Kind, ...] = ("undo", "flag")


@st.composite
def logs(draw: st.DrawFn) -> list[Attempt]:
    """Answers, flags and undos of both in the order in which they reach the log, which need not be that of time."""
    given = draw(st.lists(answers(), max_size=12, unique_by=lambda attempt: attempt.id))
    records = list(given)
    for answer in given:
        kind = draw(st.none() | st.sampled_from(_ASIDES))
        if kind is not None:
            at = answer.at + timedelta(seconds=5)
            identity = uuid7(at, random.Random(answer.id))
            aside = replace(answer, id=identity, at=at, kind=kind, target=answer.id, correct=None, counts=False)
            records.append(replace(aside, response=(), parts=()))
            if kind == "flag" and draw(st.booleans()):
                records.append(taken_back(records[-1], now=at, attempt_id=uuid7(at, random.Random(identity))))
    return draw(st.permutations(records))


def edits(word: str) -> st.SearchStrategy[str]:
    """`word` with one letter more, less, other or swapped with the next."""
    places = st.integers(0, len(word) - 1)
    letters = st.sampled_from(string.ascii_lowercase)
    return st.one_of(
        st.builds(lambda i, c: word[:i] + c + word[i:], places, letters),
        places.map(lambda i: word[:i] + word[i + 1 :]),
        st.builds(lambda i, c: word[:i] + c + word[i + 1 :], places, letters),
        st.integers(0, len(word) - 2).map(lambda i: word[:i] + word[i + 1] + word[i] + word[i + 2 :]),
    ).filter(lambda other: comparable(other) != comparable(word))


def source_of(slug: str, body: str) -> Source:
    """A source with this body, read as a file's body is."""
    lines = read_lines(body, 0)
    header = SourceHeader(name=slug.capitalize(), kind="report", original="o.txt", sha256="0" * 64)
    return Source(slug, header, lines, tuple(line for line in lines if line.number))


letters = st.sampled_from("aeé’'-.,“”\"–…3 \u00a0\n\u00ad\u0301\u0306\u1100\u1161\u11a8ÅZ")
folding_texts = st.text(letters, max_size=40)
"""Texts of what folding touches, and of what it must not."""


toml_values: st.SearchStrategy[object] = st.recursive(
    st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | phrases
    | st.dates()
    | st.sampled_from(["read", "short"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=4,
)
"""Whatever a TOML file may hold."""


@st.composite
def tables_for(draw: st.DrawFn, model: type) -> dict[str, object]:
    """A table with keys of a model, most of the values of the right kind."""
    likely: dict[str, st.SearchStrategy[object]] = {
        "str": phrases,
        "Whole": st.integers(),
        "Flag": st.booleans(),
        "date": st.dates(),
    }
    table: dict[str, object] = {}
    for field in fields(model):
        kind = str(getattr(field.type, "__name__", field.type))
        plain = likely.get(kind, st.lists(phrases, max_size=2) if "tuple" in str(field.type) else phrases)
        if draw(st.integers(0, 9)):
            table[field.name] = draw(plain if draw(st.integers(0, 4)) else toml_values)
    return table


_toml_keys = st.sampled_from(
    ["a", "b", "a.b", "a . b.c", '"a"', "'b'", '"a\\nb"', "''", "é", "1", "-", "a b", '"""a"""', "", "["]
)
_toml_scalars = st.sampled_from(
    """
    1 -0 +7 1_000 1__0 01 0x1F 0XF 0o7 0b2 +0x1 0xFFFFFFFFFFFFFFFF 9223372036854775807 9223372036854775808 true True
    1.5 -0.0 1e400 5e-324 1.e1 .5 6_1.0_1e+0_2 9007199254740993.0 inf -nan +inf infinity 1979-05-27 1979-02-30
    0000-01-01 0001-01-01T00:00:00+01:00 07:32 07:32:00.1234567 24:00:00 23:59:60 1979-05-27T07:32Z
    1979-05-27t07:32:00.5z 1979-05-27T07:32:00-07:00 1979-05-27T07:32:00+24:00 1979-05-27T07:32:00-00:00
    'l' '''m''' '''m'''' '''m'''''' "" "
    ' ''' "é" "\\u00e9" "\\uD800" "\\U00110000" "\\e\\x41" "\\q" "\\"" "\\" "\\n\\t" #
    """.split()
) | st.sampled_from(['"""a"""', '"""a""""', '"""a""""""', '"""\n a\\\n  b\r\n"""', '"""a', '"a\nb"', '"\t"', '"\x7f"'])
_toml_values = st.recursive(
    _toml_scalars | phrases.map(lambda text: f'"{text}"'),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.lists(inner, max_size=3).map(lambda items: "".join(["[\n", *(f"{item}, # [\n" for item in items), "]"]))
        | st.lists(st.tuples(_toml_keys, inner).map(" = ".join), max_size=3).map(
            lambda pairs: f"{{{', '.join(pairs)}}}"
        )
    ),
    max_leaves=5,
)
_toml_lines = (
    st.tuples(_toml_keys, _toml_values).map(" = ".join)
    | _toml_keys.map(lambda key: f"[{key}]")
    | _toml_keys.map(lambda key: f"[[{key}]]")
    | st.sampled_from(["", "# “c” \t", "# \x01", "\ufeff", "\x00", "\x85", "[", "a = [", "]", "}", "a = {"])
)


@st.composite
def toml_texts(draw: st.DrawFn) -> str:
    """TOML, well written or not, with what readers of it disagree on."""
    return draw(st.sampled_from(["\n", "\n", "\r\n", "\r", " "])).join(draw(st.lists(_toml_lines, max_size=6)))


_SETTINGS = {
    "theme": (['"dark"', '"light"', '"terminal"'], ['"drak"', "3", "[]"]),
    "reduced_motion": (["true", "false"], ["1", '"yes"']),
    "desired_retention": (["0.7", "0.85", "0.99"], ["0.5", "1", "nan", "true"]),
    "new_per_day": (["0", "20", "9_999"], ["-1", "2.5", "99999999999999999999"]),
    "reviews_per_day": (["0", "200"], ["10000", "1979-05-27"]),
    "motion": ([], ["true"]),
}
_BINDINGS = {
    '"lesson.next"': (['"x"', '"x, right"'], ['""', '"left"', "4"]),
    "quiz.hint": (['"é"', '"f7"'], ['"n"', '"?"', '"enter"', '"f99"']),
    "quit": (['"ctrl+x"'], ['"q"', '"ctrl+c"', "[]"]),
    '"no.binding"': ([], ['"a"', "{}"]),
}
_comments = st.sampled_from(["", " # why", " # “quotes” and = signs"])


def sound_settings_texts() -> st.SearchStrategy[str]:
    """A settings file without a mistake, with comments."""
    return _settings_texts(wrong=False)


def settings_texts() -> st.SearchStrategy[str]:
    """A settings file with sound values and others, here and there a line that is no TOML."""
    return _settings_texts(wrong=True)


@st.composite
def _settings_texts(draw: st.DrawFn, *, wrong: bool) -> str:
    def lines(table: dict[str, tuple[list[str], list[str]]]) -> list[str]:
        known = [key for key, (sound, _) in table.items() if sound or wrong]
        chosen = draw(st.lists(st.sampled_from(known), unique=True))
        values = {key: [*table[key][0], *(table[key][1] if wrong else ())] for key in chosen}
        return [f"{key} = {draw(st.sampled_from(values[key]))}{draw(_comments)}" for key in chosen]

    text = [*draw(st.lists(st.sampled_from(["", "# Mine."]), max_size=2)), *lines(_SETTINGS)]
    if draw(st.booleans()):
        text += [draw(st.sampled_from(["", "# Keys."])), f"[keys]{draw(_comments)}", *lines(_BINDINGS)]
    if wrong and draw(st.booleans()):
        text.insert(draw(st.integers(0, len(text))), draw(any_text))
    return draw(st.sampled_from(["\n", "\r\n"])).join([*text, ""])


@dataclass(frozen=True)
class Damage:
    """What happened to the bytes of a file."""

    flips: tuple[tuple[int, int], ...]
    """Places, and what each byte there is xored with."""
    blank: tuple[int, int, bytes] | None
    """A stretch from one place to another, and the byte with which it is written over."""
    cut: int | None
    """Where the file ends now."""

    def of(self, data: bytes) -> bytes:
        """The file after it."""
        found = bytearray(data)
        for place, mask in self.flips:
            found[place] ^= mask
        if self.blank is not None:
            start, end, byte = self.blank
            found[start:end] = byte * (end - start)
        return bytes(found[: self.cut])


def damages(length: int, page: int) -> st.SearchStrategy[Damage]:
    """To a file of so many bytes, in pages of so many: most of it where the file says what it is."""
    places = st.integers(0, 200) | st.integers(0, page - 1) | st.integers(0, length - 1)
    flips = st.lists(st.tuples(places, st.integers(1, 255)), max_size=6).map(tuple)
    pages = st.integers(0, length // page - 1)
    blanks = st.builds(lambda n, byte: (n * page, (n + 1) * page, byte), pages, st.sampled_from([b"\0", b"\xff", b"x"]))
    return st.builds(Damage, flips, st.none() | blanks, st.none() | st.integers(0, length))
