"""One figure of a benchmark beside its peer's from the same run, and the table of them.

A benchmark is a module with `measure(quick)` that gives rows, and that prints them with `tell` when it is run by
itself. Nothing is asserted: a row says whether its target was met, and of what has no target it says nothing.
"""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A figure of ours, its peer's, and what it is to reach."""

    what: str
    """What was measured, with its statistic: `a key to its answer, median`."""

    ours: float
    peer_name: str = ""
    """What ours is put beside; nothing where it stands alone."""

    peer: float | None = None
    unit: str = "ms"
    target: str = ""
    """The target in words, such as `<= 1.5x`; nothing where there is none."""

    passed: bool | None = None
    """Whether the target was met; None where there is none, or where it could not be told."""

    note: str = ""
    """How many times it was measured and how far the figures lie apart."""

    @property
    def ratio(self) -> float | None:
        """How many times the peer's figure ours is."""
        return self.ours / self.peer if self.peer else None

    def __str__(self) -> str:
        """The row as a line of a table."""
        peer = "" if self.peer is None else f"{self.peer_name} {_figure(self.peer)} {self.unit}"
        ratio = "" if self.ratio is None else f"{_figure(self.ratio)}x"
        verdict = {True: "pass", False: "SHORT", None: ""}[self.passed]
        cells = f"{self.what:<52} {_figure(self.ours):>10} {self.unit:<4} {ratio:>8}  {self.target:<12} {verdict:<6}"
        return "  ".join(part for part in (cells, peer, self.note) if part).rstrip()


def beside(
    what: str, ours: float, peer_name: str, peer: float, *, times: float | None = None, unit: str = "ms", note: str = ""
) -> Row:
    """A row that is to be at most `times` its peer; without it, one that has no target."""
    target = "" if times is None else f"<= {times:g}x"
    return Row(what, ours, peer_name, peer, unit, target, None if times is None else ours <= times * peer, note)


def at_most(what: str, ours: float, limit: float, *, unit: str = "ms", note: str = "") -> Row:
    """A row that is to be at most so much by itself."""
    return Row(what, ours, unit=unit, target=f"<= {limit:g} {unit}", passed=ours <= limit, note=note)


def at_least(what: str, ours: float, limit: float, *, unit: str, note: str = "") -> Row:
    """A row that is to be at least so much by itself."""
    return Row(what, ours, unit=unit, target=f">= {limit:g} {unit}", passed=ours >= limit, note=note)


def quantile(values: Sequence[float], share: float) -> float:
    """The value below which `share` of the values lie, by the nearest rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def tell(rows: Iterable[Row], title: str = "") -> None:
    """Print the rows as they come."""
    if title:
        sys.stdout.write(f"\n{title}\n")
    for row in rows:
        sys.stdout.write(f"  {row}\n")
        sys.stdout.flush()


def _figure(value: float) -> str:
    digits = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:,.{digits}f}"
