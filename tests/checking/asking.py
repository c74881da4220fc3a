"""A course of one source and one question, and what the rules QZ3 say of the question."""

import hashlib
from pathlib import Path

from quizapp.checking.check import Finding, Wanted, check
from quizapp.content.library import Library, load
from quizapp.content.workspace import Workspace


def said_of(folder: Path, source: str, question: str, *cited: int) -> set[str]:
    """The codes of what is found in a question; the arguments are those of `course`."""
    return {finding.diagnostic.rule.code for finding in found_in(folder, source, question, *cited)}


def found_in(folder: Path, source: str, question: str, *cited: int) -> tuple[Finding, ...]:
    """What is found in a question; the arguments are those of `course`."""
    return check(course(folder, source, question, *cited), Wanted(ignore=("QZ331",), notes=True)).findings


def course(folder: Path, source: str, question: str, *cited: int) -> Library:
    """The course of a question, called `asked`.

    Args:
        folder: where the course is written.
        source: its article, "the Gazette": a sentence a line, paragraphs parted by empty lines.
        question: its TOML but for `id`, `explain` and, unless its items cite, `cite`.
        cited: the numbers of the sentences that it cites.
    """
    paragraphs = [paragraph.split("\n") for paragraph in source.strip().split("\n\n")]
    sentences = [sentence for paragraph in paragraphs for sentence in paragraph]
    original = "\n".join(" ".join(paragraph) for paragraph in paragraphs) + "\n"
    digest = hashlib.sha256(original.encode()).hexdigest()
    cites = "".join(f'[cites.c{n}]\nsource = "gazette"\nquote = """{sentences[n - 1]}"""\n' for n in cited)
    named = ", ".join(f'"c{n}"' for n in cited)
    own = "" if "items" in question else f"cite = [{named}]\n"
    marks = " ".join(f"[@c{n}]" for n in cited)
    files = {
        "seeds/originals/one.txt": original,
        "seeds/gazette.md": f'+++\nname = "the Gazette"\nkind = "news"\noriginal = "originals/one.txt"\n'
        f'sha256 = "{digest}"\n+++\n{source.strip()}\n',
        "lessons/course.toml": 'format = 1\nid = "asking"\ntitle = "Asking"\n',
        "lessons/one.toml": f'format = 1\ntitle = "One"\nposition = 1\n\n{cites}\n'
        f'[[sections]]\ntext = "Told {marks}."\n\n[[questions]]\nid = "asked"\n{question}\n'
        f'explain = "It is told there in so many words."\n{own}',
    }
    for file, text in files.items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(text, encoding="utf-8", newline="\n")
    return load(Workspace(folder))
