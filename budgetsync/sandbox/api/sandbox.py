"""Endpoints that only the sandbox has."""

from datetime import date, timedelta
from typing import Any, Final

from budgetsync.sandbox.api.endpoint import ACCESS_TOKEN, Call, Endpoint
from budgetsync.sandbox.api.fields import Field
from budgetsync.sandbox.api.products import PRODUCTS
from budgetsync.sandbox.catalog.institutions import find_institution
from budgetsync.sandbox.faults import Code, PlaidFault, institution_fault, login_required, wrong_credentials
from budgetsync.sandbox.script.custom import read_custom

_WEBHOOK_TYPES: Final = frozenset(
    [
        "AUTH",
        "HOLDINGS",
        "INVESTMENTS_TRANSACTIONS",
        "ITEM",
        "LIABILITIES",
        "TRANSACTIONS",
        "ASSETS",
        "IDENTITY",
    ]
)
_ITEM_CODES: Final = frozenset(
    {
        *("ERROR", "NEW_ACCOUNTS_AVAILABLE", "USER_PERMISSION_REVOKED", "USER_ACCOUNT_REVOKED"),
        *("PENDING_DISCONNECT", "LOGIN_REPAIRED"),
    }
)
_TRANSACTION_CODES: Final = frozenset(
    {"DEFAULT_UPDATE", "SYNC_UPDATES_AVAILABLE", "RECURRING_TRANSACTIONS_UPDATE"}
)
_OTHER_CODES: Final = {
    "SMS_MICRODEPOSITS_VERIFICATION": "AUTH",
    "AUTHORIZATION_GRANTED": "ITEM",
    "PRODUCT_READY": "ASSETS",
}
_OLDEST: Final = 14


def check_login(username: str, password: str | None) -> dict[str, Any]:
    """Check a test user's name and password; returns what an item of this login has to remember.

    Raises:
        PlaidFault: INVALID_CREDENTIALS, or the error that the password asks for.
    """
    if username == "user_custom":
        read_custom(password)
        return {"username": username, "password": password}
    if username == "user_transactions_dynamic":
        return {"username": username}
    if password is not None and password.startswith("error_"):
        code = password.removeprefix("error_")
        known = code in Code.__members__
        raise PlaidFault(code, "forced by the password") if known else wrong_credentials()
    if username != "user_good" or password not in {None, "", "pass_good"}:
        raise wrong_credentials()
    return {}


def _create_public_token(call: Call) -> bytes:
    body, options = call.body, call.options()
    institution_id: str = body["institution_id"]
    if find_institution(institution_id) is None:
        raise PlaidFault(Code.INVALID_INSTITUTION, "invalid institution_id provided")
    outage = call.bank.estate.outage_of(institution_id)
    if outage is not None:
        raise institution_fault(outage.code)
    username = options.get("override_username") or "user_good"
    login = check_login(username, options.get("override_password"))
    transactions: dict[str, Any] = options.get("transactions") or {}
    days: int | None = transactions.get("days_requested")
    if days is None and "start_date" in transactions:
        days = max(1, call.bank.world.today - date.fromisoformat(transactions["start_date"]).toordinal())
    item = call.bank.link(
        institution_id, tuple(body["initial_products"]), options.get("webhook") or None, days, **login
    )
    return call.reply(public_token=item.public_token)


def _reset_login(call: Call) -> bytes:
    call.bank.act("reset_login", call.own_item)
    return call.reply(reset_login=True)


