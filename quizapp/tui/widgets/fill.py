"""Typing: a few words, a number with its unit, or the blanks of a sentence, each where it stands."""

from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.content import Content
from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from quizapp.quiz.attempt import MOST_TYPED
from quizapp.quiz.feedback import Feedback
from quizapp.quiz.task import Fill, Response
from quizapp.text.characters import harmless, show_line
from quizapp.tui.keymap import bindings
from quizapp.tui.widgets.control import Refused, Submitted
from quizapp.tui.widgets.outcome import outcome_of
from quizapp.tui.widgets.styled import Steady

ALONE = 40
INLINE = 16
"""Cells of a blank that stands alone, and of one in a sentence or for a number; none gives its answer's length away."""
SIGN = 2
"""Cells behind a blank, kept for the sign that comes after the answer."""
UNDERLINED = Style(underline=True)
_CELL = "\ue000"
"""One cell of a blank while a sentence is wrapped; no shown text holds it."""


class Blank(Input, Steady):
    """One field; what is pasted into it cannot act on the terminal."""

    BINDINGS = bindings("fill")

    def __init__(self) -> None:
        super().__init__(compact=True, select_on_focus=False)
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """The value without characters that a terminal would obey, as far as it is kept."""
        return harmless(value[:MOST_TYPED])

    def render_line(self, y: int) -> Strip:
        """The line underlined to its end, also behind what was typed, so that the field can be seen."""
        line = super().render_line(y).adjust_cell_length(self.size.width, self.rich_style)
        return line.apply_style(UNDERLINED)

    @property
    def closed(self) -> bool:
        """Whether the answer was given; to disable a field takes longer than all else that is done at an answer."""
        return isinstance(self.parent, FillControl) and self.parent.closed

    def close(self) -> None:
        """Takes the cursor away; nothing more can be typed."""
        self._pause_blink()

    def allow_focus(self) -> bool:
        """Only while it can be typed in."""
        return not self.closed and super().allow_focus()

    def check_message_enabled(self, message: Message) -> bool:
        """Once it is closed, nothing is typed, pasted or clicked into it."""
        typed = isinstance(message, events.Key | events.Paste | events.MouseDown | events.Click)
        return not (typed and self.closed) and super().check_message_enabled(message)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """After the answer the keys are the screen's."""
        return not self.closed and super().check_consume_key(key, character)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """After the answer the keys are the screen's, and one field alone has no next."""
        if self.closed:
            return False
        if action == "next" and isinstance(self.parent, FillControl):
            return len(self.parent.blanks) > 1
        return super().check_action(action, parameters)

    async def action_submit(self) -> None:
        """Goes on to the next field, or submits them all."""
        if isinstance(self.parent, FillControl):
            self.parent.go_on(self)

    def action_next(self, by: int) -> None:
        """Goes to the next field, or the one before."""
        if isinstance(self.parent, FillControl):
            self.parent.go_to(self, by)


class _Inline(Layout):
    """Puts each blank where its sentence has room for it."""

    name = "inline"

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:  # noqa: ARG002, FBT001, FBT002 - Textual's signature
        """One placement for each blank shown."""
        places = parent.places(size.width) if isinstance(parent, FillControl) else ()
        return [
            WidgetPlacement(place, NULL_OFFSET, NULL_SPACING, child)
            for child, place in zip(children, places, strict=False)
        ]


