"""Feeds targets what a coverage-guided fuzzer makes up: `python -m tests.fuzz.run lesson FOLDER -max_total_time=600`.

Atheris (libFuzzer) is not among the packages that tests need: install it, with quizapp, into an environment of its own.
What follows the target's name is the folder that keeps what was found worth trying, and libFuzzer's options. An input
that breaks a law is written into a folder beside it, named by the place that raised, and the fuzzer goes on; when it is
mended, a small form of it goes to `tests/data/fuzz/<target>/`.
"""

import argparse
import hashlib
import importlib
import random
import resource
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

DATA = Path(__file__).parent.parent / "data"
COURSE = DATA.parent.parent
MODULES = {"lesson": "targets", "source": "targets", "ways": "ways", "stored": "stored", "keys": "keys"}
"""The targets, each a function of that name in a module here, and the folder in `tests/data/fuzz` for what it found."""
_FILES = {
    "lesson": (
        *sorted(Path(__file__).parent.glob("*.toml")),
        *sorted(COURSE.glob("lessons/*.toml")),
        *sorted(DATA.glob("second/lessons/*.toml")),
        *sorted(DATA.glob("rules/*/*/lessons/*.toml")),
        *sorted(DATA.glob("tiny*/lessons/*.toml")),
    ),
    "source": (
        *sorted(COURSE.glob("seeds/*.md")),
        *sorted(DATA.glob("second/seeds/*.md")),
        *sorted(DATA.glob("rules/*/*/seeds/*.md")),
        Path(__file__).with_name("said.txt"),
        *sorted(DATA.glob("tiny*/seeds/*.*")),
    ),
}


def target_of(name: str) -> Callable[[bytes], None]:
    """The target of that name; what it tests is loaded only now, so that it can be watched."""
    found: Callable[[bytes], None] = getattr(importlib.import_module(f"tests.fuzz.{MODULES[name]}"), name)
    return found


def seeds_of(name: str) -> tuple[bytes, ...]:
    """What the fuzzer begins with: files as authors write them, and what the target makes."""
    module = importlib.import_module(f"tests.fuzz.{MODULES[name]}")
    cut = getattr(importlib.import_module("tests.fuzz.pieces"), f"of_{name}", None)
    made: Callable[[], tuple[bytes, ...]] = getattr(module, "seeds", tuple)
    pieces = (piece for file in _FILES.get(name, ()) for piece in cut(file.read_bytes())) if cut else ()
    return (*made(), *dict.fromkeys(pieces))


def kept_of(name: str) -> tuple[Path, ...]:
    """What was found before, small."""
    return tuple(sorted(DATA.glob(f"fuzz/{name}/*")))


_TEXTS = ("lesson", "source", "ways")
"""Targets that take a text, which is mostly changed as authors do; other bytes mostly as the fuzzer does."""
_SECONDS, _SECONDS_A_MEGABYTE, _KILOBYTES = 3.0, 3.0, 300_000
"""What one input may take of processor time, instrumented, and of memory that was not taken before."""


def main() -> None:
    """Fuzz the target that the command line names."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.run", description=__doc__)
    parser.add_argument("target", choices=MODULES)
    parser.add_argument("folder", type=Path)
    given, options = parser.parse_known_args()
    import atheris

    with atheris.instrument_imports(include=["quizapp"]):
        target = target_of(given.target)
    from tests.fuzz.mutating import changed

    kept = (file.read_bytes() for file in kept_of(given.target))
    seeds = [*seeds_of(given.target), *kept]
    given.folder.mkdir(parents=True, exist_ok=True)
    for seed in seeds:
        (given.folder / hashlib.sha1(seed, usedforsecurity=False).hexdigest()).write_bytes(seed)
    others = [seed.decode(errors="replace") for seed in seeds] or [""]

    def mutated(data: bytes, most: int, number: int) -> bytes:
        chance = random.Random(number)  # noqa: S311 - no secret
        if chance.random() < (1 / 5 if given.target in _TEXTS else 4 / 5):
            return bytes(atheris.Mutate(data, most))
        return changed(data.decode(errors="replace"), chance, others).encode(errors="surrogatepass")[:most]

    watched = _Watched(target, given.folder.with_name(f"{given.folder.name}-found"))
    atheris.Setup([sys.argv[0], str(given.folder), *options], watched, custom_mutator=mutated)
    atheris.Fuzz()


class _Watched:
    """A target of which every broken law is kept once, and what it took."""

    def __init__(self, target: Callable[[bytes], None], found: Path) -> None:
        self._target = target
        self._found = found
        self._found.mkdir(parents=True, exist_ok=True)
        self._begun = False

    def __call__(self, data: bytes) -> None:
        start, before = time.process_time(), _memory()
        try:
            self._target(data)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is found
            last = traceback.extract_tb(error.__traceback__)[-1]
            self._keep(f"{type(error).__name__}-{Path(last.filename).stem}-{last.lineno}", data)
        seconds = time.process_time() - start
        if self._begun and seconds > _SECONDS + _SECONDS_A_MEGABYTE * len(data) / 1e6:
            self._keep(f"slow-{seconds:.0f}", data)
        if _memory() - before > _KILOBYTES:
            self._keep("memory", data)
        self._begun = True  # the first reads the course

    def _keep(self, name: str, data: bytes) -> None:
        kept = self._found / name
        if not kept.exists() or len(data) < kept.stat().st_size:
            kept.write_bytes(data)
            print(f"found: {kept}", file=sys.stderr, flush=True)  # noqa: T201 - a fuzzer's log


def _memory() -> int:
    """The most memory that this process has taken, in kilobytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    main()
