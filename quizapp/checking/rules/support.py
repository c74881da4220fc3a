"""Whether the evidence carries the answer: what is decidable about it, and therefore an error."""

import re
from collections.abc import Iterator

from quizapp.checking.claims import sentences
from quizapp.checking.english.full_names import runs, spelled
from quizapp.checking.english.numbers import claimed, shown, supported
from quizapp.checking.gist import sources_named
from quizapp.checking.subject import Subject
from quizapp.content.citation import Evidence, addresses
from quizapp.content.quantities import parts
from quizapp.content.question import Boolean, Choice, FindEvidence, Match, Number, Order, Select, Short, right_options
from quizapp.content.values import comparable, quantities
from quizapp.diagnostics import Diagnostic
from quizapp.text.characters import show_line
from quizapp.text.fold import find_words, fold, in_a_row
from quizapp.text.span import Path

_QUOTED = re.compile(r'"([^"]+)"')
_MARKS = re.compile('["“”„‟‘]')
_INTERJECTED = re.compile(r',?"[^"]{1,60},? "')
_CURLY = re.compile("‘([^‘’]+(?:’[^\\W\\d_][^‘’]*)*)’(?!\\w)")


def not_taught(subject: Subject) -> Iterator[Diagnostic]:
    """QZ308: a sentence that settles a question is in the prose of its lesson."""
    if isinstance(subject.question, FindEvidence):
        return
    if subject.facts.cited_in_prose[subject.lesson.slug].issuperset(subject.evidence):
        return
    taught = subject.facts.taught[subject.lesson.slug]
    for evidence in subject.evidence:
        if not any((evidence.source.slug, sentence.span) in taught for sentence in evidence.sentences):
            message = f"No paragraph of the lesson cites {evidence.address}, which settles the question."
            yield subject.report(
                "QZ308", message, cite_path(subject, evidence), "Teach it in a section, and cite it there with [@name]."
            )


def number_unsupported(subject: Subject) -> Iterator[Diagnostic]:
    """QZ321: a number in the key is in a cited sentence."""
    question = subject.question
    count = len(subject.keys)
    if isinstance(question, Select):
        count = len(question.answers)
    elif isinstance(question, Match):
        count = len(question.pairs)
    for key in subject.keys:
        texts = sentences(subject, key) if isinstance(question, Boolean) else key.sentences
        for number in claimed(key.text):
            if supported(number, texts) or (_counts_keys(subject) and number.value == count):
                continue
            where = addresses(key.evidence)
            message = f"The number {shown(number)} is not in what is cited ({where})."
            if number.unit and any(
                number.stated == other.stated for text in key.sentences for other in quantities(text)
            ):
                message = f"The number {shown(number)} has another unit in what is cited ({where})."
            yield subject.report(
                "QZ321",
                message,
                key.path,
                "Cite the sentence that says it, or mend the number.",
                lowered=_may_be_right(subject),
            )


def name_unsupported(subject: Subject) -> Iterator[Diagnostic]:
    """QZ322: a proper name in the key is in a cited sentence, or in one that supports the wording."""
    names = subject.facts.names
    for key in subject.keys:
        found = names.find(key.text)
        if not found:
            continue
        texts = [*key.sentences, *(sentence.text for piece in subject.context for sentence in piece.sentences)]
        for run in runs([name for name in found if not names.supported(name, texts)]):
            where = addresses((*key.evidence, *subject.context))
            message = f"The name “{show_line(spelled(run))}” is not in what is cited ({where})."
            yield subject.report(
                "QZ322",
                message,
                key.path,
                "Cite the sentence that names it, as `cite` or as `context`.",
                lowered=_may_be_right(subject),
            )


def quoted_words_altered(subject: Subject) -> Iterator[Diagnostic]:
    """QZ323: words in quotation marks stand in a cited sentence, or in one that supports the wording."""
    whole = subject.whole
    if '"' not in whole and (whole.isascii() or not _MARKS.search(whole)):
        return
    written = [subject.prompt, *subject.distractors, *subject.explanations]
    texts: list[tuple[str, Path]] = [(text.text, text.path) for text in written]
    texts += [(key.text, key.path) for key in subject.keys]
    seen: set[Path] = set()
    for text, path in texts:
        if path in seen:
            continue
        seen.add(path)
        quoted = tuple(_quoted(text))
        if not quoted:
            continue
        sentences = [fold(sentence) for sentence in subject.all_sentences]
        sentences += [fold(s.text) for evidence in subject.marked(text) for s in evidence.sentences]
        for words in quoted:
            if not any(_stands(words, s) or _stands(words, _without_speaker(s)) for s in sentences):
                message = f"The quoted words “{show_line(words)}” stand in no cited sentence."
                yield subject.report(
                    "QZ323", message, path, "Quote the sentence as it is, or drop the quotation marks."
                )


def frame_fails(subject: Subject) -> Iterator[Diagnostic]:
    """QZ324: the frame filled with the key stands in the quote; filled with a distractor it stands in no source."""
    question = subject.question
    path = (*subject.path, "frame")
    if not question.frame or not isinstance(question, Choice | Short | Number):
        return
    key = question.answer.text if isinstance(question, Choice) else str(question.answer)
    quotes = [fold(evidence.text) for evidence in subject.evidence]
    numeric = isinstance(question, Number)
    if not any(_fits(question.frame, key, quote, numeric=numeric) for quote in quotes):
        filled = show_line(question.frame.replace("{answer}", key))
        yield subject.report(
            "QZ324", f"“{filled}” does not stand in the quote.", path, "Write the words of the quote around {answer}."
        )
    for distractor in subject.distractors:
        sentences = subject.facts.sentences.folded
        found = next((at for at, text in sentences if _fits(question.frame, distractor.text, text)), None)
        if found:
            message = f"The frame filled with this distractor stands in {found}."
            yield subject.report(
                "QZ324", message, distractor.path, "A distractor that a source supports is no wrong answer."
            )


