"""Actions that are written down instead of carried out, for tests of single views."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from PySide6.QtCore import QObject

from budgetsync.domain.ids import ItemId
from budgetsync.domain.notices import NoticeAction
from budgetsync.domain.schedule_settings import Pause
from budgetsync.ui.actions import Actions


class Recorder(Actions):
    """Writes down what was asked for, with what it was asked for.

    Attributes:
        asked: Name and argument, in order.
    """

    def __init__(self) -> None:
        QObject.__init__(self)
        self.asked: list[tuple[str, Any]] = []
        for name in ("page", "reconnect", "remove", "account"):
            signal = getattr(self, f"{name}_requested")
            signal.connect(lambda value, name=name: self.asked.append((name, value)))
        self.connect_requested.connect(lambda: self.asked.append(("connect", None)))

    def sync(self, item_id: ItemId | None = None) -> None:
        self.asked.append(("sync", item_id))

    def cancel(self, item_id: ItemId | None = None) -> None:
        self.asked.append(("cancel", item_id))

    def pause(self, pause: Pause, item_id: ItemId | None = None) -> None:
        self.asked.append(("pause", (pause, item_id)))

    def pause_for(self, length: timedelta | None, item_id: ItemId | None = None) -> None:
        self.asked.append(("pause for", (length, item_id)))

    def pause_until_tomorrow(self, item_id: ItemId | None = None) -> None:
        self.asked.append(("pause until tomorrow", item_id))

    def resume(self, item_id: ItemId | None = None) -> None:
        self.asked.append(("resume", item_id))

    def refresh_bank(self, item_id: ItemId) -> None:
        self.asked.append(("refresh", item_id))

    def carry_out(self, action: NoticeAction) -> None:
        self.asked.append(("carry out", action))
