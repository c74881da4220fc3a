"""How a course from a stranger is written into a folder; the same seed writes the same course."""

import hashlib
import random
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from quizapp.text.toml import quoted

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

    def __init__(self, root: Path, seed: int, share: float = 1) -> None:
        """`share` of what is many is written."""
        self.root = root
        self._share = share
        self.random = random.Random(seed)  # noqa: S311 - the same course every time
        self.fill(dict.fromkeys(PLACES, "harmless"))

    def much(self, number: int) -> int:
        """How much of so much is to be written."""
        return round(number * self._share)

    def some(self, number: int) -> range:
        """As many numbers, from 0, as of so many are to be written."""
        return range(self.much(number))

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
