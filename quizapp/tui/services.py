"""What the app is handed: the course, the learner's file, the clock and chance."""

import os
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol, cast

from textual.dom import DOMNode

if TYPE_CHECKING:
    from quizapp.content.library import Library
    from quizapp.store.progress import Progress


@dataclass(slots=True, kw_only=True)
class Services:
    """All that screens reach outside themselves."""

    library: "Library"
    progress: "Progress"
    clock: Callable[[], datetime]
    """The time now, aware, in UTC."""
    random: random.Random
    learner: str | None = None
    reload: Callable[[], "Library"]
    """Reads the course again."""


class Served(Protocol):
    """An app that was handed its services."""

    services: Services
    seed: int | None
    """Fixes every shuffle; None draws a fresh seed for each sitting."""


def served(node: DOMNode) -> Served:
    """The app that `node` stands in, as what it was handed."""
    return cast("Served", node.app)


def services_of(node: DOMNode) -> Services:
    """The services of the app that `node` stands in."""
    return served(node).services


def new_seed(node: DOMNode) -> int:
    """The seed for a new sitting."""
    app = served(node)
    return app.services.random.getrandbits(32) if app.seed is None else app.seed


def without_colour() -> bool:
    """Whether the user asked for no colour, see no-color.org."""
    return "NO_COLOR" in os.environ
