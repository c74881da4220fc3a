"""A clean course in memory, and small mistakes in its lesson that the check mends by itself."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import strategies as st

from quizapp.authoring.approve import written
from quizapp.content.approval import FILE as APPROVALS
from quizapp.content.approval import Approval
from quizapp.content.library import load
from quizapp.content.workspace import Workspace
from quizapp.text.characters import INVISIBLE
from tests.strategies import edits

TINY = Path(__file__).parent.parent / "data" / "tiny"
LESSON = "lessons/the-bell.toml"
_SAID = """
[cites.louder]
source = "gazette"
quote = "“It is louder than I remember,” said Calder"
at = 3

[cites.year]
source = "letter"
quote = "It was cast in 1871."
at = 4

[[sections]]
text = "The mayor called it louder [@louder], and the letter gives a year [@year]."

[[sections]]
"""


def clean() -> Workspace:
    """The tiny course with more citations, each with its `at`, and every question approved as it is."""
    text = (TINY / LESSON).read_text(encoding="utf-8").replace("\n[[sections]]\n", _SAID, 1)
    for number, quote in (
        (1, "The bell of"),
        (2, "Mayor Ines"),
        (4, "The repair cost"),
        (8, "It will ring"),
        (6, "It"),
    ):
        text = re.sub(rf'(source = "gazette"\nquote = "{quote} [^\n]*\n)(?!at)', rf"\1at = {number}\n", text, count=1)
    workspace = Workspace(TINY, {LESSON: text, APPROVALS: ""})
    library = load(workspace)
    approvals = {
        f"{lesson.slug}/{question.id}": Approval(
            fingerprint=library.fingerprint(lesson, question), by="A test", on=date(2022, 4, 1), how="read"
        )
        for lesson in library.lessons
        for question in lesson.questions
    }
    return replace(workspace, overlays={LESSON: text, APPROVALS: written(approvals)})


def _words(pattern: str, text: str) -> Iterator[tuple[int, int]]:
    return (found.span(1) for found in re.finditer(pattern, text, re.MULTILINE))


def _misspelt(pattern: str) -> Callable[[str], st.SearchStrategy[str]]:
    """One of the words that the pattern's group finds, with one slip of the keyboard in it."""

    def broken(text: str) -> st.SearchStrategy[str]:
        places = st.sampled_from(sorted(_words(pattern, text)))
        return places.flatmap(lambda at: edits(text[slice(*at)]).map(lambda word: text[: at[0]] + word + text[at[1] :]))

    return broken


def _moved(text: str) -> st.SearchStrategy[str]:
    places = st.sampled_from(sorted(_words(r"^at = (\d+)$", text)))
    return st.builds(lambda at, n: f"{text[: at[0]]}{n}{text[at[1] :]}", places, st.integers(-3, 40))


def _invisible(text: str) -> st.SearchStrategy[str]:
    places = st.integers(0, len(text))
    return st.builds(lambda at, c: text[:at] + c + text[at:], places, st.sampled_from(sorted(INVISIBLE)))


_TYPESET = {"“": "«", "”": "»", "fi": "ﬁ", "ff": "ﬀ", "1": "１", "8": "⁸", "-": "--", "m": "ｍ", ".": "．"}


def _typeset(text: str) -> st.SearchStrategy[str]:
    found = [
        (start + inner.start(), inner.group())
        for start, end in _words(r'^quote = "([^"\n]+)"$', text)
        for inner in re.finditer("|".join(map(re.escape, _TYPESET)), text[start:end])
    ]
    return st.sampled_from(found).map(lambda one: text[: one[0]] + _TYPESET[one[1]] + text[one[0] + len(one[1]) :])


BREAK: dict[str, Callable[[str], st.SearchStrategy[str]]] = {
    "a misspelt key": _misspelt(r"(?:^|[{,] )([a-z]{2,}) = "),
    "a misspelt citation": _misspelt(r'(?:\[@|cite = \[")([a-z-]{2,})(?=\]|"\])'),
    "a misspelt glossary entry": _misspelt(r'(?:about = \["|", ")([a-z]{2,})"\]'),
    "a moved at": _moved,
    "an invisible character": _invisible,
    "typography in a quote": _typeset,
}
"""The kinds of mistake that `--fix` mends."""
