"""Whether what an author wrote hangs together: references, ids, options, citations.

These are the errors that would make a lesson unfit to learn from, so they are looked for whenever a course is loaded.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import assert_never

from quizapp.content.cloze import parse_cloze
from quizapp.content.citation import Citation, Evidence
from quizapp.content.glossary import Glossary
from quizapp.content.lesson import Lesson
from quizapp.content.prose import marks, paragraphs
from quizapp.content.question import (
    Boolean,
    Choice,
    Cloze,
    FindEvidence,
    Match,
    Number,
    Option,
    Order,
    Question,
    Select,
    Short,
)
from quizapp.content.reader import Reader, is_slug
from quizapp.content.values import Aliases, canonical, same_value
from quizapp.text.characters import show_line
from quizapp.text.fold import find_words, fold
from quizapp.text.similar import did_you_mean
from quizapp.text.span import Path

MAX_PROMPT = 500
MAX_OPTION = 200
MAX_SECTION = 20_000
"""The longest texts that a screen shows well, in code points."""

_CITE = 'Add `cite = ["name"]` with the sentence that carries it.'


def check_lesson(
    reader: Reader,
    lesson: Lesson,
    evidence: Mapping[Citation, Evidence],
    ids: Collection[str],
    slugs: Collection[str],
    glossary: Glossary,
) -> None:
    """Looks through a lesson that could be built; what is wrong is added to `reader.problems`."""
    reader.question = None
    _not_empty(reader, ("title",), lesson.title)
    _references(reader, lesson.requires, slugs, ("requires",), "lesson")
    _references(reader, lesson.about, ids, ("about",), "glossary entry")
    for index, section in enumerate(lesson.sections):
        path: Path = ("sections", index, "text")
        _not_empty(reader, path, section.text)
        _not_too_long(reader, path, section.text, MAX_SECTION)
        for number, paragraph in enumerate(paragraphs(section.text), start=1):
            if not marks(paragraph):
                start = " ".join(paragraph.split()[:6])
                reader.report("QZ307", f"Paragraph {number} cites nothing: “{show_line(start)} …”.", path,
                              "Add `[@name]` after the statement that the citation carries.")  # fmt: skip
    seen: dict[str, int] = {}
    aliases: Aliases = tuple((entry.name, *entry.aliases) for entry in glossary.entries)
    for index, question in enumerate(lesson.questions):
        reader.question = question.id
        if not is_slug(question.id):
            reader.report("QZ203", "`id` takes lower-case letters, digits and single hyphens.",
                          ("questions", index, "id"))  # fmt: skip
        elif question.id in seen:
            reader.report("QZ206", f"The question {seen[question.id] + 1} has the id “{question.id}” too.",
                          ("questions", index, "id"), "Give it an id of its own; an id is for ever.")  # fmt: skip
        seen.setdefault(question.id, index)
        _Checking(reader, ("questions", index), evidence, aliases).question(question, ids)
    reader.question = None


def check_glossary(reader: Reader, glossary: Glossary) -> None:
    """Looks through the entries and disputes that could be built."""
    seen: set[str] = set()
    groups = (("entries", glossary.entries), ("disputes", glossary.disputes))
    for key, group in groups:
        for index, item in enumerate(group):
            path: Path = (key, index, "id")
            if not is_slug(item.id):
                reader.report("QZ203", "`id` takes lower-case letters, digits and single hyphens.", path)
            elif item.id in seen:
                reader.report("QZ206", f"Another entry or dispute has the id “{item.id}”.", path)
            seen.add(item.id)
    for index, entry in enumerate(glossary.entries):
        _not_empty(reader, ("entries", index, "name"), entry.name)
        if not entry.cite:
            reader.report("QZ307", f"The entry “{show_line(entry.id)}” cites nothing.", ("entries", index, "cite"), _CITE)
    for index, dispute in enumerate(glossary.disputes):
        _not_empty(reader, ("disputes", index, "question"), dispute.question)
        for at, position in enumerate(dispute.positions):
            if not position.cite:
                reader.report("QZ307", "The position cites nothing.", ("disputes", index, "positions", at), _CITE)


class _Checking:
    """Looks through one question."""

    def __init__(
        self, reader: Reader, path: Path, evidence: Mapping[Citation, Evidence], aliases: Aliases
    ) -> None:
        self._reader = reader
        self._path = path
        self._evidence = evidence
        self._aliases = aliases

    def _report(self, code: str, message: str, path: Path, *notes: str) -> None:
        self._reader.report(code, message, (*self._path, *path), *notes)

    def question(self, question: Question, ids: Collection[str]) -> None:
        _references(self._reader, question.about, ids, (*self._path, "about"), "glossary entry")
        prompt_key = "claim" if isinstance(question, FindEvidence) else "prompt"
        if not isinstance(question, Cloze):
            _not_empty(self._reader, (*self._path, prompt_key), question.prompt)
        _not_too_long(self._reader, (*self._path, prompt_key), question.prompt, MAX_PROMPT)
        if not question.cite and not isinstance(question, Match | Order):
            self._report("QZ307", "The question cites nothing.", (), _CITE)
        for index, was in enumerate(question.was):
            lesson, slash, own = was.partition("/")
            if not (slash and is_slug(lesson) and is_slug(own)):
                self._report("QZ203", "An item of `was` is `lesson/question`.", ("was", index))
        self._frame(question)
        match question:
            case Choice():
                self._options([question.answer], [("answer",)], question.distractors, (2, 5))
            case Select():
                paths: list[Path] = [("answers", index) for index in range(len(question.answers))]
                if not question.answers:
                    self._report("QZ209", "No option is right.", ("answers",), "Name at least one answer.")
                self._options(question.answers, paths, question.distractors, (1, None))
            case Short():
                self._typed(question.answer, question.accept)
            case Number() | Boolean():
                pass
            case Cloze():
                self._cloze(question)
            case Match():
                self._match(question)
            case Order():
                self._order(question)
            case FindEvidence():
                self._find(question)
            case _:
                assert_never(question)

    def _frame(self, question: Question) -> None:
        if not question.frame:
            return
        if not isinstance(question, Choice | Short | Number):
            self._report("QZ203", "`frame` belongs to choice, short and number.", ("frame",), "Leave it out.")
        elif question.frame.count("{answer}") != 1:
            self._report("QZ203", "`frame` holds {answer} once, where the quote says the key.", ("frame",))

    def _options(
        self,
        right: Sequence[Option],
        right_paths: Sequence[Path],
        wrong: Sequence[Option],
        how_many: tuple[int, int | None],
    ) -> None:
        low, high = how_many
        if len(wrong) < low or (high is not None and len(wrong) > high):
            span = f"{low} to {high}" if high else f"{low} or more"
            self._report("QZ203", f"`distractors` takes {span} options, not {len(wrong)}.", ("distractors",))
        wrong_paths: list[Path] = [("distractors", index) for index in range(len(wrong))]
        options = [*zip(right, right_paths, strict=True), *zip(wrong, wrong_paths, strict=True)]
        for option, path in options:
            self._option_text(option, path)
        for option, path in zip(right, right_paths, strict=True):
            if option.source is not None and not any(c.source == option.source for c in option.cite):
                self._report("QZ307", f"The right answer “{show_line(option.source)}” cites no sentence of that source.",
                             path, 'Add `cite = ["name"]` with a sentence of it to the option.')  # fmt: skip
        keys = len(right)
        self._alike([option.value for option, _ in options], [path for _, path in options], keys)

    def _option_text(self, option: Option, path: Path) -> None:
        if option.source is None:
            _not_empty(self._reader, (*self._path, *path), option.text)
            _not_too_long(self._reader, (*self._path, *path), option.text, MAX_OPTION)

    def _alike(self, values: Sequence[str], paths: Sequence[Path], keys: int = 0) -> None:
        """Reports options that mean the same; the first `keys` are right."""
        known: dict[tuple[str, ...], int] = {}
        for index, value in enumerate(values):
            form = canonical(value, self._aliases)
            same = known.get(form)
            if same is None and "-" in fold(value):
                same = next((i for i in range(index) if same_value(values[i], value, self._aliases)), None)
            known.setdefault(form, index)
            if same is None:
                continue
            if same < keys <= index:
                self._report("QZ208", f"The distractor means the same as the answer “{show_line(values[same])}”.",
                             paths[index], "Put another wrong answer in its place.")  # fmt: skip
            else:
                self._report("QZ207", f"The option means the same as “{show_line(values[same])}”.", paths[index],
                             "Leave one of them out.")  # fmt: skip

    def _typed(self, answer: str, accept: Sequence[str]) -> None:
        self._blank(answer, ("answer",))
        for index, other in enumerate(accept):
            self._blank(other, ("accept", index))

    def _blank(self, text: str, path: Path) -> None:
        if not any(character.isalnum() for character in text):
            self._report("QZ209", "No answer can be typed here: it holds no letter and no digit.", path)
        _not_too_long(self._reader, (*self._path, *path), text, MAX_OPTION)

    def _cloze(self, question: Cloze) -> None:
        cloze = parse_cloze(question.text)
        if not cloze.blanks:
            self._report("QZ209", "The text has no blank.", ("text",), "Write {{ and }} around a word of the quote.")
            return
        if any(not any(c.isalnum() for c in way) for blank in cloze.blanks for way in blank):
            self._report("QZ209", "A blank is empty.", ("text",), "Write the words of the quote between {{ and }}.")
            return
        _not_too_long(self._reader, (*self._path, "text"), question.text, MAX_PROMPT)
        filled = fold(cloze.filled)
        quotes = [self._evidence[citation] for citation in question.cite if citation in self._evidence]
        if len(quotes) == len(question.cite) and not any(find_words(fold(e.text), filled) for e in quotes):
            notes = ["Write the text as the quote has it; only the blanks are left out."]
            if quotes:
                notes.insert(0, f"The quote: {show_line(quotes[0].text)}")
            self._report("QZ325", "Filled in, the text does not stand in a cited quote.", ("text",), *notes)

    def _match(self, question: Match) -> None:
        if len(question.pairs) < 2:
            self._report("QZ203", "`pairs` takes two pairs or more.", ("pairs",))
        self._cited([pair.cite for pair in question.pairs], "pairs", "pair")
        for index, pair in enumerate(question.pairs):
            for key, text in (("left", pair.left), ("right", pair.right)):
                path = ("pairs", index, key)
                _not_empty(self._reader, (*self._path, *path), text)
                _not_too_long(self._reader, (*self._path, *path), text, MAX_OPTION)
        self._alike([pair.left for pair in question.pairs], [("pairs", i, "left") for i in range(len(question.pairs))])
        rights = list(dict.fromkeys(pair.right for pair in question.pairs))
        first = {pair.right: ("pairs", index, "right") for index, pair in reversed([*enumerate(question.pairs)])}
        extra_paths: list[Path] = [("extra", index) for index in range(len(question.extra))]
        for text, path in zip(question.extra, extra_paths, strict=True):
            _not_empty(self._reader, (*self._path, *path), text)
        self._alike([*rights, *question.extra], [*(first[right] for right in rights), *extra_paths], len(rights))
        if len(rights) + len(question.extra) < 2:
            self._report("QZ209", "Every left has the same right, so there is nothing to tell apart.", ("pairs",))

    def _order(self, question: Order) -> None:
        if len(question.items) < 3:
            self._report("QZ203", "`items` takes three items or more.", ("items",))
        self._cited([item.cite for item in question.items], "items", "item")
        seen: dict[str, int] = {}
        for index, item in enumerate(question.items):
            path = ("items", index, "text")
            _not_empty(self._reader, (*self._path, *path), item.text)
            _not_too_long(self._reader, (*self._path, *path), item.text, MAX_OPTION)
            form = fold(item.text).casefold()
            if form in seen:
                self._report("QZ209", f"The item cannot be told from item {seen[form] + 1}.", path)
            seen.setdefault(form, index)

    def _cited(self, cites: Iterable[tuple[Citation, ...]], key: str, what: str) -> None:
        for index, cite in enumerate(cites):
            if not cite:
                self._report("QZ307", f"The {what} cites nothing.", (key, index), _CITE)

    def _find(self, question: FindEvidence) -> None:
        groups = [(("cite",), question.cite)]
        groups += [(("also", index), cites) for index, cites in enumerate(question.also)]
        of = question.cite[0].source if question.cite else None
        for path, cites in groups:
            for index, citation in enumerate(cites):
                if citation.source != of:
                    self._report("QZ203", "The sentences of an `evidence` question come from one source.", (*path, index),
                                 f"Cite {show_line(str(of))}, or ask two questions.")  # fmt: skip
                elif citation.part != "sentence":
                    self._report("QZ209", "A heading or page furniture cannot be picked.", (*path, index))


def _references(reader: Reader, names: Sequence[str], known: Collection[str], path: Path, what: str) -> None:
    for index, name in enumerate(names):
        if name in known:
            continue
        meant = did_you_mean(name, known)
        fix = None
        notes = []
        if meant:
            notes = [f"Did you mean “{meant}”?"]
            fix = reader.replace_with(f"Write “{meant}”", (*path, index), f'"{meant}"')
        reader.report("QZ205", f"No {what} is named “{show_line(name)}”.", (*path, index), *notes, fix=fix)


def _not_empty(reader: Reader, path: Path, text: str) -> None:
    if not text.strip():
        reader.report("QZ203", f"`{path[-1] if isinstance(path[-1], str) else path[-2]}` takes text that is not empty.", path)


def _not_too_long(reader: Reader, path: Path, text: str, limit: int) -> None:
    if len(text) > limit:
        reader.report("QZ210", f"The text has {len(text)} characters; {limit} is the most that a screen shows well.",
                      path, "Say it shorter, or in two parts.")  # fmt: skip
