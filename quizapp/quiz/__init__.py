"""Learning from a course: tasks, grading, feedback, sessions, and when an item comes back."""
