import pytest
from textual import events

from quizapp.quiz.attempt import MOST_TYPED
from quizapp.quiz.grading import grade
from quizapp.quiz.task import Arrange, Choosable, Fill, Pick, Response, Task
from quizapp.settings.model import Settings
from quizapp.tui.widgets.arrange import ArrangeControl
from quizapp.tui.widgets.control import Refused, Submitted
from quizapp.tui.widgets.fill import Blank as Field
from quizapp.tui.widgets.fill import FillControl
from quizapp.tui.widgets.pick import PickControl
from tests.tui.alone import ALL, GAPS, LONG, MATCH, ONE, ORDER, WORD, article, bench, outcome, said
from tests.tui.conftest import Desk
from tests.tui.learner import click_on, text_of


@pytest.mark.parametrize(
    ("task", "keys", "response"),
    [
        (ONE, ("2",), ("tower",)),
        (ONE, ("down",), ("lamp",)),
        (ONE, ("up",), ("pier",)),
        (ONE, ("down", "down", "down", "down"), ("pier",)),
        (ONE, ("3", "home"), ("lamp",)),
        (ONE, ("9", "1"), ("lamp",)),
        (ALL, ("space",), ("lamp",)),
        (ALL, ("space", "down", "down", "space"), ("lamp", "pier")),
        (ALL, ("1", "3"), ("lamp", "pier")),
        (ALL, ("3", "1", "2", "2"), ("lamp", "pier")),
        (ALL, ("2", "space", "down", "space", "1"), ("lamp", "pier")),
        (article(1, many=False), ("3", "7"), ("logbook:37",)),
        (article(1, many=False), ("3", "7", "7"), ("logbook:7",)),
        (article(1, many=False), ("3", "down", "5"), ("logbook:5",)),
        (article(1, many=False), ("2", "0"), ("logbook:20",)),
        (article(1, many=False), ("4", "0", "0"), ("logbook:40",)),
        (article(1, many=True), ("1", "2", "space", "1", "2", "down", "space"), ("logbook:12", "logbook:13")),
        (WORD, tuple("Brandt"), ("Brandt",)),
        (WORD, tuple("hnkuf"), ("hnkuf",)),
        (GAPS, (*"dusk", "tab", *"old"), ("dusk", "old")),
        (GAPS, ("tab", *"old", "shift+tab", *"dusk"), ("dusk", "old")),
        (ORDER, ("space", "down", "down", "space"), ("a", "b", "c")),
        (ORDER, ("down", "space", "up", "up", "space"), ("a", "c", "b")),
        (ORDER, ("space", "end", "space"), ("a", "b", "c")),
        (ORDER, ("end", "space", "home", "space"), ("b", "c", "a")),
        (MATCH, ("down", "down", "tab", "right"), ("right two", "right one")),
        (MATCH, ("up", "tab", "2"), ("spare", "right two")),
        (MATCH, ("1", "shift+tab", "3", "tab", "2"), ("right two", "spare")),
        (MATCH, ("1", "end", "3", "home", "2"), ("right two", "spare")),
    ],
)
async def test_keys_make_a_response(desk: Desk, task: Task, keys: tuple[str, ...], response: Response) -> None:
    async with desk.app().run_test(size=(80, 24)) as pilot:
        made = await bench(pilot, task)
        await pilot.press(*keys)
        assert made.heard == []
        assert await outcome(pilot, made) == response
        assert len(made.heard) == 1


@pytest.mark.parametrize(
    ("task", "places", "response"),
    [
        (ONE, ("The pier",), ("pier",)),
        (ALL, ("The pier", "The lamp", "The tower", "The tower"), ("lamp", "pier")),
        (ORDER, ("1  c", "3  b"), ("a", "b", "c")),
        (MATCH, ("2  right two", "1  right one"), ("right two", "right one")),
        (MATCH, ("left two", "3  spare", "1  right one"), ("right one", "spare")),
    ],
)
async def test_clicks_make_a_response(desk: Desk, task: Task, places: tuple[str, ...], response: Response) -> None:
    async with desk.app().run_test(size=(80, 24)) as pilot:
        made = await bench(pilot, task)
        for place in places:
            await click_on(pilot, place)
            await pilot.pause()
        assert await outcome(pilot, made) == response


async def test_a_second_click_submits_where_one_is_asked_for(desk: Desk) -> None:
    async with desk.app().run_test(size=(80, 24)) as pilot:
        made = await bench(pilot, ONE)
        await click_on(pilot, "The pier")
        assert made.heard == []
        await click_on(pilot, "The pier")
        await pilot.pause()
        assert [type(message) for message in made.heard] == [Submitted]


@pytest.mark.parametrize(
    ("task", "keys", "words"),
    [
        (ONE, (), "Nothing is chosen yet"),
        (ALL, ("down",), "Nothing is marked yet: a number or space marks, enter submits."),
        (article(1, many=True), ("5",), "Nothing is marked yet: space marks the sentence you are at"),
        (article(1, many=False), (), "Nothing is chosen yet: choose by its number"),
        (WORD, ("space",), "Nothing is typed yet"),
        (GAPS, tuple("dusk"), "Blank 2 is still empty"),
        (ORDER, (), "Nothing is moved yet"),
        (ORDER, ("space", "down", "up", "space"), "Nothing is moved yet"),
        (MATCH, ("down",), "Line 2 has no match yet"),
    ],
)
async def test_no_answer_is_refused_in_words(desk: Desk, task: Task, keys: tuple[str, ...], words: str) -> None:
    async with desk.app().run_test(size=(80, 24)) as pilot:
        made = await bench(pilot, task)
        await pilot.press(*keys)
        refused = await outcome(pilot, made)
        assert isinstance(refused, str)
        assert refused.startswith(words)


