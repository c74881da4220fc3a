"""Two weeks of a learner's life with a clock of its own: what the app says is what the log alone adds up to."""

import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from quizapp.content.library import Library, load
from quizapp.content.workspace import Workspace
from quizapp.quiz import session as sessions
from quizapp.quiz.attempt import Attempt, uuid7
from quizapp.quiz.item import Item, items_of
from quizapp.quiz.kept import dump
from quizapp.quiz.outline import SessionKind
from quizapp.quiz.queues import due
from quizapp.quiz.session import Session
from quizapp.store.progress import Progress
from quizapp.store.transfer import export_log, import_log
from tests.quiz.samples import NOW
from tests.reference import fold
from tests.tui.conftest import right_response
from tests.tui.learner import wrong_response

COURSE = Path(__file__).parent / "tui" / "course"
ZONE = ZoneInfo("America/New_York")  # summer time began there in these two weeks, at the end of the first day
START = datetime(2022, 3, 12, 23, 30, tzinfo=ZONE).astimezone(NOW.tzinfo)


@dataclass
class Life:
    """A learner who answers, undoes, flags, leaves, and comes back; what was recorded is remembered here too."""

    library: Library
    progress: Progress
    now: datetime = START
    chance: random.Random = field(default_factory=lambda: random.Random(14))  # noqa: S311 - no secret
    given: list[Attempt] = field(default_factory=list)

    def id(self) -> str:
        self.now += timedelta(seconds=self.chance.randrange(3, 90))
        return uuid7(self.now, self.chance)

    def record(self, session: Session, attempt: Attempt) -> None:
        self.given.append(attempt)
        self.progress.record(attempt, dump(session))

    def sit(self, items: tuple[Item, ...], kind: SessionKind) -> None:
        session = sessions.start(items, sitting=self.id(), title=kind, kind=kind, seed=3, now=self.now)
        while not session.finished:
            if self.chance.random() < 0.05:
                session = sessions.skip(session, now=self.now)
                continue
            if self.chance.random() < 0.2:
                session = sessions.hint(session)
            task = sessions.task(session, self.library)
            right = self.chance.random() < 0.7
            session, attempt = sessions.answer(
                session,
                self.library,
                right_response(task) if right else wrong_response(task),
                sure=self.chance.random() < 0.8,
                now=self.now,
                attempt_id=self.id(),
            )
            assert attempt.correct is right
            self.record(session, attempt)
            if self.chance.random() < 0.1:
                self.record(session, sessions.flag(session, self.library, now=self.now, attempt_id=self.id()))
            if self.chance.random() < 0.15:
                session, undo = sessions.undo(session, now=self.now, attempt_id=self.id())
                self.record(session, undo)
            else:
                session = sessions.advance(session, now=self.now)
        self.progress.close_sitting(session.sitting)

    def counted(self) -> list[Attempt]:
        """The answers that stand, found in the plainest way."""
        undone = {attempt.target for attempt in self.given if attempt.kind == "undo"}
        return [a for a in self.given if a.kind == "answer" and a.id not in undone]


def test_two_weeks(tmp_path: Path) -> None:
    library = load(Workspace(COURSE))
    with Progress.open(tmp_path / "progress.sqlite3") as progress:
        life = Life(library, progress)
        for day in range(14):
            life.now = START + timedelta(days=day, minutes=life.chance.randrange(60))
            check(life)
            waiting = due(progress.due(library.course.id, None, life.now), library)
            if waiting and day % 5:
                life.sit(waiting, "review")
            if day % 4 == 0 and day // 4 < len(library.lessons):
                life.sit(items_of(library, library.lessons[day // 4]), "lesson")
            check(life)
        assert {a.kind for a in life.given} == {"answer", "undo", "flag"}
        assert len({a.at.astimezone(ZONE).date() for a in life.counted()}) > 5
        assert list(progress.log()) == sorted(life.given, key=lambda a: (a.at, a.id))
        with Progress.open(tmp_path / "other.sqlite3") as other, (tmp_path / "log.jsonl").open("w+b") as file:
            file.writelines(line.encode() for line in export_log(progress.log()))
            file.seek(0)
            assert import_log(other, file) == (len(life.given), len(life.given))
            life.progress = other
            check(life)


def check(life: Life) -> None:
    """All that is said of the learner now, against the log."""
    course, standing = life.library.course.id, life.counted()
    by_item: dict[str, list[Attempt]] = {}
    for attempt in standing:
        if attempt.counts:
            by_item.setdefault(attempt.item, []).append(attempt)
    memories = {item: memory for item, attempts in by_item.items() if (memory := fold(attempts))}
    assert life.progress.memories(course) == memories
    waiting = [item for item, memory in memories.items() if memory.due <= life.now]
    assert set(life.progress.due(course, None, life.now)) == set(waiting)

    stats = life.progress.stats(life.library, None, now=life.now, zone=ZONE)
    days = Counter(attempt.at.astimezone(ZONE).date() for attempt in standing)
    told = {stats.first + timedelta(days=n): count for n, count in enumerate(stats.days) if count}
    assert told == days
    cells = Counter((attempt.sure, attempt.correct) for attempt in standing if attempt.counts)
    assert stats.tally == (
        len(standing), cells[True, True], cells[True, False], cells[False, True], cells[False, False],
    )  # fmt: skip
    today = life.now.astimezone(ZONE).date()
    dues = Counter(max(memory.due.astimezone(ZONE).date(), today) for memory in memories.values())
    assert [dues[today + timedelta(days=n)] for n in range(len(stats.due))] == list(stats.due)
    assert stats.later == len(memories) - sum(stats.due)
    flagged = [attempt.item for attempt in life.given if attempt.kind == "flag"]
    assert [attempt.item for attempt in life.progress.flags(course)] == flagged
