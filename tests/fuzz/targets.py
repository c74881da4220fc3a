"""What must hold of any lesson and any source, from bytes: nothing raises, and what is said of them can be shown.

Each target takes arbitrary bytes and raises where a law is broken; how they are run is told in `tests/fuzz/run.py`.
"""

import io
import random
from dataclasses import replace
from json import loads
from pathlib import Path
from tempfile import TemporaryDirectory
from zlib import crc32

from quizapp.authoring.find import find
from quizapp.authoring.segment import body, cut
from quizapp.checking.check import Report, Wanted, check
from quizapp.checking.english.dates import dates_in, foreign_dates
from quizapp.checking.english.stems import stem
from quizapp.checking.fixes import fix
from quizapp.checking.parts import check_in_parts
from quizapp.checking.reports import github, json, sarif, stats, text
from quizapp.content.authored import authored
from quizapp.content.citation import Citation, Evidence
from quizapp.content.glossary_names import GlossaryNames
from quizapp.content.library import Library, load
from quizapp.content.prose import parse, plain
from quizapp.content.question import key_citations
from quizapp.content.resolve import SourceIndex
from quizapp.content.resting import Rests, line_key, names_of
from quizapp.content.search import Index, places
from quizapp.content.source import Source
from quizapp.content.values import canonical, quantities, same_value
from quizapp.content.workspace import Workspace
from quizapp.plain import run_plain
from quizapp.quiz.grading import grade, key_of
from quizapp.quiz.task import task_of
from quizapp.store.progress import Progress
from quizapp.text.characters import all_forbidden, forbidden
from quizapp.text.document import Document
from quizapp.text.fold import fold
from quizapp.text.toml import quoted
from tests.fuzz.course import LESSON, SLUG, bare, desk, header, workspace
from tests.plain.conversation import Clock
from tests.strategies import source_of

EVERYTHING = Wanted(notes=True, strict=True)
SOURCE = "seeds/fuzzed.md"
_TYPED = (*[":k"] * 3, *"1 so 310 a b 1a r x :h :u :s :b :f".split(), "", "2 1", "1 2 3")
"""What a learner may type."""
_SENTENCES = 6
"""So many sentences of a made-up source are cited one by one, each by a question of another type."""


def lesson(data: bytes) -> None:
    """A lesson beside sound sources and a sound glossary."""
    written = decoded(data)
    if written is None:
        return
    course = desk().with_lesson(written)
    report, counted = check_in_parts(course, EVERYTHING, counted=True)
    shown(report)
    if falls(data, 6):
        without_notes, _ = check_in_parts(course, replace(EVERYTHING, notes=False))
        assert set(without_notes.findings) <= set(report.findings)
    assert counted is not None
    assert not all_forbidden(stats.write(counted))
    library, _ = course.part([LESSON], in_order=True)
    _placed(report, library)
    _learn(library, searched=falls(data, 4))
    if falls(data, 8):
        _asked(library, random.Random(crc32(data)))  # noqa: S311 - no secret
    if any(finding.diagnostic.fix for finding in report.findings) and falls(data, 3):
        _fixed(workspace(written))


def source(data: bytes) -> None:
    """A source: as a document that is cut into one, with the bytes as its file, and with a lesson that cites it."""
    written = decoded(data)
    if written is None:
        return
    _cut(written)
    _values(written)
    with_header = header(bare(), written) + written
    for text_of_it in (written, with_header) if written.startswith("+++") or falls(data, 4) else (with_header,):
        library = load(Workspace(bare(), {SOURCE: text_of_it, LESSON: ""}))
        report = check(library, EVERYTHING)
        shown(report)
        _placed(report, library)
        found = library.sources.get("fuzzed")
        if found is not None:
            assert all(line.text == text_of_it[slice(*line.span)] for line in found.lines)
            _found(found)
    if falls(data, 3):
        _cited(written)


