"""The texts of a question: what it asks, holds to be true, calls wrong and explains, each with where it is written."""

from typing import NamedTuple, assert_never

from quizapp.content.citation import Citation, Evidence
from quizapp.content.cloze import parse_cloze
from quizapp.content.library import Library
from quizapp.content.prose import unmarked
from quizapp.content.question import (
    Boolean,
    Choice,
    Cloze,
    FindEvidence,
    Match,
    Number,
    Order,
    Question,
    Select,
    Short,
)
from quizapp.text.span import Path


class Claim(NamedTuple):
    """A text that a question holds to be true, and the evidence for it."""

    text: str
    path: Path
    evidence: tuple[Evidence, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """The cited sentences, whole."""
        return tuple([sentence.text for evidence in self.evidence for sentence in evidence.sentences])


class Written(NamedTuple):
    """A text of a question, and where it is written."""

    text: str
    path: Path


def prompt(question: Question, path: Path) -> Written:
    """What the learner is asked: the prompt, or the claim of an `evidence` question; `path` is the question's."""
    return Written(question.prompt, (*path, "claim" if isinstance(question, FindEvidence) else "prompt"))


def keys(question: Question, path: Path, own: tuple[Evidence, ...], library: Library) -> tuple[Claim, ...]:
    """What the question holds to be true; a source as an answer is not among it, nor a blank, which is verbatim.

    `own` is the evidence that is cited for the question as a whole.
    """

    def evidence(cited: tuple[Citation, ...]) -> tuple[Evidence, ...]:
        return library.evidence_of((*cited, *question.cite)) if cited else own

    match question:
        case Choice():
            answer = question.answer
            return () if answer.source else (Claim(answer.text, (*path, "answer"), evidence(answer.cite)),)
        case Select():
            return tuple(
                Claim(answer.text, (*path, "answers", index), evidence(answer.cite))
                for index, answer in enumerate(question.answers)
                if answer.source is None
            )
        case Boolean():
            return (Claim(question.prompt, (*path, "prompt"), own),) if question.answer else ()
        case Short():
            return (Claim(question.answer, (*path, "answer"), own),)
        case Number():
            return (Claim(f"{question.answer} {question.unit}".rstrip(), (*path, "answer"), own),)
        case Match():
            return tuple(
                Claim(text, (*path, "pairs", index, key), evidence(pair.cite))
                for index, pair in enumerate(question.pairs)
                for key, text in (("left", pair.left), ("right", pair.right))
            )
        case Order():
            return tuple(
                Claim(item.text, (*path, "items", index, "text"), evidence(item.cite))
                for index, item in enumerate(question.items)
            )
        case Cloze() | FindEvidence():
            return ()
        case _:
            assert_never(question)


def typed(question: Question, keys: tuple[Claim, ...]) -> tuple[str, ...]:
    """What a learner has to type or to pick, word for word; `keys` are the question's."""
    match question:
        case Choice() | Select():
            return tuple([key.text for key in keys])
        case Short():
            return (question.answer, *question.accept)
        case Number():
            return (str(question.answer), *(key.text for key in keys if question.unit))
        case Cloze():
            return tuple([blank[0] for blank in parse_cloze(question.text).blanks])
        case Boolean() | Match() | Order() | FindEvidence():
            return ()
        case _:
            assert_never(question)


def every(question: Question) -> str:
    """All that a question says, a line each: where it is written is not told, and its prose is without marks."""
    shown, prose = [question.prompt], [question.explain, question.hint]
    match question:
        case Choice() | Select():
            right = (question.answer,) if isinstance(question, Choice) else question.answers
            shown += [option.text for option in (*right, *question.distractors)]
            prose += [option.why for option in question.distractors]
        case Short():
            shown.append(question.answer)
        case Number():
            shown.append(f"{question.answer} {question.unit}")
        case Match():
            for pair in question.pairs:
                shown += pair.left, pair.right
            shown += question.extra
        case Order():
            shown += [item.text for item in question.items]
        case Boolean() | Cloze() | FindEvidence():
            pass  # their prompt is all
        case _:
            assert_never(question)
    return "\n".join(filter(None, (*shown, unmarked("\n".join(filter(None, prose))))))


def distractors(question: Question, path: Path) -> tuple[Written, ...]:
    """What is wrong to answer, as far as it is written: options that are texts, and rights that fit no left."""
    if isinstance(question, Choice | Select):
        return tuple(
            Written(option.text, (*path, "distractors", index))
            for index, option in enumerate(question.distractors)
            if option.source is None
        )
    if isinstance(question, Match):
        return tuple(Written(text, (*path, "extra", index)) for index, text in enumerate(question.extra))
    return ()


def explanations(question: Question, path: Path) -> tuple[Written, ...]:
    """Explanation, hint, and why each wrong option is wrong: prose that may carry `[@name]`."""
    texts = [Written(question.explain, (*path, "explain")), Written(question.hint, (*path, "hint"))]
    if isinstance(question, Choice | Select):
        for index, option in enumerate(question.distractors):
            texts.append(Written(option.why, (*path, "distractors", index, "why")))
    return tuple(text for text in texts if text.text)
