"""What the learner set, and where the learner's files are kept."""

from quizapp.settings.places import data_folder, progress_file, settings_file

__all__ = ["data_folder", "progress_file", "settings_file"]
