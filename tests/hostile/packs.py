"""Courses from a stranger, each nasty in one way."""

import os
from collections.abc import Mapping
from types import MappingProxyType

from tests.hostile.large import LARGE
from tests.hostile.odd import ODD
from tests.hostile.words import REFUSED, WORDS
from tests.hostile.writing import CITE, Pack, Writing, boolean, bytes_pack, toml_pack, words_pack


def _collisions(course: Writing) -> None:
    for name in (
        "Bells",
        "BELLS",
        "con",
        "nul",
        "aux",
        "com1",
        "caf\u00e9",
        "cafe\u0301",
        "-",
        "a--b",
        "x.y",
        ".hidden",
    ):
        course.lesson(boolean(1), name=name)
        course.put(f"seeds/{name}.md", (course.root / "seeds/received.md").read_bytes())
    ids = "".join(
        f'[[entries]]\nid = "{name}"\nkind = "term"\nname = "{name}"\n{CITE}'
        for name in ("caf\u00e9", "cafe\u0301", "CAFE\u0301", "ﬁ", "fi", "İ", "i\u0307", "con", "x", "x")
    )
    course.glossary(ids)
    questions = "".join(boolean(1).replace('"q1"', f'"{name}"') for name in ("a", "A", "a", "é", "e\u0301", "con"))
    course.lesson(questions, name="ids")


def _cycle(course: Writing) -> None:
    for number in range(30):
        requires = f'requires = ["l{(number + 1) % 30}", "l{number}", "l{number}"]\n'
        course.lesson(boolean(1), name=f"l{number}", head=requires)
    was = '[[questions]]\nid="%s"\ntype="boolean"\nprompt="P."\nanswer=true\ncite=["first"]\nwas=["w/%s", "w/%s"]\n'
    course.lesson(was % ("a", "b", "a") + was % ("b", "a", "b"), name="w")


def _links(course: Writing) -> None:
    outside = course.root.parent
    for folder, ending in (("lessons", ".toml"), ("seeds", ".md"), ("seeds/originals", ".txt")):
        inside = course.root / folder
        (inside / f"outside{ending}").symlink_to(outside / "secret")
        (inside / f"up{ending}").symlink_to("../../secret")
        (inside / f"loop{ending}").symlink_to(f"loop{ending}")
        (inside / f"folder{ending}").mkdir()
        (inside / f"linked{ending}").symlink_to("/etc")
        os.mkfifo(inside / f"pipe{ending}")
        (inside / f"zero{ending}").symlink_to("/dev/zero")
        course.put(f"{folder}/closed{ending}", "format = 1\n")
        (inside / f"closed{ending}").chmod(0)
    header = 'name = "%s"\nkind = "report"\noriginal = "%s"\nsha256 = ""\n'
    for number, original in enumerate(
        (
            "../../secret",
            "originals/outside.txt",
            "originals/pipe.txt",
            "originals/zero.txt",
            "originals",
            "",
            ".",
            "//",
            "~",
        ),
    ):
        course.put(f"seeds/s{number}.md", f"+++\n{header % (number, original)}+++\nA line.\n")


def _linked_folders(course: Writing) -> None:
    for folder in ("lessons", "seeds"):
        (course.root / folder).rename(course.root.parent / f"elsewhere-{folder}")
        (course.root / folder).symlink_to(course.root.parent / f"elsewhere-{folder}")


PACKS: Mapping[str, Pack] = MappingProxyType(
    {name: words_pack(text) for name, text in WORDS.items()}
    | {f"{name} in an article": words_pack(WORDS[name], ("CONTROL", "ENDING")) for name in REFUSED}
    | {
        "raw C1": bytes_pack(b"\x9b2J\x9d52;c;QQ==\x9c"),
        "half a character": bytes_pack(b"\xe2\x80"),
        "utf-16": bytes_pack("\ufeffformat = 1\n".encode("utf-16")),
        "surrogate": bytes_pack(b"\xed\xa0\x80"),
        "marks of order": bytes_pack(b"\xef\xbb\xbf\xef\xbb\xbf"),
        "carriage returns": bytes_pack(b"\r\r\r\n\n\r"),
        "deep lists": toml_pack(f"a = {'[' * 20_000}{']' * 20_000}"),
        "deep tables": toml_pack(f"a = {'{a=' * 20_000}1{'}' * 20_000}"),
        "deep keys": toml_pack(f"{'a.' * 20_000}a = 1"),
        "deep headers": toml_pack(f"[{'a.' * 20_000}a]"),
        "unclosed": toml_pack("a = " + "[" * 100_000),
        "huge whole number": toml_pack(f"position = {'9' * 200_000}"),
        "huge hexadecimal": toml_pack(f"position = 0x{'f' * 200_000}"),
        "huge float": toml_pack("position = 1e999999999\nx = -inf\ny = nan"),
        "odd dates": toml_pack("position = 9999-12-31T23:59:59.999999999+23:59\nx = 0000-00-00\n"),
        "odd times": toml_pack("position = 0001-01-01\nx = 23:59:60\n"),
        "escapes of TOML": toml_pack('a = "\\u001b]52;c;QQ==\\u0007"\n"\\u001b[2J" = "\\U0010ffff"\n'),
        "surrogates of TOML": toml_pack('a = "\\ud800"'),
        "paths": toml_pack('original = "../../../../etc/passwd"\nsha256 = "x"\nname = "N"\nkind = "k"'),
        "root": toml_pack('original = "/etc/passwd"\nsha256 = "x"\nname = "N"\nkind = "k"'),
        "drive": toml_pack('original = "C:\\\\Windows\\\\win.ini"\nsha256 = "x"\nname = "N"\nkind = "k"'),
        "links": Pack(_links),
        "linked folders": Pack(_linked_folders),
        "collisions": Pack(_collisions),
        "cycle": Pack(_cycle),
    }
    | dict(LARGE)
    | dict(ODD)
)
