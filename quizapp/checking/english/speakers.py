"""Who is said to say something, in a source's sentence and in a question."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache, wraps
from typing import NamedTuple, TypeVar
from weakref import WeakKeyDictionary

from quizapp.checking.english.full_names import first
from quizapp.checking.english.names import Name, Names
from quizapp.checking.english.stems import stem, stems
from quizapp.checking.english.words import ATTRIBUTING, FUNCTION, REPORTING_STEMS, SAYING_STEMS
from quizapp.content.source import Sentence, Source
from quizapp.text.fold import fold
from quizapp.text.span import Span

T = TypeVar("T")
_WORD = re.compile(r"[^\W_]+")
_ASKING = stems("ask answer call hold demand speak quote respond allow")
"""Verbs of speech that are as often about something else."""
_PAST = frozenset({"said", "told", "wrote", "held", "thought", "swore"})
_AUXILIARY = re.compile(r"\b(?:did|does|do|would|could|may|might|can|will|should|must)\b[^.?!]{0,40}$")
_PASSIVE = re.compile(r"\b(?:[Ww]as|[Ww]ere|[Ii]s|[Aa]re|been|being) (?:[^\W_]+ )?$")
"""What stands before somebody who is told or asked, and does not speak."""
_ACCORDING = re.compile(r"\b(?:according to|in the words of|in the eyes of|in the view of)\b", re.IGNORECASE)
_SOMEBODYS = re.compile(r"^\"|\b(?:[Mm]y|me|myself|[Rr]eportedly|[Aa]llegedly)\b")
"""What shows that a sentence is somebody's words: quotation marks, the first person, "reportedly"."""
_FIRST_PERSON = re.compile(r"(?:([^\W_]+) )?\bI\b")
_UNNAMED = re.compile(
    r"\b(?i:some|many|several|few|most|officials|analysts|observers|witnesses|experts|critics|others)\b[^,A-Z]*$"
)
"""A speaker without a name, up to the verb."""
_BREAK = re.compile(r"[,;\"]|\b(?:in|at|on|during|of|for|to|from|that|with|after|before)\b")
_ADVERBS = re.compile(r"\s*(?:(?:later|also|then|now|still|has|had|have|often|always|himself|herself|\w+ly)\s+)*")
"""What may stand between a subject and its verb."""
_CLAUSE = re.compile(r'[";:]|(?<!\b[A-Z])(?<!\b[DM]r)(?<!\bM[rs]s)(?<!\bMs)(?<!\bSt)\. ')
_NOUN_AFTER = re.compile(r"(?:\b(?:the|an?|this|that|these|no|any|its?|their|his|her)|'s?) $", re.IGNORECASE)
"""What stands before a noun: "the claim", "Russia's promise"."""
_NOUNS = ("ment", "ments", "ion", "ions")
_REACH = 48
"""So many characters after a verb its speaker begins: "said the bishop's chaplain, Tom Hale"."""
_BY_ACCOUNT = re.compile(
    rf"\b(?:by|in|from|on) (?:(?:the )?[^\W_]+'s?|his|her|its|their|the) (?:own )?(?:[^\W_]+ )?"
    rf"(?:{'|'.join(sorted(ATTRIBUTING))})\b",
    re.IGNORECASE,
)
"""What lays all that is said to somebody without a verb: "by her evidence", "in the keeper's account"."""
_ORDERS = re.compile(r"\b(?:tell|tells|told|ask|asks|asked|urge|urges|urged|warn|warns|warned) (?:[^\W_]+ ){1,3}to\b")
"""Verbs of saying with which somebody is made to do something, and nothing is reported to be so."""
_SOMEONE = re.compile(r"\s*(?:He|She|They|(?:The )?[Ww]itness)\b")
_MARK = re.compile(r"[^\w ]")
_FEW = 5
"""With fewer words after it a verb of saying follows what is said: "It rang, Hale said in a letter"."""
_BY = re.compile(r"\b([^\W_]+) by (?:[^\W_]+\.? ){0,2}$")
_OWN_WORDS = re.compile(rf"'s? (?:own )?(?:[^\W_]+ )?(?:{'|'.join(sorted(ATTRIBUTING))})\b")


class Saying(NamedTuple):
    """A verb of saying, or an "according to", in a sentence of a source."""

    names: tuple[Name, ...]
    """Those that may be the name of who says it; none where it is "some analysts"."""
    who: str
    """The same in the words of the sentence: "Kyiv officials"."""
    told: str
    """The stretch of the sentence that is said, roughly."""
    exact: bool
    """Whether the last of the names, and no "Kyiv officials", is the subject."""
    surely: bool
    """Whether the verb is one that leaves no doubt."""