class FillControl(Widget, can_focus=False):
    """A sentence with fields in it."""

    DEFAULT_CSS = "FillControl { width: 1fr; height: auto; }"

    def __init__(self, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._inline = _Inline()
        self._asked = Fill((), ("",), "", ())
        self._fields: list[Blank] = []
        self._signs: tuple[Content, ...] = ()
        self._laid_out: tuple[int, list[Content], list[Region]] | None = None

    @property
    def layout(self) -> Layout:
        """Blanks stand in their sentence."""
        return self._inline

    @property
    def blanks(self) -> list[Blank]:
        """The fields of this task."""
        return self._fields[: len(self._asked.blanks)]

    @property
    def response(self) -> Response:
        """What stands in each field; nothing while all are empty."""
        typed = tuple(field.value for field in self.blanks)
        return typed if any(typed) else ()

    def ask(self, task: Fill, response: Response = ()) -> None:
        """Shows the sentence with a field for each blank."""
        self._asked = task
        self._signs = ()
        self._laid_out = None
        more = [Blank() for _ in range(len(task.blanks) - len(self._fields))]
        if more:
            self.mount(*more)
        self._fields += more
        for index, field in enumerate(self._fields):
            field.display = index < len(task.blanks)
            field.value = response[index] if index < len(response) else ""
        self._clear_arrangement_cache()  # Textual forgets where something stands only in what is around it
        self.refresh(layout=True)

    @property
    def closed(self) -> bool:
        """Whether the answer was given."""
        return bool(self._signs)

    def go_on(self, field: Blank) -> None:
        """Goes to the field behind `field`, or submits where all of those are filled."""
        fields = self.blanks
        if all(other.value.strip() for other in fields[fields.index(field) + 1 :]):
            self.submit()
        else:
            self.go_to(field, 1)

    def go_to(self, field: Blank, by: int) -> None:
        """Goes from `field` to the next one, or the one before; at once, for keys that are already on their way."""
        fields = self.blanks
        self.screen.set_focus(fields[(fields.index(field) + by) % len(fields)], scroll_visible=False)

    def submit(self) -> None:
        """Posts what was typed into each blank."""
        empty = [index for index, field in enumerate(self.blanks) if not field.value.strip()]
        if not empty:
            self.post_message(Submitted(tuple(field.value.strip() for field in self.blanks)))
            return
        self.blanks[empty[0]].focus()
        several = len(self._asked.blanks) > 1
        self.post_message(Refused(f"Blank {empty[0] + 1} is still empty." if several else "Nothing is typed yet."))

    def prepare(self, feedback: Feedback) -> None:
        """There is nothing to lay out but signs."""

    def show(self, feedback: Feedback) -> None:
        """Closes the fields and puts a sign behind each."""
        outcomes = [outcome_of(part) for part in feedback.verdict.parts]
        self._signs = tuple(Content.styled(f" {outcome.sign}", outcome.style) for outcome in outcomes)
        self._laid_out = None
        for field in self.blanks:
            field.close()
        self.refresh()

    def take_focus(self) -> None:
        """Goes to the first field that is empty."""
        fields = self.blanks
        self.screen.set_focus(next((field for field in fields if not field.value), fields[0]), scroll_visible=False)

    def on_click(self, event: events.Click) -> None:
        """A click beside the fields goes to the first empty one."""
        if not self._signs:
            event.stop()
            self.take_focus()

    def places(self, width: int) -> list[Region]:
        """Where the fields stand, relative to this widget."""
        return self._lay_out(width)[1]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """The number of lines the sentence takes."""
        return len(self._lay_out(width)[0])

    def render(self) -> Content:
        """The sentence, with room for the fields."""
        return Content("\n").join(self._lay_out(self.content_size.width)[0])

    def _lay_out(self, width: int) -> tuple[list[Content], list[Region]]:
        if self._laid_out is None or self._laid_out[0] != width:
            self._laid_out = (width, *self._wrap(max(width, 1)))
        return self._laid_out[1:]

    def _wrap(self, width: int) -> tuple[list[Content], list[Region]]:
        task = self._asked
        pieces = [show_line(piece) for piece in task.pieces]
        wanted = INLINE if any(pieces) or any(blank.number is not None for blank in task.blanks) else ALONE
        length = min(wanted, max(width - SIGN, 1))
        if task.unit:
            pieces[-1] += f" {show_line(task.unit)}"
        text = (_CELL * (length + SIGN)).join(pieces)
        lines: list[Content] = []
        places: list[Region] = []
        for y, line in enumerate(Content(text).wrap(width)):
            plain = line.plain
            at = plain.find(_CELL)
            parts: list[Content] = []
            begin = 0
            while at >= 0:
                sign = self._signs[len(places)] if len(places) < len(self._signs) else Content("  ")
                parts += [line[begin:at], Content(" " * length), sign]
                places.append(Region(cell_len(plain[:at]), y, length, 1))
                begin = at + length + SIGN
                at = plain.find(_CELL, begin)
            lines.append(Content("").join([*parts, line[begin:]]))
        return lines, places
