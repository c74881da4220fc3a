"""Whether a question denies what its evidence denies, and nothing else."""

import re
from collections.abc import Iterable, Iterator, Sequence

from quizapp.checking.claims import is_false, sentences, sharing
from quizapp.checking.english.numbers import claimed, shown, supported
from quizapp.checking.english.roles import turned
from quizapp.checking.english.statement import Sign, Statement, overlap, read
from quizapp.checking.english.stems import stem, stripped
from quizapp.checking.english.words import IMPLICIT_STEMS, LIGHT_STEMS, REPORTING_STEMS
from quizapp.checking.gist import gist, stems_of, without_sources
from quizapp.checking.rules.repairs import READ_BOTH
from quizapp.checking.subject import Subject
from quizapp.checking.texts import Claim
from quizapp.content.citation import addresses
from quizapp.content.question import Boolean, FindEvidence
from quizapp.diagnostics import Diagnostic
from quizapp.text.characters import show_line

_MOST = 0.6
_WEAK = frozenset({"rather", "instead"})
"""What denies by setting something else beside it; no paraphrase of a "not"."""


def negation_differs(subject: Subject) -> Iterator[Diagnostic]:
    """QZ342: what the question denies the evidence denies, and what it affirms the evidence does not deny."""
    if is_false(subject):
        yield from _false_statement(subject)
        return
    texts = subject.wordings
    for claim in texts:
        own = _read(subject, claim)
        if not own.negations:
            continue
        said = [_read(subject, other) for other in sharing(claim, texts)]
        evidence = [read(sentence) for sentence in sentences(subject, claim)]
        asks = claim.path == subject.prompt.path and not isinstance(subject.question, Boolean | FindEvidence)
        cited = [read(sentence) for sentence in claim.sentences]
        sign = _denied_here(own, () if asks else said, evidence, cited)
        if sign:
            message = f"The question says {_phrase(sign)}, and {addresses(claim.evidence)} denies nothing of the kind."
            yield subject.report("QZ342", message, claim.path, READ_BOTH)
            return
    for claim in texts:
        cited = [read(sentence) for sentence in claim.sentences]
        if not any(statement.negations for statement in cited):
            continue
        near = sharing(claim, texts)
        said = [_read(subject, other) for other in near]
        sign = _denied_there(said, cited)
        if not sign and claim.path != subject.prompt.path and not any(text.negations for text in said):
            sign = _denied_whole(_read(subject, claim), cited)
        if sign:
            heads = (other for other in reversed(near) if not _read(subject, other).content.isdisjoint(sign.about))
            message = f"{addresses(claim.evidence)} says {_phrase(sign)}, and the question has no such denial."
            yield subject.report("QZ342", message, next(heads, claim).path, READ_BOTH)
            return
    if isinstance(subject.question, FindEvidence):
        yield from _claim_otherwise(subject)


RULES = (negation_differs,)


def _claim_otherwise(subject: Subject) -> Iterator[Diagnostic]:
    """A claim in words of its own denies something where all that is cited for it does, and only there."""
    claim = Claim(subject.prompt.text, subject.prompt.path, subject.evidence)
    said, cited = _read(subject, claim), [read(sentence) for sentence in subject.cited_sentences]
    denied = [[sign for sign in text.negations if sign.kind == "explicit" or stripped(sign.text)] for text in cited]
    where = addresses(subject.evidence)
    if denied and all(denied) and not said.negations:
        message = f"{where} says {_phrase(denied[0][0])}, and the claim denies nothing."
        yield subject.report("QZ342", message, claim.path, READ_BOTH)
    elif said.negations and not any(text.negations for text in cited):
        message = f"The claim says {_phrase(said.negations[0])}, and {where} denies nothing."
        yield subject.report("QZ342", message, claim.path, READ_BOTH)


def _false_statement(subject: Subject) -> Iterator[Diagnostic]:
    """A false statement differs from its evidence in one thing: in what it denies, or in a word, name or number."""
    prompt, names = subject.prompt, subject.facts.names
    claim = Claim(prompt.text, prompt.path, subject.evidence)
    texts = sentences(subject, claim)
    evidence = [read(sentence) for sentence in texts]
    said = _read(subject, claim)
    denied = _denied_here(said, [said], evidence, evidence) or _denied_there([said], evidence)
    there = stems_of(texts)
    other = [word for found, word in gist(subject.library, names, prompt.text).items() if found not in there]
    other += [shown(number) for number in claimed(prompt.text) if not supported(number, texts)]
    other += [name.text for name in names.find(prompt.text) if not names.supported(name, texts)]
    other = [word for word in other if stem(word) not in REPORTING_STEMS]
    if not said.hedges:
        other += [sign.text for statement in evidence for sign in statement.hedges if sign.head in said.stems]
    where = addresses(subject.evidence)
    if overlap(gist(subject.library, names, prompt.text), there) == 0:
        message = f"{where} has none of the words of this statement."
        yield subject.report("QZ342", message, prompt.path, "Cite the sentence that shows it to be false.")
    elif not denied and not other and not any(turned(names, prompt.text, "", sentence) for sentence in texts):
        message = f"This is marked false, yet {where} has all its words and denies none of them."
        yield subject.report("QZ342", message, prompt.path, READ_BOTH)
    elif not denied and (agreed := _agreed(said, evidence)):
        message = f"This is marked false, yet it says {_phrase(agreed)}, as {where} does."
        yield subject.report("QZ342", message, prompt.path, READ_BOTH)
    elif denied and other:
        differs = f"{_phrase(denied)}, and “{show_line(other[0])}”"
        message = f"This is marked false, and differs from {where} twice: {differs}."
        yield subject.report("QZ342", message, prompt.path, "Two differences may make it true: read it again.")


