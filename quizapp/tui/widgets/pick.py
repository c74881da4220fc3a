"""Picking: one option, all that apply, true or false, or the sentences of an article."""

from collections.abc import Iterator
from dataclasses import dataclass

from textual.content import Content

from quizapp.content.source import LineKind, Sentence
from quizapp.quiz.feedback import Feedback
from quizapp.quiz.task import Pick, Response
from quizapp.text.characters import show, show_line
from quizapp.tui.widgets.control import Control, Moved, Refused, Submitted
from quizapp.tui.widgets.rows import Row, Rows

PAGE = 5
"""How many options page up and page down pass."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an option stands after the answer: a sign, a word, a style."""

    sign: str
    word: str
    style: str


RIGHT = Outcome("✓", "✓ right", "$text-success")
WRONG = Outcome("✗", "✗ wrong", "$text-error")
ANSWER = Outcome("✓", "✓ answer", "$text-success")
MISSED = Outcome("✓", "✓ missed", "$text-success")
ELSE = Outcome(" ", "", "$text-muted")


class PickControl(Rows, Control[Pick], can_focus=True):
    """Options in rows; the arrows, a digit or a click choose one, and where several are asked for, space marks."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - textual's own name
        super().__init__(marks=True, id=id)
        self._task = Pick((), (), many=False)
        self._at: int | None = None
        self._chosen: set[int] = set()
        self._open = False

    def ask(self, task: Pick, response: Response = ()) -> None:
        """Shows the options, or the article."""
        self._task = task
        self._chosen = {index for index, option in enumerate(task.options) if option.value in response}
        self._at = min(self._chosen, default=None)
        self._open = True
        self._marks = task.article is None
        self.show_rows(tuple(self._rows_of(None)))

    def show(self, feedback: Feedback) -> None:
        """Marks what was right and what was not."""
        self._open = False
        key = self._key()
        self.show_rows(tuple(self._rows_of(key)))
        if self._task.article is not None and key:
            self.post_message(Moved(self, self.region_of(min(key))))

    def submit(self) -> None:
        """Posts the options chosen, in the order shown."""
        if self._chosen:
            self.post_message(Submitted(tuple(self._task.options[index].value for index in sorted(self._chosen))))
        elif self._task.many:
            self.post_message(Refused("Nothing is marked yet: space marks, enter submits."))
        else:
            self.post_message(Refused("Nothing is chosen yet: choose with the arrows, then enter."))

    def action_move(self, by: int) -> None:
        """Moves `by` options down; from nowhere, to the first or the last."""
        last = len(self._task.options) - 1
        if self._at is None:
            self._go(0 if by > 0 else last)
        else:
            self._go(min(max(self._at + by, 0), last))

    def action_go(self, number: int) -> None:
        """Goes to option `number`, counted from 1."""
        if number <= len(self._task.options) and self._task.article is None:
            self._go(number - 1)

    def action_toggle(self) -> None:
        """Marks the option at the cursor, or takes its mark away."""
        if self._open and self._task.many and self._at is not None:
            self._chosen ^= {self._at}
            self.show_rows(tuple(self._rows_of(None)))

    def on_rows_clicked(self, message: Rows.Clicked) -> None:
        """A click chooses; where one is asked for, a second click on it submits."""
        message.stop()
        if not self._open:
            return
        if self._task.many:
            self._at = message.value
            self.action_toggle()
        elif self._at == message.value:
            self.submit()
        else:
            self._go(message.value)

    def _go(self, index: int) -> None:
        if not self._open:
            return
        self._at = index
        if not self._task.many:
            self._chosen = {index}
        self.show_rows(tuple(self._rows_of(None)))
        self.post_message(Moved(self, self.region_of(index)))

    def _key(self) -> frozenset[int]:
        """The full right answer that is nearest to what was chosen."""
        places = {option.value: index for index, option in enumerate(self._task.options)}
        keys = [frozenset(places[value] for value in right) for right in self._task.right]
        return max(keys, key=lambda key: len(key & self._chosen) - len(key ^ self._chosen), default=frozenset())

    def _outcome(self, index: int, key: frozenset[int]) -> Outcome:
        match index in key, index in self._chosen:
            case True, True:
                return RIGHT
            case False, True:
                return WRONG
            case True, False:
                return MISSED if self._task.many else ANSWER
            case _:
                return ELSE

    def _rows_of(self, key: frozenset[int] | None) -> Iterator[Row]:
        """The rows, marked by `key` where it is known."""
        if self._task.article is None:
            digits = len(str(len(self._task.options)))
            for index, option in enumerate(self._task.options):
                outcome = None if key is None else self._outcome(index, key)
                pointer = "▸" if self._points_at(index, key) else " "
                gutter = f" {pointer} {index + 1:>{digits}}  {self._box(index)}"
                yield self._row(index, Content(show_line(option.label)), gutter, outcome)
        else:
            yield from self._article_rows(self._task.article.paragraphs(), key)

    def _article_rows(self, paragraphs: tuple[tuple[Sentence, ...], ...], key: frozenset[int] | None) -> Iterator[Row]:
        places = {option.value: index for index, option in enumerate(self._task.options)}
        slug = self._task.article.slug if self._task.article is not None else ""
        for number, paragraph in enumerate(paragraphs):
            for place, line in enumerate(paragraph):
                above = int(number > 0 and place == 0)
                if line.kind is not LineKind.SENTENCE:
                    style = "$text-muted" if line.kind is LineKind.FURNITURE else "bold"
                    yield Row(Content(show_line(line.text)), gutter=" " * 6, style=style, above=above)
                    continue
                index = places[f"{slug}:{line.number}"]
                outcome = None if key is None else self._outcome(index, key)
                if outcome is None:
                    sign = "▸" if self._points_at(index, key) else " "
                else:
                    sign = outcome.sign
                rail = "▌" if outcome in (RIGHT, ANSWER, MISSED) else " "
                gutter = f"{rail}{sign} {line.number:>3} {self._box(index)}"
                yield self._row(index, Content(show(line.text)), gutter, outcome, rail=rail, above=above, marked=False)

    def _points_at(self, index: int, key: frozenset[int] | None) -> bool:
        if key is None:
            return index == self._at
        return index in self._chosen and not self._task.many

    def _box(self, index: int) -> str:
        if not self._task.many:
            return ""
        return "[x] " if index in self._chosen else "[ ] "

    def _row(
        self,
        index: int,
        text: Content,
        gutter: str,
        outcome: Outcome | None,
        *,
        rail: str = "",
        above: int = 0,
        marked: bool = True,
    ) -> Row:
        if outcome is None:
            here = index == self._at
            style, edge = ("bold", "bold $text-accent") if here else ("", "$text-muted")
        else:
            style = "" if outcome in (RIGHT, ANSWER, MISSED) else outcome.style if outcome is ELSE else ""
            edge = outcome.style
        mark = outcome.word if outcome is not None and marked else ""
        return Row(text, gutter=gutter, rail=rail, mark=mark, style=style, edge=edge, value=index, above=above)
