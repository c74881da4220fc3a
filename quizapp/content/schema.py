"""The JSON Schema of what authors write, for editors: completion, hover and marks under wrong keys.

It is made from the models that read the files, so the two cannot part ways. What a file says differently from a model
is put back: an option may be plain text, a citation in a list may be a name, a file begins with `format`.
"""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, TypeAlias

from quizapp.content.citation import Citation
from quizapp.content.glossary import Glossary
from quizapp.content.lesson import Course, Lesson
from quizapp.content.question import TYPES, Base, Match, Option, Order, Pair, Step
from quizapp.content.reading.texts import MAX_OPTION, MAX_PROMPT, MAX_SECTION
from quizapp.content.source import SourceHeader

Schema: TypeAlias = dict[str, Any]

_ROOTS: Mapping[str, tuple[type[Any], bool]] = {
    "lesson": (Lesson, True),
    "glossary": (Glossary, True),
    "course": (Course, True),
    "source": (SourceHeader, False),
}
"""What has a schema, and whether it begins with `format`."""

_KEYS: Mapping[str, Schema] = {
    "id": {
        "description": "Lower-case letters, digits, single hyphens. It is for ever: what learners did hangs on it.",
        "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
    },
    "type": {"description": "What the learner does; it decides which other keys there are."},
    "prompt": {"description": "What is asked: plain text that keeps who said it.", "maxLength": MAX_PROMPT},
    "claim": {"description": "What the sentences to be found support.", "maxLength": MAX_PROMPT},
    "answer": {"description": "The key."},
    "answers": {"description": "All right options.", "minItems": 1},
    "accept": {"description": "Other spellings and wordings that are right too."},
    "exact": {"description": "Whether no slip of the keyboard is forgiven."},
    "unit": {"description": "Shown behind the field."},
    "pairs": {"description": "What goes with what; rights may repeat.", "minItems": 2},
    "left": {"description": "What is given.", "maxLength": MAX_OPTION},
    "right": {"description": "What goes with it.", "maxLength": MAX_OPTION},
    "extra": {"description": "Rights that go with no left."},
    "items": {"description": "Three or more, in the right order.", "minItems": 3},
    "cite": {"description": "What supports it: names from `[cites]`, or citations in place."},
    "explain": {"description": "Shown after the answer: why it is so. May carry [@name]."},
    "hint": {"description": "Shown on request, before the answer; a right answer then counts as hard."},
    "about": {"description": "Ids of glossary entries and disputes."},
    "level": {"description": "What it asks of the learner: remember, understand or analyse."},
    "shuffle": {"description": "Whether options are mixed; if not, they are sorted by their text."},
    "allow": {"description": "Findings of QZ4 and QZ5 rules that you accept, each with the reason."},
    "rule": {"description": "The rule's code, QZ4… or QZ5….", "pattern": "^QZ[45][0-9]{2}$"},
    "because": {"description": "Why it is right here."},
    "source": {"description": "The source's file name in `seeds/`, without `.md`."},
    "quote": {"description": "The source's own words, verbatim; `quizapp cite` finds them.", "minLength": 1},
    "at": {"minimum": 1},
    "part": {"description": "Only to cite a heading or page furniture as such."},
    "title": {"description": "As readers see it."},
    "summary": {"description": "One sentence that says what it is about."},
    "position": {"description": "Place on the path; lessons are sorted by it, then by file name."},
    "sections": {"description": "Prose to read, before the questions.", "minItems": 1},
    "questions": {"description": "What is asked.", "minItems": 1},
    "objectives": {"description": "What the learner can do afterwards."},
    "cites": {"description": "Citations by the name that prose and questions use: `[cites.name]`."},
    "entries": {"description": "People, organisations, places, proposals, events and terms."},
    "disputes": {"description": "Points on which the sources differ."},
    "kind": {"description": "What sort of thing it is."},
    "name": {"description": "What prompts and screens call it."},
    "aliases": {"description": "Other spellings, as the sources have them."},
    "role": {"description": "Who or what it is, in a few words. May carry [@name]."},
    "question": {"description": "The point, as a question."},
    "positions": {"description": "What the sources say, two or more.", "minItems": 2},
    "says": {"description": "The position in a few words. May carry [@name]."},
    "original": {"description": "The document as it was received, relative to `seeds/`."},
    "sha256": {"description": "The SHA-256 of the original's bytes, in hexadecimal.", "pattern": "^[0-9A-Fa-f]{64}$"},
    "publisher": {"description": "Only what the document itself shows."},
    "note": {"description": "What a reader should know of its reliability."},
}
"""What a key means whose model says no more than its name, and the limits that `structure` and `texts` hold it to."""
_ONLY: Mapping[tuple[str, str], Schema] = {
    ("Choice", "distractors"): {"description": "Two to five wrong options.", "minItems": 2, "maxItems": 5},
    ("Select", "distractors"): {"description": "At least one wrong option.", "minItems": 1},
    ("Boolean", "prompt"): {"description": "A statement that is true or false.", "maxLength": MAX_PROMPT},
    ("Section", "text"): {"description": "Paragraphs with [@name] after what it carries.", "maxLength": MAX_SECTION},
    ("Option", "text"): {"description": "What is shown.", "maxLength": MAX_OPTION},
    ("Step", "text"): {"description": "What is shown.", "maxLength": MAX_OPTION},
    ("SourceHeader", "kind"): {"description": "What sort of text it is, in your words; shown beside the name."},
}
_HIDDEN = {
    model.__name__: {field.name for field in fields(model) if field.metadata.get("hidden")}
    for model in (Lesson, Citation)
}
"""Fields that are no keys of a file."""
_QUESTIONS = {model.__name__ for model in TYPES.values()}
_CITING = (_QUESTIONS | {Pair.__name__, Step.__name__}) - {Match.__name__, Order.__name__}
"""Tables that must have `cite`, though their models leave it open so that the check can say more."""


