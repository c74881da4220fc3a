"""Whether a question can be answered: its references, options, blanks, pairs and items, and that each cites."""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import assert_never

from quizapp.content.citation import Citation
from quizapp.content.cloze import parse_cloze
from quizapp.content.question import (
    TYPES,
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
from quizapp.content.reading.reader import Reader, is_slug
from quizapp.content.reading.texts import (
    MAX_OPTION,
    MAX_PARTS,
    MAX_PROMPT,
    MAX_SECTION,
    UNCITED,
    Surroundings,
    check_not_empty,
    check_not_too_long,
    check_references,
)
from quizapp.content.typography import as_it_looks
from quizapp.content.values import same_value
from quizapp.text.characters import show_line
from quizapp.text.fold import find_words, fold
from quizapp.text.span import Path

_PARTS = {
    "distractors": "distractors",
    "answers": "answers",
    "accept": "accepted answers",
    "pairs": "pairs",
    "extra": "further rights",
    "items": "items",
    "also": "alternatives",
}
"""The lists of a question, and what is in them."""


_lists_of = {
    model: tuple((key, what) for key, what in _PARTS.items() if key in {field.name for field in fields(model)})
    for model in TYPES.values()
}
"""Of them those that a type of question has."""


class QuestionCheck:
    """Looks through one question."""

    def __init__(self, reader: Reader, path: Path, known: Surroundings) -> None:
        self._reader = reader
        self._path = path
        self._known = known

    def _report(self, code: str, message: str, path: Path, *notes: str) -> None:
        """Reports at `path` of the question; not where something was already found wrong, there or inside."""
        at = (*self._path, *path)
        if path and self._reader.is_wrong(at):
            return
        self._reader.report(code, message, at, *notes)

    def question(self, question: Question) -> None:
        """Looks through the question; what is wrong is added to the reader's problems."""
        if question.about:
            check_references(self._reader, question.about, self._known.ids, (*self._path, "about"), "glossary entry")
        prompt_key = "claim" if isinstance(question, FindEvidence) else "prompt"
        if not isinstance(question, Cloze):
            self._not_empty(question.prompt, prompt_key)
        self._not_too_long(question.prompt, MAX_PROMPT, prompt_key)
        cites = question.cite or (*self._path, "cite") in self._reader.incomplete
        if not cites and not isinstance(question, Match | Order):
            self._report("QZ307", "The question cites nothing.", ("cite",), UNCITED)
        for index, was in enumerate(question.was):
            lesson, slash, own = was.partition("/")
            if not (slash and is_slug(lesson) and is_slug(own)):
                self._report("QZ203", "An item of `was` is `lesson/question`.", ("was", index))
        self._not_too_long(question.explain, MAX_SECTION, "explain")
        self._not_too_long(question.hint, MAX_SECTION, "hint")
        self._not_too_long(question.frame, MAX_PROMPT, "frame")
        self._frame(question)
        if not self._has_too_many(question):
            self._parts(question)

    def _parts(self, question: Question) -> None:
        match question:
            case Choice():
                self._choice(question)
            case Select():
                self._select(question)
            case Short():
                self._typed(question)
            case Cloze():
                self._cloze(question)
            case Match():
                self._match(question)
            case Order():
                self._order(question)
            case FindEvidence():
                self._find(question)
            case Number() | Boolean():
                pass
            case _:
                assert_never(question)

    def _not_empty(self, text: str, *path: str | int) -> None:
        if not text or text.isspace():
            check_not_empty(self._reader, (*self._path, *path), text)

    def _not_too_long(self, text: str, limit: int, *path: str | int) -> None:
        if len(text) > limit:
            check_not_too_long(self._reader, (*self._path, *path), text, limit)

    def _has_too_many(self, question: Question) -> bool:
        """Reports a question of more parts than anyone can take in; it is then not looked at part by part."""
        for key, what in _lists_of[type(question)]:
            number = len(getattr(question, key))
            if number > MAX_PARTS:
                self._report("QZ210", f"The question has {number} {what}; {MAX_PARTS} is the most.", (key,),
                             "Leave some out, or ask several questions.")  # fmt: skip
                return True
        return False

    def _frame(self, question: Question) -> None:
        if not question.frame:
            return
        if not isinstance(question, Choice | Short | Number):
            self._report("QZ203", "`frame` belongs to choice, short and number.", ("frame",), "Leave it out.")
        elif question.frame.count("{answer}") != 1:
            self._report("QZ203", "`frame` holds {answer} once, in the place of the answer.", ("frame",))

    def _choice(self, question: Choice) -> None:
        if not 2 <= len(question.distractors) <= 5:
            self._report("QZ203", "`distractors` takes 2 to 5 options.", ("distractors",))
        self._options([question.answer], [("answer",)], question.distractors)

    def _select(self, question: Select) -> None:
        if not question.answers:
            self._report("QZ209", "No option is right.", ("answers",), "Name at least one answer.")
        if not question.distractors:
            self._report("QZ203", "`distractors` takes at least one option.", ("distractors",))
        paths: list[Path] = [("answers", index) for index in range(len(question.answers))]
        self._options(question.answers, paths, question.distractors)

    def _options(self, right: Sequence[Option], right_paths: Sequence[Path], wrong: Sequence[Option]) -> None:
        wrong_paths: list[Path] = [("distractors", index) for index in range(len(wrong))]
        options = [*zip(right, right_paths, strict=True), *zip(wrong, wrong_paths, strict=True)]
        for option, path in options:
            if option.why or not option.text or len(option.text) > MAX_OPTION or option.text.isspace():
                self._option_text(option, path)
        for option, path in zip(right, right_paths, strict=True):
            if not option.source or (*self._path, *path, "cite") in self._reader.incomplete:
                continue
            if not any(citation.source == option.source for citation in option.cite):
                self._report("QZ307", f"The right answer “{show_line(option.source)}” cites nothing in it.",
                             path, 'Add `cite = ["name"]` with a sentence of it to the option.')  # fmt: skip
        keys = len(right)
        self._alike([option.value for option, _ in options], [path for _, path in options], keys)

    def _option_text(self, option: Option, path: Path) -> None:
        if option.source is None:
            self._not_empty(option.text, *path)
            self._not_too_long(option.text, MAX_OPTION, *path)
        self._not_too_long(option.why, MAX_SECTION, *path, "why")

    def _alike(self, values: Sequence[str], paths: Sequence[Path], keys: int = 0) -> None:
        """Reports options that mean the same; the first `keys` are right."""
        if self._surely_differ(values):
            return
        known: dict[tuple[str, ...], int] = {}
        for index, value in enumerate(values):
            form = self._known.canonical.words(as_it_looks(value))
            same = known.get(form)
            if same is None and "-" in fold(value):
                same = next((i for i in range(index) if same_value(values[i], value, self._known.aliases)), None)
            known.setdefault(form, index)
            if same is None:
                continue
            if same < keys <= index:
                self._report("QZ208", f"The distractor means the same as the answer “{show_line(values[same])}”.",
                             paths[index], "Put another wrong answer in its place.")  # fmt: skip
            else:
                self._report("QZ207", f"The option means the same as “{show_line(values[same])}”.", paths[index],
                             "Leave one of them out.")  # fmt: skip

    def _surely_differ(self, values: Sequence[str]) -> bool:
        """Whether a look is enough to say that no two options mean the same."""
        together = "".join(values)
        if together.isascii() and together.replace(" ", "").isalpha():  # nothing but words
            return len(set(map(self._known.canonical.words, values))) == len(values)
        for value in values:
            if "-" in value or not (value.isascii() or ("-" not in fold(value) and as_it_looks(value) == value)):
                return False
        return self._known.canonical.surely_differ(values)

    def _typed(self, question: Short) -> None:
        self._blank(question.answer, ("answer",))
        for index, other in enumerate(question.accept):
            self._blank(other, ("accept", index))

    def _blank(self, text: str, path: Path) -> None:
        if not text[:1].isalnum() and not any(map(str.isalnum, text)):
            self._report("QZ209", "No answer can be typed here: it holds no letter and no digit.", path)
        self._not_too_long(text, MAX_OPTION, *path)

    def _cloze(self, question: Cloze) -> None:
        cloze = parse_cloze(question.text)
        if not cloze.blanks:
            self._report("QZ209", "The text has no blank.", ("text",), "Write {{ and }} around a word of the quote.")
            return
        if not all(any(map(str.isalnum, way)) for blank in cloze.blanks for way in blank):
            self._report("QZ209", "A blank is empty.", ("text",), "Write the words of the quote between {{ and }}.")
            return
        self._not_too_long(question.text, MAX_PROMPT, "text")
        filled = fold(cloze.filled)
        quotes = [self._known.evidence[citation] for citation in question.cite if citation in self._known.evidence]
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
                path: Path = ("pairs", index, key)
                self._not_empty(text, *path)
                self._not_too_long(text, MAX_OPTION, *path)
        self._alike([pair.left for pair in question.pairs], [("pairs", i, "left") for i in range(len(question.pairs))])
        rights = list(dict.fromkeys(pair.right for pair in question.pairs))
        first: dict[str, Path] = {
            pair.right: ("pairs", index, "right") for index, pair in reversed(list(enumerate(question.pairs)))
        }
        extra_paths: list[Path] = [("extra", index) for index in range(len(question.extra))]
        for text, path in zip(question.extra, extra_paths, strict=True):
            self._not_empty(text, *path)
            self._not_too_long(text, MAX_OPTION, *path)
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
            self._not_empty(item.text, *path)
            self._not_too_long(item.text, MAX_OPTION, *path)
            form = fold(item.text).casefold()
            if form in seen:
                self._report("QZ209", f"The item cannot be told from item {seen[form] + 1}.", path)
            seen.setdefault(form, index)

    def _cited(self, cites: Iterable[tuple[Citation, ...]], key: str, what: str) -> None:
        for index, cite in enumerate(cites):
            if not cite and (*self._path, key, index, "cite") not in self._reader.incomplete:
                self._report("QZ307", f"The {what} cites nothing.", (key, index), UNCITED)

    def _find(self, question: FindEvidence) -> None:
        groups: list[tuple[Path, tuple[Citation, ...]]] = [(("cite",), question.cite)]
        groups += [(("also", index), cites) for index, cites in enumerate(question.also)]
        of = question.cite[0].source if question.cite else None
        for path, cites in groups:
            for index, citation in enumerate(cites):
                if citation.source != of:
                    message = (
                        f"The sentences to be found are those of {show_line(str(of))}, and this is of another source."
                    )
                    self._report("QZ203", message, (*path, index), "Cite the same source, or ask two questions.")
                elif citation.part != "sentence":
                    message = "Sentences are to be found, and this is a heading or page furniture."
                    self._report("QZ209", message, (*path, index), "Cite a sentence.")
