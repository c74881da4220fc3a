from typing import Any

import pytest

from quizapp.text.document import Document, TomlError, number_fits
from quizapp.text.span import Path, Place, Span

TEXT = """\
title = "Nö"
[cites.three-days]
source = "fry"
quote = \"\"\"
a
b\"\"\"
[[questions]]
id = "x"
cite = ["ä", { source = "fry", quote = "é", at = 3 }]
"odd key" = 1
pairs = [
  { left = "L", right = "R" },
]
[[questions]]
allow.rule = 2
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("title",), '"Nö"'),
        (("cites", "three-days", "quote"), '"""\na\nb"""'),
        (("questions", 0, "cite", 0), '"ä"'),
        (("questions", 0, "cite", 1, "quote"), '"é"'),
        (("questions", 0, "cite", 1, "at"), "3"),
        (("questions", 0, "odd key"), "1"),
        (("questions", 0, "pairs", 0, "right"), '"R"'),
        (("questions", 0), "[[questions]]"),
        (("cites", "three-days"), "[cites.three-days]"),
        (("questions", 0, "missing", 4), "[[questions]]"),
    ],
)
def test_span_is_that_of_the_value(path: Path, expected: str, end: str) -> None:
    document = Document("x.toml", TEXT.replace("\n", end))
    span = document.span(path)
    assert document.text[span.start : span.end] == expected.replace("\n", end)


def test_span_of_a_key() -> None:
    document = Document("x.toml", TEXT)
    span = document.span(("questions", 0, "odd key"), on_key=True)
    assert document.text[span.start : span.end] == '"odd key"'


def test_a_part_of_a_text_keeps_the_places_of_the_whole() -> None:
    text = "+++\nname = 3\n+++\nbody = ] not TOML\n"
    document = Document("x.md", text, Span(4, 13))
    assert document.data() == {"name": 3}
    assert document.place(document.span(("name",))) == Place(2, 8, 2, 9)


def test_places_count_code_points_from_one() -> None:
    document = Document("x.toml", 'a = 1\nñ = "é"\n')
    assert document.place(Span(10, 13)) == Place(2, 5, 2, 8)
    assert document.place(Span(0, 8)) == Place(1, 1, 2, 3)
    assert document.line(2) == 'ñ = "é"'


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("a = 1\nb = ", "syntax", (2, 5)),
        ("a = 1\r\nb = ]\r\n", "syntax", (2, 5)),
        ("a = " + "[" * 5000, "nesting", None),
        ("a = " + "[" * 101 + "]" * 101, "nesting", None),
        ("a = " + "9" * 10_000, "number", (1, 5)),
    ],
)
def test_says_why_a_text_is_no_toml(text: str, kind: str, place: tuple[int, int] | None) -> None:
    document = Document("x.toml", text)
    with pytest.raises(TomlError) as caught:
        document.data()
    assert caught.value.kind == kind
    found = caught.value.span and document.place(caught.value.span)[:2]
    assert found == place


def test_a_hundred_levels_are_read() -> None:
    assert Document("x.toml", "a = " + "[" * 99 + "]" * 99).data()


def test_numbers_fit_into_64_bits() -> None:
    assert number_fits(2**63 - 1)
    assert not number_fits(2**63)
    assert not number_fits(float("inf"))
    assert not number_fits(float("nan"))


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("a = [" + "{b = 1}, " * 50 + "]", [("a", number, "b") for number in range(50)]),
        ("".join(f"[a.b{number}]\n" for number in range(50)), [("a", f"b{number}") for number in range(50)] * 2),
    ],
    ids=["one line", "empty tables"],
)
def test_a_place_is_worked_out_without_all_that_stands_beside_it(
    text: str, paths: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    looked, look = [0], Document._node_span

    def counted(self: Document, node: object, *, key: bool) -> Span | None:
        looked[0] += 1
        return look(self, node, key=key)

    monkeypatch.setattr(Document, "_node_span", counted)
    document = Document("x.toml", text)
    for path in paths:
        document.span(path)
    assert looked[0] < 3 * len(paths)


WORDS = ("key", "key_raw", "key_line", "key_col", "value", "value_raw", "value_line", "value_col", "nodes", "", "0")


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("table", ["[{}]\n{}[d.{}]\n{}", "[[{}]]\n{}[d.{}]\n{}", "{} = {{{}}}\n[c.{}]\n{}"])
def test_a_key_may_be_called_as_the_reader_calls_its_own(word: str, table: str) -> None:
    lines = [f'"{key}" = "of {key}"' for key in WORDS]
    name, flat = f'"{word}"', "\n".join(lines) + "\n"
    text = table.format(name, ", ".join(lines) if "{{" in table else flat, name, flat)
    document = Document("x.toml", text)
    placed = 0
    waiting: list[tuple[Path, Any]] = [((), document.data())]
    while waiting:
        path, held = waiting.pop()
        if isinstance(held, str):
            placed += 1
            for span, written in (
                (document.span(path), f'"{held}"'),
                (document.span(path, on_key=True), f'"{path[-1]}"'),
            ):
                assert text[span.start : span.end] == written, path
        else:
            waiting += [
                ((*path, key), value) for key, value in (held.items() if isinstance(held, dict) else enumerate(held))
            ]
    assert placed == 2 * len(WORDS)