def _fire_webhook(call: Call) -> bytes:
    item, code, notices = call.own_item, call.body["webhook_code"], call.bank.notices
    if not item.webhook:
        message = "the item has no webhook to be fired at"
        raise PlaidFault(Code.SANDBOX_WEBHOOK_INVALID, message)
    kind = _type_of(code, call.body.get("webhook_type"))
    first = next((account_id for account_id, _ in item.accounts()), None)
    fault = login_required()
    revoked = PlaidFault(Code.USER_PERMISSION_REVOKED, "the user has withdrawn the permission")
    extra: dict[str, dict[str, Any]] = {
        "SYNC_UPDATES_AVAILABLE": {"historical_update_complete": True, "initial_update_complete": True},
        "DEFAULT_UPDATE": {"new_transactions": call.options().get("new_transactions", 0)},
        "RECURRING_TRANSACTIONS_UPDATE": {"account_ids": [account_id for account_id, _ in item.accounts()]},
        "ERROR": {"error": {**fault.fields(), "status": fault.status}},
        "USER_PERMISSION_REVOKED": {"error": {**revoked.fields(), "status": revoked.status}},
        "USER_ACCOUNT_REVOKED": {"account_id": first},
        "PENDING_DISCONNECT": {"reason": "INSTITUTION_MIGRATION"},
    }
    notices.tell(item, kind, code, **extra.get(code, {}))
    return call.reply(webhook_fired=True)


def _type_of(code: str, asked: str | None) -> str:
    if code in _ITEM_CODES:
        return "ITEM"
    return "TRANSACTIONS" if code in _TRANSACTION_CODES else asked or _OTHER_CODES[code]


def _create_transactions(call: Call) -> bytes:
    item, today = call.own_item, date.fromordinal(call.bank.world.today)
    entries: list[dict[str, Any]] = call.body["transactions"]
    for place, entry in enumerate(entries):
        made = date.fromisoformat(entry["date_transacted"])
        posted = date.fromisoformat(entry["date_posted"])
        if not today - timedelta(days=_OLDEST) <= made <= today or made > posted:
            raise PlaidFault(
                Code.INVALID_FIELD,
                f"transactions[{place}].date_transacted must lie within the last {_OLDEST} days, and not "
                "after date_posted",
            )
        account_id = entry.get("account_id")
        if account_id is not None and item.account_index(account_id) is None:
            raise PlaidFault(
                Code.INVALID_ACCOUNT_ID, "the account id is not associated with the access token"
            )
    call.bank.act("create_rows", item, transactions=entries)
    return call.reply()


_DATE: Final = Field("string", form="date")

ENDPOINTS: Final = (
    Endpoint(
        "/sandbox/public_token/create",
        {
            "institution_id": Field("string", required=True, low=1),
            "initial_products": Field("list", required=True, low=1, choices=PRODUCTS),
            "options": Field(
                "object",
                fields={
                    "webhook": Field("string", nullable=True, form="url"),
                    "override_username": Field("string", nullable=True),
                    "override_password": Field("string", nullable=True),
                    "transactions": Field(
                        "object",
                        fields={
                            "start_date": _DATE,
                            "end_date": _DATE,
                            "days_requested": Field("integer", low=1, high=730),
                        },
                    ),
                    "statements": Field("object"),
                    "income_verification": Field("object"),
                },
            ),
            "user_token": Field("string", nullable=True),
            "user_id": Field("string", nullable=True),
        },
        _create_public_token,
    ),
    Endpoint("/sandbox/item/reset_login", {"access_token": ACCESS_TOKEN}, _reset_login),
    Endpoint(
        "/sandbox/item/fire_webhook",
        {
            "access_token": ACCESS_TOKEN,
            "webhook_code": Field(
                "string", required=True, choices=_ITEM_CODES | _TRANSACTION_CODES | _OTHER_CODES.keys()
            ),
            "webhook_type": Field("string", choices=_WEBHOOK_TYPES),
            "options": Field("object", fields={"new_transactions": Field("integer", low=0)}),
        },
        _fire_webhook,
    ),
    Endpoint(
        "/sandbox/transactions/create",
        {
            "access_token": ACCESS_TOKEN,
            "transactions": Field(
                "list",
                required=True,
                low=1,
                high=10,
                items={
                    "date_transacted": Field("string", required=True, form="date"),
                    "date_posted": Field("string", required=True, form="date"),
                    "amount": Field("number", required=True),
                    "description": Field("string", required=True, low=1),
                    "iso_currency_code": Field("string"),
                    "account_id": Field("string"),
                },
            ),
        },
        _create_transactions,
        needs_login=True,
    ),
)
"""What this module answers."""
