"""What a webhook of Plaid's says, and what that asks for. The only place that knows Plaid's codes.

Source: https://plaid.com/docs/api/products/transactions/#webhooks and https://plaid.com/docs/api/items/#webhooks
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from budgetsync.domain.errors import WebhookRejected
from budgetsync.domain.webhook import Ask, Reason
from budgetsync.providers.plaid.webhooks.strict import decode_object

LARGEST_BODY = 64 * 1024
_LONGEST_TEXT = 200

_ASKS: dict[tuple[str, str], Ask] = {
    ("TRANSACTIONS", "SYNC_UPDATES_AVAILABLE"): Ask.SYNC,
    # The ones of before /transactions/sync still arrive: each says that there is something to fetch.
    ("TRANSACTIONS", "INITIAL_UPDATE"): Ask.SYNC,
    ("TRANSACTIONS", "HISTORICAL_UPDATE"): Ask.SYNC,
    ("TRANSACTIONS", "DEFAULT_UPDATE"): Ask.SYNC,
    ("TRANSACTIONS", "TRANSACTIONS_REMOVED"): Ask.SYNC,
    ("TRANSACTIONS", "RECURRING_TRANSACTIONS_UPDATE"): Ask.NOTE,
    # The event may be days old, and the login repaired since: the sync's own answer tells how it stands.
    ("ITEM", "ERROR"): Ask.SYNC,
    ("ITEM", "PENDING_EXPIRATION"): Ask.SYNC,
    ("ITEM", "PENDING_DISCONNECT"): Ask.SYNC,
    ("ITEM", "USER_PERMISSION_REVOKED"): Ask.SYNC,
    ("ITEM", "USER_ACCOUNT_REVOKED"): Ask.SYNC,
    ("ITEM", "NEW_ACCOUNTS_AVAILABLE"): Ask.SYNC,
    ("ITEM", "LOGIN_REPAIRED"): Ask.LOGIN_REPAIRED,
    ("ITEM", "WEBHOOK_UPDATE_ACKNOWLEDGED"): Ask.NOTE,
}
_FACTS = {
    "account_id": "account",
    "new_webhook_url": "webhook",
    "reason": "reason",
}
_ENDS = ("consent_expiration_time", "disconnect_time")


@dataclass(frozen=True, slots=True)
class Told:
    """What a body says, in the words of `domain.webhook.WebhookEvent`."""

    source_item_id: str
    type: str
    code: str
    ask: Ask
    facts: dict[str, str]


def read_body(raw: bytes, environment: str) -> Told:
    """Read a body whose token holds.

    Args:
        environment: Plaid's own word for the one that is ours.

    Raises:
        WebhookRejected: MALFORMED_BODY, OTHER_ENVIRONMENT.
    """
    try:
        told = decode_object(raw)
    except ValueError:
        raise WebhookRejected(Reason.MALFORMED_BODY) from None
    kind, code = _text(told.get("webhook_type")), _text(told.get("webhook_code"))
    item = told.get("item_id")
    if not kind or not code or (item is not None and not _text(item)):
        raise WebhookRejected(Reason.MALFORMED_BODY)
    if told.get("environment") != environment:
        raise WebhookRejected(Reason.OTHER_ENVIRONMENT)
    ask = (
        _ASKS.get((kind, code), Ask.NOTE) if item else Ask.NOTE
    )  # without a connection there is nothing to sync
    return Told(_text(item), kind, code, ask, _facts(told))


def _facts(told: dict[str, Any]) -> dict[str, str]:
    facts = {ours: _text(told.get(theirs)) for theirs, ours in _FACTS.items()}
    facts["ends_at"] = next((at for name in _ENDS if (at := _instant(told.get(name)))), "")
    error = told.get("error")
    facts["error"] = _text(error.get("error_code")) if isinstance(error, dict) else ""
    return {name: text for name, text in facts.items() if text}


def _text(value: object) -> str:
    """A text that can be stored and shown; "" for anything else, half characters included."""
    if not isinstance(value, str) or not 0 < len(value) <= _LONGEST_TEXT:
        return ""
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return ""
    return value


def _instant(value: object) -> str:
    try:
        at = datetime.fromisoformat(_text(value))
    except ValueError:
        return ""
    return (at if at.tzinfo is not None else at.replace(tzinfo=UTC)).astimezone(UTC).isoformat()
