from collections.abc import Iterable

import pytest
from textual import events
from textual.geometry import Size
from textual.widget import Widget

from quizapp.quiz.feedback import Feedback
from quizapp.quiz.grading import Verdict, grade
from quizapp.quiz.task import Arrange, Blank, Choosable, Fill, Pick, Response, Task
from quizapp.tui.screens.page import Page
from quizapp.tui.widgets.arrange import ArrangeControl
from quizapp.tui.widgets.column import Column
from quizapp.tui.widgets.control import Refused, Submitted
from quizapp.tui.widgets.fill import Blank as Field
from quizapp.tui.widgets.fill import FillControl
from quizapp.tui.widgets.pick import PickControl
from tests.tui.conftest import Desk
from tests.tui.learner import Hand, click_on, text_of

ONE = Pick(tuple(Choosable(v, f"The {v}") for v in ("lamp", "tower", "pier")), (frozenset({"tower"}),), many=False)
ALL = Pick(ONE.options, (frozenset({"lamp", "pier"}),), many=True)
WORD = Fill((Blank("Brandt"),), ("", ""))
GAPS = Fill((Blank("dusk"), Blank("old")), ("The pilots came at ", " and asked for the ", " lamp."))
ORDER = Arrange(("1", "2", "3"), ("c", "a", "b"), ("a", "b", "c"), once=True)
MATCH = Arrange(("left one", "left two"), ("right one", "right two", "spare"), ("right two", "right one"), once=False)

Heard = list[Submitted | Refused]


class Bench(Page):
    """One control and what it says."""

    def __init__(self, task: Task) -> None:
        super().__init__()
        self.task_set = task
        self.heard: Heard = []

    def body(self) -> Iterable[Widget]:
        kinds = {Pick: PickControl, Fill: FillControl, Arrange: ArrangeControl}
        with Column(can_focus=False):
            yield kinds[type(self.task_set)](classes="control")

    @property
    def control(self) -> PickControl | FillControl | ArrangeControl:
        found = self.query_one(".control")
        assert isinstance(found, PickControl | FillControl | ArrangeControl)
        return found

    def ask(self) -> None:
        match self.task_set, self.control:
            case (Pick() as task, PickControl() as control):
                control.ask(task)
            case (Fill() as task, FillControl() as control):
                control.ask(task)
            case (Arrange() as task, ArrangeControl() as control):
                control.ask(task)
        self.control.take_focus()

    def on_submitted(self, message: Submitted) -> None:
        self.heard.append(message)

    def on_refused(self, message: Refused) -> None:
        self.heard.append(message)


async def bench(pilot: Hand, task: Task) -> Bench:
    made = Bench(task)
    await pilot.app.push_screen(made)
    made.ask()
    await pilot.pause()
    return made


def said(verdict: Verdict) -> Feedback:
    return Feedback(verdict, "", "", (), "", {}, (), ())


async def outcome(pilot: Hand, made: Bench) -> Response | str:
    """What submitting now says."""
    made.control.submit()
    await pilot.pause()
    last = made.heard[-1]
    return last.response if isinstance(last, Submitted) else last.words


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
        (WORD, tuple("Brandt"), ("Brandt",)),
        (WORD, tuple("hnkuf"), ("hnkuf",)),
        (GAPS, (*"dusk", "tab", *"old"), ("dusk", "old")),
        (GAPS, ("tab", *"old", "shift+tab", *"dusk"), ("dusk", "old")),
        (ORDER, ("space", "down", "down", "space"), ("a", "b", "c")),
        (ORDER, ("down", "space", "up", "up", "space"), ("a", "c", "b")),
        (MATCH, ("down", "down", "tab", "right"), ("right two", "right one")),
        (MATCH, ("up", "tab", "2"), ("spare", "right two")),
        (MATCH, ("1", "shift+tab", "3", "tab", "2"), ("right two", "spare")),
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
        (ALL, ("down",), "Nothing is marked yet"),
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


