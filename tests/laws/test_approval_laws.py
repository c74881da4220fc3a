"""Laws of fingerprints: what changes no meaning changes no fingerprint, anything else does."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, fields, replace
from hashlib import sha256
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from hypothesis import given
from hypothesis import strategies as st

from quizapp.content.approval import fingerprint
from quizapp.content.citation import Citation, Evidence
from quizapp.content.library import Library
from quizapp.content.prose import MARK
from quizapp.content.question import TYPES, Question
from quizapp.text.fold import fold
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
    assert (fingerprint(question, lesson.cites, changed) != before) == any(_citations(question))


@given(libraries(), st.sampled_from(["It is so [@one], [@two] and [@none].", '“é” …\t"\\[@two]', "\x7f\u2028"]))
def test_it_is_that_of_the_question_as_json(library: Library, text: str) -> None:
    """What it covers is for ever: approvals are kept in files."""
    lesson = library.lessons[0]
    citations = list(library.evidence)
    cites = {"one": citations[0], "two": replace(citations[-1], name="two")}
    for drawn in lesson.questions:
        for question in (drawn, replace(drawn, explain=text)):
            assert fingerprint(question, cites, library.evidence) == _digits(question, cites, library.evidence)


@given(libraries(), st.data())
def test_whatever_an_author_may_write_counts(library: Library, data: st.DataObject) -> None:
    """Any key of any type, and texts that hold marks, blanks and letters of any kind."""
    piece = next(iter(library.evidence.values()))
    ways: Sequence[Mapping[str, Any]] = ({"name": "one"}, {"at": 1}, {"part": "heading"}, {"name": "two", "at": 2})
    cited = [replace(piece.citation, **way) for way in ways]
    evidence = {citation: replace(piece, citation=citation) for citation in cited}
    cites = {citation.name: citation for citation in cited if citation.name}
    texts = (
        "",
        "so",
        "100 % so",
        "so [@one].",
        "[@two] — so",
        " so",
        "so ",
        "“so”",
        "a  b",
        'a "b" c',
        "\\",
        "[@none]",
    )
    leaves = {
        str: st.sampled_from(texts),
        Citation: st.sampled_from(cited),
        int: st.sampled_from([0, 1, -(10**18)]),
        float: st.sampled_from([0.0, -0.5, 1e-9]),
        bool: st.booleans(),
    }
    question = data.draw(st.sampled_from([*TYPES.values()]).flatmap(lambda model: _any(model, leaves)))
    assert fingerprint(question, cites, evidence) == _digits(question, cites, evidence)


def _any(kind: Any, leaves: Mapping[Any, st.SearchStrategy[Any]]) -> st.SearchStrategy[Any]:
    """Anything that a field of this kind may hold, or a model with any of its keys."""
    if kind in leaves:
        return leaves[kind]
    if get_origin(kind) is Literal:
        return st.sampled_from(get_args(kind))
    if get_origin(kind) is Annotated:
        return _any(get_args(kind)[0], leaves)
    if get_origin(kind) is tuple:
        return st.lists(_any(get_args(kind)[0], leaves), max_size=2).map(tuple)
    if get_origin(kind) is not None:
        return st.one_of(*(_any(one, leaves) for one in get_args(kind)))
    if kind is NoneType:
        return st.none()
    hints = get_type_hints(kind, include_extras=True)
    needed = {field.name: _any(hints[field.name], leaves) for field in fields(kind) if field.default is MISSING}
    others = {field.name: _any(hints[field.name], leaves) for field in fields(kind) if field.name not in needed}
    return st.fixed_dictionaries(needed, optional=others).map(lambda given: kind(**given))


def _digits(question: Question, cites: Mapping[str, Citation], evidence: Mapping[Citation, Evidence]) -> str:
    authored = _authored(question, cites)
    marked = [cites[name] for text in _texts(question) for name in MARK.findall(text) if name in cites]
    cited = [evidence[citation] for citation in (*_citations(question), *marked)]
    sentences = {f"{p.source.slug}:{s.number}:{fold(s.text)}" for p in cited for s in p.sentences}
    written = json.dumps([authored, sorted(sentences)], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(written.encode()).hexdigest()


def _authored(value: object, cites: Mapping[str, Citation]) -> object:
    if isinstance(value, str):
        for name, citation in cites.items():
            cited = json.dumps(_authored(citation, {}), ensure_ascii=False, sort_keys=True)
            value = value.replace(f"[@{name}]", cited)
        return fold(value)
    if isinstance(value, tuple):
        return [_authored(inner, cites) for inner in value]
    if value is None or isinstance(value, int | float):
        return value
    shown = [field for field in fields(value) if not field.metadata.get("hidden")]  # type: ignore[arg-type]
    held = {field.name: getattr(value, field.name) for field in shown}
    defaults = {f.name: () if f.default_factory is not MISSING else f.default for f in shown}
    return {name: _authored(inner, cites) for name, inner in held.items() if inner != defaults[name]}


def _citations(value: object) -> Iterator[Citation]:
    return (one for one in _inside(value, Citation) if isinstance(one, Citation))


def _texts(value: object) -> Iterator[str]:
    return (one for one in _inside(value, str) if isinstance(one, str))


def _inside(value: object, kind: type) -> Iterator[object]:
    if isinstance(value, kind):
        yield value
    elif isinstance(value, tuple):
        for inner in value:
            yield from _inside(inner, kind)
    elif hasattr(value, "__dataclass_fields__"):
        for field in fields(value):  # type: ignore[arg-type]
            yield from _inside(getattr(value, field.name), kind)