def keeps_report(text: str) -> bool:
    """Whether a question's text has somebody say or think what it is about."""
    folded = fold(text)
    return (_ACCORDING.search(folded) or _BY_ACCOUNT.search(folded)) is not None or any(
        folded.startswith(" that ", verb.end) or stem(folded[verb.start : verb.end]) not in _ASKING
        for verb in _verbs(folded)
    )


@lru_cache(maxsize=32768)
def reports(text: str) -> bool:
    """Whether a source's sentence passes on somebody's words beyond doubt."""
    folded = fold(text)
    if _ACCORDING.search(folded) or _SOMEBODYS.search(folded):
        return True
    if "I" in folded and any(map(_is_somebodys, _FIRST_PERSON.finditer(folded))):
        return True
    return any(_surely_says(folded, verb) for verb in _verbs(folded))


def _is_somebodys(found: re.Match[str]) -> bool:
    """Whether it is the first person, and not the number of a king: "Ferdinand I"."""
    before = found[1]
    return not (before and before[0].isupper() and before.casefold() not in FUNCTION)


def _surely_says(folded: str, verb: Span) -> bool:
    """Whether a verb leaves no doubt that somebody says something; to add is more often to add salt."""
    said = stem(folded[verb.start : verb.end])
    return said in SAYING_STEMS and (said != _ADD or '"' in folded or " that " in folded)


_ADD = stem("add")


def _once_a_course(work: Callable[[Names, str], T]) -> Callable[[Names, str], T]:
    """Has something worked out of a text once, and kept for as long as the course is held whose names they are."""
    courses: WeakKeyDictionary[Names, dict[str, T]] = WeakKeyDictionary()

    @wraps(work)
    def known(names: Names, text: str) -> T:
        texts = courses.setdefault(names, {})
        if text not in texts:
            texts[text] = work(names, text)
        return texts[text]

    return known


@_once_a_course
def speaking(names: Names, text: str) -> tuple[Saying, ...]:
    """Who is said to say something in a sentence, by name or as in "officials said that".

    They are in the phrase before the verb ("a spokesman for Hale said"), or, where that has none, in the last phrase
    that begins with one ("Hale, the mayor of Rye, said") or else the first that has one, or after the verb.
    """
    return tuple(_speaking(names, text))


def _speaking(names: Names, text: str) -> Iterator[Saying]:
    folded, found = fold(text), names.find(text)
    for verb in _verbs(folded):
        that = folded.startswith(" that ", verb.end)
        clause, before = _subject(folded, verb.start, found)
        if that and _UNNAMED.search(folded, clause, verb.start):
            yield Saying(tuple(before), "somebody", folded[verb.end :], exact=not before, surely=True)
            continue
        after = [name for name in _near(verb.end, found) if _is_next(folded, verb.end, name)]
        surely = that or _surely_says(folded, verb)
        if after and (not before or _is_inverted(folded, verb.start, after[-1].end)):
            yield Saying(tuple(after), first(after), folded[: verb.start], exact=True, surely=surely)
        elif before:
            start, end = before[0].start, before[-1].end
            between = folded[end : verb.start]
            exact = "," in between or _ADVERBS.fullmatch(between) is not None
            rest = folded[verb.end :]
            quoted = folded[:clause].endswith('"') and '"' not in rest
            follows = " that " in rest or (not quoted and len(_WORD.findall(rest)) >= _FEW)
            yield Saying(
                tuple(before),
                folded[start : end if exact else verb.start].rstrip(),
                rest if follows else folded[: verb.start],
                exact=exact,
                surely=surely,
            )
    for according in _ACCORDING.finditer(folded):
        said_by = _near(according.end(), found)
        if said_by:
            yield Saying(tuple(said_by), first(said_by), folded, exact=True, surely=True)


@_once_a_course
def opens_report(names: Names, text: str) -> tuple[Name, ...] | None:
    """Whose words a sentence begins to report, as in "Hale said that": nobody by name if "he" does, None if no one."""
    folded, found = fold(text), names.find(text)
    for verb in _verbs(folded):
        if folded.startswith(" that ", verb.end):
            clause, said_by = _subject(folded, verb.start, found)
            if said_by or _SOMEONE.match(folded, clause):
                return tuple(said_by)
    return None


_BEFORE = 100
"""Sentences after which nobody knows any more who spoke; so long a paragraph is a text without any."""


def reported_by(names: Names, source: Source, sentence: Sentence) -> tuple[Name, ...] | None:
    """Whose words a sentence goes on to report, as "It fell" does after "Hale said that he heard it ring".

    They begin earlier in its paragraph. None where it names a speaker of its own, or none was begun; no name where
    the paragraph has only "he said that".
    """
    found = opens_report(names, sentence.text)
    if found:
        return None
    for before in reversed(source.sentences[max(sentence.number - _BEFORE, 0) : sentence.number]):
        if before.paragraph != sentence.paragraph or found:
            break
        said_by = opens_report(names, before.text)
        found = found if said_by is None else said_by
    return found


