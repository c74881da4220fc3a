"""Names that stand side by side, as one."""

from pathlib import Path

from quizapp.checking.english.full_names import first, runs, spelled
from quizapp.checking.english.names import Names
from quizapp.content.library import load
from quizapp.content.workspace import Workspace

TINY = Path(__file__).parents[2] / "data" / "tiny"


def test_names_that_follow_directly_are_one() -> None:
    found = Names(load(Workspace(TINY))).find("Here Hugo Brack met Rye-Norrby Hale, Brack and the brothers Venn of Rye")
    assert [spelled(run) for run in runs(found)] == [
        "Hugo Brack",
        "Rye-Norrby Hale",
        "Brack",
        "the brothers Venn",
        "Rye",
    ]
    assert first(found) == "Hugo Brack"
    assert first(()) == ""
