"""Courses from a stranger of which one thing is there far too often, or something else than what belongs there."""

import os
from collections.abc import Mapping
from types import MappingProxyType

from tests.hostile.writing import CITE, Pack, Writing, boolean


def _stale_approvals(course: Writing) -> None:
    said = 'fingerprint = "{}"\nby = "A"\non = 2022-03-29\nhow = "read"\n'
    same, other = said.format("0" * 64), said.format("sha256:" + "f" * 64)
    course.lesson("".join(map(boolean, course.some(500))))
    course.put(
        "lessons/approvals.toml",
        "".join(
            f'["{("bells", "gone", "receivd")[number % 3]}/q{number}"]\n{same if number % 2 else other}'
            for number in course.some(30_000)
        ),
    )


def _one_sentence(course: Writing) -> None:
    course.source("The first bell rang.\n" + "The bells rang at noon.\n" * course.much(3000))
    cites = "".join(
        f'[cites.c{number}]\nsource = "received"\nquote = "The bells rang at noon"\nat = {2 + number % 5}\n'
        for number in course.some(20_000)
    )
    asked = "".join(
        boolean(number).replace('["first"]', f'["c{number}", "c{number}", "c1"]') for number in course.some(3000)
    )
    course.lesson(asked, head=cites)


def _terms_in_terms(course: Writing) -> None:
    words, letters = "bell " * course.much(400), "b" + "e" * course.much(1900)
    names = [words[: 5 * number + 4] for number in course.some(400)]
    names += [letters[: number + 1].capitalize() for number in course.some(1900)]
    entry = '[[entries]]\nid = "e{}"\nkind = "term"\nname = "{}"\naliases = ["{}"]\n'
    course.glossary("".join(entry.format(at, name, name.title()) + CITE for at, name in enumerate(names)))
    course.lesson("".join(map(boolean, course.some(200))), prose=f"{words[:15_000]} {letters} [@first].")


def _lists(course: Writing) -> None:
    allowed = '[[allow]]\nrule = "QZ405"\nbecause = "It is so."\n'
    course.put("lessons/course.toml", f'format = 1\nid = "c"\ntitle = "T"\n{allowed * course.much(20_000)}')
    many = ", ".join(f'"x{number}"' for number in course.some(50_000))
    one = '{rule = "QZ405", because = "So."}, '
    allow = f"allow = [{one * course.much(20_000)}]\n"
    short = f'[[questions]]\nid="s"\ntype="short"\nprompt="P?"\nanswer="k"\naccept=[{many}]\ncite=["first"]\n'
    course.lesson(
        boolean(1) + allow + f"about=[{many}]\nwas=[{many}]\n" + short + allow,
        head=f"about = [{many}]\nrequires = [{many}]\nobjectives = [{many}]\n{allow}",
    )
    course.lesson(boolean(1) + f"cite=[{many}]\n".replace("cite", "context"), name="context")
    course.glossary(f'[[entries]]\nid = "a"\nkind = "term"\nname = "a"\naliases = [{many}]\n{CITE}')


def _requires(course: Writing) -> None:
    names = [f"l{number}" for number in course.some(300)]
    for at, name in enumerate(names):
        wanted = names if at % 3 else names[:at]
        course.lesson(boolean(1), name=name, head=f"requires = {list(wanted)}\n")
    ring = [f"r{number}" for number in course.some(1500)]
    for name, following in zip(ring, ring[1:] + ring[:1], strict=True):
        course.lesson(boolean(1), name=name, head=f'requires = ["{following}"]\n')


def _swapped(course: Writing) -> None:
    header = 'name = "{}"\nkind = "report"\noriginal = "originals/{}.txt"\nsha256 = "{}"\n'
    for one, other in (("a", "b"), ("b", "a"), ("c", "c"), ("received", "a")):
        course.put(f"seeds/originals/{one}.txt", f"This is {one}.\nIt rang.\n")
        course.put(f"seeds/{one}.md", f"+++\n{header.format(one, other, '0' * 64)}+++\nThis is {one}.\nIt rang.\n")


def _marked_line(course: Writing) -> None:
    marks = "\u0301\u0345\u0e33\u0f71\u3099\u20d0\u0323"
    line = "a" + marks * course.much(70_000)
    course.source(f"The first bell rang.\n{line}")
    course.lesson(
        boolean(1), head=f'[cites.c]\nsource = "received"\nquote = "a{marks * 300}"\n', prose=f"{line} [@first]"
    )


def _misplaced(course: Writing) -> None:
    for file in ("course.toml", "glossary.toml", "approvals.toml"):
        (course.root / "lessons" / file).unlink(missing_ok=True)
    (course.root / "lessons/course.toml").mkdir()
    (course.root / "lessons/glossary.toml").symlink_to("bells.toml")
    os.mkfifo(course.root / "lessons/approvals.toml")


def _file_for_folder(course: Writing) -> None:
    for folder in ("lessons", "seeds"):
        (course.root / folder).rename(course.root / f"{folder}-before")
        course.put(folder, "format = 1\n")


def _device_for_folder(course: Writing) -> None:
    (course.root / "lessons").rename(course.root / "before")
    (course.root / "lessons").symlink_to("lessons")
    (course.root / "seeds/originals").rename(course.root / "originals")
    os.mkfifo(course.root / "seeds/originals")


