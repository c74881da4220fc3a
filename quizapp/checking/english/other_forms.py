"""The other ways to write a part of a name: months, titles and the like in short, and countries with their people."""

from collections.abc import Mapping

from quizapp.checking.english.dates import MONTHS_IN_SHORT

_SHORT = """
lt lieutenant; col colonel; gen general; capt captain; sgt sergeant;
prof professor; dr doctor; gov governor; sen senator; pres president; st saint; rev reverend; mt mount; jr junior;
sr senior; op opus; vol volume
"""
_PAIRS = [*MONTHS_IN_SHORT.items(), *(pair.split() for pair in _SHORT.split(";"))]
_PEOPLES = """
turkey turkish turk turks; britain british briton britons; france french; spain spanish spaniard spaniards;
greece greek greeks; netherlands dutch; poland polish pole poles; denmark danish dane danes; switzerland swiss;
ireland irish; sweden swedish swede swedes; finland finnish finn finns; norway norwegian norwegians;
scotland scottish scots scot; wales welsh; england english; germany german germans; iceland icelandic icelanders;
thailand thai thais; argentina argentine argentinian; philippines filipino filipinos philippine; peru peruvian;
afghanistan afghan afghans; uzbekistan uzbek; turkmenistan turkmen; kazakhstan kazakh; serbia serb serbs serbian;
croatia croat croats croatian; slovakia slovak slovaks; slovenia slovene slovenes slovenian; cyprus cypriot cypriots;
czechia czech czechs; portugal portuguese; belgium belgian belgians; congo congolese; ghana ghanaian; norman normandy;
venice venetian venetians; vienna viennese; naples neapolitan; florence florentine; paris parisian; moscow muscovite;
athens athenian athenians; rome roman romans; sparta spartan spartans; burma burmese; lebanon lebanese
"""
_ALIKE = [line.split() for line in _PEOPLES.split(";")]
OTHER_FORMS: Mapping[str, tuple[str, ...]] = {
    **{short: (long,) for short, long in _PAIRS},
    **{long: tuple(short for short, of in _PAIRS if of == long) for _, long in _PAIRS},
    **{word: tuple(other for other in words if other != word) for words in _ALIKE for word in words},
}
"""For each word, in comparable form, the others that may stand for it in a name."""
