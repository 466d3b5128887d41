"""What is chosen before the browser is opened: history and country, or which accounts."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QRadioButton

from budgetsync.domain.link import COUNTRIES, HISTORIES, LONGEST_HISTORY
from budgetsync.ui.connect.places import country_name
from budgetsync.ui.connect.sheet import Sheet, caption, paragraph
from budgetsync.ui.icons import Icons
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID
from budgetsync.ui.tick import Tick
from budgetsync.ui.widgets import Choice, button

translate = QCoreApplication.translate


class ChooseSheet(Sheet):
    """Before a new connection.

    Args:
        icons: The drawings.
        country: Whose banks are offered at first.
        is_demo: Whether it is the demo bank's own page that opens.
    """

    chosen = Signal(int, str)
    """Days of history, and an ISO 3166 code."""
    simplefin = Signal()
    """Not by a page: by a setup token."""

    def __init__(self, icons: Icons, country: str, *, is_demo: bool) -> None:
        if is_demo:
            text = translate(
                "Connect",
                "A page of the demo bank opens in your browser. You choose a bank and sign in there, as at a real one.",
            )
        else:
            text = translate(
                "Connect",
                "A page of Plaid opens in your browser. You choose your bank and sign in there; your password "
                "never comes to BudgetSync.",
            )
        super().__init__(icons, translate("Connect", "Connect a bank"), text)
        self.histories = QButtonGroup(self)
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * GRID)
        grid.setVerticalSpacing(GRID // 2)
        grid.setColumnStretch(1, 1)
        for place, days in enumerate(HISTORIES):
            choice = QRadioButton(history_text(days))
            choice.setAccessibleName(
                translate("Connect", "History: {length}").format(length=history_text(days))
            )
            choice.setChecked(days == LONGEST_HISTORY)
            self.histories.addButton(choice, days)
            grid.addWidget(choice, place // 2, place % 2, Qt.AlignmentFlag.AlignLeading)
        self.countries = Choice(icons, translate("Connect", "Country of the bank"))
        for code in COUNTRIES:
            self.countries.addItem(country_name(code), code)
        self.countries.setCurrentIndex(COUNTRIES.index(country))
        country_label = QLabel(translate("Connect", "&Country of the bank"))
        country_label.setBuddy(self.countries)
        self.add(caption(translate("Connect", "How much history")))
        self.add(grid)
        self.add(
            paragraph(
                translate(
                    "Connect",
                    "This is asked for once. More cannot be fetched later, only by connecting the bank anew.",
                ),
                Tone.QUIET,
            )
        )
        row = QGridLayout()
        row.setHorizontalSpacing(GRID)
        row.addWidget(country_label, 0, 0)
        row.addWidget(self.countries, 0, 1)
        row.setColumnStretch(2, 1)
        self.add(row)
        self.go_button = self.add_button(
            button(
                translate("Connect", "Continue in the browser"),
                translate("Connect", "Continue in the browser"),
                "primary",
            ),
            lambda: self.chosen.emit(self.histories.checkedId(), self.countries.currentData()),
        )
        self.simplefin_button = self.add_button(
            button(
                translate("Connect", "Use SimpleFIN"),
                translate("Connect", "Connect by a setup token of a SimpleFIN server"),
            ),
            self.simplefin.emit,
        )
        self.add_leave(translate("Connect", "Cancel"), translate("Connect", "Do not connect a bank"))


class AnewSheet(Sheet):
    """Before signing in anew.

    Args:
        icons: The drawings.
        bank: Whose connection it is.
        reason: Why, in words; "" where nothing is known.
    """

    chosen = Signal(bool)
    """Whether accounts are to be chosen anew too."""

    def __init__(self, icons: Icons, bank: str, reason: str) -> None:
        title = translate("Connect", "Sign in again at {bank}").format(bank=bank)
        text = translate(
            "Connect",
            "A page opens in your browser, on which you sign in at your bank. Nothing that was fetched is lost, and "
            "what you changed stays as it is.",
        )
        super().__init__(icons, title, reason, icon="key", tone=Tone.WARNING)
        self.add(paragraph(text))
        self.accounts = Tick(translate("Connect", "Choose the accounts anew, too"))
        self.accounts.setAccessibleName(
            translate("Connect", "Choose the accounts at {bank} anew, too").format(bank=bank)
        )
        self.add_beside(self.accounts)
        self.go_button = self.add_button(
            button(
                translate("Connect", "Continue in the browser"),
                translate("Connect", "Sign in again at {bank} in the browser").format(bank=bank),
                "primary",
            ),
            lambda: self.chosen.emit(self.accounts.isChecked()),
        )
        self.add_leave(translate("Connect", "Cancel"), translate("Connect", "Do not sign in now"))


def history_text(days: int) -> str:
    """Name a length of history."""
    texts = {
        30: translate("Connect", "30 days"),
        90: translate("Connect", "90 days"),
        365: translate("Connect", "1 year"),
        730: translate("Connect", "2 years, the most there is"),
    }
    return texts[days]
