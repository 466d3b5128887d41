"""Whether the news of a connection come by themselves, in words."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from budgetsync.domain.realtime import ConnectionWebhooks, WebhookState
from budgetsync.ui.formats import relative
from budgetsync.ui.language import engine_text
from budgetsync.ui.status import Status, Tone

translate = QCoreApplication.translate


def connection_status(webhooks: ConnectionWebhooks, now: datetime, locale: QLocale) -> Status:
    """Say whether the news of one connection come by themselves."""
    match webhooks.state:
        case WebhookState.OFF:
            text = translate("RealTime", "News come with the next sync by the clock.")
            return Status("waiting", text, Tone.QUIET)
        case WebhookState.SETTING:
            text = translate("RealTime", "Plaid is being told where news go.")
            return Status("syncing", text, Tone.BUSY)
        case WebhookState.SET:
            text = translate("RealTime", "Plaid knows where news go; none came yet.")
            return Status("ok", text, Tone.QUIET)
        case WebhookState.WORKING:
            text = translate("RealTime", "News come by themselves.")
            if webhooks.last_event_at is not None:
                text = translate("RealTime", "News come by themselves, the last {when}.")
                text = text.format(when=relative(webhooks.last_event_at, now, locale))
            return Status("ok", text, Tone.OK)
        case WebhookState.MISSING:
            return Status("attention", missing_words(webhooks, now, locale), Tone.WARNING)
        case _:  # FAILED
            return Status("attention", failed_words(webhooks), Tone.WARNING)


def missing_words(webhooks: ConnectionWebhooks, now: datetime, locale: QLocale) -> str:
    """Say that news were sent and did not come."""
    if webhooks.sent_at is None:
        return translate("RealTime", "Plaid sent news that did not arrive; they come with the next sync.")
    text = translate("RealTime", "Plaid sent news {when} that did not arrive; they come with the next sync.")
    return text.format(when=relative(webhooks.sent_at, now, locale))


def failed_words(webhooks: ConnectionWebhooks) -> str:
    """Say that the provider could not be told the address."""
    text = translate("RealTime", "Plaid could not be told where news go; tried again with the next sync.")
    return f"{text} {engine_text(webhooks.trouble.message)}" if webhooks.trouble is not None else text
