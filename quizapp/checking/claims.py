"""What a question says, each text with the evidence that it has to agree with."""

from collections.abc import Iterable

from quizapp.checking.gist import sources_named
from quizapp.checking.subject import Subject
from quizapp.checking.texts import Claim
from quizapp.content.citation import Evidence
from quizapp.content.question import (
    Boolean,
    Choice,
    Cloze,
    FindEvidence,
    Select,
    part_citations,
    right_options,
)
from quizapp.content.source import Source


def claims(subject: Subject) -> tuple[Claim, ...]:
    """What a question holds to be true: its keys, or its prompt where that is a claim or is asked of sources."""
    question, path = subject.question, subject.prompt.path
    if isinstance(question, FindEvidence):
        return (Claim(question.claim, path, subject.evidence),)
    if isinstance(question, Choice | Select):
        of_sources = tuple(
            Claim(question.prompt, path, subject.library.evidence_of(option.cite))
            for option in right_options(question)
            if option.source is not None and option.cite
        )
        return (*subject.keys, *of_sources)
    return subject.keys


def sharing(claim: Claim, texts: Iterable[Claim]) -> tuple[Claim, ...]:
    """Those of some texts, the claim among them, that rest on the same evidence as it: not the other pairs or items."""
    return tuple(text for text in texts if text == claim or not set(text.evidence).isdisjoint(claim.evidence))


def cited_with(subject: Subject, piece: Evidence) -> tuple[Evidence, ...]:
    """The evidence cited with a piece, for the question, or for an option, pair or item; and what is right instead."""
    question = subject.question
    if isinstance(question, FindEvidence):
        return subject.evidence
    found = map(subject.library.evidence_of, (question.cite, *part_citations(question)))
    return tuple(other for pieces in found if piece in pieces for other in pieces)


def said(subject: Subject, piece: Evidence) -> tuple[str, ...]:
    """The texts of a question that a piece of its evidence is to bear on."""
    blanked = (subject.question.text,) if isinstance(subject.question, Cloze) else ()
    return (subject.prompt.text, *blanked, *(key.text for key in subject.keys if piece in key.evidence))


def is_false(subject: Subject) -> bool:
    """Whether the prompt is a statement that is to be called false."""
    return isinstance(subject.question, Boolean) and not subject.question.answer


def cited_sources(pieces: tuple[Evidence, ...]) -> tuple[Source, ...]:
    """The sources of some evidence, each once."""
    return tuple({piece.source.slug: piece.source for piece in pieces}.values())


def names_a_source(subject: Subject) -> bool:
    """Whether prompt, keys or options name a source, so that all they say is that source's account."""
    question = subject.question
    if isinstance(question, Choice | Select) and any(option.source for option in question.distractors):
        return True
    texts = (subject.prompt.text, *(key.text for key in subject.keys))
    return any(sources_named(subject.library, text) for text in texts)


def sentences(subject: Subject, claim: Claim) -> tuple[str, ...]:
    """The sentences that a claim has to agree with: those that support it, and those that support the wording."""
    if claim.evidence == subject.evidence:
        return subject.all_sentences
    context = [sentence.text for piece in subject.context for sentence in piece.sentences]
    return tuple(dict.fromkeys((*claim.sentences, *context)))
