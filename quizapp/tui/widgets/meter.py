"""How far something is done, in a few cells."""

from textual.content import Content

from quizapp.tui.theme import ACCENT, MUTED


def meter(done: int, total: int, width: int = 8) -> Content:
    """A heavy line for what is done, a light one for the rest; full only when all is done, bare only when none is."""
    cells = round(width * done / total) if total else 0
    if 0 < done < total:
        cells = min(max(cells, 1), width - 1)
    return Content.assemble(("━" * cells, ACCENT), ("─" * (width - cells), MUTED))