async def test_what_is_missing_is_said_with_the_keys_that_the_learner_set(desk: Desk) -> None:
    desk.settings = Settings(keys={"quiz.submit": "f7", "pick.toggle": "x", "arrange.lift": "y"})
    for task, words in ((ONE, "press f7"), (ALL, "a number or x marks, f7 submits"), (ORDER, "y lifts a card")):
        async with desk.app().run_test(size=(80, 24)) as pilot:
            assert words in str(await outcome(pilot, await bench(pilot, task)))


@pytest.mark.parametrize(
    ("task", "keys"),
    [
        (ONE, "1-3 choose"),
        (Pick(ONE.options[:2], ONE.right, many=False), "1-2 choose"),
        (Pick(tuple(Choosable(v, v) for v in LONG), ONE.right, many=False), "1-9 choose"),
        (article(1, many=False), "0-9 sentence"),
    ],
)
async def test_the_last_line_says_how_far_numbers_reach(desk: Desk, task: Task, keys: str) -> None:
    async with desk.app().run_test(size=(80, 24)) as pilot:
        await bench(pilot, task)
        assert text_of(pilot).splitlines()[-1].startswith(f"  {keys}  ")


async def test_enter_goes_to_the_next_blank_and_submits_from_the_last(desk: Desk) -> None:
    async with desk.app().run_test(size=(80, 24)) as pilot:
        made = await bench(pilot, GAPS)
        await pilot.press(*"dusk", "enter", *"old", "enter")
        await pilot.pause()
        (message,) = made.heard
        assert isinstance(message, Submitted)
        assert message.response == ("dusk", "old")


async def test_enter_in_the_last_blank_goes_to_one_that_is_still_empty(desk: Desk) -> None:
    async with desk.app().run_test(size=(80, 24)) as pilot:
        made = await bench(pilot, GAPS)
        await pilot.press("enter", *"old", "enter")
        await pilot.pause()
        (message,) = made.heard
        assert isinstance(message, Refused)
        assert message.words == "Blank 1 is still empty."
        await pilot.press(*"dusk", "enter")
        await pilot.pause()
        assert isinstance(made.heard[-1], Submitted)


@pytest.mark.parametrize("way", ["enter", "tab"])
async def test_what_is_typed_in_one_burst_lands_in_its_blanks(desk: Desk, way: str) -> None:
    async with desk.app().run_test(size=(80, 24)) as pilot:
        made = await bench(pilot, GAPS)
        for key in (*"dusk", way, *"old", "enter"):
            pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
        for _ in range(3):
            await pilot.pause()
        (message,) = made.heard
        assert isinstance(message, Submitted)
        assert message.response == ("dusk", "old")


@pytest.mark.parametrize(
    ("task", "response", "keys"),
    [
        (ONE, ("lamp",), ("2", "down", "space")),
        (ALL, ("lamp", "tower"), ("3", "space")),
        (WORD, ("Geneva",), ("x", "backspace")),
        (ORDER, ("b", "a", "c"), ("space", "down", "space")),
        (MATCH, ("right two", "spare"), ("tab", "down", "1")),
    ],
)
async def test_what_was_shown_stays(desk: Desk, task: Task, response: Response, keys: tuple[str, ...]) -> None:
    async with desk.app().run_test(size=(80, 24)) as pilot:
        made = await bench(pilot, task)
        control = made.control
        match task, control:
            case (Pick(), PickControl()):
                control.ask(task, response)
            case (Fill(), FillControl()):
                control.ask(task, response)
            case (Arrange(), ArrangeControl()):
                control.ask(task, response)
        control.show(said(grade(task, response)))
        await pilot.pause()
        before = text_of(pilot)
        assert "✗" in before
        await pilot.press(*keys)
        await pilot.pause()
        assert text_of(pilot) == before
        assert made.heard == []


async def test_what_is_pasted_cannot_act_on_the_terminal(desk: Desk) -> None:
    async with desk.app().run_test(size=(80, 24)) as pilot:
        made = await bench(pilot, WORD)
        made.query_one(Field).post_message(events.Paste("\x1b]52;c;eA==\x07[/x]\u202e[Putin]"))
        await pilot.pause()
        assert await outcome(pilot, made) == ("]52;c;eA==[/x][Putin]",)


async def test_of_a_book_that_is_pasted_only_its_beginning_is_taken(desk: Desk) -> None:
    async with desk.app().run_test(size=(80, 24)) as pilot:
        made = await bench(pilot, WORD)
        made.query_one(Field).post_message(events.Paste("ab" * 100_000))
        await pilot.pause()
        assert await outcome(pilot, made) == ("ab" * (MOST_TYPED // 2),)
