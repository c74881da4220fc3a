import gc
import weakref

from textual.app import App, ComposeResult
from textual.content import Content

from quizapp.tui.widgets.flow import Block, Flow
from quizapp.tui.widgets.styled import Lined
from tests.tui.conftest import Desk

WORDS = "The lamp burned on a tower of stone above the sea"


class Shown(App[None]):
    CSS = "Flow { width: 12; padding: 1 2; }"

    def compose(self) -> ComposeResult:
        yield Flow([Block(Content(WORDS)), Block(Content.styled("Nobody slept", "bold"), gap=1)])


async def test_what_a_pointer_was_drawn_over_is_selected_and_set_off() -> None:
    app = Shown()
    async with app.run_test(size=(40, 20)) as pilot:
        flow = app.screen.query_one(Flow)
        lines = [flow.line(y).plain for y in range(flow.content_size.height)]
        await pilot.mouse_down(Flow, offset=(2 + 4, 1))
        await pilot.hover(Flow, offset=(2 + 3, 2))
        await pilot.mouse_up(Flow, offset=(2 + 3, 2))
        await pilot.pause()
        assert app.screen.get_selected_text() == f"{lines[0][4:]}\n{lines[1][:4]}"
        before, selected = (flow.line_now(y).spans for y in (3, 0))
        assert not before
        assert selected[-1][:2] == (4, len(lines[0]))


async def test_only_lines_in_view_are_made() -> None:
    made: list[int] = []

    class Long(Lined):
        DEFAULT_CSS = "Long { height: 1000; }"

        def line(self, y: int) -> Content:
            made.append(y)
            return Content(str(y))

    class Tall(App[None]):
        def compose(self) -> ComposeResult:
            yield Long()

    async with Tall().run_test(size=(40, 20)) as pilot:
        await pilot.pause()
        assert set(made) == set(range(20))


async def test_what_was_painted_on_a_screen_goes_with_it(desk: Desk) -> None:
    async with desk.app().run_test(size=(100, 30)) as pilot:
        await pilot.press("s")
        await pilot.pause()
        painted = [weakref.ref(widget._styles_cache) for widget in pilot.app.screen.query("*")]
        await pilot.press("escape")
        await pilot.pause()
        gc.collect()
        assert painted
        assert [cache() for cache in painted] == [None] * len(painted)
