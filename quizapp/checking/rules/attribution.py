"""Whether who said something is still who said it."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from quizapp.checking.claims import cited_sources, claims, names_a_source
from quizapp.checking.english.full_names import first
from quizapp.checking.english.names import Name, Names
from quizapp.checking.english.speakers import Saying, attributed, keeps_report, lays_to, reported_by, reports, speaking
from quizapp.checking.english.statement import overlap, read
from quizapp.checking.english.words import LIGHT_STEMS, STANCE_STEMS
from quizapp.checking.gist import sources_named, stems_of, without_attributions
from quizapp.checking.subject import Subject
from quizapp.checking.texts import Claim
from quizapp.content.citation import Evidence, addresses
from quizapp.content.question import FindEvidence, Match, Order, Select
from quizapp.diagnostics import Diagnostic
from quizapp.text.characters import show_line

_WHOSE = "Say in the prompt whose words or account it is."


def attribution_lost(subject: Subject) -> Iterator[Diagnostic]:
    """QZ346: what the evidence only reports, the question does not assert, nor lays to the source that reports it."""
    if not any(_passes_on(subject.facts.names, piece) for piece in subject.evidence):
        return
    texts = subject.wordings
    named = names_a_source(subject)
    going_on = None if named else _goes_on(subject, texts)
    if going_on:
        yield subject.report("QZ346", going_on, subject.prompt.path, _WHOSE)
        return
    if any(keeps_report(without_attributions(subject.library, claim.text)) for claim in texts):
        return
    if named and isinstance(subject.question, Match | Order | Select):
        return
    names, spoken = subject.facts.names, [text.text for text in texts]
    if any(True for text in spoken for _ in attributed(names, text)):
        return
    heard = [saying for text in subject.cited_sentences for saying in speaking(names, text)]
    heard = (
        heard
        if any(saying.names for saying in heard)
        else [s for t in subject.all_sentences for s in speaking(names, t)]
    )
    keys = [text.text for text in texts if text.path != subject.prompt.path]
    if any(_is_told_of(names, saying, subject.prompt.text, keys) for saying in heard):
        return
    asked = stems_of(spoken) - LIGHT_STEMS
    for claim in claims(subject) or texts:
        cited = max(claim.sentences, key=lambda sentence: overlap(asked, read(sentence).vocabulary), default="")
        said_by = _said_by(names, cited, asked)
        if not said_by and (named or not reports(cited)):
            continue
        who = show_line(said_by[0].who) if said_by else "somebody"
        message = f"In {addresses(claim.evidence)} these are the words of {who}; the question asserts them."
        yield subject.report("QZ346", message, subject.prompt.path, _WHOSE)
        return


def speaker_absent(subject: Subject) -> Iterator[Diagnostic]:
    """QZ347: whoever the question says to say it says it in the evidence."""
    names, prompt = subject.facts.names, subject.prompt
    asks = Claim(prompt.text, prompt.path, subject.evidence)
    for claim in (asks, *(key for key in subject.keys if key.path != prompt.path)):
        yield from _sources_absent(subject, claim)
    named = tuple(attributed(names, prompt.text))
    if not named:
        return
    there = subject.all_sentences
    sources = cited_sources((*subject.evidence, *subject.context))
    heard = [
        name for sentence in there for saying in speaking(names, sentence) if saying.exact for name in saying.names
    ]
    titles = {name for name, after in pairwise(named) if after.start == name.end + 1}  # Captain Reed
    for name in (name for name in named if name not in titles):
        where = addresses((*subject.evidence, *subject.context))
        if not names.supported(name, there):
            if any(names.stands_in(name, s) for s in sources):  # A name that is in no cited source is QZ326's.
                message = f"The question takes “{show_line(name.text)}” for the speaker, and {where} has no such name."
                yield subject.report(
                    "QZ347", message, prompt.path, "Cite as `context` the sentence that names the speaker."
                )
        elif heard and not names.supported(name, (other.text for other in heard)):
            message = f"In {where} it is {show_line(heard[0].text)} who speaks, not {show_line(name.text)}."
            yield subject.report("QZ347", message, prompt.path, "Name the one whose words they are.")


def account_unnamed(subject: Subject) -> Iterator[Diagnostic]:
    """QZ346: where all the other questions of a lesson name a source, and there are several, this one does too."""
    if len(subject.library.sources) == 1 or isinstance(subject.question, FindEvidence) or names_a_source(subject):
        return
    beside = [
        other
        for other in subject.facts.by_lesson[subject.lesson.slug]
        if other.question is not subject.question and not isinstance(other.question, FindEvidence)
    ]
    if len(beside) >= _CUSTOM and all(names_a_source(other) for other in beside):
        message = "Every other question of this lesson says whose account it asks for, and this one does not."
        yield subject.report("QZ346", message, subject.prompt.path, _WHOSE)


_CUSTOM = 7
"""So many questions show that naming the source is the custom of a lesson."""
RULES = (attribution_lost, account_unnamed, speaker_absent)


def _sources_absent(subject: Subject, claim: Claim) -> Iterator[Diagnostic]:
    """The sources that a text names are among those it cites."""
    named = sources_named(subject.library, claim.text)
    pieces = (*claim.evidence, *subject.context)
    cited = {piece.source.slug for piece in pieces} if named else set()
    for source in named:
        if source.slug not in cited:
            message = f"The question names {show_line(source.name)}, and cites {addresses(pieces)}."
            yield subject.report(
                "QZ347", message, claim.path, "Cite the source that is named, or name the one that is cited."
            )


def _passes_on(names: Names, piece: Evidence) -> bool:
    """Whether somebody's words may be among what is cited, or it goes on with them."""
    return any(
        speaking(names, sentence.text)
        or reports(sentence.text)
        or reported_by(names, piece.source, sentence) is not None
        for sentence in piece.sentences
    )


