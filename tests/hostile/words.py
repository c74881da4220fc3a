"""Texts that a stranger may put wherever a course holds text, and what each is meant to upset."""

from collections.abc import Mapping
from types import MappingProxyType

ESCAPES = (
    "\x1b]52;c;ZXZpbA==\x07"  # write to the clipboard
    "\x1b]8;;https://evil.example\x1b\\link\x1b]8;;\x1b\\"
    "\x1b]0;title\x07\x1b[2J\x1b[31mred\x1b[6n\x1bc\x1bP+q\x1b\\"
)
C1 = "\x9b2J\x9d52;c;QQ==\x9c\x90q\x84\x85"
WORDS: Mapping[str, str] = MappingProxyType(
    {
        "escapes": ESCAPES,
        "c1": C1,
        "c0": "\x00\x07\x08\x0b\x0c\x0e\x1f\x7f",
        "bidirectional": "\u202eesrever\u202c\u2066in\u2069\u200f\u061c",
        "invisible": "a\u200bb\u2060c\ufeffd\u00ade\u034ff\u3164g\u180eh",
        "joiners": "a\u200cb\u200dc",
        "tags": "flag\U0001f3f4\U000e0067\U000e0062\U000e007f",
        "variation": "\u2764\ufe0f\u2764\ufe0e\U000e0100\u180b",
        "separators": "one\u2028two\u2029three\u0085four",
        "private": "\ue000\U000f0000\U0010fffd\ufff9x\ufffa\ufffb",
        "tower": "Z" + "\u0351\u0489\u20dd\u0336" * 40,
        "wide": "漢字\u3000ﾊﾝｶｸ한국어\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466\U0001f1f9\U0001f1f7",
        "ambiguous": "§°±×÷αβ─━│…→①ⅣÆ\u00a0\u2009",
        "right-to-left": "שלום עליכם مرحبا بالعالم",
        "folding": "İıßﬁǅΣς\u1e9eA\u030a\u00c5\u212b½²Ⅻ",
        "markup": "[/x] [bold]loud[/bold] [link=https://evil.example]here[/link] [Putin] [$error] [/] [",
        "markdown": "# h\\ *a* _b_ **c** `d` <b>e</b> ![f](g) [h](i) | j | > k ~~l~~ &amp; 1. - +",
        "quotation marks": "\"'`“”‘’«»„\\",
        "patterns": r"^(a+)+$ .* [z-a] (?P<x>) \1 {1,99999} \Q",
        "formats": "%s %n {0} {x!r} {answer} {{blank}} $HOME ${IFS} %APPDATA% ~root",
        "commands": "; rm -rf / #$(reboot)`reboot` && | -rf --help @file",
        "github": "::error file=x::y%0A::set-output name=a::b",
        "sql": "'; DROP TABLE attempts; --",
    }
)
REFUSED = ("escapes", "c1", "c0", "bidirectional", "invisible", "tags", "variation", "separators", "private")
"""Those that no lesson may hold, and an article may."""
