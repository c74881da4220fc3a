"""The golden transcripts: read them to see what plain mode says.

`ACCEPT=1 pytest tests/plain` writes them anew from what is typed in them.
"""

import os
from pathlib import Path

import pytest

from tests.plain.conversation import replay

TRANSCRIPTS = Path(__file__).parent / "transcripts"


@pytest.mark.parametrize("name", sorted(file.stem for file in TRANSCRIPTS.glob("*.txt")))
def test_transcript(name: str, tmp_path: Path) -> None:
    file = TRANSCRIPTS / f"{name}.txt"
    written = file.read_text(encoding="utf-8")
    held = replay(written, tmp_path)
    if os.environ.get("ACCEPT"):
        file.write_text(held, encoding="utf-8")
    else:
        assert held == written
