"""Operators on what a question holds to be true: its key, the options beside it, and words that it quotes."""

import re
from collections.abc import Iterator
from random import Random

from quizapp.content.citation import Citation
from quizapp.text.fold import fold
from quizapp.text.span import Path, Span
from tests.bench.mutation.actors import Actors
from tests.bench.mutation.course import Asked, Course, Mutant, at, toml
from tests.bench.mutation.operators import ERROR, HALF, MOSTLY, NOTE, REPORTED, Goal, Make, Operator
from tests.bench.mutation.quoting import inner_word_deleted
from tests.bench.mutation.words import in_words, like, numbers, other_numbers, put, said, stands_in, words

_BLANK = re.compile(r"\{\{(.*?)\}\}")
_QUOTED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"")


def _recall(make: Make, *, recalls: bool) -> Make:
    """The mutants of questions that ask for plain recall, or of the others."""

    def wanted(course: Course, random: Random) -> Iterator[Mutant]:
        plain = {(q.lesson, q.question.id) for q in course.questions if q.recalls}
        for mutant in make(course, random):
            if (next(iter(mutant.questions)) in plain) == recalls:
                yield mutant

    return wanted


def _count(asked: Asked) -> int:
    """How many keys it has; a number that says how many there are is no claim about the source."""
    return max((len(asked.raw.get(key, ())) for key in ("answers", "pairs", "items")), default=0)


def _numbers(course: Course, random: Random) -> Iterator[Mutant]:
    """Of numbers that the evidence has; one that it never had is no longer there to be lost."""
    for asked in course.questions:
        if asked.kind == "number":
            sentences = course.sentences((*asked.question.cite, *asked.question.context))
            others = list(other_numbers(asked.raw["answer"], sentences, random))
            for other in others[:2] if _has(sentences, asked.raw["answer"]) else ():
                what = f"{asked.lesson}/{asked.question.id}: {asked.raw['answer']} -> {other}"
                yield course.mutant(asked.file, what, {(*asked.path, "answer"): str(other)})
        for key in asked.keys:
            sentences = course.sentences(asked.own_citations(key.path))
            for span, number in numbers(key.text):
                fitting = [n for n in other_numbers(number, sentences, random) if n != _count(asked)]
                if fitting and _has(sentences, number):
                    text = put(key.text, span, like(fitting[0], said(key.text, span)))
                    yield course.rewritten(asked.file, key.path, text)


def _has(sentences: list[str], number: int) -> bool:
    return any(number == value for sentence in sentences for _, value in numbers(sentence))


def _names(*, invented: bool) -> Make:
    """Of names that the evidence has, in whatever spelling: another entry's in its place, or one that no source has."""

    def make(course: Course, random: Random) -> Iterator[Mutant]:
        actors = Actors(course)
        for asked in course.questions:
            for key in asked.keys:
                sentences = course.sentences((*asked.own_citations(key.path), *asked.question.context))
                there = {named.entry for sentence in sentences for named in actors.find(sentence)}
                for named in actors.find(key.text):
                    fitting = next(actors.others(named, [*sentences, key.text], random), None)
                    other = actors.invented(named) if invented else fitting
                    if other is not None and named.entry in there:
                        yield course.rewritten(asked.file, key.path, put(key.text, named.span, other))

    return make


def _filling(course: Course, random: Random) -> Iterator[Mutant]:
    """The word in a blank, replaced by another of the sentence or of another question's blank."""
    blanks = [found.group(1).split("|")[0] for q in course.questions if q.kind == "cloze"
              for found in _BLANK.finditer(q.raw["text"])]  # fmt: skip
    for asked in course.questions:
        for found in _BLANK.finditer(asked.raw.get("text", "")):
            filling = found.group(1).split("|")[0]
            text = " ".join(course.sentences(asked.question.cite))
            choices = [said(text, span) for span in words(text)] + blanks
            for other in random.sample([c for c in choices if fold(c) != fold(filling)], 3):
                filled = put(asked.raw["text"], Span(*found.span()), f"{{{{{other}}}}}")
                yield course.rewritten(asked.file, (*asked.path, "text"), filled)


