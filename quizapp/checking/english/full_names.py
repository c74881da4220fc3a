"""Names that stand side by side, "Justice" and "Callow", told as the one that they are."""

from collections.abc import Iterable, Iterator

from quizapp.checking.english.names import Name


def runs(names: Iterable[Name]) -> Iterator[tuple[Name, ...]]:
    """The names of a text, in runs of those that follow directly on one another."""
    run: list[Name] = []
    for name in names:
        if run and name.start != run[-1].end + 1:
            yield tuple(run)
            run = []
        run.append(name)
    if run:
        yield tuple(run)


def spelled(run: Iterable[Name]) -> str:
    """Names that follow directly on one another, as one."""
    return " ".join(name.text for name in run)


def first(names: Iterable[Name]) -> str:
    """The first of the names of a text, whole; nothing where there is none."""
    return spelled(next(runs(names), ()))
