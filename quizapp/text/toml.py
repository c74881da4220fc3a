"""The little TOML that is written: a value of text."""

import re

_ESCAPED = re.compile(r'["\\\x00-\x1f\x7f]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def quoted(text: str) -> str:
    """`text` as a TOML string on one line; read again it is the same. It holds no surrogates."""
    return f'"{_ESCAPED.sub(lambda found: _escape(found.group()), text)}"'


def _escape(character: str) -> str:
    return _SHORT.get(character) or f"\\u{ord(character):04X}"
