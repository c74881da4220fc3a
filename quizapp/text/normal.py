"""Unicode's normal forms (UAX #15), in time that grows with the text.

`unicodedata` puts the marks over one letter in order by insertion, which takes hours for a million of them. Sorted
before by their combining class, as the standard has it, they are in order already.
"""

import re
import unicodedata
from itertools import groupby
from typing import Literal

_MANY = 32
"""So few marks in a row are in order at once."""
_MARKS = re.compile(rf"[^\w\s\x00-\x7f]{{{_MANY},}}")


def normal(form: Literal["NFC", "NFKC", "NFKD"], text: str) -> str:
    """`text` in one of the normal forms."""
    if len(text) >= _MANY and not text.isascii():
        text = _MARKS.sub(_in_order, text)
    return unicodedata.normalize(form, text)


def _in_order(found: re.Match[str]) -> str:
    apart = "".join(unicodedata.normalize("NFD", character) for character in found.group())
    parts = groupby(apart, key=lambda character: unicodedata.combining(character) > 0)
    return "".join("".join(sorted(part, key=unicodedata.combining) if marks else part) for marks, part in parts)
