from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.store.progress import Progress


@pytest.fixture
def progress(tmp_path: Path) -> Iterator[Progress]:
    """A learner's file in which nothing is yet."""
    with Progress.open(tmp_path / "data" / "progress.sqlite3") as progress:
        yield progress
