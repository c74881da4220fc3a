"""Whether a question says what its evidence says: its words, its measures, its hedges."""

import re
from collections.abc import Collection, Container, Iterable, Iterator

from quizapp.checking.claims import cited_with, claims, is_false, said, sentences, sharing
from quizapp.checking.english.measures import rival
from quizapp.checking.english.numbers import bound, keeps_within, supported
from quizapp.checking.english.statement import Sign, Statement, overlap, read
from quizapp.checking.english.stems import is_number
from quizapp.checking.english.words import LIGHT_STEMS, OF_NUMBERS, STRICT, UNIVERSAL
from quizapp.checking.gist import gist, sources_named, stems_of, without_sources
from quizapp.checking.rules.support import cite_path
from quizapp.checking.subject import Subject
from quizapp.content.citation import Evidence, addresses
from quizapp.content.prose import MARK
from quizapp.content.quantities import parts as parts_of
from quizapp.content.question import Match, Order
from quizapp.content.values import comparable
from quizapp.diagnostics import Diagnostic
from quizapp.text.characters import show_line

_READ_IT = "Read it against the cited sentence; if it says that, approve the question, else mend the one or the other."


def worded_key(subject: Subject) -> Iterator[Diagnostic]:
    """QZ341: at least half of the content words of a key are in the evidence, and no sentence beside it has more."""
    library, names, prompt = subject.library, subject.facts.names, subject.prompt
    asked = gist(library, names, prompt.text)
    parts = isinstance(subject.question, Match | Order)
    worded: set[Evidence] = set()
    for key in subject.keys:
        own = asked if key.text == prompt.text else gist(library, names, key.text)
        if key.path != prompt.path:
            own = {found: word for found, word in own.items() if found not in asked}
        if not own:
            continue
        there = stems_of(sentences(subject, key))
        whole = read(without_sources(library, key.text)).vocabulary - LIGHT_STEMS - asked.keys()
        alone = len(own) > 1 or len(whole) == 1
        if alone and overlap(own, there) < _HALF and (not parts or overlap(whole, there) < _HALF):
            counted = _of_numbers(key.text)
            missing = _listed(word for found, word in own.items() if found not in there and word not in counted)
            if not missing:
                continue  # "a quarter of an hour"
            message = f"{addresses(key.evidence)} lacks {missing}, most of what this answer says."
            yield subject.report("QZ341", message, key.path, _READ_IT)
            worded.update(key.evidence)
        elif not parts and len(there.intersection(own)) > 1 and own.keys().isdisjoint(stems_of(key.sentences)):
            cited, where = addresses(key.evidence), addresses(subject.context)
            message = f"No word of this answer is in {cited}; {where}, which has some, is cited as `context` only."
            yield subject.report("QZ341", message, key.path, "Cite the sentence that settles it.")
    for piece in subject.evidence:
        better = "" if piece in worded else _better_beside(subject, piece)
        if better:
            message = f"{better} has more of the words of this question than {piece.address}, which is cited."
            yield subject.report("QZ341", message, cite_path(subject, piece), "Cite the sentence that settles it.")


def quantifier_differs(subject: Subject) -> Iterator[Diagnostic]:
    """QZ343: what the question says of how many, how much or how often, the evidence says too."""
    texts = subject.wordings

    def strict(sign: Sign) -> bool:
        if sign.text not in UNIVERSAL or is_false(subject):
            return False
        return len(sources_named(subject.library, subject.prompt.text)) < 2  # "all of them": its own sources

    for claim in texts:
        evidence = [read(sentence) for sentence in sentences(subject, claim)]
        measures = [sign for statement in evidence for sign in statement.measures]
        statement = read(claim.text)
        if not measures and not statement.measures:
            continue
        stems = frozenset().union(*(statement.vocabulary for statement in evidence))
        kinds = {sign.kind for sign in measures}
        beside = {sign.kind for other in sharing(claim, texts) for sign in read(other.text).measures}
        for sign in statement.measures:
            within = _keeps_within(sign, claim.text, sentences(subject, claim))
            if within is not None:
                differs = not within
            else:
                differs = (
                    sign.kind in STRICT
                    or strict(sign)
                    or not stems.isdisjoint(sign.about)
                    or _rivals(sign, measures, beside)
                    or _turns(sign, claim.text, evidence)
                )
            if differs and (sign.kind not in kinds or (strict(sign) and not _same(sign, measures))):
                instead = _listed(other.text for other in measures if rival(sign, other))
                there = f"; there it is {instead}" if instead else ""
                message = f"“{show_line(sign.text)}” is not in {addresses(claim.evidence)}{there}."
                yield subject.report("QZ343", message, claim.path, _READ_IT)
        for sign in measures:
            if sign.kind in OF_NUMBERS - beside and _lost(sign, statement):
                message = f"{addresses(claim.evidence)} says “{show_line(sign.text)}” of this number."
                yield subject.report("QZ343", message, claim.path, "Say it too: without it the number is another.")


