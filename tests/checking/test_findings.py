"""What is not looked for is what would not be reported: the notes that a person settled, and what an author allows."""

import shutil
from pathlib import Path

import pytest

from quizapp.checking.check import Wanted, check
from quizapp.checking.digest import whole
from quizapp.checking.findings import findings, is_settled
from quizapp.checking.rules.every import COURSE_RULES, QUESTION_RULES
from quizapp.checking.rules.lasting import LASTING_COURSE_RULES, LASTING_RULES
from quizapp.checking.subject import Facts
from quizapp.content.library import Library, load
from quizapp.content.workspace import Workspace
from quizapp.diagnostics import CATALOGUE, Severity
from tests.checking.approving import approve

DATA = Path(__file__).parent.parent / "data"
NOTED = [code for code, rule in CATALOGUE.items() if rule.severity is Severity.NOTE]


def _example(code: str, folder: Path) -> Path:
    for laid in (DATA / "tiny", DATA / "rules" / code / "bad"):
        shutil.copytree(laid, folder, dirs_exist_ok=True)
    return folder


def _agree(library: Library) -> None:
    facts = Facts(library)
    every = check(library, Wanted(notes=True)).findings
    shown = [
        found
        for found in every
        if found.diagnostic.severity is not Severity.NOTE
        or not is_settled(facts, found.diagnostic.lesson, found.diagnostic.question)
    ]
    assert list(check(library).findings) == shown


@pytest.mark.parametrize("code", NOTED)
def test_settled_notes_alone_are_not_looked_for(code: str, tmp_path: Path) -> None:
    course = _example(code, tmp_path)
    _agree(load(Workspace(course)))
    approve(course)
    library = load(Workspace(course))
    noted = [d.rule.code for d in findings(whole(Facts(library)))]
    assert code in noted
    assert code not in [d.rule.code for d in findings(whole(Facts(library)), settled=False)]
    _agree(library)


def test_a_note_on_the_glossary_is_of_no_question_and_looked_for_where_notes_are_asked_for() -> None:
    glossary = (DATA / "tiny/lessons/glossary.toml").read_text(encoding="utf-8")
    changed = glossary.replace("Mayor of the town", "Mayor of the 400 people")
    library = load(Workspace(DATA / "tiny", {"lessons/glossary.toml": changed}))
    assert [found.diagnostic.rule.code for found in check(library, Wanted(notes=True)).findings] == ["QZ350"]
    assert not check(library).findings
    assert not list(findings(whole(Facts(library)), settled=False))


@pytest.mark.parametrize(("how", "settled"), [("read", True), ("batch", True), ("refused", False)])
def test_whoever_read_a_question_saw_its_notes(how: str, settled: bool) -> None:
    approvals = (DATA / "tiny/lessons/approvals.toml").read_text(encoding="utf-8")
    changed = approvals.replace(
        'how = "read"', f'how = "{how}"\nbecause = "So."' if how == "refused" else f'how = "{how}"'
    )
    facts = Facts(load(Workspace(DATA / "tiny", {"lessons/approvals.toml": changed})))
    assert is_settled(facts, "the-bell", "who-rang") == settled
    assert not is_settled(facts, "the-bell", "who-else")
    assert is_settled(facts, "the-bell", None)
    assert is_settled(facts, None, None)


@pytest.mark.parametrize("course", ["second", "kite"])
def test_whole_courses_agree(course: str) -> None:
    _agree(load(Workspace(DATA / course)))


def test_the_allowance_of_a_settled_note_is_used(tmp_path: Path) -> None:
    course = _example("QZ421", tmp_path)
    manifest = course / "lessons/course.toml"
    manifest.write_text(manifest.read_text() + '\n[[allow]]\nrule = "QZ421"\nbecause = "A long answer."\n')
    approve(course)
    library = load(Workspace(course))
    assert "QZ507" not in [found.diagnostic.rule.code for found in check(library).findings]
    _agree(library)


@pytest.mark.parametrize("code", CATALOGUE)
def test_what_an_approval_settles_is_a_note(code: str, tmp_path: Path) -> None:
    facts = Facts(load(Workspace(_example(code, tmp_path))))
    made = [
        d for rule in QUESTION_RULES if rule not in LASTING_RULES for subject in facts.subjects for d in rule(subject)
    ]
    made += [d for rule in COURSE_RULES if rule not in LASTING_COURSE_RULES for d in rule(whole(facts))]
    assert {d.severity for d in made} <= {Severity.NOTE}


