"""The quiz at the keyboard and with the mouse."""

from dataclasses import replace

import pytest

from quizapp.content.question import Choice
from quizapp.quiz import session as sessions
from quizapp.quiz.item import Item
from quizapp.settings.model import Settings
from quizapp.store.progress import Progress
from quizapp.tui.screens.article import ArticleScreen
from quizapp.tui.screens.help import HelpScreen
from quizapp.tui.screens.quiz import QuizScreen
from quizapp.tui.screens.results import ResultsScreen
from quizapp.tui.screens.search import SearchScreen
from quizapp.tui.widgets.control import Submitted
from quizapp.tui.widgets.feedback import FeedbackView
from quizapp.tui.widgets.fill import INLINE, SIGN
from tests.tui.conftest import Desk, title_of
from tests.tui.learner import answer, app_of, ask, at, click_on, log, text_of, type_in, words_of, wrong_response
from tests.tui.nine import TYPES, nine, sitting

PARTLY = ("select", "order")


@pytest.fixture
def nines(progress: Progress) -> Desk:
    """The nine types and a learner who did nothing yet."""
    return Desk(nine(), progress)


@pytest.mark.parametrize("name", TYPES)
@pytest.mark.parametrize("right", [True, False])
async def test_each_type_is_answered_by_keyboard(nines: Desk, name: str, *, right: bool) -> None:
    async with nines.app().run_test(size=(80, 24)) as pilot:
        screen = await ask(pilot, sitting(nines.library, name))
        await answer(pilot, right=right)
        shown = text_of(pilot)
        assert ("✓ Right." if right else "✗ Not right." if name not in PARTLY else "✗ Partly right") in shown
        assert "▌" in shown
        assert screen.session.answered
        (attempt,) = log(nines)
        assert attempt.correct is right
        assert attempt.item == f"all-nine/{name}"
        assert attempt.sure


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("choice", ("That it needs nobody", "That it needs nobody")),
        ("select", ("Its rooms are to be let", "Forty letters came", "enter submit")),
        ("boolean", ("False", "enter submit")),
        ("match", ("  Courier", "  Logbook", "enter submit")),
        ("order", ("The wind", "1  ", "enter submit")),
        ("evidence", ("Ada Brandt, the last", "enter submit")),
    ],
)
async def test_each_type_is_answered_by_mouse(nines: Desk, name: str, places: tuple[str, ...]) -> None:
    async with nines.app().run_test(size=(80, 24)) as pilot:
        screen = await ask(pilot, sitting(nines.library, name))
        for place in places:
            await click_on(pilot, place)
            await pilot.pause()
        assert screen.session.answered
        await click_on(pilot, "enter next")
        await pilot.pause()
        assert screen.session.at == 1


async def test_a_field_that_was_left_empty_stands_where_the_next_question_has_it(nines: Desk) -> None:
    async with nines.app().run_test(size=(80, 24)) as pilot:
        await ask(pilot, sitting(nines.library, "short", "number", "cloze"))
        room = " " * (INLINE + SIGN)
        for line in (f"  {room} years", f"The pilots came at {room} and asked for the"):
            await pilot.press("f4")
            await pilot.pause()
            assert line in text_of(pilot)


async def test_the_same_widgets_ask_every_question(nines: Desk) -> None:
    async with nines.app().run_test(size=(80, 24)) as pilot:
        screen = await ask(pilot, sitting(nines.library))
        await pilot.press("enter")
        widgets = set(screen.query("#question, #prompt, #after, .control, FeedbackView"))
        for _ in TYPES:
            assert set(screen.query("#question, #prompt, #after, .control, FeedbackView")) == widgets
            await answer(pilot)
            await pilot.press("enter")
            await pilot.pause()
        assert isinstance(pilot.app.screen, ResultsScreen)


async def test_letters_and_function_keys_do_the_same(nines: Desk) -> None:
    for hint, unsure, name in (("h", "n", "choice"), ("f2", "f3", "choice"), ("f2", "f3", "short")):
        async with nines.app().run_test(size=(80, 24)) as pilot:
            await ask(pilot, sitting(nines.library, name))
            await pilot.press(hint, unsure)
            assert "Hint" in text_of(pilot)
            assert "hint · not sure" in title_of(app_of(pilot))
            await answer(pilot)
        assert [(attempt.hints, attempt.sure) for attempt in log(nines)][-1] == (1, False)


