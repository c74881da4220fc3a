"""Texts that keep an expression busy which tries every way to match, for each of ours that met one.

Run as a program it reads them all, for a test that ends it when it hangs.
"""

from quizapp.authoring.segment import cut
from quizapp.checking.english.statement import read
from quizapp.content.citation import Citation
from quizapp.content.cloze import parse_cloze
from quizapp.content.prose import marks, said
from quizapp.content.resolve import SourceIndex
from quizapp.content.search import Index
from quizapp.content.values import comparable
from quizapp.text.document import Document
from quizapp.text.fold import fold
from tests.strategies import library_of, source_of

MANY = 300_000


def main() -> None:
    """Each of these took minutes once."""
    parse_cloze("{{" * MANY)
    marks("[@" * MANY)
    said("word" + " " * MANY + "word")
    comparable("1" + "'234" * MANY + "5")
    cut("So it was said by them all and nobody was\n" * 100_000)
    line = 'a=["é",' + "{b=1}," * 20_000 + "]"
    document = Document("x.toml", line)
    for number in range(1, 20_001):
        document.place(document.span(("a", number, "b")))
        document.line(1)
    fold("a" + "\u0301\u0323" * MANY)
    read("not never no " * 20_000)
    index = SourceIndex(source_of("x", " ".join(f"so… {number} it was" for number in range(30_000))))
    for number in range(1000):
        index.resolve(Citation(source="x", quote=f"so… {number} it was"))
    Index(library_of(source_of("x", "A line."), ())).search("So")


if __name__ == "__main__":
    main()