COURSE, GLOSSARY, LESSON = "lessons/course.toml", "lessons/glossary.toml", "lessons/the-bell.toml"
PLACES = {
    "course": (COURSE, 'id = "harbour-bell"\n'),
    "entry": (GLOSSARY, 'id = "venn"\n'),
    "last entry": (GLOSSARY, 'id = "port-almond"\n'),
    "lesson": (LESSON, "position = 10\n"),
    "question": (LESSON, 'id = "who-rang"\n'),
    "last question": (LESSON, 'id = "when-does-it-ring"\n'),
}
Change = tuple[str, str, str]
"""A file, words in it, and what stands in their place."""
PROSE: Change = (LESSON, "The mayor herself", "Today the mayor herself")
LAST: Change = (LESSON, "for those at sea", "for those at sea today")
NOWHERE: Change = (LESSON, "The bell of Port Almond had", "The bell had")
BROKEN: Change = (LESSON, 'type = "cloze"', 'type = "clozed"')


def _told(place: str, rule: str, *changes: Change) -> list[tuple[str, str, str | None]]:
    """What is found, but for errors, in the tiny course, changed, with an allowance: the code, the line, the lesson."""
    texts = {file: (DATA / "tiny" / file).read_text(encoding="utf-8") for file in (COURSE, GLOSSARY, LESSON)}
    allow = f'allow = [{{ rule = "{rule}", because = "So it is." }}]\n'
    for file, old, new in (*changes, (*PLACES[place], PLACES[place][1] + allow)):
        assert old in texts[file]
        texts[file] = texts[file].replace(old, new, 1)
    report = check(load(Workspace(DATA / "tiny", texts)), Wanted(ignore=("QZ331",)))
    found = [one for one in report.findings if one.diagnostic.severity is not Severity.ERROR]
    return [(one.diagnostic.rule.code, one.line, one.diagnostic.lesson) for one in found]


@pytest.mark.parametrize(
    ("place", "lesson"),
    [("course", None), ("entry", None), ("last entry", None), ("lesson", "the-bell"), ("last question", "the-bell")],
)
def test_an_allowance_that_allows_nothing_is_told_where_it_stands(place: str, lesson: str | None) -> None:
    assert _told(place, "QZ407") == [("QZ507", 'allow = [{ rule = "QZ407", because = "So it is." }]', lesson)]


@pytest.mark.parametrize(
    ("change", "rule", "within"),
    [
        (PROSE, "QZ407", ["course", "lesson"]),
        (LAST, "QZ407", ["course", "lesson", "last question"]),
        (NOWHERE, "QZ503", ["course", "last entry"]),
    ],
)
@pytest.mark.parametrize("place", PLACES)
def test_an_allowance_covers_what_stands_under_it(change: Change, rule: str, within: list[str], place: str) -> None:
    without = [code for code, _, _ in _told(place, "QZ406", change)]
    found = [code for code, _, _ in _told(place, rule, change)]
    assert sorted(without) == [rule, "QZ507"]
    assert sorted(found) == ([] if place in within else [rule, "QZ507"])


def test_an_allowance_is_of_one_rule() -> None:
    assert [code for code, _, _ in _told("course", "QZ503", PROSE, NOWHERE)] == ["QZ407"]


@pytest.mark.parametrize(
    ("place", "told"), [("course", []), ("entry", ["QZ507"]), ("lesson", []), ("question", []), ("last question", [])]
)
def test_what_a_broken_lesson_is_allowed_may_be_of_what_cannot_be_read(place: str, told: list[str]) -> None:
    assert [code for code, _, _ in _told(place, "QZ406", BROKEN)] == told


def test_what_is_allowed_hides_nothing_else() -> None:
    assert [code for code, _, _ in _told("lesson", "QZ407", PROSE, NOWHERE)] == ["QZ503"]


def test_a_broken_glossary_is_not_asked_what_it_allows() -> None:
    assert not _told("entry", "QZ406", (GLOSSARY, 'kind = "place"', 'kind = "plaice"'))
