"""Good item writing, as far as breaking a rule of it is plain to see.

Sources: Haladyna, Downing and Rodriguez 2002; Downing 2005; Tarrant 2009; Van der Kleij 2015; Pham 2018.
"""

import math
import re
from collections.abc import Iterator, Sequence

from quizapp.checking.digest import Whole
from quizapp.checking.english.dates import IN_QUOTES, foreign_dates, is_relative, may_hold_date, relative_dates
from quizapp.checking.english.numbers import supported
from quizapp.checking.subject import Facts, Subject
from quizapp.checking.texts import Written
from quizapp.content.library import COURSE
from quizapp.content.prose import unmarked
from quizapp.content.question import Boolean, Choice, Cloze, FindEvidence, Number, Select
from quizapp.content.values import quantity
from quizapp.diagnostics import CATALOGUE, Diagnostic, Location
from quizapp.text.characters import show_line
from quizapp.text.fold import fold, in_a_row
from quizapp.text.span import Path

_OF_ABOVE = re.compile(r"\b(?:all|none|both|neither|any|some) of (?:the )?(?:above|these|those|them)\b", re.IGNORECASE)
_IS_SHARE = re.compile(
    r"(?:an?|one|two|three|four|five|about|nearly|over|under|almost)"
    r" (?:half|third|quarter|fifth|sixth|eighth|tenth)s?\b|half\b|most\b|\d+ ?(?:%|per ?cent)",
    re.IGNORECASE,
)
_ASKS_SHARE = re.compile(r"\b(?:how (?:many|much)|(?:share|part|proportion|percentage|fraction) of)\b", re.IGNORECASE)
_OF_THEM = re.compile(r"(?:all|none|some|any) of (?:these|those|them)\.?", re.IGNORECASE)
"""What says of other things than options how many they are, beside “half” or where “how many” is asked."""
_OTHERS = ("above", "these", "those", "them")
"""One of them stands in every option that refers to others."""
_AUXILIARY = r"(?i:is|are|was|were|did|does|do|has|have|had|would|will|could|can|may|might|should|must)"
_NEGATIVE = re.compile(
    rf"\bexcept\b|^(?i:which|what|who|where|when)\b(?:\s+[\w'’-]+){{0,4}}?\s+{_AUXILIARY}(?:\s+not\b|n['’]t\b)"
    rf"|\b{_AUXILIARY}\s+(?:[\w'’-]+\s+){{1,3}}not\b[^,;]*\?"
)
_CUES = ("not", "n't", "except")
"""One of them stands in every negative prompt."""
EXACT = 200
"""Up to how many trials the probability is worked out exactly."""
ALPHA = 0.01
"""How unlikely a run of longest keys must be before it is no chance."""


def all_or_none_of_above(subject: Subject) -> Iterator[Diagnostic]:
    """QZ401: no option refers to the other options (Haladyna, Downing and Rodriguez 2002, guidelines 25 and 26)."""
    if not isinstance(subject.question, Choice | Select) or not any(map(subject.whole.__contains__, _OTHERS)):
        return
    keys = [Written(key.text, key.path) for key in subject.keys]
    options = (*keys, *subject.distractors)
    shares = any(_IS_SHARE.match(option.text) for option in options) or _ASKS_SHARE.search(subject.prompt.text)
    for option in options:
        found = _OF_ABOVE.search(option.text)
        if found and not (shares and _OF_THEM.fullmatch(option.text)):
            yield subject.report("QZ401", f"An option says “{found.group()}”.", option.path,
                                 "Name what is right; to ask for several, use `select`.")  # fmt: skip


def key_in_prompt(subject: Subject) -> Iterator[Diagnostic]:
    """QZ402: the prompt does not hold the key, unless it names the other options too (guideline 28)."""
    prompt = subject.prompt.text
    held = _held(subject, prompt)
    if not held or any(_stands(subject.facts, option.text, prompt) for option in subject.distractors):
        return
    for key in held:
        yield subject.report("QZ402", f"The prompt holds the answer “{show_line(key)}”.", subject.prompt.path,
                                 "Ask without it.")  # fmt: skip


def key_in_hint(subject: Subject) -> Iterator[Diagnostic]:
    """QZ403: the hint does not hold the key."""
    for key in _held(subject, subject.question.hint):
        yield subject.report("QZ403", f"The hint holds the answer “{show_line(key)}”.", (*subject.path, "hint"),
                                 "Point the way without naming it.")  # fmt: skip


def weak_explanation(subject: Subject) -> Iterator[Diagnostic]:
    """QZ404: an explanation is there and adds to the key (Van der Kleij 2015: elaborated feedback is what helps)."""
    explain = subject.question.explain
    if not explain.strip():
        message = "The question has no explanation."
    elif len(explain.split(maxsplit=4)) < 4:
        message = "The explanation has under four words."
    elif any(_same(subject.facts, explain, key.text) for key in subject.keys):
        message = "The explanation only repeats the answer."
    else:
        return
    yield subject.report("QZ404", message, (*subject.path, "explain"), "Say why it is so, or what follows from it.")


