"""Measures that exclude each other: who says "some" does not say "all"."""

from collections.abc import Iterable

from quizapp.checking.english.statement import Sign

_FAMILIES = (
    {"at least", "at most", "more than", "less than", "nearly", "about", "exactly"},
    {"all", "some", "many", "most", "few", "none", "only"},
    {"always", "often", "sometimes", "rarely"},
    {"first", "last"},
    {"only", "not only"},
)


def rival(one: Sign, other: Sign) -> bool:
    """Whether two measures exclude each other, as "some" and "all" do."""
    return one.kind != other.kind and any({one.kind, other.kind} <= family for family in _FAMILIES)


def rivals(signs: Iterable[Sign], others: Iterable[Sign]) -> bool:
    """Whether some measures are about what others, which exclude them and stand without them, are about too."""
    others = list(others)
    return any(
        rival(sign, other) and set(sign.about) & set(other.about) and all(sign.kind != o.kind for o in others)
        for sign in signs
        for other in others
    )
