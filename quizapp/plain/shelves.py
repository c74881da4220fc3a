"""Sources, glossary and search without a screen: list, choose, read."""

from collections.abc import Callable, Sequence
from typing import TypeVar, assert_never, get_args

from quizapp.content.glossary import Dispute, Entry, EntryKind, kind_of, name_of
from quizapp.content.lesson import Lesson
from quizapp.content.resting import Resting, Rests, Taught, line_key
from quizapp.content.search import Hit, Index, Line, Section
from quizapp.content.source import Source
from quizapp.plain.desk import Desk
from quizapp.plain.dialogue import Dialogue
from quizapp.plain.telling import INDENT, Numbering, tell, tell_evidence
from quizapp.text.counting import counted

MOST = 9
"""Finds of a kind that are told."""
_HEADINGS = {"glossary": "Glossary", "lessons": "Lessons", "sources": "Sources", "sentences": "Sentences"}
_KINDS = get_args(EntryKind)

ThingT = TypeVar("ThingT")


def browse_sources(desk: Desk) -> None:
    """List the sources and read those that are chosen, until Enter alone."""
    sources = tuple(desk.library.sources.values())

    def tell_list() -> None:
        desk.dialogue.say("Sources")
        for number, source in enumerate(sources, 1):
            desk.dialogue.say(f"{source.name}: {source.header.kind}", first=f"{number}. ")

    _choose(desk.dialogue, sources, tell_list, lambda source: _read(desk, source), "an article")


def browse_glossary(desk: Desk) -> None:
    """List the glossary in the order of the app, and tell the cards that are chosen, until Enter alone."""
    glossary = desk.library.glossary
    named = sorted(glossary.entries, key=lambda entry: (_KINDS.index(entry.kind), entry.name.casefold()))
    entries: tuple[Entry | Dispute, ...] = (*named, *glossary.disputes)

    def tell_list() -> None:
        desk.dialogue.say("Glossary")
        for number, entry in enumerate(entries, 1):
            desk.dialogue.say(f"{name_of(entry)} ({kind_of(entry)})", first=f"{number}. ")

    _choose(desk.dialogue, entries, tell_list, lambda entry: _tell_entry(desk, entry), "an entry")


def search(desk: Desk, query: str) -> None:
    """Tell what has the words of `query`, and open what is chosen, until Enter alone."""
    say = desk.dialogue.say
    index = Index(desk.library)
    found = index.search(query)
    hits = tuple(hit for kind in found for hit in kind.best[:MOST])
    if not hits:
        meant = index.meant(query)
        say(f"Nothing has “{query}”." + (f" Did you mean “{meant}”? Type /{meant}" if meant else ""))
        return

    def tell_list() -> None:
        number = 0
        for kind in found:
            told = kind.best[:MOST]
            say(_HEADINGS[kind.kind] + (f", the best {len(told)} of {kind.count}" if len(told) < kind.count else ""))
            for hit in told:
                number += 1
                say(_found(hit), first=f"{number}. ")

    _choose(desk.dialogue, hits, tell_list, lambda hit: _open(desk, hit), "what was found")


def _choose(
    dialogue: Dialogue,
    things: Sequence[ThingT],
    tell_list: Callable[[], None],
    open_: Callable[[ThingT], None],
    what: str,
) -> None:
    """Tell a list, then open what is chosen by its number; Enter leads back."""
    dialogue.say()
    if not things:
        dialogue.say("There is nothing here yet.")
        return
    tell_list()
    request = f"Type a number for {what}, or press Enter to go back."
    dialogue.say()
    dialogue.say(request)
    while True:
        typed = dialogue.ask(request=request)
        if typed == "":
            return
        if isinstance(typed, str) and typed.isdecimal() and len(typed) < 6 and 1 <= int(typed) <= len(things):
            open_(things[int(typed) - 1])
        elif isinstance(typed, str):
            dialogue.say(f"“{typed}” is none of these.")
        dialogue.say()
        dialogue.say(request)