def schemas() -> dict[str, Schema]:
    """The schema of each kind of file, by the name that its file `<name>.schema.json` has."""
    return {name: _schema(name, model, begins=begins) for name, (model, begins) in _ROOTS.items()}


def _schema(name: str, model: type[Any], *, begins: bool) -> Schema:
    base = _definitions(Base)[Base.__name__]["properties"]
    definitions = {title: _table(title, table, base) for title, table in _definitions(model).items()}
    if option := definitions.get(Option.__name__):
        option["oneOf"] = [{"required": ["text"]}, {"required": ["source"]}]
        definitions["OptionOrText"] = _text_or(Option, maxLength=MAX_OPTION)
    if Citation.__name__ in definitions:
        definitions["CitationOrName"] = _text_or(Citation)
    root = definitions.pop(model.__name__)
    if begins:
        root["properties"] = {
            "format": {"const": 1, "description": "The only format there is: 1."},
            **root["properties"],
        }
        root["required"] = ["format", *root.get("required", [])]
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **root, "title": f"quizapp {name}"}
    return {**schema, "$defs": definitions} if definitions else schema


def _definitions(model: type[Any]) -> dict[str, Schema]:
    """The model and all that it holds, as pydantic puts them."""
    from pydantic import ConfigDict, TypeAdapter

    # A plain dataclass takes no configuration of its own; a list of it hands one down.
    adapter = TypeAdapter(list[model], config=ConfigDict(use_attribute_docstrings=True))  # type: ignore[valid-type]
    definitions: dict[str, Schema] = adapter.json_schema()["$defs"]
    return definitions


def _table(title: str, table: Schema, base: Schema) -> Schema:
    """A table as files have it; `base` has the descriptions that a type of question inherits."""
    properties = {}
    for key, node in table["properties"].items():
        if key in _HIDDEN.get(title, ()):
            continue
        inherited = base.get(key, {}).get("description")
        said = {"description": inherited} if inherited and title in _QUESTIONS else {}
        properties[key] = {**_KEYS.get(key, {}), **said, **_ONLY.get((title, key), {}), **_authored(node)}
    required = [key for key in table.get("required", []) if key in properties]
    if title in _CITING:
        required.append("cite")
    for key in {"cite"} & set(required):
        properties[key] = {**properties[key], "minItems": 1}
        properties[key].pop("default", None)
    return {**table, "properties": properties, "required": required, "additionalProperties": False}


def _authored(node: Any) -> Any:
    """A node as authors write it: no null, text for a plain option, a name for a citation in a list."""
    if isinstance(node, list):
        return [_authored(item) for item in node]
    if not isinstance(node, dict):
        return node
    ways = [way for way in node.get("anyOf", []) if way != {"type": "null"}]
    if ways and len(ways) < len(node["anyOf"]):
        rest = {key: value for key, value in node.items() if key not in {"anyOf", "default"}}
        return _authored({**rest, **(ways[0] if len(ways) == 1 else {"anyOf": ways})})
    changed = {key: _authored(value) for key, value in node.items() if key != "title"}
    if changed.get("$ref") == _ref(Option):
        changed["$ref"] = "#/$defs/OptionOrText"
    items = changed.get("items", {})
    if items.get("$ref") == _ref(Citation):
        changed["items"] = {"$ref": "#/$defs/CitationOrName"}
    elif "anyOf" in items:  # the union of question types: exactly one has the `type` that is written
        changed["items"] = {"oneOf": items["anyOf"]}
    return changed


def _text_or(model: type[Any], **limits: int) -> Schema:
    return {"anyOf": [{"type": "string", "minLength": 1, **limits}, {"$ref": _ref(model)}]}


def _ref(model: type[Any]) -> str:
    return f"#/$defs/{model.__name__}"
