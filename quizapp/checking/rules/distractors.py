"""Whether what is to be wrong is wrong, and what is to be one sentence is one."""

from collections.abc import Container, Iterator

from quizapp.checking.claims import names_a_source
from quizapp.checking.english.implied_numbers import shares
from quizapp.checking.english.measures import rivals
from quizapp.checking.english.numbers import claimed, supported
from quizapp.checking.english.statement import Statement, overlap, read
from quizapp.checking.english.words import LIGHT_STEMS
from quizapp.checking.gist import without_sources
from quizapp.checking.subject import Subject
from quizapp.content.citation import addresses
from quizapp.content.question import FindEvidence, Match
from quizapp.diagnostics import Diagnostic
from quizapp.text.characters import show_line
from quizapp.text.fold import in_a_row

_HALF = 0.5


def distractor_supported(subject: Subject) -> Iterator[Diagnostic]:
    """QZ349: no distractor stands in the cited sentence, nor in another that is about what the prompt asks."""
    if not subject.distractors:
        return
    library = subject.library
    asked = _asked(subject)
    sources = {piece.source.slug for piece in subject.evidence} if names_a_source(subject) else None
    cited = tuple(
        (f"{piece.source.slug}:{sentence.number}" if sentence.number else piece.source.slug, sentence.text)
        for piece in subject.evidence
        for sentence in piece.sentences
    )
    yield from _in_short(subject)
    for distractor in subject.distractors:
        text = without_sources(library, distractor.text)
        where = next((address for address, sentence in cited if _stands(text, sentence)), None)
        if not where and not isinstance(subject.question, Match):
            where = _elsewhere(subject, text, asked, sources)
        if where:
            message = f"The words of this distractor stand in {where}."
            yield subject.report(
                "QZ349",
                message,
                distractor.path,
                "If it is wrong all the same, approve the question; else take another distractor.",
            )


def many_sentences_fit(subject: Subject) -> Iterator[Diagnostic]:
    """QZ351: no other sentence of the source fits the claim of an `evidence` question as well."""
    if not isinstance(subject.question, FindEvidence) or not subject.evidence:
        return
    wanted = read(without_sources(subject.library, subject.question.claim)).vocabulary - LIGHT_STEMS
    best = max(overlap(wanted, read(sentence).vocabulary) for sentence in subject.cited_sentences)
    cited = {sentence.number for piece in subject.evidence for sentence in piece.sentences}
    if best < _HALF:
        return  # The claim is in other words than its own sentence, and words cannot tell.
    for sentence in subject.evidence[0].source.sentences:
        fits = overlap(wanted, read(sentence.text).vocabulary)
        if sentence.number not in cited and fits >= best:
            address = f"{subject.evidence[0].source.slug}:{sentence.number}"
            message = f"{address} has as many words of this claim as {addresses(subject.evidence)}."
            yield subject.report(
                "QZ351",
                message,
                subject.prompt.path,
                "Add it under `also` if it carries the claim too, or say more in the claim.",
            )


RULES = (distractor_supported, many_sentences_fit)


def _in_short(subject: Subject) -> Iterator[Diagnostic]:
    """Options in capitals that are the first letters of what is right: “The UK” beside “The United Kingdom”."""
    for distractor in subject.distractors:
        letters = distractor.text.removeprefix("The ").removeprefix("the ").replace(".", "")
        if not (letters.isupper() and letters.isalpha() and len(letters) > 1):
            continue
        for key in subject.keys:
            if letters == "".join(word[0] for word in key.text.split() if word[0].isupper() and word != "The"):
                message = f"This may be short for “{show_line(key.text)}”, which is right."
                yield subject.report("QZ349", message, distractor.path, "Take another distractor.")


def _asked(subject: Subject) -> frozenset[str]:
    """What the prompt is about, names among it."""
    return read(without_sources(subject.library, subject.prompt.text)).vocabulary - LIGHT_STEMS


def _elsewhere(subject: Subject, text: str, asked: frozenset[str], sources: Container[str] | None) -> str | None:
    """The first sentence of the sources, or of all, that is about what is asked and has the words of a text."""
    there = (
        f"{slug}:{number}"
        for slug, number, sentence in subject.facts.sentences.having(_wanted(read(text)))
        if (sources is None or slug in sources)
        and overlap(asked, read(sentence).vocabulary) >= _HALF
        and _stands(text, sentence)
    )
    return next(there, None)


def _wanted(said: Statement) -> list[str]:
    return [found for found in said.stems if found not in LIGHT_STEMS] or list(said.stems)


def _stands(text: str, sentence: str) -> bool:
    """Whether a sentence has the words of a text, side by side or, if they are many, all of them, and denies none."""
    said, there = read(text), read(sentence)
    wanted = _wanted(said)
    if not wanted or not there.vocabulary.issuperset(wanted):
        return False
    if any(there.denies(found) != said.denies(found) for found in wanted):
        return False
    if any(not supported(number, (sentence,)) for number in (*shares(text), *claimed(text))):
        return False  # "one fifth" of "four fifths"
    if said.measures and rivals(said.measures, there.measures):
        return False
    stems = [found for found in there.stems if found not in LIGHT_STEMS or found in wanted]
    return in_a_row(wanted, stems) or len(wanted) > 2
