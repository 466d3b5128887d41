"""The one place that knows Plaid's errors and ours.

Keyed on error_code, then error_type, then the HTTP class. Texts are ours; of Plaid's answer only its code and
its request id go on.
Source: https://plaid.com/docs/errors/
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import msgspec

from budgetsync.domain.errors import (
    ItemGone,
    PaginationMutated,
    ProviderError,
    ProviderRejected,
    ProviderUnavailable,
    RateLimited,
    ReauthRequired,
    TransientError,
)
from budgetsync.providers.plaid.wire import ErrorBody

_CODE = re.compile(r"[A-Z][A-Z0-9_]{0,79}")
_REQUEST_ID = re.compile(r"[A-Za-z0-9-]{1,20}")  # Plaid's have 15; no key is as short
_RETRY_AFTER_RANGE = (1.0, 3600.0)  # seconds; what a server may ask us to wait
_SERVER_ERRORS = 500
_TOO_MANY = 429
_REFUSED = 400

_MESSAGES: dict[type[ProviderError], dict[str, str]] = {
    TransientError: {
        "INTERNAL_SERVER_ERROR": "Plaid had an internal error.",
        "PLANNED_MAINTENANCE": "Plaid is under maintenance.",
        "PRODUCT_NOT_READY": "Plaid is still fetching this bank's transactions for the first time.",
    },
    ProviderUnavailable: {
        "INSTITUTION_DOWN": "The bank's own service is down.",
        "INSTITUTION_NOT_RESPONDING": "The bank does not answer Plaid at the moment.",
        "INSTITUTION_NOT_AVAILABLE": "The bank is not available to Plaid at the moment.",
    },
    ReauthRequired: {
        "ITEM_LOGIN_REQUIRED": "The bank wants you to sign in again.",
        "INVALID_CREDENTIALS": "The bank did not accept the user name or password.",
        "INVALID_MFA": "The bank did not accept the security code.",
        "INSUFFICIENT_CREDENTIALS": "The sign-in at the bank was not finished.",
        "ACCESS_NOT_GRANTED": "Access to the accounts was not granted at the bank.",
        "ADDITIONAL_CONSENT_REQUIRED": "The bank wants your consent once more.",
        "INVALID_UPDATED_USERNAME": "The user name at the bank is not the one that was connected.",
        "PASSWORD_RESET_REQUIRED": "The bank wants you to set a new password on its own site first.",
        "USER_SETUP_REQUIRED": "The bank wants you to finish setting up your account on its own site first.",
        "ITEM_LOCKED": "The bank has locked this login after too many tries.",
        "MANUAL_VERIFICATION_REQUIRED": "The bank wants to verify you on its own site first.",
        "NO_ACCOUNTS": "The bank shows no account for this login.",
    },
    ItemGone: {
        "ITEM_NOT_FOUND": "Plaid no longer knows this connection.",
        "ITEM_CONCURRENTLY_DELETED": "This connection was removed at Plaid.",
        "INVALID_ACCESS_TOKEN": "The key of this connection is no longer valid.",
        "USER_PERMISSION_REVOKED": "Access to this bank was revoked.",
        "INSTITUTION_NO_LONGER_SUPPORTED": "Plaid no longer supports this bank.",
        "ITEM_NOT_SUPPORTED": "Plaid does not support this kind of account.",
    },
    ProviderRejected: {
        "INVALID_API_KEYS": "Plaid did not accept the client id or secret.",
        "UNAUTHORIZED_ENVIRONMENT": "These keys are not for this environment of Plaid.",
        "UNAUTHORIZED_ROUTE_ACCESS": "These keys may not use this part of Plaid.",
        "INVALID_PRODUCT": "These keys may not use Plaid's Transactions product.",
        "PRODUCTS_NOT_SUPPORTED": "This bank does not offer transactions through Plaid.",
        "INSTITUTION_REGISTRATION_REQUIRED": "Your Plaid account has to be registered with this bank first.",
        "INVALID_INSTITUTION": "There is no bank with this id.",
        "MISSING_FIELDS": "Plaid misses something in the request.",
        "UNKNOWN_FIELDS": "Plaid does not know something in the request.",
        "INVALID_FIELD": "Plaid did not accept a value of the request.",
        "INVALID_BODY": "Plaid could not read the request.",
        "NOT_FOUND": "Plaid does not offer what was asked for.",
        "CREDITS_EXHAUSTED": "The credits of your Plaid account are used up.",
    },
}
_REPORT = "Update BudgetSync; if it stays, copy the details and report it."
_KEEP = "Keep its history here, or remove the connection; Plaid cannot fetch from it any more."
_ACTIONS = {
    "PRODUCT_NOT_READY": "Wait a few minutes; the next sync looks again by itself.",
    "ITEM_LOCKED": "Unlock the login on the bank's own site, then reconnect.",
    "PASSWORD_RESET_REQUIRED": "Set a new password on the bank's site, then reconnect.",
    "USER_SETUP_REQUIRED": "Finish the set-up on the bank's site, then reconnect.",
    "MANUAL_VERIFICATION_REQUIRED": "Follow the bank's request on its own site, then reconnect.",
    "INVALID_API_KEYS": "Check PLAID_CLIENT_ID and PLAID_SECRET, and that PLAID_ENV is the one they are for.",
    "UNAUTHORIZED_ENVIRONMENT": "Set PLAID_ENV to the environment that these keys are for.",
    "CREDITS_EXHAUSTED": "Add credits to your Plaid account, then sync again.",
    "UNAUTHORIZED_ROUTE_ACCESS": "Ask for access in Plaid's dashboard, then sync again.",
    "INVALID_PRODUCT": "Turn Transactions on for these keys in Plaid's dashboard, then sync again.",
    "PRODUCTS_NOT_SUPPORTED": "Remove this connection, or keep it for its history; Plaid has no transactions of it.",
    "INSTITUTION_REGISTRATION_REQUIRED": "Register with this bank in Plaid's dashboard, then sync again.",
    "INSTITUTION_NO_LONGER_SUPPORTED": _KEEP,
    "ITEM_NOT_SUPPORTED": _KEEP,
    "MISSING_FIELDS": _REPORT,
    "UNKNOWN_FIELDS": _REPORT,
    "INVALID_FIELD": _REPORT,
    "INVALID_BODY": _REPORT,
    "NOT_FOUND": _REPORT,
    "INVALID_INSTITUTION": "Check the id; banks of the sandbox are ins_109508, ins_109509 and ins_109510.",
}
_BY_CODE: dict[str, tuple[type[ProviderError], str]] = {
    code: (kind, message) for kind, texts in _MESSAGES.items() for code, message in texts.items()
}
_ACTIONS_BY_TYPE = {"INVALID_REQUEST": _REPORT, "INVALID_INPUT": _REPORT}
_BY_TYPE: dict[str, tuple[type[ProviderError], str]] = {
    "API_ERROR": (TransientError, "Plaid had an internal error."),
    "INSTITUTION_ERROR": (ProviderUnavailable, "The bank is not available to Plaid at the moment."),
    "ITEM_ERROR": (ReauthRequired, "The bank wants something from you before it goes on."),
    "INVALID_REQUEST": (ProviderRejected, "Plaid did not accept the request."),
    "INVALID_INPUT": (ProviderRejected, "Plaid did not accept a value of the request."),
}


def translate_told(body: bytes) -> ProviderError:
    """Find our error for one that Plaid tells of inside an answer that is a success."""
    return translate(_REFUSED, body, {})


def translate(status: int, body: bytes | str, headers: Mapping[str, str]) -> ProviderError:
    """Find our error for an answer of Plaid that is no success. Any bytes are taken.

    Args:
        status: HTTP status; 0 where the answer had none.
        headers: For Retry-After; names in any case.
    """
    try:
        said = msgspec.json.decode(body, type=ErrorBody)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        said = ErrorBody()
    # What does not look like one is not handed on: it may be anything, our own keys included.
    code = said.error_code if _CODE.fullmatch(said.error_code) else ""
    request_id = said.request_id or ""
    if not _REQUEST_ID.fullmatch(request_id):
        request_id = ""
    if code == "TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION":
        return PaginationMutated("News came in while fetching.", provider_code=code, request_id=request_id)
    known = _BY_CODE.get(code)
    limited = code.endswith("_LIMIT") or said.error_type.startswith("RATE_LIMIT")
    if known is None and (limited or status == _TOO_MANY):
        return RateLimited(
            "Plaid or the bank asks to slow down.",
            retry_after=parse_retry_after(headers.get("Retry-After"), datetime.now(UTC)),
            provider_code=code,
        )
    if known is None and status >= _SERVER_ERRORS:
        known = (ProviderUnavailable, f"Plaid answered with an error of its own (HTTP {status}).")
    if known is None:
        known = _BY_TYPE.get(said.error_type)
    if known is None:
        # Neither Plaid's format nor a server's error: something in between answered.
        text = f"Something that is not Plaid answered (HTTP {status})."
        known = (ProviderUnavailable, text)
    kind, message = known
    action = _ACTIONS.get(code)
    if action is None and code not in _BY_CODE:
        action = _ACTIONS_BY_TYPE.get(said.error_type)
    return kind(message, provider_code=code, request_id=request_id, action=action)


def parse_retry_after(text: str | None, now: datetime) -> float | None:
    """Read Retry-After: seconds or an HTTP date, clamped to 1 s .. 1 h; None where there is none or nonsense.

    Source: https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
    """
    text = (text or "").strip()
    if not text:
        return None
    if text.isascii() and text.isdigit():
        seconds = float(text[:12])
    else:
        try:
            until = parsedate_to_datetime(text)
        except (ValueError, OverflowError):
            return None
        if until.tzinfo is None:
            until = until.replace(tzinfo=UTC)
        seconds = (until - now).total_seconds()
    low, high = _RETRY_AFTER_RANGE
    return min(max(seconds, low), high)
