"""Plain mode: the whole quiz without a screen, for pipes, `TERM=dumb` and screen readers."""

from quizapp.plain.home import run_plain

__all__ = ["run_plain"]
