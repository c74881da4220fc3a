"""What a learner is told after an answer: verdict in words, what was chosen and why it is wrong, why, and the sentence.

An explanation is worth four times the mere right answer (Van der Kleij 2015), so all of it is always given.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from quizapp.content.citation import Citation, Evidence
from quizapp.content.prose import marks
from quizapp.content.question import FindEvidence, Question, key_citations
from quizapp.quiz.grading import Verdict, grade, key_of
from quizapp.quiz.item import Item
from quizapp.quiz.task import Arrange, Fill, Pick, Response, Task

if TYPE_CHECKING:
    from quizapp.content.library import Library


COMES_BACK = "This question comes back once before the end."
"""Said last, where it does."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something chosen or typed that is wrong."""

    label: str
    """As it was shown or typed."""
    why: str = ""
    """Prose: why it is wrong, where the author says so."""
    place: str = ""
    """Where it stands, if there are several places: `blank 2`, `sentence 13`."""


@dataclass(frozen=True, slots=True)
class Feedback:
    """All that is said after an answer."""

    verdict: Verdict
    words: str
    """The verdict as a sentence: `Right.`, `Not right.`, `Partly right: 2 of 3.`"""
    answer: str
    """The key in words."""
    remarks: tuple[Remark, ...]
    explain: str
    """Prose of the author."""
    marks: Mapping[str, Evidence]
    """The evidence for each `[@name]` in `explain` and in the remarks, in the order of their numbers."""
    evidence: tuple[Evidence, ...]
    """What settles it."""
    context: tuple[Evidence, ...]
    """What supports the wording."""


def feedback(item: Item, library: "Library", task: Task, response: Response) -> Feedback:
    """What to say about a response to a task of this item."""
    verdict = grade(task, response)
    question = item.question
    remarks = _remarks(task, response, verdict)
    prose = (question.explain, *(remark.why for remark in remarks))
    cites = item.lesson.cites
    named = {name: cites[name] for text in prose for name in marks(text) if name in cites}
    return Feedback(
        verdict=verdict,
        words=_words(task, response, verdict),
        answer=answer_in_words(task),
        remarks=remarks,
        explain=question.explain,
        marks={name: library.evidence[cite] for name, cite in named.items() if cite in library.evidence},
        evidence=_resolved(_settling(question, task, response), library),
        context=_resolved(question.context, library),
    )


def answer_in_words(task: Task) -> str:
    """The key as a person would say it."""
    match task:
        case Pick():
            return response_in_words(task, tuple(key_of(task)))
        case Fill():
            inside = (f"{blank.answer}{piece}" for blank, piece in zip(task.blanks, task.pieces[1:], strict=True))
            return f"{task.pieces[0]}{''.join(inside)}{f' {task.unit}' if task.unit else ''}"
        case Arrange():
            return response_in_words(task, task.right)
        case _:
            assert_never(task)


def response_in_words(task: Task, response: Response) -> str:
    """A response as the learner gave it; sentences of an article with their numbers."""
    match task:
        case Pick(options=options, article=article):
            chosen = ((number, option) for number, option in enumerate(options, 1) if option.value in response)
            return "; ".join(
                f"sentence {number}: {option.label}" if article else option.label for number, option in chosen
            )
        case Fill():
            return "; ".join(response)
        case Arrange(slots=slots, once=once):
            beside = ". " if once else " — "
            return "; ".join(f"{slot}{beside}{card}" for slot, card in zip(slots, response, strict=False))
        case _:
            assert_never(task)


def places_in_article(task: Pick, values: Collection[str]) -> list[str]:
    """`sentence 13` for each sentence of its article that is among `values`."""
    return [f"sentence {number}" for number, option in enumerate(task.options, 1) if option.value in values]


def _words(task: Task, response: Response, verdict: Verdict) -> str:
    slips = [answer for answer in verdict.accepted if answer is not None]
    if verdict.correct and slips:
        return f"Right, though it is spelt {' and '.join(f'“{answer}”' for answer in slips)}."
    if verdict.correct:
        return "Right."
    if not verdict.partly:
        return "Not right."
    if isinstance(task, Pick):
        right = max(task.right, key=lambda alternative: len(alternative & set(response)))
        found, wrong = len(right & set(response)), len(set(response) - right)
        beside = f", and {wrong} that {'does' if wrong == 1 else 'do'} not belong" if wrong else ""
        return f"Partly right: {found} of {len(right)}{beside}."
    return f"Partly right: {sum(verdict.parts)} of {len(verdict.parts)}."


def _remarks(task: Task, response: Response, verdict: Verdict) -> tuple[Remark, ...]:
    if verdict.correct:
        return ()
    match task:
        case Pick():
            chosen = set(response)
            right = max(task.right, key=lambda alternative: len(alternative & chosen))
            wrong = chosen - right
            options = [option for option in task.options if option.value in wrong]
            places = places_in_article(task, wrong) if task.article else [""] * len(options)
            return tuple(Remark(o.label, o.why, place) for o, place in zip(options, places, strict=True))
        case Fill():
            several = len(task.blanks) > 1
            return tuple(
                Remark(text, place=f"blank {number}" if several else "")
                for number, (text, right) in enumerate(zip(response, verdict.parts, strict=False), 1)
                if not right and text.strip()
            )
        case Arrange():
            given = zip(task.slots, response, verdict.parts, strict=False)
            beside = ". " if task.once else " — "
            return tuple(Remark(f"{slot}{beside}{card}") for slot, card, right in given if not right and card)
        case _:
            assert_never(task)


def _settling(question: Question, task: Task, response: Response) -> tuple[Citation, ...]:
    """The citations of the key; where there are alternatives, those of the one that was chosen."""
    if not isinstance(question, FindEvidence):
        return key_citations(question)
    chosen = frozenset(response)
    if isinstance(task, Pick) and chosen in task.right:
        return (question.cite, *question.also)[task.right.index(chosen)]
    return question.cite


def _resolved(citations: Iterable[Citation], library: "Library") -> tuple[Evidence, ...]:
    return tuple(library.evidence[cite] for cite in dict.fromkeys(citations) if cite in library.evidence)
