"""What a command that fails returns, and trouble that is no author's mistake; loaded by all, it loads nothing."""


class ExitStatus:
    """What a command returns to the shell."""

    FINE = 0
    FINDINGS = 1
    USAGE = 2
    ENVIRONMENT = 3
    INTERRUPTED = 130


class QuizappError(Exception):
    """Trouble that is no author's mistake: one line of what is wrong, one of what to do."""

    def __init__(self, message: str, hint: str = "", exit_code: int = ExitStatus.ENVIRONMENT) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.exit_code = exit_code
