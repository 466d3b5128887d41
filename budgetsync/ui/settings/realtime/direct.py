"""News straight from the provider, for those whose computer has a public address or a tunnel."""

from PySide6.QtCore import QCoreApplication

from budgetsync.domain.addresses import shown_address
from budgetsync.domain.realtime import RealTime
from budgetsync.ui.icons import Icons
from budgetsync.ui.settings.realtime.fields import breakable
from budgetsync.ui.settings.rows import Card, Line
from budgetsync.ui.status import Status, Tone

translate = QCoreApplication.translate


class DirectRows:
    """Lines on the card about now, and how it can be had where it is not."""

    def __init__(self, now: Card, icons: Icons) -> None:
        self.listens, self.told = Line(icons), Line(icons)
        for part in (self.listens, self.told):
            now.add_line(part)

    def show_realtime(self, realtime: RealTime) -> None:
        """Show where news can come straight."""
        if not realtime.listens_at:
            self.listens.clear()
            self.told.clear()
            return
        text = translate("RealTime", "Listens at {address}")
        address = breakable(shown_address(realtime.listens_at))
        self.listens.show_status(Status("ok", text.format(address=address), Tone.OK))
        if realtime.public_url:
            text = translate("RealTime", "Plaid is told to send news to {address}")
            told = breakable(shown_address(realtime.public_url))
            self.told.show_status(Status("ok", text.format(address=told), Tone.OK))
        else:
            text = translate(
                "RealTime", "Plaid knows no address that leads here: set PLAID_WEBHOOK_URL to the public one."
            )
            self.told.show_status(Status("attention", text, Tone.WARNING))


def how_words() -> str:
    """Say how news could come straight."""
    return translate(
        "RealTime",
        "Where this computer has a public address or a tunnel, Plaid can tell it straight: start BudgetSync with "
        "BUDGETSYNC_WEBHOOK_LISTEN and PLAID_WEBHOOK_URL set. The README says how.",
    )
