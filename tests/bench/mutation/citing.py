"""Operators on what is cited: nothing, another source, another sentence; and on the sources themselves."""

import re
from collections.abc import Callable, Iterator
from random import Random

from quizapp.content.citation import Evidence
from quizapp.text.fold import fold
from quizapp.text.span import Path
from tests.bench.mutation.course import GLOSSARY, Asked, Cited, Course, Edit, Mutant, place, toml, walk
from tests.bench.mutation.operators import ERROR, NEARLY, NOTE, WARNING, Make, Operator
from tests.bench.mutation.quoting import inner_word_deleted, inner_word_inserted, inner_word_replaced
from tests.bench.mutation.words import LETTERS, changes, words

_MARK = re.compile(r"\s*\[@([^\]\s]*)\]")


def _dropped(wanted: Callable[[Path, Course, str], bool]) -> Make:
    """Lists of citations, emptied."""

    def make(course: Course, _: Random) -> Iterator[Mutant]:
        for file in (*course.lessons, GLOSSARY):
            for path, value in walk(course.data[file]):
                if path and path[-1] == "cite" and value and wanted(path, course, file):
                    yield course.mutant(file, f"{place(file, path)}: {len(value)} dropped", {path: "[]"})

    return make


def _of_question(path: Path, course: Course, file: str) -> bool:
    kinds = {q.path: q.kind for q in course.questions if q.file == file}
    return len(path) == 3 and kinds.get(path[:2], "match") not in ("match", "order")


def _under(*keys: str) -> Callable[[Path, Course, str], bool]:
    return lambda path, _, __: len(path) > 1 and any(key in keys for key in path[-3:-1])


def _paragraphs(course: Course, _: Random) -> Iterator[Mutant]:
    for file, path, text in _prose(course):
        parts = re.split(r"(\n[ \t]*\n)", text)
        for index in range(0, len(parts), 2):
            if _MARK.search(parts[index]):
                bare = [*parts[:index], _MARK.sub("", parts[index]), *parts[index + 1 :]]
                what = f"{place(file, path)}: paragraph {index // 2 + 1} without its marks"
                yield course.mutant(file, what, {path: toml("".join(bare))})


def _prose(course: Course) -> Iterator[tuple[str, Path, str]]:
    for file in course.lessons:
        for index, section in enumerate(course.data[file]["sections"]):
            yield file, ("sections", index, "text"), section["text"]


def _untaught(course: Course, _: Random) -> Iterator[Mutant]:
    """A mark taken from the prose, where a question rests on it and its paragraph has others."""
    for asked in course.questions:
        if asked.kind == "evidence":
            continue
        for name in asked.raw.get("cite", ()):
            marked = [(path, text) for file, path, text in _prose(course) if file == asked.file if f"[@{name}]" in text]
            if len(marked) != 1 or not isinstance(name, str):
                continue
            path, text = marked[0]
            around = next(part for part in re.split(r"\n[ \t]*\n", text) if f"[@{name}]" in part)
            if set(_MARK.findall(around)) != {name} and not _taught_otherwise(course, asked, name):
                yield course.rewritten(asked.file, path, text.replace(f"[@{name}]", ""), f"{name} untaught")


def _taught_otherwise(course: Course, asked: Asked, name: str) -> bool:
    """Whether another mark of the lesson's prose stands for a sentence of the same citation."""
    lesson = course.library.lesson(asked.lesson)
    cites = {} if lesson is None else lesson.cites
    marks = {m for file, _, text in _prose(course) if file == asked.file for m in _MARK.findall(text)} - {name}
    return not set(course.sentences([cites[name]])).isdisjoint(course.sentences(cites[m] for m in marks))


def _another_source(course: Course, random: Random) -> Iterator[Mutant]:
    for cited in course.citations:
        others = [slug for slug in course.library.sources if slug != cited.raw["source"]]
        yield course.rewritten(cited.file, (*cited.path, "source"), random.choice(others))


def _unknown_source(course: Course, random: Random) -> Iterator[Mutant]:
    for cited in course.citations:
        unknown = random.choice(("gazette", "nowhere", "letters-home", "wire"))
        yield course.rewritten(cited.file, (*cited.path, "source"), unknown)


