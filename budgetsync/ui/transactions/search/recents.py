"""Searches that were made before, the latest first; remembered for the next start."""

from budgetsync.ui.memory import Memory

_NAME = "transactions/searches"
_MOST = 12


class Recents:
    """The last dozen. Nothing that was searched leaves the data folder."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    @property
    def texts(self) -> list[str]:
        """The searches."""
        return self._memory.words(_NAME)

    def keep(self, text: str) -> None:
        """Put a search first."""
        if text := " ".join(text.split()):
            others = [one for one in self.texts if one != text]
            self._memory.keep_words(_NAME, [text, *others][:_MOST])

    def forget(self) -> None:
        """Forget all of them."""
        self._memory.keep_words(_NAME, ())