def hedge_lost(subject: Subject) -> Iterator[Diagnostic]:
    """QZ348: what the evidence says with a "may" or a "reportedly", the question does not assert."""
    if is_false(subject):
        return
    texts = subject.wordings
    for claim in texts:
        sure = next((word for word in comparable(claim.text).split() if word in _SURE), "")
        perhaps = _perhaps(sentences(subject, claim)) if sure else ""
        if perhaps:
            message = f"The question says “{sure}”, and {addresses(claim.evidence)} says “{perhaps}”."
            yield subject.report("QZ348", message, claim.path, "Keep the hedge, or name whose opinion it is.")
            return
    for claim in claims(subject):
        hedged = [signs for sentence in claim.sentences if (signs := read(sentence).hedges)]
        statements = [read(other.text) for other in sharing(claim, texts)] if hedged else []
        if any(statement.hedges for statement in statements):
            continue
        asserted = {found for statement in statements for found in statement.stems}
        for signs in hedged:
            hedges = [sign for sign in signs if sign.head in asserted]
            if hedges:
                words = _listed(sign.text for sign in hedges)
                message = f"{addresses(claim.evidence)} says it with {words}; the question says it flatly."
                yield subject.report("QZ348", message, claim.path, "Keep the hedge, or name whose opinion it is.")
                return


RULES = (worded_key, quantifier_differs, hedge_lost)


def _better_beside(subject: Subject, piece: Evidence) -> str:
    """The address of a sentence next to the cited one, itself not cited, that has more words of the question.

    A word of the question counts twice, one of its explanation once, unless that speaks of several pairs or items.
    """
    first, last = piece.sentences[0].number, piece.sentences[-1].number
    if not first:
        return ""
    slug, sentences = piece.source.slug, piece.source.sentences
    asked = _telling(subject, said(subject, piece))
    several = isinstance(subject.question, Match | Order)
    explain = "" if several else MARK.sub("", subject.question.explain)
    told = asked | _telling(subject, [explain]) if explain else asked
    near = [s for s in sentences[max(first - 2, 0) : last + 1] if not told.isdisjoint(read(s.text).vocabulary)]
    if not near:
        return ""

    def fit(stems: Iterable[str]) -> int:
        return len(asked.intersection(stems)) + len(told.intersection(stems))

    cited = {
        s.number for p in (*cited_with(subject, piece), *subject.context) if p.source.slug == slug for s in p.sentences
    }
    fits = fit(stems_of(sentence.text for sentence in piece.sentences))
    for sentence in near:
        if sentence.number not in cited and fit(read(sentence.text).vocabulary) > fits:
            return f"{slug}:{sentence.number}"
    return ""


def _of_numbers(text: str) -> set[str]:
    """The words of a text, in comparable form, that are part of a number with its unit: QZ321 looks at those."""
    words = comparable(text).split()
    found = list(parts_of(words))
    if any(not isinstance(part, str) and part.ordinal for part in found):
        return set()
    return {*words} - {part for part in found if isinstance(part, str)}


def _telling(subject: Subject, texts: Iterable[str]) -> frozenset[str]:
    """The stems of texts that show what they are about."""
    stems = stems_of(without_sources(subject.library, text) for text in texts)
    return stems - LIGHT_STEMS - subject.facts.sentences.commonplace


_HALF = 0.5


def _rivals(sign: Sign, others: Iterable[Sign], beside: Container[str]) -> bool:
    """Whether the evidence has another measure of the same, or instead of "few", "many" or "most" one of anything."""
    rivals = [other for other in others if rival(sign, other)]
    if sign.kind in ("few", "many", "most") and any(other.kind not in beside for other in rivals):
        return True
    return any(not sign.about or not set(sign.about).isdisjoint(other.about) for other in rivals)


_CONTRARY = tuple({more, less} for more in ("at least", "more than") for less in ("at most", "less than", "nearly"))


def _turns(sign: Sign, text: str, evidence: Iterable[Statement]) -> bool:
    """Whether a measure stands before a number that a sentence states with one measure, which excludes it."""
    if sign.kind not in OF_NUMBERS:
        return False
    limit = bound(text, sign.text)
    for statement in evidence if limit else ():
        there = [other for other in statement.measures if other.kind in OF_NUMBERS]
        if (
            limit
            and len(there) == 1
            and {sign.kind, there[0].kind} in _CONTRARY
            and supported(limit, (statement.text,))
        ):
            return True
    return False


def _same(sign: Sign, others: Iterable[Sign]) -> bool:
    """Whether the evidence says as much of the same thing."""
    alike = [other for other in others if other.kind == sign.kind]
    return any(not {*sign.about} - {*other.about} or {*sign.about} & {*other.about} for other in alike)


def _keeps_within(sign: Sign, text: str, texts: Collection[str]) -> bool | None:
    """Whether a limit with a number that is not the evidence's own holds for a number there; None if it has no such."""
    limit = bound(text, sign.text)
    return keeps_within(sign.kind, limit, texts) if limit and limit.unit and not supported(limit, texts) else None


_LETTERS = re.compile(r"[^\W\d_]+")
_SURE = frozenset(("will", "certain", "certainly", "surely"))
_PERHAPS = ("may", "might", "could", "possible", "possibly", "perhaps")


def _perhaps(texts: Iterable[str]) -> str:
    """A word by which evidence, nowhere sure of anything, is not; nothing where it has none."""
    there = {word.casefold() for text in texts for word in _LETTERS.findall(text) if word != "May"}
    if not there.isdisjoint(_SURE) or "would" in there:
        return ""
    return next((word for word in _PERHAPS if word in there), "")


def _lost(sign: Sign, text: Statement) -> bool:
    """Whether a text states a number without the measure that the evidence has for it."""
    number = next((word for word in sign.about if is_number(word)), None)
    return number is not None and number in text.stems


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"“{show_line(word)}”" for word in dict.fromkeys(words))
