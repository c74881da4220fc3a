"""The texts of a question: what it asks, holds to be true, calls wrong and explains, each with where it is written."""

from typing import NamedTuple, assert_never

from quizapp.content.citation import Evidence
from quizapp.content.library import Library
from quizapp.content.question import (
    Boolean,
    Choice,
    Cloze,
    FindEvidence,
    Match,
    Number,
    Option,
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
        return tuple(sentence.text for evidence in self.evidence for sentence in evidence.sentences)


class Written(NamedTuple):
    """A text of a question, and where it is written."""

    text: str
    path: Path


def prompt(question: Question, path: Path) -> Written:
    """What the learner is asked: the prompt, or the claim of an `evidence` question; `path` is the question's."""
    return Written(question.prompt, (*path, "claim" if isinstance(question, FindEvidence) else "prompt"))


def keys(question: Question, path: Path, library: Library) -> tuple[Claim, ...]:
    """What the question holds to be true; a source as an answer is not among it, nor a blank, which is verbatim."""
    own = library.evidence_of(question.cite)
    match question:
        case Choice():
            return _options(question, (question.answer,), ((*path, "answer"),), library)
        case Select():
            paths: tuple[Path, ...] = tuple((*path, "answers", index) for index in range(len(question.answers)))
            return _options(question, question.answers, paths, library)
        case Boolean():
            return (Claim(question.prompt, (*path, "prompt"), own),) if question.answer else ()
        case Short():
            return (Claim(question.answer, (*path, "answer"), own),)
        case Number():
            return (Claim(f"{question.answer} {question.unit}".rstrip(), (*path, "answer"), own),)
        case Match():
            return tuple(
                Claim(text, (*path, "pairs", index, key), library.evidence_of((*pair.cite, *question.cite)))
                for index, pair in enumerate(question.pairs)
                for key, text in (("left", pair.left), ("right", pair.right))
            )
        case Order():
            return tuple(
                Claim(item.text, (*path, "items", index, "text"), library.evidence_of((*item.cite, *question.cite)))
                for index, item in enumerate(question.items)
            )
        case Cloze() | FindEvidence():
            return ()
        case _:
            assert_never(question)


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


def _options(
    question: Choice | Select, options: tuple[Option, ...], paths: tuple[Path, ...], library: Library
) -> tuple[Claim, ...]:
    return tuple(
        Claim(option.text, path, library.evidence_of((*option.cite, *question.cite)))
        for option, path in zip(options, paths, strict=True)
        if option.source is None
    )