def lays_to(names: Names, text: str, somebody: tuple[Name, ...]) -> bool:
    """Whether a question's text lays what it says to somebody, or to nobody in particular: "by the evidence"."""
    if _ACCORDING.search(fold(text)) or _BY_ACCOUNT.search(fold(text)):
        return True
    said_by = tuple(attributed(names, text))
    if said_by and somebody:
        return any(names.supported(name, (other.text for other in somebody)) for name in said_by)
    return bool(said_by) or keeps_report(_ORDERS.sub(" ", fold(text)))


_ENDS = frozenset(("", ",", ".", ";"))


def _is_inverted(folded: str, verb: int, end: int) -> bool:
    """Whether verb and speaker stand apart, as in "It rang, said Hale, the mayor"."""
    return folded[:verb].rstrip().endswith(",") and folded[end : end + 1] in _ENDS


def _near(start: int, found: tuple[Name, ...]) -> list[Name]:
    """The names that begin shortly after an offset."""
    return [name for name in found if name.start in range(start, start + _REACH)]


def _is_next(folded: str, start: int, name: Name) -> bool:
    """Whether only its own phrase stands between an offset and a name, as in "said the mayor, Tom Hale"."""
    between = folded[start : name.start]
    if folded[name.end : name.end + 1] in _ENDS:
        between = between.removesuffix(", ")
    return _BREAK.search(between) is None


def _subject(folded: str, verb: int, found: tuple[Name, ...]) -> tuple[int, list[Name]]:
    """Where the clause of a verb begins, and of the names in it those of the phrase that is likely the subject."""
    clause = max((mark.end() for mark in _CLAUSE.finditer(folded[:verb])), default=0)
    there = [name for name in found if name.start in range(clause, verb)]
    last = folded[:verb].rfind(",")
    near = [name for name in there if name.start > last]
    if near or not there:
        return clause, near
    there = [name for name in there if not folded.startswith("'s", name.end)] or there  # "Hale's friend, Reed, said"
    opening = [n for n in there if "." not in n.text and not folded[clause : n.start].rpartition(",")[2].strip()]
    head = (opening or there)[-1 if opening else 0]
    return clause, [n for n in there if n.start >= head.start and "," not in folded[head.end : n.start]]


def attributed(names: Names, text: str) -> Iterator[Name]:
    """The names to which a question attributes what it asks for."""
    folded = fold(text)
    for name in names.find(text):
        before, after = folded[: name.start], folded[name.end :]
        if after[1:2].isdecimal():
            continue  # "promised by May 2026"
        by = _BY.search(before)
        if (
            any(_is_accorded(folded, f.end(), name) for f in _ACCORDING.finditer(folded))
            or _OWN_WORDS.match(after)
            or (by and _reporting(by.group(1)))
            or _speaks(before, after)
        ):
            yield name


def _is_accorded(folded: str, start: int, name: Name) -> bool:
    """Whether "according to", which ends before `start`, is about a name: not Hale of "according to Reed Hale fell"."""
    near = name.start in range(start, start + _REACH // 2)
    return near and ("," not in folded[start : name.start] or folded[name.end : name.end + 1] == ",")


def _speaks(before: str, after: str) -> bool:
    """Whether a verb of saying follows a name: "Hale told", "did Hale say"; not "a Russian vow", "Hale is quoted"."""
    if _PASSIVE.search(before):  # "What was Hale told?"
        return False
    words = _MARK.split(after)[0].split()[:3]
    if set(words) & {"is", "are", "was", "were", "be", "been"}:
        return False
    finite = tuple(word for word in words if word.endswith(("s", "ed", "ing")) or word in _PAST)
    asked = _AUXILIARY.search(before) is not None
    return any(_reporting(word) and stem(word) not in _ASKING for word in (words if asked else finite))


@lru_cache(maxsize=32768)
def _verbs(folded: str) -> tuple[Span, ...]:
    if not any(map(_reporting, _WORD.findall(folded))):
        return ()
    return tuple(
        Span(*found.span())
        for found in _WORD.finditer(folded)
        if _reporting(found.group()) and not _NOUN_AFTER.search(folded, 0, found.start())
    )


@lru_cache(maxsize=32768)
def _reporting(word: str) -> bool:
    if word == "stated":  # "state" and "states" are nouns as often
        return True
    if word in FUNCTION or not word.islower() or word.endswith(_NOUNS):  # "not" has the stem of "note"
        return False
    return stem(word) in REPORTING_STEMS
