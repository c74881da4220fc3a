"""The tables of the learner's file, as numbered migrations.

The log of attempts is the truth; triggers keep it append-only. `memory` and `activity` cache folds over it, and
`folding` says with which desired retention.
Times are microseconds since 1970 in UTC; an unnamed learner is the empty text; what is true is 1.
"""

APPLICATION_ID = 0x51555A61
"""Marks an SQLite file as one of ours."""

NEVER_DELETED = """
CREATE TRIGGER attempts_are_never_deleted BEFORE DELETE ON attempts
BEGIN SELECT RAISE(ABORT, 'the log of attempts is append-only'); END
"""
"""Only where a learner asks to be forgotten is it set aside, within one transaction."""

ADDED_ONCE = """
CREATE TRIGGER attempts_are_added_once BEFORE INSERT ON attempts
WHEN EXISTS (SELECT 1 FROM attempts WHERE id = NEW.id)
BEGIN SELECT RAISE(IGNORE); END
"""
"""An id that is known is passed over, and so REPLACE replaces nothing."""

BY_ITEM = "CREATE INDEX attempts_by_item ON attempts (learner, course, item)"
EVER = 2**63 - 1
"""The quarter of `activity` that stands for all of them."""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """
        CREATE TABLE attempts (
            id TEXT NOT NULL PRIMARY KEY,
            course TEXT NOT NULL,
            item TEXT NOT NULL,
            at INTEGER NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('answer', 'undo', 'flag')),
            response TEXT NOT NULL,
            correct INTEGER CHECK (correct IN (0, 1)),
            parts TEXT NOT NULL,
            sure INTEGER NOT NULL CHECK (sure IN (0, 1)),
            hints INTEGER NOT NULL,
            seconds REAL NOT NULL,
            fingerprint TEXT NOT NULL,
            learner TEXT NOT NULL,
            target TEXT,
            counts INTEGER NOT NULL CHECK (counts IN (0, 1)),
            sitting TEXT NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
        BY_ITEM,
        "CREATE INDEX attempts_by_sitting ON attempts (sitting)",
        "CREATE INDEX attempts_by_target ON attempts (target) WHERE target IS NOT NULL",
        """
        CREATE TRIGGER attempts_are_never_changed BEFORE UPDATE ON attempts
        BEGIN SELECT RAISE(ABORT, 'the log of attempts is append-only'); END
        """,
        NEVER_DELETED,
        ADDED_ONCE,
        """
        CREATE TABLE memory (
            learner TEXT NOT NULL,
            course TEXT NOT NULL,
            item TEXT NOT NULL,
            stability REAL NOT NULL,
            difficulty REAL NOT NULL,
            due INTEGER NOT NULL,
            last INTEGER NOT NULL,
            reps INTEGER NOT NULL,
            lapses INTEGER NOT NULL,
            PRIMARY KEY (learner, course, item)
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX memory_by_due ON memory (learner, course, due)",
        """
        CREATE TABLE renames (
            course TEXT NOT NULL,
            was TEXT NOT NULL,
            item TEXT NOT NULL,
            PRIMARY KEY (course, was)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE sittings (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            learner TEXT NOT NULL,
            course TEXT NOT NULL,
            state TEXT NOT NULL
        ) STRICT
        """,
    ),
    (
        # Answers that no undo has taken back, by the quarter of an hour since 1970 in which they were given.
        """
        CREATE TABLE activity (
            learner TEXT NOT NULL,
            course TEXT NOT NULL,
            quarter INTEGER NOT NULL,
            answers INTEGER NOT NULL,
            PRIMARY KEY (learner, course, quarter)
        ) STRICT, WITHOUT ROWID
        """,
        """
        INSERT INTO activity
        SELECT learner, course, at / 900000000, count(*)
        FROM attempts AS answer WHERE kind = 'answer'
        AND NOT EXISTS (SELECT 1 FROM attempts AS undo WHERE undo.target = answer.id AND undo.kind = 'undo')
        GROUP BY learner, course, at / 900000000
        """,
        # All of them: `answers`; the others are those that count for memory.
        """
        CREATE TABLE tallies (
            learner TEXT NOT NULL,
            course TEXT NOT NULL,
            answers INTEGER NOT NULL,
            sure_right INTEGER NOT NULL,
            sure_wrong INTEGER NOT NULL,
            unsure_right INTEGER NOT NULL,
            unsure_wrong INTEGER NOT NULL,
            PRIMARY KEY (learner, course)
        ) STRICT, WITHOUT ROWID
        """,
        """
        INSERT INTO tallies
        SELECT learner, course, count(*), sum(counts AND correct AND sure), sum(counts AND NOT correct AND sure),
        sum(counts AND correct AND NOT sure), sum(counts AND NOT correct AND NOT sure)
        FROM attempts AS answer WHERE kind = 'answer'
        AND NOT EXISTS (SELECT 1 FROM attempts AS undo WHERE undo.target = answer.id AND undo.kind = 'undo')
        GROUP BY learner, course
        """,
        "CREATE INDEX attempts_that_flag ON attempts (learner, course) WHERE kind = 'flag'",
    ),
    (
        # What the dates in `memory` were worked out with.
        """
        CREATE TABLE folding (
            name TEXT NOT NULL PRIMARY KEY,
            value REAL NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
        "INSERT INTO folding VALUES ('desired_retention', 0.9)",
    ),
    (
        # A sitting that was left names its answers; an answer is kept sooner with an index less.
        "DROP INDEX attempts_by_sitting",
        "DROP TABLE activity",
        "DROP TABLE tallies",
        # Answers that no undo has taken back, by the quarter of an hour since 1970 in which they were given, and last
        # their sum. It stands beside the newest quarter, mostly on one page with it, so that an answer writes one.
        # All of them: `answers`; the others are those that count for memory.
        """
        CREATE TABLE activity (
            learner TEXT NOT NULL,
            course TEXT NOT NULL,
            quarter INTEGER NOT NULL,
            answers INTEGER NOT NULL,
            sure_right INTEGER NOT NULL,
            sure_wrong INTEGER NOT NULL,
            unsure_right INTEGER NOT NULL,
            unsure_wrong INTEGER NOT NULL,
            PRIMARY KEY (learner, course, quarter)
        ) STRICT, WITHOUT ROWID
        """,
        """
        INSERT INTO activity
        SELECT learner, course, at / 900000000, count(*),
        sum(counts AND correct AND sure), sum(counts AND NOT correct AND sure),
        sum(counts AND correct AND NOT sure), sum(counts AND NOT correct AND NOT sure)
        FROM attempts AS answer WHERE kind = 'answer'
        AND NOT EXISTS (SELECT 1 FROM attempts AS undo WHERE undo.target = answer.id AND undo.kind = 'undo')
        GROUP BY learner, course, at / 900000000
        """,
        """
        INSERT INTO activity
        SELECT learner, course, 9223372036854775807, sum(answers),
        sum(sure_right), sum(sure_wrong), sum(unsure_right), sum(unsure_wrong)
        FROM activity GROUP BY learner, course
        """,
    ),
)
"""Migration n leads from schema n - 1 to schema n; none is ever changed once released."""
