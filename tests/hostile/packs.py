"""Courses from a stranger, each nasty in one way; the same seed writes the same course."""

import hashlib
import os
import random
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from quizapp.text.toml import quoted
from tests.hostile.words import REFUSED, WORDS

TEMPLATE = Path(__file__).parent.parent / "data" / "hostile"
PLACES = ("MARKUP", "PROSE", "CONTROL", "ENDING")
"""The words of the template in whose place the nasty text is put."""


@dataclass(frozen=True)
class Pack:
    """A kind of course, and how it is written into an empty folder."""

    write: Callable[["Writing"], None]
    small: bool = True
    """Whether it takes no more than a moment."""


class Writing:
    """A sound course in a folder, which a pack then spoils."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root = root
        self.random = random.Random(seed)  # noqa: S311 - the same course every time
        self.fill(dict.fromkeys(PLACES, "harmless"))

    def fill(self, words: Mapping[str, str], file: str = "bells.toml") -> None:
        """Write the template's course with these texts in its places, quoted as TOML wants it in lessons."""
        plain = re.compile("|".join(words))
        for source in sorted(TEMPLATE.rglob("*.*")):
            text = source.read_text(encoding="utf-8")
            toml = source.suffix == ".toml"
            header, body = (text, "") if toml else text.split("\n+++\n", 1) if "+++" in text else ("", text)
            header = plain.sub(lambda found: quoted(words[found.group()])[1:-1], header)
            body = plain.sub(lambda found: " ".join(words[found.group()].split("\n")), body)
            name = source.relative_to(TEMPLATE)
            target = self.root / (name if source.name != "bells.toml" else name.with_name(file))
            if source.name != "broken.toml":
                self.put(target, f"{header}\n+++\n{body}" if header and not toml else header or body)
        self.seal()

    def seal(self) -> None:
        """Write the digest of the original into the source's header."""
        source, original = self.root / "seeds/received.md", self.root / "seeds/originals/received.txt"
        digest = hashlib.sha256(original.read_bytes()).hexdigest()
        text = source.read_bytes()
        source.write_bytes(re.sub(rb'sha256 = "\w*"', f'sha256 = "{digest}"'.encode(), text))

    def put(self, file: str | Path, text: str | bytes) -> None:
        """Write one file of the course."""
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))

    def source(self, text: str) -> None:
        """Make `text` the course's source, a line a sentence."""
        self.put("seeds/originals/received.txt", text)
        header = 'name = "Paper"\nkind = "report"\noriginal = "originals/received.txt"\nsha256 = ""\n'
        self.put("seeds/received.md", f"+++\n{header}+++\n{text}\n")
        self.seal()

    def lesson(
        self, questions: str, *, name: str = "bells", head: str = "", prose: str = "So it was [@first]."
    ) -> None:
        """Write a lesson with these questions and this prose, citing the first bell."""
        cites = '[cites.first]\nsource = "received"\nquote = "The first bell rang"\n'
        text = f'[[sections]]\ntext = """\n{prose}\n"""\n'
        self.put(f"lessons/{name}.toml", f'format = 1\ntitle = "L"\nposition = 1\n{head}{cites}{text}{questions}')

    def glossary(self, text: str) -> None:
        """Write the glossary."""
        self.put("lessons/glossary.toml", f"format = 1\n{text}")


def boolean(number: int) -> str:
    """A small question."""
    return f'[[questions]]\nid="q{number}"\ntype="boolean"\nprompt="P {number}."\nanswer=true\ncite=["first"]\n'


CITE = 'cite = [{ source = "received", quote = "The first bell rang" }]\n'


def words_pack(text: str, places: Collection[str] = PLACES) -> Pack:
    """`text` in these places of a course, and in the names of files as far as a file can have it."""

    def write(course: Writing) -> None:
        course.fill({place: text if place in places else "harmless" for place in PLACES})
        name = re.sub(r"[/\0]", "_", text)[:40]
        for folder, ending in (("lessons", ".toml"), ("seeds", ".md")):
            course.put(f"{folder}/odd{name}{ending}", "format = 1\n")
        key = quoted(f"{text}/{text}")
        approval = f'fingerprint = {quoted(text)}\nby = {quoted(text)}\non = 2022-03-29\nhow = "refused"\n'
        course.put("lessons/approvals.toml", f"[{key}]\n{approval}because = {quoted(text)}\n")
        course.put(f"document{name}.txt", f"{text}\n\n{text} said so. {text}\n")

    return Pack(write)


def bytes_pack(data: bytes) -> Pack:
    """Bytes that are no text, in every file."""

    def write(course: Writing) -> None:
        for file in sorted(course.root.rglob("*.*")):
            text = file.read_bytes()
            at = course.random.randrange(len(text) + 1)
            file.write_bytes(text[:at] + data + text[at:])

    return Pack(write)


def toml_pack(text: str) -> Pack:
    """A lesson, glossary, course file, header and approvals that hold `text` as a line."""

    def write(course: Writing) -> None:
        course.lesson(boolean(1), head=f"{text}\n")
        course.glossary(f"{text}\n")
        course.put("lessons/approvals.toml", f"{text}\n")
        course.put("seeds/other.md", f"+++\n{text}\n+++\nA sentence.\n")
        course.put("lessons/second.toml", f"format = 1\n{text}\n")

    return Pack(write)


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


