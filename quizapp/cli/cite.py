"""`quizapp cite`: the sentences nearest to a phrase, each with a citation to paste."""

import json
import textwrap
from argparse import Namespace
from collections.abc import Iterable

from quizapp.authoring.find import Found, find
from quizapp.cli.course import demand_course
from quizapp.cli.output import Output
from quizapp.cli.parser import suggest
from quizapp.cli.reading import load_waiting
from quizapp.content.library import Library
from quizapp.content.source import Source
from quizapp.diagnostics import Severity
from quizapp.errors import ExitStatus, QuizappError
from quizapp.text.characters import show, show_line
from quizapp.text.similar import LONGEST

_WIDTH = 78


def run(arguments: Namespace, output: Output) -> int:
    """Finds sentences; finding none is no failure.

    Raises:
        QuizappError: there is no such course or source, or the phrase holds no word or too many.
    """
    course = demand_course(arguments.course)
    phrase = " ".join(arguments.text)
    if not any(letter.isalnum() for letter in phrase):
        raise QuizappError("TEXT holds no word to look for.", "`quizapp cite three days`", ExitStatus.USAGE)
    if len(phrase) > LONGEST:
        message = f"TEXT has {len(phrase)} characters; {LONGEST} is the most that is looked for."
        raise QuizappError(message, "Give one sentence of it, or a few words.", ExitStatus.USAGE)
    library = load_waiting(course.root, output)
    sources = _sources(library, arguments.source, output)
    found = find(sources, phrase)
    if arguments.json:
        output.write(_json(phrase, found))
    else:
        output.write("\n".join(_text(one, output) for one in found))
    if not found:
        output.say(f"quizapp: no sentence comes near “{show_line(phrase)}”.")
    elif not found[0].exact:
        output.say("quizapp: no sentence says it in these words; the nearest stand above.")
    return ExitStatus.FINE


def _sources(library: Library, wanted: str | None, output: Output) -> Iterable[Source]:
    """The sources to look in: those that can be cited."""
    broken = {d.location.file for d in library.diagnostics if d.location and d.severity is Severity.ERROR}
    if wanted is not None and wanted not in library.sources and f"seeds/{wanted}.md" not in broken:
        raise QuizappError(
            f"there is no source “{wanted}”{suggest(wanted, library.sources)}",
            f"The sources are: {', '.join(library.sources) or 'none'}.",
            ExitStatus.USAGE,
        )
    for file in sorted(file for file in broken if file.startswith("seeds/")):
        output.say(f"quizapp: {show_line(file)} has errors and cannot be cited; `quizapp check` shows them.")
    return [
        source
        for slug, source in library.sources.items()
        if source.file not in broken and (wanted is None or slug == wanted)
    ]


def _text(found: Found, output: Output) -> str:
    """The table to paste, under a comment that shows what it cites: all of it is TOML."""
    text = " ".join(show(line.text) for line in found.evidence.sentences)
    wrapped = textwrap.wrap(
        text, _WIDTH, initial_indent="#   ", subsequent_indent="#   ", break_long_words=False, break_on_hyphens=False
    )
    part = "" if found.citation.part == "sentence" else f" ({found.citation.part})"
    head = output.paint("place", f"# {found.evidence.address}{part}")
    return "\n".join((head, *(output.paint("faint", show_line(line)) for line in wrapped), found.toml))


def _json(phrase: str, found: Iterable[Found]) -> str:
    listed = [
        {
            "address": one.evidence.address,
            "source": one.citation.source,
            "sentences": [line.number for line in one.evidence.sentences if line.number],
            "text": " ".join(line.text for line in one.evidence.sentences),
            "part": one.citation.part,
            "exact": one.exact,
            "score": round(one.score, 1),
            "name": one.citation.name,
            "quote": one.citation.quote,
            "at": one.citation.at,
            "toml": one.toml,
        }
        for one in found
    ]
    return json.dumps({"version": 1, "text": phrase, "found": listed}, indent=2) + "\n"
