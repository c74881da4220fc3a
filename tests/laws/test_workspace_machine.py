"""Laws of the files of a course: what is on disk with what is laid over it, and nothing of what was there before."""

import shutil
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from quizapp.content.library import Library, load
from quizapp.content.workspace import Unreadable, Workspace
from tests.strategies import any_text

TINY = Path(__file__).parent.parent / "data" / "tiny-plain"
SOUND = {str(PurePosixPath(f.relative_to(TINY))): f.read_text("utf-8") for f in TINY.rglob("*.*")}
FILES = (*SOUND, "lessons/new.toml", "lessons/Odd name.toml", "seeds/new.md")
files = st.sampled_from(FILES)
texts = st.sampled_from([*SOUND.values(), "", "format = 1\n", "+++\n+++\n"]) | any_text


class Course(RuleBasedStateMachine):
    """An author at work, and beside the folder a dictionary of what is in it."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = TemporaryDirectory()
        self.root = Path(self._folder.name) / "course"
        self.disk: dict[str, str] = {}
        self.laid: dict[str, str] = {}

    def teardown(self) -> None:
        self._folder.cleanup()

    @initialize()
    def begin(self) -> None:
        shutil.copytree(TINY, self.root)
        self.disk = dict(SOUND)

    @property
    def workspace(self) -> Workspace:
        return Workspace(self.root, self.laid)

    @rule(file=files, text=texts)
    def write(self, file: str, text: str) -> None:
        (self.root / file).write_bytes(text.encode())
        self.disk[file] = text

    @rule(file=files)
    def delete(self, file: str) -> None:
        (self.root / file).unlink(missing_ok=True)
        self.disk.pop(file, None)

    @rule(file=files, other=files)
    def rename(self, file: str, other: str) -> None:
        if file in self.disk:
            (self.root / file).rename(self.root / other)
            self.disk[other] = self.disk.pop(file)

    @rule(file=files, text=texts)
    def lay_over(self, file: str, text: str) -> None:
        self.laid = {**self.laid, file: text}

    @rule(file=files)
    def uncover(self, file: str) -> None:
        self.laid = {name: text for name, text in self.laid.items() if name != file}

    @invariant()
    def every_text_is_the_newest(self) -> None:
        there = {**self.disk, **self.laid}
        for file in FILES:
            read = self.workspace.text(file)
            if file in there:
                assert read == (there[file] if file in self.laid else there[file].removeprefix("\ufeff"))
            else:
                assert isinstance(read, Unreadable)
                assert read.missing
        for folder, ending in (("lessons", ".toml"), ("seeds", ".md")):
            listed = sorted(f for f in there if PurePosixPath(f).match(f"{folder}/*{ending}"))
            assert list(self.workspace.files(folder, ending)) == listed

    @rule()
    def read(self) -> None:
        """What lies over a file and what stands in it are the same course; so are two readings."""
        found = load(self.workspace)
        with TemporaryDirectory() as folder:
            flat = Path(folder) / "course"
            for file, text in {**self.disk, **self.laid}.items():
                if file in self.disk or "originals" not in file:  # an original is only ever read from the disk
                    (flat / file).parent.mkdir(parents=True, exist_ok=True)
                    kept = self.disk[file] if "originals" in file else text
                    (flat / file).write_bytes(kept.encode())
            assert _told(load(Workspace(flat))) == _told(found) == _told(load(self.workspace))


def _told(library: Library) -> object:
    return (
        library.course,
        sorted(library.sources),
        library.lessons,
        [(b.slug, b.first) for b in library.broken],
        library.glossary,
        sorted(map(repr, library.evidence)),
        library.approvals,
        library.diagnostics,
    )


TestCourse = Course.TestCase
