"""A small course by hand: one source of four sentences, and a lesson with a question of each type."""

# ruff: noqa: S311
import random
from datetime import timedelta

from quizapp.content.citation import Citation
from quizapp.content.library import Library
from quizapp.content.question import (
    Boolean,
    Choice,
    Cloze,
    FindEvidence,
    Match,
    Number,
    Option,
    Order,
    Pair,
    Question,
    Select,
    Short,
    Step,
)
from quizapp.quiz.attempt import Attempt, uuid7
from quizapp.quiz.item import Item, items_of
from quizapp.quiz.session import Session, answer, start
from tests.strategies import START, glossary_of, library_of, source_of

NOW = START
CHANCE = random.Random(1)

_TEXTS = (
    "They would come to the aid of Ukraine within three days.",
    "Article V names no time limit.",
    "Poland and Turkey were named as guarantors.",
    "First came a ceasefire, then a referendum, then a treaty.",
)
FRY = source_of("fry", "\n".join(_TEXTS))

DAYS, LIMIT, GUARANTORS, ORDER = (
    Citation(source="fry", quote=text, name=name)
    for text, name in zip(_TEXTS, ("days", "limit", "guarantors", "order"), strict=True)
)

CHOICE = Choice(
    id="how-soon",
    type="choice",
    prompt="How soon?",
    answer=Option(text="Within three days"),
    distractors=(
        Option(text="Within thirty days", why="The plan counts days, and few of them [@days]."),
        Option(text="Within one year"),
    ),
    explain="On this point the plan is stricter than Article V [@limit].",
    hint="Less than a week.",
    cite=(DAYS,),
    context=(LIMIT,),
)
SELECT = Select(
    id="named",
    type="select",
    prompt="Who was named?",
    answers=(Option(text="Poland"), Option(text="Turkey")),
    distractors=(Option(text="Spain", why="Spain is not among them."),),
    cite=(GUARANTORS,),
)
BOOLEAN = Boolean(id="limit", type="boolean", prompt="Article V names a limit.", answer=False, cite=(LIMIT,))
SHORT = Short(id="which", type="short", prompt="Which article?", answer="Article V", cite=(LIMIT,))
NUMBER = Number(id="days", type="number", prompt="How many days?", answer=3, unit="days", cite=(DAYS,))
CLOZE = Cloze(
    id="gaps",
    type="cloze",
    text="{{Poland}} and {{Turkey|Türkiye}} were named",
    cite=(GUARANTORS,),
)
MATCH = Match(
    id="whose",
    type="match",
    prompt="Whose?",
    pairs=(Pair(left="Three days", right="Fry", cite=(DAYS,)), Pair(left="No limit", right="NATO", cite=(LIMIT,))),
    extra=("Turkey",),
)
IN_ORDER = Order(
    id="order",
    type="order",
    prompt="In what order?",
    items=tuple(Step(text=text, cite=(ORDER,)) for text in ("Ceasefire", "Referendum", "Treaty")),
)
EVIDENCE = FindEvidence(id="find", type="evidence", claim="Two states.", cite=(GUARANTORS,), also=((DAYS, LIMIT),))

ALL: tuple[Question, ...] = (CHOICE, SELECT, BOOLEAN, SHORT, NUMBER, CLOZE, MATCH, IN_ORDER, EVIDENCE)


def library(*questions: Question, names: tuple[tuple[str, ...], ...] = ()) -> Library:
    """A course with one lesson of these questions, or of one of each type."""
    cites = {cite.name: cite for cite in (DAYS, LIMIT, GUARANTORS, ORDER) if cite.name}
    return library_of(FRY, questions or ALL, glossary_of(*names), slug="aid", cites=cites)


def items(*questions: Question) -> tuple[Item, ...]:
    """The items of such a lesson."""
    course = library(*questions)
    return items_of(course, course.lessons[0])


def begin(library: Library) -> Session:
    """The quiz of the first lesson, before its first answer."""
    return start(
        items_of(library, library.lessons[0]), sitting="s", title="Aid", kind="lesson", seed=7, learner=None, now=NOW
    )


def respond(session: Session, library: Library, *response: str, after: float = 4) -> tuple[Session, Attempt]:
    """An answer to the current question, so many seconds after it was shown."""
    at = session.shown + timedelta(seconds=after)
    return answer(session, library, response, sure=True, now=at, attempt_id=uuid7(at, CHANCE))
