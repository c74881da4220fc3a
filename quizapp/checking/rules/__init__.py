"""The rules that look at sound lessons: a file per family, a function per rule, whose docstring begins with its code.

A rule is a generator of findings. A family lists its own: `RULES` look at one question, `LESSON_RULES` at one lesson
after the other, `COURSE_RULES` compare lessons or look at what is about none. `every` has all of them; `lasting` those
that are run where no note is asked for, so that the others need not be loaded then.
"""
