"""An author makes a course out of two texts with the commands and a text editor, and nothing else."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

KITE = Path(__file__).parent.parent / "data" / "kite"
REMEMBERED = (
    "corners of a silk handkerchief on a cedar cross",
    "pointed wire on the upright stick",
    "key fastened where silk and twine meet",
    "for fear of ridicule he told nobody but his son of the experiment",
    "a promising cloud passed without effect",
    "perceived an electric spark",
)
"""As an author remembers it; hardly a phrase stands in the texts like this."""


def test_a_course_on_another_subject_is_made_with_the_commands_alone(ran: Callable[..., Any], tmp_path: Path) -> None:
    assert ran("new", "course", str(tmp_path / "kite"), "--name", "The kite").status == 0
    course = tmp_path / "kite"

    def run(*arguments: str, stdin: str = "") -> str:
        done = ran(*arguments, within=course, stdin=stdin)
        assert done.status == 0, done.err
        return str(done.out)

    for example in ("lessons/the-rain-barrel.toml", "seeds/garden-notice.md", "seeds/originals/garden-notice.txt"):
        (course / example).unlink()
    (course / "lessons" / "glossary.toml").write_bytes((KITE / "glossary.toml").read_bytes())
    run(
        "new",
        "source",
        str(KITE / "franklin.txt"),
        "--name",
        "Franklin's letter",
        "--slug",
        "letter",
        "--kind",
        "letter",
    )
    run("new", "source", str(KITE / "priestley.txt"), "--kind", "history")
    run("new", "lesson", "the-kite", "--name", "The kite and the key")

    lesson = course / "lessons" / "the-kite.toml"
    skeleton = lesson.read_text(encoding="utf-8")
    pasted = [json.loads(run("cite", *words.split(), "--json"))["found"][0]["toml"] for words in REMEMBERED]
    typed = (KITE / "lesson.toml").read_text(encoding="utf-8")
    lesson.write_text(skeleton.partition("[cites.")[0] + "\n".join((*pasted, typed)), encoding="utf-8")

    report = json.loads(run("check", "--format", "json"))
    counts = {key: report["counts"][key] for key in ("sources", "sentences", "lessons", "questions", "errors")}
    assert counts == {"sources": 2, "sentences": 16, "lessons": 1, "questions": 3, "errors": 0}
    unapproved = {d["code"] for d in report["diagnostics"] if d["severity"] != "note"}
    assert unapproved == {"QZ331"}
    run("approve", "--by", "Ada", stdin="y\ny\ny\n")
    run("check", "--strict")
    covered = json.loads(run("coverage", "--json"))
    assert [(source["source"], source["taught"], source["quizzed"]) for source in covered["sources"]] == [
        ("letter", 3, 1),
        ("priestley", 3, 2),
    ]
    assert "Franklin's letter" in (course / "seeds" / "letter.md").read_text(encoding="utf-8")
