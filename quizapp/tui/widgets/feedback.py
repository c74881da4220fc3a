"""What is said after an answer: the verdict, why, and the sentences that settle it, each in its paragraph."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from textual import events
from textual.content import Content
from textual.message import Message
from textual.style import Style

from quizapp.content.citation import Evidence
from quizapp.content.source import Sentence
from quizapp.quiz.feedback import Feedback, places_in_article, response_in_words
from quizapp.quiz.grading import key_of
from quizapp.quiz.task import Arrange, Pick, Response, Task
from quizapp.text.characters import show_line
from quizapp.text.span import Span
from quizapp.tui.theme import ACCENT, MUTED, QUOTED, RIGHT, WRONG
from quizapp.tui.widgets.evidence import BAR
from quizapp.tui.widgets.flow import NOTHING, Block, Flow, Ready
from quizapp.tui.widgets.prose import prose_blocks, raised

MARGIN = Content("  ")
"""Before all but the verdict, whose sign stands there."""


@dataclass(slots=True)
class Passage:
    """One paragraph of a source and the sentences of it that are cited."""

    evidence: Evidence
    """The first that stands in it."""
    cited: dict[Sentence, list[Span]] = field(default_factory=dict)
    """The cited sentences, and what of each is quoted."""

    @property
    def address(self) -> str:
        """`Fry, sentence 13 · aggregated`, or what the line is where it is no sentence."""
        source = self.evidence.source
        line = self.evidence.sentences[0]
        many = "s" if len(self.cited) > 1 else ""
        where = f"sentence{many} {runs(s.number for s in self.cited)}" if line.number else line.kind.words
        return f"{show_line(source.name)}, {where} · {show_line(source.header.kind)}"


class FeedbackView(Flow):
    """The feedback on one answer; empty before it."""

    class Opened(Message):
        """The article of `evidence` is asked for."""

        def __init__(self, evidence: Evidence) -> None:
            super().__init__()
            self.evidence = evidence

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - textual's name
        super().__init__(id=id)
        self._passages: list[Passage] = []
        self._ahead: tuple[Feedback, str, list[Passage], Ready] | None = None

    def prepare(self, feedback: Feedback, task: Task, *, after: str = "") -> None:
        """Works out all that `show` will show of the same feedback; nothing of it is shown."""
        found = passages((*feedback.evidence, *feedback.marks.values()), feedback.context)
        self._ahead = feedback, after, found, self.ready(_blocks(feedback, task, found, after, None))

    def show(
        self,
        feedback: Feedback,
        task: Task,
        *,
        after: str = "",
        given: Response | None = None,
        asked: Content = NOTHING,
    ) -> None:
        """Shows all of the feedback.

        Args:
            feedback: what is to be said.
            task: the task that was set.
            after: said last.
            given: the response, where the control that shows it is not beside this.
            asked: the question, where nothing else shows it whole.
        """
        ahead, self._ahead = self._ahead, None
        if ahead is not None and ahead[0] is feedback and (after, given, asked) == (ahead[1], None, NOTHING):
            _, _, self._passages, ready = ahead
            self.update(ready)
            return
        self._passages = passages((*feedback.evidence, *feedback.marks.values()), feedback.context)
        self.update((*_above(asked), *_blocks(feedback, task, self._passages, after, given)))

    def show_key(self, feedback: Feedback, *, asked: Content = NOTHING) -> None:
        """Shows the key and why, without a verdict, for a question that was not answered."""
        self._passages = passages((*feedback.evidence, *feedback.marks.values()), feedback.context)
        self.update((*_above(asked), *_key_blocks(feedback, self._passages)))

    def say(self, *lines: tuple[Content | None, str]) -> None:
        """Shows lines of plain text instead, each behind its lead."""
        self._passages = []
        texts = [(lead, Content(show_line(words))) for lead, words in lines]
        self.update(
            Block(text) if lead is None else Block(Content(" ").join((lead, text)), rest=MARGIN) for lead, text in texts
        )

    def on_click(self, event: events.Click) -> None:
        """A click on a number or on an address opens the article there."""
        number = event.style.meta.get("citation", 0)
        if 0 < number <= len(self._passages):
            event.stop()
            self.post_message(self.Opened(self._passages[number - 1].evidence))


def passages(evidences: Iterable[Evidence], context: Iterable[Evidence] = ()) -> list[Passage]:
    """The paragraphs in which evidence stands, each once, then those of the context that are not among them."""
    found: dict[tuple[str, int], Passage] = {}
    for evidence in evidences:
        _add(evidence, found.setdefault(_place(evidence), Passage(evidence)))
    beside: dict[tuple[str, int], Passage] = {}
    for evidence in context:
        if _place(evidence) not in found:
            _add(evidence, beside.setdefault(_place(evidence), Passage(evidence)))
    return [*found.values(), *beside.values()]


def runs(numbers: Iterable[int]) -> str:
    """`3-4, 7`."""
    found: list[list[int]] = []
    for number in sorted(set(numbers)):
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in found)


def _place(evidence: Evidence) -> tuple[str, int]:
    return evidence.source.slug, evidence.sentences[0].paragraph


def _add(evidence: Evidence, passage: Passage) -> None:
    for sentence, mark in zip(evidence.sentences, evidence.marks, strict=True):
        passage.cited.setdefault(sentence, []).append(mark)


def _above(asked: Content) -> Iterator[Block]:
    if asked:
        yield Block(asked, MARGIN, MARGIN)


def _blocks(
    feedback: Feedback, task: Task, found: list[Passage], after: str, given: Response | None
) -> Iterator[Block]:
    """In this order: the verdict, the key, why what was chosen is wrong, why the key is right, the evidence."""
    numbers = _numbers(feedback.marks, found)
    correct = feedback.verdict.correct
    sign, style = ("✓ ", RIGHT) if correct else ("✗ ", WRONG)
    said = [Content.styled(show_line(feedback.words), style)]
    key = [] if correct else list(_answer(feedback, task))
    prose = list(_reasons(feedback, numbers))
    if given is None and not correct:
        said += _chosen_sentences(feedback, task)
        said.append(key.pop(0).content)
    elif given is None and prose and prose[0].first == NOTHING:
        said.append(prose.pop(0).content)
    yield Block(Content(" ").join(said), Content.styled(sign, style), MARGIN)
    if given is not None:
        yield from _in_rows("You answered:", given, task)
    yield from key
    yield from _indented(prose)
    for number, passage in enumerate(found, 1):
        yield from passage_blocks(passage, number, numbered=bool(numbers))
    if after:
        yield Block(Content.styled(after, MUTED), MARGIN, MARGIN, gap=1)


def _indented(prose: Iterable[Block]) -> Iterator[Block]:
    for block in prose:
        yield Block(block.content, MARGIN + block.first, MARGIN + block.rest)


def _key_blocks(feedback: Feedback, found: list[Passage]) -> Iterator[Block]:
    numbers = _numbers(feedback.marks, found)
    key = Content.assemble(("Skipped. The answer: ", MUTED), show_line(feedback.answer))
    yield Block(key, Content.styled("– ", MUTED), MARGIN)
    yield from _indented(prose_blocks(feedback.explain, numbers))
    for number, passage in enumerate(found, 1):
        yield from passage_blocks(passage, number, numbered=bool(numbers))


def _reasons(feedback: Feedback, numbers: Mapping[str, int]) -> Iterator[Block]:
    """Why what was chosen is wrong, then why the key is right."""
    for remark in feedback.remarks:
        several = len(feedback.remarks) > 1
        lead = Content(f"“{show_line(remark.label)}”: ") if several else Content.styled("Your choice: ", MUTED)
        for index, block in enumerate(prose_blocks(remark.why, numbers)):
            yield block if index else block._replace(content=lead + block.content)
    yield from prose_blocks(feedback.explain, numbers)


def _chosen_sentences(feedback: Feedback, task: Task) -> Iterator[Content]:
    """Which sentences of an article were chosen wrongly; they may be out of view."""
    if isinstance(task, Pick) and task.article is not None and feedback.remarks:
        yield Content(f"You chose {' and '.join(remark.place for remark in feedback.remarks)}.")


def _answer(feedback: Feedback, task: Task) -> Iterator[Block]:
    """The key: in a line, or a row for each slot that was not right."""
    match task:
        case Arrange():
            yield from _in_rows("The answer:", task.right, task, feedback.verdict.parts)
        case Pick(article=article) if article is not None:
            places = " and ".join(places_in_article(task, key_of(task)))
            yield Block(Content.assemble(("The answer: ", MUTED), f"{places}."), MARGIN, MARGIN)
        case _:
            words = Content.assemble(("The answer: ", MUTED), show_line(feedback.answer))
            yield Block(words, MARGIN, MARGIN)


def _in_rows(lead: str, response: Response, task: Task, right: Sequence[bool] = ()) -> Iterator[Block]:
    """A response: that of an arranging in rows below its lead, of a match only those that are not `right` yet."""
    if not isinstance(task, Arrange):
        words = Content.assemble((f"{lead} ", MUTED), show_line(response_in_words(task, response)))
        yield Block(words, MARGIN, MARGIN)
        return
    yield Block(Content.styled(lead, MUTED), MARGIN, MARGIN)
    for index, (slot, card) in enumerate(zip(task.slots, response, strict=False)):
        if task.once:
            first = MARGIN + MARGIN + Content.styled(f"{slot}  ", MUTED)
            yield Block(Content(show_line(card)), first, Content(" " * first.cell_length))
        elif not right or not right[index]:
            beside = (f"{show_line(slot)} → ", MUTED)
            yield Block(Content.assemble(beside, show_line(card)), MARGIN + MARGIN, MARGIN + MARGIN + MARGIN)


def _numbers(marks: Mapping[str, Evidence], found: list[Passage]) -> dict[str, int]:
    """For each citation in the prose the number of the passage in which it stands."""
    return {
        name: number
        for name, evidence in marks.items()
        for number, passage in enumerate(found, 1)
        if evidence.sentences[0] in passage.cited and evidence.source is passage.evidence.source
    }


def passage_blocks(passage: Passage, number: int, *, numbered: bool) -> Iterator[Block]:
    """The paragraph, its cited sentences with a bar at their side, and below it source, kind and address."""
    gap = 1
    line: list[Content] = []
    cited = False
    margin = Content("  ")
    for sentence in passage.evidence.paragraph:
        spans = passage.cited.get(sentence)
        if line and cited != bool(spans):
            yield _piece(line, gap, cited=cited)
            line, gap = [], 0
        cited = bool(spans)
        line.append(_quoted(sentence.text, spans) if spans else Content.styled(show_line(sentence.text), MUTED))
    yield _piece(line, gap, cited=cited)
    lead = f"{raised(number)} " if numbered else ""
    address = Content.assemble((lead, ACCENT), (passage.address, MUTED)).stylize(Style.from_meta({"citation": number}))
    yield Block(address, margin, margin)


def _piece(line: list[Content], gap: int, *, cited: bool) -> Block:
    margin = BAR + " " if cited else Content("  ")
    return Block(Content(" ").join(line), margin, margin, gap)


def _quoted(text: str, spans: list[Span]) -> Content:
    """The sentence; where less than all of it is quoted, the quoted words are set off."""
    if any(span.start == 0 and span.end >= len(text) - 1 for span in spans):
        return Content(show_line(text))
    parts: list[Content] = []
    at = 0
    for span in sorted(spans):
        start = max(span.start, at)
        parts += [Content(show_line(text[at:start])), Content.styled(show_line(text[start : span.end]), QUOTED)]
        at = max(span.end, at)
    return Content("").join([*parts, Content(show_line(text[at:]))])