def _swapped(course: Course, asked: Asked, key: Path, other: Path) -> Mutant:
    """A mutant in which two options, whatever else they have, change their texts."""
    one, two = (at(course.data[asked.file], path) for path in (key, other))
    what = f"{asked.lesson}/{asked.question.id}: {one!r} <-> {two!r}"
    return course.mutant(asked.file, what, {key: toml(two), other: toml(one)})


def _framed_swapped(course: Course, _: Random) -> Iterator[Mutant]:
    for asked in course.questions:
        if asked.framed and asked.kind == "choice":
            for distractor in asked.distractors:
                yield _swapped(course, asked, asked.keys[0].path, distractor.path)


def _verbatim_swapped(course: Course, _: Random) -> Iterator[Mutant]:
    """The key stands in the cited sentence, and no frame decides; the right of a pair is its key."""
    for asked in course.questions:
        for key in asked.keys:
            sentences = course.sentences(asked.own_citations(key.path))
            if not asked.framed and key.path[-1] != "left" and stands_in(key.text, sentences):
                for distractor in asked.distractors:
                    yield _swapped(course, asked, key.path, distractor.path)


def _quoted_words(course: Course, random: Random) -> Iterator[Mutant]:
    for asked in course.questions:
        for text in (asked.prompt, *asked.keys, *asked.distractors, *asked.explanations):
            for found in _QUOTED.finditer(text.text):
                span = Span(*found.span(1 if found.group(1) else 2))
                quoted = said(text.text, span)
                altered = inner_word_deleted(quoted, random) if random.random() < 0.5 else None
                altered = altered or _one_word_replaced(quoted, random)
                if altered:
                    yield course.rewritten(asked.file, text.path, put(text.text, span, altered))


def _one_word_replaced(quoted: str, random: Random) -> str | None:
    spans = words(quoted)
    span = random.choice(spans) if spans else None
    return span and put(quoted, span, random.choice(("plainly", "beyond", "seventh", "never", "small")))


def _other_forms(asked: Asked, text: str, course: Course) -> Iterator[str]:
    """Other ways to write the same answer."""
    yield text.upper()
    yield f"{text}."
    if not text.casefold().startswith("the "):
        yield f"the {text}"
    for span, number in numbers(text):
        digits = said(text, span)[0].isdigit()
        if digits and number < 100:
            yield put(text, span, in_words(number))
        elif not digits:
            yield put(text, span, str(number))
    for named in Actors(course).find(text):
        for spelling in (named.entry.name, *named.entry.aliases):
            if spelling != named.spelling and not (
                spelling.endswith("s") and text[named.span.end :][:2] in ("'s", "’s")
            ):
                yield put(text, named.span, spelling)


def _repeated(*, key: bool) -> Make:
    """The key, or a distractor, in another form in the place of a distractor."""

    def make(course: Course, random: Random) -> Iterator[Mutant]:
        for asked in course.questions:
            slots = asked.distractors
            keys = [k for k in asked.keys if k.path[-1] != "left"] if key else slots[:1]
            for text in keys if len(slots) > (not key) else ():
                forms = list(_other_forms(asked, text.text, course))
                slot = random.choice(slots[not key :])
                for form in random.sample(forms, 2):
                    yield course.rewritten(asked.file, slot.path, form, f"{asked.question.id} {text.text!r}")

    return make


def _planted(course: Course, random: Random) -> Iterator[Mutant]:
    """What is true put among the distractors: another right answer, or a clause of the cited sentence."""
    for asked in course.questions:
        slots = asked.distractors
        if asked.kind == "select" and len(asked.keys) > 1 and len(asked.keys) == len(asked.raw["answers"]):
            for key in asked.keys:
                rest = [answer for answer in asked.raw["answers"] if answer not in (key.text, {"text": key.text})]
                values: dict[Path, str] = {(*asked.path, "answers"): "[" + ", ".join(map(toml, rest)) + "]"}
                values[random.choice(slots).path] = toml(key.text)
                what = f"{asked.lesson}/{asked.question.id}: {key.text!r} a distractor"
                yield course.mutant(asked.file, what, values)
        elif asked.kind == "choice" and slots and asked.keys:
            for clause in _clauses(course, asked.question.cite, asked.keys[0].text):
                yield course.rewritten(asked.file, random.choice(slots).path, clause, f"{asked.question.id} planted")


