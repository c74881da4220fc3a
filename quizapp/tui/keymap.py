"""Every key of the app, declared once: bindings, footer, help and palette are made from these rows.

In the settings file a learner may give a binding, by its id, other keys.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from textual.binding import Binding, BindingType


@dataclass(frozen=True, slots=True)
class Key:
    """One row: what is pressed, what it does, and how it is said."""

    id: str
    """`lesson.next`; with `digits` the binding of each has the digit behind it, `lesson.citation.3`."""
    keys: str
    """Textual's names, separated by commas."""
    action: str
    words: str
    """One or two words, for the footer."""
    help: str
    """A phrase, for help and palette."""
    display: str = ""
    """How the keys are written; Textual's way when empty."""
    footer: bool = True
    palette: bool = True
    """Whether it makes sense without a cursor: moving does not."""
    priority: bool = False
    """Whether it works in a text field too."""
    digits: str = ""
    """The digits that it stands for, if any, each with its number as the action's argument."""

    def bindings(self) -> Iterator[Binding]:
        """The bindings that Textual needs for this row."""
        if not self.digits:
            yield Binding(
                self.keys, self.action, self.words, self.footer, self.display, self.priority, self.help, self.id
            )
            return
        for digit in self.digits:
            yield Binding(
                digit, f"{self.action}({digit})", self.words, self.footer, self.display, tooltip=self.help,
                id=f"{self.id}.{digit}",
            )  # fmt: skip


COUNTED = "123456789"

