"""Whether a question denies what its evidence denies, and nothing else."""

from collections.abc import Iterator, Sequence

from quizapp.checking.claims import addresses, is_false, is_instruction, sentences, wordings
from quizapp.checking.gist import gist, stems_of
from quizapp.checking.numbers import claimed, supported
from quizapp.checking.statement import Sign, Statement, read
from quizapp.checking.subject import Claim, Subject
from quizapp.diagnostics import Diagnostic
from quizapp.text.characters import show_line

_READ_IT = "Read the one against the other: is the answer still right?"


def negation_differs(subject: Subject) -> Iterator[Diagnostic]:
    """QZ342: what the question denies the evidence denies, and what it affirms the evidence does not deny."""
    if is_false(subject):
        yield from _false_statement(subject)
        return
    texts = wordings(subject)
    for claim in texts:
        evidence = [read(sentence) for sentence in sentences(subject, claim)]
        sign = _denied_here(read(claim.text), evidence)
        if sign:
            message = f"It says {_with_head(sign)}, and {addresses(claim.evidence)} does not deny it."
            yield subject.report("QZ342", message, claim.path, _READ_IT)
            return
    said = [read(claim.text) for claim in texts]
    for claim in texts:
        if claim.path == subject.prompt.path and is_instruction(subject):
            continue
        sign = _denied_there(said, [read(sentence) for sentence in claim.sentences])
        if sign:
            place = next(other.path for other in reversed(texts) if sign.head in read(other.text).stems)
            message = f"{addresses(claim.evidence)} says {_with_head(sign)}; the question does not deny it."
            yield subject.report("QZ342", message, place, _READ_IT)
            return


RULES = (negation_differs,)


def _false_statement(subject: Subject) -> Iterator[Diagnostic]:
    """A false statement differs from its evidence in one thing: it denies or affirms the opposite, or says another."""
    prompt = subject.prompt
    claim = Claim(prompt.text, prompt.path, subject.evidence)
    texts = sentences(subject, claim)
    evidence = [read(sentence) for sentence in texts]
    said = read(prompt.text)
    denied = _denied_here(said, evidence) or _denied_there([said], evidence)
    others = stems_of(texts)
    other = [word for found, word in gist(subject.library, subject.facts.names, prompt.text).items() if found not in others]
    other += [str(number.stated) for number in claimed(prompt.text) if not supported(number, texts)]
    if not said.hedges:
        other += [sign.text for statement in evidence for sign in statement.hedges if sign.head in said.stems]
    names = subject.facts.names
    other += [name.text for name in names.find(prompt.text) if not names.supported(name, texts)]
    where = addresses(subject.evidence)
    if not denied and not other:
        message = f"This is to be false, yet {where} has all its words and denies none of them."
        yield subject.report("QZ342", message, prompt.path, _READ_IT)
    elif denied and other:
        message = f"This is to be false, and differs from {where} twice: {_with_head(denied)}, and “{show_line(other[0])}”."
        yield subject.report("QZ342", message, prompt.path, "Two differences may make it true: read it again.")


def _denied_here(said: Statement, evidence: Sequence[Statement]) -> Sign | None:
    """What a text denies and the evidence does not."""
    unmatched = [
        sign
        for sign in said.negations
        if sign.kind == "explicit" and not any(other.denies(word) for word in sign.about for other in evidence)
    ]
    for sign in unmatched:
        if any(other.affirms(sign.head) for other in evidence):
            return sign
    spare = sum(
        not any(said.denies(word) for word in sign.about) for other in evidence for sign in other.negations
    )
    return unmatched[spare] if len(unmatched) > spare else None


def _denied_there(said: Sequence[Statement], evidence: Sequence[Statement]) -> Sign | None:
    """What the evidence denies and a text affirms."""
    for statement in evidence:
        for sign in statement.negations:
            head = sign.head
            if sign.kind != "explicit" or not any(head in text.stems for text in said):
                continue
            if not any(text.denies(head) for text in said) and not any(other.affirms(head) for other in evidence):
                return sign
    return None


def _with_head(sign: Sign) -> str:
    return f"“{show_line(sign.text)}” of “{show_line(sign.head)}”" if sign.head else f"“{show_line(sign.text)}”"
