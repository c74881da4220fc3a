"""Operators on the wording: negations, quantifiers, hedges, and quotes that leave out what matters."""

import re
from collections.abc import Callable, Iterator
from random import Random

from quizapp.text.span import Span
from tests.bench.mutation.attribution import clipped_of_speaker
from tests.bench.mutation.course import Course, Mutant
from tests.bench.mutation.operators import NEARLY, REPORTED, Operator
from tests.bench.mutation.words import lower_first, numbers, put, words

_AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|must|should|does|do|did|may|might)\b(?! not\b|n[’'])",
    re.IGNORECASE,
)
_NEGATION = re.compile(r"\b(?:not|never)\s+", re.IGNORECASE)
_NO = re.compile(r"\b(?:no(?!-)|none|nobody|nothing|never|not|nor|neither|without|cannot)\b|n[’']t\b", re.IGNORECASE)
_AFFIRMED = {"no": "some", "nobody": "somebody", "nothing": "something", "neither": "both", "none": "some"}
_DENIAL = re.compile(rf"\b(?:{'|'.join(_AFFIRMED)})\b(?!-)", re.IGNORECASE)
_QUANTIFIERS = {
    "at least": "at most", "at most": "at least", "more than": "less than", "less than": "more than",
    "fewer than": "more than", "up to": "over", "nearly": "over", "almost": "over", "about": "exactly", "some": "all",
    "all": "some", "every": "hardly any", "most": "few", "many": "few", "few": "many", "several": "all",
    "only": "not only", "mainly": "wholly", "partly": "wholly", "both": "one of the two",
    "exactly": "about", "any": "some",
}  # fmt: skip
_QUANTIFIER = re.compile(
    rf"(?<!how )(?<!nor )\b(?!most part|both [^,.?]* and )(?:{'|'.join(_QUANTIFIERS)})\b", re.IGNORECASE
)
_HEDGES = {
    "may": "will", "might": "will", "could": "will", "can": "will", "perhaps": "", "possibly": "", "probably": "",
    "reportedly": "", "supposed": "", "seems to have been": "was", "seem to have been": "was", "seemed to": "did",
    "is feared": "is certain", "is thought to": "is known to", "are thought to": "are known to", "believed": "known",
    "possible": "certain", "likely": "sure", "suggested": "said", "indicates": "says",
}  # fmt: skip
_HEDGE = re.compile(rf"\b(?:{'|'.join(sorted(_HEDGES, key=len, reverse=True))})\b", re.IGNORECASE)


def _statement_negated(text: str) -> str | None:
    if _NEGATION.search(text):
        return _NEGATION.sub("", text, count=1)
    denied = _DENIAL.search(text)
    if denied:
        affirmed = _AFFIRMED[denied.group().casefold()]
        return put(text, Span(*denied.span()), affirmed.capitalize() if denied.group()[0].isupper() else affirmed)
    found = _AUXILIARY.search(text)
    return f"{text[: found.end()]} not{text[found.end() :]}" if found else None


def _keys_negated(course: Course, _: Random) -> Iterator[Mutant]:
    common = {word for s in course.library.sources.values() for x in s.sentences for word in x.text.split()}
    for asked in course.questions:
        for key in asked.keys:
            if asked.kind != "short" and key.path[-1] != "left":
                otherwise = f"It is not so that {lower_first(key.text, common)}"
                if not asked.is_statement:
                    otherwise = f"Not {lower_first(key.text, common)}"
                yield course.rewritten(asked.file, key.path, _statement_negated(key.text) or otherwise)


def _prompts_negated(course: Course, _: Random) -> Iterator[Mutant]:
    """A statement is denied; a question is asked of what is not so: “What didn't Ukraine want …?”."""
    for asked in course.questions:
        prompt = asked.prompt
        if prompt in asked.keys or asked.kind in ("match", "order", "cloze"):
            continue
        if asked.is_statement:
            negated = _statement_negated(prompt.text) or f"It is not so that {prompt.text}"
        else:
            negated = _NEGATION.sub("", prompt.text, count=1)
            found = _AUXILIARY.search(prompt.text)
            if negated == prompt.text and found:
                contracted = {"will": "won't", "can": "can't", "may": "may not", "might": "might not"}
                word = contracted.get(found.group(), f"{found.group()}n't")
                negated = put(prompt.text, Span(*found.span()), word)
        if negated != prompt.text:
            yield course.rewritten(asked.file, prompt.path, negated)


def _each(pattern: re.Pattern[str], replaced: dict[str, str]) -> Callable[[Course, Random], Iterator[Mutant]]:
    def make(course: Course, _: Random) -> Iterator[Mutant]:
        for asked, text in course.statements():
            for found in pattern.finditer(text.text):
                new = replaced[found.group().casefold()]
                new = new.capitalize() if found.group()[0].isupper() else new
                changed = " ".join(put(text.text, Span(*found.span()), new).split())
                yield course.rewritten(asked.file, text.path, changed)

    return make


def _quantifiers(course: Course, random: Random) -> Iterator[Mutant]:
    """A quantifier replaced, or put before a number in what a question holds to be true."""
    yield from _each(_QUANTIFIER, _QUANTIFIERS)(course, random)
    for asked in course.questions:
        for key in asked.keys if asked.kind != "short" else ():
            for span, number in numbers(key.text):
                before = key.text[: span.start]
                if number > 1 and not re.search(
                    r"(?:in|since|of|article|february|march|least|june|november) $", before, re.IGNORECASE
                ):
                    word = random.choice(("at least", "nearly", "more than", "at most"))
                    word = word.capitalize() if not before else word
                    rest = key.text[span.start :]
                    yield course.rewritten(asked.file, key.path, f"{before}{word} {rest if before else rest.lower()}")


def _clipped(course: Course, _: Random) -> Iterator[Mutant]:
    """A quote cut so that a negation, or the words that say who speaks, are left out and four words or more stay."""
    for cited in course.citations:
        if cited.path[0] == "cites" and course.touched(cited.file, cited.path) and "at" not in cited.raw:
            for kept in (*_without_negation(cited.quote), *clipped_of_speaker(course, cited)):
                yield course.rewritten(cited.file, (*cited.path, "quote"), kept)


def _without_negation(quote: str) -> Iterator[str]:
    for found in _NO.finditer(quote):
        before = [span for span in words(quote) if span.end <= found.start()]
        kept = quote[: before[-1].end] if before else ""
        if len(before) >= 4 and not _NO.search(kept):
            yield kept


OPERATORS = (
    Operator("key negated", NEARLY, _keys_negated),
    Operator("prompt negated", NEARLY, _prompts_negated),
    Operator("quantifier changed", NEARLY, _quantifiers),
    Operator("quote clipped before a negation or speaker", NEARLY, _clipped),
    Operator("hedge removed", REPORTED, _each(_HEDGE, _HEDGES)),
)
