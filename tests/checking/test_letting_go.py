import gc
import weakref
from pathlib import Path

from quizapp.checking.check import check
from quizapp.content.library import load
from quizapp.content.workspace import Workspace

COURSE = Path(__file__).parent.parent / "data" / "second"


def test_nothing_holds_a_course_that_was_checked_so_that_a_preview_may_read_it_all_day() -> None:
    library = load(Workspace(COURSE))
    check(library)
    held = weakref.ref(library)
    del library
    gc.collect()
    assert held() is None
