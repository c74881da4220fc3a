"""A made-up course of any size, the same for the same size: what the benchmark of the check runs on.

It is as a finished course is: once every question is approved, the check finds nothing in it. Its glossary has every
name, no two lessons ask for the same answer of the same sentence, and no hint holds the answer.
"""

import hashlib
import random
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from quizapp.content.numerals import NUMBER_WORDS

SOURCES, PARAGRAPHS, QUESTIONS = 100, 20, 20
_FRAMES = (
    "In {month} {name} told the {w} that {n} {w}s had {w}ed the {w} {w} in {name2}.",
    "The {w} of {name} {w}ed “the {w} {w} of {w}”, which {n} {w}s did not {w}.",
    "According to {name}, at least {n} {w} {w}s were {w}ed by the {w} after the {w} of {name2}.",
    "{n} {w}s and a {w} {w} {w}ed from {name} to {name2}, where the {w} is {w} and {w}.",
    "No {w} in {name} has {w}ed the {w}, {name2} said, although {n} {w}s may {w} it.",
)
_KINDS = (
    "choice choice select boolean short number cloze match order evidence choice choice boolean short choice number"
    " choice cloze choice select"
).split()
"""The types of the questions of a lesson, in turn."""
_PAPERS = "Gazette Courier Herald Mercury Post Times Tribune Echo Globe Star".split()
_MONTHS = "January February March April May June July August September October November December".split()


class Line(NamedTuple):
    """A sentence of a source, and what questions ask of it."""

    source: int
    text: str
    name: str
    number: int
    phrase: str
    """Words of it that a question has for an answer."""


def make(root: Path, lessons: int, questions: int = QUESTIONS, sources: int = SOURCES) -> None:
    """Writes a course with so many lessons, each of so many questions of all nine types, and so many sources."""
    _Course(root).write(lessons, questions, sources)


