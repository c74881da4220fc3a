"""One look, three ways: dark, light, and the terminal's own colours.

One accent, amber: where you are and what is quoted. Text reaches a contrast of 4.5:1 on every background; right and
wrong are told by words and marks first. The names below are styles for `Content`; those with a dot are component
classes of every `Page`, and `app.tcss` says how they look.
"""

from textual.theme import Theme

from quizapp.settings import model

MUTED = ".muted"
"""What may be skipped: numbers, hints, the sentences around a quoted one."""
ACCENT = ".accent"
"""Where you are, and what is quoted."""
CURRENT = "bold reverse $accent"
"""The citation whose source is shown; Textual 8.2.8 knows neither reverse nor background in a component class."""
RIGHT = ".right"
WRONG = ".wrong"
QUOTED = ".quoted"
"""The quoted words of a source."""
HEADING = ".heading"
CURSOR = "bold on $panel"
"""The line under the cursor."""
CURSOR_BLOCK = "on $panel"
"""The paragraph under the cursor, which is too long to be bold; a pointer stands before it."""
HOVERED = "on $surface"
"""The line under the mouse."""

STYLES = {"muted", "accent", "right", "wrong", "quoted", "heading"}
"""The names without the dot, as widgets declare them."""

DARK = Theme(
    name="quizapp-dark",
    dark=True,
    primary="#e5b567",
    secondary="#e5b567",
    accent="#e5b567",
    warning="#e5b567",
    success="#93c47d",
    error="#f08f86",
    foreground="#dcd9d2",
    background="#15171b",
    surface="#1d2025",
    panel="#272b31",
    variables={
        "text": "#dcd9d2",
        "text-muted": "#9a9da3",
        "text-disabled": "#9a9da3",
        "rule": "#3a3e45",
        "border": "#e5b567",
        "border-blurred": "#3a3e45",
        "block-cursor-foreground": "#15171b",
        "block-cursor-background": "#e5b567",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-foreground": "#dcd9d2",
        "block-cursor-blurred-background": "#3a3e45",
        "block-hover-background": "#272b31",
        "footer-background": "#15171b",
        "input-cursor-background": "#e5b567",
        "input-cursor-foreground": "#15171b",
        "input-selection-background": "#5a4a2a",
        "screen-selection-background": "#5a4a2a",
        "scrollbar": "#3a3e45",
        "scrollbar-hover": "#5a5f68",
        "scrollbar-active": "#e5b567",
        "scrollbar-background": "#15171b",
        "scrollbar-background-hover": "#15171b",
        "scrollbar-background-active": "#15171b",
        "scrollbar-corner-color": "#15171b",
    },
)

LIGHT = Theme(
    name="quizapp-light",
    dark=False,
    primary="#8a5300",
    secondary="#8a5300",
    accent="#8a5300",
    warning="#8a5300",
    success="#2c6e2f",
    error="#a82c2a",
    foreground="#25272b",
    background="#fbf9f4",
    surface="#f3f2ef",
    panel="#ebe9e5",
    variables={
        "text": "#25272b",
        "text-muted": "#5d6168",
        "text-disabled": "#5d6168",
        "rule": "#d2cfc8",
        "border": "#8a5300",
        "border-blurred": "#d2cfc8",
        "block-cursor-foreground": "#fbf9f4",
        "block-cursor-background": "#8a5300",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-foreground": "#25272b",
        "block-cursor-blurred-background": "#dcd9d2",
        "block-hover-background": "#ebe9e5",
        "footer-background": "#fbf9f4",
        "input-cursor-background": "#8a5300",
        "input-cursor-foreground": "#fbf9f4",
        "input-selection-background": "#f0dcb4",
        "screen-selection-background": "#f0dcb4",
        "scrollbar": "#d2cfc8",
        "scrollbar-hover": "#b5ae9c",
        "scrollbar-active": "#8a5300",
        "scrollbar-background": "#fbf9f4",
        "scrollbar-background-hover": "#fbf9f4",
        "scrollbar-background-active": "#fbf9f4",
        "scrollbar-corner-color": "#fbf9f4",
    },
)

TERMINAL = Theme(
    name="quizapp-terminal",
    ansi=True,
    dark=True,
    primary="ansi_magenta",
    secondary="ansi_magenta",
    accent="ansi_magenta",
    warning="ansi_magenta",
    success="ansi_green",
    error="ansi_red",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    variables={
        "ansi-background": "ansi_default",
        "ansi-foreground": "ansi_default",
        "text-muted": "ansi_default",
        "text-disabled": "ansi_default",
        "rule": "ansi_bright_black",
        "border": "ansi_magenta",
        "border-blurred": "ansi_bright_black",
        "scrollbar": "ansi_bright_black",
        "scrollbar-hover": "ansi_bright_black",
        "scrollbar-active": "ansi_magenta",
        "scrollbar-background": "ansi_default",
        "scrollbar-background-hover": "ansi_default",
        "scrollbar-background-active": "ansi_default",
        "input-cursor-text-style": "reverse",
        "input-selection-background": "ansi_magenta",
        "screen-selection-background": "ansi_magenta",
    },
)

THEMES = (
    (DARK, "Theme: dark colours"),
    (LIGHT, "Theme: light colours"),
    (TERMINAL, "Theme: the terminal's own colours"),
)
"""Each look, and what the palette calls it."""

_SIXTEEN = ("standard", "windows")


def named(setting: model.Theme | None, colours: str | None = None) -> Theme:
    """The look that the settings name; where they name none, dark.

    Of 16 `colours`, as Rich calls those that a terminal has, dark would lose its accent, its red and its green.
    """
    other = TERMINAL if colours in _SIXTEEN else DARK
    return next((theme for theme, _ in THEMES if setting_of(theme) == setting), other)


def setting_of(theme: Theme) -> model.Theme:
    """What the settings call a look."""
    return next(name for name in model.THEMES if theme.name == f"quizapp-{name}")
