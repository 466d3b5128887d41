"""What a relay can see and what it cannot, in plain words."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from budgetsync.ui.icons import Icons
from budgetsync.ui.settings.rows import Card, Words
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID, font_of
from budgetsync.ui.widgets import Glyph

translate = QCoreApplication.translate


def add_explanation(card: Card, icons: Icons) -> None:
    """Fill a card with what a person should know before they trust a relay, which is little."""
    card.add_line(_caption(translate("RealTime", "It sees in passing")))
    for text in (
        translate(
            "RealTime",
            "that there is something new: the id of a connection and a code, such as “new transactions”",
        ),
        translate("RealTime", "when that was, and from which internet address this computer asks for it"),
    ):
        card.add_line(_line(icons, "eye", text, Tone.QUIET))
    card.add_line(_caption(translate("RealTime", "It cannot")))
    for text in (
        translate(
            "RealTime", "read a transaction, a balance, a name or an account number: none is in the news"
        ),
        translate("RealTime", "sign in anywhere: it holds no key of yours, neither to a bank nor to Plaid"),
        translate("RealTime", "make news up: each is signed by Plaid, and checked on this computer"),
        translate("RealTime", "read what it keeps: it is sealed for your computers as soon as it comes in"),
        translate("RealTime", "lose you a transaction: what it drops comes with the next sync by the clock"),
    ):
        card.add_line(_line(icons, "ok", text, Tone.OK))


def _caption(text: str) -> Words:
    words = Words(text)
    words.setFont(font_of(words, strong=True))
    words.setContentsMargins(0, GRID // 2, 0, 0)
    return words


def _line(icons: Icons, icon: str, text: str, tone: Tone) -> QWidget:
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(GRID)
    layout.addWidget(Glyph(icons, icon, tone), 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(Words(text), 1)
    return line