def decoded(data: bytes) -> str | None:
    """The text that the workspace would read."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def shown(report: Report) -> None:
    """Every writer's report is free of what a terminal would obey, and JSON is JSON."""
    as_json, as_sarif = json.write(report), sarif.write(report, str, lambda rule: rule.summary)
    for written in (text.write(report, str), github.write(report, str), as_json, as_sarif):
        assert not all_forbidden(written), [hex(ord(written[at])) for at in all_forbidden(written)]
    told = loads(as_json)["diagnostics"]
    assert [row["message"] for row in told] == [finding.diagnostic.message for finding in report.findings]
    assert len(loads(as_sarif)["runs"][0]["results"]) == len(told)


def _placed(report: Report, library: Library) -> None:
    """What is said of a file that was read is said of a place in it, and so is what would mend it."""
    for diagnostic, place, line, _ in report.findings:
        document = library.documents.get(diagnostic.location.file) if diagnostic.location else None
        if document is None or diagnostic.location is None:
            continue
        assert place is not None
        start, end = diagnostic.location.span_in(document)
        assert 0 <= start <= end <= len(document.text), (diagnostic, start, end)
        assert line in document.text
        assert 1 <= place.column <= len(line) + 1, (diagnostic, place, line)
        assert (place.line, place.column) <= (place.end_line, place.end_column)
        for edit in diagnostic.fix.edits if diagnostic.fix else ():
            assert 0 <= edit.span.start <= edit.span.end <= len(library.documents[edit.file].text), diagnostic


def falls(data: bytes, one_of: int) -> bool:
    """Whether a law that takes long falls to these bytes, as it does to one of so many."""
    return crc32(data) % one_of == 0


def _fixed(broken: Workspace) -> None:
    """What is mended stays mended, and nothing is said of it that was not said before, but for what was hidden."""
    fixed = fix(broken, lambda _: True)
    mended = replace(broken, overlays={**broken.overlays, **fixed.texts})
    assert not fix(mended, lambda _: True).applied
    before = load(broken).diagnostics
    after = load(mended).diagnostics
    assert fixed.library.diagnostics == after
    if not any(found.rule.code < "QZ205" for found in before):
        assert {(d.rule.code, d.message) for d in after} <= {(d.rule.code, d.message) for d in before}


def _cut(document: str) -> None:
    """The lines have the document's words and no others, and each sentence can be cited."""
    lines = cut(document)
    assert [word for line in lines for word in line.text.split()] == document.split()
    read = source_of("fuzzed", body(lines))
    assert [line.text for line in read.lines] == [line.text for line in lines]
    index = SourceIndex(read)
    for sentence in read.sentences[:20]:
        if any(letter.isalnum() for letter in sentence.text):
            cited = index.resolve(Citation(source="fuzzed", quote=sentence.text, at=sentence.number))
            assert isinstance(cited, Evidence), (cited, sentence.text)
            assert sentence in cited.sentences
    _found(read)


