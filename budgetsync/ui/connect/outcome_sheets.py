"""What came of a page in the browser, and what can be done then."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout

from budgetsync.domain.errors import Trouble
from budgetsync.domain.link import LinkedAccount
from budgetsync.ui.connect.sheet import Sheet, paragraph
from budgetsync.ui.icons import Icons
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID
from budgetsync.ui.trouble_panel import TroublePanel
from budgetsync.ui.widgets import Glyph, button

translate = QCoreApplication.translate
_KINDS = frozenset({"depository", "credit", "loan", "investment"})
_MOST = 30
"""Accounts that are named one by one."""


class AccountList(QGridLayout):
    """Names accounts as far as the page told of them."""

    def __init__(self, icons: Icons, accounts: Iterable[LinkedAccount]) -> None:
        super().__init__()
        self.setHorizontalSpacing(GRID)
        self.setVerticalSpacing(GRID // 2)
        self.setColumnStretch(1, 1)
        named = tuple(accounts)
        for row, account in enumerate(named[:_MOST]):
            kind = account.type if account.type in _KINDS else "account"
            self.addWidget(Glyph(icons, kind, Tone.QUIET), row, 0, Qt.AlignmentFlag.AlignTop)
            self.addWidget(paragraph(account_text(account)), row, 1)
        if len(named) > _MOST:
            text = translate("Connect", "and {n} more", None, len(named) - _MOST)
            self.addWidget(paragraph(text.format(n=len(named) - _MOST), Tone.QUIET), _MOST, 1)


class DoneSheet(Sheet):
    """A bank was connected, or opens again."""

    another = Signal()

    def __init__(self, icons: Icons, title: str, text: str, accounts: Iterable[LinkedAccount]) -> None:
        super().__init__(icons, title, icon="ok", tone=Tone.OK)
        self.add(AccountList(icons, accounts))
        self.add(paragraph(text))
        self.done_button = self.add_button(
            button(
                translate("Connect", "Done"),
                translate("Connect", "Done: {title}").format(title=title),
                "primary",
            ),
            self.left.emit,
        )
        self.add_button(
            button(
                translate("Connect", "Connect another bank"), translate("Connect", "Connect another bank")
            ),
            self.another.emit,
        )


class DuplicateSheet(Sheet):
    """Some of the accounts are connected already; nothing was made so far."""

    anew = Signal()
    all_the_same = Signal()

    def __init__(self, icons: Icons, bank: str, accounts: Iterable[LinkedAccount]) -> None:
        title = translate("Connect", "Connected already: {bank}").format(bank=bank)
        text = translate(
            "Connect",
            "A connection shows these accounts already. With a second one, each row would come twice.",
        )
        super().__init__(icons, title, text, icon="attention", tone=Tone.WARNING)
        self.add(AccountList(icons, accounts))
        self.add(paragraph(translate("Connect", "Nothing was connected so far."), Tone.QUIET))
        self.keep_button = self.add_button(
            button(
                translate("Connect", "Keep what is there"),
                translate("Connect", "Keep the connection to {bank} that is there").format(bank=bank),
                "primary",
            ),
            self.left.emit,
        )
        self.anew_button = self.add_button(
            button(
                translate("Connect", "Sign in again there"),
                translate("Connect", "Sign in again at the connection to {bank} that is there").format(
                    bank=bank
                ),
            ),
            self.anew.emit,
        )
        self.all_the_same_button = self.add_button(
            button(
                translate("Connect", "Connect all the same"),
                translate("Connect", "Connect {bank} a second time").format(bank=bank),
                "quiet",
            ),
            self.all_the_same.emit,
        )


class AgainSheet(Sheet):
    """It did not come to an end: the person left, the page expired, or something went wrong."""

    again = Signal()
    setup = Signal()

    def __init__(
        self,
        icons: Icons,
        title: str,
        text: str,
        *,
        trouble: Trouble | None = None,
        again: str,
        keys: bool = False,
    ) -> None:
        super().__init__(icons, title, text, icon="attention", tone=Tone.WARNING)
        if trouble is not None:
            panel = TroublePanel(icons, title)
            panel.show_trouble(trouble)
            self.add(panel)
        self.again_button = self.add_button(button(again, again, "primary"), self.again.emit)
        if keys:
            text = translate("Connect", "Enter other keys")
            self.keys_button = self.add_button(button(text, text), self.setup.emit)
        self.add_leave(
            translate("Connect", "Close"), translate("Connect", "Close: {title}").format(title=title)
        )


def account_text(account: LinkedAccount) -> str:
    """Name an account with the end of its number."""
    name = account.name or translate("Connect", "An account")
    return f"{name}  ••{account.mask}" if account.mask else name
