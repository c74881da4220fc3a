"""Whether a figure is meant as the evidence means it: notes, for a person to look at."""

import re
from collections.abc import Iterator
from fractions import Fraction

from quizapp.checking.english.frequency import frequencies
from quizapp.checking.english.nearness import nearer
from quizapp.checking.english.numbers import claimed, shown
from quizapp.checking.english.statement import read
from quizapp.checking.gist import without_sources
from quizapp.checking.rules.repairs import IF_RIGHT
from quizapp.checking.subject import Subject
from quizapp.content.citation import addresses
from quizapp.content.question import Boolean, Choice, Number, Select, Short
from quizapp.diagnostics import Diagnostic
from quizapp.text.characters import show_line
from quizapp.text.fold import fold

_PAIR = re.compile(r"(?<![\d.,:])(\d+(?:\.\d+)?)(?: to | ?: ?|-)(\d+(?:\.\d+)?)(?![\d:]|[.,]\d)")
_DIGIT = re.compile(r"\d")
_TWO = 2
_NEAR = Fraction(3, 100)
"""How far two that are as often may differ, a month having no fixed number of days."""


def pair_turned(subject: Subject) -> Iterator[Diagnostic]:
    """QZ321: where the evidence has "3 to 1", the key is not "1 to 3"."""
    for key in subject.keys:
        said = _PAIR.findall(fold(key.text)) if _DIGIT.search(key.text) else []
        there = [pair for sentence in key.sentences for pair in _PAIR.findall(fold(sentence))] if said else []
        for first, second in said:
            if (second, first) in there and (first, second) not in there and first != second:
                message = (
                    f"{addresses(key.evidence)} has {second} before {first}, and the answer {first} before {second}."
                )
                yield subject.report("QZ321", message, key.path, IF_RIGHT, lowered=True)


def as_often(subject: Subject) -> Iterator[Diagnostic]:
    """QZ321: what is "every other day" in the evidence is not "twice a day" in the key."""
    for key in subject.keys:
        said = frequencies(key.text)
        there = [often for sentence in key.sentences for often in frequencies(sentence)] if said else []
        if there and not any(abs(one - other) <= _NEAR * other for one in said for other in there):
            message = f"{addresses(key.evidence)} says another frequency than “{show_line(key.text)}”."
            yield subject.report("QZ321", message, key.path, IF_RIGHT, lowered=True)


def another_nearer(subject: Subject) -> Iterator[Diagnostic]:
    """QZ321: where a sentence has two numbers, the words of the question do not all stand nearer to the other one."""
    if not isinstance(subject.question, Boolean | Choice | Number | Select | Short):
        return
    for key in subject.keys:
        numbers = claimed(key.text)
        if len(numbers) != 1:
            continue
        for sentence in key.sentences:
            statement = read(sentence)
            if len(statement.vocabulary) - len(statement.content) < _TWO:
                continue
            texts = (without_sources(subject.library, subject.prompt.text), key.text)
            found = nearer(texts, numbers[0], sentence)
            if found:
                words = ", ".join(f"“{show_line(word)}”" for word in dict.fromkeys(found[1]))
                message = (
                    f"In {addresses(key.evidence)} the words of the question ({words}) stand nearer to"
                    f" {shown(found[0])} than to {shown(numbers[0])}."
                )
                yield subject.report("QZ321", message, key.path, IF_RIGHT, lowered=True)
                return


RULES = (pair_turned, as_often, another_nearer)
