"""Operators on who acts, and on names and numbers outside the key."""

import re
from collections.abc import Iterator
from itertools import pairwise
from random import Random

from tests.bench.mutation.actors import Actors
from tests.bench.mutation.course import Asked, Course, Mutant, Text
from tests.bench.mutation.operators import HALF, REPORTED, Operator
from tests.bench.mutation.words import like, numbers, other_numbers, put, said

_ACTORS = ("person", "organisation", "place")


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
            between = text.text[one.span.end : other.span.start].replace("and", "").strip(" ,")
            if one.entry != other.entry and one.entry.kind == other.entry.kind and between:
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
    """A number in a text, marks aside, replaced by one that no source which the question cites has."""
    citations = {c for path in ((), *(key.path for key in asked.keys)) for c in asked.own_citations(path)}
    sentences = [s.text for c in citations for s in course.library.sources[c.source].sentences]
    bare = _without_marks(text.text)
    for span, number in numbers(bare):
        if number == 1 and not said(bare, span).isdigit():
            continue  # a pronoun as often as a number
        other = next(other_numbers(number, [*sentences, bare], random), None)
        if other:
            yield course.rewritten(asked.file, text.path, put(text.text, span, like(other, said(bare, span))))


def _without_marks(text: str) -> str:
    """Prose with its marks blanked out, the rest where it was."""
    return re.sub(r"\[@[^\]]*\]", lambda mark: "_" * len(mark.group()), text)


def _prompt_numbers(course: Course, random: Random) -> Iterator[Mutant]:
    for asked in course.questions:
        if asked.prompt not in asked.keys:
            yield from _other_number(course, asked, asked.prompt, random)


def _explanations(course: Course, random: Random) -> Iterator[Mutant]:
    """A number or a name in an explanation replaced by one that no source has."""
    actors = Actors(course)
    for asked in course.questions:
        for text in asked.explanations:
            for named in actors.find(_without_marks(text.text), _ACTORS):
                other = actors.invented(named)
                if other:
                    yield course.rewritten(asked.file, text.path, put(text.text, named.span, other))
            yield from _other_number(course, asked, text, random)


OPERATORS = (
    Operator("actor in the prompt replaced", HALF, _actor_replaced),
    Operator("two actors swapped", REPORTED, _actors_swapped),
    Operator("name in the prompt that no source has", REPORTED, _prompt_names, listed=False),
    Operator("number in the prompt that the source lacks", REPORTED, _prompt_numbers, listed=False),
    Operator("number or name in an explanation that no source has", REPORTED, _explanations, listed=False),
)
