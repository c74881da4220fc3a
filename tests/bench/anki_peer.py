"""Anki's side of the benchmark of the learner's file; run with the Python of an environment that has `anki`.

`anki_peer.py FOLDER` makes a collection there and obeys a line at a time: `answer N WHAT SCHEDULER` answers N new cards
and writes how many milliseconds each answer took; `fill N` leaves N cards due; `first` opens the collection anew and
writes how long its first card took. A time is that of Anki's own calls, without this loop.

WHAT is within the time of an answer: `whole`, the state it leads to is worked out and kept; `kept`, it is kept only,
since Anki works it out while it shows the card; `call`, all of `answerCard`, which also reads the card again. SCHEDULER
is `sm2`, as Anki comes, or `fsrs`. Its file has a write-ahead log and `synchronous = FULL`, and is locked for itself.
"""

# ruff: noqa: S608  the statements are made of constants
import json
import sqlite3
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

GOOD = 3
"""As `answerCard` counts; what `build_answer` takes is one less."""
NEW = 10_000
"""Cards to be answered."""


class Peer:
    """A collection of one deck."""

    def __init__(self, folder: Path) -> None:
        self._file = str(folder / "collection.anki2")
        self._open()
        self._deck = self._col.decks.id("talks")
        self._col.decks.select(self._deck)
        limits = self._col.decks.config_dict_for_deck_id(self._deck)
        limits["new"]["perDay"] = limits["rev"]["perDay"] = 9_999
        self._col.decks.save(limits)
        self._kind = self._col.models.by_name("Basic")["id"]
        self._count = 0

    def _open(self) -> None:
        from anki.collection import Collection  # type: ignore[import-not-found]  # in an environment of its own

        self._col: Any = Collection(self._file)

    def add(self, number: int, *, due: bool) -> None:
        """Cards that are new or due, put straight into the file, since Anki takes milliseconds for each."""
        today = self._col.sched.today
        self._col.close()
        first = 1_600_000_000_000 + self._count
        self._count += number
        with closing(sqlite3.connect(self._file)) as base, base:
            notes = ((first + n, f"g{first + n}", self._kind, 1, -1, "", f"q{n}\x1fa", f"q{n}", n, 0, "")
                     for n in range(number))  # fmt: skip
            base.executemany(f"INSERT INTO notes VALUES ({', '.join('?' * 11)})", notes)
            kind, reps = (2, 5) if due else (0, 0)
            cards = ((first + n, first + n, self._deck, 0, 1, -1, kind, kind, today - n % 30 if due else n,
                      30 if due else 0, 2500 if due else 0, reps, 0, 0, 0, 0, 0, "{}")
                     for n in range(number))  # fmt: skip
            base.executemany(f"INSERT INTO cards VALUES ({', '.join('?' * 18)})", cards)
        self._open()

    def answer(self, number: int, what: str, scheduler: str) -> list[float]:
        """How long each of so many answers took to be on disk."""
        if self._col.get_config("fsrs", default=False) is not (scheduler == "fsrs"):
            self._col.set_config("fsrs", scheduler == "fsrs")
        return [self._answer(what) for _ in range(number)]

    def _answer(self, what: str) -> float:
        sched, states_of = self._col.sched, self._col._backend.get_scheduling_states
        card = sched.getCard()
        states = states_of(card.id)
        start = time.perf_counter()
        if what == "call":
            sched.answerCard(card, GOOD)
        else:
            states = states if what == "kept" else states_of(card.id)
            sched.answer_card(sched.build_answer(card=card, states=states, rating=GOOD - 1))
        return 1e3 * (time.perf_counter() - start)

    def first(self) -> list[float]:
        """How long the first card takes after the collection was opened."""
        self._col.close()
        self._open()
        start = time.perf_counter()
        card = self._col.sched.getCard()
        taken = 1e3 * (time.perf_counter() - start)
        if card is None:
            raise ValueError("nothing is due")
        return [taken]


def main() -> None:
    """Obey."""
    peer = Peer(Path(sys.argv[1]))
    peer.add(NEW, due=False)
    for line in sys.stdin:
        match line.split():
            case ["answer", number, what, scheduler]:
                said = peer.answer(int(number), what, scheduler)
            case ["fill", number]:
                peer.add(int(number), due=True)
                said = []
            case _:
                said = peer.first()
        sys.stdout.write(json.dumps(said) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