class _Course:
    def __init__(self, root: Path) -> None:
        self._root = root
        self._random = random.Random(1)  # noqa: S311 - the same course every time
        syllables = [c + v for c in "bcdfglmnprst" for v in "aeiou"]
        made = ["".join(self._random.choices(syllables, k=self._random.randint(2, 4))) for _ in range(4000)]
        self._words = [word for word in made if word not in NUMBER_WORDS]  # such as "nine"
        self._weights = list(accumulate(1 / (rank + 10) for rank in range(len(self._words))))
        self._names = [
            "".join(self._random.choices(syllables, k=self._random.randint(3, 4))).capitalize() for _ in range(300)
        ]
        self._times: Counter[str] = Counter()
        """How often words of a sentence were asked for."""
        self._counted: set[str] = set()
        """The sentences of which the number was asked for."""

    def _said(self, count: int) -> str:
        return " ".join(self._random.choices(self._words, cum_weights=self._weights, k=count))

    def _line(self, source: int) -> Line:
        name, number = self._random.choice(self._names), self._random.randint(2, 99_999)
        text = self._random.choice(_FRAMES)
        while "{w}" in text:
            text = text.replace("{w}", self._said(1), 1)
        month, other = self._random.choice(_MONTHS), self._random.choice(self._names)
        text = text.format(month=month, name=name, name2=other, n=f"{number:,}") if "{" in text else text
        return Line(source, text, name, number, next(_phrases(text)))

    def write(self, lessons: int, questions: int, sources: int) -> None:
        for folder in ("lessons", "seeds/originals"):
            (self._root / folder).mkdir(parents=True, exist_ok=True)
        lines: list[Line] = []
        for source in range(sources):
            paragraphs = [[self._line(source) for _ in range(4)] for _ in range(PARAGRAPHS)]
            lines += [line for paragraph in paragraphs for line in paragraph]
            original = "\n".join(" ".join(line.text for line in p) for p in paragraphs) + "\n"
            (self._root / f"seeds/originals/s{source}.txt").write_text(original)
            digest = hashlib.sha256(original.encode()).hexdigest()
            name = f"{self._names[source % 100]} {_PAPERS[source // 100]}"
            header = f'name = "{name}"\nkind = "news"\noriginal = "originals/s{source}.txt"\n'
            body = "\n\n".join("\n".join(line.text for line in paragraph) for paragraph in paragraphs)
            (self._root / f"seeds/s{source}.md").write_text(f'+++\n{header}sha256 = "{digest}"\n+++\n{body}\n')
        (self._root / "lessons/course.toml").write_text('format = 1\nid = "made"\ntitle = "Made"\n')
        entries = "".join(
            f'\n[[entries]]\nid = "name-{at}"\nname = "{name}"\naliases = ["{name}land"]\nkind = "place"\n'
            f'cite = [{{ source = "s0", quote = "{lines[at % 80].text}" }}]\n'
            for at, name in enumerate(dict.fromkeys(self._names))
        )
        (self._root / "lessons/glossary.toml").write_text(f"format = 1\n{entries}")
        dealt = self._dealt(lines)
        for lesson in range(lessons):
            (self._root / f"lessons/l{lesson}.toml").write_text(self._lesson(lesson, questions, dealt))

    def _lesson(self, lesson: int, questions: int, lines: Iterator[Line]) -> str:
        cited = self._cited(questions, lines)
        out = [f'format = 1\ntitle = "Lesson {lesson}"\nsummary = "{self._said(6)}"\nposition = {lesson}\n']
        for at, line in enumerate(cited):
            out.append(f'[cites.c{at}]\nsource = "s{line.source}"\nquote = "{line.text}"\n')
        for start in range(0, questions, 5):
            marks = range(start, min(start + 5, questions))
            text = "\n\n".join(f"The {self._said(10)} of {cited[at].name} {self._said(4)} [@c{at}]." for at in marks)
            out.append(f'[[sections]]\ntitle = "{self._said(3)}"\ntext = """\n{text}\n"""\n')
        out += [self._question(at, cited) for at in range(questions)]
        return "\n".join(out)

    def _cited(self, questions: int, lines: Iterator[Line]) -> list[Line]:
        """The sentences that a lesson cites, each with words that were not asked of it before."""
        cited: list[Line] = []
        while len(cited) < questions:
            line, kind = next(lines), _KINDS[len(cited) % len(_KINDS)]
            if any(line.text == other.text for other in cited) or (kind == "number" and line.text in self._counted):
                continue
            if kind == "number":
                self._counted.add(line.text)
            phrases = list(_phrases(line.text))
            cited.append(line._replace(phrase=phrases[self._times[line.text] % len(phrases)]))
            self._times[line.text] += kind in ("choice", "select", "short")
        return cited

    def _dealt(self, lines: list[Line]) -> Iterator[Line]:
        """All sentences in a random order, and again in another."""
        while True:
            yield from self._random.sample(lines, len(lines))
            if self._counted.issuperset(line.text for line in lines):
                self._counted.clear()  # there are more questions than numbers to ask for

    def _question(self, at: int, cited: list[Line]) -> str:
        line, beside, before = cited[at], cited[at - 1], (at - 1) % len(cited)
        other = beside.phrase if beside.phrase != line.phrase else beside.name
        words = line.text.split()
        last, about = words[-1], max(words[3:9], key=len).strip("“”,")
        accepted, prompt, hint = self._said(2), line.phrase, last
        while line.phrase in prompt or accepted in prompt:
            prompt = f"What of the {self._said(2)} and the {about} is so of {line.name}, {self._said(3)}?"
        while last[:-1] in hint:
            hint = self._said(5)
        options = ", ".join(
            [f'{{ text = "{self._said(3)}", why = "{self._said(8)}" }}', *(f'"{self._said(3)}"' for _ in range(2))]
        )
        ways: dict[str, Callable[[], str]] = {
            "choice": lambda: f'prompt = "{prompt}"\nanswer = "{line.phrase}"\ndistractors = [{options}]',
            "select": lambda: f'prompt = "{prompt}"\nanswers = ["{line.phrase}"]\ndistractors = [{options}]',
            "boolean": lambda: f'prompt = "{line.name} {self._said(5)} {line.phrase}."\nanswer = true',
            "short": lambda: f'prompt = "{prompt}"\nanswer = "{line.phrase}"\naccept = ["{accepted}"]',
            "number": lambda: f'prompt = "How many {self._said(4)} {line.name}?"\nanswer = {line.number}',
            "cloze": lambda: f'text = "{line.text[: -len(last)]}{{{{{last[:-1]}}}}}."',
            "match": lambda: (
                f'prompt = "Which {self._said(2)}?"\npairs = [\n  {{ left = "{line.name} {self._said(1)}", right = '
                f'"{line.phrase}", cite = ["c{at}"] }},\n  {{ left = "{beside.name} {self._said(1)}", right = '
                f'"{other}", cite = ["c{before}"] }},\n]'
            ),
            "order": lambda: (
                f'prompt = "In what order, {self._said(3)}?"\nitems = [\n  {{ text = "{line.phrase}", cite = ["c{at}"] '
                f'}},\n  {{ text = "{self._said(3)}", cite = ["c{at}"] }},\n  '
                f'{{ text = "{beside.phrase} {self._said(2)}", cite = ["c{before}"] }},\n]'
            ),
            "evidence": lambda: f'claim = "{line.name} {self._said(4)} {line.phrase} {self._said(2)}."',
        }
        kind = _KINDS[at % len(_KINDS)]
        cite = "" if kind in ("match", "order") else f'cite = ["c{at}"]\n'
        explain = f"It is the {self._said(8)} of {line.name} [@c{at}]."
        return (
            f'[[questions]]\nid = "q{at}"\ntype = "{kind}"\n{ways[kind]()}\nexplain = "{explain}"\n'
            f'hint = "{hint}"\n{cite}'
        )


def _phrases(sentence: str) -> Iterator[str]:
    """The runs of three words of a sentence without a mark or a number, the last ones first."""
    words = sentence.rstrip(".").split()
    runs = (words[at : at + 3] for at in range(len(words) - 3, -1, -1))
    return (" ".join(run) for run in runs if all(map(str.isalpha, run)))
