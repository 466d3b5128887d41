"""What the bank says when it says no: Plaid's error types, codes, HTTP classes and body."""

from enum import StrEnum
from typing import Final

_DOCS: Final = "https://plaid.com/docs/?ref=error"


class Code(StrEnum):
    """Plaid's error codes, as far as this bank uses them; what clients key on."""

    INVALID_BODY = "INVALID_BODY"
    INVALID_FIELD = "INVALID_FIELD"
    MISSING_FIELDS = "MISSING_FIELDS"
    UNKNOWN_FIELDS = "UNKNOWN_FIELDS"
    NOT_FOUND = "NOT_FOUND"
    INVALID_API_KEYS = "INVALID_API_KEYS"
    INVALID_ACCESS_TOKEN = "INVALID_ACCESS_TOKEN"  # noqa: S105 - a code, not a token
    INVALID_PUBLIC_TOKEN = "INVALID_PUBLIC_TOKEN"  # noqa: S105
    INVALID_LINK_TOKEN = "INVALID_LINK_TOKEN"  # noqa: S105
    INVALID_ACCOUNT_ID = "INVALID_ACCOUNT_ID"
    INVALID_INSTITUTION = "INVALID_INSTITUTION"
    INVALID_WEBHOOK_VERIFICATION_KEY_ID = "INVALID_WEBHOOK_VERIFICATION_KEY_ID"
    SANDBOX_WEBHOOK_INVALID = "SANDBOX_WEBHOOK_INVALID"
    ITEM_NOT_FOUND = "ITEM_NOT_FOUND"
    ITEM_LOGIN_REQUIRED = "ITEM_LOGIN_REQUIRED"
    ITEM_LOCKED = "ITEM_LOCKED"
    INVALID_CREDENTIALS = "INVALID_CREDENTIALS"
    INVALID_MFA = "INVALID_MFA"
    NO_ACCOUNTS = "NO_ACCOUNTS"
    PRODUCT_NOT_READY = "PRODUCT_NOT_READY"
    USER_PERMISSION_REVOKED = "USER_PERMISSION_REVOKED"
    INSTITUTION_DOWN = "INSTITUTION_DOWN"
    INSTITUTION_NOT_RESPONDING = "INSTITUTION_NOT_RESPONDING"
    INSTITUTION_NOT_AVAILABLE = "INSTITUTION_NOT_AVAILABLE"
    RATE_LIMIT = "RATE_LIMIT"
    INTERNAL_SERVER_ERROR = "INTERNAL_SERVER_ERROR"
    PLANNED_MAINTENANCE = "PLANNED_MAINTENANCE"
    TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION = "TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION"


_TYPES: Final = {
    "INVALID_REQUEST": "INVALID_BODY INVALID_FIELD MISSING_FIELDS UNKNOWN_FIELDS NOT_FOUND",
    "INVALID_INPUT": (
        "INVALID_API_KEYS INVALID_ACCESS_TOKEN INVALID_PUBLIC_TOKEN INVALID_LINK_TOKEN INVALID_ACCOUNT_ID "
        "INVALID_INSTITUTION INVALID_WEBHOOK_VERIFICATION_KEY_ID ITEM_NOT_FOUND USER_PERMISSION_REVOKED"
    ),
    "SANDBOX_ERROR": "SANDBOX_WEBHOOK_INVALID",
    "ITEM_ERROR": (
        "ITEM_LOGIN_REQUIRED ITEM_LOCKED INVALID_CREDENTIALS INVALID_MFA NO_ACCOUNTS PRODUCT_NOT_READY"
    ),
    "INSTITUTION_ERROR": "INSTITUTION_DOWN INSTITUTION_NOT_RESPONDING INSTITUTION_NOT_AVAILABLE",
    "API_ERROR": "INTERNAL_SERVER_ERROR PLANNED_MAINTENANCE",
    "TRANSACTIONS_ERROR": "TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION",
}
_TYPE_OF: Final = {code: kind for kind, codes in _TYPES.items() for code in codes.split()}
_STATUS: Final[dict[str, int]] = {
    Code.NOT_FOUND: 404,
    Code.INTERNAL_SERVER_ERROR: 500,
    Code.PLANNED_MAINTENANCE: 503,
}
_DISPLAY: Final[dict[str, str]] = {
    Code.ITEM_LOGIN_REQUIRED: "Your bank asks you to sign in again.",
    Code.INVALID_CREDENTIALS: "The user name or the password is not right.",
    Code.INVALID_MFA: "That code is not right.",
    Code.ITEM_LOCKED: "Your bank has locked this login. Unlock it at your bank, then try again.",
    Code.INSTITUTION_DOWN: "Your bank does not answer at the moment. Try again later.",
    Code.INSTITUTION_NOT_RESPONDING: "Your bank does not answer at the moment. Try again later.",
    Code.INSTITUTION_NOT_AVAILABLE: "Your bank cannot be reached at the moment. Try again later.",
}
_TOO_MANY: Final = 429


class PlaidFault(Exception):  # noqa: N818 - it is an answer, not a failure of the bank
    """An answer that is an error.

    Args:
        code: which error; its type, HTTP status and the words for the end user follow from it.
        message: the words for the developer.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message

    @property
    def status(self) -> int:
        """The HTTP status that it is sent with."""
        return _TOO_MANY if self.code.endswith("_LIMIT") else _STATUS.get(self.code, 400)

    @property
    def type(self) -> str:
        """Plaid's class of the error."""
        limit = self.code.endswith("_LIMIT")
        return _TYPE_OF.get(self.code, "RATE_LIMIT_EXCEEDED" if limit else "API_ERROR")

    def fields(self) -> dict[str, object]:
        """The JSON that Plaid describes it with; as an answer it gets a ``request_id`` too."""
        return {
            "display_message": _DISPLAY.get(self.code),
            "documentation_url": f"{_DOCS}#{self.code}",
            "error_code": self.code,
            "error_code_reason": None,
            "error_message": self.message,
            "error_type": self.type,
            "suggested_action": None,
        }


def login_required() -> PlaidFault:
    """The bank wants the user to sign in again."""
    return PlaidFault(
        Code.ITEM_LOGIN_REQUIRED,
        "the login details of this item have changed: the user has to sign in again through update mode",
    )


def no_such_item() -> PlaidFault:
    """The item was removed."""
    return PlaidFault(
        Code.ITEM_NOT_FOUND,
        "the Item you requested cannot be found: it was removed, or its user withdrew access to it",
    )


def institution_fault(code: str) -> PlaidFault:
    """The bank behind the item does not answer."""
    return PlaidFault(code, "this institution is not responding to requests at the moment; try again later")


def wrong_credentials() -> PlaidFault:
    """User name or password are wrong."""
    return PlaidFault(Code.INVALID_CREDENTIALS, "the provided credentials were not correct")
