"""Endpoints about items."""

from typing import Final

from budgetsync.sandbox.api.endpoint import ACCESS_TOKEN, Call, Endpoint
from budgetsync.sandbox.api.fields import Field
from budgetsync.sandbox.api.products import PRODUCTS
from budgetsync.sandbox.catalog.institutions import find_institution
from budgetsync.sandbox.clock import instant_text, second_text
from budgetsync.sandbox.core import Bank
from budgetsync.sandbox.faults import Code, PlaidFault, login_required, no_such_item
from budgetsync.sandbox.model.estate import Estate
from budgetsync.sandbox.model.items import Item

_AVAILABLE: Final = ("balance", "identity")
_PUBLIC_TOKEN_MINUTES: Final = 30
_REASONS: Final = frozenset(
    {
        *("FRAUD_FIRST_PARTY", "FRAUD_FALSE_IDENTITY", "FRAUD_ABUSE", "FRAUD_OTHER"),
        *("CONNECTION_IS_NON_FUNCTIONAL", "OTHER"),
    }
)


def item_fields(estate: Estate, item: Item) -> dict[str, object]:
    """An item as Plaid shows it."""
    fault = login_required() if item.needs_login else None
    if item.revoked:
        fault = PlaidFault(Code.USER_PERMISSION_REVOKED, "the user has withdrawn the permission")
    outage = estate.outage(item)
    if fault is None and outage is not None and not outage.live_only:
        fault = PlaidFault(outage.code, "this institution is not responding to requests at the moment")
    return {
        "auth_method": None,
        "available_products": [name for name in _AVAILABLE if name not in item.products],
        "billed_products": list(item.products),
        "consent_expiration_time": instant_text(item.consent_ends) if item.consent_ends else None,
        "error": fault and {**fault.fields(), "status": fault.status},
        "institution_id": item.institution_id,
        "institution_name": item.book.institution.name,
        "item_id": item.item_id,
        "products": list(item.products),
        "update_type": "background",
        "webhook": item.webhook,
    }


def own_item(bank: Bank, access_token: str) -> Item:
    """The item that an access token stands for.

    Raises:
        PlaidFault: INVALID_ACCESS_TOKEN, ITEM_NOT_FOUND or USER_PERMISSION_REVOKED.
    """
    if not access_token.startswith("access-sandbox-"):
        raise PlaidFault(
            Code.INVALID_ACCESS_TOKEN,
            "provided access token is in an invalid format. expected format: access-<environment>-<identifier>",
        )
    item = bank.items.by_access_token(access_token)
    if item is None:
        raise PlaidFault(Code.INVALID_ACCESS_TOKEN, "could not find matching access token")
    if item.removed:
        raise no_such_item()
    return item


def _exchange(call: Call) -> bytes:
    public_token: str = call.body["public_token"]
    if not public_token.startswith("public-sandbox-"):
        raise PlaidFault(
            Code.INVALID_PUBLIC_TOKEN,
            "provided public token is in an invalid format. expected format: public-<environment>-<identifier>",
        )
    found = call.bank.items.by_public_token(public_token)
    if found is None or found[0].removed:
        raise PlaidFault(Code.INVALID_PUBLIC_TOKEN, "could not find matching public token")
    item, made = found
    first = public_token == item.public_token
    if (first and item.exchanged) or call.bank.world.now - made > call.bank.patience(_PUBLIC_TOKEN_MINUTES):
        raise PlaidFault(Code.INVALID_PUBLIC_TOKEN, "provided public token is expired")
    if first:
        call.bank.act("exchange", item)
    return call.reply(access_token=item.access_token, item_id=item.item_id)


def _get(call: Call) -> bytes:
    item = call.own_item
    last = item.last_webhook
    return call.reply(
        item={
            **item_fields(call.bank.estate, item),
            "consented_products": list(item.products),
            "created_at": instant_text(item.created),
        },
        status={
            "investments": None,
            "last_webhook": last and {"code_sent": last[1], "sent_at": second_text(last[0])},
            "transactions": {
                "last_failed_update": instant_text(item.failed) if item.failed else None,
                "last_successful_update": None if item.not_ready else instant_text(item.updated),
            },
        },
    )


def _remove(call: Call) -> bytes:
    call.bank.act("remove", call.own_item)
    return call.reply()


def _update_webhook(call: Call) -> bytes:
    item = call.own_item
    call.bank.act("set_webhook", item, webhook=call.body.get("webhook") or None)
    return call.reply(item=item_fields(call.bank.estate, item))


def _invalidate(call: Call) -> bytes:
    call.bank.act("invalidate", call.own_item)
    return call.reply(new_access_token=call.own_item.access_token)


def _import(call: Call) -> bytes:
    institution_id: str = call.body.get("institution_id") or next(iter(call.bank.world.books))
    if find_institution(institution_id) is None:
        raise PlaidFault(Code.INVALID_INSTITUTION, "invalid institution_id provided")
    products = tuple(call.body.get("products") or ("transactions",))
    webhook = call.options().get("webhook")
    item = call.bank.link(institution_id, products, webhook or None, None, imported=True)
    return call.reply(access_token=item.access_token)


ENDPOINTS: Final = (
    Endpoint(
        "/item/public_token/exchange", {"public_token": Field("string", required=True, low=1)}, _exchange
    ),
    Endpoint("/item/get", {"access_token": ACCESS_TOKEN}, _get),
    Endpoint(
        "/item/remove",
        {
            "access_token": ACCESS_TOKEN,
            "reason_code": Field("string", nullable=True, choices=_REASONS),
            "reason_note": Field("string", nullable=True, high=512),
        },
        _remove,
    ),
    Endpoint(
        "/item/webhook/update",
        {"access_token": ACCESS_TOKEN, "webhook": Field("string", nullable=True, form="url")},
        _update_webhook,
    ),
    Endpoint("/item/access_token/invalidate", {"access_token": ACCESS_TOKEN}, _invalidate),
    Endpoint(
        "/item/import",
        {
            "user_auth": Field(
                "object",
                required=True,
                fields={
                    "user_id": Field("string", required=True, low=1),
                    "auth_token": Field("string"),
                },
            ),
            "institution_id": Field("string"),
            "products": Field("list", low=1, choices=PRODUCTS),
            "options": Field("object", fields={"webhook": Field("string", form="url")}),
        },
        _import,
    ),
)
"""What this module answers."""