KEYS: dict[str, tuple[Key, ...]] = {
    "everywhere": (
        Key("palette", "ctrl+p", "command_palette", "palette", "Find a lesson, a source or a command", "ctrl+p",
            palette=False, priority=True),
        Key("quit", "ctrl+q", "quit", "quit", "Leave quizapp", "ctrl+q", priority=True),
    ),
    "page": (
        Key("help", "question_mark,f1", "help", "help", "Show the keys of this screen"),
        Key("back", "escape", "back", "back", "Go back", "esc"),
        Key("search", "slash", "search", "search", "Search sources, lessons and glossary", "/"),
    ),
    "home": (
        Key("home.open", "enter", "select", "open", "Open what is highlighted", "enter"),
    ),
    "list": (
        Key("list.down", "down,j", "move(1)", "move", "Up and down the list", "↓ j", footer=False, palette=False),
        Key("list.up", "up,k", "move(-1)", "move", "Up and down the list", "↑ k", footer=False, palette=False),
        Key("list.first", "home", "first", "first", "First and last", "home", footer=False, palette=False),
        Key("list.last", "end", "last", "last", "First and last", "end", footer=False, palette=False),
    ),
    "pages": (
        Key("list.page-down", "pagedown,space", "far(1)", "page", "A page of the list down, up", "space",
            footer=False, palette=False),
        Key("list.page-up", "pageup", "far(-1)", "page", "A page of the list down, up", "pgup", footer=False,
            palette=False),
    ),
    "home.page": (
        Key("home.card", "tab", "app.focus_next", "card", "To the text beside the list, and back", "tab", footer=False,
            palette=False),
        Key("home.review", "r", "review", "review", "Review what is due", "r"),
        Key("home.sources", "s", "sources", "sources", "Read the sources", "s"),
        Key("home.glossary", "g", "glossary", "glossary", "Glossary: names, and where sources differ", "g"),
        Key("home.stats", "t", "stats", "stats", "Stats: what you answered and remember", "t"),
    ),
    "lesson": (
        Key("lesson.go-on", "enter", "go_on", "go on", "Next section; from the last one, the quiz", "enter"),
        Key("lesson.anew", "a", "anew", "start anew", "Begin the quiz anew, from its first question", "a"),
        Key("lesson.previous", "left", "previous", "section", "Previous section", "←"),
        Key("lesson.next", "right", "next", "section", "Next section", "→"),
        Key("lesson.citation", "", "citation", "source", "Show the source behind a citation", "1-9",
            palette=False, digits=f"{COUNTED}0"),
        Key("lesson.article", "o", "article", "article", "Open the cited article", "o"),
        Key("lesson.names", "g", "names", "names", "Look up the names of this section", "g"),
    ),
    "article": (
        Key("article.cited", "c", "cited", "cited sentence", "Go back to the cited sentence", "c"),
        Key("article.lesson", "enter", "lesson(1)", "lesson", "Open the first lesson that rests on the sentence",
            "enter"),
        Key("article.nth-lesson", "", "lesson", "lesson", "Open a lesson that rests on the sentence", "1-9",
            palette=False, footer=False, digits=COUNTED),
        Key("article.copy", "y", "copy", "copy", "Copy the sentence", "y"),
        Key("article.down", "down,j", "move(1)", "move", "Next sentence, the one before", "↓ j", footer=False,
            palette=False),
        Key("article.up", "up,k", "move(-1)", "move", "Next sentence, the one before", "↑ k", footer=False,
            palette=False),
        Key("article.page-down", "pagedown,space", "far(1)", "page", "A page down, up", "space", footer=False,
            palette=False),
        Key("article.page-up", "pageup", "far(-1)", "page", "A page down, up", "pgup", footer=False, palette=False),
        Key("article.first", "home", "first", "first", "First and last sentence", "home", footer=False, palette=False),
        Key("article.last", "end", "last", "last", "First and last sentence", "end", footer=False, palette=False),
    ),
    "choices": (
        Key("choices.open", "enter", "select", "open", "Open what is highlighted", "enter"),
    ),
    "entry": (
        Key("entry.open", "enter", "open", "open", "Open the article at the marked sentence, or the marked lesson",
            "enter"),
        Key("entry.previous", "left", "entry(-1)", "entry", "Previous entry", "←"),
        Key("entry.next", "right", "entry(1)", "entry", "Next entry", "→"),
        Key("entry.down", "down,j,tab", "move(1)", "move", "Next sentence or lesson, the one before", "↓ j",
            footer=False, palette=False),
        Key("entry.up", "up,k,shift+tab", "move(-1)", "move", "Next sentence or lesson, the one before", "↑ k",
            footer=False, palette=False),
        Key("entry.page-down", "pagedown,space", "page(1)", "page", "A page down, up", "space", footer=False,
            palette=False),
        Key("entry.page-up", "pageup", "page(-1)", "page", "A page down, up", "pgup", footer=False, palette=False),
    ),
    "search": (
        Key("search.open", "enter", "screen.select", "open", "Open what is highlighted", "enter", palette=False),
        Key("search.meant", "tab", "screen.meant", "take it", "Search for what was likely meant", "tab", palette=False),
        Key("search.down", "down", "screen.move(1)", "move", "Up and down what was found", "↓",
            footer=False, palette=False),
        Key("search.up", "up", "screen.move(-1)", "move", "Up and down what was found", "↑",
            footer=False, palette=False),
        Key("search.page-down", "pagedown", "screen.far(1)", "page", "A page down, up", "pgdn",
            footer=False, palette=False),
        Key("search.page-up", "pageup", "screen.far(-1)", "page", "A page down, up", "pgup",
            footer=False, palette=False),
    ),
    "stats": (
        Key("stats.begin", "enter", "begin", "begin", "Begin with a lesson", "enter"),
    ),
    "help": (
        Key("help.close", "escape,question_mark,enter,f1,q", "close", "close", "Close help", "esc"),
    ),
    "scroll": (
        Key("scroll.down", "down", "scroll_down", "scroll", "Scroll", "↓", footer=False, palette=False),
        Key("scroll.up", "up", "scroll_up", "scroll", "Scroll", "↑", footer=False, palette=False),
        Key("scroll.page-down", "pagedown,space", "page_down", "page", "A page down, up", "space", footer=False,
            palette=False),
        Key("scroll.page-up", "pageup", "page_up", "page", "A page down, up", "pgup", footer=False, palette=False),
        Key("scroll.top", "home", "scroll_home", "top", "To the top, the end", "home", footer=False, palette=False),
        Key("scroll.end", "end", "scroll_end", "end", "To the top, the end", "end", footer=False, palette=False),
    ),
    "quiz": (
        Key("quiz.submit", "enter", "submit", "submit", "Submit the answer", "enter"),
        Key("quiz.next", "enter", "go_on", "next", "Go to the next question", "enter"),
        Key("quiz.not-sure", "n,f3", "not_sure", "not sure", "Answer, but say that you are not sure"),
        Key("quiz.hint", "h,f2", "hint", "hint", "Show the hint"),
        Key("quiz.skip", "k,f4", "skip", "skip", "Skip this question"),
        Key("quiz.article", "o", "article", "article", "Open the article, after answering"),
        Key("quiz.undo", "u,f5", "undo", "undo", "Take the last answer back"),
        Key("quiz.flag", "f,f6", "flag", "flag", "Flag this question as bad, for its author, or take that back"),
    ),
    "pick": (
        Key("pick.number", "", "pick", "choose", "Choose an option by its number, or mark it", "1-9", palette=False,
            digits=COUNTED),
        Key("pick.sentence", "", "sentence", "sentence", "Go to a sentence by its number, digit after digit", "0-9",
            palette=False, digits=f"0{COUNTED}"),
        Key("pick.down", "down", "cursor_down", "move", "Up and down the options", "↓", footer=False, palette=False),
        Key("pick.up", "up", "cursor_up", "move", "Up and down the options", "↑", footer=False, palette=False),
        Key("pick.toggle", "space", "mark", "mark", "Mark an option, or take its mark away", "space", palette=False),
        Key("pick.far-down", "pagedown", "far_down", "far down", "Five down, up", "pgdn", footer=False,
            palette=False),
        Key("pick.far-up", "pageup", "far_up", "far up", "Five down, up", "pgup", footer=False, palette=False),
        Key("pick.first", "home", "first", "first", "First and last", "home", footer=False, palette=False),
        Key("pick.last", "end", "last", "last", "First and last", "end", footer=False, palette=False),
    ),
    "fill": (
        Key("fill.submit", "enter", "submit", "submit", "Submit, or go to the next blank", "enter", palette=False),
        Key("fill.next", "tab", "next(1)", "next blank", "Next blank, the one before", "tab", footer=False,
            palette=False),
        Key("fill.previous", "shift+tab", "next(-1)", "blank before", "Next blank, the one before", "shift+tab",
            footer=False, palette=False),
    ),
    "arrange": (
        Key("arrange.lift", "space", "lift", "lift, drop", "Lift a card, or drop it", "space", palette=False),
        Key("arrange.next", "tab", "next", "next line", "Next line, the one before", "tab", palette=False),
        Key("arrange.previous", "shift+tab", "previous", "line before", "Next line, the one before", "shift+tab",
            footer=False, palette=False),
        Key("arrange.down", "down,right", "cursor_down", "move", "Move; in a match, choose another", "↓ →",
            footer=False, palette=False),
        Key("arrange.up", "up,left", "cursor_up", "move", "Move; in a match, choose another", "↑ ←",
            footer=False, palette=False),
        Key("arrange.first", "home", "first", "first", "First and last line", "home", footer=False, palette=False),
        Key("arrange.last", "end", "last", "last", "First and last line", "end", footer=False, palette=False),
        Key("arrange.pick", "", "pick", "choose", "Choose the match of a line by its number", "1-9", palette=False,
            digits=COUNTED),
    ),
    "review": (
        Key("review.go-on", "enter", "go_on", "go on", "Review ahead of time, or begin with a lesson", "enter"),
        Key("review.next", "n", "next", "next lesson", "Go on to the next lesson", "n"),
    ),
    "preview": (
        Key("preview.previous", "left", "previous", "part", "Previous section or question", "←"),
        Key("preview.next", "right", "next", "part", "Next section or question", "→"),
        Key("preview.try", "t", "try", "try it", "Answer this question as the learner does", "t"),
        Key("preview.edit", "e", "edit", "edit", "Open your editor here", "e"),
        Key("preview.lesson", "l", "lesson", "as learner", "Read the lesson as the learner does", "l"),
        Key("preview.article", "o", "article", "article", "Open the article that this cites", "o"),
        Key("preview.again", "r", "again", "read again", "Read the course again", "r", footer=False),
    ),
    "problems": (
        Key("problems.down", "down,j", "move(1)", "problem", "Next problem, previous one", "↓"),
        Key("problems.up", "up,k", "move(-1)", "problem", "Next problem, previous one", "↑"),
        Key("problems.go", "enter", "select", "its place", "Go to the place of the problem", "enter", footer=False),
        Key("problems.page-down", "space,pagedown", "screen.page(1)", "page", "A page of the lesson down, up", "space",
            footer=False, palette=False),
        Key("problems.page-up", "pageup", "screen.page(-1)", "page", "A page of the lesson down, up", "pgup",
            footer=False, palette=False),
        Key("problems.first", "home", "first", "first", "First and last problem", "home", footer=False, palette=False),
        Key("problems.last", "end", "last", "last", "First and last problem", "end", footer=False, palette=False),
    ),
    "results": (
        Key("results.retry", "r", "retry", "retry the missed", "Ask again what was missed", "r"),
        Key("results.next", "n", "next", "next lesson", "Go on to the next lesson", "n"),
    ),
    "results.list": (
        Key("results.show", "enter", "select", "article", "Open the article at the evidence of a question", "enter"),
        Key("results.page-down", "pagedown,space", "screen.page(1)", "page", "A page of the answer down, up", "space",
            footer=False, palette=False),
        Key("results.page-up", "pageup", "screen.page(-1)", "page", "A page of the answer down, up", "pgup",
            footer=False, palette=False),
    ),
}  # fmt: skip
"""The rows by where they apply: the whole app, every page, or the screen or widget of that name."""

