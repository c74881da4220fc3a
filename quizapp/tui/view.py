"""What the author of a lesson sees: its last sound version, and the newest that is known of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from textual.content import Content

from quizapp.text.characters import show_line
from quizapp.tui.problems import KINDS, Problem, Reading
from quizapp.tui.theme import MUTED, RIGHT
from quizapp.tui.widgets.problem_list import SIGNS, sign
from quizapp.tui.widgets.proof import Part, Proof, Spot, proof


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """One state of the preview."""

    proof: Proof | None = None
    """The last version without an error; None where there was none yet."""
    reading: Reading | None = None
    """The newest look at the course; None before the first."""
    at: int = 0
    """The part that is looked at."""

    @property
    def part(self) -> Part | None:
        """The same, itself."""
        return self.proof.parts[self.at] if self.proof else None

    def after(self, reading: Reading) -> "View":
        """The view once the course was read again: still at the same section or question, if that is still there."""
        if reading.lesson is None:
            return View(self.proof, reading, self.at)
        new = proof(reading.library, reading.lesson)
        at = new.part_of(self.part.key) if self.part else 0
        return View(new, reading, min(self.at, len(new.parts) - 1) if at is None else at)

    def spot(self, problem: Problem | None) -> Spot | None:
        """Where a problem is in the lesson that is shown."""
        if self.proof is None or problem is None or problem.path is None:
            return None
        return self.proof.place(problem.path)

    def signs(self, chosen: Problem | None) -> Mapping[Spot, Content]:
        """The sign of the most pressing problem of each piece; that of the chosen one is set off."""
        signs: dict[Spot, Content] = {}
        for problem in self.reading.problems if self.reading else ():
            spot = self.spot(problem)
            if spot is not None:
                signs.setdefault(spot, sign(problem))
        here = self.spot(chosen)
        if here in signs:
            signs[here] = signs[here].stylize("reverse")
        return signs

    @property
    def stale(self) -> str:
        """Why the lesson that is shown is not that in the file; empty when it is."""
        reading = self.reading
        if reading is None or reading.lesson is not None:
            return ""
        what = "The file has errors." if reading.broken else "The file is gone."
        if self.proof is None:
            return f"{what} The lesson is shown as soon as they are mended."
        return f"{what} This is its last good version."


def counts(reading: Reading) -> Content:
    """`✗ 2 errors  ! 1 warning`."""
    said = [
        Content.assemble(SIGNS[kind], f" {count} {kind}" + ("s" if count > 1 else ""))
        for kind in KINDS
        if (count := reading.count(kind))
    ]
    return Content("  ").join(said) if said else Content.assemble(("✓", RIGHT), " all is well")


def closing_lines(reading: Reading) -> Iterator[Content]:
    """What stands below the problems."""
    if not reading.problems:
        yield Content.assemble(("✓", RIGHT), " All is well: the check finds nothing to mend.")
    if reading.waiting:
        who = "1 question waits" if reading.waiting == 1 else f"{reading.waiting} questions wait"
        yield Content.styled(f"{who} for a person: quizapp approve {show_line(reading.slug)}", MUTED)