def _read(desk: Desk, source: Source) -> None:
    """Tell an article, then what rests on the sentences whose numbers are typed."""
    dialogue = desk.dialogue
    dialogue.say()
    header = source.header
    dialogue.say(f"{header.name}: {header.kind}")
    title = "" if any(line.text == header.title for line in source.lines) else header.title
    for text in (title, header.publisher, header.note):
        if text:
            dialogue.say(text)
    for paragraph in source.paragraphs():
        dialogue.say()
        for line in paragraph:
            dialogue.say(line.text, first=f"{line.number}. " if line.number else "")
    resting = Rests(desk.library).on(source.slug)
    request = "Type a sentence's number for what rests on it, or press Enter to go back."
    dialogue.say()
    dialogue.say(request)
    while (typed := dialogue.ask(request=request)) != "":
        if isinstance(typed, str) and typed.isdecimal() and len(typed) < 6 and 1 <= int(typed) <= len(source.sentences):
            sentence = source.sentences[int(typed) - 1]
            dialogue.say()
            dialogue.say(sentence.text, first=f"{sentence.number}. ")
            _tell_resting(desk, resting.get(line_key(source.slug, sentence), ()))
        elif isinstance(typed, str):
            dialogue.say(f"There is no sentence “{typed}” here.")
        dialogue.say()
        dialogue.say(request)


def _tell_resting(desk: Desk, resting: Sequence[Resting]) -> None:
    say = desk.dialogue.say
    met = desk.progress.answered(desk.course, desk.learner)
    if not resting:
        say("No lesson rests on it.")
    for on in resting:
        say(f"Lesson: {on.lesson.title}")
        for at in dict.fromkeys(section for section, _ in on.cited):
            title = on.lesson.sections[at].title
            say(f"section {at + 1}" + (f", {title}" if title else ""), first="- ")
        known = [question for question in on.questions if f"{on.lesson.slug}/{question.id}" in met]
        for question in known:
            say(f"question: {question.prompt}", first="- ")
        if left := len(on.questions) - len(known):
            say(f"{counted(left, 'question')} not answered yet", first="- ")


def _tell_entry(desk: Desk, entry: Entry | Dispute) -> None:
    """A card: what it is, what each source says of it, and where it is taught."""
    say = desk.dialogue.say
    library = desk.library
    say()
    say(f"{name_of(entry)} ({kind_of(entry)})")
    numbering = Numbering({})
    match entry:
        case Entry(role=role, aliases=aliases, cite=cite):
            if role:
                say(role)
            if aliases:
                say(f"Also: {', '.join(aliases)}")
            tell_evidence(library.evidence_of(cite), numbering, desk.dialogue)
        case Dispute(positions=positions):
            for position in positions:
                evidences = library.evidence_of(position.cite)
                say()
                say(f"{' and '.join(dict.fromkeys(e.source.name for e in evidences))}: {position.says}")
                tell_evidence(evidences, numbering, desk.dialogue)
        case _:
            assert_never(entry)
    taught = [lesson.title for lesson in library.lessons if Taught(lesson).teaches(entry)]
    if taught:
        say()
        say(f"Taught in: {'; '.join(taught)}")


def _open(desk: Desk, hit: Hit) -> None:
    dialogue = desk.dialogue
    match hit.thing:
        case Entry() | Dispute() as entry:
            _tell_entry(desk, entry)
        case Lesson(title=title, summary=summary):
            dialogue.say()
            dialogue.say(title)
            dialogue.say(summary)
            dialogue.say("It is in the list of lessons.")
        case Section(lesson, at):
            section = lesson.sections[at]
            dialogue.say()
            dialogue.say(f"{lesson.title}, section {at + 1}" + (f": {section.title}" if section.title else ""))
            dialogue.say()
            numbering = Numbering(desk.marks(lesson.cites))
            tell(section.text, numbering, dialogue)
            tell_evidence(numbering.evidence, numbering, dialogue)
        case Source() as source:
            _read(desk, source)
        case Line(source, line):
            dialogue.say()
            for other in source.lines:
                if other.paragraph == line.paragraph:
                    number = f"{other.number}. " if other.number else ""
                    dialogue.say(other.text, first=f"{'*' if other is line else ' '} {number}")
            dialogue.say(f"{source.name}: {source.header.kind}", first=INDENT)
        case _:
            assert_never(hit.thing)


def _found(hit: Hit) -> str:
    """What was found, and the words of it in which it was."""
    match hit.thing:
        case Entry() | Dispute() as entry:
            name = f"{name_of(entry)} ({kind_of(entry)})"
            return name if hit.text.startswith(name_of(entry)) else f"{name}: {hit.text}"
        case Lesson(title=title):
            return title if hit.text == title else f"{title}: {hit.text}"
        case Section(lesson, at):
            return f"{lesson.title}, section {at + 1}"
        case Source(header=header):
            return header.name if hit.text == header.name else f"{header.name}: {hit.text}"
        case Line(source, line):
            return f"{source.slug}:{line.number} {line.text}" if line.number else f"{source.slug} {line.text}"
        case _:
            assert_never(hit.thing)
