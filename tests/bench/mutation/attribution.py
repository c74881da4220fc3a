"""Operators on whose word something is: a source's, or that of somebody whom a source reports."""

import re
from collections.abc import Iterator
from random import Random

from quizapp.text.fold import fold
from quizapp.text.span import Span
from tests.bench.mutation.actors import Actors
from tests.bench.mutation.course import Cited, Course, Mutant
from tests.bench.mutation.operators import ERROR, MOSTLY, NEARLY, REPORTED, Operator
from tests.bench.mutation.words import put, words

_SPEAKERS = ("person", "organisation")
_SAYING = (
    r"(?:say|says|said|tell|tells|told|reports?|reported|states?|stated|writes?|wrote|warn(?:s|ed|ing)?|added|announced|"
    r"explained|noted|argued|believes?|held|holds|confirmed|testified|answered|replied|asked|spoke|calls|owned|thought)"
)
_WORD_OF = r"(?:account|view|opinion|evidence|words|statement|count|date|reckoning|telling)"
_DENIED = re.compile(r"\bden(?:y|ie[sd])\b")


def _attributed_to_another(course: Course, random: Random) -> Iterator[Mutant]:
    """Another source or speaker in the words of the prompt that say whose word it is."""
    actors = Actors(course)
    sources = [source.name for source in course.library.sources.values()]
    for asked in course.questions:
        prompt = asked.prompt
        citations = [c for path in ((), *(key.path for key in asked.keys)) for c in asked.own_citations(path)]
        cited = {course.library.sources[c.source].name for c in (*citations, *asked.question.context)}
        if any("source" in option for option in asked.raw.get("distractors", ())):
            continue
        for found in actors.sources.finditer(prompt.text) if len(cited) == 1 else ():
            others = [name for name in sources if name not in cited and name not in prompt.text]
            if others and found.group() in cited:
                other = put(prompt.text, Span(*found.span()), random.choice(others))
                yield course.rewritten(asked.file, prompt.path, other)
        sentences = course.sentences((*citations, *asked.question.context))
        for named in actors.find(prompt.text, _SPEAKERS):
            if _attributes(prompt.text, named.span):
                someone = next(actors.others(named, [*sentences, prompt.text], random), None)
                if someone:
                    yield course.rewritten(asked.file, prompt.path, put(prompt.text, named.span, someone))


def _attributes(text: str, name: Span) -> bool:
    """Whether the words around a name make it the one who says so."""
    before, after = text[: name.start], text[name.end :]
    return bool(
        re.search(r"(?:according to|in the words of|told by) (?:the )?$", before, re.IGNORECASE)
        or re.match(rf"['’]s? (?:\w+ )?{_WORD_OF}\b|(?: later)? {_SAYING}\b", after)
    )


def _dropped(course: Course, *, speakers: bool) -> Iterator[Mutant]:
    """The part of a prompt or key that says whose word it is, left out."""
    actors = Actors(course)
    for asked, statement in course.statements():
        text = statement.text
        for span in _attributions(text):
            part = text[span.start : span.end]
            speaks = bool(actors.find(part, _SPEAKERS)) or not actors.sources.search(part)
            if speaks == speakers:
                rest = f"{text[: span.start].rstrip(' ,')} {text[span.end :].lstrip(' ,')}".strip()
                rest = re.sub(r"\s+([?.])", r"\1", rest)
                yield course.rewritten(asked.file, statement.path, rest[:1].upper() + rest[1:])


def _attributions(text: str) -> Iterator[Span]:
    """“according to X”, “in X's account”, “as X tells it”, set off by commas; “X said that” before a statement."""
    for found in re.finditer(r"(?:^|, )([^,?]{4,60})(?=[,?]|\.?$)", text):
        part = found.group(1)
        says = re.match(
            rf"according to \w|(?:in|by) [\w. ]{{2,30}}['’]s? (?:own )?{_WORD_OF}$|as .*\b{_SAYING}\b"
            r"|as .* (?:tells?|judges|names|has) (?:it|him|her|them)$|by (?:his|her|their) evidence$",
            part, re.IGNORECASE)  # fmt: skip
        if says and len(part) + 12 < len(text):
            yield Span(*found.span(1))
    stated = re.search(rf"(?:^|, )([^,]{{3,50}}? {_SAYING}(?: the \w+)? that )", text)
    if stated and not text.endswith("?") and not _DENIED.search(text):
        yield Span(*stated.span(1))


def _speaker_dropped(course: Course, _: Random) -> Iterator[Mutant]:
    yield from _dropped(course, speakers=True)


def _source_dropped(course: Course, _: Random) -> Iterator[Mutant]:
    yield from _dropped(course, speakers=False)


def _speaker_cut_off(course: Course, cited: Cited) -> Iterator[str]:
    """What stays of a quote when it is cut before or after the words that say who speaks."""
    quote = cited.quote
    for named in Actors(course).find(quote, _SPEAKERS):
        after = re.match(rf"(?:, [^“”]*?,?)?(?: \w+)? (?<!is )(?<!was ){_SAYING}\b", quote[named.span.end :])
        before = re.search(rf"\b{_SAYING} (?:\w+\.? ){{0,3}}$", quote[: named.span.start])
        if not after and not before:
            continue
        begins = before.start() if before else named.span.start
        ends = named.span.end + (after.end() if after else 0)
        head = [span for span in words(quote) if span.end <= begins]
        tail = [span for span in words(quote) if span.start >= ends]
        for kept in (quote[: head[-1].end] if head else "", quote[tail[0].start :] if tail else ""):
            if named.entry not in {other.entry for other in Actors(course).find(kept)}:
                yield kept
        return


def clipped_of_speaker(course: Course, cited: Cited) -> Iterator[str]:
    """The same, where four words or more stay."""
    for kept in _speaker_cut_off(course, cited):
        if len(words(kept)) >= 4 and fold(kept) != fold(cited.quote):
            yield kept


def _disputed(course: Course, _: Random) -> Iterator[Mutant]:
    """The name of the source left out of the prompt of a question that rests on a disputed sentence."""
    actors = Actors(course)
    positions = [p for dispute in course.library.glossary.disputes for p in dispute.positions]
    disputed = {sentence for position in positions for sentence in course.sentences(position.cite)}
    for asked in course.questions:
        text = asked.prompt.text
        options = [option.text for option in (*asked.keys, *asked.distractors) if option != asked.prompt]
        found = list(actors.sources.finditer(text))
        if len(found) != 1 or any(actors.sources.search(option) for option in options):
            continue
        if any("source" in option for option in asked.raw.get("distractors", ())):
            continue
        if disputed.intersection(course.sentences(c for k in asked.keys for c in asked.own_citations(k.path))):
            span = Span(*found[0].span())
            before = re.sub(r"\b[Tt]he $", "", text[: span.start])
            unnamed = f"{before}{'one report' if before else 'One report'}{text[span.end :]}"
            yield course.rewritten(asked.file, asked.prompt.path, unnamed)


OPERATORS = (
    Operator("attribution given to someone else", NEARLY, _attributed_to_another),
    Operator("attribution to a speaker dropped", MOSTLY, _speaker_dropped),
    Operator("attribution to a source dropped", REPORTED, _source_dropped, listed=False),
    Operator("source of a disputed point unnamed", ERROR, _disputed, listed=False),
)
