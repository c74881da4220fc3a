"""Whether a quote is long enough to carry something, and leaves out nothing that turns its meaning."""

from collections.abc import Iterable, Iterator

from quizapp.checking.english.speakers import speaking
from quizapp.checking.english.statement import read
from quizapp.checking.rules.support import cite_path
from quizapp.checking.subject import Subject
from quizapp.content.citation import Evidence
from quizapp.content.source import Sentence
from quizapp.diagnostics import Diagnostic
from quizapp.text.characters import show_line
from quizapp.text.fold import fold, words
from quizapp.text.span import Path

_FEWEST = 4
_TURNING = frozenset({"rather", "instead", "unlikely", "except", "denied", "denies", "rejected", "refused"})
"""Words that turn a meaning without being negations."""


def short_quote(subject: Subject) -> Iterator[Diagnostic]:
    """QZ310: a quote has four words or more, unless it is a whole sentence, a heading or furniture."""
    for piece in _pieces(subject):
        begun = [word for word in piece.text.split(maxsplit=2 * _FEWEST) if word[0].isalnum()]
        if len(begun) >= _FEWEST:  # as nearly all, and each is a word or more
            continue
        count = len(words(fold(piece.text)))
        whole = [sentence.text for sentence in piece.sentences]
        if count < _FEWEST and piece.citation.part == "sentence" and piece.text not in whole:
            message = f"The quote has {count} word{'s' if count > 1 else ''}; {piece.address} has more."
            yield subject.report("QZ310", message, _path(subject, piece), "Quote enough of it to show what it says.")


def clipped(subject: Subject) -> Iterator[Diagnostic]:
    """QZ311: what a quote leaves of its sentence holds no negation, and not the only name of the speaker."""
    pieces = _pieces(subject)
    for piece in pieces:
        for sentence in piece.sentences:
            what = _turns(subject, sentence, pieces)
            if what:
                message = f"The quote leaves out {what} of {piece.address}."
                yield subject.report("QZ311", message, _path(subject, piece), "Quote the sentence with it.")
                break


RULES = (short_quote, clipped)


def _pieces(subject: Subject) -> tuple[Evidence, ...]:
    """All evidence that the question shows, that of its explanations too."""
    marked = [piece for written in subject.explanations for piece in subject.marked(written.text)]
    if not marked and not subject.context:
        return subject.evidence
    return tuple(dict.fromkeys((*subject.evidence, *subject.context, *marked)))


def _path(subject: Subject, piece: Evidence) -> Path:
    """Where the quote is written: under its name, or in place."""
    name = next((name for name, citation in subject.lesson.cites.items() if citation == piece.citation), None)
    return cite_path(subject, piece) if name is None else ("cites", name, "quote")


def _turns(subject: Subject, sentence: Sentence, pieces: Iterable[Evidence]) -> str:
    """What all pieces leave out of a sentence that may turn its meaning, in words; nothing where all is well."""
    names = subject.facts.names
    lost = [sign.text for sign in read(sentence.text).negations if sign.kind == "explicit" or sign.text in _TURNING]
    sayings = speaking(names, sentence.text)
    if not lost and not sayings:
        return ""
    quoted = " … ".join(
        sentence.text[mark.start : mark.end]
        for piece in pieces
        for other, mark in zip(piece.sentences, piece.marks, strict=True)
        if other is sentence
    )
    for sign in read(quoted).negations:
        if sign.text in lost:
            lost.remove(sign.text)
    if lost:
        return f"“{show_line(lost[0])}”"
    for saying in sayings:
        if saying.names and not any(names.supported(name, (quoted,)) for name in saying.names):
            return f"“{show_line(saying.who)}”, who says it,"
    return ""