def _bombs(course: Writing) -> None:
    bombs = (
        "- " * 9000,
        "* " * 9000,
        "1. " * 6000,
        "*a **b " * 2500,
        "*" * 19_000,
        "_a" * 9500,
        "**a" * 6000,
        "[@" * 9000,
        "[@first]" * 2400,
        "\n".join(" " * depth + "- x [@first]" for depth in range(150)),
        "\\*" * 9000,
        "`" * 19_000,
    )
    for number, bomb in enumerate(bombs):
        course.lesson(boolean(1), name=f"bomb-{number}", prose=f"{bomb} [@first]".replace("\\", "\\\\"))
        explained = boolean(1) + f"explain = '''{bomb} [@first]'''\nhint = '''{bomb}'''\n"
        course.lesson(explained, name=f"explained-{number}")


def _aliases(course: Writing) -> None:
    aliases = ", ".join(f'"{"a " * count}b"' for count in range(1, 99))
    more = "".join(
        f'[[entries]]\nid = "e{number}"\nkind = "term"\nname = "Bell {number}"\naliases = ["Bell", "bell {number} a"]\n'
        + CITE
        for number in range(1500)
    )
    course.glossary(f'[[entries]]\nid = "a"\nkind = "term"\nname = "a"\naliases = [{aliases}]\n{CITE}{more}')
    course.lesson(boolean(1), prose="a " * 5000 + "Bell " * 1500 + "[@first].")


def _disputes(course: Writing) -> None:
    position = '{ says = "%s", cite = [{ source = "received", quote = "The first bell rang" }] }'
    course.glossary(
        "".join(
            f'[[disputes]]\nid = "d{number}"\nquestion = "Q {number}?"\npositions = '
            f"[{', '.join(position % f'S {at}' for at in range(8))}]\n"
            for number in range(1000)
        )
    )


def _options(course: Writing) -> None:
    long = "x" * 100_000
    question = '[[questions]]\nid="%s"\ntype="choice"\nprompt="P?"\nanswer="%s"\n'
    question += 'distractors=[{text="%s",why="%s"},"b"]\ncite=["first"]\n'
    course.lesson(question % ("a", long, "c", "w") + question % ("b", "k", long, long) + boolean(1))
    many = ", ".join(f'"o{number}"' for number in range(20_000))
    select = f'[[questions]]\nid="s"\ntype="select"\nprompt="P?"\nanswers=["k"]\ndistractors=[{many}]\ncite=["first"]\n'
    items = ", ".join(f'{{ text = "o{number}", cite = ["first"] }}' for number in range(3000))
    order = f'[[questions]]\nid="o"\ntype="order"\nprompt="P?"\nitems=[{items}]\n'
    pairs = ", ".join(f'{{ left = "l{number}", right = "r{number}", cite = ["first"] }}' for number in range(3000))
    match = f'[[questions]]\nid="m"\ntype="match"\nprompt="P?"\npairs=[{pairs}]\n'
    blanks = "".join("{{a}} " for _ in range(5000))
    cloze = f'[[questions]]\nid="c"\ntype="cloze"\ntext="{blanks}"\ncite=["first"]\n'
    course.lesson(select + order + match + cloze, name="many")


SLOW = (
    "x" * 150_000,
    "a'" * 75_000,
    "1,234" * 30_000,
    "1." * 75_000,
    "said " * 30_000,
    "by " * 50_000,
    '"' * 150_000,
    "‘" * 75_000 + "’" * 75_000,
    "in the words of " * 10_000,
    " - " * 50_000,
    ". " * 75_000,
    "A. B. " * 25_000,
    "no. 1 " * 25_000,
    "later also then " * 10_000,
    "{{" * 75_000,
    "…" * 75_000,
    "\u0301" * 75_000,
    "\u1100\u1161\u11a8" * 25_000,
    "-- " * 50_000,
    "Ünder " * 25_000,
    "the officials said that " * 6_000,
    "2022 March 29 " * 10_000,
    "hundred thousand and " * 7_500,
    "    " * 37_500 + "x",
)
"""What would make an expression slow that tries every way to match."""


def _slow(course: Writing) -> None:
    course.source("The first bell rang at dawn.\n" + "\n".join(f"So {text} it was." for text in SLOW))
    course.put("document.txt", "\n\n".join(SLOW))
    course.put("document-wrapped.txt", "So it was said by them all and nobody was\n" * 100_000)
    course.put("document-words.txt", "So it was. " * 400_000)
    quotes = "".join(
        f'[cites.c{at}]\nsource = "received"\nquote = {quoted(text)}\n'
        for at, text in enumerate(
            ("a", "1", "said", "by", "a'a", "it", "x it was", "So x", "1.1", "dawn. x", *(text[:5000] for text in SLOW))
        )
    )
    course.put(
        "lessons/cites.toml", f'format = 1\ntitle = "L"\nposition = 1\n{quotes}[[sections]]\ntext = "x"\n{boolean(1)}'
    )