def _found(read: Source) -> None:
    """What is found of a sentence's words resolves as it is written to be pasted."""
    index = SourceIndex(read)
    for sentence in read.sentences[len(read.sentences) // 2 :][:1]:
        for found in find([read], sentence.text[: len(sentence.text) // 2]):
            assert not all_forbidden(found.toml)
            table = Document("", found.toml).data()["cites"]
            ((name, pasted),) = table.items()
            again = index.resolve(Citation(**pasted, name=name))
            assert isinstance(again, Evidence), (again, found.toml)
            assert again.sentences == found.evidence.sentences


def _values(said: str) -> None:
    """Whatever a text states can be worked out, and each of its lines means what it means."""
    tuple(foreign_dates(said, ()))
    for line in said.split("\n")[:40]:
        quantities(line)
        tuple(dates_in(line))
        assert same_value(line, line)
        assert canonical(line) == canonical(line, ())
        for word in line.split()[:20]:
            stem(word)


def _cited(document: str) -> None:
    """A lesson of questions about the sentences of a document, each with a sound citation, is checked and learned."""
    lines = cut(document)
    read = source_of("fuzzed", body(lines))
    sentences = [s for s in read.sentences if forbidden(s.text) is None and any(map(str.isalnum, s.text))]
    parts = ['format = 1\ntitle = "Made up"\nposition = 99\n']
    asked: list[str] = []
    for sentence in sentences[:_SENTENCES]:
        name, words = f"c{sentence.number}", sentence.text.split()
        parts.append(f'[cites.{name}]\nsource = "fuzzed"\nquote = {quoted(sentence.text)}\nat = {sentence.number}\n')
        asked.append(_question(sentence.number, name, words))
    parts.append(f"[[sections]]\ntext = {quoted(' '.join(s.text for s in sentences[:3]) or 'So.')}\n")
    lesson_ = "\n".join([*parts, *asked])
    library = load(Workspace(bare(), {SOURCE: header(bare(), document) + body(lines), LESSON: lesson_}))
    if forbidden(document) is None:
        assert not [found for found in library.diagnostics if found.rule.code in ("QZ301", "QZ303")], (
            library.diagnostics
        )
    shown(check(library, EVERYTHING))
    _learn(library, searched=falls(document.encode(), 4))


def _question(number: int, name: str, words: list[str]) -> str:
    """A question about a sentence, of one type or another."""
    half, most = " ".join(words[: len(words) // 2 + 1]), " ".join(words[1:4]) or words[0]
    others = f'{quoted(words[0])}, {quoted(words[-1])}, "7 days"'
    head = f'[[questions]]\nid = "q{number}"\ncite = ["{name}"]\nexplain = {quoted(f"{half} [@{name}].")}\n'
    types = (
        f'type = "choice"\nprompt = {quoted(f"{half}?")}\nanswer = {quoted(most)}\ndistractors = [{others}]\n',
        f'type = "boolean"\nprompt = {quoted(half)}\nanswer = true\n',
        f'type = "short"\nprompt = {quoted(f"{half}?")}\nanswer = {quoted(most)}\n',
        f'type = "cloze"\ntext = {quoted(" ".join(["{{" + words[0] + "}}", *words[1:]]))}\n',
        f'type = "number"\nprompt = {quoted(f"{half}?")}\nanswer = {len(words)}\nunit = {quoted(words[-1])}\n',
        f'type = "evidence"\nclaim = {quoted(f"{half}.")}\n',
    )
    return head + types[number % len(types)]


def _learn(library: Library, *, searched: bool) -> None:
    """Every question of the lesson can be asked and answered, its prose shown and searched."""
    found = library.lesson(SLUG)
    if found is None:
        return
    names = GlossaryNames(library.glossary.entries)
    for section in found.sections:
        parse(section.text)
        said = plain(section.text)
        for span, entry in names.find(said):
            there = fold(said[slice(*span)])
            assert any(there[1:] == fold(name)[1:] for name in names_of(entry)), (said, span, entry)
    rests = Rests(library)
    for question in found.questions:
        task = task_of(question, library, question.id)
        assert grade(task, key_of(task)).correct, question
        loads(authored(question, found.cites, library.evidence))
        for citation in key_citations(question):
            keys = {line_key(citation.source, line) for line in library.evidence[citation].sentences}
            on = rests.on(citation.source)
            assert all(question in resting.questions for key in keys for resting in on[key]), (question, citation)
    if searched:
        _searched(Index(library), found.title)


def _searched(index: Index, title: str) -> None:
    """What is found of a title can be pointed at, and what is said to have been meant by a part of it is found."""
    for hits in index.search(title):
        for hit in hits.best[:5]:
            assert places(hit.text, title), (hit.text, title)
    meant = index.meant(title[1:20])
    assert meant is None or index.search(meant), meant


def _asked(library: Library, chance: random.Random) -> None:
    """The lesson is learned in plain mode whatever is typed: what is said can be shown, and what is kept is sound."""
    found = library.lesson(SLUG)
    if found is None:
        return
    typed, out = "\n".join(chance.choices(_TYPED, k=40)), io.StringIO()
    with TemporaryDirectory(prefix="quizapp-fuzz-") as folder, Progress.open(Path(folder) / "file") as progress:
        progress._connection.execute("PRAGMA synchronous = OFF")
        status = run_plain(
            library, progress, lesson=found, stdin=io.StringIO(typed), stdout=out, clock=Clock(), random=chance,
            columns=chance.randrange(20, 120),
        )  # fmt: skip
        assert status == 0
        assert not all_forbidden(out.getvalue()), out.getvalue()
        assert progress.faults() == ()
