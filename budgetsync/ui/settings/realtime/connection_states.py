"""Of each connection, whether its news come by themselves."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from budgetsync.domain.ids import ItemId
from budgetsync.domain.realtime import ConnectionWebhooks
from budgetsync.ui.icons import Icons
from budgetsync.ui.realtime.webhook_words import connection_status
from budgetsync.ui.settings.rows import Card, Line, Row, Words
from budgetsync.ui.status import Tone

translate = QCoreApplication.translate


class ConnectionStates:
    """The rows of a card, one for each connection."""

    def __init__(self, card: Card, icons: Icons, locale: QLocale) -> None:
        self._card, self._icons, self._locale = card, icons, locale
        self._rows: dict[ItemId, tuple[Row, Line]] = {}
        self.none = Words(translate("RealTime", "No bank is connected yet."), Tone.QUIET)
        card.add_line(self.none)

    @property
    def said(self) -> list[str]:
        """What each row says, in order."""
        return [f"{row.title.text()}: {line.words}" for row, line in self._rows.values()]

    def show_connections(self, connections: Sequence[ConnectionWebhooks], now: datetime) -> None:
        """Show how they stand now."""
        self.none.setVisible(not connections)
        for gone in self._rows.keys() - {one.item_id for one in connections}:
            self._card.remove(self._rows.pop(gone)[0])
        for one in connections:
            if one.item_id not in self._rows:
                line = Line(self._icons)
                row = Row(self._icons, one.institution)
                row.add_below(line)
                self._card.add(row)
                self._rows[one.item_id] = row, line
            row, line = self._rows[one.item_id]
            row.title.show_text(one.institution)
            line.show_status(connection_status(one, now, self._locale))