def _clauses(course: Course, cite: tuple[Citation, ...], key: str) -> Iterator[str]:
    """The clauses of the cited sentences that share little with the key."""
    own = {said(key, span).casefold() for span in words(key)}
    for sentence in course.sentences(cite):
        for clause in re.split(r"[,;:–“”]| and | but | while ", sentence.rstrip(".”")):
            found = [said(clause, span).casefold() for span in words(clause)]
            if 3 <= len(found) <= 14 and sum(word in own for word in found) * 2 < len(found):
                yield clause.strip(" ’‘'")


def _claims(*, widened: bool) -> Make:
    """The claim of an `evidence` question says what another sentence says: that alone, or that as well."""

    def make(course: Course, random: Random) -> Iterator[Mutant]:
        for asked in course.questions:
            if asked.kind == "evidence":
                cited = course.sentences(asked.own_citations(()))
                sentences = course.library.sources[asked.question.cite[0].source].sentences
                texts = [s.text.strip("“”") for s in sentences if s.text not in cited]
                others = [text for text in texts if 6 < len(words(text)) < 40]
                for other in random.sample(others, 3):
                    wider = f"{asked.prompt.text.rstrip('.')}, and {other[:1].lower()}{other[1:]}"
                    yield course.rewritten(asked.file, asked.prompt.path, wider if widened else other)

    return make


def _blurred(course: Course, _: Random) -> Iterator[Mutant]:
    """The claim of an `evidence` question says no more than what its sentence shares with another."""
    for asked in course.questions:
        if asked.kind == "evidence":
            cited = course.sentences(asked.own_citations(()))
            sentences = course.library.sources[asked.question.cite[0].source].sentences
            shared = [_shared(cited[0], s.text) for s in sentences if s.text not in cited]
            yield course.rewritten(asked.file, asked.prompt.path, max(shared, key=len))


def _shared(one: str, other: str) -> str:
    """The words of a text that the other has as well."""
    others = {said(other, span) for span in words(other)}
    return " ".join(said(one, span) for span in words(one) if said(one, span) in others)


def _flipped(course: Course, _: Random) -> Iterator[Mutant]:
    for asked in course.questions:
        if asked.kind == "boolean":
            answer = "false" if asked.raw["answer"] else "true"
            what = f"{asked.lesson}/{asked.question.id}: now {answer}"
            yield course.mutant(asked.file, what, {(*asked.path, "answer"): answer})


def _by_level(name: str, make: Make) -> Iterator[Operator]:
    levels: tuple[tuple[str, bool, Goal], ...] = (("remember", True, ERROR), ("other levels", False, NOTE))
    for level, recalls, goal in levels:
        yield Operator(f"key: {name} ({level})", goal, _recall(make, recalls=recalls))


OPERATORS = (
    *_by_level("a number that the evidence lacks", _numbers),
    *_by_level("another entry's name", _names(invented=False)),
    *_by_level("an unheard-of name", _names(invented=True)),
    Operator("cloze: filling changed", ERROR, _filling),
    Operator("key of a framed question and a distractor swapped", ERROR, _framed_swapped),
    Operator("quoted words altered", ERROR, _quoted_words),
    Operator("key among the distractors in another form", ERROR, _repeated(key=True)),
    Operator("distractor repeated in another form", ERROR, _repeated(key=False), listed=False),
    Operator("key of a verbatim question and a distractor swapped", MOSTLY, _verbatim_swapped),
    Operator("true statement planted as a distractor", HALF, _planted),
    Operator("claim that another sentence carries", REPORTED, _claims(widened=False), listed=False),
    Operator("claim that takes in another sentence", REPORTED, _claims(widened=True), listed=False),
    Operator("claim that fits another sentence as well", REPORTED, _blurred, listed=False),
    Operator("answer of a boolean flipped", REPORTED, _flipped, listed=False),
)
