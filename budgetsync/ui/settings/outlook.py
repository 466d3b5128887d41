"""Places for what is set up here later: one honest sentence each, and no control that does nothing."""

from PySide6.QtCore import QCoreApplication

from budgetsync.ui.bridge import Bridge
from budgetsync.ui.settings.rows import Words
from budgetsync.ui.settings.section import Section
from budgetsync.ui.theme import GRID

translate = QCoreApplication.translate


class CategoriesSection(Section):
    """Where categories come from."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, translate("Settings", "Categories"))
        text = translate(
            "Settings",
            "Each transaction has the category that the bank's service gives it, and yours wherever you "
            "change it; rules and suggestions are set up here in a later version.",
        )
        self.add_card().add(_with_room(Words(text)))


def _with_room(words: Words) -> Words:
    words.setContentsMargins(0, GRID // 2, 0, GRID // 2)
    return words
