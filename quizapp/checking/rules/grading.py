"""Whether what is graded as right is the one thing that the evidence says: notes, for a person to look at."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from quizapp.checking.english.names import Name
from quizapp.checking.english.numbers import claimed, shown, supported
from quizapp.checking.english.statement import read
from quizapp.checking.english.stems import stem
from quizapp.checking.english.words import FUNCTION, LIGHT_STEMS
from quizapp.checking.rules.repairs import IF_RIGHT
from quizapp.checking.subject import Subject
from quizapp.content.citation import addresses
from quizapp.content.cloze import parse_cloze
from quizapp.content.quantities import UNITS, Quantity, parts
from quizapp.content.question import Boolean, Cloze, Number, Short
from quizapp.content.values import comparable, numeral, quantities
from quizapp.diagnostics import Diagnostic
from quizapp.text.characters import show_line
from quizapp.text.span import Path

_HOW_MANY = re.compile(r"\bhow many ([^\W\d_]+)", re.IGNORECASE)
_OF_THE = frozenset("of the its their these those his her all".split())
_ALTERNATELY = frozenset(("and", "or", "to"))


def accepted_otherwise(subject: Subject) -> Iterator[Diagnostic]:
    """QZ321 and QZ322: what is accepted for an answer is no other number, and no other name of the evidence."""
    names = subject.facts.names
    for key, other, path in _accepted(subject):
        numbers = claimed(other) if claimed(key) else ()
        bare = numeral(key), numeral(other)  # "one" among them
        if any(not supported(number, (key,)) for number in numbers) or (None not in bare and bare[0] != bare[1]):
            message = f"“{show_line(other)}” is accepted for “{show_line(key)}”, and is another number."
            yield subject.report("QZ321", message, path, "Accept what means the same.", lowered=True)
        if not read(key).vocabulary.isdisjoint(read(other).vocabulary):
            continue
        for name in names.find(other):
            if names.supported(name, subject.cited_sentences) and not names.supported(name, (key,)):
                message = f"“{show_line(other)}” is accepted for “{show_line(key)}”; the evidence names both."
                yield subject.report("QZ322", message, path, "Accept what means the same.", lowered=True)
                break
            if _is_another(subject, name, key):
                message = (
                    f"“{show_line(other)}” is accepted for “{show_line(key)}”, and the source tells of it elsewhere."
                )
                yield subject.report("QZ322", message, path, "Accept what means the same.", lowered=True)
                break


def tolerance_wide(subject: Subject) -> Iterator[Diagnostic]:
    """QZ321: the tolerance of a number takes in no other number of the evidence, and is under half of it."""
    question = subject.question
    if not isinstance(question, Number) or not question.tolerance:
        return
    answer, tolerance = Decimal(str(question.answer)), Decimal(str(question.tolerance))
    path = (*subject.path, "tolerance")
    near = [
        other
        for sentence in subject.cited_sentences
        for other in quantities(sentence)
        if other.stated is not None and 0 < abs(other.stated - answer) <= tolerance
    ]
    if near:
        message = f"The tolerance counts {shown(near[0])} as right, which {addresses(subject.evidence)} says too."
        yield subject.report("QZ321", message, path, "Make it narrower.", lowered=True)
    elif tolerance * 2 >= abs(answer):
        message = f"The tolerance counts anything within {tolerance} of {answer} as right."
        yield subject.report("QZ321", message, path, "Make it narrower.", lowered=True)


def counted_otherwise(subject: Subject) -> Iterator[Diagnostic]:
    """QZ321: where "how many cows" is asked, the evidence has cows, and where it says "45 cows", the key is 45."""
    asked = _HOW_MANY.search(subject.prompt.text)
    if asked is None or subject.question.level != "remember" or isinstance(subject.question, Boolean):
        return
    noun = comparable(asked.group(1))
    if noun in UNITS or noun in FUNCTION or stem(noun) in LIGHT_STEMS:
        return
    said = any(stem(noun) in read(sentence).vocabulary for sentence in subject.all_sentences)
    for key in subject.keys:
        stated, where = claimed(key.text), addresses(key.evidence)
        if len(stated) != 1:
            continue
        counts = _counted(stem(noun), key.sentences)
        if counts and not any(stated[0].stated == count.stated for count in counts):
            message = f"{where} counts {shown(counts[0])} of these, and not {shown(stated[0])}."
            yield subject.report("QZ321", message, key.path, IF_RIGHT, lowered=True)
        elif not said and supported(stated[0], key.sentences):
            message = f"{where} has {shown(stated[0])}, and not the word “{show_line(noun)}”: does it count these?"
            yield subject.report("QZ321", message, key.path, IF_RIGHT, lowered=True)


RULES = (accepted_otherwise, tolerance_wide, counted_otherwise)


def _accepted(subject: Subject) -> Iterator[tuple[str, str, Path]]:
    """Each answer, what is accepted in its place, and where that is written."""
    question = subject.question
    if isinstance(question, Short):
        for index, other in enumerate(question.accept):
            yield question.answer, other, (*subject.path, "accept", index)
    elif isinstance(question, Cloze):
        for blank in parse_cloze(question.text).blanks:
            for other in blank[1:]:
                yield blank[0], other, (*subject.path, "text")


def _is_another(subject: Subject, name: Name, key: str) -> bool:
    """Whether a cited source has a name, but neither the evidence nor, in another spelling or in short, the key."""
    if subject.facts.names.supported(name, (*subject.all_sentences, key)):
        return False
    if any(word[:_ALIKE].casefold() == name.text[:_ALIKE].casefold() for word in key.split()):
        return False
    short = "".join(word[0] for word in key.split())
    if name.text.replace(".", "").casefold() in short.casefold():
        return False
    return any(subject.facts.names.stands_in(name, piece.source) for piece in subject.evidence)


_ALIKE = 3
"""With so many letters alike two names may be spellings of one."""


def _counted(noun: str, sentences: Sequence[str]) -> list[Quantity]:
    """The numbers that stand before a noun, given by its stem.

    In "four of its nine members" and "62 to 70 degrees" the first stands there too.
    """
    found: list[Quantity] = []
    for sentence in sentences:
        words = list(parts(comparable(sentence).split()))
        for at, (number, after) in enumerate(pairwise(words)):
            if isinstance(number, str) or number.ordinal or not isinstance(after, str) or stem(after) != noun:
                continue
            found.append(number)
            before = at - 1
            while before >= 0 and words[before] in _OF_THE:
                before -= 1
            part = words[before] if 0 <= before < at - 1 else None
            found += [part] if isinstance(part, Quantity) else []
            also = words[at - 2] if at > 1 and words[at - 1] in _ALTERNATELY else None  # "between 62 and 70 degrees"
            found += [also] if isinstance(also, Quantity) else []
    return found
