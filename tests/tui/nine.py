"""A lesson with each of the nine types of question, beside those of the small course."""

from quizapp.content.library import Library, load
from quizapp.content.workspace import Workspace
from quizapp.quiz.item import items_of
from quizapp.quiz.outline import SessionKind
from quizapp.quiz.session import Session, start
from tests.tui.conftest import COURSE, NOW

TYPES = ("choice", "select", "boolean", "short", "number", "cloze", "match", "order", "evidence")
"""The questions of the lesson, each named for its type, in this order."""

LESSON = """
format = 1
title = "All nine"
position = 5

[cites.last-keeper]
source = "courier"
quote = "Ada Brandt, the last keeper of the light, walked down to the harbour on Friday."

[cites.years]
source = "courier"
quote = "She had kept the lamp for twenty-six years, and she carried a single bag."

[cites.clerk]
source = "courier"
quote = "“and [Brandt] knows that as well as anyone here.”"

[cites.office]
source = "courier"
quote = "The harbour office says that the new lamp needs nobody."

[cites.let]
source = "courier"
quote = "The rooms under the lamp are to be let in spring."

[cites.letters]
source = "courier"
quote = "The office has had forty letters, most of them from painters."

[cites.not-asked]
source = "courier"
quote = "Nobody has asked the pilots."

[cites.pilots]
source = "logbook"
quote = "The pilots came at dusk and asked for the old lamp."

[cites.not-mine]
source = "logbook"
quote = "I told them that it is not mine to give."

[cites.fog]
source = "logbook"
quote = "In fog the new one is a rumour."

[cites.wind]
source = "logbook"
quote = "Wind from the north-west, sea high."

[[sections]]
text = "The keeper left [@last-keeper], and the pilots came [@pilots]."

[[questions]]
id = "choice"
type = "choice"
prompt = "What does the harbour office say, in the Courier, of the new lamp?"
answer = "That it needs nobody"
distractors = [
  { text = "That [Brandt] will mend it", why = "She only knows that it turns itself on and off [@clerk]." },
  "That it is brighter than the old one",
]
explain = "The office gives its reason in one sentence; the clerk adds to it [@clerk]."
hint = "It is about people."
cite = ["office"]

[[questions]]
id = "select"
type = "select"
prompt = "What does the Courier say will become of the tower, or has come of it?"
answers = ["Its rooms are to be let", "Forty letters came to the office"]
distractors = ["It will be pulled down", { text = "The pilots were asked", why = "Nobody asked them [@not-asked]." }]
explain = "Rooms and letters stand in neighbouring sentences."
cite = ["let", "letters"]

[[questions]]
id = "boolean"
type = "boolean"
prompt = "By the Courier, the pilots were asked what they thought."
answer = false
explain = "Nobody has asked them, the paper ends."
cite = ["not-asked"]

[[questions]]
id = "short"
type = "short"
prompt = "Who, by the Courier, walked down to the harbour on Friday?"
answer = "Ada Brandt"
accept = ["Brandt"]
explain = "The paper calls her the last keeper of the light."
hint = "She kept the lamp."
cite = ["last-keeper"]

[[questions]]
id = "number"
type = "number"
prompt = "For how many years had she kept the lamp?"
answer = 26
unit = "years"
explain = "The Courier gives the number in words."
cite = ["years"]
context = ["last-keeper"]

[[questions]]
id = "cloze"
type = "cloze"
prompt = "Complete what the logbook says of the pilots."
text = "The pilots came at {{dusk}} and asked for the {{old|former}} lamp."
explain = "It was getting dark when they came."
cite = ["pilots"]

[[questions]]
id = "match"
type = "match"
prompt = "Which account says it?"
pairs = [
  { left = "The new lamp needs nobody", right = "Courier", cite = ["office"] },
  { left = "In fog the new lamp is a rumour", right = "Logbook", cite = ["fog"] },
]
extra = ["Neither of them"]
explain = "The paper asks the office, the keeper looks out of the window."

[[questions]]
id = "order"
type = "order"
prompt = "In what order does the logbook set these down?"
items = [
  { text = "The wind from the north-west", cite = ["wind"] },
  { text = "The pilots' request", cite = ["pilots"] },
  { text = "What the keeper told them", cite = ["not-mine"] },
]
explain = "Weather first, as in every logbook."

[[questions]]
id = "evidence"
type = "evidence"
claim = "Most of those who wrote to the office were painters."
explain = "The sentence counts the letters and says who wrote them."
cite = ["letters"]
"""


def nine(*changes: tuple[str, str]) -> Library:
    """The small course with that lesson before the others; each of `changes` puts a text in the place of another."""
    text = LESSON
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    library = load(Workspace(COURSE, {"lessons/all-nine.toml": text}))
    assert not library.diagnostics, [diagnostic.message for diagnostic in library.diagnostics]
    return library


def sitting(library: Library, *names: str, kind: SessionKind = "lesson") -> Session:
    """A session on these questions of the lesson, in this order; on all of them where none is named."""
    lesson = library.lesson("all-nine")
    assert lesson is not None
    items = {item.question.id: item for item in items_of(library, lesson)}
    return start(
        [items[name] for name in names or TYPES],
        sitting="0195aaaa-0000-7000-8000-000000000001",
        title=lesson.title if kind == "lesson" else "Review",
        kind=kind,
        seed=7,
        now=NOW,
    )