_ALWAYS = ("scroll", "page", "everywhere")
TOGETHER: tuple[tuple[str, ...], ...] = (
    *(
        (*places, *_ALWAYS)
        for places in (
            ("home", "list", "pages", "home.page"),
            ("lesson",),
            ("article", "choices", "list", "pages"),
            ("choices", "list", "pages"),
            ("entry",),
            ("search",),
            ("stats",),
            ("quiz", "pick"),
            ("quiz", "fill"),
            ("quiz", "arrange"),
            ("review",),
            ("preview", "problems"),
            ("results", "results.list", "list"),
        )
    ),
    ("help", "scroll", "everywhere"),
)
"""The places whose bindings apply at once: a screen, with the widget of it that has the keys."""


def bindings(*where: str) -> list[BindingType]:
    """The bindings of one place or more, for `BINDINGS`."""
    return [binding for place in where for key in KEYS[place] for binding in key.bindings()]


def common(key: Key) -> bool:
    """Whether a row applies everywhere, not to one place."""
    return any(key is other for place in ("page", "everywhere") for other in KEYS[place])


def row(binding_id: str | None) -> Key | None:
    """The row that a binding was made from; None for one of Textual's own."""
    return _ROWS.get(binding_id or "")


def label(identity: str, wanted: Mapping[str, str]) -> str:
    """How the key of a binding is written; the first of those that the learner wants, where there are any."""
    if identity in wanted:
        from quizapp.tui.keyname import written

        return written(wanted[identity].partition(",")[0])
    return _ROWS[identity].display


def keys_of(identity: str, wanted: Mapping[str, str]) -> tuple[str, ...]:
    """The keys of a binding, as Textual names them; those that the learner wants, where there are any."""
    return tuple(wanted.get(identity, _ROWS[identity].keys).split(","))


def opening(label: str) -> str:
    """A key as the first word of a sentence; a letter stays as it is, for its capital would be another key."""
    return label[:1].upper() + label[1:] if len(label) > 1 else label


_ROWS = {key.id: key for rows in KEYS.values() for key in rows}
_ROWS |= {f"{key.id}.{digit}": key for key in _ROWS.values() for digit in key.digits}
