"""A whole sitting in a real terminal, killed in the middle and gone on with."""

import re
from pathlib import Path

from quizapp.content.library import load
from quizapp.content.workspace import Workspace
from quizapp.quiz.feedback import feedback
from tests.terminal.hands import Learner
from tests.terminal.terminal import Terminal

ROOT = Path(__file__).parent.parent.parent
SEED = 3
KILLED_AT = 6
"""The question at which the app is killed."""
TYPES = {"choice", "select", "boolean", "short", "number", "cloze", "match", "order", "evidence"}


def sentence(address: str) -> str:
    """The sentence at `fry:13`, read from its file and nothing else."""
    slug, _, number = address.partition(":")
    body = (ROOT / "seeds" / f"{slug}.md").read_text(encoding="utf-8").split("+++\n", 2)[2]
    lines = [line for line in body.splitlines() if line and not line.startswith(("# ", "## ", "~ "))]
    return " ".join(lines[int(number) - 1].split())


def read_through(terminal: Terminal, sections: int) -> None:
    for number in range(1, sections + 1):
        terminal.wait(f"section {number} of {sections}")
        terminal.press("enter")


def test_a_lesson_read_answered_killed_and_finished(tmp_path: Path) -> None:
    library = load(Workspace(ROOT))
    lesson = library.lesson("neutrality")
    assert lesson is not None
    assert {question.type for question in lesson.questions} == TYPES
    types_right: set[str] = set()

    def answer(learner: Learner, number: int, *, right: bool) -> None:
        """Answer a question and see each of its sentences on the screen."""
        item, task = learner.question(number)
        response = learner.answer(task, right=right)
        if right:
            types_right.add(item.question.type)
        for evidence in feedback(item, library, task, response).evidence:
            for cited in evidence.sentences:
                learner.terminal.wait(re.escape(sentence(f"{evidence.source.slug}:{cited.number}")))

    with Terminal("--seed", str(SEED), data=tmp_path, course=ROOT, rows=60) as terminal:
        terminal.wait("The Istanbul talks")
        terminal.press(*["down"] * library.lessons.index(lesson), "enter")
        read_through(terminal, len(lesson.sections))
        learner = Learner(terminal, library, SEED)
        for number in range(1, KILLED_AT):
            answer(learner, number, right=number > 1)
            terminal.press("enter")
        left_at = learner.question(KILLED_AT)
        terminal.kill()

    with Terminal(data=tmp_path, course=ROOT, rows=60) as terminal:
        terminal.wait(f"Go on · {lesson.title}")
        terminal.press("enter")
        terminal.wait(f"Question {KILLED_AT} of {len(lesson.questions)}, and 1 again")
        learner = Learner(terminal, library, SEED)
        assert learner.question(KILLED_AT) == left_at
        for number in range(KILLED_AT, len(lesson.questions) + 2):
            answer(learner, number, right=True)
            terminal.press("enter")
        terminal.wait(rf"{len(lesson.questions) - 1} of {len(lesson.questions)}", gone="Question")
        terminal.press("ctrl+q")
        assert terminal.wait_end() == 0
    assert types_right == TYPES
