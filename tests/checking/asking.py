"""Courses of one source and one question: how they are written, sources that several tests share, and what is found."""

import hashlib
from pathlib import Path

from quizapp.checking.check import Finding, Wanted, check
from quizapp.checking.english.numbers import claimed, supported
from quizapp.content.library import Library, load
from quizapp.content.workspace import Workspace

REST = "\nThe Gazette of Rye has more to say of the mill, of its wheel and of those who work there every day.\n"
"""What a source goes on with, about nothing that is asked."""
FERRY = """
Ellen Marsh, who kept the ferry, said that she had not seen the lamp that night.
She crossed four times before the tide turned.
The boatman had told her to wait.
At twenty minutes past ten she crossed alone.

The harbour council refused the request because the pier was closed.
Many sailors took the notice as a warning.
One of the boats was not found.
The ferry sank thirteen minutes before midnight.
Repairs have been largely unsuccessful.
Miss Orton rang the bell.
Captain Reed said that the Dover pilots had seen the light but said they took it for a star.
"""
FLOOD = """
The dam at Elmford broke on Tuesday after eleven days of rain.
The mayor, Ruth Callow, accused the engineer Peter Dunn of it, while Dunn blamed the council.
The army brought 300 tents and the Red Cross 500 blankets.
Farmers lost 1,200 sheep and 45 cows; four of their nine barns fell.
The dam was built in 1931 and the fence was put up in 1990.
Men of Elmford mended the dam in 1988, and nobody watched.
Of 60 farms seven silos fell, and two of six mills.
Eight of nine bridges held.
In 1990 eleven wells dried, and the third well was the deepest.
It took between 62 and 70 lorries, and no 12 nor 13 ships.
"""


def choice(prompt: str, answer: str, *distractors: str, more: str = "") -> str:
    """The TOML of a question of choice."""
    wrong = ", ".join(f'"{text}"' for text in distractors)
    return f'type = "choice"\nprompt = "{prompt}"\nanswer = "{answer}"\ndistractors = [{wrong}]\n{more}'


def all_supported(key: str, sentence: str) -> bool:
    """Whether a sentence bears out every number that a key claims."""
    return all(supported(number, [sentence]) for number in claimed(key))


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
