"""Whether the numbers and names in a prompt are those of the evidence."""

import re
from collections.abc import Iterator
from itertools import pairwise

from quizapp.checking.claims import cited_sources, claims, sentences
from quizapp.checking.english.numbers import claimed, shown, supported
from quizapp.checking.english.speakers import attributed
from quizapp.checking.subject import Subject
from quizapp.checking.texts import Claim
from quizapp.content.citation import addresses
from quizapp.content.question import FindEvidence, Match, Order, Select
from quizapp.content.values import quantities
from quizapp.diagnostics import Diagnostic
from quizapp.text.characters import show_line


def prompt_number_absent(subject: Subject) -> Iterator[Diagnostic]:
    """QZ344: a number in the prompt, or that it orders by, is in the evidence, unless it counts what is to answer."""
    if subject.keys and subject.keys[0].path == subject.prompt.path:
        return  # A true statement is a key, and its numbers are QZ321's.
    question, there = subject.question, subject.all_sentences
    counts = {len(cited_sources(subject.evidence)), len(subject.evidence)}
    if isinstance(question, Select):
        counts |= {len(question.answers), len(question.answers) + len(question.distractors)}
    if isinstance(question, Match | Order):
        counts.add(len(question.pairs) if isinstance(question, Match) else len(question.items))
    for number in claimed(subject.prompt.text):
        if not supported(number, there) and not (number.value in counts and not number.unit):
            where = addresses((*subject.evidence, *subject.context))
            message = f"The number {shown(number)} is not in {where}."
            yield subject.report("QZ344", message, subject.prompt.path, "Cite as `context` the sentence that says it.")
    if isinstance(question, Order) and _BY_NUMBERS.search(subject.prompt.text):
        for item in subject.keys:
            if not any(quantities(sentence) for sentence in item.sentences):
                message = f"The items are put in order by a number, and {addresses(item.evidence)} states none."
                yield subject.report("QZ344", message, item.path, "Cite the sentence that says it.")
    if isinstance(question, Order):
        yield from _out_of_order(subject)


def _out_of_order(subject: Subject) -> Iterator[Diagnostic]:
    """Whether items that are asked for by their time stand against the years that they or their evidence give."""
    asked = _BY_TIME.search(subject.prompt.text)
    if asked is None:
        return
    falling = asked["falling"] is not None
    dated = [(item, years) for item in subject.keys if (years := _years(item))]
    for (_, before), (item, after) in pairwise(dated):
        turned = max(before) < min(after) if falling else min(before) > max(after)
        if turned:
            message = (
                f"This is of {_span(after)} and comes after an item of {_span(before)}; asked for is “{asked.group()}”."
            )
            yield subject.report("QZ344", message, item.path, "Put it where it belongs.")


def _years(item: Claim) -> set[int]:
    """The years of an item: those in its text, or else in its evidence; of "the 1530s" the first and the last."""
    for texts in ((item.text,), tuple(piece.text for piece in item.evidence), item.sentences):
        years = {int(year) for text in texts for year in _YEAR.findall(text)}
        years |= {int(first) + rest for text in texts for first in _TEN_YEARS.findall(text) for rest in (0, 9)}
        if years:
            return years
    return set()


def _span(years: set[int]) -> str:
    return f"{min(years)}" if len(years) == 1 else f"{min(years)} to {max(years)}"


def prompt_name_elsewhere(subject: Subject) -> Iterator[Diagnostic]:
    """QZ345: a name in the prompt is in the evidence, and not only elsewhere in its source."""
    if subject.keys and subject.keys[0].path == subject.prompt.path:
        return  # A true statement is a key, and its names are QZ322's.
    names, prompt = subject.facts.names, subject.prompt
    spoken = set(attributed(names, prompt.text))
    there = subject.all_sentences
    sources = cited_sources((*subject.evidence, *subject.context))
    of_sources = [claim for claim in claims(subject) if claim.path == prompt.path]
    for name in names.find(prompt.text):
        lacking = [claim.evidence for claim in of_sources if not names.supported(name, sentences(subject, claim))]
        if not names.supported(name, there):
            lacking = [(*subject.evidence, *subject.context)]
        # Whoever speaks is QZ347's, and who is in no cited source QZ326's.
        if lacking and name not in spoken and any(names.stands_in(name, s) for s in sources):
            what = "claim" if isinstance(subject.question, FindEvidence) else "prompt"
            message = f"The name “{show_line(name.text)}” is in the {what}, and not in {addresses(lacking[0])}."
            yield subject.report("QZ345", message, prompt.path, "Cite as `context` the sentence that names it.")


_BY_NUMBERS = re.compile(r"\b(?:how (?:many|much|long|old)|hours?|clock|dates?|years?|numbers?)\b", re.IGNORECASE)
"""What an order is asked by if each item has to state a number."""
_BY_TIME = re.compile(
    r"\b(?:(?:earliest|oldest) (?:one )?first|from (?:the )?(?:earliest|oldest)|chronological|in order of time"
    r"|in (?:what|which) order (?:did|were|was|came))\b"
    r"|\b(?P<falling>(?:latest|newest|most recent) (?:one )?first|from (?:the )?(?:latest|newest|most recent))\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d.,$£€])(?:1\d|20)\d\d(?![\d.,]*\d|s\b)")
_TEN_YEARS = re.compile(r"(?<![\d.,$£€])((?:1\d|20)\d0)s\b")
RULES = (prompt_number_absent, prompt_name_elsewhere)