def _slow_lessons(course: Writing) -> None:
    for number, text in enumerate(SLOW):
        said = quoted(text[:20_000])
        prompt = f'[[questions]]\nid="a"\ntype="short"\nprompt={said}\nanswer={said}\naccept=[{said}]\ncite=["first"]\n'
        choice = f'[[questions]]\nid="b"\ntype="choice"\nprompt={quoted(text[:490])}\nanswer={quoted(text[:190])}\n'
        choice += f"distractors=[{{text={quoted('b' + text[:190])}, why={said}}}, {quoted('c' + text[:190])}]\n"
        choice += f'cite=["first"]\nexplain={said}\nhint={said}\nframe={quoted(text[:9000] + "{answer}")}\n'
        course.lesson(prompt, name=f"slow-{number}")
        course.lesson(choice, name=f"quick-{number}")


def _quotes(course: Writing) -> None:
    course.source(
        "The first bell rang at dawn.\n" + "\n".join(f"Line {number} a a a a a a a a." for number in range(3000))
    )
    cites = "".join(
        f'[cites.c{number}]\nsource = "received"\nquote = "a a a a{" a" * (number % 4)}"\n' for number in range(300)
    )
    missing = "".join(
        f'[cites.m{number}]\nsource = "received"\nquote = "Line {number} b a a c a a"\n' for number in range(150)
    )
    course.lesson(boolean(1), head="", prose="So [@first].")
    course.put(
        "lessons/quotes.toml",
        f'format = 1\ntitle = "L"\nposition = 1\n{cites}{missing}[[sections]]\ntext = "x [@c1]"\n'
        + boolean(1).replace("first", "c1"),
    )


def _line(course: Writing) -> None:
    line = "word " * 800_000
    course.source(f"The first bell rang at dawn.\n{line}")
    course.lesson(boolean(1) + f'explain = "{line}"\n')


def _keys(course: Writing) -> None:
    line = "k" * 4_000_000
    course.lesson(boolean(1), head=f"{line} = 1\n")
    course.glossary(f'[[entries]]\nid = "{line}"\nkind = "{line[:9]}"\nname = "N"\n{CITE}')


def _many_questions(course: Writing) -> None:
    course.put("lessons/many.toml", 'format=1\ntitle="M"\nposition=1\n' + "[[questions]]\nid='q'\n" * 100_000)


def _sound_questions(course: Writing) -> None:
    course.lesson("".join(map(boolean, range(50_000))))


def _mistakes(course: Writing) -> None:
    course.lesson("".join(boolean(number).replace('cite=["first"]\n', "") for number in range(60_000)))
    unsound = '[[questions]]\nid="a"\ntype="match"\nprompt="P?"\npairs=[%s]\n'
    course.lesson(unsound % ('{left="",right="é"},' * 40_000), name="pairs")
    course.put(
        "lessons/line.toml", 'format=1\ntitle="é"\nposition=1\nquestions=[' + '{id=1,tipe="é"},' * 60_000 + "]\n"
    )


def _large(course: Writing) -> None:
    for folder, ending in (("lessons", ".toml"), ("seeds", ".md")):
        course.put(f"{folder}/large{ending}", b"x" * 5_000_001)
        course.put(f"{folder}/binary{ending}", course.random.randbytes(4_900_000))
        course.put(f"{folder}/zeros{ending}", bytes(4_900_000))
        course.put(f"{folder}/lines{ending}", b"\n" * 4_900_000)
        course.put(f"{folder}/hashes{ending}", b"#\n" * 2_400_000)
        course.put(f"{folder}/pluses{ending}", b"+++\n" * 1_200_000)
    course.put("lessons/equals.toml", b"a=1\n" * 1_200_000)
    course.put("lessons/distinct.toml", "".join(f"a{number}=1\n" for number in range(400_000)))
    course.put("lessons/mistakes.toml", "format=1\n" + "[[questions]]\nid=1\ntype='choise'\nb.c=2\n" * 20_000)


def _sentences(course: Writing) -> None:
    course.source("The first bell rang at dawn.\n" + "\n".join(f"Bell {number} rang." for number in range(200_000)))


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


def _files(course: Writing) -> None:
    for number in range(3000):
        course.put(f"lessons/n{number}.toml", "format = 1\n")
        course.put(f"seeds/n{number}.md", "no header\n")


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
        "bombs": Pack(_bombs, small=False),
        "aliases": Pack(_aliases, small=False),
        "disputes": Pack(_disputes, small=False),
        "options": Pack(_options, small=False),
        "slow source": Pack(_slow, small=False),
        "slow lessons": Pack(_slow_lessons, small=False),
        "quotes": Pack(_quotes, small=False),
        "one line": Pack(_line, small=False),
        "long keys": Pack(_keys, small=False),
        "many questions": Pack(_many_questions, small=False),
        "sound questions": Pack(_sound_questions, small=False),
        "mistakes": Pack(_mistakes, small=False),
        "large files": Pack(_large, small=False),
        "sentences": Pack(_sentences, small=False),
        "many files": Pack(_files, small=False),
    }
)
