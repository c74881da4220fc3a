"""Prose and evidence as text: citations as numbers in square brackets, sentences as blocks with their place."""

from collections.abc import Iterable, Mapping

from quizapp.content.citation import Citation, Evidence
from quizapp.content.prose import Block, parse
from quizapp.content.source import Sentence, Source
from quizapp.plain.dialogue import Dialogue
from quizapp.quiz.feedback import Feedback

INDENT = "    "


class Numbering:
    """Numbers for the citations of one text, counted from 1 in the order in which they first appear."""

    def __init__(self, marks: Mapping[str, Evidence]) -> None:
        self._marks = marks
        self._numbers: dict[Citation, int] = {}
        self.evidence: list[Evidence] = []
        """What the numbers stand for, in their order."""

    def mark(self, name: str) -> str:
        """`[2]` for `[@name]`, nothing for a name that stands for nothing."""
        evidence = self._marks.get(name)
        if evidence is None:
            return ""
        if evidence.citation not in self._numbers:
            self.evidence.append(evidence)
            self._numbers[evidence.citation] = len(self.evidence)
        return self.of(evidence)

    def of(self, evidence: Evidence) -> str:
        """`[2]`, or nothing for evidence that no mark has named."""
        number = self._numbers.get(evidence.citation)
        return "" if number is None else f"[{number}]"


def tell(prose: str, numbering: Numbering, dialogue: Dialogue) -> None:
    """Write prose, paragraphs apart, list items under each other."""
    before: Block | None = None
    for block in parse(prose):
        if before is not None and not before.kind == block.kind == "item":
            dialogue.say()
        words = "".join(run.text if run.mark is None else f" {numbering.mark(run.mark)}" for run in block.runs)
        dialogue.say(words.strip(" "), first=_lead(block))
        before = block


def _lead(block: Block) -> str:
    if block.kind == "paragraph":
        return ""
    return "- " if block.number is None else f"{block.number}. "


def tell_evidence(evidences: Iterable[Evidence], numbering: Numbering, dialogue: Dialogue) -> None:
    """Write each in a block: its sentences, whole and in the source's own characters, then where that is."""
    for evidence in dict.fromkeys(evidences):
        dialogue.say()
        dialogue.say(" ".join(s.text for s in evidence.sentences), first=f"{numbering.of(evidence):<4}", rest=INDENT)
        dialogue.say(place(evidence), first=INDENT)


def place(evidence: Evidence) -> str:
    """`Fry, sentence 13`, as it is read aloud; for a line that is no sentence, what it is."""
    source, first, last = evidence.source, evidence.sentences[0], evidence.sentences[-1]
    if not first.number:
        return f"{source.name}, {first.kind.words}"
    where = f"sentence {first.number}" if first is last else f"sentences {first.number} to {last.number}"
    return f"{source.name}, {where}"


def tell_source(source: Source, dialogue: Dialogue) -> None:
    """Write what is known of a source: name, kind, title, publisher and how far it can be trusted."""
    header = source.header
    dialogue.say(f"{header.name}: {header.kind}")
    for text in (header.title, header.publisher if header.publisher != header.name else "", header.note):
        if text:
            dialogue.say(text)


def tell_paragraphs(evidences: Iterable[Evidence], dialogue: Dialogue) -> None:
    """Write each source, and the paragraphs of it in which evidence stands, the evidence marked with `*`."""
    groups: dict[str, list[Evidence]] = {}
    for evidence in evidences:
        groups.setdefault(evidence.source.slug, []).append(evidence)
    for index, group in enumerate(groups.values()):
        if index:
            dialogue.say()
        tell_source(group[0].source, dialogue)
        cited = {sentence for evidence in group for sentence in evidence.sentences}
        for paragraph in dict.fromkeys(evidence.paragraph for evidence in group):
            dialogue.say()
            for sentence in paragraph:
                dialogue.say(sentence.text, first=_sentence_lead(sentence, cited=sentence in cited))


def _sentence_lead(sentence: Sentence, *, cited: bool) -> str:
    number = f"{sentence.number}. " if sentence.number else ""
    return f"{'*' if cited else ' '} {number}"


def tell_feedback(told: Feedback, dialogue: Dialogue) -> None:
    """Write the verdict, the key, what was wrong and why, the explanation, and the sentences with their places."""
    numbering = Numbering(told.marks)
    dialogue.say(told.words)
    if not told.verdict.correct:
        dialogue.say(told.answer, first="The answer: ", rest=INDENT)
    for remark in told.remarks:
        dialogue.say(remark.label, first=f"Wrong, {remark.place}: " if remark.place else "Wrong: ", rest=INDENT)
        if remark.why:
            tell(remark.why, numbering, dialogue)
    if told.explain:
        tell(told.explain, numbering, dialogue)
    tell_evidence((*told.evidence, *numbering.evidence), numbering, dialogue)
    context = tuple(evidence for evidence in told.context if evidence not in told.evidence)
    if context:
        dialogue.say()
        dialogue.say("In context:")
        tell_evidence(context, numbering, dialogue)
