import json
from pathlib import Path

import pytest

from quizapp.checking.check import Report, Wanted, check, rules_named, unmatched
from quizapp.checking.reports import github, sarif, stats, text
from quizapp.checking.reports import json as report_json
from quizapp.checking.statistics import Statistics
from quizapp.content.lesson import Course
from quizapp.content.library import Library, load
from quizapp.content.workspace import Workspace
from quizapp.diagnostics import CATALOGUE, Diagnostic, Edit, Fix, Location
from quizapp.text.characters import show
from quizapp.text.document import Document
from quizapp.text.span import Span

FILE = "lessons/x.toml"
TEXT = 'title = "Ä"\nquote = "three days"\ntext = """\none\ntwo"""\n'


def _library(*diagnostics: Diagnostic) -> Library:
    return Library(Course(id="c", title="C"), {}, (), diagnostics=diagnostics, documents={FILE: Document(FILE, TEXT)})


def _found(code: str, location: Location | None = None, **more: object) -> Diagnostic:
    return Diagnostic(CATALOGUE[code], "It is so.", location, **more)  # type: ignore[arg-type]


QUOTE = _found(
    "QZ301",
    Location(FILE, ("quote",)),
    lesson="x",
    question="how-soon",
    notes=("Nearest: a\x1b[1m sentence.",),
    fix=Fix("Write “four”", (Edit(FILE, Span(20, 32), '"four"'),)),
)
TWO_LINES = _found("QZ307", Location(FILE, ("text",)))
PLACELESS = _found("QZ105")
UNREADABLE = _found("QZ102", Location("lessons/bad.toml"))
ALL = (TWO_LINES, QUOTE, UNREADABLE, PLACELESS)


def test_findings_are_in_the_order_of_place_whatever_the_order_of_finding() -> None:
    codes = [finding.diagnostic.rule.code for finding in check(_library(*ALL)).findings]
    assert codes == ["QZ105", "QZ102", "QZ301", "QZ307"]
    assert check(_library(*ALL)) == check(_library(*reversed(ALL)))


def test_json_is_the_contract() -> None:
    report = json.loads(report_json.write(check(_library(QUOTE, PLACELESS))))
    assert report == {
        "version": 1,
        "course": "c",
        "counts": {
            "sources": 0,
            "sentences": 0,
            "lessons": 0,
            "questions": 0,
            "citations": 0,
            "errors": 2,
            "warnings": 0,
            "notes": 0,
        },
        "diagnostics": [
            {
                "code": "QZ105",
                "name": "nothing-to-check",
                "severity": "error",
                "message": "It is so.",
                "file": None,
                "line": None,
                "column": None,
                "end_line": None,
                "end_column": None,
                "lesson": None,
                "question": None,
                "path": None,
                "notes": [],
                "fix": None,
            },
            {
                "code": "QZ301",
                "name": "quote-not-found",
                "severity": "error",
                "message": "It is so.",
                "file": "lessons/x.toml",
                "line": 2,
                "column": 9,
                "end_line": 2,
                "end_column": 21,
                "lesson": "x",
                "question": "how-soon",
                "path": ["quote"],
                "notes": ["Nearest: a\x1b[1m sentence."],
                "fix": {
                    "title": "Write “four”",
                    "safe": True,
                    "edits": [{"file": "lessons/x.toml", "start": 20, "end": 32, "text": '"four"'}],
                },
            },
        ],
    }


def test_json_of_a_file_that_could_not_be_read_has_a_file_and_no_place() -> None:
    (found,) = json.loads(report_json.write(check(_library(UNREADABLE))))["diagnostics"]
    assert (found["file"], found["line"], found["path"]) == ("lessons/bad.toml", None, None)


def test_json_of_a_stretch_of_text_has_a_place_and_no_path() -> None:
    stretch = _found("QZ101", Location(FILE, span=Span(0, 5)))
    (found,) = json.loads(report_json.write(check(_library(stretch))))["diagnostics"]
    assert (found["line"], found["end_column"], found["path"]) == (1, 6, None)


def test_github_gives_columns_on_one_line_spans_only() -> None:
    report = check(_library(QUOTE, TWO_LINES, PLACELESS))
    assert github.write(report, lambda file: f"a,b:c/{file}") == (
        "::error title=QZ105 nothing-to-check::It is so.\n"
        "::error file=a%2Cb%3Ac/lessons/x.toml,line=2,endLine=2,col=9,endColumn=21,title=QZ301 quote-not-found::"
        "It is so.%0ANearest: a\\u{1b}[1m sentence.\n"
        "::error file=a%2Cb%3Ac/lessons/x.toml,line=3,endLine=5,title=QZ307 uncited::It is so.\n"
    )


def test_github_escapes_percent_signs_first() -> None:
    (line,) = github.write(check(_library(Diagnostic(CATALOGUE["QZ105"], "100 % of\r\n%0A"))), str).splitlines()
    assert line.endswith("::100 %25 of%0D%0A%250A")


def test_text() -> None:
    assert text.write(check(_library(*ALL)), lambda file: file) == (
        "error[QZ105] nothing-to-check: It is so.\n\n"
        "lessons/bad.toml: error[QZ102] not-readable: It is so.\n\n"
        "lessons/x.toml:2:9: error[QZ301] quote-not-found: It is so.\n"
        '  2 | quote = "three days"\n'
        "    |         ^^^^^^^^^^^^\n"
        "    = Nearest: a\\u{1b}[1m sentence.\n"
        "    = fix: Write “four”\n\n"
        "lessons/x.toml:3:8: error[QZ307] uncited: It is so.\n"
        '  3 | text = """\n'
        "    |        ^^^\n\n"
        "0 lessons, 0 questions, 0 citations: 4 errors, 0 warnings\n"
    )


