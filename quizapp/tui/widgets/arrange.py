"""Arranging: cards into their order, or to each left its right."""

from collections.abc import Iterator

from rich.cells import cell_len
from textual.content import Content

from quizapp.quiz.feedback import Feedback
from quizapp.quiz.task import Arrange, Response
from quizapp.text.characters import show_line
from quizapp.tui.keymap import bindings
from quizapp.tui.services import key_label
from quizapp.tui.theme import ACCENT, MUTED
from quizapp.tui.widgets.control import Moved, Refused, Submitted
from quizapp.tui.widgets.flow import NOTHING, Layout
from quizapp.tui.widgets.listing import GAP, MARK_WIDTH, Entry, Listing, hanging
from quizapp.tui.widgets.outcome import outcome_of

POINTER = "▸ "
ARROW = "  → "
OPEN = "·····"
"""What stands where a line has no match yet; one dot where only the match's number would."""


class ArrangeControl(Listing, can_focus=True):
    """An order: arrows move, space or a click lifts and drops. A match: tab goes on, arrows or a click choose."""

    BINDINGS = bindings("arrange")
    even = True

    def __init__(self, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._asked = Arrange((), (), (), once=True)
        self._placed: list[str] = []
        """The card in each slot, empty where there is none."""
        self._at = 0
        self._lifted = False
        self._signs: tuple[bool, ...] = ()
        self._width = 0
        """For how many cells a match was laid out last."""

    def ask(self, task: Arrange, response: Response = ()) -> None:
        """Shows the cards in the order they were dealt, or the lefts without rights."""
        self._asked = task
        self._placed = list(response if len(response) == len(task.slots) else self._dealt)
        self._at = 0
        self._lifted = False
        self._signs = ()
        self._draw()

    @property
    def _dealt(self) -> Response:
        return self._asked.cards if self._asked.once else ("",) * len(self._asked.slots)

    @property
    def response(self) -> Response:
        """The card of each slot, empty where there is none; nothing while all is as it was dealt."""
        placed = tuple(self._placed)
        return placed if placed != self._dealt else ()

    def submit(self) -> None:
        """Posts the card of each slot."""
        if self._asked.once and self._placed == list(self._asked.cards):
            lift = key_label(self, "arrange.lift")
            words = f"Nothing is moved yet: {lift} lifts a card, the arrows move it, {lift} drops it."
            self.post_message(Refused(words))
        elif "" in self._placed:
            self._go(self._placed.index(""))
            self.post_message(
                Refused(f"Line {self._at + 1} has no match yet: choose one by its number, or with the arrows.")
            )
        else:
            self._lifted = False
            self.post_message(Submitted(tuple(self._placed)))

    def prepare(self, feedback: Feedback) -> None:
        """Lays the slots out as they will be marked."""
        self.lay_ahead((feedback, self._width), self._rows(feedback.verdict.parts))

    def show(self, feedback: Feedback) -> None:
        """Puts a sign and a word behind each slot."""
        self._signs = feedback.verdict.parts
        self.present_in((feedback, self._width), self._rows(self._signs))

    def take_focus(self) -> None:
        """Makes the keys go to the list."""
        self.screen.set_focus(self, scroll_visible=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Lifting is for an order, tab and digits are for a match; after the answer nothing moves."""
        if self._signs:
            return False
        match action:
            case "lift":
                return self._asked.once
            case "next" | "previous":
                return not self._asked.once
            case "pick":
                return not self._asked.once and parameters[0] in range(1, len(self._asked.cards) + 1)
            case _:
                return True

    @property
    def caret_line(self) -> int | None:
        """The line of the row under the cursor."""
        return self.region_of(self._at).y

    def action_cursor_down(self) -> None:
        """Down one slot, with the card when it is lifted; in a match, the next right."""
        self._step(1)

    def action_cursor_up(self) -> None:
        """Up one slot, with the card when it is lifted; in a match, the right before."""
        self._step(-1)

    def action_lift(self) -> None:
        """Lifts the card at the cursor, or drops it."""
        self._lifted = not self._lifted
        self._draw()

    def action_next(self) -> None:
        """Goes to the next left, after the last to the first."""
        self._go((self._at + 1) % len(self._asked.slots))

    def action_previous(self) -> None:
        """Goes to the left before, from the first to the last."""
        self._go((self._at - 1) % len(self._asked.slots))

    def action_first(self) -> None:
        """To the first slot, with the card when it is lifted."""
        self._move(0)

    def action_last(self) -> None:
        """To the last slot, with the card when it is lifted."""
        self._move(len(self._asked.slots) - 1)

    def action_pick(self, number: int) -> None:
        """Gives the left at the cursor right `number`, counted from 1."""
        self._place(self._asked.cards[number - 1])

    def on_listing_clicked(self, message: Listing.Clicked) -> None:
        """A click lifts a card and the next one drops it there; in a match it goes to a left, or gives it a right."""
        message.stop()
        if self._signs:
            return
        slots = len(self._asked.slots)
        if not self._asked.once:
            if message.value < slots:
                self._go(message.value)
            else:
                self._place(self._asked.cards[message.value - slots])
                if "" in self._placed:
                    self._go(self._placed.index(""))
        elif self._lifted:
            self._carry(message.value)
            self.action_lift()
        else:
            self._at = message.value
            self.action_lift()

    def _step(self, by: int) -> None:
        last = len(self._asked.slots) - 1
        if not self._asked.once:
            cards = self._asked.cards
            now = self._placed[self._at]
            begin = cards.index(now) if now else (-1 if by > 0 else 0)
            self._place(cards[(begin + by) % len(cards)])
        else:
            self._move(min(max(self._at + by, 0), last))

    def _move(self, to: int) -> None:
        """Goes to a slot, with the card when it is lifted."""
        if self._lifted:
            self._carry(to)
        else:
            self._go(to)

    def _carry(self, to: int) -> None:
        self._placed.insert(to, self._placed.pop(self._at))
        self._go(to)

    def _place(self, card: str) -> None:
        self._placed[self._at] = card
        self._go(self._at)

    def _go(self, slot: int) -> None:
        """Goes to a slot; of a match, all that can be chosen for it should be in view with it."""
        self._at = slot
        self._draw()
        region = self.region_of(slot)
        if not self._asked.once:
            region = region.union(self.region_of(len(self._asked.slots) + len(self._asked.cards) - 1))
        self.post_message(Moved(self, region))

    def _draw(self) -> None:
        self.present(self._rows(self._signs))

    def _rows(self, signs: tuple[bool, ...]) -> Iterator[Entry]:
        """The slots, with whether each was right where that may be shown."""
        return self._order(signs) if self._asked.once else self._match(self._width, signs)

    def _laid_out(self, width: int) -> Layout:
        """Beside the lines of a match stand what they were given or, where there is no room for that, its number.

        It is so from the first frame on.
        """
        if width != self._width:
            self._width = width
            if not self._asked.once:
                self.take(self._match(width, self._signs))
        return super()._laid_out(width)

    def _order(self, signs: tuple[bool, ...]) -> Iterator[Entry]:
        digits = len(str(len(self._placed)))
        for slot, card in enumerate(self._placed):
            here = slot == self._at and not signs
            first = Content.assemble(_pointer(here=here), (f"{slot + 1:>{digits}}  ", MUTED))
            tone = (ACCENT if self._lifted else "bold") if here else ""
            yield Entry(hanging(Content.styled(show_line(card), tone), first), self._mark(slot, signs), slot)

    def _match(self, width: int, signs: tuple[bool, ...]) -> Iterator[Entry]:
        cards = [show_line(card) for card in self._asked.cards]
        lefts = [show_line(left) for left in self._asked.slots]
        column = max(map(cell_len, lefts))
        needed = len(POINTER) + column + len(ARROW) + max(map(cell_len, cards)) + GAP + MARK_WIDTH
        beside = needed <= width
        room = width - len(POINTER) - len(ARROW) - len(str(len(cards))) - GAP - MARK_WIDTH
        for slot, left in enumerate(lefts):
            here = slot == self._at and not signs
            placed = self._placed[slot]
            right = show_line(placed) if beside else str(self._asked.cards.index(placed) + 1) if placed else ""
            chosen = Content.styled(right or (OPEN if beside else OPEN[0]), ACCENT if here else "" if right else MUTED)
            name = Content.styled(left, "bold" if here else "")
            between = " " * (column - name.cell_length if column <= room else 0)
            text = Content.assemble(name, between, (ARROW, MUTED), chosen)
            yield Entry(hanging(text, _pointer(here=here)), self._mark(slot, signs), slot)
        digits = len(str(len(cards)))
        for index, card in enumerate(cards):
            given = self._asked.cards[index] == self._placed[self._at] and not signs
            first = Content.styled(f"  {index + 1:>{digits}}  ", MUTED)
            text = Content.styled(card, "" if given else MUTED)
            yield Entry(hanging(text, first, int(index == 0)), None, len(lefts) + index)

    def _mark(self, slot: int, signs: tuple[bool, ...]) -> Content:
        if signs:
            return outcome_of(signs[slot]).mark
        if self._lifted and slot == self._at:
            return Content.styled("↕ lifted", ACCENT)
        return NOTHING


def _pointer(*, here: bool) -> Content:
    return Content.styled(POINTER, ACCENT) if here else Content(" " * len(POINTER))