def _mistyped_source(course: Course, random: Random) -> Iterator[Mutant]:
    for cited in course.citations:
        slug = mistyped(cited.raw["source"], random)
        if slug not in course.library.sources:
            yield course.rewritten(cited.file, (*cited.path, "source"), slug)


def mistyped(word: str, random: Random) -> str:
    """A word with one letter wrong, missing, doubled or changed with its neighbour."""
    at = random.randrange(len(word))
    edits = (
        word[:at] + word[at + 1 :],
        word[:at] + random.choice(LETTERS) + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
    )
    return random.choice([edit for edit in edits if edit and edit != word] or [word * 2])


def _wrong_at(course: Course, random: Random) -> Iterator[Mutant]:
    for cited in course.citations:
        first = cited.evidence.sentences[0].number
        if not first:
            continue
        sentences = cited.evidence.source.sentences
        quote = fold(cited.quote)
        wrong = [s.number for s in sentences if s.number != first and quote not in fold(s.text)]
        wrong = [n for n in (first - 1, first + 1) if n in wrong] * 3 + wrong + [0, len(sentences) + 1]
        number = random.choice(wrong)
        what = f"{place(cited.file, cited.path)}: at = {number}, not {first}"
        yield course.mutant(cited.file, what, _citation(cited, cited.quote, number))


def _citation(cited: Cited, quote: str, number: int) -> dict[Path, str]:
    """The values of a citation with another quote and `at`."""
    if "at" in cited.raw:
        return {(*cited.path, "quote"): toml(quote), (*cited.path, "at"): str(number)}
    return {(*cited.path, "quote"): f"{toml(quote)}{_joined(cited)}at = {number}"}


def _joined(cited: Cited) -> str:
    """What stands between two keys of the citation: a line of its own under a header, a comma in a table in place."""
    return "\n" if cited.path[0] == "cites" else ", "


def _source_edited(course: Course, random: Random) -> Iterator[Mutant]:
    edits = (inner_word_replaced, inner_word_deleted, inner_word_inserted)
    for source in course.library.sources.values():
        for sentence in source.sentences:
            text = random.choice(edits)(sentence.text, random)
            if text is not None and changes(sentence.text, text):
                what = f"{source.slug}:{sentence.number}: {sentence.text!r} -> {text!r}"
                touched = course.resting_on((source.slug, sentence.number))
                yield Mutant(source.file, (Edit(sentence.span, text),), what, touched)


def _neighbour_at_question(course: Course, random: Random) -> Iterator[Mutant]:
    """A question cites the sentence before or after the one that it cited; the prose stays."""
    for asked in course.questions:
        for path, name in walk(asked.raw):
            if len(path) < 2 or path[-2] != "cite" or not isinstance(name, str):
                continue
            cited = next(c for c in course.citations if c.file == asked.file and c.path == ("cites", name))
            other = _neighbour(course, cited, {(c.source.slug, s.number) for c in _cited_by(course, asked)
                                               for s in c.sentences}, random)  # fmt: skip
            if other:
                text, number = other
                value = f"{{ source = {toml(cited.raw['source'])}, quote = {toml(text)}, at = {number} }}"
                what = f"{asked.lesson}/{asked.question.id}: {cited.quote!r} -> {text!r}"
                yield course.mutant(asked.file, what, {(*asked.path, *path): value})


def _cited_by(course: Course, asked: Asked) -> tuple[Evidence, ...]:
    texts = [(), *(key.path for key in asked.keys)]
    return course.library.evidence_of(c for path in texts for c in asked.own_citations(path))


def _neighbour_by_name(course: Course, random: Random) -> Iterator[Mutant]:
    """A named citation, and with it prose and questions, goes to the sentence before or after."""
    used = {(q.file, value) for q in course.questions for path, value in walk(q.raw)
            if len(path) > 1 and path[-2] == "cite" and isinstance(value, str)}  # fmt: skip
    for cited in course.citations:
        if cited.path[0] == "cites" and (cited.file, cited.path[1]) in used:
            of_file = {(c.evidence.source.slug, s.number) for c in course.citations
                       if course.touched(c.file, c.path) & course.touched(cited.file, cited.path)
                       for s in c.evidence.sentences}  # fmt: skip
            other = _neighbour(course, cited, of_file, random)
            if other:
                what = f"{place(cited.file, cited.path)}: {cited.quote!r} -> {other[0]!r}"
                yield course.mutant(cited.file, what, _citation(cited, *other))


