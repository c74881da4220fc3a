"""Typing ahead: what is typed waits until the key before it is dealt with, so that it reaches what that key opened.

Textual hands a key to whatever has the focus as it comes in, though the keys before it may still be on their way.
"""

from collections import deque
from collections.abc import Awaitable, Callable

from textual import events
from textual.app import App

SOON = 0.001
"""Seconds between two looks whether the key before was dealt with."""
PATIENCE = 1000
"""Looks after which nothing waits any longer, whatever the key before is doing."""


class Ahead:
    """What was typed while the key before it was on its way, in this order."""

    def __init__(self, app: App[object], deal_with: Callable[[events.Event], Awaitable[None]]) -> None:
        self._app = app
        self._deal_with = deal_with
        self._typed: deque[events.Event] = deque()
        self._looks = 0

    def takes(self, event: events.Event) -> bool:
        """Whether the event has to wait; it is dealt with in its turn."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            return False
        if not self._typed and calm(self._app):
            return False
        self._typed.append(event)
        if len(self._typed) == 1:
            self._look_soon()
        return True

    def _look_soon(self) -> None:
        self._app.set_timer(SOON, self._look)

    async def _look(self) -> None:
        self._looks += 1
        if calm(self._app) or self._looks > PATIENCE:
            self._looks = 0
            await self._deal_with(self._typed.popleft())
        if self._typed:
            self._look_soon()


def calm(app: App[object]) -> bool:
    """Whether what has the keys is there and takes them, and nothing is on its way to it, or from it to its screen."""
    if not app.screen_stack:
        return False
    screen = app.screen
    focused = screen.focused
    if focused is None:
        return screen.is_mounted and not screen.message_queue_size
    path = [node for node in focused.ancestors_with_self if node is not app]
    return focused.allow_focus() and screen.is_mounted and not any(node.message_queue_size for node in path)
