"""Whether what is said beside the questions is in the evidence: explanations, hints, and the glossary."""

from collections.abc import Container, Iterable, Iterator

from quizapp.checking.digest import Whole
from quizapp.checking.english.numbers import bound, claimed, keeps_within, shown, supported
from quizapp.checking.english.statement import read
from quizapp.checking.subject import Facts, Subject
from quizapp.content.citation import Evidence, addresses
from quizapp.content.library import GLOSSARY
from quizapp.content.prose import MARK, marks
from quizapp.diagnostics import CATALOGUE, Diagnostic, Location
from quizapp.text.characters import show_line
from quizapp.text.span import Path

_CITE_IT = "Cite with [@name] the sentence that says it, or leave it out."


def explanation_unsupported(subject: Subject) -> Iterator[Diagnostic]:
    """QZ350: numbers and names in an explanation or a hint are in the evidence, its marks counted.

    The evidence is shown in its paragraph, beside the question itself: what stands there is no news either. A hint,
    which must not point at the sentence, may draw on all of its source.
    """
    counts = {2, *_around(len(subject.keys)), *_around(len(subject.keys) + len(subject.distractors))}
    for written in subject.explanations:
        pieces = (*subject.evidence, *subject.context, *subject.marked(written.text))
        names = (len(subject.facts.names.find(s.text)) for piece in pieces for s in piece.sentences)
        listed = {count for listed in names for count in _around(listed)}
        own = _shown_beside(subject, pieces, whole=written.path[-1] == "hint")
        missing = _missing(subject.facts, written.text, pieces, own, counts | listed)
        if missing:
            message = f"{missing} is not in {addresses(pieces)}."
            yield subject.report("QZ350", message, written.path, _CITE_IT)


def glossary_unsupported(course: Whole) -> Iterator[Diagnostic]:
    """QZ350: numbers and names in the glossary's `role` and `says` are in what the entry cites."""
    library = course.facts.library
    glossary = library.glossary
    written: list[tuple[str, Path, tuple[Evidence, ...], tuple[str, ...]]] = [
        (entry.role, ("entries", index, "role"), library.evidence_of(entry.cite), (entry.name, *entry.aliases))
        for index, entry in enumerate(glossary.entries)
    ]
    written += [
        (position.says, ("disputes", index, "positions", at, "says"), library.evidence_of(position.cite), ())
        for index, dispute in enumerate(glossary.disputes)
        for at, position in enumerate(dispute.positions)
    ]
    for text, path, cited, own in written:
        named = (glossary.cites[name] for name in marks(text) if name in glossary.cites)
        pieces = (*cited, *library.evidence_of(named))
        missing = _missing(course.facts, text, pieces, own, {2})
        if missing:
            message = f"{missing} is not in {addresses(pieces)}."
            yield Diagnostic(CATALOGUE["QZ350"], message, Location(GLOSSARY, path), notes=(_CITE_IT,))


RULES = (explanation_unsupported,)
COURSE_RULES = (glossary_unsupported,)


def _shown_beside(subject: Subject, pieces: tuple[Evidence, ...], *, whole: bool) -> Iterator[str]:
    """The texts of a question, and the paragraphs around its evidence, or the `whole` of the sources."""
    yield subject.prompt.text
    yield from (key.text for key in subject.keys)
    yield from (distractor.text for distractor in subject.distractors)
    for piece in pieces:
        yield from (sentence.text for sentence in (piece.source.sentences if whole else piece.paragraph))


def _around(count: int) -> tuple[int, int]:
    """A count of what is listed, and that without the one to whom the list belongs."""
    return count, count - 1


def _missing(facts: Facts, prose: str, pieces: Iterable[Evidence], own: Iterable[str], counts: Container[int]) -> str:
    """The first number or name of a prose that neither the evidence has nor the question itself, in words.

    A bare number in words that is one of `counts` is taken to count what is shown: "the two accounts", "ten countries".
    """
    text = MARK.sub("", prose)
    cited = [sentence.text for piece in pieces for sentence in piece.sentences]
    numbers = [number for number in claimed(text) if not supported(number, cited)]
    names = [name for name in facts.names.find(text) if not facts.names.supported(name, cited)]
    if not numbers and not names:
        return ""
    there = [*cited, *own]
    limits = [(sign.kind, bound(text, sign.text)) for sign in read(text).measures] if numbers else []
    for number in numbers:
        counted = number.value in counts and not number.unit and shown(number) not in text
        kept = any(limit == number and keeps_within(kind, number, there) for kind, limit in limits)
        if not counted and not kept and not supported(number, there):
            return f"The number {shown(number)}"
    for name in names:
        if not facts.names.supported(name, there):
            return f"The name “{show_line(name.text)}”"
    return ""