def unmarked_negative(subject: Subject) -> Iterator[Diagnostic]:
    """QZ405: a negative prompt has its NOT or EXCEPT in capitals (guideline 17)."""
    prompt = subject.prompt.text
    if prompt.isascii() and not any(map(prompt.__contains__, _CUES)):
        return
    if isinstance(subject.question, Boolean | FindEvidence | Cloze):
        return
    prompt = fold(prompt)
    if any(map(prompt.__contains__, _CUES)) and _NEGATIVE.search(IN_QUOTES.sub('""', prompt)):
        yield subject.report("QZ405", "The prompt is negative, and it is easy to miss.", subject.prompt.path,
                             "Write NOT or EXCEPT in capitals, or ask for what is so.")  # fmt: skip


def longest_is_key(course: Whole) -> Iterator[Diagnostic]:
    """QZ406: over the course the key is the longest option no more often than by chance (binomial, alpha 0.01)."""
    chances = [1 / options for lesson in course.digests.lessons for options in lesson.options]
    longest = sum(lesson.longest for lesson in course.digests.lessons)
    if chances and at_least(longest, chances) < ALPHA:
        expected = round(sum(chances))
        message = f"The answer is the longest option in {longest} of {len(chances)} questions; chance gives {expected}."
        yield Diagnostic(CATALOGUE["QZ406"], message, Location(COURSE),
                         notes=("Shorten answers, or give distractors as much to say.",))  # fmt: skip


def date_not_in_source(subject: Subject) -> Iterator[Diagnostic]:
    """QZ407: a question states no date that the sources do not give, and no “today”, unless it quotes.

    What is wrong to answer may give any date; that it is wrong is the point.
    """
    if not may_hold_date(subject.whole):
        return
    question = subject.question
    wrong = subject.distractors if not (isinstance(question, Boolean) and not question.answer) else (subject.prompt,)
    seen: set[tuple[object, ...]] = set()
    worked_out = isinstance(question, Number) or question.level != "remember"  # which QZ321 looks at
    keys = () if worked_out else tuple(Written(key.text, key.path) for key in subject.keys)
    explanations = [Written(unmarked(written.text), written.path) for written in subject.explanations]
    for text in (*wrong, subject.prompt, *keys, *explanations):
        if text.path not in seen:
            seen.add(text.path)
            dates = relative_dates(text.text) if text in wrong else foreign_dates(text.text, subject.facts.dates)
            for said in dates:
                number = quantity(said)
                if number is not None and supported(number, subject.all_sentences):
                    continue  # "1500 bytes" of "1,500 bytes"
                message, repair = _undated(said)
                yield subject.report("QZ407", message, text.path, repair)


def date_in_prose(facts: Facts) -> Iterator[Diagnostic]:
    """QZ407, for the prose of lessons."""
    for lesson in facts.library.lessons:
        if not may_hold_date("\n".join([unmarked(section.text) for section in lesson.sections]).casefold()):
            continue
        for index, section in enumerate(lesson.sections):
            for said in foreign_dates(unmarked(section.text), facts.dates):
                path: Path = ("sections", index, "text")
                location = Location(lesson.file, path, facts.library.documents[lesson.file].find(path, said))
                message, repair = _undated(said)
                yield Diagnostic(CATALOGUE["QZ407"], message, location, lesson.slug, notes=(repair,))


RULES = (
    all_or_none_of_above,
    key_in_prompt,
    key_in_hint,
    weak_explanation,
    unmarked_negative,
    date_not_in_source,
)
COURSE_RULES = (longest_is_key,)
LESSON_RULES = (date_in_prose,)


def _undated(said: str) -> tuple[str, str]:
    """What is said of a date without a source, and how it is mended."""
    if is_relative(said):
        message = f"“{said}” is another time for every reader."
        return message, "Say as of when, quote the source's own words, or leave it out."
    return f"No source gives the date “{said}”.", "Say it as the sources do (a weekday stays a weekday), or quote it."


def at_least(successes: int, chances: Sequence[float]) -> float:
    """The probability of at least so many successes in independent trials with these chances (Poisson binomial).

    Exact up to 200 trials; beyond, the normal approximation with continuity correction: for questions of two to six
    options good to 0.01, and around `ALPHA` to 0.004.
    """
    if len(chances) > EXACT:
        spread = math.sqrt(sum(chance * (1 - chance) for chance in chances))
        return 0.5 * math.erfc((successes - 0.5 - sum(chances)) / (spread * math.sqrt(2)))
    exactly = [1.0]
    for chance in chances:
        exactly = [
            (exactly[k] if k < len(exactly) else 0) * (1 - chance) + (exactly[k - 1] * chance if k else 0)
            for k in range(len(exactly) + 1)
        ]
    return sum(exactly[successes:])


def _held(subject: Subject, text: str) -> list[str]:
    """What of what a learner has to come up with stands in a text."""
    return [key for key in subject.typed if _stands(subject.facts, key, text)]


def _stands(facts: Facts, part: str, whole: str) -> bool:
    """Whether the words of a text stand side by side in another, as answers are compared."""
    return not facts.lacks(whole, part) and in_a_row(facts.canonical(part), facts.canonical(whole))


def _same(facts: Facts, text: str, key: str) -> bool:
    """Whether two texts are one answer."""
    return not facts.lacks(text, key) and not facts.lacks(key, text) and facts.canonical(text) == facts.canonical(key)
