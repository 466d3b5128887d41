"""What all that tells of this computer share: the situation as last heard, and who is told of changes."""

from collections.abc import Callable

from budgetsync.domain.situation import Signal, Situation, signal_between

Listener = Callable[[Signal], None]


class Teller:
    """Keeps a situation and tells its listeners. Everything happens on the loop's thread."""

    def __init__(self) -> None:
        self._now = Situation()
        self._listeners: dict[int, Listener] = {}
        self._next = 0

    def situation(self) -> Situation:
        """How things stood when the system last said so."""
        return self._now

    def watch(self, listener: Listener) -> Callable[[], None]:
        """Have a function called with every signal; what is returned ends that."""
        number = self._next
        self._next += 1
        self._listeners[number] = listener
        return lambda: self._listeners.pop(number, None) and None

    def tell(self, signal: Signal) -> None:
        """Tell everybody."""
        for listener in tuple(self._listeners.values()):
            listener(signal)

    def become(self, situation: Situation) -> None:
        """Take a new situation, and tell what is worth telling about it."""
        signal = signal_between(self._now, situation)
        self._now = situation
        if signal is not None:
            self.tell(signal)
