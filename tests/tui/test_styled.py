import gc
import weakref

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip

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


async def test_what_is_marked_is_painted_anew_and_nothing_else() -> None:
    made: list[int] = []

    class Counted(Lined):
        DEFAULT_CSS = "Counted { height: 10; }"

        def line(self, y: int) -> Content:
            made.append(y)
            return Content(f"{y} of {len(made)}")

    class Few(App[None]):
        def compose(self) -> ComposeResult:
            yield Counted()

    app = Few()
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.pause()
        counted = app.screen.query_one(Counted)
        made.clear()
        counted.refresh(Region(0, 3, 40, 2))
        await pilot.pause()
        assert made == [3, 4]
        made.clear()
        counted.refresh()
        await pilot.pause()
        assert made == list(range(10))
        made.clear()
        counted.styles.width = 20
        await pilot.pause()
        assert sorted(set(made)) == list(range(10)), "at another width every line is another"


async def test_lines_painted_ahead_are_shown_unless_they_would_look_otherwise_by_then() -> None:
    app = Shown()
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.pause()
        flow = app.screen.query_one(Flow)

        def first() -> Strip:
            return flow.render_lines(Region(0, 1, flow.outer_size.width, 1))[0]

        ready = flow.ready([Block(Content("The keeper slept")), Block(Content("until noon"))])
        assert first().text.split() == WORDS.split()[:2], "nothing of them shows"
        flow.update(ready)
        await pilot.pause()
        assert first() is ready.painted.strips[0]
        assert first().text == "  The     ".ljust(flow.outer_size.width)
        await pilot.mouse_down(Flow, offset=(2, 1))
        await pilot.hover(Flow, offset=(2 + 2, 1))
        await pilot.mouse_up(Flow, offset=(2 + 2, 1))
        await pilot.pause()
        assert first() != ready.painted.strips[0], "a pointer was drawn over it"
        app.screen.clear_selection()
        app.theme = "textual-light"
        await pilot.pause()
        assert first() != ready.painted.strips[0]
        again = flow.ready([Block(Content("Nobody came"))])
        flow.styles.width = 20
        await pilot.pause()
        flow.update(again)
        await pilot.pause()
        assert first().text == "  Nobody came".ljust(20)
        before = flow.ready([Block(Content("Rain"))])
        app.theme = "textual-dark"
        flow.update(before)
        await pilot.pause()
        assert first() != before.painted.strips[0]
        assert first().text == "  Rain".ljust(20)


async def test_a_named_style_is_looked_up_where_the_widget_stands() -> None:
    class Named(App[None]):
        CSS = "Screen > .muted { color: #123456; }"

        def get_default_screen(self) -> Screen[None]:
            return Coloured()

    class Coloured(Screen[None]):
        COMPONENT_CLASSES = {"muted"}  # noqa: RUF012 - as Textual declares it

        def compose(self) -> ComposeResult:
            yield Flow([Block(Content.styled("quiet", ".muted"))])

    app = Named()
    async with app.run_test(size=(20, 5)):
        flow = app.screen.query_one(Flow)
        segment = next(iter(flow.render_lines(Region(0, 0, 20, 1))[0]))
        assert segment.text == "quiet"
        assert segment.style is not None
        assert segment.style.color is not None
        assert segment.style.color.name == "#123456"


@pytest.mark.parametrize(("css", "times"), [("", 0), ("Steadily:focus-within { color: red; }", 1)])
async def test_only_a_style_that_asks_where_the_keys_are_is_worked_out_again(css: str, times: int) -> None:
    styled: list[object] = []

    class Steadily(Lined, can_focus=True):
        DEFAULT_CSS = "Steadily { height: 1; }" + css

        def update_node_styles(self, animate: bool = True) -> None:
            styled.append(animate)
            super().update_node_styles(animate)

    class Keyed(App[None]):
        AUTO_FOCUS = ""

        def compose(self) -> ComposeResult:
            yield Steadily()

    app = Keyed()
    async with app.run_test(size=(20, 5)) as pilot:
        await pilot.pause()
        styled.clear()
        app.screen.query_one(Steadily).focus()
        await pilot.pause()
        assert len(styled) == times


@pytest.mark.parametrize("key", ["", "enter", "s", "g", "t", "/"])
async def test_the_background_of_what_only_holds_others_is_worked_out_for_one_line(desk: Desk, key: str) -> None:
    async with desk.app().run_test(size=(100, 30)) as pilot:
        await pilot.press(*filter(None, [key]))
        await pilot.pause()
        holding = [widget for widget in pilot.app.screen.query("*") if widget.children]
        assert holding
        plain = [widget for widget in holding if not (widget.styles.border_top[0] or widget.styles.border_bottom[0])]
        painted = {widget: len(widget._styles_cache._cache) for widget in plain}
        assert set(painted.values()) <= {0, 1}, painted
