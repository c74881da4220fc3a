import os
import textwrap
from pathlib import Path

import pytest

from quizapp.quiz.pace import Limits
from quizapp.settings.model import Settings
from quizapp.settings.reading import Found, read_settings
from quizapp.tui.remap import read_keys


def read(folder: Path, text: str) -> Found:
    path = folder / "settings.toml"
    path.write_text(textwrap.dedent(text), encoding="utf-8")
    return read_settings(path, read_keys)


def said(found: Found) -> list[str]:
    """Each mistake: its place, its code, its message and what helps."""
    assert found.document is not None
    lines = []
    for problem in found.problems:
        assert problem.location is not None
        place = problem.location.place_in(found.document)
        where = f"{place.line}:{place.column} {problem.rule.code}"
        lines.append(" | ".join((f"{where} {problem.message}", *problem.notes)))
    return lines


def test_what_is_set_holds(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        """
        theme = "light"
        reduced_motion = true
        desired_retention = 0.85
        new_per_day = 10
        reviews_per_day = 0

        [keys]
        "lesson.next" = "n, right"
        quiz.hint = "?"
        help = "f1"
        """,
    )
    assert said(found) == []
    keys = {"lesson.next": "n,right", "quiz.hint": "question_mark", "help": "f1"}
    assert found.settings == Settings(
        theme="light", reduced_motion=True, desired_retention=0.85, new_per_day=10, reviews_per_day=0, keys=keys
    )
    assert found.settings.limits == Limits(new=10, reviews=0)


@pytest.mark.parametrize("text", ["", "\n", "# nothing yet\n", "\ufeff"])
def test_a_file_that_sets_nothing_is_sound(tmp_path: Path, text: str) -> None:
    found = read(tmp_path, text)
    assert (found.settings, found.problems) == (Settings(), ())


def test_no_file_is_sound_and_none_is_made(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "quizapp" / "settings.toml") == Found()
    assert list(tmp_path.iterdir()) == []


def test_all_mistakes_are_told_at_once_and_what_is_sound_holds(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        """\
        theme = "drak"
        reduced_motin = true
        desired_retention = 0.3
        new_per_day = "x"
        reviews_per_day = 10

        [keys]
        "lesson.nxt" = "n"
        lesson.next = "n, right"
        lesson.previous = 3
        "quiz.hint" = "shift+a"
        quiz.skip = "n"
        quit = "q"
        home.review = "s"
        "article.copy" = "ctrl+i"
        "search.open" = "o"
        palette = "ctrl+c"
        "stats.begin" = ""
        help = "escpae"
        """,
    )
    assert [line for said_ in said(found) for line in said_.split(" | ")] == [
        "1:9 QZ203 `theme` takes one of dark, light, terminal.",
        "Did you mean “dark”?",
        "2:1 QZ201 `reduced_motin` is not a key here.",
        "Did you mean `reduced_motion`?",
        "3:21 QZ203 `desired_retention` takes a number from 0.7 to 0.99, not 0.3.",
        "4:15 QZ203 `new_per_day` takes a whole number, not text.",
        "Write its digits alone, without marks or a decimal point.",
        "8:1 QZ205 There is no binding `lesson.nxt`.",
        "Did you mean `lesson.next`?",
        "10:19 QZ203 `lesson.previous` takes text in quotation marks, not a whole number.",
        "11:15 QZ205 There is no key “shift+a”.",
        "Did you mean “A”?",
        "12:13 QZ203 `quiz.skip` and `quiz.not-sure` would both be on “n”.",
        "Both apply at once; “Answer, but say that you are not sure” is the other.",
        "13:8 QZ203 `quit` works while one types, so “q” cannot be its key.",
        "Take one that writes nothing, such as f7 or ctrl+o.",
        "14:15 QZ203 `home.review` and `home.sources` would both be on “s”.",
        "Both apply at once; “Read the sources” is the other.",
        "15:18 QZ205 There is no key “ctrl+i”.",
        "A terminal sends it as “tab”.",
        "16:17 QZ203 `search.open` works while one types, so “o” cannot be its key.",
        "Take one that writes nothing, such as f7 or ctrl+o.",
        "17:11 QZ203 “ctrl+c” copies what is marked, and cannot be another key.",
        "18:17 QZ205 There is no key “”.",
        "Keys are written so: a, A, é, ?, f2, enter, pagedown, ctrl+s; several are separated by commas.",
        "19:8 QZ205 There is no key “escpae”.",
        "Did you mean “escape”?",
    ]
    assert found.settings == Settings(reviews_per_day=10, keys={"lesson.next": "n,right"})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('theme = "dark', "1:14 QZ101 "),
        ("theme = 3", "1:9 QZ203 `theme` takes one of dark, light, terminal."),
        ("keys = 3", "1:8 QZ203 `keys` takes a table, not a whole number."),
        ("reduced_motion = 1", "1:18 QZ203 `reduced_motion` takes true or false, not a whole number."),
        ("desired_retention = true", "1:21 QZ203 `desired_retention` takes a number, not true or false."),
        ("desired_retention = nan", "1:21 QZ104 "),
        ("desired_retention = 1", "1:21 QZ203 `desired_retention` takes a number from 0.7 to 0.99, not 1."),
        ("reviews_per_day = -1", "1:19 QZ203 `reviews_per_day` takes a number from 0 to 9999, not -1."),
        ("new_per_day = 2.5", "1:15 QZ203 `new_per_day` takes a whole number, not a number with a decimal point."),
        ('theme = "d\\u001b[31m"', "1:9 QZ103 "),
        ('keys."x\\u202ey" = "a"', "1:6 QZ103 "),
        ('[keys]\n"lesson.next" = "n"\nlesson.next = "m"', "3:8 QZ206 `lesson.next` is set twice. | Keep one of them."),
        ('keys.help.me = "a"', "1:11 QZ205 There is no binding `help.me`. | There are help, help.close."),
        ('keys.zzzzzzzz = "a"', "1:6 QZ205 There is no binding `zzzzzzzz`. | An id begins with one of palette, quit, "),
    ],
)
def test_each_mistake_has_its_place_and_its_repair(tmp_path: Path, text: str, words: str) -> None:
    (line,) = said(read(tmp_path, text))
    assert line.startswith(words)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("desired_retention = nan", ["QZ104"]),
        ("nonsense = 1e999", ["QZ104"]),
        ('keys."x\\u202ey" = "a"', ["QZ103"]),
        ("# here\u200b", ["QZ103"]),
        ('keys.help = "\u202ea"', ["QZ205", "QZ103"]),
    ],
)
def test_what_no_file_may_hold_takes_nothing_from_the_rest(tmp_path: Path, text: str, codes: list[str]) -> None:
    found = read(tmp_path, f'reduced_motion = 3\ntheme = "light"\n{text}\n')
    assert [problem.rule.code for problem in found.problems] == ["QZ203", *codes]
    assert found.settings == Settings(theme="light")


