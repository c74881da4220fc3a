"""What an author is told: places of findings in the lesson laid open, and the flags of learners."""

import random
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.content.approval import Approval
from quizapp.quiz.attempt import Attempt, uuid7
from quizapp.store.progress import Progress
from quizapp.text.span import Path as Place
from quizapp.tui.problems import read
from quizapp.tui.widgets.flow import Layout
from quizapp.tui.widgets.proof import Part, Proof, proof
from tests.tui.author import Author, checked, preview
from tests.tui.conftest import NOW, title_of
from tests.tui.learner import app_of, text_of
from tests.tui.nine import nine

CHANCE = random.Random(1)  # noqa: S311 - no secret


@pytest.fixture
def author(tmp_path: Path, progress: Progress) -> Author:
    return Author.with_course(tmp_path, progress)


@pytest.fixture(scope="module")
def laid_open() -> Proof:
    """A lesson with all nine types."""
    library = nine()
    lesson = library.lesson("all-nine")
    assert lesson is not None
    return proof(library, lesson)


def flag(item: str, days: int, fingerprint: str = "") -> Attempt:
    at_ = NOW + timedelta(days=days)
    return Attempt(
        id=uuid7(at_, CHANCE), course="sallow-point", item=item, at=at_, kind="flag", counts=False,
        fingerprint=fingerprint, sitting=uuid7(at_, CHANCE),
    )  # fmt: skip


async def test_what_learners_flagged_is_listed_until_the_question_changes(author: Author) -> None:
    library = author.library()
    lesson = library.lesson("two-accounts")
    assert lesson is not None
    now = library.fingerprint(lesson, lesson.questions[0])
    author.flags = (
        flag("two-accounts/ships", 0),
        flag("two-accounts/ships", 2, now),
        flag("two-accounts/ships", 4, "an earlier wording"),
        flag("two-accounts/waited", 5, "an earlier wording"),
        flag("last-winter/ships", 6),
    )
    async with author.app().run_test(size=(120, 40)) as pilot:
        await checked(pilot)
        assert title_of(app_of(pilot)).endswith("⚑ 1 flag")
        reading = preview(pilot).view.reading
        assert reading is not None
        said = [problem.message for problem in reading.problems]
        assert said == ["Learners flagged “ships” as bad 2 times, last on 2026-03-03."]
        assert "Learners flagged “ships” as bad" in text_of(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert "▸⚑ Question 1" in text_of(pilot)


def test_a_refusal_is_to_be_read_until_the_question_changes_and_then_it_waits_again(author: Author) -> None:
    library = author.library()
    lesson = library.lesson("two-accounts")
    assert lesson is not None
    now, *others = lesson.questions
    refusal = Approval(
        fingerprint=library.fingerprint(lesson, now),
        by="A reader who refused nothing before",
        on=NOW.date(),
        how="refused",
        because="It is two questions.",
    )
    for fingerprint, told, how, waiting in (
        (refusal.fingerprint, 1, f"refused by {refusal.by}", len(others)),
        ("of an earlier wording", 0, "changed since refusal", len(others) + 1),
    ):
        refused = {f"two-accounts/{now.id}": replace(refusal, fingerprint=fingerprint)}
        read_so = replace(library, approvals=refused)
        reading = read(read_so, "two-accounts")
        assert ([problem.code for problem in reading.problems], reading.waiting) == (["QZ331"] * told, waiting)
        facts = next(part for part in proof(read_so, lesson).parts if part.question is now).pieces[0].block
        assert facts.content.plain.endswith(f" · {how}")


def lines(part: Part) -> list[str]:
    return [f"{block.first.plain}{block.content.plain}" for _, block in part.pieces]


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ("choice", ["✓ That it needs nobody", "· That [Brandt] will mend it", "Hint: It is about people."]),
        ("select", ["✓ Its rooms are to be let", "✓ Forty letters came to the office", "· It will be pulled down"]),
        ("boolean", ["· True", "✓ False"]),
        ("short", ["✓ Ada Brandt", "  also right: Brandt"]),
        ("number", ["✓ 26 years", "Question 5 · number · number, remember · not approved"]),
        ("cloze", ["✓ The pilots came at dusk and asked for the old lamp.", "  also right: former"]),
        ("match", ["✓ The new lamp needs nobody → Courier", "· Neither of them"]),
        ("order", ["✓ 1  The wind from the north-west", "✓ 3  What the keeper told them"]),
        ("evidence", ["✓ courier:7", "Most of those who wrote to the office were painters."]),
    ],
)
def test_each_type_is_laid_open_with_its_key(laid_open: Proof, kind: str, shown: list[str]) -> None:
    part = next(part for part in laid_open.parts if part.question and part.question.type == kind)
    found = lines(part)
    assert [line for line in shown if line not in found] == [], found
    assert part.evidence
    assert any("▌" in line for line in found)


@pytest.mark.parametrize("width", range(14, 40))
def test_at_no_width_a_number_is_parted_from_its_address(laid_open: Proof, width: int) -> None:
    spot = laid_open.place(("cites", "last-keeper"))
    laid_out = Layout([laid_open.parts[spot.part].pieces[spot.piece].block], width)
    said = [line.plain for line in laid_out.lines]
    assert all(any(whole in line for line in said) for whole in ("¹courier:1", "²logbook:2")), said


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ((), "All nine"),
        (("position",), "All nine"),
        (("sections", 0), "Section 1"),
        (("sections", 0, "text"), "The keeper left¹, and the pilots came²."),
        (("cites", "last-keeper", "quote"), "¹courier:1  ²logbook:2"),
        (("cites", "wind"), "Wind from the north-west, sea high."),
        (("cites", "clerk", "quote"), "The office gives its reason in one sentence; the clerk adds to it¹."),
        (("cites", "nobody-uses-it"), "All nine"),
        (("questions", 0, "prompt"), "What does the harbour office say, in the Courier, of the new lamp?"),
        (("questions", 0, "distractors", 1), "That it is brighter than the old one"),
        (("questions", 0, "distractors", 0, "why"), "She only knows that it turns itself on and off¹."),
        (("questions", 0, "distractors", 0, "text"), "That [Brandt] will mend it"),
        (("questions", 0, "hint"), "Hint: It is about people."),
        (("questions", 0, "hnit"), "Question 1 · choice · choice, remember · not approved"),
        (("questions", 3, "accept", 0), "also right: Brandt"),
        (("questions", 4, "context", 0, "quote"), "Question 5 · number"),
        (("questions", 6, "pairs", 1, "left"), "In fog the new lamp is a rumour → Logbook"),
        (("questions", 6, "extra", 0), "Neither of them"),
        (("questions", 7, "items", 2), "3  What the keeper told them"),
        (("questions", 8, "claim"), "Most of those who wrote to the office were painters."),
        (("questions", 99, "id"), "All nine"),
    ],
)
def test_a_value_of_the_file_has_its_place(laid_open: Proof, path: Place, says: str) -> None:
    spot = laid_open.place(path)
    block = laid_open.parts[spot.part].pieces[spot.piece].block
    assert says in f"{block.first.plain}{block.content.plain}"
