"""`quizapp coverage`: what of the sources is taught and quizzed, and what is not."""

import json
from argparse import Namespace
from collections.abc import Iterator

from quizapp.authoring.coverage import Coverage, EntryCoverage, SourceCoverage, coverage
from quizapp.cli.course import demand_course
from quizapp.cli.output import Output
from quizapp.cli.reading import load_waiting
from quizapp.errors import ExitStatus
from quizapp.text.characters import show_line
from quizapp.text.counting import counted

_WIDTH = 100


def run(arguments: Namespace, output: Output) -> int:
    """Reports what sound lessons cover.

    Raises:
        QuizappError: there is no such course.
    """
    course = demand_course(arguments.course)
    library = load_waiting(course.root, output)
    with output.status("Looking for") as told:
        found = coverage(library, told)
    output.write(_json(library.course.id, found) if arguments.json else "\n".join(_text(found)) + "\n")
    for lesson in library.broken:
        output.say(f"quizapp: {lesson.file} has errors, so it covers nothing; `quizapp check` shows them.")
    return ExitStatus.FINE


def _text(found: Coverage) -> Iterator[str]:
    for source in found.sources:
        yield f"{source.source.slug}: {_summary(source)}"
        for line in source.sentences:
            address = f"{source.source.slug}:{line.sentence.number}"
            how = f"{'taught' * line.taught:6} {'quizzed' * line.quizzed:7}"
            yield _cut(f"  {address:18} {how}  {show_line(line.sentence.text)}")
        yield ""
    if found.entries:
        taught = sum(bool(entry.lessons) for entry in found.entries)
        quizzed = sum(bool(entry.questions) for entry in found.entries)
        yield f"glossary: {len(found.entries)} entries, {taught} taught, {quizzed} quizzed"
        for entry in found.entries:
            yield _cut(f"  {entry.id:24} {_counted(entry):26} {show_line(entry.name)}")
        yield ""
    sentences = [line for source in found.sources for line in source.sentences]
    taught, quizzed = sum(line.taught for line in sentences), sum(line.quizzed for line in sentences)
    neither = sum(not (line.taught or line.quizzed) for line in sentences)
    yield f"in all: {_shares(len(sentences), taught, quizzed, neither)}"


def _summary(source: SourceCoverage) -> str:
    return _shares(len(source.sentences), source.taught, source.quizzed, source.neither)


def _shares(count: int, taught: int, quizzed: int, neither: int) -> str:
    parts = ((taught, "taught"), (quizzed, "quizzed"), (neither, "neither"))
    shares = ", ".join(f"{part} {word} ({round(100 * part / (count or 1))} %)" for part, word in parts)
    return f"{counted(count, 'sentence')}, {shares}"


def _counted(entry: EntryCoverage) -> str:
    return f"{counted(len(entry.lessons), 'lesson')}, {counted(len(entry.questions), 'question')}"


def _cut(line: str) -> str:
    return line.rstrip() if len(line) <= _WIDTH else f"{line[: _WIDTH - 1].rstrip()}…"


def _json(course: str, found: Coverage) -> str:
    sources = [
        {
            "source": source.source.slug,
            "name": source.source.name,
            "sentences": len(source.sentences),
            "taught": source.taught,
            "quizzed": source.quizzed,
            "neither": source.neither,
            "lines": [
                {
                    "number": line.sentence.number,
                    "taught": line.taught,
                    "quizzed": line.quizzed,
                    "text": line.sentence.text,
                }
                for line in source.sentences
            ],
        }
        for source in found.sources
    ]
    glossary = [
        {
            "id": entry.id,
            "kind": entry.kind,
            "name": entry.name,
            "lessons": list(entry.lessons),
            "questions": list(entry.questions),
        }
        for entry in found.entries
    ]
    return json.dumps({"version": 1, "course": course, "sources": sources, "glossary": glossary}, indent=2) + "\n"
