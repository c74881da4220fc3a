"""The files of a course as documents, of which some are read only when they are asked for."""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping

from quizapp.text.document import Document


class Documents(Mapping[str, Document]):
    """Documents that were read, and others, which are: one that is looked up, or all when they are gone through."""

    def __init__(
        self,
        read: dict[str, Document],
        others: Iterable[str],
        open_it: Callable[[str], Document | None],
        state: Callable[[str], Hashable],
    ) -> None:
        """`others` may have to be opened; what opens one says None where it cannot be read.

        One whose `state` is not what it is now has been changed by then, and there is none of it: what was found in it
        stands at other places.
        """
        self._read = read
        self._others = {file: state(file) for file in others}
        self._open = open_it
        self._state = state

    def __getitem__(self, file: str) -> Document:
        """The document of a file; there is none of one that cannot be read."""
        if file not in self._read and file in self._others:
            document = self._open(file)
            if document is not None and self._is_as_it_was(file):
                self._read[file] = document
        return self._read[file]

    def _is_as_it_was(self, file: str) -> bool:
        return self._state(file) == self._others[file]

    def changed(self) -> tuple[str, ...]:
        """Those of the others that have changed by now."""
        return tuple(file for file in self._others if not self._is_as_it_was(file))

    def files(self) -> Collection[str]:
        """The files, those too that were not read or cannot be."""
        return {**self._others, **self._read}.keys()

    def __iter__(self) -> Iterator[str]:
        """The files, all of them read."""
        for file in self._others:
            self.get(file)
        return iter(tuple(self._read))

    def __len__(self) -> int:
        """How many files can be read."""
        return sum(1 for _ in self)


def portions(files: Iterable[str], size: int, size_of: Callable[[str], int]) -> list[list[str]]:
    """Files, in order, in portions of so much or a little more."""
    found: list[list[str]] = []
    left = 0
    for file in files:
        if left <= 0:
            found.append([])
            left = size
        found[-1].append(file)
        left -= size_of(file)
    return found
