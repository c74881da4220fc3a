"""What the forms of an English word have in common: decide, decided and decision, roughly."""

import re
from functools import lru_cache

from quizapp.content.values import numeral

_IRREGULAR = {
    form: word
    for line in """
    say says said saying; tell told; hold held; lose lost loss; make made; give gave given; take took taken; go goes
    going went gone; come came; leave left; begin began begun; write wrote written; speak spoke spoken speech; see saw
    seen; find found; know knew known; think thought; bring brought; buy bought; build built; send sent; spend spent;
    sell sold sale; meet met; lead led; win won; stand stood; understand understood; break broke broken; choose chose
    chosen choice; fall fell fallen; rise rose risen; grow grew grown growth; draw drew drawn; withdraw withdrew
    withdrawn withdrawal; keep kept; mean meant; pay paid; put; run ran; show shown; sink sank sunk; sit sat; strike
    struck; swear swore sworn; wear wore worn; ring rang rung; catch caught; teach taught; fight fought; seek sought;
    die dead death;
    decide decision; divide division; invade invasion; conclude conclusion; respond response; defend defence
    defense; expand expansion; believe belief; succeed success; prove proof; fly flew flown flight; reveal revelation;
    deny denial; explain explanation; people person; man men; woman women; child children; foot feet; life lives;
    describe description; propose proposal; receive receipt; permit permission; admit admission; agree agreement;
    turkish turkey; britain british briton; france french; spain spanish; greece greek; dutch netherlands; poland
    polish pole; danish denmark dane; swiss switzerland; king kingdom; feel felt; hear heard; read; cost; cut; set; let;
    hit; hurt; shut; forbid forbade forbidden; forget forgot forgotten; bear bore borne born; eat ate eaten; drink
    drank drunk; drive drove driven; ride rode ridden; hide hid hidden; throw threw thrown; blow blew blown; shoot shot;
    sleep slept; feed fed; flee fled; bind bound; burn burnt; learn learnt; spell spelt; deal dealt; lie lay lain;
    name named; end ending; talk talks; use used using; free freedom; high height; strong strength; long length;
    deep depth; wide width; young youth; true truth; warm warmth; weigh weight; poor poverty; ally allies allied
    alliance; irish ireland; swedish sweden swede; finnish finland finn; norwegian norway; scottish scotland scot; welsh
    wales; supply supplies supplied supplying; daily day days; expect expectation; sceptical skeptical scepticism
    skepticism; centre center
    """.replace("\n", " ").split(";")
    for word in line.split()[:1]
    for form in line.split()
}

_INFLECTED = (("ies", "y"), ("ied", "y"), ("ing", ""), ("ings", ""), ("ed", ""), ("es", ""), ("s", ""))
_DERIVED = (
    "isation ization ition ional ingly edly ment ness ity ise ize is iz ion ian ic ance ence ant ent ive "
    "ically ally ly ial al er or ist ism ese ful an"
).split()
"""Endings of what is left without an inflection; the first that fits is taken."""
_INFLECTIONS, _DERIVATIONS = tuple(ending for ending, _ in _INFLECTED), tuple(_DERIVED)
_AFTER_FOUR = frozenset({"ian", "ese", "ly", "er", "ment"})
"""Those before which four letters are enough for a word; the others want five."""
_VOWELS = frozenset("aeiouy")
_UN = re.compile(r"(?:un|non)(?!der|it|ion|ique|iv|less|til|cle|anim|rest|to|tie|ify|e)(?=[a-z]{4})")
_LONGEST = 7
"""So many letters of a stem count: enough to tell words apart, few enough for "diplomat" and "diplomacy"."""


_MOST_DIGITS = 15
"""Of a number as `numeral` reads it."""


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """What the forms of a word have in common, roughly; `#3` for a number in digits or words."""
    if word.isascii() and word.isdecimal() and len(word) <= _MOST_DIGITS:
        return f"#{int(word)}"
    lowered = word.casefold().removesuffix("'s").replace("'", "")
    lowered = _IRREGULAR.get(lowered, lowered)
    number = numeral(lowered) if lowered != "second" else None
    if number is not None:
        return f"#{number.normalize():f}"
    lowered = _uninflected(lowered)
    lowered = _IRREGULAR.get(lowered, lowered)
    return _even(_underived(_underived(lowered)))


def stems(words: str) -> frozenset[str]:
    """The stems of the words of a list."""
    return frozenset(map(stem, words.split()))


def stripped(word: str) -> str | None:
    """The word that a word with "un" or "non" denies: "mentioned" of "unmentioned"."""
    found = _UN.match(word.casefold())
    return word[found.end() :] if found else None


def is_number(stemmed: str) -> bool:
    """Whether a stem is that of a number."""
    return stemmed.startswith("#")


def _uninflected(word: str) -> str:
    if not word.endswith(_INFLECTIONS):
        return word
    for suffix, instead in _INFLECTED:
        rest = word.removesuffix(suffix)
        if rest == word or len(rest) < 3 or not _VOWELS & set(rest):
            continue
        if suffix == "s" and rest.endswith(("s", "u")):
            return word
        if suffix == "es" and not rest.endswith(("s", "z", "ch", "sh")):  # any other "e" is evened out
            continue
        return rest + instead
    return word


def _underived(word: str) -> str:
    if not word.endswith(_DERIVATIONS):
        return word
    for suffix in _DERIVED:
        rest = word.removesuffix(suffix)
        if rest != word and len(rest) >= (4 if suffix in _AFTER_FOUR else 5):
            return rest + "i" if suffix == "ian" else rest
    return word


def _even(word: str) -> str:
    """Evens out what is left of spellings and endings."""
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    if len(word) > 3 and word.endswith(("e", "a")):
        word = word[:-1]
    if word.endswith("y"):
        word = word[:-1] + "i"
    if len(word) > 5 and word.endswith("i"):
        word = word[:-1]
    if len(word) > 6 and word.endswith("at"):
        word = word[:-2]
    if len(word) > 5 and word.endswith("ct"):
        word = word[:-1]
    if len(word) > 4 and word.endswith("c"):
        word = word[:-1] + "s"
    return word.replace("our", "or")[:_LONGEST] if len(word) > 4 else word
