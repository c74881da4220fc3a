"""Feeds the targets what a coverage-guided fuzzer makes up: `python -m tests.fuzz.run lesson -max_total_time=600`.

Atheris (libFuzzer) is not among the packages that tests need: install it, with quizapp, into an environment of its own.
What follows the target's name is libFuzzer's: the folder that keeps what was found worth trying, and its options. An
input that breaks a law is written beside it; when it is mended, a small form of it goes to `tests/data/fuzz/<target>/`.
"""

import argparse
import sys
from pathlib import Path

DATA = Path(__file__).parent.parent / "data"
SEEDS = {
    "lesson": [*DATA.glob("rules/*/*/lessons/*.toml"), *DATA.glob("tiny*/lessons/*.toml"), *DATA.glob("fuzz/lesson/*")],
    "source": [*DATA.glob("rules/*/*/seeds/*.md"), *DATA.glob("tiny*/seeds/*"), *DATA.glob("fuzz/source/*")],
}
"""What the fuzzer begins with."""


def main() -> None:
    """Fuzz the target that the command line names."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.run", description=__doc__)
    parser.add_argument("target", choices=SEEDS)
    given, options = parser.parse_known_args()
    import atheris

    with atheris.instrument_imports(include=["quizapp"]):
        from tests.fuzz.targets import TARGETS
    folder = next((Path(option) for option in options if not option.startswith("-")), None)
    for seed in SEEDS[given.target] if folder else ():
        if folder and seed.is_file():
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "-".join(seed.parts[-4:])).write_bytes(seed.read_bytes())
    atheris.Setup([sys.argv[0], *options], TARGETS[given.target])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
