"""Whether a question says what its evidence says: its words, its measures, its hedges."""

from collections.abc import Iterable, Iterator

from quizapp.checking.claims import addresses, claims, is_false, said, sentences, wordings
from quizapp.checking.gist import gist, stems_of, without_sources
from quizapp.checking.rules.support import cite_path
from quizapp.checking.statement import Sign, Statement, overlap, read
from quizapp.checking.subject import Claim, Subject
from quizapp.checking.words import LIGHT_STEMS, OF_NUMBERS, STRICT, is_number
from quizapp.content.citation import Evidence
from quizapp.content.question import Choice, Select
from quizapp.diagnostics import Diagnostic
from quizapp.text.characters import show_line

_READ_IT = "Read it against the cited sentence; if it says that, approve the question, else mend the one or the other."


def worded_key(subject: Subject) -> Iterator[Diagnostic]:
    """QZ341: at least half of the content words of a key, or of a claim, are in the evidence."""
    library, names, prompt = subject.library, subject.facts.names, subject.prompt
    asked = gist(library, names, prompt.text)
    false = (Claim(prompt.text, prompt.path, subject.evidence),) if is_false(subject) else ()
    worded: set[Evidence] = set()
    for claim in (*claims(subject), *false):
        is_prompt = claim.path == prompt.path
        own = gist(library, names, claim.text)
        if not is_prompt:
            own = {found: word for found, word in own.items() if found not in asked}
        of_sources = is_prompt and isinstance(subject.question, Choice | Select)
        there = stems_of(sentences(subject, claim))
        alone = len(own) > 1 or len(read(claim.text).stems) == 1
        if alone and overlap(own, there) < (0.25 if of_sources else 0.5):
            what = "claim" if is_prompt else "answer"
            missing = _listed(word for found, word in own.items() if found not in there)
            message = f"Most words of this {what} are not in {addresses(claim.evidence)}: {missing}."
            yield subject.report("QZ341", message, claim.path, _READ_IT)
            worded.update(claim.evidence)
    for piece in subject.evidence:
        own = stems_of(without_sources(library, text) for text in said(subject, piece))
        own -= LIGHT_STEMS | subject.facts.commonplace
        if piece not in worded and own.isdisjoint(stems_of(sentence.text for sentence in piece.sentences)):
            message = f"No word of this question is in {piece.address}."
            yield subject.report("QZ341", message, cite_path(subject, piece), _READ_IT)


def quantifier_differs(subject: Subject) -> Iterator[Diagnostic]:
    """QZ343: what the question says of how many, how much or how often, the evidence says too."""
    for claim in wordings(subject):
        evidence = [read(sentence) for sentence in sentences(subject, claim)]
        stems = {found for statement in evidence for found in statement.stems}
        measures = [sign for statement in evidence for sign in statement.measures]
        kinds = {sign.kind for sign in measures}
        statement = read(claim.text)
        for sign in statement.measures:
            if sign.kind not in kinds and (sign.kind in STRICT or stems.intersection(sign.about) or _rivals(sign, measures)):
                instead = _listed(other.text for other in measures if _rival(sign, other))
                there = f"; there it is {instead}" if instead else ""
                message = f"“{show_line(sign.text)}” is not in {addresses(claim.evidence)}{there}."
                yield subject.report("QZ343", message, claim.path, _READ_IT)
        for sign in measures:
            if sign.kind in OF_NUMBERS and _lost(sign, statement):
                message = f"{addresses(claim.evidence)} says “{show_line(sign.text)}” of this number."
                yield subject.report("QZ343", message, claim.path, "Say it too, or the number is another.")


def hedge_lost(subject: Subject) -> Iterator[Diagnostic]:
    """QZ348: what the evidence says with a "may" or a "reportedly", the question does not assert."""
    if is_false(subject):
        return
    statements = [read(claim.text) for claim in wordings(subject)]
    if any(statement.hedges for statement in statements):
        return
    asserted = {found for statement in statements for found in statement.stems}
    for claim in claims(subject):
        own = set(read(claim.text).stems) or asserted
        for sentence in claim.sentences:
            hedges = [sign for sign in read(sentence).hedges if sign.head in asserted and own.intersection(sign.about)]
            if hedges:
                words = _listed(sign.text for sign in hedges)
                message = f"{addresses(claim.evidence)} says it with {words}; the question says it flatly."
                yield subject.report("QZ348", message, claim.path, "Keep the hedge, or name whose opinion it is.")
                return


RULES = (worded_key, quantifier_differs, hedge_lost)


_FAMILIES = (
    {"at least", "at most", "more than", "less than", "nearly", "about", "exactly"},
    {"all", "some", "many", "most", "few", "none", "only"},
    {"always", "often", "sometimes", "rarely"},
    {"first", "last"},
    {"only", "not only"},
)


def _rival(one: Sign, other: Sign) -> bool:
    """Whether two measures exclude each other, as "some" and "all" do."""
    return one.kind != other.kind and any({one.kind, other.kind} <= family for family in _FAMILIES)


def _rivals(sign: Sign, others: Iterable[Sign]) -> bool:
    return any(_rival(sign, other) and set(sign.about) & set(other.about) for other in others)


def _lost(sign: Sign, text: Statement) -> bool:
    """Whether a text states a number without the measure that the evidence has for it."""
    number = next((word for word in sign.about if is_number(word)), None)
    return number is not None and number in text.stems and all(other.kind != sign.kind for other in text.measures)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"“{show_line(word)}”" for word in dict.fromkeys(words))
