"""A lesson pack from a stranger, made from the course in `tests/data/hostile` and what its words become.

With harmless words it is the twin against which the hostile one is held.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

TEMPLATE = Path(__file__).parent.parent / "data" / "hostile"
PROSE = "[/x] [bold]loud[/bold] [link=https://evil.example]here[/link] [Putin] [$error]"
MARKUP = f"{PROSE} [@click=app.bell]press[/]"
"""In prose `[@…]` is a citation, and one that is not declared is refused."""
CONTROL = (
    "\x1b]52;c;ZXZpbA==\x07"  # write to the clipboard
    "\x1b]8;;https://evil.example\x1b\\link\x1b]8;;\x1b\\"
    "\x1b]0;title\x07\x1b[2J\x1b[31mred\x1b[6n\x1bc\x1bP+q\x1b\\"
    "\x9b2J\x9d52;c;QQ==\x9c\x90q"  # the same as C1 characters
    "\x00\x07\x08\x0b\x0c\x0e\x7f\x85"
    "\u202eesrever\u202c\u2066\u2069\u200f\u200b\u2060\ufeff\u2028\u2029\U000e0041\ue000\ufff9"
)
# A quote leaves the ending of its sentence out, so that it is the article that brings it to the screen.
HOSTILE = {"MARKUP": MARKUP, "PROSE": PROSE, "CONTROL": CONTROL, "ENDING": "\u202e"}
HARMLESS = {
    "MARKUP": "alpha bravo charlie",
    "PROSE": "delta echo foxtrot",
    "CONTROL": "golf hotel india",
    "ENDING": "!",
}


@dataclass(frozen=True)
class Pack:
    """What stands where the template has its words, and how its folder and its worst file are called."""

    words: Mapping[str, str]
    folder: str
    file: str
    learner: str


PACK = Pack(
    HOSTILE,
    "pack\x1b]0;title\x07\x1b[2J[Putin]\u202e",
    "lesson\x1b]52;c;QQ==\x07[bold]\u202e.toml",
    "Ada\x1b]52;c;QQ==\x07\x1b[2J\u202e [/x] [Putin]",
)
TWIN = Pack(HARMLESS, "pack", "Odd name.toml", "Ada")


def write(pack: Pack, parent: Path) -> Path:
    """The course in a folder of `parent`."""
    root = parent / pack.folder
    for file in sorted(TEMPLATE.rglob("*.*")):
        target = root / file.relative_to(TEMPLATE)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_filled(file.read_text(encoding="utf-8"), pack), encoding="utf-8", newline="")
    source, original = root / "seeds" / "received.md", root / "seeds" / "originals" / "received.txt"
    digest = hashlib.sha256(original.read_bytes()).hexdigest()
    source.write_bytes(source.read_bytes().replace(b"SHA256", digest.encode()))
    (root / "lessons" / pack.file).write_text("format = 1\n", encoding="utf-8")
    return root


def _filled(text: str, pack: Pack) -> str:
    return re.sub("|".join(pack.words), lambda found: pack.words[found.group()], text)
