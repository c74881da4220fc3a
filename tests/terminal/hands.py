"""What a learner presses to give a response, and who knows the right one."""

from dataclasses import dataclass
from typing import assert_never

from quizapp.content.library import Library
from quizapp.quiz.grading import grade, key_of
from quizapp.quiz.item import Item, all_items
from quizapp.quiz.task import Arrange, Fill, Pick, Response, Task, task_of
from tests.terminal.terminal import Terminal

QUESTION = r"Question (\d+) of (\d+)(?:, and (\d+) again)?"
VERDICT = r"✓ Right|✗ (?:Not|Partly) right"


def give(terminal: Terminal, task: Task, response: Response) -> None:
    """Give `response` in the app and submit it; nothing waits for the verdict."""
    if isinstance(task, Fill):
        terminal.type("".join(f"{text}\r" for text in response))
    else:
        terminal.press(*_keys(task, response))


def _keys(task: Pick | Arrange, response: Response) -> list[str]:
    match task:
        case Pick(options=options, article=article, many=many):
            values = [option.value for option in options]
            pressed: list[str] = []
            for index in (values.index(value) for value in response):
                if article is None:
                    pressed.append(str(index + 1))
                else:
                    pressed += ["home", *["down"] * index, *["space"] * many]
            return [*pressed, "enter"]
        case Arrange(cards=cards, once=False):
            chosen = [key for card in response for key in (str(cards.index(card) + 1), "tab")]
            return [*chosen, "enter"]
        case Arrange(cards=cards):
            return [*_moves(list(cards), response), "enter"]
        case _:
            assert_never(task)


def _moves(cards: list[str], wanted: Response) -> list[str]:
    """Lifts and drops that put `cards` into the order `wanted`."""
    pressed: list[str] = []
    at = 0
    for slot, card in enumerate(wanted):
        found = cards.index(card, slot)
        if found == slot:
            continue
        pressed += ["down" if found > at else "up"] * abs(found - at)
        pressed += ["space", *["up"] * (found - slot), "space"]
        cards.insert(slot, cards.pop(found))
        at = slot
    return pressed


def wrong(task: Task) -> Response:
    """A response that is wrong, and that the app takes."""
    key = key_of(task)
    match task:
        case Pick(options=options, right=right):
            return next((option.value,) for option in options if all(option.value not in values for values in right))
        case Fill(blanks=blanks):
            return tuple("7" if blank.number is not None else "nothing" for blank in blanks)
        case Arrange(cards=cards, once=True):
            return next(r for r in (key[::-1], (*key[1:], key[0])) if r != cards)
        case Arrange(cards=cards):
            return (next(card for card in cards if card != key[0]), *key[1:])
        case _:
            assert_never(task)


@dataclass(frozen=True)
class Learner:
    """Somebody at a terminal who knows the course and the seed."""

    terminal: Terminal
    library: Library
    seed: int

    def question(self, number: int | None = None) -> tuple[Item, Task]:
        """Wait for an open question, that of `number` if given, and find it in the course by its prompt."""
        self.terminal.wait(QUESTION if number is None else rf"Question {number} of \d+", gone=VERDICT)
        item = self.terminal.until(self._asked, "the prompt of a question")
        return item, task_of(
            item.question, self.library, f"{self.seed}:{item.key}:{'once more' in self.terminal.words}"
        )

    def _asked(self) -> Item | None:
        words = self.terminal.words
        items = all_items(self.library).values()
        return next((item for item in items if " ".join(item.prompt.split()) in words), None)

    def answer(self, task: Task, *, right: bool = True) -> Response:
        """Answer an open question and wait for the verdict; the response."""
        response = key_of(task) if right else wrong(task)
        assert grade(task, response).correct is right
        give(self.terminal, task, response)
        self.terminal.wait("✓ Right" if right else "✗ (Not|Partly) right")
        return response
