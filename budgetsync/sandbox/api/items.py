"""Endpoints about items and about making them."""

from typing import Final

from budgetsync.sandbox.api.endpoint import ACCESS_TOKEN, Call, Endpoint
from budgetsync.sandbox.api.fields import Field
from budgetsync.sandbox.clock import MINUTES_A_DAY, instant_text
from budgetsync.sandbox.faults import Code, PlaidFault, login_required
from budgetsync.sandbox.model.items import Item

_AVAILABLE: Final = ("balance", "identity")
_PUBLIC_TOKEN_MINUTES: Final = 30

PRODUCTS: Final = frozenset(
    {
        *("assets", "auth", "balance", "employment", "identity", "income_verification", "investments"),
        *("liabilities", "payment_initiation", "recurring_transactions", "signal", "standing_orders"),
        *("statements", "transactions", "transactions_refresh", "transfer"),
    }
)
"""Products that a request may name; the bank itself has transactions only."""


def item_fields(item: Item) -> dict[str, object]:
    """An item as Plaid shows it."""
    fault = login_required() if item.needs_login else None
    return {
        "auth_method": None,
        "available_products": [name for name in _AVAILABLE if name not in item.products],
        "billed_products": list(item.products),
        "consent_expiration_time": None,
        "error": fault and {**fault.fields(), "status": fault.status},
        "institution_id": item.institution_id,
        "institution_name": item.book.institution.name,
        "item_id": item.item_id,
        "products": list(item.products),
        "update_type": "background",
        "webhook": item.webhook,
    }


def _create_public_token(call: Call) -> bytes:
    body, options = call.body, call.options()
    institution_id: str = body["institution_id"]
    if institution_id not in call.bank.world.books:
        raise PlaidFault(Code.INVALID_INSTITUTION, "the institution id is not known")
    user = options.get("override_username") or "user_good"
    if user != "user_good":
        raise PlaidFault(
            Code.INVALID_FIELD, "options.override_username names a test user that this bank does not have"
        )
    item = call.bank.link(
        institution_id,
        tuple(body["initial_products"]),
        options.get("webhook") or None,
        (options.get("transactions") or {}).get("days_requested"),
    )
    return call.reply(public_token=item.public_token)


def _exchange(call: Call) -> bytes:
    public_token: str = call.body["public_token"]
    if not public_token.startswith("public-sandbox-"):
        raise PlaidFault(Code.INVALID_PUBLIC_TOKEN, "provided public token is in an invalid format")
    item = call.bank.items.by_public_token(public_token)
    if item is None:
        raise PlaidFault(Code.INVALID_PUBLIC_TOKEN, "could not find matching public token")
    if item.exchanged or call.bank.world.now - item.created > _PUBLIC_TOKEN_MINUTES:
        raise PlaidFault(Code.INVALID_PUBLIC_TOKEN, "provided public token is expired")
    call.bank.exchange(item)
    return call.reply(access_token=item.access_token, item_id=item.item_id)


def _get(call: Call) -> bytes:
    item = call.own_item
    now = call.bank.world.now
    update = instant_text(now - now % (MINUTES_A_DAY // 4))
    return call.reply(
        item={
            **item_fields(item),
            "created_at": instant_text(item.created),
        },
        status={
            "investments": None,
            "last_webhook": None,
            "transactions": {"last_failed_update": None, "last_successful_update": update},
        },
    )


def _remove(call: Call) -> bytes:
    call.bank.remove(call.own_item)
    return call.reply()


def _reset_login(call: Call) -> bytes:
    call.bank.reset_login(call.own_item)
    return call.reply(reset_login=True)


ENDPOINTS: Final = (
    Endpoint(
        "/sandbox/public_token/create",
        {
            "institution_id": Field("string", required=True, low=1),
            "initial_products": Field("list", required=True, low=1, choices=PRODUCTS),
            "options": Field(
                "object",
                fields={
                    "webhook": Field("string"),
                    "override_username": Field("string", nullable=True),
                    "override_password": Field("string", nullable=True),
                    "transactions": Field(
                        "object",
                        fields={
                            "start_date": Field("string"),
                            "end_date": Field("string"),
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
    Endpoint("/item/public_token/exchange", {"public_token": Field("string", required=True)}, _exchange),
    Endpoint("/item/get", {"access_token": ACCESS_TOKEN}, _get),
    Endpoint(
        "/item/remove",
        {
            "access_token": ACCESS_TOKEN,
            "reason_code": Field("string", nullable=True),
            "reason_note": Field("string", nullable=True),
        },
        _remove,
    ),
    Endpoint("/sandbox/item/reset_login", {"access_token": ACCESS_TOKEN}, _reset_login),
)
"""What this module answers."""