def test_two_that_change_places_do_not_clash(tmp_path: Path) -> None:
    found = read(tmp_path, '[keys]\n"quiz.skip" = "n"\n"quiz.not-sure" = "k"\n"quiz.submit" = "x"\n"quiz.next" = "x"\n')
    assert said(found) == []


def test_what_would_have_made_room_and_cannot_takes_the_other_with_it(tmp_path: Path) -> None:
    found = read(tmp_path, '[keys]\n"quiz.skip" = "n"\n"quiz.not-sure" = "h"\n')
    assert [line.partition(" | ")[0] for line in said(found)] == [
        "2:15 QZ203 `quiz.skip` and `quiz.not-sure` would both be on “n”.",
        "3:19 QZ203 `quiz.not-sure` and `quiz.hint` would both be on “h”.",
    ]
    assert found.settings.keys == {}


def test_without_a_screen_nothing_is_said_of_its_keys(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('theme = "light"\n[keys]\nnonsense = "nonsense"\n')
    assert read_settings(path).problems == ()


def pipe(path: Path) -> None:
    os.mkfifo(path)


def folder(path: Path) -> None:
    path.mkdir()


def huge(path: Path) -> None:
    path.write_text("# more\n" * 1_000_000)


def bytes_of_no_text(path: Path) -> None:
    path.write_bytes(b'theme = "\xff"')


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (pipe, "The file is not a regular file."),
        (folder, "The file is not a regular file."),
        (huge, "The file is larger than 5 MB."),
        (bytes_of_no_text, "The file is not UTF-8 text (byte 10, line 1)."),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, made: object, words: str) -> None:
    path = tmp_path / "settings.toml"
    assert callable(made)
    made(path)
    found = read_settings(path)
    (problem,) = found.problems
    assert (problem.rule.code, problem.message, len(problem.notes)) == ("QZ102", words, 1)
    assert found.settings == Settings()


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "kept.toml").write_text("reduced_motion = true")
    (tmp_path / "settings.toml").symlink_to("kept.toml")
    assert read_settings(tmp_path / "settings.toml").settings.reduced_motion


def test_of_a_link_it_is_said_what_is_wrong_with_its_target(tmp_path: Path) -> None:
    (tmp_path / "mine:kept.toml").write_text("reduced_motion = true")
    (tmp_path / "settings.toml").symlink_to("mine:kept.toml")
    (problem,) = read_settings(tmp_path / "settings.toml").problems
    said = (
        "“mine:kept.toml”, to which it is a link, has a backslash or a colon in its name, which not every system allows"
    )
    assert problem.message == f"{said}."
    assert problem.notes == ("Name it without them; its folders are parted by forward slashes.",)


def test_links_in_a_circle_are_said(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("settings.toml")
    (tmp_path / "settings.toml").symlink_to("a")
    (problem,) = read_settings(tmp_path / "settings.toml").problems
    assert problem.rule.code == "QZ102"


def test_what_is_longer_than_anybody_writes_is_not_looked_through(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('theme = "light"\n' + "a = 1\n" * 20_000, encoding="utf-8")
    found = read_settings(path)
    assert found.settings == Settings()
    assert [(problem.message, problem.notes) for problem in found.problems] == [
        (
            "The file has more than 100000 characters.",
            ("Make it smaller: a settings file is a few lines of TOML.",),
        )
    ]
