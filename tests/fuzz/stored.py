"""What must hold whatever stands in the files that quizapp keeps, and whatever a learner types, from bytes.

The first byte says what the others are: a progress file, settings, changes to the learner's file or one of other bytes,
lines typed in plain mode, the kept outline, a sitting that was left. All of them say which command meets the file.
"""

import io
import json
import random
import sqlite3
import struct
from collections.abc import Callable
from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from zlib import crc32

from quizapp.cli.kept_outline import KeptOutline
from quizapp.content.library import Library, load
from quizapp.content.workspace import Workspace
from quizapp.errors import QuizappError
from quizapp.plain import run_plain
from quizapp.quiz.attempt import from_record
from quizapp.quiz.kept import restore
from quizapp.quiz.outline import answers_in, left_quiz, outline_of
from quizapp.settings.reading import read_settings
from quizapp.settings.writing import keep_theme
from quizapp.store.lines import row_of_line
from quizapp.store.progress import Progress
from quizapp.store.rescue import Rescue
from quizapp.store.rows import row_of
from quizapp.store.transfer import BadFile, export_log, import_log
from quizapp.text.characters import all_forbidden
from quizapp.tui.remap import read_keys
from tests.faults import a_life
from tests.faults.commands import TINY, ran
from tests.plain.conversation import Clock

_LESSONS = (None, "first-winter", "after")
SHORTEST = 2


def stored(data: bytes) -> None:
    """One file or another, whole or damaged, or what is typed."""
    if len(data) < SHORTEST:
        return
    with TemporaryDirectory(prefix="quizapp-fuzz-") as folder:
        _KINDS[data[0] % len(_KINDS)](Path(folder), data[1:])


def _demand_shown(said: str) -> None:
    assert not all_forbidden(said), [hex(ord(said[at])) for at in all_forbidden(said)]


def _open(path: Path) -> Progress:
    progress = Progress.open(path)
    progress._connection.execute("PRAGMA synchronous = OFF")  # what is on disk is another test's concern
    return progress


def _import(folder: Path, data: bytes) -> None:
    """All of a progress file is taken in, once, or nothing; a line is read quickly as it is read closely."""
    for line in data.splitlines():
        quick = row_of_line(line)
        if quick is not None:
            assert row_of(from_record(json.loads(line))) == quick, line
    with closing(_open(folder / "progress.sqlite3")) as progress:
        try:
            read, new = import_log(progress, io.BytesIO(data))
        except BadFile as bad:
            assert progress.count() == 0
            for found in bad.lines:
                assert found.reason
        else:
            assert new <= read
            assert progress.count() == new
            assert progress.faults() == ()
            written = "".join(export_log(progress.log()))
            _demand_shown(written)
            assert import_log(progress, io.BytesIO(written.encode())) == (new, 0)
            for course in {attempt.course for attempt in progress.log()}:
                progress.memories(course)
    file = folder / "file.jsonl"
    file.write_bytes(data)
    done = ran(folder, "progress", "import", str(file))
    assert done.status in {0, 3}
    _demand_shown(done.out + done.err)


def _settings(folder: Path, data: bytes) -> None:
    """Every mistake has a place, and a file that has one is not written."""
    path = folder / "settings.toml"
    path.write_bytes(data)
    found = read_settings(path, read_keys)
    for problem in found.problems:
        assert problem.location is not None
        if found.document is not None:
            problem.location.place_in(found.document)
    try:
        keep_theme(path, "light", read_keys)
    except QuizappError as error:
        assert path.read_bytes() == data
        _demand_shown(str(error))
    else:
        assert not found.problems
        again = read_settings(path, read_keys)
        assert not again.problems
        assert again.settings.theme == "light"


def _database(folder: Path, data: bytes) -> None:
    """Damaged, every command says so, and it stays as it is; what can be read of it is saved."""
    whole = bytearray(a_life.file())
    if data[0] % 8 == 0:
        whole = bytearray(data[1:])
    else:
        at = 1
        while at + 5 <= len(data):
            place, size, kind = struct.unpack_from("<HBH", data, at)
            at += 5
            where = place if kind % 3 else place * 4096 % len(whole) + place % 130
            patch = data[at : at + size % 24]
            at += len(patch)
            whole[where : where + len(patch)] = patch
    path = folder / "progress.sqlite3"
    path.write_bytes(whole)
    done = ran(folder, *(("doctor",), ("stats",), ("progress", "export"))[crc32(data) % 3])
    assert done.status in {0, 3}
    assert done.status == 0 or done.err or done.out
    _demand_shown(done.out + done.err)
    assert path.read_bytes() == whole
    try:
        _demand_shown("".join(export_log(Rescue(path).attempts())))
    except QuizappError as error:
        _demand_shown(str(error))
    done = ran(folder, "learn", "first-winter", "--plain", stdin=":k\nevery four hours\n:q\n")
    assert done.status in {0, 3}
    _demand_shown(done.out + done.err)


