"""Picking: one option, all that apply, true or false, or sentences of an article."""

from collections.abc import Iterator

from textual.content import Content

from quizapp.content.source import LineKind, Sentence, Source
from quizapp.quiz.feedback import Feedback
from quizapp.quiz.task import Pick, Response
from quizapp.text.characters import show_line
from quizapp.tui.keymap import COUNTED, bindings
from quizapp.tui.services import key_label
from quizapp.tui.theme import ACCENT, HEADING, MUTED
from quizapp.tui.widgets.control import Moved, Refused, Submitted
from quizapp.tui.widgets.flow import NOTHING, Block
from quizapp.tui.widgets.listing import Entry, Listing, hanging
from quizapp.tui.widgets.outcome import ANSWER, MISSED, OTHER, RIGHT_PICK, WRONG_PICK, Outcome

FAR = 5
"""How many sentences page up and page down pass."""
AROUND = 2
"""Lines of the article kept in view around the right sentence."""


class PickControl(Listing, can_focus=True):
    """Options in rows; arrows, a digit or a click choose one.

    Where several are asked for, a digit or space marks, and the first row is highlighted from the start. In an article
    with more sentences than there are digits, a number is typed digit after digit, and moves the cursor only.
    """

    BINDINGS = bindings("pick")
    even = True

    def __init__(self, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._asked = Pick((), (), many=False)
        self._at: int | None = None
        self._chosen: frozenset[int] = frozenset()
        self._typed = ""
        """The digits of a sentence's number, as far as they were typed."""
        self._key: frozenset[int] | None = None
        """The options that were right, once they may be shown."""

    def ask(self, task: Pick, response: Response = ()) -> None:
        """Shows the options, or the article."""
        self._asked = task
        self._chosen = frozenset(index for index, option in enumerate(task.options) if option.value in response)
        self._typed = ""
        self._at = min(self._chosen, default=0 if task.many and task.options else None)
        self._key = None
        self.marked = task.article is None
        self._draw()

    @property
    def response(self) -> Response:
        """The options chosen, in the order shown."""
        return tuple(self._asked.options[index].value for index in sorted(self._chosen))

    def submit(self) -> None:
        """Posts the options chosen, in the order shown."""
        if self._chosen:
            self.post_message(Submitted(self.response))
        else:
            self.post_message(Refused(self._wanting))

    @property
    def _wanting(self) -> str:
        """What to do where nothing is chosen."""
        submit, mark = key_label(self, "quiz.submit"), key_label(self, "pick.toggle")
        if not self._asked.many:
            number = "by its number" if self._spelled else "by number"
            return f"Nothing is chosen yet: choose {number} or with the arrows, then press {submit}."
        marks = f"{mark} marks the sentence you are at" if self._spelled else f"a number or {mark} marks"
        return f"Nothing is marked yet: {marks}, {submit} submits."

    @property
    def _spelled(self) -> bool:
        """Whether there are more sentences than digits, so that a number is typed digit after digit."""
        return self._asked.article is not None and len(self._asked.options) > len(COUNTED)

    def prepare(self, feedback: Feedback) -> None:
        """Lays the options out as they will be marked."""
        self.lay_ahead((feedback, self._at), self._rows(self._nearest_key()))

    def show(self, feedback: Feedback) -> None:
        """Marks what was right and what was not."""
        self._key = self._nearest_key()
        self.present_in((feedback, self._at), self._rows(self._key))
        if self._key:
            place = self.region_of(min(self._key))
            self.post_message(Moved(self, place.grow((AROUND, 0, AROUND, 0))))

    def take_focus(self) -> None:
        """Makes the keys go to the list."""
        self.screen.set_focus(self, scroll_visible=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Space is for tasks that ask for several, a digit for an option; after the answer nothing moves."""
        if self._key is not None:
            return False
        match action:
            case "mark":
                return self._asked.many
            case "pick":
                return not self._spelled and parameters[0] in range(1, len(self._asked.options) + 1)
            case "sentence":
                return self._spelled
            case _:
                return True

    @property
    def caret_line(self) -> int | None:
        """The line of the row under the cursor."""
        return None if self._at is None else self.region_of(self._at).y

    def action_cursor_down(self, by: int = 1) -> None:
        """Goes down; from nowhere, to the first."""
        self._go(0 if self._at is None else min(self._at + by, len(self._asked.options) - 1))

    def action_cursor_up(self, by: int = 1) -> None:
        """Goes up; from nowhere, to the last."""
        self._go(len(self._asked.options) - 1 if self._at is None else max(self._at - by, 0))

    def action_far_down(self) -> None:
        """Goes down past several."""
        self.action_cursor_down(FAR)

    def action_far_up(self) -> None:
        """Goes up past several."""
        self.action_cursor_up(FAR)

    def action_first(self) -> None:
        """Goes to the first."""
        self._go(0)

    def action_last(self) -> None:
        """Goes to the last."""
        self._go(len(self._asked.options) - 1)

    def action_pick(self, number: int) -> None:
        """Chooses option `number`, counted from 1; where several are asked for, marks it or takes its mark away."""
        self._go(number - 1)
        if self._asked.many:
            self.action_mark()

    def action_sentence(self, digit: int) -> None:
        """Goes to the sentence whose number the digits spell that were typed one after another."""
        for typed in (f"{self._typed}{digit}", str(digit)):
            if 0 < int(typed) <= len(self._asked.options):
                self._go(int(typed) - 1)
                self._typed = typed
                return

    def action_mark(self) -> None:
        """Marks the option at the cursor, or takes its mark away."""
        self._typed = ""
        if self._at is not None:
            self._chosen ^= {self._at}
            self._draw()
            self.post_message(Moved(self, self.region_of(self._at)))

    def on_listing_clicked(self, message: Listing.Clicked) -> None:
        """A click chooses; where one is asked for, a second click on it submits."""
        message.stop()
        if self._key is not None:
            return
        again = self._at == message.value
        if self._asked.many:
            self._at = message.value
            self.action_mark()
        elif again:
            self.submit()
        else:
            self._go(message.value)

    def _go(self, index: int) -> None:
        self._at = index
        self._typed = ""
        if not self._asked.many:
            self._chosen = frozenset({index})
        self._draw()
        self.post_message(Moved(self, self.region_of(index)))

    def _nearest_key(self) -> frozenset[int]:
        """The full right answer that is nearest to what was chosen."""
        places = {option.value: index for index, option in enumerate(self._asked.options)}
        keys = [frozenset(places[value] for value in right) for right in self._asked.right]
        return min(keys, key=lambda key: len(key ^ self._chosen))

    def _outcome(self, index: int, key: frozenset[int] | None) -> Outcome | None:
        if key is None:
            return None
        match index in key, index in self._chosen:
            case True, True:
                return RIGHT_PICK
            case False, True:
                return WRONG_PICK
            case True, False:
                return MISSED if self._asked.many else ANSWER
            case _:
                return OTHER

    def _draw(self) -> None:
        self.present(self._rows(self._key))

    def _rows(self, key: frozenset[int] | None) -> Iterator[Entry]:
        """What there is to choose from, marked where the `key` may be shown."""
        article = self._asked.article
        return self._options(key) if article is None else self._sentences(article, key)

    def _options(self, key: frozenset[int] | None) -> Iterator[Entry]:
        digits = len(str(len(self._asked.options)))
        for index, option in enumerate(self._asked.options):
            outcome = self._outcome(index, key)
            pointed = index == self._at and (outcome is None or index in self._chosen)
            first = Content.assemble(
                ("▸ " if pointed else "  ", ACCENT), (f"{index + 1:>{digits}}  {self._box(index)}", MUTED)
            )
            label = Content(show_line(option.label))
            mark = NOTHING if outcome is None else outcome.mark
            yield Entry(hanging(self._toned(label, index, outcome), first), mark, index)

    def _sentences(self, article: Source, key: frozenset[int] | None) -> Iterator[Entry]:
        places = {option.value: index for index, option in enumerate(self._asked.options)}
        margin = Content(" " * (6 + len(self._box(0))))
        for number, paragraph in enumerate(article.paragraphs()):
            for place, line in enumerate(paragraph):
                gap = int(number > 0 and place == 0)
                index = places.get(f"{article.slug}:{line.number}")
                if index is None:
                    text = Content.styled(show_line(line.text), MUTED if line.kind is LineKind.FURNITURE else HEADING)
                    yield Entry(hanging(text, margin, gap))
                else:
                    yield Entry(self._sentence(line, index, gap, self._outcome(index, key)), value=index)

    def _sentence(self, line: Sentence, index: int, gap: int, outcome: Outcome | None) -> Block:
        bar = Content.styled("▌", ACCENT) if outcome is not None and outcome.right else Content(" ")
        if outcome is None:
            sign = Content.styled("▸" if index == self._at else " ", ACCENT)
        else:
            sign = Content.styled(outcome.sign, outcome.style)
        first = Content.assemble(bar, sign, (f"{line.number:>3} {self._box(index)}", MUTED))
        rest = bar + " " * (first.cell_length - 1)
        return Block(self._toned(Content(show_line(line.text)), index, outcome), first, rest, gap)

    def _box(self, index: int) -> str:
        if not self._asked.many:
            return ""
        return "[x] " if index in self._chosen else "[ ] "

    def _toned(self, text: Content, index: int, outcome: Outcome | None) -> Content:
        if outcome is OTHER:
            return text.stylize(MUTED)
        return text.stylize("bold") if outcome is None and index == self._at else text
