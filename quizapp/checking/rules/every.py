"""All rules that look at sound lessons."""

from quizapp.checking.rules import (
    approvals,
    attribution,
    contrast,
    course,
    distractors,
    explanations,
    figures,
    form,
    grading,
    item_writing,
    pairs,
    polarity,
    prompts,
    quotes,
    support,
    wording,
)
from quizapp.checking.rules.lasting import CourseRule, Rule

QUESTION_RULES: tuple[Rule, ...] = (
    *support.RULES,
    *quotes.RULES,
    *wording.RULES,
    *polarity.RULES,
    *contrast.RULES,
    *prompts.RULES,
    *attribution.RULES,
    *distractors.RULES,
    *explanations.RULES,
    *grading.RULES,
    *pairs.RULES,
    *figures.RULES,
    *approvals.RULES,
    *item_writing.RULES,
    *form.RULES,
)
COURSE_RULES: tuple[CourseRule, ...] = (
    *item_writing.COURSE_RULES,
    *explanations.COURSE_RULES,
    *course.COURSE_RULES,
)