def _line_ends(course: Writing) -> None:
    for number, end in enumerate(("\r", "\r\n", "\n\r", "\x85", "\u2028", "\u2029", "\x0b", "\x0c", "\x1e", "\r\r\n")):
        text = (course.root / "lessons/bells.toml").read_text().replace("\n", end)
        course.put(f"lessons/ends-{number}.toml", text)
        source = (course.root / "seeds/received.md").read_text()
        course.put(f"seeds/ends-{number}.md", source.replace("\n", end))
        course.put(f"seeds/ends-body-{number}.md", source[:-200] + source[-200:].replace("\n", end))


def _encodings(course: Writing) -> None:
    for file in sorted(course.root.rglob("*.*")):
        text = file.read_text()
        for name in ("utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "utf-7", "cp1252", "cp500"):
            data = text.encode(name, "replace")
            course.put(file.with_name(f"{name}-{file.name}").relative_to(course.root), data)
        halves = text[: len(text) // 2].encode() + b"\xef\xbb\xbf" + text[len(text) // 2 :].encode("utf-16")
        course.put(file.with_name(f"halves-{file.name}").relative_to(course.root), halves)


def _keys_of_places(course: Writing) -> None:
    words = ("key", "key_raw", "key_line", "key_col", "value", "value_raw", "value_line", "value_col", "", "0", "nodes")
    flat = "".join(f'"{word}" = "{word}"\n' for word in words)
    inline = "{" + ", ".join(f'"{word}" = 1' for word in words) + "}"
    nested = "".join(f'[cites."{word}"]\n{flat}' for word in words)
    asked = f'[[questions]]\n{flat}[[questions]]\nid="a"\ntype="choice"\nprompt="P?"\nanswer={inline}\n'
    asked += f"distractors=[{inline}, [{inline}], 1, true, 2022-03-29, inf]\ncite=[{inline}]\n"
    course.lesson(asked, head=f"value = {inline}\nkey_line = [{inline}]\n{nested}")
    course.lesson("".join(map(boolean, range(3))), name="flat", head=flat)
    course.glossary("".join(f'[[entries]]\n{flat}[[entries."{word}"]]\n{flat}' for word in words))
    course.put("lessons/approvals.toml", "".join(f'["{word}"]\n{flat}["bells/{word}"]\n{flat}' for word in words))


def _shapes(course: Writing) -> None:
    """Values of another shape under every key that there is."""
    text = (course.root / "lessons/bells.toml").read_text()
    keys = sorted({line.partition("=")[0].strip() for line in text.splitlines() if "=" in line and line[0].isalpha()})
    shapes = (
        "[]",
        "{}",
        "[[]]",
        "[{}]",
        "nan",
        "-inf",
        "2022-03-29T00:00:00Z",
        "00:00:00",
        '""',
        '" "',
        "[1, 'a', {}]",
        "{a.b.c = 1}",
    )
    for at, shape in enumerate(shapes):
        head = "".join(f"{key} = {shape}\n" for key in keys)
        course.put(f"lessons/shape-{at}.toml", f"{head}[[questions]]\n{head}[[sections]]\n{head}[cites.a]\n{head}")
        course.put(f"lessons/table-{at}.toml", "".join(f"[{key}]\n[[x.{key}]]\n{key} = {shape}\n" for key in keys))


def _many_sources(course: Writing) -> None:
    header = 'name = "Paper {0}"\nkind = "report"\noriginal = "originals/received.txt"\nsha256 = "{0}"\n'
    for number in course.some(2000):
        course.put(f"seeds/s{number}.md", f"+++\n{header.format(number)}+++\nThe first bell rang at dawn.\n")
    cites = "".join(
        f'[cites.c{number}]\nsource = "s{number + 1}"\nquote = "The bell first rang"\n' for number in course.some(2000)
    )
    course.lesson(boolean(1), head=cites)


def _same_ids(course: Writing) -> None:
    course.lesson("".join(boolean(1) for _ in course.some(20_000)))
    entry = f'[[entries]]\nid = "same"\nkind = "person"\nname = "Bell"\n{CITE}'
    course.glossary(entry * course.much(10_000))


def _unused_entries(course: Writing) -> None:
    entry = '[[entries]]\nid = "e{0}"\nkind = "term"\nname = "word{0} bell"\n'
    course.glossary("".join(entry.format(at) + CITE for at in course.some(16_000)))
    course.lesson("".join(boolean(at).replace("P ", "It was the bell that rang ") for at in course.some(16_000)))


ODD: Mapping[str, Pack] = MappingProxyType(
    {
        "swapped originals": Pack(_swapped),
        "misplaced files": Pack(_misplaced),
        "files for folders": Pack(_file_for_folder),
        "loops for folders": Pack(_device_for_folder),
        "line ends": Pack(_line_ends),
        "encodings": Pack(_encodings),
        "keys of places": Pack(_keys_of_places),
        "shapes": Pack(_shapes),
        "stale approvals": Pack(_stale_approvals, small=False),
        "one sentence": Pack(_one_sentence, small=False),
        "terms in terms": Pack(_terms_in_terms, small=False),
        "long lists": Pack(_lists, small=False),
        "requires": Pack(_requires, small=False),
        "marked line": Pack(_marked_line, small=False),
        "many sources": Pack(_many_sources, small=False),
        "same ids": Pack(_same_ids, small=False),
        "unused entries": Pack(_unused_entries, small=False),
    }
)