def test_text_has_a_style_for_each_of_its_parts() -> None:
    note = _found("QZ321", Location(FILE, ("quote",)), notes=("See there.",), fix=QUOTE.fix, lowered=True)
    unread = _found("QZ102", Location("lessons/bad.toml"), notes=("Mend it.",))
    report = check(_library(note, unread), Wanted(notes=True))
    assert text.write(report, lambda file: file, lambda style, said: f"<{style}>{said}</>") == (
        "<place>lessons/bad.toml:</> <error>error[QZ102]</> not-readable: It is so.\n"
        "  <faint>=</> Mend it.\n\n"
        "<place>lessons/x.toml:2:9:</> <note>note[QZ321]</> number-unsupported: It is so.\n"
        '  <faint>2 |</> quote = "three days"\n'
        "    <faint>|</> <note>        ^^^^^^^^^^^^</>\n"
        "    <faint>=</> See there.\n"
        "    <faint>=</> fix: Write “four”\n\n"
        "0 lessons, 0 questions, 0 citations: 1 error, 0 warnings, 1 note\n"
    )


def test_no_report_lets_anything_act_on_a_terminal() -> None:
    nasty = "\x1b]52;c;x\x07\u202e\u200b\x9b"
    report = check(
        _library(
            Diagnostic(
                CATALOGUE["QZ203"],
                nasty,
                Location(FILE, ("title",)),
                lesson=nasty,
                question=nasty,
                notes=(nasty,),
                fix=Fix(nasty, (Edit(FILE, Span(0, 0), nasty),)),
            ),
            _found("QZ102", Location(f"lessons/{nasty}.toml")),
        )
    )
    log = sarif.write(report, str, lambda rule: rule.summary)
    for written in (text.write(report, str), report_json.write(report), github.write(report, str), log):
        assert show(written) == written


def _codes(report: Report) -> list[str]:
    return [finding.diagnostic.rule.code for finding in report.findings]


@pytest.mark.parametrize(
    ("wanted", "codes"),
    [
        (Wanted(), ["QZ105", "QZ102", "QZ301", "QZ307"]),
        (Wanted(select={"QZ301"}), ["QZ105", "QZ102", "QZ301"]),
        (Wanted(ignore={"QZ301", "QZ105", "QZ102"}), ["QZ105", "QZ102", "QZ307"]),
        (Wanted(within=["lessons/x.toml"]), ["QZ105", "QZ301", "QZ307"]),
        (Wanted(within=["seeds"]), ["QZ105"]),
        (Wanted(within=["lessons"]), ["QZ105", "QZ102", "QZ301", "QZ307"]),
        (Wanted(within=["less"]), ["QZ105"]),
        (Wanted(within=[""]), ["QZ105", "QZ102", "QZ301", "QZ307"]),
    ],
)
def test_what_is_wanted_narrows_the_report_but_hides_nothing_unread(wanted: Wanted, codes: list[str]) -> None:
    assert _codes(check(_library(*ALL), wanted)) == codes


def test_notes_are_reported_on_questions_and_on_demand() -> None:
    of_question = _found("QZ301", Location(FILE, ("quote",)), lesson="x", question="q", lowered=True)
    of_entry = _found("QZ302", Location(FILE, ("title",)), lowered=True)
    library = _library(of_question, of_entry)
    assert _codes(check(library)) == ["QZ301"]
    assert _codes(check(library, Wanted(notes=True))) == ["QZ302", "QZ301"]
    assert not check(library).fails(strict=True)
    assert text.write(check(library), str).endswith("0 errors, 0 warnings, 1 note\n")


def test_a_path_that_holds_nothing_checked_is_named() -> None:
    library = _library(UNREADABLE)
    assert unmatched(library, ["lessons", "lessons/bad.toml", "seeds", "README.md"]) == ("seeds", "README.md")
    tiny = load(Workspace(Path(__file__).parents[2] / "data" / "tiny"))
    checked = ["lessons", "lessons/the-bell.toml", "seeds/gazette.md", "seeds/originals/001.txt", ""]
    assert unmatched(tiny, ["seeds/gaz", *checked, "lessons/the-bell.toml/1"]) == (
        "seeds/gaz",
        "lessons/the-bell.toml/1",
    )


@pytest.mark.parametrize(
    ("code", "fails", "strictly"), [("QZ301", True, True), ("QZ405", False, True), ("QZ341", False, False)]
)
def test_one_error_fails_a_course_and_one_warning_where_the_check_is_strict(
    code: str, fails: bool, strictly: bool
) -> None:
    report = check(_library(_found(code)), Wanted(notes=True))
    assert len(report.findings) == 1
    assert (report.fails(), report.fails(strict=True)) == (fails, strictly)


def test_rules_are_named_by_code_name_or_family() -> None:
    assert rules_named("qz301") == {"QZ301"}
    assert rules_named("quote-not-found") == {"QZ301"}
    assert rules_named("QZ30") == {f"QZ30{n}" for n in range(1, 9)}
    assert rules_named("qz3") > rules_named("QZ30")
    assert not rules_named("QZ")
    assert not rules_named("QZ9")
    assert not rules_named("")


@pytest.mark.parametrize(("questions", "share"), [(0, "  0 %"), (1, "100 %")])
def test_shares_are_of_all_questions(questions: int, share: str) -> None:
    rest_on = {"framed": questions, "verbatim": 0, "worded": 0, "approved": 0}
    said = stats.write(Statistics(questions, rest_on, {}, {}, {"read": questions, "batch": 0, "none": 0}))
    assert f"  framed or cloze  {questions}  {share}  the sentence itself decides\n" in said
    assert "By type: none\nBy level: none\n" in said
