"""Operators on the form: keys, types, values and references; lessons without content."""

import re
from collections.abc import Iterator
from itertools import pairwise
from random import Random

from quizapp.text.span import Path, Span
from tests.bench.mutation.citing import mistyped
from tests.bench.mutation.course import GLOSSARY, Course, Edit, Mutant, place, toml, walk
from tests.bench.mutation.operators import ERROR, Operator

_QUESTIONS = re.compile(r"^\[\[questions\]\]$", re.MULTILINE)
_REFERENCES = ("cite", "context", "about", "requires")


def _tables(course: Course) -> Iterator[tuple[str, Path, dict[str, object]]]:
    """Every table whose keys the format knows."""
    for file, data in course.data.items():
        for path, value in walk(data):
            if isinstance(value, dict) and path != ("cites",):
                yield file, path, value


def _key_mistyped(course: Course, random: Random) -> Iterator[Mutant]:
    for file, path, table in _tables(course):
        keys = [key for key, value in table.items() if not _has_header(value)]
        for key in random.sample(keys, min(2, len(keys))):
            wrong = mistyped(key, random)
            if wrong not in table and wrong not in ("at", "cite", "cites"):
                edit = Edit(course.span(file, (*path, key), on_key=True), wrong)
                what = f"{place(file, path)}: {key} -> {wrong}"
                yield Mutant(file, (edit,), what, course.touched(file, path))


def _has_header(value: object) -> bool:
    """Whether a value may stand under a header, so that its key is written more than once."""
    return isinstance(value, dict) or (isinstance(value, list) and any(isinstance(v, dict) for v in value))


def _key_added(course: Course, random: Random) -> Iterator[Mutant]:
    for asked in course.questions:
        key = random.choice(("difficulty", "points", "tags", "image", "author", "source", "wrong"))
        path = (*asked.path, "id")
        raw = course.original(asked.file, course.span(asked.file, path))
        what = f"{asked.lesson}/{asked.question.id}: {key} added"
        yield course.mutant(asked.file, what, {path: f"{raw}\n{key} = 3"})


def _type(course: Course, random: Random) -> Iterator[Mutant]:
    for asked in course.questions:
        other = random.choice(("essay", "multiple-choice", mistyped(asked.kind, random), asked.kind.upper()))
        yield course.rewritten(asked.file, (*asked.path, "type"), other)


def _emptied(course: Course, _: Random) -> Iterator[Mutant]:
    for file in course.lessons:
        text = course.document(file).text
        whole = Span(0, len(text))
        first = _QUESTIONS.search(text)
        if first:
            without = text[: first.start()]
            listed = without.replace("format = 1\n", "format = 1\nquestions = []\n", 1)
            header = text[: text.index("\n[")]
            contents = ("", "# to be written\n", "format = 1\n", header, without, listed)
            for index, content in enumerate(contents):
                yield Mutant(file, (Edit(whole, content),), f"{file} emptied, way {index + 1}")


def _required_dropped(course: Course, random: Random) -> Iterator[Mutant]:
    """A line with a required key taken out."""
    for asked in course.questions:
        for key in ("id", "type", asked.prompt.path[-1], "answer", "answers", "text", "pairs", "items"):
            value = asked.raw.get(str(key))
            if value is None or (key == "prompt" and asked.kind == "cloze") or _has_header(value):
                continue
            path = (*asked.path, key)
            written = Span(course.span(asked.file, path, on_key=True).start, course.span(asked.file, path).end)
            what = f"{asked.lesson}/{asked.question.id}: without {key}"
            yield Mutant(asked.file, (Edit(written, ""),), what, course.touched(asked.file, path))
    yield from random.sample([*_citations_without_quote(course)], 10)


def _citations_without_quote(course: Course) -> Iterator[Mutant]:
    for cited in course.citations:
        if cited.path[0] == "cites":
            path = (*cited.path, "quote")
            written = Span(course.span(cited.file, path, on_key=True).start, course.span(cited.file, path).end)
            what = f"{place(cited.file, cited.path)}: without quote"
            yield Mutant(cited.file, (Edit(written, ""),), what, course.touched(cited.file, path))


def _other_kind(course: Course, random: Random) -> Iterator[Mutant]:
    """A text where a number belongs, and the other way round."""
    for asked in course.questions:
        key = random.choice([key for key in asked.raw if key not in ("id", "type")])
        other = "7" if not isinstance(asked.raw[key], int) or asked.raw[key] in (True, False) else '"seven"'
        yield course.mutant(
            asked.file, f"{asked.lesson}/{asked.question.id}: {key} = {other}", {(*asked.path, key): other}
        )


