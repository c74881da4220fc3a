"""Cues of form, by which a learner may guess without knowing: notes, for a person to look at.

Sources: Haladyna, Downing and Rodriguez 2002; Tarrant 2009; Pham 2018.
"""

import re
from collections import Counter
from collections.abc import Iterator

from quizapp.checking.english.words import FUNCTION
from quizapp.checking.subject import Subject
from quizapp.content.cloze import parse_cloze
from quizapp.content.question import Boolean, Choice, Cloze, Match, Order, Select
from quizapp.content.values import comparable, quantity
from quizapp.diagnostics import Diagnostic
from quizapp.text.characters import show_line
from quizapp.text.fold import in_a_row

_ENDS_IN_ARTICLE = re.compile(r"\b(an?)\s*(?:…|\.\.\.|_+|:)?\s*$", re.IGNORECASE)
_BETWEEN_NAMES = frozenset({"the", "a", "an", "and", "or", "of"})
_WHICH = re.compile(r"(?:which|what)\s+(\w+)(?:\s+(\w+))?")
_LIST = re.compile(r",\s|\band\b")
_ABSOLUTE = re.compile(
    r"\b(always|never|nothing|nobody|no one|everyone|everybody|everything|every|completely|entirely|totally|absolutely"
    r"|impossible|under no circumstances|in no case|forever)\b",
    re.IGNORECASE,
)
LONG_KEY = 25
"""From how many characters a long key is looked at."""


def long_key(subject: Subject) -> Iterator[Diagnostic]:
    """QZ421: the key is at most one and a half times as long as the longest distractor (guideline 24)."""
    if not isinstance(subject.question, Choice):
        return
    longest = max((len(distractor.text) for distractor in subject.distractors), default=0)
    for key in subject.keys:
        if longest and len(key.text) > max(1.5 * longest, LONG_KEY):
            message = f"The answer has {len(key.text)} characters, the longest distractor {longest}."
            yield subject.report("QZ421", message, key.path, "Say as much in a distractor, or less in the answer.")


def grammar_cue(subject: Subject) -> Iterator[Diagnostic]:
    """QZ422: article and number fit more than the key (guideline 28)."""
    if not isinstance(subject.question, Choice) or not subject.keys:
        return  # its options are sources
    key = subject.keys[0]
    others = [distractor.text for distractor in subject.distractors]
    article = _ENDS_IN_ARTICLE.search(subject.prompt.text)
    if article:
        wants_vowel = article.group(1).casefold() == "an"
        if _vowel(key.text) == wants_vowel and not any(_vowel(text) == wants_vowel for text in others):
            message = f"Only the answer fits the article “{article.group(1)}”."
            yield subject.report("QZ422", message, subject.prompt.path, "Write the article into the options.")
    if bool(_LIST.search(key.text)) and not any(_LIST.search(text) for text in others) and _asks_for_several(subject):
        yield subject.report("QZ422", "The prompt asks for several, and only the answer names several.", key.path,
                             "Let the distractors name as many.")  # fmt: skip


def mixed_options(subject: Subject) -> Iterator[Diagnostic]:
    """QZ423: the options are of one kind: all numbers, all names, or all phrases (guideline 23)."""
    if not isinstance(subject.question, Choice):
        return
    question = subject.question
    kinds = [_kind(subject, option.text, option.source) for option in (question.answer, *question.distractors)]
    counted = Counter(kinds)
    if len(counted) > 1 and counted[kinds[0]] == 1:
        others = " and ".join(sorted(f"{kind}s" for kind in counted if kind != kinds[0]))
        yield subject.report("QZ423", f"The answer is a {kinds[0]}, the distractors are {others}.",
                             (*subject.path, "answer"), "Let all options be of one kind.")  # fmt: skip


def absolute_term(subject: Subject) -> Iterator[Diagnostic]:
    """QZ424: “always”, “never” and their like stand in an option only if they stand in the evidence (guideline 28)."""
    question = subject.question
    if not isinstance(question, Choice | Select | Boolean):
        return
    statement = (subject.prompt,) if isinstance(question, Boolean) else ()
    options = () if isinstance(question, Boolean) else subject.keys
    for text in (*statement, *options, *subject.distractors):
        for found in _ABSOLUTE.finditer(text.text):
            said = comparable(" ".join(subject.all_sentences)).split()
            if found.group().casefold().split()[-1] not in said:
                yield subject.report("QZ424", f"“{found.group()}” is in no cited sentence.", text.path,
                                     "Absolute words give wrong options away: say it as a source would.")  # fmt: skip
                break


def key_copies_quote(subject: Subject) -> Iterator[Diagnostic]:
    """QZ425: the key says it in words of its own rather than in most of the quote's (guideline 3)."""
    question = subject.question
    if not isinstance(question, Choice | Select) or question.frame:
        return
    for key in subject.keys:
        words = comparable(key.text)
        for piece in key.evidence:
            quote = comparable(piece.text)
            if len(words.split()) >= 6 and words in quote and len(words) > 0.6 * len(quote):
                yield subject.report("QZ425", f"The answer copies most of the quote ({piece.address}).", key.path,
                                     "Say it in other words, or cut it out of the quote with `frame`.")  # fmt: skip
                break


def key_shown_elsewhere(subject: Subject) -> Iterator[Diagnostic]:
    """QZ426: no other question of the lesson shows this key along with its sentence (guideline 4)."""
    question = subject.question
    if isinstance(question, Boolean | Match | Order):
        return
    keys = [key.text for key in subject.keys]
    if isinstance(question, Cloze):
        keys = [blank[0] for blank in parse_cloze(question.text).blanks]
    shown = [(*first, key) for key in keys if (first := _first_showing(subject, subject.facts.canonical(key)))]
    if shown:
        _, other, key = min(shown, key=lambda found: found[0])
        message = f"The prompt of “{other.question.id}” shows “{show_line(key)}”, from the same sentence."
        yield subject.report("QZ426", message, subject.prompt.path, "Let one of the two ask for something else.")


def _first_showing(subject: Subject, key: tuple[str, ...]) -> tuple[int, Subject] | None:
    """The first other question of the lesson that shows a key in its prompt and rests on a sentence of this one."""
    cited = frozenset(subject.cited_sentences)
    with_word = (subject.facts.showing.get((subject.lesson.slug, word), ()) for word in key)
    for place, other in min(with_word, key=len, default=()):
        if other.question is subject.question or cited.isdisjoint(other.cited_sentences):
            continue
        if in_a_row(key, other.shown_words):
            return place, other
    return None


RULES = (long_key, grammar_cue, mixed_options, absolute_term, key_copies_quote, key_shown_elsewhere)


def _vowel(text: str) -> bool:
    return text[:1].casefold() in "aeiou"


def _asks_for_several(subject: Subject) -> bool:
    """Whether the prompt begins as "which tools" does, or "what three tools"; not as "what was"."""
    asked = _WHICH.match(subject.prompt.text.casefold())
    if asked is None or asked.group(1) in FUNCTION - {"other"}:
        return False
    return any(re.search("[^s]s$", word) and word not in FUNCTION for word in asked.groups(""))


def _kind(subject: Subject, text: str, source: str | None) -> str:
    if source is not None:
        return "source"
    if quantity(text) is not None:
        return "number"
    names = subject.facts.names.find(text)
    words = [word for word in comparable(text).split() if word not in _BETWEEN_NAMES]
    named = sum(len(comparable(name.text).split()) for name in names)
    return "name" if words and named >= len(words) else "phrase"
