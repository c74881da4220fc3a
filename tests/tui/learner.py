"""A learner at the keyboard or with a mouse."""

from typing import Any, TypeAlias, assert_never

from rich.cells import cell_len
from textual.pilot import Pilot

from quizapp.quiz import session as sessions
from quizapp.quiz.attempt import Attempt
from quizapp.quiz.session import Session
from quizapp.quiz.task import Arrange, Fill, Pick, Response, Task
from quizapp.tui import routes
from quizapp.tui.app import QuizApp
from quizapp.tui.screens.page import Page
from quizapp.tui.screens.quiz import QuizScreen
from tests.tui.conftest import Desk, right_response, screen_text

Hand: TypeAlias = Pilot[Any]


def app_of(pilot: Hand) -> QuizApp:
    assert isinstance(pilot.app, QuizApp)
    return pilot.app


def at(pilot: Hand, screen: type[Page]) -> bool:
    """Whether the learner is on such a screen."""
    return isinstance(pilot.app.screen, screen)


def text_of(pilot: Hand) -> str:
    """All that is on the screen, line by line."""
    return screen_text(app_of(pilot))


def words_of(pilot: Hand) -> str:
    """The same, as if it were one line."""
    return " ".join(text_of(pilot).split())


def quiz(pilot: Hand) -> QuizScreen:
    assert isinstance(pilot.app.screen, QuizScreen)
    return pilot.app.screen


def log(desk: Desk) -> list[Attempt]:
    return list(desk.progress.log())


async def ask(pilot: Hand, session: Session) -> QuizScreen:
    """Open the quiz."""
    routes.open_session(pilot.app, session)
    await pilot.pause()
    return quiz(pilot)


async def answer(pilot: Hand, *, right: bool = True) -> None:
    """Answer the present question by keyboard."""
    task = sessions.task(quiz(pilot).session, app_of(pilot).services.library_of(quiz(pilot).session))
    await type_in(pilot, task, right_response(task) if right else wrong_response(task))
    await pilot.press("enter")
    await pilot.pause()


def wrong_response(task: Task) -> Response:
    """What does not answer a task, though it may be submitted; partly right where that can be."""
    match task:
        case Pick():
            key = task.right[0]
            others = [option.value for option in task.options if option.value not in key]
            chosen = {others[0], *(sorted(key)[:1] if task.many else ())}
            return tuple(option.value for option in task.options if option.value in chosen)
        case Fill():
            return tuple("1812" if blank.number is not None else "Geneva" for blank in task.blanks)
        case Arrange(right=(first, second, *others), cards=cards):
            swapped = (second, first, *others)
            return swapped if swapped != cards else (first, *others[:1], second, *others[1:])
        case _:
            raise AssertionError(task)


async def type_in(pilot: Hand, task: Task, response: Response) -> None:
    """Give a response by keyboard, without submitting it."""
    match task:
        case Pick():
            await _pick(pilot, task, response)
        case Fill():
            for place, typed in enumerate(response):
                await pilot.press(*(["tab"] if place else []), *("space" if key == " " else key for key in typed))
        case Arrange(once=True):
            await _put_in_order(pilot, task, response)
        case Arrange():
            for card in response:
                await pilot.press(*["down"] * (task.cards.index(card) + 1), "tab")
        case _:
            assert_never(task)


async def _pick(pilot: Hand, task: Pick, response: Response) -> None:
    at = 0 if task.many else -1
    for place, option in enumerate(task.options):
        if option.value in response:
            if task.article is None:
                await pilot.press(str(place + 1))
            else:
                await pilot.press(*["down"] * (place - at), *(["space"] if task.many else []))
            at = place


async def _put_in_order(pilot: Hand, task: Arrange, response: Response) -> None:
    cards, at = list(task.cards), 0
    for place, card in enumerate(response):
        begin = cards.index(card)
        if begin > place:
            await pilot.press(*["down"] * (begin - at), "space", *["up"] * (begin - place), "space")
            cards.insert(place, cards.pop(begin))
            at = place


async def click_on(pilot: Hand, words: str) -> None:
    """Click where these words stand on the screen."""
    for y, line in enumerate(text_of(pilot).splitlines()):
        x = line.find(words)
        if x >= 0:
            await pilot.click(offset=(cell_len(line[:x]), y))
            return
    raise AssertionError(f"{words!r} is not on the screen")
