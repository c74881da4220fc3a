"""Where the learner's files are kept."""

from pathlib import Path


def data_folder(named: str | None) -> Path:
    """The folder of what learners did: `named` (the value of QUIZAPP_DATA), else the platform's user-data folder."""
    if named:
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("quizapp", appauthor=False)


def progress_file(named: str | None) -> Path:
    """The learner's file; `named` as in `data_folder`."""
    return data_folder(named) / "progress.sqlite3"


def settings_file(named: str | None) -> Path:
    """The settings file: in `named` (the value of QUIZAPP_CONFIG), else in the platform's config folder."""
    if named:
        return Path(named) / "settings.toml"
    from platformdirs import user_config_path

    return user_config_path("quizapp", appauthor=False) / "settings.toml"
