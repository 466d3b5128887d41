"""What is said about webhooks: what they are about, what became of them, why some were turned away."""

from PySide6.QtCore import QCoreApplication, QLocale

from budgetsync.domain.webhook import EventState, InboxEntry, Reason
from budgetsync.ui.formats import latency

translate = QCoreApplication.translate


def event_words(entry: InboxEntry) -> str:
    """Say what a webhook is about; one that nobody here knows is named as the provider does."""
    known = {
        "SYNC_UPDATES_AVAILABLE": translate("RealTime", "New transactions"),
        "INITIAL_UPDATE": translate("RealTime", "First transactions"),
        "HISTORICAL_UPDATE": translate("RealTime", "Older transactions"),
        "DEFAULT_UPDATE": translate("RealTime", "News (older notice)"),
        "TRANSACTIONS_REMOVED": translate("RealTime", "Transactions taken back"),
        "RECURRING_TRANSACTIONS_UPDATE": translate("RealTime", "Recurring payments"),
        "ERROR": translate("RealTime", "Trouble at the bank"),
        "PENDING_EXPIRATION": translate("RealTime", "Access ends soon"),
        "PENDING_DISCONNECT": translate("RealTime", "Access ends soon"),
        "USER_PERMISSION_REVOKED": translate("RealTime", "Access was taken back"),
        "USER_ACCOUNT_REVOKED": translate("RealTime", "An account was taken back"),
        "NEW_ACCOUNTS_AVAILABLE": translate("RealTime", "New accounts"),
        "LOGIN_REPAIRED": translate("RealTime", "The login works again"),
        "WEBHOOK_UPDATE_ACKNOWLEDGED": translate("RealTime", "New address accepted"),
    }
    if entry.code in known and entry.type in {"TRANSACTIONS", "ITEM"}:
        return known[entry.code]
    if not entry.code:
        return translate("RealTime", "Not opened yet")
    return f"{entry.type}: {entry.code}"


def state_words(entry: InboxEntry, locale: QLocale) -> str:
    """Say what became of a webhook."""
    words = {
        EventState.UNVERIFIED: translate("RealTime", "waits to be checked"),
        EventState.QUEUED: translate("RealTime", "is being synced"),
        EventState.NOTED: translate("RealTime", "noted"),
        EventState.STRANGER: translate("RealTime", "about no connection here"),
        EventState.DEAD: translate("RealTime", "given up, see Problems"),
        EventState.DONE: translate("RealTime", "acted on"),
    }
    if entry.state is EventState.DONE and entry.latency is not None:
        text = translate("RealTime", "acted on after {length}")
        return text.format(length=latency(entry.latency, locale))
    return words[entry.state]


def reason_words(reason: Reason) -> str:
    """Say why webhooks were turned away."""
    forged = translate("RealTime", "not signed as Plaid signs")
    words = {
        Reason.NO_TOKEN: translate("RealTime", "without a signature"),
        Reason.UNKNOWN_KEY: translate("RealTime", "signed with a key that Plaid does not know"),
        Reason.EXPIRED_KEY: translate("RealTime", "signed with a key that is no longer valid"),
        Reason.BAD_SIGNATURE: translate("RealTime", "with a wrong signature"),
        Reason.OTHER_BODY: translate("RealTime", "altered after they were signed"),
        Reason.TOO_OLD: translate("RealTime", "too old, or sent again by somebody"),
        Reason.FROM_THE_FUTURE: translate("RealTime", "dated ahead of this computer's clock"),
        Reason.TOO_LARGE: translate("RealTime", "too large"),
        Reason.MALFORMED_BODY: translate("RealTime", "not readable"),
        Reason.OTHER_ENVIRONMENT: translate("RealTime", "for another environment"),
    }
    return words.get(reason, forged)
