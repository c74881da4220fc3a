"""Laws of the settings file: nothing in it raises, and choosing a theme changes nothing else."""

import re
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.errors import QuizappError
from quizapp.settings.model import THEMES, Theme
from quizapp.settings.reading import read_settings
from quizapp.settings.writing import keep_theme
from quizapp.tui.remap import read_keys
from tests.strategies import any_text, settings_texts, sound_settings_texts

themes = st.sampled_from(THEMES)


@given(settings_texts() | any_text | st.binary(max_size=60))
def test_nothing_raises_and_every_mistake_has_a_place(text: str | bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "settings.toml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode(errors="surrogatepass"))
        found = read_settings(path, read_keys)
        for problem in found.problems:
            assert problem.location is not None
            if found.document is not None:
                place = problem.location.place_in(found.document)
                assert place.line >= 1
                assert place.column >= 1
        before = path.read_bytes()
        if found.problems:
            with pytest.raises(QuizappError):
                keep_theme(path, "light", read_keys)
            assert path.read_bytes() == before


@given(sound_settings_texts(), themes, themes)
def test_choosing_a_theme_keeps_every_other_value_and_comment(text: str, first: Theme, second: Theme) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "settings.toml"
        path.write_bytes(text.encode())
        before = read_settings(path, read_keys)
        assert not before.problems
        for theme in (first, second):
            keep_theme(path, theme, read_keys)
            after = read_settings(path, read_keys)
            assert not after.problems
            assert after.settings == replace(before.settings, theme=theme)
            assert _comments(path.read_text(encoding="utf-8")) == _comments(text)


def _comments(text: str) -> list[str]:
    return re.findall(r"#[^\r\n]*", text)