def _read(subject: Subject, claim: Claim) -> Statement:
    return read(without_sources(subject.library, claim.text))


def _denied_here(
    statement: Statement, said: Sequence[Statement], evidence: Sequence[Statement], cited: Sequence[Statement]
) -> Sign | None:
    """What a text denies and the evidence does not, or denies once and the text twice.

    What cannot be matched by its words may be said in other words ("impossible"), if what is cited for it has a
    negation to spare. That is not so of a question, which denies nothing unless the evidence does: `said` is then
    empty.
    """
    unmatched: list[Sign] = []
    heads: set[str] = set()
    for sign in statement.negations:
        if sign.kind == "explicit" and (sign.head in heads or not _matched(sign, evidence)):
            unmatched.append(sign)
        if sign.text != "neither":
            heads.update(sign.about)
    for sign in unmatched:
        if sign.head in heads and any(other.affirms(word) for word in _content(sign.about) for other in evidence):
            return sign
    there = [sign for other in cited for sign in other.negations if sign.text not in _WEAK]
    explicit = any(sign.kind == "explicit" for sign in there)
    if unmatched and (not said or unmatched[0].leads or (not explicit and _says_the_same(said, evidence))):
        return unmatched[0]
    doubled = [sign for sign in unmatched if sign.head in IMPLICIT_STEMS]
    if doubled and not explicit:
        return doubled[0]
    plain = [sign for sign in statement.negations if sign.kind == "explicit" and sign.text != "nor"]
    if len(plain) > max(len(there), 1):
        return plain[-1]
    spare = sum(bool(sign.about) and not any(text.denies(w) for w in sign.about for text in said) for sign in there)
    spare -= sum(sign.kind == "implicit" and sign.text not in _WEAK for text in said for sign in text.negations)
    return next(iter(unmatched[max(spare, 0) :]), None)


def _says_the_same(said: Sequence[Statement], evidence: Sequence[Statement]) -> bool:
    """Whether most words are those of the evidence, so that a negation has to be the evidence's own too."""
    content = {found for text in said for found in text.content} - LIGHT_STEMS
    return overlap(content, frozenset().union(*(other.vocabulary for other in evidence))) >= _MOST


def _agreed(statement: Statement, evidence: Sequence[Statement]) -> Sign | None:
    """What a text denies and the evidence denies too."""
    signs = (sign for sign in statement.negations if sign.kind == "explicit" and sign.head)
    return next((sign for sign in signs if any(other.denies(sign.head) for other in evidence)), None)


def _matched(sign: Sign, evidence: Sequence[Statement]) -> bool:
    """Whether the evidence denies the same: what comes first after a negation, or else most of the rest."""
    if not sign.about:
        return any(other.text == sign.text for statement in evidence for other in statement.negations)
    if any(sign.head in other.vocabulary for other in evidence):
        return any(other.denies(sign.head) for other in evidence)
    there = [word for word in sign.about if any(word in other.vocabulary for other in evidence)]
    denied = [word for word in there if any(other.denies(word) for other in evidence)]
    return bool(denied) and 2 * len(denied) >= len(there)


def _denied_there(said: Sequence[Statement], evidence: Sequence[Statement]) -> Sign | None:
    """What the evidence denies and a text affirms."""
    otherwise = [
        (text, s) for text in said for s in text.negations if s.kind == "implicit" and not _matched(s, evidence)
    ]
    if any(stripped(sign.text) is None for _, sign in otherwise):
        return None  # It is denied in other words: "warned against".
    timed = any(text.timed for text in said)
    for sign in (sign for statement in evidence for sign in statement.negations if sign.kind == "explicit"):
        if sign.ends and not timed:
            continue  # "not heard until 1911" is "first heard in 1911"
        affirming = [text for text in said if not text.content.isdisjoint(sign.about)]
        if any(text is other for text in affirming for other, _ in otherwise):
            continue  # "unmentioned" speaks for the text that has it
        there = [word for word in sign.about if any(word in text.vocabulary for text in said)]
        denied = [word for word in sign.about if any(text.denies(word) for text in said)]
        if sign.text == "unless" and denied:
            continue  # "if they do not apply"
        if sign.head in _content(there) and sign.head not in denied and not any(o.affirms(sign.head) for o in evidence):
            return sign
        if len(there) > 1 and not denied:
            return sign
    return None


def _denied_whole(answer: Statement, evidence: Sequence[Statement]) -> Sign | None:
    """What the evidence denies where that is all the words of an answer: "in captivity" of "not seen in captivity"."""
    words = _content(answer.content)
    return next(
        (
            sign
            for statement in evidence
            for sign in statement.negations
            if words
            and sign.kind == "explicit"
            and not sign.ends
            and set(words).issubset(sign.about)
            and not _EXCEPTED.search(sign.phrase)
            and not any(other.affirms(word) for word in words for other in evidence)
        ),
        None,
    )


_EXCEPTED = re.compile(r"\b(?:but|than|except)\b")
"""In "no one but Reed" Reed is not denied."""


def _content(stems: Iterable[str]) -> list[str]:
    return [word for word in stems if word not in LIGHT_STEMS]


def _phrase(sign: Sign) -> str:
    return f"“{show_line(sign.phrase)}”"
