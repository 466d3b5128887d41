"""The bus: facts go out to whoever listens. No Qt, no thread: publish and listen on the loop's thread."""

import logging
from collections.abc import Callable

from budgetsync.domain.events import Event

Listener = Callable[[Event], None]
_log = logging.getLogger(__name__)


class Bus:
    """Delivers each event to every listener, in the order in which they came."""

    def __init__(self) -> None:
        self._listeners: dict[int, Listener] = {}
        self._next = 0

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Have a function called with every event; what is returned ends that."""
        number = self._next
        self._next += 1
        self._listeners[number] = listener
        return lambda: self._listeners.pop(number, None) and None

    def publish(self, event: Event) -> None:
        """Tell everybody. Listeners return at once and do not raise: they queue work of their own."""
        for listener in tuple(self._listeners.values()):
            listener(event)
