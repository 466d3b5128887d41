"""What can be done about a notice, as words on a button."""

from PySide6.QtCore import QCoreApplication

from budgetsync.domain.notices import NoticeAction, Offer

translate = QCoreApplication.translate


def offer_label(action: NoticeAction) -> str:
    """Name what a button of a notice does."""
    words = {
        Offer.RECONNECT: translate("Offer", "Sign in again"),
        Offer.CONNECT: translate("Offer", "Connect a bank"),
        Offer.RETRY: translate("Offer", "Sync now"),
        Offer.REFRESH: translate("Offer", "Ask the bank to refresh"),
        Offer.OPEN_PROBLEMS: translate("Offer", "Show problems"),
        Offer.OPEN_REVIEW: translate("Offer", "Review"),
        Offer.OPEN_ACCOUNT: translate("Offer", "Show the account"),
        Offer.OPEN_SETTINGS: translate("Offer", "Open the settings"),
        Offer.OPEN_REAL_TIME: translate("Offer", "Show real time"),
        Offer.OPEN_FOLDER: translate("Offer", "Open the data folder"),
        Offer.BACK_UP: translate("Offer", "Back up now"),
    }
    return words[action.offer]
