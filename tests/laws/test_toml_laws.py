"""A text that is read quickly is read as `tomli` reads it: the same data in the same order, or both refuse it.

`QUIZAPP_EXAMPLES=5000` tries harder.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quizapp.text.document import MANY, Document, TomlError
from tests.strategies import toml_texts

EXAMPLES = int(os.environ.get("QUIZAPP_EXAMPLES", "100"))
LESSONS = sorted((Path(__file__).parents[2] / "lessons").glob("*.toml"))
SIGNS = st.sampled_from(
    ["[", "]", "{", "}", '"', '"""', "'", "'''", "\\", "#", "=", ".", ",", "\n", "\r", " ", "_", "\x00"]
)


def _outcome(document: Document) -> tuple[object, ...]:
    """What is read: its text shows the types, the order and the sign of a zero; or what is wrong with it, and where."""
    try:
        return repr(document.data()), document.numbers_fit
    except TomlError as error:
        return error.kind, error.message, error.span


def _agree(text: str) -> bool:
    """Whether a text was read quickly; fails where `tomli` alone reads something else."""
    expected = _outcome(Document("x.toml", text))
    assert _outcome(Document("x.toml", text, one_of=MANY)) == expected
    return len(expected) == 2


@settings(max_examples=EXAMPLES)
@given(toml_texts())
@example("a = 99999999999999999999\nb = 1e400")
@example("a = " + "9" * 4200)
@example("a = " + "9" * 4400)
@example("a = " + "[" * 99 + "]" * 99)
@example("a = " + "[" * 101 + "]" * 101)
@example("a = " + "[" * 300 + "]" * 300)
@example("a" + ".b" * 99 + " = 1")
@example("a" + ".b" * 1500 + " = 1")
def test_a_text_is_read_as_tomli_reads_it(text: str) -> None:
    _agree(text)


@settings(max_examples=EXAMPLES)
@given(st.text())
def test_any_text_is_read_as_tomli_reads_it(text: str) -> None:
    _agree(text)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_the_shipped_lessons_are_read_as_tomli_reads_them(lesson: Path) -> None:
    assert _agree(lesson.read_text(encoding="utf-8"))


@settings(max_examples=EXAMPLES)
@given(lesson=st.sampled_from(LESSONS), data=st.data())
def test_an_edited_lesson_is_read_as_tomli_reads_it(lesson: Path, data: st.DataObject) -> None:
    text = lesson.read_text(encoding="utf-8")
    for _ in range(data.draw(st.integers(1, 4))):
        here = data.draw(st.integers(0, len(text)))
        there = here + data.draw(st.sampled_from([0, 0, 1, 2, 30, 3000]))
        text = text[:here] + data.draw(SIGNS | toml_texts()) + text[there:]
    _agree(text)


NESTED = {
    "lists": "'a = ' + '[' * 100_000 + ']' * 100_000",
    "open lists": "'a = ' + '[' * 100_000",
    "open lists, a line each": "'a = ' + '[\\n' * 100_000",
    "lists that strings seem to close": "'a = ' + '[\"]\",' * 100_000",
    "lists that long strings seem to close": '\'a = \' + \'["""a"]""",\' * 100_000',
    "lists that comments seem to close": "'a = ' + '[ # ]\\n' * 100_000",
    "lists after keys": "'a = [\\n' * 100_000",
    "tables": "'a = ' + '{b=' * 100_000 + '1' + '}' * 100_000",
    "open tables": "'a = ' + '{b=' * 100_000",
    "both": "'a = ' + '[{b = [\"c\"], d=' * 50_000",
    "headers": "'[' * 100_000 + 'a' + ']' * 100_000",
    "keys": "'a' + '.b' * 100_000 + ' = 1'",
    "keys of a header": "'[a' + '.b' * 100_000 + ']'",
}


@pytest.mark.parametrize("nested", NESTED)
def test_no_nesting_ends_the_process(nested: str) -> None:
    """Read by a thread with little stack, in a process of its own: a stack that runs over cannot be caught."""
    program = (
        "import sys, threading\n"
        "from quizapp.text.document import Document, TomlError\n"
        "def read():\n"
        f"    try: Document('x.toml', {NESTED[nested]}, one_of=1000).data()\n"
        "    except TomlError as error: print(error.kind)\n"
        f"    Document('x.toml', {NESTED[nested]}).span(('a', 'b'))\n"
        "threading.stack_size(2**21)\n"
        "thread = threading.Thread(target=read)\n"
        "thread.start()\n"
        "thread.join()\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip() in ("syntax", "nesting")
