"""A section of the Settings page: its heading, its cards, and how a choice is kept."""

from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetsync.domain.errors import Trouble
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.feed import Refresher
from budgetsync.ui.settings.rows import Card, Feedback, Row, Words
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID, font_of


class Section(QWidget):
    """One section. Loads what it shows when it comes to be seen, and again at news while it is seen.

    Args:
        title: As in the list of sections.
        introduction: One sentence; "" for none.
    """

    def __init__(self, bridge: Bridge, title: str, introduction: str = "") -> None:
        super().__init__()
        self._bridge = bridge
        self._refresher = Refresher(bridge, self.load)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 2 * GRID)
        self._column.setSpacing(2 * GRID)
        heading = Words(title)
        heading.setFont(font_of(heading, 1.4, strong=True))
        self._column.addWidget(heading)
        if introduction:
            self._column.addWidget(Words(introduction, Tone.QUIET))

    async def load(self) -> None:
        """Load what is shown; nothing for a section that shows nothing of the core's."""

    def refresh(self) -> None:
        """Load again, now if it is seen, else when it is."""
        if self.isVisible():
            self._refresher.request()

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date when seen."""
        super().showEvent(event)
        self._refresher.request()

    def add_card(self, title: str = "") -> Card:
        """Add a card at the end."""
        card = Card(title)
        self._column.addWidget(card)
        return card

    def keep(
        self,
        beside: Row | Feedback,
        coro: Coroutine[Any, Any, object],
        *,
        told: Callable[[], None] | None = None,
        on_error: Callable[[Trouble], None] | None = None,
    ) -> None:
        """Carry a choice out, and say beside it what came of that.

        Args:
            beside: Its row, or where else it is said.
            told: Says that it was done; None for "Saved."
            on_error: Beside what the row says; None shows again what is stored.
        """
        feedback = beside.feedback if isinstance(beside, Row) else beside

        async def carry_out() -> None:
            await coro
            (told or feedback.saved)()

        def refused(trouble: Trouble) -> None:
            feedback.fail(trouble)
            if on_error is not None:
                on_error(trouble)
            self.refresh()

        self._bridge.spawn(carry_out(), on_error=refused, finish=True)