async def test_letters_are_typed_where_something_is_typed(nines: Desk) -> None:
    async with nines.app().run_test(size=(80, 24)) as pilot:
        screen = await ask(pilot, sitting(nines.library, "short"))
        await pilot.press("n", "h", "k", "u", "f", "o", "question_mark", "slash", "1")
        assert "nhkufo?/1" in text_of(pilot)
        assert screen.session.at == 0
        await pilot.press("f1")
        await pilot.pause()
        assert isinstance(pilot.app.screen, HelpScreen)


async def test_the_source_is_closed_until_the_answer(nines: Desk) -> None:
    async with nines.app().run_test(size=(80, 24)) as pilot:
        await ask(pilot, sitting(nines.library, "choice"))
        await pilot.press("o")
        assert isinstance(pilot.app.screen, QuizScreen)
        assert "the new lamp needs nobody" not in text_of(pilot)
        await answer(pilot)
        await pilot.press("o")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ArticleScreen)
        await pilot.press("escape")
        assert "✓ Right." in text_of(pilot)


async def test_enter_alone_answers_nothing(nines: Desk) -> None:
    for name in TYPES:
        async with nines.app().run_test(size=(80, 24)) as pilot:
            screen = await ask(pilot, sitting(nines.library, name))
            await pilot.press("enter", "enter")
            await pilot.pause()
            assert screen.session.at == 0
            assert not screen.session.answered
    assert log(nines) == []


@pytest.mark.parametrize(
    ("name", "key", "words"),
    [
        ("choice", "down", "Nothing is chosen yet"),
        ("select", "space", "Nothing is marked yet"),
        ("short", "x", "Nothing is typed yet"),
        ("order", "space", "Nothing is moved yet"),
    ],
)
async def test_what_was_refused_is_said_until_the_next_key(nines: Desk, name: str, key: str, words: str) -> None:
    async with nines.app().run_test(size=(80, 24)) as pilot:
        await ask(pilot, sitting(nines.library, name))
        for _ in range(2):
            await pilot.press("enter")
            await pilot.pause()
            assert words in words_of(pilot)
        await pilot.press(key)
        await pilot.pause()
        assert words not in words_of(pilot)


async def test_what_was_refused_is_said_until_the_next_click(nines: Desk) -> None:
    async with nines.app().run_test(size=(80, 24)) as pilot:
        await ask(pilot, sitting(nines.library, "select"))
        await pilot.press("enter")
        await pilot.pause()
        assert "Nothing is marked yet" in words_of(pilot)
        await click_on(pilot, "Forty letters came")
        await pilot.pause()
        assert "Nothing is marked yet" not in words_of(pilot)


async def test_what_an_author_wrote_is_no_markup(nines: Desk) -> None:
    session = sitting(nines.library, "choice")
    text = "[Putin] [/x] [click=app.quit]\x1b[31m"
    item = session.entries[0].item
    lesson = replace(item.lesson, title=text)
    assert isinstance(item.question, Choice)
    question = replace(item.question, prompt=text, explain=f"{text} *so*", hint=text)
    hostile = replace(session, entries=(replace(session.entries[0], item=Item(item.course, lesson, question)),))
    shown = r"[Putin] [/x] [click=app.quit]\u{1b}[31m"
    async with nines.app().run_test(size=(120, 40)) as pilot:
        await ask(pilot, hostile)
        await pilot.press("h")
        await pilot.pause()
        assert text_of(pilot).count(shown) == 3
        await answer(pilot)
        assert text_of(pilot).count(shown) == 3


