"""What `check --stats` adds to a report in text."""

from collections.abc import Mapping

from quizapp.checking.statistics import Statistics

_SAID = {
    "framed": ("framed or cloze", "the sentence itself decides"),
    "verbatim": ("verbatim", "the answer stands in the quote"),
    "worded": ("worded", "the answer says it in other words"),
    "approved": ("approved only", "only a person can tell"),
}


def write(found: Statistics) -> str:
    """A few lines of figures."""
    widest = len(str(found.questions))
    total = max(found.questions, 1)
    lines = ["", "What the questions rest on:"]
    for ground, (name, meaning) in _SAID.items():
        number = found.rest_on[ground]
        lines.append(f"  {name:15}  {number:{widest}}  {round(100 * number / total):3} %  {meaning}")
    read, batch, none = (found.approvals[how] for how in ("read", "batch", "none"))
    lines.append(f"By type: {_listed(found.types)}")
    lines.append(f"By level: {_listed(found.levels)}")
    lines.append(f"Approved: {read} by a person who read them, {batch} in a batch, {none} not")
    return "\n".join((*lines, ""))


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {number}" for name, number in counts.items() if number) or "none"
