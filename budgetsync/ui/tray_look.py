"""How the tray looks: one of five states as a picture, and a sentence."""

from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLocale, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from budgetsync.domain.item import ItemStatus
from budgetsync.domain.overview import Overview
from budgetsync.ui.colours import TRAY
from budgetsync.ui.formats import relative
from budgetsync.ui.icons import Icons
from budgetsync.ui.status import is_busy, up_to_date

translate = QCoreApplication.translate
_SIZES = (16, 22, 24, 32, 44, 48, 64, 128)
_ROUND = 0.22
_DRAWN = 0.74


class TrayState(StrEnum):
    """What the icon says."""

    OK = "ok"
    SYNCING = "syncing"
    ATTENTION = "attention"
    OFFLINE = "offline"
    PAUSED = "paused"


_TILES = {
    TrayState.OK: TRAY.well,
    TrayState.SYNCING: TRAY.well,
    TrayState.ATTENTION: TRAY.attention,
    TrayState.OFFLINE: TRAY.quiet,
    TrayState.PAUSED: TRAY.quiet,
}
_NEEDS_A_PERSON = frozenset(
    {ItemStatus.REAUTH_REQUIRED, ItemStatus.ATTENTION_REQUIRED, ItemStatus.DISCONNECTED}
)


def tray_state(overview: Overview, *, problems: bool, offline: bool, paused: bool) -> TrayState:
    """Sum everything up: what happens just now, then what waits for the person, then what holds things back.

    Args:
        problems: Whether something was told that is not solved.
        offline: Whether the system says that there is no network.
        paused: Whether everything is paused.
    """
    live = overview.live
    statuses = {shown.item.status for shown in live}
    if any(map(is_busy, live)):
        return TrayState.SYNCING
    if problems or statuses & _NEEDS_A_PERSON:
        return TrayState.ATTENTION
    if offline or ItemStatus.OFFLINE in statuses:
        return TrayState.OFFLINE
    if paused or statuses == {ItemStatus.PAUSED}:
        return TrayState.PAUSED
    return TrayState.OK


def tray_sentences(overview: Overview, state: TrayState, now: datetime, locale: QLocale) -> str:
    """Say how things are, for who points at the icon."""
    live = overview.live
    if not live:
        return translate("Tray", "No bank is connected yet.")
    said = [translate("Tray", "{count}.").format(count=up_to_date(overview, now))]
    words = {
        TrayState.SYNCING: translate("Tray", "Syncing now."),
        TrayState.OFFLINE: translate("Tray", "There is no network."),
        TrayState.PAUSED: translate("Tray", "Syncing is paused."),
    }
    if state in words:
        said.append(words[state])
    times = [shown.item.contacted_at for shown in live if shown.item.contacted_at]
    if times:
        text = translate("Tray", "Last contact {when}.")
        said.append(text.format(when=relative(max(times), now, locale)))
    return " ".join(said)


def tray_icon(icons: Icons, state: TrayState) -> QIcon:
    """Draw a state in every size that panels ask for."""
    icon = QIcon()
    for size in _SIZES:
        icon.addPixmap(_draw(icons, state, size))
    return icon


def _draw(icons: Icons, state: TrayState, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_TILES[state]))
    painter.drawRoundedRect(QRectF(0, 0, size, size), _ROUND * size, _ROUND * size)
    inner = 2 * round(_DRAWN * size / 2)
    at = (size - inner) // 2
    painter.drawPixmap(at, at, icons.pixmap(state.value, TRAY.drawing, inner, 1.0))
    painter.end()
    return pixmap
