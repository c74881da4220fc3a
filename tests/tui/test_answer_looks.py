import pytest
from textual.geometry import Size

from quizapp.quiz.grading import grade
from quizapp.quiz.task import Arrange, Blank, Choosable, Fill, Pick, Task
from quizapp.tui.widgets.arrange import ArrangeControl
from quizapp.tui.widgets.fill import Blank as Field
from quizapp.tui.widgets.pick import PickControl
from tests.tui.alone import ALL, GAPS, MATCH, bench, said
from tests.tui.conftest import Desk
from tests.tui.learner import text_of

HOSTILE = "[Putin] [/x] [@click=app.quit]a\x1b[31m\u202e"
SHOWN = r"[Putin] [/x] [@click=app.quit]a\u{1b}[31m\u{202e}"


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


async def test_an_outcome_stands_beside_its_line_however_long_the_cards_are(desk: Desk) -> None:
    long = "A card that leaves no room for itself beside the line to which it was given"
    task = Arrange(("left one", "left two"), ("short", long), (long, "short"), once=False)
    async with desk.app().run_test(size=(80, 24)) as pilot:
        made = await bench(pilot, task)
        assert isinstance(made.control, ArrangeControl)
        made.control.ask(task, (long, long))
        made.control.show(said(grade(task, (long, long))))
        await pilot.pause()
        shown = text_of(pilot)
        assert "left one  → 2  ✓ right" in shown
        assert "left two  → 2  ✗ wrong" in shown


@pytest.mark.parametrize("width", [60, 80, 120])
async def test_a_field_stands_where_its_sentence_leaves_room(desk: Desk, width: int) -> None:
    async with desk.app().run_test(size=(width, 24)) as pilot:
        made = await bench(pilot, GAPS)
        await pilot.press(*"dusk", "tab", *"old")
        line = " ".join(text_of(pilot).split())
        assert "came at dusk and asked for the old lamp." in line
        assert all(field.region.width == 16 for field in made.query(Field))


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
