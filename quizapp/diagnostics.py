"""One value for every finding, and the catalogue of rules.

An author's mistakes are values: all of a file's at once, each with the place of the exact value and a repair. Trouble
with the environment is another thing, see `errors`. They are tuples: a course may have hundreds of thousands of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from quizapp.text.document import Document
from quizapp.text.span import Path, Place, Span


class Severity(StrEnum):
    """How sure a finding is and what it does to the check."""

    ERROR = "error"
    """Certain: the file is wrong, or the evidence does not carry the answer."""
    WARNING = "warning"
    """A rule of good teaching or of the course is broken; `--strict` fails on it."""
    NOTE = "note"
    """A heuristic saw something that a person should look at."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the check: a code that is never reused and the name that goes with it."""

    code: str
    name: str
    severity: Severity
    summary: str
    """What the rule asks for, one sentence."""


class Location(NamedTuple):
    """Where a finding is: a path into a TOML file, or a span of the file's text where there is no path."""

    file: str
    """Relative to the course, with forward slashes."""
    path: Path = ()
    span: Span | None = None
    """A stretch of the whole file; it goes before `path`."""
    on_key: bool = False
    """Whether the key at the end of `path` is meant, not its value."""

    def span_in(self, document: Document) -> Span:
        """The stretch of the file's text that is meant."""
        return document.span(self.path, on_key=self.on_key) if self.span is None else self.span

    def place_in(self, document: Document) -> Place:
        """The same as lines and columns, counted from 1."""
        return document.place(self.span_in(document))


class Edit(NamedTuple):
    """A replacement in one file, in code points of its decoded text."""

    file: str
    span: Span
    text: str


class Fix(NamedTuple):
    """A repair; a safe one removes its finding, adds none and changes no meaning."""

    title: str
    edits: tuple[Edit, ...]
    safe: bool = True


class Diagnostic(NamedTuple):
    """One finding of the check."""

    rule: Rule
    message: str
    location: Location | None = None
    """None for a finding without a place, such as a course without lessons."""
    lesson: str | None = None
    question: str | None = None
    notes: tuple[str, ...] = ()
    fix: Fix | None = None
    lowered: bool = False
    """Whether the rule's error is only a note here: the question may be right, as one above plain recall may be."""

    @property
    def severity(self) -> Severity:
        """How sure this finding is."""
        return Severity.NOTE if self.lowered else self.rule.severity


def _catalogue(*rules: Rule) -> Mapping[str, Rule]:
    return {rule.code: rule for rule in rules}


_E = Severity.ERROR
_W = Severity.WARNING
_N = Severity.NOTE

