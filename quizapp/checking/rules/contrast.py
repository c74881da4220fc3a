"""Whether a question says the one where its evidence says the other: "fell" for "rose", "second" for "third"."""

from collections.abc import Iterator

from quizapp.checking.claims import is_false, sentences, sharing
from quizapp.checking.english.opposites import may_oppose, opposed, places
from quizapp.checking.english.roles import another, turned
from quizapp.checking.english.statement import Statement, read
from quizapp.checking.rules.repairs import IF_RIGHT, READ_BOTH
from quizapp.checking.subject import Subject
from quizapp.content.citation import addresses
from quizapp.content.question import Match, Order
from quizapp.diagnostics import Diagnostic
from quizapp.text.characters import show_line


def says_the_opposite(subject: Subject) -> Iterator[Diagnostic]:
    """QZ342: where the evidence says "rose", the question does not say "fell"."""
    if is_false(subject):
        return
    texts = subject.wordings
    for claim in texts:
        said = read(claim.text)
        if not may_oppose(said.vocabulary):
            continue
        there = [read(sentence) for sentence in sentences(subject, claim)]
        beside = frozenset().union(*(read(other.text).vocabulary for other in sharing(claim, texts)))
        found = opposed(said.vocabulary, frozenset().union(*(statement.vocabulary for statement in there)))
        if found is None or found[1] in beside or said.negations or any(statement.negations for statement in there):
            continue
        own, other = _word(found[0], said), next(filter(None, (_word(found[1], statement) for statement in there)))
        message = f"The question says “{show_line(own)}”, and {addresses(claim.evidence)} says “{show_line(other)}”."
        yield subject.report("QZ342", message, claim.path, READ_BOTH)
        return


def place_differs(subject: Subject) -> Iterator[Diagnostic]:
    """QZ343: where the evidence says "the third act", the question does not say "the second act"."""
    if is_false(subject):
        return
    for claim in subject.wordings:
        for place, noun, words in places(claim.text):
            there = [found for text in sentences(subject, claim) for found in places(text) if found[1] == noun]
            if there and all(found[0] != place for found in there):
                where, other = addresses(claim.evidence), show_line(there[0][2])
                message = f"The question says “{show_line(words)}”, and {where} says “{other}”."
                yield subject.report("QZ343", message, claim.path, READ_BOTH)
                return


def actors_exchanged(subject: Subject) -> Iterator[Diagnostic]:
    """QZ342: where the evidence says that Hale warned Reed, the question does not say that Reed warned Hale."""
    names = subject.facts.names
    if is_false(subject):
        return
    for claim in subject.keys or subject.wordings:
        answer = claim.text if claim.path != subject.prompt.path else ""
        prompt = subject.prompt.text if not isinstance(subject.question, Match | Order) else ""
        for sentence in claim.sentences:
            found = turned(names, prompt, answer, sentence)
            if found and all(names.reads(piece.source) for piece in claim.evidence):
                message = (
                    f"{addresses(claim.evidence)} has “{show_line(found.before)}” before “{show_line(found.word)}” and"
                    f" “{show_line(found.after)}” after it; in the question it is the other way round."
                )
                yield subject.report("QZ342", message, claim.path, IF_RIGHT)
                return


def said_of_another(subject: Subject) -> Iterator[Diagnostic]:
    """QZ342: where Hale pays half, and Reed the rest, the question does not ask how much of it Reed pays."""
    prompt, names = subject.prompt, subject.facts.names
    if isinstance(subject.question, Match | Order) or not names.find(prompt.text):
        return
    for key in subject.keys:
        for sentence in key.sentences if key.path != prompt.path else ():
            who = another(names, prompt.text, key.text, sentence)
            if who:
                message = f"{addresses(key.evidence)} says this of “{show_line(who)}”."
                yield subject.report("QZ342", message, key.path, IF_RIGHT)
                return


RULES = (says_the_opposite, place_differs, actors_exchanged, said_of_another)


def _word(stemmed: str, statement: Statement) -> str:
    return next((word for found, word in zip(statement.stems, statement.words, strict=True) if found == stemmed), "")
