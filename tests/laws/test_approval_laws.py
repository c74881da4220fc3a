"""Laws of fingerprints: what changes no meaning changes no fingerprint, anything else does."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from quizapp.content.approval import fingerprint
from quizapp.content.citation import Citation
from quizapp.content.library import Library
from tests.strategies import libraries


@given(libraries())
def test_a_fingerprint_is_that_of_the_question_alone(library: Library) -> None:
    lesson = library.lessons[0]
    alone = [library.fingerprint(lesson, question) for question in lesson.questions]
    fewer = replace(lesson, questions=lesson.questions[:1], title="Another title")
    assert library.fingerprint(fewer, fewer.questions[0]) == alone[0]
    assert all(len(digits) == 64 for digits in alone)


@given(libraries(), st.sampled_from(["explain", "hint", "id"]))
def test_any_authored_text_counts(library: Library, field: str) -> None:
    lesson = library.lessons[0]
    question = lesson.questions[0]
    changed = replace(question, **{field: getattr(question, field) + " more"})
    assert library.fingerprint(lesson, changed) != library.fingerprint(lesson, question)


@given(libraries())
def test_typography_and_the_names_of_citations_do_not_count(library: Library) -> None:
    lesson = library.lessons[0]
    citation = next(iter(library.evidence))
    question = replace(lesson.questions[0], explain='It is "so" [@one] - thus.')
    same = replace(lesson.questions[0], explain="It  is “so” [@other] – thus.")
    one = fingerprint(question, {"one": citation}, library.evidence)
    assert one == fingerprint(same, {"other": replace(citation, name="other")}, library.evidence)


@given(libraries())
def test_the_sentence_that_a_citation_resolves_to_counts(library: Library) -> None:
    lesson = library.lessons[0]
    question = lesson.questions[0]
    changed = {
        citation: replace(found, sentences=tuple(replace(s, text=f"{s.text} More.") for s in found.sentences))
        for citation, found in library.evidence.items()
    }
    before = fingerprint(question, lesson.cites, library.evidence)
    assert (fingerprint(question, lesson.cites, changed) != before) == _cites(question)


def _cites(value: object) -> bool:
    if isinstance(value, Citation):
        return True
    if isinstance(value, tuple):
        return any(_cites(inner) for inner in value)
    fields = getattr(value, "__dataclass_fields__", {})
    return any(_cites(getattr(value, name)) for name in fields)
