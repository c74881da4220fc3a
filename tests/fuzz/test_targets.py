"""What the fuzzer begins with, and what it found, holds to the laws of the targets."""

from pathlib import Path

import pytest

from tests.fuzz import targets
from tests.fuzz.run import MODULES, kept_of, seeds_of, target_of

BYTES = (b"", b"\xff", b"\xef\xbb\xbf", b"+++\n+++\n\x00", b"format = 1\r\n\xc2\x9b", "\u0301\u202e\ufeff".encode())
FOUND = [pytest.param(name, file, id=f"{name}-{file.stem}") for name in MODULES for file in kept_of(name)]


@pytest.fixture(autouse=True)
def every_law(monkeypatch: pytest.MonkeyPatch) -> None:
    """Laws that take long are tried with everything here."""
    monkeypatch.setattr(targets, "falls", lambda _, one_of: one_of > 1)


@pytest.mark.parametrize("name", MODULES)
def test_the_targets_hold_for_what_the_fuzzer_begins_with(name: str) -> None:
    target = target_of(name)
    for data in (*BYTES, *seeds_of(name)):
        target(data)


@pytest.mark.parametrize(("name", "file"), FOUND)
def test_what_was_found_is_mended(name: str, file: Path) -> None:
    target_of(name)(file.read_bytes())
