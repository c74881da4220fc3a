"""Lesson prose as blocks: emphasis, lists, and citations as small numbers."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from textual.content import Content
from textual.style import Style

from quizapp.content import prose
from quizapp.content.glossary_names import GlossaryNames
from quizapp.text.characters import show_line
from quizapp.tui.theme import ACCENT, CURRENT
from quizapp.tui.widgets.flow import Block

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(number: int) -> str:
    """A number in superscript digits."""
    return str(number).translate(_RAISED)


def prose_blocks(
    text: str, numbers: Mapping[str, int], current: int = 0, names: GlossaryNames | None = None
) -> Iterator[Block]:
    """`text` in blocks with an empty line between paragraphs.

    Args:
        text: prose, as an author writes it.
        numbers: for each name in `[@name]` the number to show; a mark without one is left out.
        current: the number that is set off.
        names: names of the glossary; each carries its entry's id as its meta `entry`, and is underlined where it
            first stands.
    """
    before = ""
    seen: set[str] = set()
    for block in prose.parse(text):
        gap = 0 if not before or before == block.kind == "item" else 1
        before = block.kind
        margin = "" if block.kind == "paragraph" else "• " if block.number is None else f"{block.number}. "
        content = Content.assemble(*_inline(block.runs, numbers, current, partial(_named, names=names, seen=seen)))
        yield Block(content, Content(margin), Content(" " * len(margin)), gap) if margin else Block(content, gap=gap)


def _inline(
    runs: tuple[prose.Run, ...], numbers: Mapping[str, int], current: int, named: Callable[[str], Content]
) -> Iterator[Content]:
    after_mark = False
    for run in runs:
        number = numbers.get(run.mark, 0) if run.mark is not None else 0
        if number:
            if after_mark:
                yield Content.assemble(("·", ACCENT))
            mark = Content.assemble((raised(number), CURRENT if number == current else ACCENT))
            yield mark.stylize(Style.from_meta({"citation": number}))
        elif run.text:
            style = " ".join(name for name, on in (("italic", run.emphasis), ("bold", run.strong)) if on)
            yield named(run.text).stylize_before(style) if style else named(run.text)
        after_mark = bool(number) or (after_mark and not run.text)


def _named(text: str, names: GlossaryNames | None, seen: set[str]) -> Content:
    parts: list[Content] = []
    at = 0
    for span, entry in names.find(text) if names is not None else ():
        name = Content(show_line(text[span.start : span.end])).stylize(Style.from_meta({"entry": entry.id}))
        parts += [Content(show_line(text[at : span.start])), name if entry.id in seen else name.stylize("underline")]
        seen.add(entry.id)
        at = span.end
    return Content("").join([*parts, Content(show_line(text[at:]))])


def numbered(names: tuple[str, ...]) -> dict[str, int]:
    """A number for each name, from 1, in order."""
    return {name: index for index, name in enumerate(names, 1)}
