"""English words by what they do to a statement: deny it, measure it, hedge it, report it.

The lists are closed classes, or the part of an open class that news and textbooks use. A word that a list lacks costs
a note that is not made; nothing here decides an error.
"""

from collections.abc import Mapping

from quizapp.checking.english.stems import stems

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

LIGHT_STEMS = stems(
    """
    account article author text source sentence statement word view opinion count put tell say accord report describe
    call name mean match complete order early follow question answer know read stand hold take make give get go set see
    come keep become want part place thing way side kind one write use state lie differ point version people fact
    matter issue case
    """
)
"""Words with which a question points at its source or asks for something, and verbs that carry little."""

NEGATIONS = frozenset("not no never none nobody nothing nowhere neither nor cannot without unless".split())
NOT_NEGATIONS = (
    "(?:no|not) (?:fewer|less|more|later|earlier|sooner|deeper|higher|lower|larger|smaller|older|younger) than|not only"
    "|not just|not least|no doubt|without doubt|no matter|no sooner|whether or not|not quite|nothing but"
)
"""Phrases in which a negation denies nothing, or measures."""

IMPLICIT_STEMS = stems(
    """
    fail refuse deny reject lack absent absence impossible unable unlikely
    prevent avoid stop cease abandon drop dismiss decline against disagree disapprove instead rather missing
    miss refusal failure denial rejection exclude halt ban oppose withhold except false doubt
    """
)
"""Words that deny without a negation."""

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

REPORTING_STEMS = stems(
    """
    say tell report claim announce argue add explain warn confirm insist declare vow pledge promise write note
    suggest accuse deny express voice assert maintain remark recall reply answer ask speak admit acknowledge testify
    complain reveal demand stress emphasise contend allege describe swear conclude observe comment think
    believe hold judge call
    predict estimate propose recommend urge mention reckon respond quote concede allow
    """
)
"""Verbs with which a text reports what somebody says or thinks."""

SAYING_STEMS = stems("say tell report claim announce argue add explain warn insist declare vow allege assert write")
"""Those of `REPORTING_STEMS` that mark a sentence as somebody's words beyond doubt."""

STANCE_STEMS = stems(
    "accept expect rely reject decide find rule doubt hope prefer regard consider rate fear intend plan favour"
)
"""Verbs that say what somebody makes of a thing."""

ATTRIBUTING = frozenset(
    """
    account view words telling report count opinion eyes judgement judgment version reading wording evidence testimony
    estimate calculation reckoning
    """.split()
)
"""What stands after a possessive that attributes: "in Fry's account"."""