async def test_an_outcome_is_told_in_words(desk: Desk) -> None:
    async with desk.app().run_test(size=(80, 24)) as pilot:
        made = await bench(pilot, ALL)
        assert isinstance(made.control, PickControl)
        made.control.ask(ALL, ("lamp", "tower"))
        made.control.show(said(grade(ALL, ("lamp", "tower"))))
        await pilot.pause()
        lines = text_of(pilot).splitlines()
        words = {
            label: next(line for line in lines if label in line) for label in ("The lamp", "The tower", "The pier")
        }
        assert "✓ right" in words["The lamp"]
        assert "✗ wrong" in words["The tower"]
        assert "✓ missed" in words["The pier"]


@pytest.mark.parametrize("width", [60, 80, 120])
async def test_a_field_stands_where_its_sentence_leaves_room(desk: Desk, width: int) -> None:
    async with desk.app().run_test(size=(width, 24)) as pilot:
        made = await bench(pilot, GAPS)
        await pilot.press(*"dusk", "tab", *"old")
        line = " ".join(text_of(pilot).split())
        assert "came at dusk and asked for the old lamp." in line
        assert all(field.region.width == 16 for field in made.query(Field))


async def test_what_is_pasted_cannot_act_on_the_terminal(desk: Desk) -> None:
    async with desk.app().run_test(size=(80, 24)) as pilot:
        made = await bench(pilot, WORD)
        made.query_one(Field).post_message(events.Paste("\x1b]52;c;eA==\x07[/x]\u202e[Putin]"))
        await pilot.pause()
        assert await outcome(pilot, made) == ("]52;c;eA==[/x][Putin]",)


HOSTILE = "[Putin] [/x] [@click=app.quit]a\x1b[31m\u202e"
SHOWN = r"[Putin] [/x] [@click=app.quit]a\u{1b}[31m\u{202e}"


@pytest.mark.parametrize(
    "task",
    [
        Pick((Choosable("1", HOSTILE), Choosable("2", "other")), (frozenset({"1"}),), many=False),
        Fill((Blank("x"),), (f"{HOSTILE} ", ""), unit="kg"),
        Arrange(("1", "2"), (HOSTILE, "other"), ("other", HOSTILE), once=True),
        Arrange((HOSTILE, "b"), ("x", "y"), ("y", "x"), once=False),
        Arrange(("a", "b"), (HOSTILE, "y"), ("y", HOSTILE), once=False),
    ],
)
async def test_hostile_text_stands_there_as_text(desk: Desk, task: Task) -> None:
    async with desk.app().run_test(size=(120, 24)) as pilot:
        await bench(pilot, task)
        shown = text_of(pilot)
        assert SHOWN in shown
        assert "\x1b" not in shown


async def test_a_long_option_wraps_under_itself(desk: Desk) -> None:
    long = " ".join(["lamp"] * 30)
    task = Pick((Choosable("1", long), Choosable("2", "tower")), (frozenset({"2"}),), many=False)
    async with desk.app().run_test(size=(60, 20)) as pilot:
        await bench(pilot, task)
        lines = [line for line in text_of(pilot).splitlines() if "lamp" in line]
        assert len({line.index("lamp") for line in lines}) == 1
        assert sum(line.count("lamp") for line in lines) == 30


@pytest.mark.parametrize("width", [24, 60])
async def test_a_match_is_laid_out_for_its_width_from_the_first_frame(desk: Desk, width: int) -> None:
    async with desk.app().run_test(size=(60, 20)) as pilot:
        made = await bench(pilot, MATCH)
        again = ArrangeControl()
        again.ask(MATCH)
        size = Size(width, 20)
        beside = width == 60
        assert again.get_content_height(size, size, width) == (6 if beside else 10)
        assert made.control.size.height == 6, "as it is shown"


@pytest.mark.parametrize("typed", ["", "dusk"])
async def test_a_blank_is_seen_to_its_end_whether_it_has_the_focus_or_not(desk: Desk, typed: str) -> None:
    async with desk.app().run_test(size=(80, 24)) as pilot:
        made = await bench(pilot, GAPS)
        await pilot.press(*typed)
        await pilot.pause()
        for field in made.query(Field):
            line = field.render_line(0)
            assert line.cell_length == field.size.width
            assert all(segment.style and segment.style.underline for segment in line)
