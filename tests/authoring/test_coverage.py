from pathlib import Path

from quizapp.authoring.coverage import coverage
from quizapp.content.library import load
from quizapp.content.workspace import Workspace

TINY = Path(__file__).parent.parent / "data" / "tiny"
LESSON = """
format = 1
title = "Second"
position = 20

[cites.two]
source = "gazette"
quote = "{two}"

[cites.three]
source = "gazette"
quote = "{three}"

[[sections]]
text = "Prose that cites three sentences at once [@three]."

[[questions]]
id = "pairs"
type = "match"
prompt = "What goes with what?"
pairs = [
  {{ left = "a", right = "b", cite = ["two"] }},
  {{ left = "c", right = "d", cite = ["two"] }},
]

[[questions]]
id = "other"
type = "boolean"
prompt = "Calder was there."
answer = true
cite = ["three"]
context = ["two"]
about = ["weight"]
"""


def test_what_prose_and_keys_cite_is_covered_and_nothing_else() -> None:
    found = coverage(load(Workspace(TINY)))
    gazette, letter = found.sources
    by_text = {line.sentence.text: (line.taught, line.quizzed) for line in gazette.sentences}
    assert by_text["Mayor Ines Calder pulled the rope at noon."] == (True, True)
    assert by_text["The bell of Port Almond rang on Monday for the first time in twelve years."] == (True, False)
    assert by_text["The bell weighs 310 kilograms."] == (False, False)
    assert (gazette.taught, gazette.quizzed, letter.taught, letter.quizzed) == (4, 3, 0, 0)
    assert gazette.neither == len(gazette.sentences) - 4


def test_a_quote_of_two_sentences_covers_both_and_one_of_three_none() -> None:
    file = "seeds/gazette.md"
    joined = (TINY / file).read_text(encoding="utf-8").replace("noon.\n\n", "noon.\n")
    texts = [line.text for line in load(Workspace(TINY)).sources["gazette"].sentences[:3]]
    lesson = LESSON.format(two=" ".join(texts[:2]), three=" ".join(texts))
    library = load(Workspace(TINY, {"lessons/the-bell.toml": lesson, file: joined}))
    assert library.broken == ()
    gazette = coverage(library).sources[0]
    assert [line.sentence.text for line in gazette.sentences if line.quizzed] == texts[:2]
    assert gazette.taught == 0


def test_entries_are_taught_where_prose_names_them_and_quizzed_where_a_question_is_about_them() -> None:
    entries = {entry.id: entry for entry in coverage(load(Workspace(TINY))).entries}
    assert (entries["calder"].lessons, entries["calder"].questions) == (("the-bell",), ("the-bell/who-rang",))
    assert (entries["weight"].kind, entries["weight"].lessons, entries["weight"].questions) == (
        "dispute",
        ("the-bell",),
        (),
    )


def test_a_question_that_is_about_an_entry_twice_is_named_once_and_every_entry_is_told() -> None:
    lesson = (TINY / "lessons/the-bell.toml").read_text(encoding="utf-8")
    again = lesson.replace('about = ["calder"]', 'about = ["calder", "weight", "calder"]')
    assert again != lesson
    told: list[tuple[str, int, int]] = []
    library = load(Workspace(TINY, {"lessons/the-bell.toml": again}))
    entries = coverage(library, lambda *how_far: told.append(how_far)).entries
    quizzed = {entry.id: entry.questions for entry in entries if entry.questions}
    assert quizzed == dict.fromkeys(("calder", "weight"), ("the-bell/who-rang",))
    assert told == [("entries", done, len(entries)) for done in range(len(entries))]


def test_a_broken_lesson_covers_nothing() -> None:
    found = coverage(load(Workspace(TINY, {"lessons/the-bell.toml": "format ="})))
    assert sum(source.taught + source.quizzed for source in found.sources) == 0
