"""What each command loads: a command is as quick as what it does not load."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

TINY = Path(__file__).parent / "data" / "tiny"

HEAVY = ("textual", "rich", "pydantic", "sqlite3", "fsrs", "rapidfuzz", "toml_rs", "markdown_it", "argcomplete")
QUIET = (*HEAVY, "typing", "dataclasses", "pathlib", "tomli", "quizapp.content", "quizapp.diagnostics")
"""What neither help nor a usage error needs."""

_RUN = """
import sys
sys.argv = ["quizapp", *sys.argv[1:]]
from quizapp.__main__ import main
status = main()
print("\\n".join(sys.modules), file=sys.stderr)
sys.exit(status)
"""


def _loaded(tmp_path: Path, *arguments: str, status: int = 0, **environment: str) -> set[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("QUIZAPP", "COV"))}
    ours = {"QUIZAPP_DATA": str(tmp_path), "QUIZAPP_CONFIG": str(tmp_path), "QUIZAPP_COURSE": str(TINY)}
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", _RUN, *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        env=kept | ours | environment,
        check=False,
        timeout=60,
    )
    assert done.returncode == status, done.stderr[-2000:]
    return {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}


def _any_of(modules: tuple[str, ...], loaded: set[str]) -> set[str]:
    return {name for name in loaded if any(name == module or name.startswith(f"{module}.") for module in modules)}


def test_the_version_loads_nothing(tmp_path: Path) -> None:
    loaded = _loaded(tmp_path, "--version")
    assert _any_of(("quizapp", "argparse", "re", "enum", "typing"), loaded) == {"quizapp", "quizapp.__main__"}


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("--help",), 0),
        (("check", "--help"), 0),
        (("learn", "-h"), 0),
        (("--plian",), 2),
        (("check", "--format", "jsn"), 2),
        (("review", "x"), 2),
    ],
)
def test_help_and_usage_errors_load_argparse_and_little_else(
    tmp_path: Path, arguments: tuple[str, ...], status: int
) -> None:
    assert not _any_of(tuple(m for m in QUIET if m != "dataclasses"), _loaded(tmp_path, *arguments, status=status))


def test_explain_loads_the_catalogue_only(tmp_path: Path) -> None:
    assert not _any_of(HEAVY, _loaded(tmp_path, "explain", "QZ301"))


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_the_check_loads_no_face_no_store_and_no_suggestions(tmp_path: Path, form: str) -> None:
    loaded = _loaded(tmp_path, "check", "--format", form)
    assert not _any_of(tuple(m for m in HEAVY if m != "pydantic"), loaded)
    assert not _any_of(("quizapp.quiz", "quizapp.store", "quizapp.tui", "quizapp.plain"), loaded)


@pytest.mark.parametrize(
    "arguments",
    [("cite", "the", "bell", "rang"), ("coverage",), ("schema", "lesson"), ("new", "course", "here")],
    ids=lambda arguments: arguments[0],
)
def test_what_authors_use_loads_no_face_and_no_store(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    words = tuple(str(tmp_path / "new") if word == "here" else word for word in arguments)
    loaded = _loaded(tmp_path, *words)
    assert not _any_of(("textual", "rich", "sqlite3", "fsrs", "quizapp.store", "quizapp.tui", "quizapp.plain"), loaded)


def test_plain_mode_loads_no_screen(tmp_path: Path) -> None:
    assert not _any_of(("textual", "rich", "quizapp.tui"), _loaded(tmp_path, "learn", "--plain"))


@pytest.mark.parametrize("arguments", [("stats", "--json"), ("doctor",)], ids=lambda arguments: arguments[0])
def test_stats_and_doctor_load_no_face(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    loaded = _loaded(tmp_path, *arguments)
    assert not _any_of(("textual", "rich", "rapidfuzz", "toml_rs", "markdown_it"), loaded)
    assert not _any_of(("quizapp.tui", "quizapp.plain", "quizapp.checking"), loaded)


WITHOUT = ("quizapp.settings.reading", "quizapp.settings.writing", "quizapp.cli.settings", "tomlkit")
"""What reads or writes a settings file, and asks whether there is one."""


@pytest.mark.parametrize(
    ("arguments", "loads"), [(("learn", "--plain"), WITHOUT[2:3]), (("stats",), WITHOUT[2:3]), (("check",), ())]
)
def test_without_a_settings_file_nothing_reads_one(
    tmp_path: Path, arguments: tuple[str, ...], loads: tuple[str, ...]
) -> None:
    assert _any_of(WITHOUT, _loaded(tmp_path, *arguments)) == set(loads)


def test_with_one_only_what_a_command_uses_of_it_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('theme = "light"\nreviews_per_day = 5\n[keys]\nquit = "ctrl+x"\n')
    loaded = _loaded(tmp_path, "learn", "--plain")
    assert _any_of((*WITHOUT, "textual", "pydantic", "quizapp.tui", "toml_rs"), loaded) == {WITHOUT[0], WITHOUT[2]}


@pytest.mark.parametrize("what", ["path", "export"])
def test_the_log_is_moved_without_face_course_or_scheduler(tmp_path: Path, what: str) -> None:
    loaded = _loaded(tmp_path, "progress", what)
    assert not _any_of(tuple(m for m in HEAVY if m != "sqlite3"), loaded)
    assert not _any_of(("quizapp.tui", "quizapp.plain", "quizapp.checking", "quizapp.content"), loaded)


@pytest.mark.parametrize("typed", ["quizapp ch", "quizapp learn ", "quizapp check --se"])
def test_completion_loads_no_course(tmp_path: Path, typed: str) -> None:
    answer = tmp_path / "answer"
    _loaded(
        tmp_path,
        _ARGCOMPLETE="1",
        COMP_LINE=typed,
        COMP_POINT=str(len(typed)),
        _ARGCOMPLETE_IFS="\n",
        _ARGCOMPLETE_SHELL="bash",
        _ARGCOMPLETE_STDOUT_FILENAME=str(answer),
    )
    assert answer.read_text() in {"check ", "the-bell ", "--select\n--seed"}


def test_completion_of_codes_loads_the_catalogue_only(tmp_path: Path) -> None:
    typed = "quizapp explain quote-n"
    answer = tmp_path / "answer"
    loaded = _loaded(
        tmp_path,
        _ARGCOMPLETE="1",
        COMP_LINE=typed,
        COMP_POINT=str(len(typed)),
        _ARGCOMPLETE_IFS="\n",
        _ARGCOMPLETE_SHELL="bash",
        _ARGCOMPLETE_STDOUT_FILENAME=str(answer),
    )
    assert answer.read_text() == "quote-not-found "
    assert not _any_of(tuple(m for m in HEAVY if m != "argcomplete"), loaded)