def _neighbour(course: Course, cited: Cited, taken: set[tuple[str, int]], random: Random) -> tuple[str, int] | None:
    """The text and number of a sentence next to the cited one that the question does not cite as well."""
    slug = cited.evidence.source.slug
    if not cited.evidence.sentences[0].number:
        return None
    around = [
        *course.neighbours(cited.evidence.sentences[0], slug),
        *course.neighbours(cited.evidence.sentences[-1], slug),
    ]
    free = [s for s in around if (slug, s.number) not in taken]
    chosen = random.choice(free) if free else None
    return None if chosen is None else (chosen.text, chosen.number)


def _heading(course: Course, random: Random) -> Iterator[Mutant]:
    for cited in course.citations:
        source = cited.evidence.source
        taught = fold("\n".join(sentence.text for sentence in source.sentences))
        lines = [line.text for line in source.lines if not line.number and fold(line.text) not in taught]
        if lines and "part" not in cited.raw and "at" not in cited.raw:
            yield course.rewritten(cited.file, (*cited.path, "quote"), random.choice(lines))


def _across_paragraphs(course: Course, _: Random) -> Iterator[Mutant]:
    for cited in course.citations:
        last = cited.evidence.sentences[-1]
        after = [s for s in cited.evidence.source.sentences[last.number :][:1] if s.paragraph != last.paragraph]
        if last.number and after and "at" not in cited.raw:
            follows = " ".join(after[0].text.split()[:4])
            yield course.rewritten(cited.file, (*cited.path, "quote"), f"{last.text} {follows}")


def _three_words(course: Course, random: Random) -> Iterator[Mutant]:
    """A quote cut down to three of its words, where they stand once in the source."""
    for cited in course.citations:
        spans = words(cited.quote)
        whole = fold("\n".join(s.text for s in cited.evidence.source.sentences))
        starts = list(range(len(spans) - 2))
        random.shuffle(starts)
        for start in starts if "at" not in cited.raw and len(spans) > 3 and cited.path[0] == "cites" else ():
            short = cited.quote[spans[start].start : spans[start + 2].end]
            if whole.count(fold(short)) == 1 and course.touched(cited.file, cited.path):
                yield course.rewritten(cited.file, (*cited.path, "quote"), short)
                break


OPERATORS = (
    Operator("uncited: question", ERROR, _dropped(_of_question)),
    Operator("uncited: paragraph of prose", ERROR, _paragraphs),
    Operator("uncited: pair", ERROR, _dropped(_under("pairs"))),
    Operator("uncited: item of an order", ERROR, _dropped(_under("items"))),
    Operator("uncited: source as an answer", ERROR, _dropped(_under("answer", "answers"))),
    Operator("uncited: glossary entry", ERROR, _dropped(_under("entries"))),
    Operator("uncited: position of a dispute", ERROR, _dropped(_under("positions"))),
    Operator("source: another one", ERROR, _another_source),
    Operator("source: unknown", ERROR, _unknown_source),
    Operator("source: mistyped", ERROR, _mistyped_source),
    Operator("source: a word of a line edited", ERROR, _source_edited),
    Operator("at: wrong", ERROR, _wrong_at),
    Operator("neighbouring sentence cited by a question", NEARLY, _neighbour_at_question),
    Operator("neighbouring sentence under the same name", NEARLY, _neighbour_by_name),
    Operator("heading or furniture quoted", ERROR, _heading, listed=False),
    Operator("quote over the end of a paragraph", ERROR, _across_paragraphs, listed=False),
    Operator("mark of a question's sentence gone from prose", WARNING, _untaught, listed=False),
    Operator("quote of three words", NOTE, _three_words, listed=False),
)
