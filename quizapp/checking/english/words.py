"""English words by what they do to a statement: deny it, measure it, hedge it, report it; and their stems.

The lists are closed classes, or the part of an open class that news and textbooks use. A word that a list lacks costs
a note that is not made; nothing here decides an error.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from quizapp.content.values import numeral

FUNCTION = frozenset(
    """
    a an the this that these those it its itself he him his she her hers they them their theirs we us our ours you your
    i me my who whom whose which what when where why how and or but nor so yet if then than as of in on at by to from
    for with within into onto over under about after before between during through against among amongst amidst around
    upon off out up down along across toward towards via per since until till while whilst though although because
    unless whether am is are was were be been being do does did done doing have has had having will would shall should
    can could may might must ought there here also too very just still even already again once such same other others
    another else own one ones each every all any both some several many much more most few fewer less least only not no
    never none neither either without cannot s t
    """.split()
)
"""Words that carry no content of their own."""

LIGHT = frozenset(
    """
    account article author text source sentence statement word view opinion count put tell say accord report describe
    call name mean match complete order early follow question answer know read stand hold take make give get go set see
    come keep become want part place thing way side kind one write use state lie differ point version people fact
    matter issue case
    """.split()
)
"""Words with which a question points at its source or asks for something, and verbs that carry little; by stem."""

NEGATIONS = frozenset("not no never none nobody nothing nowhere neither nor cannot without unless".split())
NOT_NEGATIONS = (
    "(?:no|not) (?:fewer|less|more|later|earlier|sooner|deeper|higher|lower|larger|smaller|older|younger) than|not only"
    "|not just|not least|no doubt|without doubt|no matter|no sooner|whether or not|not quite|nothing but"
)
"""Phrases in which a negation denies nothing, or measures."""

IMPLICIT = frozenset(
    """
    fail refuse deny reject lack absent absence impossible unable unlikely
    prevent avoid stop cease abandon drop dismiss decline against disagree disapprove instead rather missing
    miss refusal failure denial rejection exclude halt ban oppose withhold except false doubt
    """.split()
)
"""Words that deny without a negation; by stem."""

ALMOST_NOT = frozenset("hardly barely scarcely rarely seldom".split())
"""Adverbs that do so; not by stem, which "hard" and "bare" have too."""

QUANTIFIERS: Mapping[str, str] = {
    **dict.fromkeys(["at least", "no fewer than", "no less than", "a minimum of", "not less than"], "at least"),
    **dict.fromkeys(["at most", "up to", "no more than", "not more than", "a maximum of"], "at most"),
    **dict.fromkeys(["as many as", "as much as"], "at most"),
    **dict.fromkeys(["more than", "upwards of", "in excess of"], "more than"),
    **dict.fromkeys(["less than", "fewer than"], "less than"),
    **dict.fromkeys(["nearly", "almost", "close to", "just under", "not quite"], "nearly"),
    **dict.fromkeys(["approximately", "roughly", "circa", "an estimated"], "about"),
    **dict.fromkeys(["one of the", "one of"], "one of"),
    **dict.fromkeys(["exactly", "precisely"], "exactly"),
    "not only": "not only",
    **dict.fromkeys(["first"], "first"),
    **dict.fromkeys(["last", "final", "latest"], "last"),
    **dict.fromkeys(["only", "solely", "merely", "exclusively", "nothing but", "alone"], "only"),
    **dict.fromkeys(["all", "every", "everyone", "everything", "everybody", "entire", "entirely", "whole"], "all"),
    **dict.fromkeys(["wholly", "completely", "fully", "totally", "both", "each"], "all"),
    **dict.fromkeys(["some", "several", "a few", "a number of", "partly", "partially"], "some"),
    **dict.fromkeys(["many", "numerous", "a lot of", "lots of", "multiple", "much"], "many"),
    **dict.fromkeys(["most", "mostly", "mainly", "largely", "chiefly", "primarily", "a majority of"], "most"),
    **dict.fromkeys(["the majority of", "for the most part"], "most"),
    **dict.fromkeys(["few", "hardly any", "scarcely any", "little"], "few"),
    **dict.fromkeys(["none of", "no one", "nobody"], "none"),
    **dict.fromkeys(["always", "invariably", "constantly"], "always"),
    **dict.fromkeys(
        ["often", "again and again", "repeatedly", "frequently", "usually", "generally", "regularly"], "often"
    ),
    **dict.fromkeys(["sometimes", "occasionally"], "sometimes"),
    **dict.fromkeys(["rarely", "seldom"], "rarely"),
}
"""Phrases that say how much, how many or how often, and what they come to."""

BEFORE_NUMBERS: Mapping[str, str] = {
    **dict.fromkeys(["about", "around", "some"], "about"),
    **dict.fromkeys(["over", "above"], "more than"),
    **dict.fromkeys(["under", "below"], "less than"),
}
"""Words that measure only in front of a number."""

STRICT = frozenset({"one of", "exactly", "not only"})
"""Measures that a question has from its evidence or from nowhere, whatever they are about."""

UNIVERSAL = frozenset("all every everyone everything everybody entire entirely whole wholly always".split())
"""Phrases of which that is true where a question claims something; "both" and "each" often count its own parts."""

OF_NUMBERS = frozenset({"at least", "at most", "more than", "less than", "nearly", "about"})
"""What says how a number is meant, and is lost when the number stands alone."""

HEDGES = frozenset(
    """
    may might could perhaps maybe possibly possible potentially probably probable likely unlikely seem seems
    seemed seemingly appear appears appeared apparently apparent suggest suggests suggested suggesting reportedly
    allegedly alleged supposedly purportedly ostensibly presumably believed thought feared expected fear fears
    estimated rumoured rumored tentative tentatively
    """.split()
)
"""Words that keep a statement from being a plain assertion."""

REPORTING = frozenset(
    """
    say tell report claim announce argue add explain warn confirm insist declare vow pledge promise write note
    suggest accuse deny express voice assert maintain remark recall reply answer ask speak admit acknowledge testify
    complain reveal demand stress emphasise contend allege describe swear conclude observe comment think
    believe hold judge call
    predict estimate propose recommend urge mention reckon respond quote concede allow
    """.split()
)
"""Verbs with which a text reports what somebody says or thinks; by stem."""

SAYING = frozenset(
    "say tell report claim announce argue add explain warn insist declare vow allege assert write".split()
)
"""Those of them that mark a sentence as somebody's words beyond doubt; by stem."""

STANCE = frozenset(
    "accept expect rely reject decide find rule doubt hope prefer regard consider rate fear intend plan favour".split()
)
"""Verbs that say what somebody makes of a thing; by stem."""

ATTRIBUTING = frozenset(
    """
    account view words telling report count opinion eyes judgement judgment version reading wording evidence testimony
    estimate calculation reckoning
    """.split()
)
"""What stands after a possessive that attributes: "in Fry's account"."""

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


LIGHT_STEMS = frozenset(stem(word) for word in LIGHT)
"""The stems of `LIGHT`."""
REPORTING_STEMS = frozenset(stem(word) for word in REPORTING)
"""The stems of `REPORTING`."""
STANCE_STEMS = frozenset(stem(word) for word in STANCE)
"""The stems of `STANCE`."""
IMPLICIT_STEMS = frozenset(stem(word) for word in IMPLICIT)
"""The stems of `IMPLICIT`."""
