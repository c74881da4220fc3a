from quizapp.content.prose import Run, marks, paragraphs, parse, plain


def test_marks_are_attached_to_the_word_before() -> None:
    (block,) = parse("They met [@one], then *left* [@two] [@one].")
    assert block.runs == (
        Run("They met"),
        Run("", mark="one"),
        Run(", then "),
        Run("left", emphasis=True),
        Run("", mark="two"),
        Run("", mark="one"),
        Run("."),
    )
    assert marks("a [@x] b [@y] c [@x]") == ("x", "y")


def test_lists_and_strong() -> None:
    blocks = parse("Before:\n\n- one\n- **two**\n\n3. three\n4. four\n\nAfter.")
    assert [(block.kind, block.number) for block in blocks] == [
        ("paragraph", None),
        ("item", None),
        ("item", None),
        ("item", 3),
        ("item", 4),
        ("paragraph", None),
    ]
    assert blocks[2].runs == (Run("two", strong=True),)


def test_other_markup_stays_the_characters_that_it_is() -> None:
    text = "[Putin] [/x] [@click=app.quit] <b>b</b> [a](b) `c` &amp; https://example.org # d"
    assert plain(text) == text.replace(" [@click=app.quit]", "")
    assert plain("[Putin] is not willing") == "[Putin] is not willing"


def test_lines_of_a_paragraph_are_joined() -> None:
    assert plain("one\ntwo\r\nthree") == "one two three"


def test_paragraphs_are_parted_by_blank_lines() -> None:
    assert paragraphs("\none\ntwo\n \n\nthree\r\n\r\nfour\n") == ("one\ntwo", "three", "four")