def _typed(folder: Path, data: bytes) -> None:
    """Whatever is typed, what is said can be shown, and what was answered is kept and can be gone on with."""
    library = _library()
    lesson = library.lesson(_LESSONS[data[0] % len(_LESSONS)] or "")
    typed = data[1:].decode("utf-8", "surrogateescape")
    clock = Clock()
    for _ in range(2):  # once more, on what was kept
        out = io.StringIO()
        with closing(_open(folder / "progress.sqlite3")) as progress:
            status = run_plain(
                library, progress, lesson=lesson, review=data[0] % 7 == 0, stdin=io.StringIO(typed), stdout=out,
                clock=clock, random=random.Random(7), seed=7, columns=20 + data[0] % 100,  # noqa: S311 - a shuffle
            )  # fmt: skip
            assert status == 0
            assert progress.faults() == ()
            said = out.getvalue()
            _demand_shown(said)
            answers = [attempt for attempt in progress.log() if attempt.kind == "answer"]
            assert answers or "\nRight.\n" not in said
            "".join(export_log(answers)).encode()


def _outline(folder: Path, data: bytes) -> None:
    """A kept outline is one, or as if it were not there."""
    kept = KeptOutline(folder, TINY)
    file = folder / "outline.json"
    file.write_bytes(b'{"of": ' + json.dumps(kept._of).encode() + b', "outline": ' + data + b"}")
    outline = kept.read()
    if outline is not None:
        for lesson in outline.lessons:
            assert isinstance(lesson.slug, str)
            assert all(isinstance(item, str) for item in lesson.items)
        kept.write(outline)
        assert kept.read() == outline


def _sitting(folder: Path, data: bytes) -> None:
    """A sitting that was left is gone on with, or told to be none; nothing raises."""
    path = folder / "progress.sqlite3"
    path.write_bytes(a_life.file())
    try:
        state_of_it = data.decode()
    except UnicodeDecodeError:
        state_of_it = data.decode("latin-1")
    with closing(sqlite3.connect(path)) as connection:
        (last,) = connection.execute("SELECT id FROM sittings WHERE learner = '' ORDER BY number DESC").fetchone()
        connection.execute("DELETE FROM sittings WHERE id != ?", (last,))
        connection.execute("UPDATE sittings SET id = ?, state = ?", (_identity(data) or last, state_of_it))
        connection.commit()
    library = _library()
    with closing(_open(path)) as progress:
        try:
            states = progress.open_sittings(library.course.id)
        except QuizappError as error:
            _demand_shown(str(error))
            states = ()
        for state in states:
            left_quiz(state, outline_of(library))
            session = restore(state, library, progress.known(answers_in(state)), now=Clock().now)
            if session is not None:
                progress.amend(state)
    words = (("doctor",), ("learn", "first-winter", "--plain"), ("learn", "--plain"))[crc32(data) % 3]
    done = ran(folder, *words, stdin="1\n:k\nevery four hours\n:u\n:q\n")
    assert done.status in {0, 3}
    _demand_shown(done.out + done.err)


def _identity(data: bytes) -> str | None:
    """What a sitting's state says that it is."""
    try:
        found = json.loads(data)["sitting"]
        if isinstance(found, str):
            found.encode()
            return found
    except (ValueError, LookupError, TypeError, RecursionError):
        pass
    return None


_KINDS: tuple[Callable[[Path, bytes], None], ...] = (_import, _settings, _database, _typed, _outline, _sitting)


@cache
def _library() -> Library:
    return load(Workspace(TINY))


def seeds() -> tuple[bytes, ...]:
    """One of each kind."""
    exported = list(export_log(a_life.log()))
    outline = json.dumps(outline_of(_library()))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "progress.sqlite3"
        path.write_bytes(a_life.file())
        with closing(sqlite3.connect(path)) as connection:
            states = [state for (state,) in connection.execute("SELECT state FROM sittings")]
    settings = (
        'theme = "dark" # why\nreduced_motion = true\ndesired_retention = 0.9\nnew_per_day = 20\n'
        'reviews_per_day = 200\n[keys]\n"lesson.next" = "x"\nquiz.hint = "f7"\n'
    )
    typed = (
        "1\n:k\n:k\nevery four hours\n:n\n1\n:u\n2\n:s\n:h\n:f\n1 2\na\n\n:b\nr\n\n:q\n",
        "s\n1\n2\n:b\ng\n1\n/light\nt\n",
    )
    patches = [struct.pack("<HBH", place, 4, 1) for place in (16, 60, 100, 4096, 9000)]
    return (
        *(b"\x00" + "".join([exported[0], *exported[at : at + 6]]).encode() for at in (1, 9, 40, 90)),
        *(b"\x00" + "".join([exported[0], line]).encode() for line in exported[1:8]),
        b"\x01" + settings.encode(),
        *(b"\x02\x01" + patch + b"\xff\x00\x80\x7f" for patch in patches),
        b"\x02\x00" + a_life.file()[:12288],
        *(b"\x03" + bytes([lesson]) + line.encode() for lesson in (0, 1, 2, 7) for line in typed),
        b"\x04" + outline.encode(),
        *(b"\x05" + state.encode() for state in states[:4]),
    )  # fmt: skip