def _goes_on(subject: Subject, texts: tuple[Claim, ...]) -> str:
    """A message where a cited sentence goes on with somebody's reported words, and the question lays them to nobody."""
    names, spoken = subject.facts.names, [without_attributions(subject.library, text.text) for text in texts]
    asked = stems_of(spoken) - LIGHT_STEMS
    for claim in claims(subject) or (Claim(subject.prompt.text, subject.prompt.path, subject.evidence),):
        cited = [(piece.source, sentence) for piece in claim.evidence for sentence in piece.sentences]
        if not cited:
            continue
        source, best = max(cited, key=lambda pair: overlap(asked, read(pair[1].text).vocabulary))
        somebody = reported_by(names, source, best)
        if somebody is not None and not any(_has_to_do(names, text, somebody) for text in spoken):
            who = show_line(first(somebody)) if somebody else "somebody"
            return f"{addresses(claim.evidence)} goes on with the words of {who}; the question asserts them."
    return ""


def _has_to_do(names: Names, text: str, somebody: tuple[Name, ...]) -> bool:
    """Whether a text lays what it says to somebody, or says what they make of it: "What did Hale expect?"."""
    judges = not STANCE_STEMS.isdisjoint(read(text).vocabulary)
    return (judges and any(names.supported(name, (text,)) for name in somebody)) or lays_to(names, text, somebody)


def _is_told_of(names: Names, saying: Saying, prompt: str, keys: Iterable[str]) -> bool:
    """Whether a question names who speaks: in its prompt, or in a key, unless what is said has that name too."""
    keys = list(keys)
    return any(
        names.supported(name, (prompt,)) or (names.supported(name, keys) and not names.supported(name, (saying.told,)))
        for name in (saying.names if saying.exact else saying.names[:1])
    )


def _said_by(names: Names, cited: str, asked: frozenset[str]) -> list[Saying]:
    """Where in the cited sentence somebody says what is asked."""
    shared = asked.intersection(read(cited).vocabulary)
    return [
        saying
        for saying in speaking(names, cited)
        if saying.surely and shared and 2 * len(shared.intersection(read(saying.told).vocabulary)) >= len(shared)
    ]
