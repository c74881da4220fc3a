"""Whether what a match pairs is a pair in its evidence too: notes, for a person to look at."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, permutations

from quizapp.checking.english.statement import read
from quizapp.checking.english.words import LIGHT_STEMS
from quizapp.checking.rules.repairs import IF_RIGHT
from quizapp.checking.subject import Subject
from quizapp.checking.texts import Claim
from quizapp.content.citation import addresses
from quizapp.content.question import Match
from quizapp.content.values import comparable
from quizapp.diagnostics import Diagnostic
from quizapp.text.characters import show_line

_CLAUSE = re.compile(r"[;,] | (?:but|while|whereas) ")


def pairs_crossed(subject: Subject) -> Iterator[Diagnostic]:
    """QZ349: where a sentence names left, right, left and right in turn, each right stands by its own left."""
    question = subject.question
    if not isinstance(question, Match):
        return
    sides = list(zip(subject.keys[::2], subject.keys[1::2], strict=True))
    for (left, right), (other_left, other_right) in permutations(sides, 2):
        for sentence in left.sentences:
            if sentence not in other_left.sentences:
                continue
            places = [_only(claim.text, sentence) for claim in (left, other_right, other_left, right)]
            if -1 not in places and (_rise(places) or _rise([places[1], places[0], places[3], places[2]])):
                own = show_line(other_right.text)
                message = f"In {addresses(left.evidence)} it is “{own}” that stands next to “{show_line(left.text)}”."
                yield subject.report("QZ349", message, right.path, IF_RIGHT)
                return
    yield from _in_clauses(subject, sides)


RULES = (pairs_crossed,)


def _in_clauses(subject: Subject, sides: Sequence[tuple[Claim, Claim]]) -> Iterator[Diagnostic]:
    """Where a sentence tells of a left in one clause, and of its right only in that of another left."""
    for (left, right), (other, _) in permutations(sides, 2):
        for sentence in left.sentences:
            if sentence not in other.sentences:
                continue
            clauses = _CLAUSE.split(sentence)
            own, beside, there = (_clause(text, clauses) for text in (left.text, other.text, right.text))
            if None not in (own, beside, there) and own != there == beside:
                message = f"{addresses(left.evidence)} says this of “{show_line(other.text)}”."
                yield subject.report("QZ349", message, right.path, IF_RIGHT)
                return


def _clause(text: str, clauses: Sequence[str]) -> int | None:
    """The only clause that has a word of a text."""
    wanted = read(text).vocabulary - LIGHT_STEMS
    having = [at for at, clause in enumerate(clauses) if not wanted.isdisjoint(read(clause).vocabulary)]
    return having[0] if len(having) == 1 else None


def _only(text: str, sentence: str) -> int:
    """Where the words of a text stand in a sentence, if they do once; else -1."""
    wanted, there = f" {comparable(text).removeprefix('the ')} ", f" {comparable(sentence)} "
    return there.find(wanted) if there.count(wanted) == 1 else -1


def _rise(places: Sequence[int]) -> bool:
    return all(one < other for one, other in pairwise(places))
