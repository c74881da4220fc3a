"""No widget is given data as markup: `[Putin]` would vanish, `[/x]` would end the app, `[@click=…]` would run.

Held over the syntax tree: what Textual reads as markup when it is a text must be `Content` (or another visual of ours),
and the calls that take only text must say `markup=False`.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TUI = Path(__file__).parent.parent.parent / "quizapp" / "tui"
FILES = sorted(TUI.rglob("*.py"))

SHOWS_FIRST = {"Static", "Label", "Option", "Button", "Collapsible", "Checkbox", "RadioButton", "Digits", "Link"}
"""Widgets whose first argument is shown."""
MUST_SAY_NO = {"notify", "OptionList", "SelectionList", "Select", "Notification"}
"""Calls that read text as markup unless told not to."""
SHOWN_KEYWORDS = {"tooltip", "border_title", "border_subtitle", "label"}
SHOWN_ATTRIBUTES = {"tooltip", "border_title", "border_subtitle", "label"}
MAKERS = {"Content", "Row", "assemble", "heading"}
"""What may be shown where it is made: `Content(…)`, `Content.assemble(…)`, `Row(…)`, and what a method named
`heading` returns."""
NEVER = {"from_markup", "from_rich_text", "escape", "RichLog", "Markdown", "MarkdownViewer", "Header"}


def name_of(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def is_text(node: ast.expr) -> bool:
    """Whether an expression is seen to be a text: a literal, an f-string, a call that gives one."""
    match node:
        case ast.Constant(value=value):
            return isinstance(value, str)
        case ast.JoinedStr():
            return True
        case ast.BinOp(left=left, right=right):
            return is_text(left) or is_text(right)
        case ast.IfExp(body=body, orelse=orelse):
            return is_text(body) or is_text(orelse)
        case ast.Call():
            return name_of(node) in {"show", "show_line", "str", "join", "format"} and not makes_content(node)
        case _:
            return False


def makes_content(node: ast.expr) -> bool:
    """Whether an expression is seen to be made of `Content`."""
    match node:
        case ast.Call(func=ast.Attribute(value=inner)) if makes_content(inner):
            return True
        case ast.Call():
            return name_of(node) in MAKERS
        case _:
            return False


def breaches(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=targets, value=value):
                yield from ((node.lineno, words) for target in targets for words in in_assignment(target, value))
            case ast.AnnAssign(target=target, value=ast.expr() as value):
                yield from ((node.lineno, words) for words in in_assignment(target, value))
            case ast.Attribute(attr=name) | ast.Name(id=name) if name in NEVER:
                yield node.lineno, f"{name} is used"
            case ast.Call():
                yield from ((node.lineno, words) for words in in_call(node))


def in_assignment(target: ast.expr, value: ast.expr) -> Iterator[str]:
    if isinstance(target, ast.Attribute) and target.attr in SHOWN_ATTRIBUTES and not makes_content(value):
        yield f"{target.attr} is set to something other than Content"


def in_call(call: ast.Call) -> Iterator[str]:
    name = name_of(call)
    keywords = {keyword.arg: keyword.value for keyword in call.keywords}
    no_markup = "markup" in keywords and ast.unparse(keywords["markup"]) == "False"
    if name in MUST_SAY_NO and not no_markup:
        yield f"{name} without markup=False"
    if name in SHOWS_FIRST and not no_markup and not (call.args and makes_content(call.args[0])):
        yield f"{name} is given something other than Content"
    if name == "update" and call.args and is_text(call.args[0]):
        yield "update is given a text"
    for keyword in SHOWN_KEYWORDS & keywords.keys():
        if name != "Binding" and is_text(keywords[keyword]):
            yield f"{keyword} is given a text"


def allowed(path: Path, message: str) -> bool:
    """The one exception: a key's tooltip is a constant of the keymap, which Textual shows nowhere in this app."""
    return path.name == "keymap.py" and message.startswith("tooltip")


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(TUI)))
def test_data_reaches_widgets_only_as_content(path: Path) -> None:
    found = [
        f"{path.name}:{line}: {message}"
        for line, message in breaches(ast.parse(path.read_text(encoding="utf-8")))
        if not allowed(path, message)
    ]
    assert not found


@pytest.mark.parametrize(
    "code",
    [
        "Static(title)",
        "Static(f'{title}')",
        "Static()",
        "self.notify(words)",
        "Option(show_line(x))",
        "x.update(show(text))",
        "x.update('a' + title)",
        "OptionList(*options)",
        "self.tooltip = title",
        "self.border_title = show_line(title)",
        "Content.from_markup(text)",
        "Label(str(x), markup=True)",
    ],
)
def test_the_search_finds_what_it_is_for(code: str) -> None:
    assert list(breaches(ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    [
        "Static(Content(title))",
        "Static(Content.assemble((title, MUTED)).stylize(x), id='a')",
        "Static(title, markup=False)",
        "self.notify(words, markup=False)",
        "x.update(blocks)",
    ],
)
def test_the_search_lets_content_pass(code: str) -> None:
    assert not list(breaches(ast.parse(code)))
