"""Whether who said something is still who said it."""

from collections.abc import Iterator

from quizapp.checking.claims import addresses, claims, names_a_source, wordings
from quizapp.checking.gist import sources_named, stems_of
from quizapp.checking.speakers import attributed, reports, speaking
from quizapp.checking.statement import overlap, read
from quizapp.checking.subject import Claim, Subject
from quizapp.diagnostics import Diagnostic
from quizapp.text.characters import show_line


def attribution_lost(subject: Subject) -> Iterator[Diagnostic]:
    """QZ346: what the evidence only reports, the question does not assert in its own voice."""
    texts = wordings(subject)
    if names_a_source(subject) or any(read(claim.text).reports for claim in texts):
        return
    names = subject.facts.names
    asked = stems_of(claim.text for claim in texts)
    for claim in claims(subject) or texts:
        cited = max(claim.sentences, key=lambda sentence: overlap(asked, read(sentence).stems), default="")
        if not reports(cited):
            continue
        said_by = [name for group in speaking(names, cited) for name in group]
        if any(names.supported(name, (text.text for text in texts)) for name in said_by):
            continue
        who = f"{show_line(said_by[0].text)} says it" if said_by else "These are somebody's words"
        message = f"{who} in {addresses(claim.evidence)}; the question asserts it."
        yield subject.report("QZ346", message, subject.prompt.path, "Say in the prompt whose words or account it is.")
        return


def speaker_absent(subject: Subject) -> Iterator[Diagnostic]:
    """QZ347: whoever the question says to say it says it in the evidence."""
    names, prompt = subject.facts.names, subject.prompt
    asks = Claim(prompt.text, prompt.path, subject.evidence)
    for claim in (asks, *(key for key in subject.keys if key.path != prompt.path)):
        yield from _sources_absent(subject, claim)
    there = subject.all_sentences
    lines = tuple(line.text for piece in (*subject.evidence, *subject.context) for line in piece.source.lines)
    heard = [name for sentence in there for group in speaking(names, sentence) for name in group]
    for name in attributed(names, prompt.text):
        where = addresses((*subject.evidence, *subject.context))
        if not names.supported(name, there):
            if names.supported(name, lines):  # A name that is in no cited source is QZ326's.
                message = f"“{show_line(name.text)}” is not in {where}, and is to have said it."
                yield subject.report(
                    "QZ347", message, prompt.path, "Cite as `context` the sentence that names the speaker."
                )
        elif heard and not names.supported(name, (other.text for other in heard)):
            message = f"In {where} it is {show_line(heard[0].text)} who speaks, not {show_line(name.text)}."
            yield subject.report("QZ347", message, prompt.path, "Name the one whose words they are.")


RULES = (attribution_lost, speaker_absent)


def _sources_absent(subject: Subject, claim: Claim) -> Iterator[Diagnostic]:
    """The sources that a text names are among those it cites."""
    pieces = (*claim.evidence, *subject.context)
    cited = {piece.source.slug for piece in pieces}
    for source in sources_named(subject.library, claim.text):
        if source.slug not in cited:
            message = f"It speaks of {show_line(source.name)}, and cites {addresses(pieces)}."
            yield subject.report(
                "QZ347", message, claim.path, "Cite the source that is named, or name the one that is cited."
            )