CATALOGUE: Mapping[str, Rule] = _catalogue(
    Rule("QZ101", "syntax", _E, "A file must be well-formed TOML."),
    Rule("QZ102", "not-readable", _E, "A file must be a regular UTF-8 file inside the course, of at most 5 MB."),
    Rule("QZ103", "forbidden-character", _E, "A text holds no control, bidirectional, invisible or private character."),
    Rule("QZ104", "number-out-of-range", _E, "A number fits into 64 bits and is finite."),
    Rule("QZ105", "nothing-to-check", _E, "A course has lessons, and its lessons have questions."),
    Rule("QZ201", "unknown-key", _E, "A key is one that the format knows."),
    Rule("QZ202", "missing-key", _E, "A required key is there."),
    Rule("QZ203", "wrong-value", _E, "A value is of the kind that its key takes."),
    Rule("QZ204", "unknown-type", _E, "A question's type is one of the nine."),
    Rule("QZ205", "unknown-reference", _E, "What a name refers to exists."),
    Rule("QZ206", "duplicate-id", _E, "An id is used once."),
    Rule("QZ207", "duplicate-option", _E, "No two options mean the same."),
    Rule("QZ208", "key-among-distractors", _E, "No distractor means the same as the answer."),
    Rule("QZ209", "unanswerable", _E, "A question can be answered, and its answer told from what is wrong."),
    Rule("QZ210", "too-long", _E, "A text fits on the screen that shows it."),
    Rule("QZ301", "quote-not-found", _E, "A quote stands verbatim in the source it names."),
    Rule("QZ302", "unknown-source", _E, "A cited source exists."),
    Rule("QZ303", "source-altered", _E, "A source says word for word what its original says."),
    Rule("QZ304", "quote-ambiguous", _E, "A quote that stands more than once says which is meant."),
    Rule("QZ305", "quote-in-furniture", _E, "Page furniture and headings are cited only as such."),
    Rule("QZ306", "quote-across-paragraphs", _E, "A quote stays within one paragraph."),
    Rule("QZ307", "uncited", _E, "Everything that is taught or asked cites a sentence."),
    Rule("QZ308", "not-taught", _W, "What settles a question is in the prose of its lesson."),
    Rule("QZ310", "short-quote", _N, "A quote has four words or more."),
    Rule("QZ311", "clipped", _N, "A quote does not cut off a negation or the only name of the speaker."),
    Rule("QZ321", "number-unsupported", _E, "A number in the answer is in a cited sentence."),
    Rule("QZ322", "name-unsupported", _E, "A proper name in the answer is in a cited sentence."),
    Rule("QZ323", "quoted-words-altered", _E, "Words in quotation marks stand in a cited sentence."),
    Rule("QZ324", "frame-fails", _E, "With the answer a frame stands in the quote, with a distractor in no source."),
    Rule("QZ325", "cloze-not-verbatim", _E, "A cloze, filled in, stands verbatim in a cited quote."),
    Rule("QZ326", "prompt-name-absent", _E, "A proper name in the prompt stands in a cited source."),
    Rule("QZ327", "dispute-unnamed", _E, "Where the sources differ, the prompt or an option names the source."),
    Rule("QZ331", "not-approved", _W, "A person read the question against its evidence and approved it."),
    Rule("QZ341", "worded-key", _N, "At least half of the words that carry the answer are in the evidence."),
    Rule("QZ342", "negation-differs", _N, "The question denies what the evidence denies, and nothing else."),
    Rule("QZ343", "quantifier-differs", _N, "The question keeps “at least”, “nearly” and their like."),
    Rule("QZ344", "prompt-number-absent", _N, "A number in the prompt is in the evidence."),
    Rule("QZ345", "prompt-name-elsewhere", _N, "A name in the prompt is in the evidence, or its context is cited."),
    Rule("QZ346", "attribution-lost", _N, "What the evidence reports, the question does not assert."),
    Rule("QZ347", "speaker-absent", _N, "A speaker that the question names is in the evidence."),
    Rule("QZ348", "hedge-lost", _N, "The question keeps “may”, “reportedly” and their like."),
    Rule("QZ349", "distractor-supported", _N, "No source says what a distractor says."),
    Rule("QZ350", "explanation-unsupported", _N, "Numbers and names in an explanation are in its evidence."),
    Rule("QZ351", "many-sentences-fit", _N, "No other sentence of the source fits the claim as well."),
    Rule("QZ401", "all-or-none-of-above", _W, "No option is “all of the above” or “none of the above”."),
    Rule("QZ402", "key-in-prompt", _W, "The prompt does not hold the answer."),
    Rule("QZ403", "key-in-hint", _W, "The hint does not hold the answer."),
    Rule("QZ404", "weak-explanation", _W, "An explanation says more than the answer."),
    Rule("QZ405", "unmarked-negative", _W, "A negative prompt has its NOT or EXCEPT in capitals."),
    Rule("QZ406", "longest-is-key", _W, "The answer is not the longest option more often than chance would have it."),
    Rule("QZ407", "date-not-in-source", _W, "No date is stated that the sources do not give."),
    Rule("QZ421", "long-key", _N, "The answer is not much longer than the longest distractor."),
    Rule("QZ422", "grammar-cue", _N, "Neither “a” or “an” nor a plural gives the answer away."),
    Rule("QZ423", "mixed-options", _N, "The options are of one kind."),
    Rule("QZ424", "absolute-term", _N, "“Always”, “never” and their like are in the evidence."),
    Rule("QZ425", "key-copies-quote", _N, "The answer says it in words of its own."),
    Rule("QZ426", "key-shown-elsewhere", _N, "No other question of the lesson shows the answer and its sentence."),
    Rule("QZ501", "requires-cycle", _W, "No lesson requires itself, directly or through others."),
    Rule("QZ502", "unused-source", _W, "Every source is cited."),
    Rule("QZ503", "unused-entry", _W, "Every glossary entry is used."),
    Rule("QZ504", "unused-citation", _W, "Every named citation is used."),
    Rule("QZ505", "unlisted-name", _W, "Every name in the lessons is in the glossary."),
    Rule("QZ506", "same-key-same-sentence", _W, "No two lessons ask for the same answer from the same sentence."),
    Rule("QZ507", "unused-allowance", _W, "Every allowance allows a finding."),
)
"""Every rule by its code."""
