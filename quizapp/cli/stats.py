"""`quizapp stats`: what the app's Stats shows, in words or as JSON, and the questions that were flagged."""

import json
from argparse import Namespace
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from quizapp.cli.course import demand_course
from quizapp.cli.output import Output
from quizapp.cli.places import progress_path
from quizapp.cli.settings import demand_settings
from quizapp.cli.zone import LocalZone
from quizapp.content.library import Library, load
from quizapp.content.workspace import Workspace
from quizapp.errors import ExitStatus
from quizapp.quiz.attempt import Attempt, rfc3339
from quizapp.quiz.item import Item, all_items, renames
from quizapp.quiz.stats import Stats
from quizapp.quiz.stats_words import tell
from quizapp.store.progress import Progress
from quizapp.text.characters import show_line


def run(arguments: Namespace, output: Output) -> int:
    """Tells the stats; nothing is written.

    Raises:
        QuizappError: there is no such course, or the learner's file cannot be read.
    """
    course = demand_course(arguments.course)
    library = load(Workspace(course.root))
    path, retention = progress_path(), demand_settings(output).desired_retention
    with Progress.open(path, readonly=True, retention=retention) as progress:
        if arguments.flags:
            flags = _flags(library, progress.flags(library.course.id, arguments.learner))
            text = _flags_json(library, flags) if arguments.json else "".join(_tell_flags(flags))
            if not flags:
                output.say("quizapp: no question was flagged.")
        else:
            stats = progress.stats(library, arguments.learner, now=datetime.now(UTC), zone=LocalZone())
            text = _json(library, stats) if arguments.json else "".join(f"{line}\n" for line in tell(stats))
    output.write(text)
    return ExitStatus.FINE


@dataclass(frozen=True, slots=True)
class _Flagged:
    """A question that was flagged, once or more."""

    key: str
    times: int
    last: Attempt
    item: Item | None
    """None where the course no longer has it."""


def _flags(library: Library, attempts: Iterable[Attempt]) -> list[_Flagged]:
    """The flagged questions, the one flagged last first."""
    items, now = all_items(library), renames(library)
    found: dict[str, _Flagged] = {}
    for attempt in attempts:
        key = now.get(attempt.item, attempt.item)
        before = found.pop(key, None)
        found[key] = _Flagged(key, before.times + 1 if before else 1, attempt, items.get(key))
    return list(reversed(found.values()))


def _tell_flags(flags: Iterable[_Flagged]) -> Iterator[str]:
    for flagged in flags:
        when = flagged.last.at.astimezone(LocalZone())
        times = "" if flagged.times == 1 else f", {flagged.times} times"
        prompt = _prompt(flagged) or "this question is no longer in the course"
        yield f"{show_line(flagged.key)}  ({when:%Y-%m-%d}{times})\n  {show_line(prompt)}\n"


def _prompt(flagged: _Flagged) -> str:
    """What it asks; of a cloze without a prompt, its text."""
    if flagged.item is None:
        return ""
    return flagged.item.prompt or getattr(flagged.item.question, "text", "")


def _flags_json(library: Library, flags: Iterable[_Flagged]) -> str:
    listed = [
        {
            "item": flagged.key,
            "times": flagged.times,
            "last": rfc3339(flagged.last.at),
            "known": flagged.item is not None,
            "prompt": _prompt(flagged),
        }
        for flagged in flags
    ]
    return _dumps({"version": 1, "course": library.course.id, "flags": listed})


def _json(library: Library, stats: Stats) -> str:
    found = stats.tally
    return _dumps(
        {
            "version": 1,
            "course": library.course.id,
            "today": stats.today.isoformat(),
            "answers": found.answers,
            "days": [
                {"day": (stats.first + timedelta(days=place)).isoformat(), "answers": count}
                for place, count in enumerate(stats.days)
                if count
            ],
            "calibration": {
                "sure": {"right": found.sure_right, "wrong": found.sure_wrong},
                "not_sure": {"right": found.unsure_right, "wrong": found.unsure_wrong},
            },
            "memory": {
                "questions": stats.all.items,
                "answered": stats.all.known,
                "recall": _share(stats.all.recall, stats.all.known),
            },
            "topics": [
                {
                    "id": topic.id or None,
                    "name": topic.name or None,
                    "questions": topic.items,
                    "answered": topic.known,
                    "recall": _share(topic.recall, topic.known),
                }
                for topic in stats.topics
            ],
            "due": [
                {"day": (stats.today + timedelta(days=place)).isoformat(), "questions": count}
                for place, count in enumerate(stats.due)
            ],
            "later": stats.later,
        }
    )


def _share(recall: float, known: int) -> float | None:
    return round(recall, 4) if known else None


def _dumps(value: object) -> str:
    return json.dumps(value, indent=2) + "\n"
