from hypothesis import example, given
from hypothesis import strategies as st
from textual.content import Content

from quizapp.tui.widgets.flow import Block, Layout
from quizapp.tui.widgets.meter import meter
from quizapp.tui.widgets.prose import numbered, prose_blocks, raised
from quizapp.tui.widgets.row import Led, Row, Wrapped


def test_blocks_are_wrapped_with_their_margins_and_gaps() -> None:
    bar = Content("▌")
    laid_out = Layout([Block(Content("one two three")), Block(Content("four five"), bar, bar, gap=1)], 8)
    assert [line.plain for line in laid_out.lines] == ["one two", "three", "", "▌four", "▌five"]
    assert (laid_out.height, laid_out.starts, laid_out.ends) == (5, (0, 3), (2, 5))


def test_wide_characters_and_words_longer_than_the_line_stay_within_it() -> None:
    laid_out = Layout([Block(Content("漢字漢字漢字 supercalifragilistic"))], 7)
    assert all(line.cell_length <= 7 for line in laid_out.lines)
    assert "".join(line.plain for line in laid_out.lines).replace(" ", "") == "漢字漢字漢字supercalifragilistic"


def test_no_width_and_no_text_lay_out_as_well() -> None:
    assert Layout([Block(Content(""))], 0).height == 1
    assert Layout([], 10).height == 0


def test_a_row_keeps_its_right_end_and_cuts_its_left() -> None:
    row = Row(Content("a rather long title"), Content("5 of 12"))
    assert row.line(20).plain == "a rather l…  5 of 12"
    assert row.line(40).plain == "a rather long title              5 of 12"
    assert row.line(4).cell_length == 4


def test_no_word_is_left_alone_where_another_can_go_with_it() -> None:
    def lines(text: str, width: int, *, even: bool = True) -> list[str]:
        return [line.plain for line in Layout([Block(Content(text))], width, even=even).lines]

    assert lines("a stone tower by the sea", 20, even=False) == ["a stone tower by the", "sea"]
    assert lines("a stone tower by the sea", 20) == ["a stone tower by", "the sea"]
    assert lines("a tower supercalifragilistic", 20) == ["a tower", "supercalifragilistic"], "no further line for it"
    assert lines("tower", 20) == ["tower"]


def test_a_name_gives_way_to_what_is_kept_behind_it() -> None:
    row = Led(Content("The last winter of the light"), Content("… the old lamp; in fog"), Content(""), keep=15)
    assert row.line(60).plain == "The last winter of the light  … the old lamp; in fog"
    assert row.line(40).plain == "The last winter of the…  … the old lamp…"
    assert row.line(12).plain == "The las…  ……"
    assert all(row.line(width).cell_length <= width for width in range(1, 70))


def test_a_text_goes_on_below_set_in() -> None:
    row = Wrapped(Content("What is the new lamp worth?"))
    assert [line.plain for line in row.lines(27)] == ["What is the new lamp worth?"]
    assert [line.plain for line in row.lines(14)] == ["What is the", "  new lamp", "  worth?"]
    assert [row.height(width) for width in (27, 14)] == [1, 3]
    assert all(line.cell_length <= 9 for line in row.lines(9))


def test_a_meter_is_full_only_at_the_end_and_bare_only_at_the_start() -> None:
    assert meter(0, 100, 8).plain == "─" * 8
    assert meter(1, 100, 8).plain == "━" + "─" * 7
    assert meter(99, 100, 8).plain == "━" * 7 + "─"
    assert meter(100, 100, 8).plain == "━" * 8
    assert meter(0, 0, 4).plain == "─" * 4


def test_citations_are_numbers_behind_their_word() -> None:
    text = "One [@a], two [@b] [@a].\n\n- three [@c]\n- four\n\n1. *five*"
    blocks = list(prose_blocks(text, numbered(("a", "b")), current=2))
    assert [block.content.plain for block in blocks] == ["One¹, two²·¹.", "three", "four", "five"]
    assert [block.first.plain for block in blocks] == ["", "• ", "• ", "1. "]
    assert [block.gap for block in blocks] == [0, 1, 0, 0]
    assert raised(10) == "¹⁰"


def test_brackets_in_prose_are_characters() -> None:
    text = "[Putin] said [/x] and [@click=app.quit](y) [b]no[/b]"
    (block,) = prose_blocks(text, {})
    assert "[Putin] said [/x]" in block.content.plain
    assert "[b]no[/b]" in block.content.plain


@example("한국어 한국어 a\tb", 3)
@example("a\rba漢b", 4)
@given(st.text("ab é漢\u0301-\n\t\r", max_size=60) | st.text("abcé —\n", max_size=60), st.integers(1, 20))
def test_lines_are_those_of_textual(text: str, width: int) -> None:
    for content in (Content(text), Content.styled(text, "bold")):
        layout = Layout([Block(content)], width)
        assert [line.plain for line in layout.lines] == [line.plain for line in content.wrap(width)]
