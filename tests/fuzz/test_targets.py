"""What the fuzzer begins with, and what it found, holds to the laws of the targets."""

import pytest

from tests.fuzz.run import SEEDS
from tests.fuzz.targets import TARGETS

BYTES = (b"", b"\xff", b"\xef\xbb\xbf", b"+++\n+++\n\x00", b"format = 1\r\n\xc2\x9b", "\u0301\u202e\ufeff".encode())


@pytest.mark.parametrize("name", TARGETS)
def test_the_targets_hold_for_what_the_fuzzer_begins_with(name: str) -> None:
    for data in (*BYTES, *(seed.read_bytes() for seed in SEEDS[name] if seed.is_file())):
        TARGETS[name](data)