@pytest.mark.parametrize("name", ["choice", "short", "order", "evidence"])
async def test_after_a_wrong_answer_comes_the_verdict_the_key_the_reasons_the_evidence(nines: Desk, name: str) -> None:
    async with nines.app().run_test(size=(120, 40)) as pilot:
        screen = await ask(pilot, sitting(nines.library, name))
        task = sessions.task(screen.session, nines.library)
        wrong = ("That [Brandt] will mend it",) if name == "choice" else wrong_response(task)
        await type_in(pilot, task, wrong)
        await pilot.press("enter")
        await pilot.pause()
        entry = screen.session.entries[0]
        said = "\n".join(block.first.plain + block.content.plain for block in screen.query_one(FeedbackView).blocks)
        why = ["She only knows that it turns itself on"] if name == "choice" else []
        order = [
            " right",
            "The answer:",
            *why,
            entry.item.question.explain[:20],
            "Courier, sentence" if name != "order" else "logbook, sentence",
            "This question comes back once before the end.",
        ]
        places = [said.index(words) for words in order]
        assert places == sorted(places)
        assert said.endswith(order[-1])


async def test_of_an_evidence_question_it_is_said_which_sentence_was_chosen(nines: Desk) -> None:
    async with nines.app().run_test(size=(80, 24)) as pilot:
        screen = await ask(pilot, sitting(nines.library, "evidence"))
        assert "Courier: find the sentence that says so." in words_of(pilot)
        await answer(pilot, right=False)
        chosen = screen.session.entries[0].attempt
        assert chosen is not None
        number = chosen.response[0].partition(":")[2]
        assert f"You chose sentence {number}. The answer: sentence " in words_of(pilot)


async def test_while_something_is_typed_the_footer_shows_keys_that_do_not_type_themselves(nines: Desk) -> None:
    async with nines.app().run_test(size=(120, 40)) as pilot:
        await ask(pilot, sitting(nines.library, "short"))
        footer = text_of(pilot).splitlines()[-1]
        assert "f1 help" in footer
        assert "?" not in footer
        assert "/" not in footer
        await answer(pilot)
        footer = text_of(pilot).splitlines()[-1]
        assert "? help" in footer
        assert "/ search" in footer


async def test_search_opens_after_the_answer(nines: Desk) -> None:
    async with nines.app().run_test(size=(120, 40)) as pilot:
        await ask(pilot, sitting(nines.library, "choice"))
        assert "search" not in text_of(pilot).splitlines()[-1]
        await pilot.press("slash")
        await pilot.pause()
        assert "Search opens after the answer" in words_of(pilot)
        assert at(pilot, QuizScreen)
        await pilot.press("2")
        await pilot.pause()
        assert "Search opens after the answer" not in words_of(pilot)
        await pilot.press("enter", "slash")
        await pilot.pause()
        assert at(pilot, SearchScreen)


@pytest.mark.parametrize(("name", "key"), [("choice", "f7"), ("short", "f7"), ("choice", "S")])
async def test_a_search_key_of_ones_own_says_too_that_search_opens_after_the_answer(
    nines: Desk, name: str, key: str
) -> None:
    nines.settings = Settings(keys={"search": key})
    async with nines.app().run_test(size=(80, 24)) as pilot:
        await ask(pilot, sitting(nines.library, name))
        await pilot.press("slash")
        await pilot.pause()
        assert "Search opens" not in words_of(pilot)
        await pilot.press(key)
        await pilot.pause()
        assert "Search opens after the answer" in words_of(pilot)


async def test_a_retry_and_a_trial_say_what_they_are(nines: Desk) -> None:
    retry = sitting(nines.library, "choice", kind="retry")
    trial = sitting(nines.library, "choice", kind="preview")
    for session, words in ((retry, "Question 1 of 1 · retry"), (trial, "Question 1 of 1 · trial")):
        async with nines.app().run_test(size=(80, 24)) as pilot:
            await ask(pilot, session)
            assert words in title_of(app_of(pilot))


async def test_a_key_too_many_after_the_last_question_does_nothing(
    nines: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QuizScreen, "_finish", lambda _: None)  # the results are not there yet
    for name in TYPES:
        async with nines.app().run_test(size=(80, 24)) as pilot:
            only = sitting(nines.library, name)
            screen = await ask(pilot, replace(only, entries=only.entries[only.at : only.at + 1], at=0))
            await answer(pilot, right=True)
            await pilot.press("enter")
            over = screen.session
            assert over.current is None
            for key in ("enter", "1", "space", "enter", "f4", "h", "f", "u", "k", "x", "s", "o", "n", "/", "enter"):
                await pilot.press(key)
            screen.post_message(Submitted(("1",)))
            await pilot.pause()
            assert screen.session == over
