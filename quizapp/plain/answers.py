"""Answering by typing: for each task what is shown, what is asked for, and how a typed line is read.

A line that cannot be an answer is a `Misread`, which says why; it is never taken for a wrong answer. Tasks of several
parts take them one after another, or several in one line.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from quizapp.content.source import Source
from quizapp.plain.dialogue import Dialogue
from quizapp.quiz.grading import problem
from quizapp.quiz.task import Arrange, Choosable, Fill, Pick, Response, Task, finding
from quizapp.text.fold import fold

_SEPARATORS = re.compile(r"[,;\s]+")
_POSITION = re.compile(r"#?([0-9]{1,6})")
_TRUE_OR_FALSE = ("true", "false")
BETWEEN_BLANKS = "|"
"""Separates several blanks in one line; no authored blank can hold it."""


@dataclass(frozen=True, slots=True)
class Misread:
    """Why a line is no answer, and what would be one."""

    message: str


def lay_out(task: Task, dialogue: Dialogue) -> None:
    """Write what there is to choose from, to fill or to arrange."""
    match task:
        case Pick(article=Source() as article):
            dialogue.say(finding(task))
            lay_out_article(article, dialogue)
        case Pick(options=options):
            dialogue.say()
            _numbered((option.label for option in options), dialogue)
        case Fill(blanks=blanks, pieces=pieces) if any(pieces):
            gaps = [f"[{number}: ____]" for number in range(1, len(blanks) + 1)] if len(blanks) > 1 else ["____"]
            dialogue.say()
            dialogue.say("".join(piece + gap for piece, gap in zip(pieces, [*gaps, ""], strict=True)))
        case Fill():
            pass
        case Arrange(slots=slots, cards=cards, once=once):
            if not once:
                dialogue.say()
                for slot in slots:
                    dialogue.say(slot, first="- ")
            dialogue.say()
            _numbered(cards, dialogue)
        case _:
            assert_never(task)


def lay_out_article(article: Source, dialogue: Dialogue) -> None:
    """Write an article, its sentences under the numbers they are cited by."""
    dialogue.say()
    dialogue.say(f"{article.name}: {article.header.kind}")
    for paragraph in article.paragraphs():
        dialogue.say()
        for line in paragraph:
            dialogue.say(line.text, first=f"{line.number}. " if line.number else "")


def request(task: Task, given: Response) -> str:
    """What to type next, after the parts `given`."""
    match task:
        case Pick():
            return _request_pick(task)
        case Fill(blanks=blanks, unit=unit):
            what = "a number" if blanks[len(given)].number is not None else "your answer"
            if len(blanks) == 1:
                return f"Type {what} ({unit})." if unit else f"Type {what}."
            together = f"; or all of them, with {BETWEEN_BLANKS} between" if not given else ""
            return f"Type what belongs in blank {len(given) + 1} of {len(blanks)}{together}."
        case Arrange(slots=slots, cards=cards, once=True):
            if given:
                far = " ".join(str(cards.index(card) + 1) for card in given)
                return f"So far: {far}. {len(slots) - len(given)} to go: type the numbers that follow."
            return "Type the numbers in the right order, the first one first."
        case Arrange(slots=slots):
            return f"Which number goes with “{slots[len(given)]}”?"
        case _:
            assert_never(task)


def _request_pick(task: Pick) -> str:
    if task.article:
        if task.many:
            return "Type the numbers of the sentences, such as 3 4."
        return "Type the number of the sentence."
    if task.many:
        return "Type the numbers of all that apply, such as 1 3."
    if all(option.value in _TRUE_OR_FALSE for option in task.options):
        return "True or false? Type t or f, or a number."
    return "Type a number."


def finished(task: Task, given: Response) -> bool:
    """Whether nothing is left to ask for."""
    match task:
        case Pick():
            return bool(given)
        case Fill(blanks=blanks):
            return len(given) == len(blanks)
        case Arrange(slots=slots):
            return len(given) == len(slots)
        case _:
            assert_never(task)


def take(task: Task, given: Response, line: str) -> Response | Misread:
    """The parts `given` and those that `line` adds."""
    if not line:
        return Misread(f"{request(task, given)} :k skips, :? lists the commands.")
    match task:
        case Pick():
            taken = _pick(task, line)
        case Fill():
            taken = _fill(task, given, line)
        case Arrange():
            taken = _arrange(task, given, line)
        case _:
            assert_never(task)
    if isinstance(taken, Misread) or not finished(task, taken):
        return taken
    why_not = problem(task, taken)
    return Misread(why_not) if why_not else taken


def _pick(task: Pick, line: str) -> Response | Misread:
    named = [index for index, option in enumerate(task.options) if _means(line, option)]
    positions = _positions(line, len(task.options))
    if isinstance(positions, tuple) and named and positions != (named[0],) and "#" not in line:
        return Misread(
            f"“{line}” is the number of one option and the text of another: "
            f"type #{positions[0] + 1} for option {positions[0] + 1}, #{named[0] + 1} for the other."
        )
    chosen = (named[0],) if len(named) == 1 and not isinstance(positions, tuple) else positions
    if isinstance(chosen, Misread):
        return chosen
    if len(set(chosen)) > 1 and not task.many:
        return Misread("Only one can be chosen. " + request(task, ()))
    return tuple(task.options[index].value for index in sorted(set(chosen)))


def _means(line: str, option: Choosable) -> bool:
    typed = _plain(line)
    if typed in (_plain(option.label), _plain(option.value)):
        return True
    return option.value in _TRUE_OR_FALSE and typed == option.value[0]


def _plain(text: str) -> str:
    return fold(text).casefold().rstrip(".")


def _positions(line: str, count: int) -> tuple[int, ...] | Misread:
    """Positions, counted from 0, from numbers that count from 1."""
    positions = []
    for word in filter(None, _SEPARATORS.split(line)):
        found = _POSITION.fullmatch(word)
        if found is None:
            return Misread(f"“{line}” is none of these. Type a number from 1 to {count}.")
        if not 1 <= int(found.group(1)) <= count:
            return Misread(f"There is no {word} here. Type a number from 1 to {count}.")
        positions.append(int(found.group(1)) - 1)
    return tuple(positions) or Misread(f"Type a number from 1 to {count}.")


def _fill(task: Fill, given: Response, line: str) -> Response | Misread:
    left = len(task.blanks) - len(given)
    typed = [part.strip() for part in line.split(BETWEEN_BLANKS)] if len(task.blanks) > 1 else [line]
    if not all(typed):
        return Misread("No blank may stay empty.")
    if len(typed) not in (1, left):
        return Misread(f"That is {len(typed)} blanks; {left} to go.")
    return given + tuple(typed)


def _arrange(task: Arrange, given: Response, line: str) -> Response | Misread:
    positions = _positions(line, len(task.cards))
    if isinstance(positions, Misread):
        return positions
    cards = tuple(task.cards[position] for position in positions)
    left = len(task.slots) - len(given)
    if len(cards) > left:
        return Misread(f"That is {len(cards)} numbers; {left} to go.")
    if task.once:
        for index, card in enumerate(cards):
            if card in given + cards[:index]:
                return Misread(f"{task.cards.index(card) + 1} is there twice; each is used once.")
    return given + cards


def _numbered(labels: Iterable[str], dialogue: Dialogue) -> None:
    for number, label in enumerate(labels, 1):
        dialogue.say(label, first=f"{number}. ")
