"""Commands that help to write a course: what they find out and what they write, without the command line around it."""
