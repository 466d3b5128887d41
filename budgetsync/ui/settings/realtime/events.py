"""How quick the last news were, what came of each, and what was turned away."""

from datetime import timedelta

from PySide6.QtCore import QCoreApplication, QLocale

from budgetsync.domain.realtime import RealTime
from budgetsync.ui.formats import NO_BREAK, latency, number
from budgetsync.ui.icons import Icons
from budgetsync.ui.settings.realtime.event_table import EventTable
from budgetsync.ui.settings.realtime.words import reason_words
from budgetsync.ui.settings.rows import Card, Line, Words
from budgetsync.ui.status import Status, Tone

translate = QCoreApplication.translate


class EventRows:
    """The rows of a card about the last news."""

    def __init__(self, card: Card, icons: Icons, locale: QLocale) -> None:
        self._locale = locale
        self.quickness = Words("", Tone.QUIET)
        self.table = EventTable(locale)
        self.waiting, self.rejected = Line(icons), Line(icons)
        for part in (self.quickness, self.table, self.waiting, self.rejected):
            card.add_line(part)

    def show_realtime(self, realtime: RealTime) -> None:
        """Show what there is."""
        self.quickness.show_text(self._quickness(realtime))
        self.table.show_events(realtime.events)
        self.table.setVisible(bool(realtime.events))
        if realtime.waiting:
            text = translate(
                "RealTime", "{n} wait until Plaid can be asked for their key.", None, realtime.waiting
            )
            if realtime.waiting == 1:
                text = translate("RealTime", "1 waits until Plaid can be asked for its key.")
            text = text.format(n=number(realtime.waiting, self._locale))
            self.waiting.show_status(Status("waiting", text, Tone.QUIET))
        else:
            self.waiting.clear()
        self._show_rejected(realtime)

    def _quickness(self, realtime: RealTime) -> str:
        if realtime.p50 is None or realtime.p95 is None or realtime.p99 is None:
            if realtime.events:
                return translate("RealTime", "None was followed by a sync in the last 24 hours.")
            return translate("RealTime", "None came yet. They are listed here as they come.")
        text = translate(
            "RealTime",
            "From arrival to rows, in the last 24 hours: half within {half}, 95 of 100 within {most}, "
            "99 of 100 within {nearly}.",
        )
        half, most, nearly = (
            latency(timedelta(seconds=value), self._locale).replace(" ", NO_BREAK)
            for value in (realtime.p50, realtime.p95, realtime.p99)
        )
        return text.format(half=half, most=most, nearly=nearly)

    def _show_rejected(self, realtime: RealTime) -> None:
        counted = sorted(
            ((count, reason) for reason, count in realtime.rejected.items() if count),
            key=lambda one: (-one[0], one[1]),
        )
        if not counted:
            self.rejected.clear()
            return
        by_words: dict[str, int] = {}
        for count, reason in counted:
            words = reason_words(reason)
            by_words[words] = by_words.get(words, 0) + count
        total = sum(by_words.values())
        parts = ", ".join(f"{number(count, self._locale)} {words}" for words, count in by_words.items())
        text = translate("RealTime", "{n} were turned away and changed nothing: {reasons}.", None, total)
        if total == 1:
            text = translate("RealTime", "1 was turned away and changed nothing: {reasons}.")
            parts = next(iter(by_words))
        text = text.format(n=number(total, self._locale), reasons=parts)
        self.rejected.show_status(Status("disconnected", text, Tone.QUIET))