def prompt_name_absent(subject: Subject) -> Iterator[Diagnostic]:
    """QZ326: a proper name in the prompt stands somewhere in the sources that the question cites."""
    names = subject.facts.names
    # whole sources are looked through for few names
    lacking = [name for name in names.find(subject.prompt.text) if not names.supported(name, subject.all_sentences)]
    if not lacking:
        return
    sources = {piece.source.slug: piece.source for piece in (*subject.evidence, *subject.context)}
    absent = (n for n in lacking if not any(names.stands_in(n, source) for source in sources.values()))
    for run in runs(absent):
        message = f"The name “{show_line(spelled(run))}” stands nowhere in {' or '.join(sources)}."
        repair = "Use the source's name, or declare an alias."
        yield subject.report("QZ326", message, subject.prompt.path, repair, lowered=not _is_read(subject))


def dispute_unnamed(subject: Subject) -> Iterator[Diagnostic]:
    """QZ327: where sources differ on what a question asks, the prompt or an option names the source.

    A task that opens the article names it by that.
    """
    if isinstance(subject.question, FindEvidence) or not subject.facts.disputed:
        return
    sentences = {(piece.source.slug, s.number) for piece in subject.evidence for s in piece.sentences if s.number}
    disputed = [
        (dispute, source) for dispute, source, stated in subject.facts.disputed if not sentences.isdisjoint(stated)
    ]
    if not disputed:
        return
    question = subject.question
    options = (*right_options(question), *question.distractors) if isinstance(question, Choice | Select) else ()
    if any(option.source for option in options):
        return
    shown_texts = [subject.prompt.text, *(key.text for key in subject.keys), *(d.text for d in subject.distractors)]
    shown_texts += [option.text for option in options]
    named = sources_named(subject.library, " \n".join(shown_texts))
    unnamed = next(((dispute, source) for dispute, source in disputed if source not in named), None)
    if unnamed is not None:
        dispute, source = unnamed
        message = f"The sources differ here (“{show_line(dispute.question)}”), and no source is named."
        repair = f"Name whose account is asked for: {source.name}."
        yield subject.report("QZ327", message, subject.prompt.path, repair)


RULES = (
    not_taught,
    number_unsupported,
    name_unsupported,
    quoted_words_altered,
    frame_fails,
    prompt_name_absent,
    dispute_unnamed,
)


def cite_path(subject: Subject, evidence: Evidence) -> Path:
    """Where the citation is written: in the question's list, or with its option, pair or item."""
    question = subject.question
    lists: list[tuple[Path, tuple[object, ...]]] = [(("cite",), question.cite), (("context",), question.context)]
    if isinstance(question, Match):
        lists += [(("pairs", index, "cite"), pair.cite) for index, pair in enumerate(question.pairs)]
    if isinstance(question, Order):
        lists += [(("items", index, "cite"), item.cite) for index, item in enumerate(question.items)]
    if isinstance(question, Choice):
        lists.append((("answer", "cite"), question.answer.cite))
    if isinstance(question, Select):
        lists += [(("answers", index, "cite"), option.cite) for index, option in enumerate(question.answers)]
    for path, citations in lists:
        if evidence.citation in citations:
            return (*subject.path, *path, citations.index(evidence.citation))
    return subject.path


def _may_be_right(subject: Subject) -> bool:
    """Whether a key may be right with a number or name that the evidence lacks: worked out, or in another language."""
    return subject.question.level != "remember" or not _is_read(subject)


def _is_read(subject: Subject) -> bool:
    """Whether all that the question cites is in English."""
    return all(subject.facts.names.reads(piece.source) for piece in (*subject.evidence, *subject.context))


def _counts_keys(subject: Subject) -> bool:
    return isinstance(subject.question, Select | Match | Order)


def _quoted(text: str) -> Iterator[str]:
    """The stretches of a text in double quotation marks, or in single curly ones, in comparison form."""
    for found in _CURLY.finditer(text):
        yield fold(found.group(1))
    for found in _QUOTED.finditer(fold(text)):
        yield found.group(1).strip()


def _without_speaker(sentence: str) -> str:
    """A sentence with what somebody says as one: “"The bell," he said, "is old."” has “The bell is old”."""
    return _INTERJECTED.sub(" ", sentence)


def _stands(words: str, sentence: str) -> bool:
    """Whether quoted words stand in a sentence.

    A comma or point that belongs to the quoting text is left off, and the first letter may be large or small.
    """
    bare = words.rstrip(".,;:!?")
    begun = (bare[:1].lower() + bare[1:], bare[:1].upper() + bare[1:])
    return any(find_words(sentence, form) for form in dict.fromkeys((words, bare, *begun)) if form)


def _fits(frame: str, key: str, quote: str, *, numeric: bool = False) -> bool:
    before, _, after = fold(frame.replace("{answer}", "\x00")).partition("\x00")
    if before not in quote or after not in quote:
        return False
    forms = {fold(key), fold(key[:1].lower() + key[1:]), fold(key[:1].upper() + key[1:])}
    if any(find_words(quote, before + form + after) for form in forms):
        return True
    return numeric and _says(quote, frame.replace("{answer}", key))


def _says(quote: str, text: str) -> bool:
    """Whether the words of a text stand in a quote, the same numbers in words or in digits."""
    wanted, there = (list(parts(comparable(one).split())) for one in (text, quote))
    return in_a_row(wanted, there)
