"""The README's way from an article to a lesson is walked as it is written, and its hooks run what they say."""

import os
import re
import shlex
import sys
from dataclasses import fields
from pathlib import Path

import pexpect
import pytest

from quizapp.settings.model import Settings
from quizapp.settings.reading import read_settings
from quizapp.tui.remap import read_keys

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
WALK = README[README.index("### From an article") : README.index("### Automation")]


def blocks(kind: str, text: str = WALK) -> list[str]:
    """The fenced blocks of one kind, in order."""
    return re.findall(rf"```{kind}\n(.*?)```", text, re.DOTALL)


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A `quizapp` on the path that runs this checkout, and a data folder of its own."""
    tools = tmp_path / "tools"
    tools.mkdir()
    script = tools / "quizapp"
    script.write_text(
        f'#!/bin/sh\nPYTHONPATH={shlex.quote(str(ROOT))} exec {shlex.quote(sys.executable)} -m quizapp "$@"\n'
    )
    script.chmod(0o755)
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("QUIZAPP_")}
    return {
        **inherited,
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "QUIZAPP_DATA": str(tmp_path / "data"),
        "QUIZAPP_CONFIG": str(tmp_path / "config"),
        "TERM": "xterm-256color",
        "LC_ALL": "C.UTF-8",
    }


def test_from_an_article_to_an_approved_lesson_that_can_be_played(tmp_path: Path, environment: dict[str, str]) -> None:
    (tmp_path / "article.txt").write_text(blocks("text")[0], encoding="utf-8")
    folder = tmp_path
    commands = [line for block in blocks("sh") for line in block.splitlines()]
    assert len(commands) >= 10
    for command in commands:
        if command == "quizapp check":  # by now the author has written the lesson
            lesson = folder / "lessons" / "the-bridge.toml"
            assert lesson.exists()
            lesson.write_text(blocks("toml")[0], encoding="utf-8")
        if command.startswith("cd "):
            folder /= command.removeprefix("cd ")
            continue
        child = pexpect.spawn("sh", ["-c", command], cwd=str(folder), env=environment, encoding="utf-8",
                              timeout=30, dimensions=(30, 100))  # fmt: skip
        if "approve" in command:
            for _ in range(2):
                child.expect("Right as it stands")
                child.sendline("y")
        if command == "quizapp the-bridge":
            child.expect("Why nobody crosses it")
            child.sendcontrol("q")
        child.expect(pexpect.EOF)
        child.close()
        assert child.exitstatus == 0, f"{command}: {child.before}"


def test_the_settings_that_it_shows_are_sound_and_all_there_are(tmp_path: Path) -> None:
    shown = README[README.index("### Settings") : README.index("### Without a screen")]
    path = tmp_path / "settings.toml"
    path.write_text(blocks("toml", shown)[0], encoding="utf-8")
    found = read_settings(path, read_keys)
    assert found.problems == ()
    assert found.settings.keys == {"lesson.next": "right,n", "quiz.hint": "f7"}
    for field in fields(Settings):
        assert re.search(rf"^\[?{field.name}\b", path.read_text(encoding="utf-8"), re.MULTILINE), field.name
        assert f"`{field.name}`" in shown or f"`[{field.name}]`" in shown


def test_the_preview_that_it_names_opens(tmp_path: Path, environment: dict[str, str]) -> None:
    assert "quizapp preview the-bridge" in WALK
    child = pexpect.spawn("sh", ["-c", "quizapp preview neutrality"], cwd=str(ROOT), env=environment, encoding="utf-8",
                          timeout=30, dimensions=(30, 100))  # fmt: skip
    child.expect("Neutrality, for a price")
    child.sendcontrol("q")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


def test_the_hook_runs_the_check(environment: dict[str, str]) -> None:
    hooks = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    found = re.search(r"^  entry: (.+)$", hooks, re.MULTILINE)
    assert found is not None
    assert re.search(r"^- id: quizapp-check$", hooks, re.MULTILINE)
    assert "- id: quizapp-check" in README
    output, status = pexpect.run(f"sh -c {shlex.quote(found.group(1))}", cwd=str(ROOT), env=environment,
                                 withexitstatus=True, timeout=60, encoding="utf-8")  # fmt: skip
    assert status == 0, output


def test_the_action_runs_the_check_of_the_named_course(environment: dict[str, str], tmp_path: Path) -> None:
    action = (ROOT / ".github" / "actions" / "check" / "action.yml").read_text(encoding="utf-8")
    found = re.search(r"run: '(\"\$RUNNER_TEMP/quizapp/bin/quizapp\" check .+)'$", action, re.MULTILINE)
    assert found is not None
    placed = tmp_path / "quizapp" / "bin"
    placed.mkdir(parents=True)
    (placed / "quizapp").symlink_to(Path(environment["PATH"].split(os.pathsep)[0]) / "quizapp")
    given = {**environment, "RUNNER_TEMP": str(tmp_path), "COURSE": str(ROOT), "OPTIONS": "--strict"}
    output, status = pexpect.run(f"bash -c {shlex.quote(found.group(1))}", cwd=str(tmp_path), env=given,
                                 withexitstatus=True, timeout=60, encoding="utf-8")  # fmt: skip
    assert status == 0, output
