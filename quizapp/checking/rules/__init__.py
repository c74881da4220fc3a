"""The rules that look at sound lessons: a file per family, a function per rule.

A rule is a generator of findings: over one question, or over the course where it compares questions or files. `every`
lists them all; `lasting` those that are run where no note is asked for, so that the others need not be loaded then.
"""
