"""`quizapp stats`: what the app's Stats shows, in words or as JSON, and the questions that were flagged.

It writes only where a flag is taken back.
"""

import json
from argparse import Namespace
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import SystemRandom

from quizapp.cli.course import demand_course
from quizapp.cli.output import Output
from quizapp.cli.places import progress_path
from quizapp.cli.reading import load_waiting
from quizapp.cli.settings import demand_settings
from quizapp.cli.zone import LocalZone
from quizapp.content.library import Library
from quizapp.errors import ExitStatus, QuizappError
from quizapp.quiz.attempt import Attempt, rfc3339, uuid7
from quizapp.quiz.item import Item, all_items, renames
from quizapp.quiz.stats import Stats
from quizapp.quiz.stats_words import tell
from quizapp.store.flags import take_back
from quizapp.store.progress import Progress
from quizapp.text.characters import show_line


def run(arguments: Namespace, output: Output) -> int:
    """Tells the stats, or the flags, or takes one of them back.

    Raises:
        QuizappError: the words do not go together, there is no such course or flag, or the learner's file cannot be
            read, or written.
    """
    if arguments.unflag is not None and (arguments.flags or arguments.json):
        raise QuizappError("`--unflag` stands alone.", "Try `quizapp stats --help`.", ExitStatus.USAGE)
    course = demand_course(arguments.course)
    library = load_waiting(course.root, output)
    if arguments.unflag is not None:
        _unflag(library, arguments.unflag, arguments.learner, output)
        return ExitStatus.FINE
    path, retention = progress_path(), demand_settings(output).desired_retention
    with Progress.open(path, readonly=True, retention=retention) as progress:
        if arguments.flags:
            flags = _flags(library, progress.flags(library.course.id, arguments.learner))
            text = _flags_json(library, flags) if arguments.json else "".join(_tell_flags(flags))
            if not flags:
                output.say("quizapp: no question was flagged.")
            elif not arguments.json:
                output.say("quizapp: to take a flag back: f at its question, or `quizapp stats --unflag QUESTION`.")
        else:
            stats = progress.stats(library, arguments.learner, now=datetime.now(UTC), zone=LocalZone())
            text = _json(library, stats) if arguments.json else "".join(f"{line}\n" for line in tell(stats))
    output.write(text)
    return ExitStatus.FINE


@dataclass(frozen=True, slots=True)
class _Flagged:
    """A question that was flagged, once or more."""

    key: str
    flags: list[Attempt]
    """The last one last."""
    item: Item | None
    """None where the course no longer has it."""

    @property
    def last(self) -> Attempt:
        """The flag that was set last."""
        return self.flags[-1]


def _flags(library: Library, attempts: Iterable[Attempt]) -> list[_Flagged]:
    """The flagged questions, the one flagged last first."""
    items, now = all_items(library), renames(library)
    found: dict[str, list[Attempt]] = {}
    for attempt in attempts:
        key = now.get(attempt.item, attempt.item)
        found[key] = found.pop(key, [])
        found[key].append(attempt)
    return [_Flagged(key, flags, items.get(key)) for key, flags in reversed(found.items())]


def _unflag(library: Library, question: str, learner: str | None, output: Output) -> None:
    with Progress.open(progress_path(), readonly=True) as progress:
        flagged = _flags(library, progress.flags(library.course.id, learner))
    one = next((one for one in flagged if question in {one.key, show_line(one.key)}), None)
    if one is None:
        raise QuizappError(
            f"no question “{show_line(question)}” was flagged.",
            "`quizapp stats --flags` lists those that were.",
            ExitStatus.USAGE,
        )
    now, chance = datetime.now(UTC), SystemRandom()
    with Progress.open(progress_path()) as progress:
        take_back(progress, one.flags, now=now, new_id=lambda: uuid7(now, chance))
    output.say(f"quizapp: “{show_line(one.key)}” is flagged no more.")


def _tell_flags(flags: Iterable[_Flagged]) -> Iterator[str]:
    for flagged in flags:
        when = flagged.last.at.astimezone(LocalZone())
        times = "" if len(flagged.flags) == 1 else f", {len(flagged.flags)} times"
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
            "times": len(flagged.flags),
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