def _reference_mistyped(course: Course, random: Random) -> Iterator[Mutant]:
    for file in course.lessons:
        data = course.data[file]
        known = {*data["cites"], *(e.id for e in course.library.glossary.entries)}
        known |= {dispute.id for dispute in course.library.glossary.disputes}
        for path, value in walk(data):
            if not isinstance(value, str):
                continue
            wrong = mistyped(value, random) if path[-2:-1] and path[-2] in _REFERENCES else value
            mark = re.search(r"\[@([^\]]+)\]", value)
            if mark and (name := mistyped(mark.group(1), random)) not in known:
                wrong = value.replace(mark.group(), f"[@{name}]", 1)
            if wrong != value and wrong not in known:
                yield course.mutant(file, f"{place(file, path)}: a reference mistyped", {path: toml(wrong)})


def _id_repeated(course: Course, _: Random) -> Iterator[Mutant]:
    for one, other in pairwise(course.questions):
        if one.file == other.file:
            yield course.rewritten(other.file, (*other.path, "id"), one.question.id)
    for index, entry in enumerate(course.library.glossary.entries[:-1]):
        yield course.rewritten(GLOSSARY, ("entries", index + 1, "id"), entry.id)


def _unanswerable(course: Course, _: Random) -> Iterator[Mutant]:
    for asked in course.questions:
        what = f"{asked.lesson}/{asked.question.id}: cannot be answered"
        if asked.kind == "cloze":
            text = asked.raw["text"]
            for other in (re.sub(r"\{\{.*?\}\}", "{{}}", text), re.sub(r"\{\{(.*?)\}\}", r"\1", text)):
                yield course.mutant(asked.file, what, {(*asked.path, "text"): toml(other)})
        if asked.kind == "select":
            yield course.mutant(asked.file, what, {(*asked.path, "answers"): "[]"})
        if asked.kind == "short":
            yield course.mutant(asked.file, what, {(*asked.path, "answer"): '"…"'})
        if asked.kind == "order":
            first = toml(asked.raw["items"][0]["text"])
            yield course.mutant(asked.file, what, {(*asked.path, "items", 1, "text"): first})


def _too_long(course: Course, _: Random) -> Iterator[Mutant]:
    for asked in course.questions:
        for text in (asked.prompt, *asked.keys, *asked.distractors):
            limit = 500 if text == asked.prompt else 200
            if text.text:
                long = " ".join([text.text] * (limit // len(text.text) + 1))
                yield course.mutant(asked.file, f"{place(asked.file, text.path)}: too long", {text.path: toml(long)})


def _number_too_large(course: Course, _: Random) -> Iterator[Mutant]:
    for file, data in course.data.items():
        for path, value in walk(data):
            if isinstance(value, int) and not isinstance(value, bool):
                yield course.mutant(file, f"{place(file, path)}: too large", {path: str(2**63 + value)})


def _syntax(course: Course, random: Random) -> Iterator[Mutant]:
    """The quotation mark that ends a text, or an equals sign, left out."""
    for file, data in course.data.items():
        texts = [path for path, value in walk(data) if isinstance(value, str)]
        for path in random.sample(texts, min(8, len(texts))):
            span = course.span(file, path)
            raw = course.original(file, span)
            if not raw.startswith('"""'):
                edit = Edit(Span(span.end - 1, span.end), "")
                yield Mutant(file, (edit,), f"{place(file, path)}: quotation mark dropped", course.touched(file, path))


def _original_missing(course: Course, random: Random) -> Iterator[Mutant]:
    for source in course.library.sources.values():
        others = (mistyped(source.header.original, random), f"../{source.header.original}", "originals")
        for other in others:
            yield course.rewritten(source.file, ("original",), other)


OPERATORS = (
    Operator("key mistyped", ERROR, _key_mistyped),
    Operator("key unknown", ERROR, _key_added),
    Operator("type unknown", ERROR, _type),
    Operator("lesson emptied", ERROR, _emptied),
    Operator("required key left out", ERROR, _required_dropped, listed=False),
    Operator("value of another kind", ERROR, _other_kind, listed=False),
    Operator("reference mistyped", ERROR, _reference_mistyped, listed=False),
    Operator("id repeated", ERROR, _id_repeated, listed=False),
    Operator("nothing to answer", ERROR, _unanswerable, listed=False),
    Operator("text too long", ERROR, _too_long, listed=False),
    Operator("number too large", ERROR, _number_too_large, listed=False),
    Operator("quotation mark dropped", ERROR, _syntax, listed=False),
    Operator("original not readable", ERROR, _original_missing, listed=False),
)
