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
    INVALID_ACCOUNT_ID = "INVALID_ACCOUNT_ID"
    INVALID_INSTITUTION = "INVALID_INSTITUTION"
    ITEM_NOT_FOUND = "ITEM_NOT_FOUND"
    ITEM_LOGIN_REQUIRED = "ITEM_LOGIN_REQUIRED"
    TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION = "TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION"


_REQUEST: Final = "INVALID_REQUEST"
_INPUT: Final = "INVALID_INPUT"
_TYPES: Final = {
    Code.INVALID_BODY: _REQUEST,
    Code.INVALID_FIELD: _REQUEST,
    Code.MISSING_FIELDS: _REQUEST,
    Code.UNKNOWN_FIELDS: _REQUEST,
    Code.NOT_FOUND: _REQUEST,
    Code.INVALID_API_KEYS: _INPUT,
    Code.INVALID_ACCESS_TOKEN: _INPUT,
    Code.INVALID_PUBLIC_TOKEN: _INPUT,
    Code.INVALID_ACCOUNT_ID: _INPUT,
    Code.INVALID_INSTITUTION: _INPUT,
    Code.ITEM_NOT_FOUND: _INPUT,
    Code.ITEM_LOGIN_REQUIRED: "ITEM_ERROR",
    Code.TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION: "TRANSACTIONS_ERROR",
}
_STATUS: Final = {Code.NOT_FOUND: 404}
_DISPLAY: Final = {Code.ITEM_LOGIN_REQUIRED: "Your bank asks you to sign in again."}


class PlaidFault(Exception):  # noqa: N818 - it is an answer, not a failure of the bank
    """An answer that is an error.

    Args:
        code: which error; its type, HTTP status and the words for the end user follow from it.
        message: the words for the developer.
    """

    def __init__(self, code: Code, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message

    @property
    def status(self) -> int:
        """The HTTP status that it is sent with."""
        return _STATUS.get(self.code, 400)

    def fields(self) -> dict[str, object]:
        """The JSON that Plaid describes it with; as an answer it gets a ``request_id`` too."""
        return {
            "display_message": _DISPLAY.get(self.code),
            "documentation_url": f"{_DOCS}#{self.code}",
            "error_code": self.code,
            "error_code_reason": None,
            "error_message": self.message,
            "error_type": _TYPES[self.code],
            "suggested_action": None,
        }


def login_required() -> PlaidFault:
    """The bank wants the user to sign in again."""
    return PlaidFault(
        Code.ITEM_LOGIN_REQUIRED,
        "the login details of this item have changed: the user has to sign in again through update mode",
    )
