"""Operators on who is named: as the one whose word it is, or as the one who acts."""

import re
from collections.abc import Iterator
from itertools import pairwise
from random import Random

from quizapp.text.span import Span
from tests.bench.actors import Actors
from tests.bench.course import Asked, Course, Mutant, Text
from tests.bench.operators import ERROR, HALF, MOSTLY, NEARLY, REPORTED, Operator
from tests.bench.words import like, numbers, other_numbers, put, said

_ACTORS = ("person", "organisation", "place")
SAYING = (
    r"(?:say|says|said|tell|tells|told|reports?|reported|states?|stated|writes?|wrote|warn(?:s|ed)?|added|announced|"
    r"explained|noted|argued|believes?|held|holds|confirmed|testified|denie[sd]|answered|replied|asked|spoke)"
)


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
                yield course.rewritten(
                    asked.file, prompt.path, put(prompt.text, Span(*found.span()), random.choice(others))
                )
        sentences = course.sentences((*citations, *asked.question.context))
        for named in actors.find(prompt.text, ("person", "organisation")):
            if _attributes(prompt.text, named.span):
                other = next(actors.others(named, [*sentences, prompt.text], random), None)
                if other:
                    yield course.rewritten(asked.file, prompt.path, put(prompt.text, named.span, other))


def _attributes(text: str, name: Span) -> bool:
    """Whether the words around a name make it the one who says so."""
    before, after = text[: name.start], text[name.end :]
    return bool(
        re.search(r"(?:according to|in the words of|told by) (?:the )?$", before, re.IGNORECASE)
        or re.match(
            rf"['’]s? (?:\w+ )?(?:account|view|opinion|evidence|words|statement|count)\b|(?: later)? {SAYING}\b", after
        )
        or (re.search(r"\bdid (?:\w+ )?$", before) and re.match(rf" {SAYING}\b", after))
    )


def _attribution_dropped(course: Course, _: Random) -> Iterator[Mutant]:
    yield from _dropped(course, speakers=True)


def _source_dropped(course: Course, _: Random) -> Iterator[Mutant]:
    yield from _dropped(course, speakers=False)


def _dropped(course: Course, *, speakers: bool) -> Iterator[Mutant]:
    """The part of a prompt between commas that says whose word it is, or “X states that”, left out."""
    actors = Actors(course)
    for asked in course.questions:
        text = asked.prompt.text
        for start, end in _attributions(text):
            part = text[start:end]
            speaks = bool(actors.find(part, ("person", "organisation")))
            if speaks == speakers and (speaks or actors.sources.search(part)):
                rest = f"{text[:start].rstrip(' ,')} {text[end:].lstrip(' ,')}".strip()
                rest = re.sub(r"\s+([?.])", r"\1", rest)
                yield course.rewritten(asked.file, asked.prompt.path, rest[:1].upper() + rest[1:])


def _attributions(text: str) -> Iterator[tuple[int, int]]:
    for found in re.finditer(r"(?:^|,)\s*[^,?]*(?=[,?]|\.$)", text):
        part = found.group().lstrip(" ,")
        cue = re.match(r"(?:according to|in|by|as|from|on)\b", part, re.IGNORECASE)
        if cue and len(part) < 60 and len(part) + 15 < len(text):
            yield found.end() - len(part), found.end()
    stated = re.match(rf"[^,]{{3,50}}? {SAYING}(?: the \w+)? that ", text)
    if stated:
        yield stated.span()


def _actor_replaced(course: Course, random: Random) -> Iterator[Mutant]:
    actors = Actors(course)
    for asked in course.questions:
        prompt = asked.prompt
        if prompt in asked.keys:
            continue
        shown = [text.text for text in (prompt, *asked.keys, *asked.distractors)]
        sentences = course.sentences(asked.own_citations(()))
        for named in actors.find(prompt.text, _ACTORS):
            other = next(actors.others(named, [*shown, *sentences], random), None)
            if other:
                yield course.rewritten(asked.file, prompt.path, put(prompt.text, named.span, other))


def _actors_swapped(course: Course, _: Random) -> Iterator[Mutant]:
    actors = Actors(course)
    for asked, text in course.statements():
        names = actors.find(text.text, _ACTORS)
        for one, other in pairwise(names):
            if one.entry != other.entry:
                swapped = put(put(text.text, other.span, one.spelling), one.span, other.spelling)
                yield course.rewritten(asked.file, text.path, swapped)


def _prompt_names(course: Course, _: Random) -> Iterator[Mutant]:
    """A name in the prompt replaced by one that no source has."""
    actors = Actors(course)
    for asked in course.questions:
        for named in actors.find(asked.prompt.text, _ACTORS) if asked.prompt not in asked.keys else ():
            other = actors.invented(named)
            if other:
                yield course.rewritten(asked.file, asked.prompt.path, put(asked.prompt.text, named.span, other))


def _other_number(course: Course, asked: Asked, text: Text, random: Random) -> Iterator[Mutant]:
    """A number in a text replaced by one that neither the evidence nor a cited source has."""
    citations = {c for path in ((), *(key.path for key in asked.keys)) for c in asked.own_citations(path)}
    sentences = [s.text for c in citations for s in course.library.sources[c.source].sentences]
    for span, number in numbers(text.text):
        other = next(other_numbers(number, [*sentences, text.text], random), None)
        if other:
            yield course.rewritten(asked.file, text.path, put(text.text, span, like(other, said(text.text, span))))


def _prompt_numbers(course: Course, random: Random) -> Iterator[Mutant]:
    for asked in course.questions:
        if asked.prompt not in asked.keys:
            yield from _other_number(course, asked, asked.prompt, random)


def _explanations(course: Course, random: Random) -> Iterator[Mutant]:
    """A number or a name in an explanation replaced by one that no source has."""
    actors = Actors(course)
    for asked in course.questions:
        for text in asked.explanations:
            bare = Text(text.path, re.sub(r"\[@[^\]]*\]", lambda mark: "_" * len(mark.group()), text.text))
            for named in actors.find(bare.text, _ACTORS):
                other = actors.invented(named)
                if other:
                    yield course.rewritten(asked.file, text.path, put(text.text, named.span, other))
            every = [s.text for source in course.library.sources.values() for s in source.sentences]
            for span, number in numbers(bare.text):
                new = next(other_numbers(number, [*every, bare.text], random), None)
                if new:
                    changed = put(text.text, span, like(new, said(text.text, span)))
                    yield course.rewritten(asked.file, text.path, changed)


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
    Operator("attribution to a speaker dropped", MOSTLY, _attribution_dropped),
    Operator("actor in the prompt replaced", HALF, _actor_replaced),
    Operator("two actors swapped", REPORTED, _actors_swapped),
    Operator("attribution to a source dropped", REPORTED, _source_dropped, listed=False),
    Operator("source of a disputed point unnamed", ERROR, _disputed, listed=False),
    Operator("name in the prompt that no source has", ERROR, _prompt_names, listed=False),
    Operator("number in the prompt that the source lacks", NEARLY, _prompt_numbers, listed=False),
    Operator("number or name in an explanation", NEARLY, _explanations, listed=False),
)
