"""Endpoints about accounts."""

from typing import Final

from budgetsync.sandbox.api.endpoint import ACCESS_TOKEN, Call, Endpoint
from budgetsync.sandbox.api.fields import Field
from budgetsync.sandbox.api.items import item_fields
from budgetsync.sandbox.faults import Code, PlaidFault
from budgetsync.sandbox.wire.accounts import account_list

ACCOUNT_IDS: Final = Field("list")


def chosen_accounts(call: Call) -> set[int]:
    """The places of the accounts that a request's options name; all that the item sees without them.

    Raises:
        PlaidFault: INVALID_ACCOUNT_ID.
    """
    item = call.own_item
    wanted: list[str] | None = call.options().get("account_ids")
    if not wanted:
        return {account.index for _, account in item.accounts()}
    places = {account_id: account.index for account_id, account in item.accounts()}
    if any(account_id not in places for account_id in wanted):
        raise PlaidFault(
            Code.INVALID_ACCOUNT_ID, "one or more of the account ids are not associated with the access token"
        )
    return {places[account_id] for account_id in wanted}


def _get(call: Call) -> bytes:
    item, chosen = call.own_item, chosen_accounts(call)
    accounts = account_list(item, chosen)
    return call.reply(accounts=accounts, item=item_fields(call.bank.estate, item))


ENDPOINTS: Final = (
    Endpoint(
        "/accounts/get",
        {"access_token": ACCESS_TOKEN, "options": Field("object", fields={"account_ids": ACCOUNT_IDS})},
        _get,
        needs_login=True,
    ),
    Endpoint(
        "/accounts/balance/get",
        {
            "access_token": ACCESS_TOKEN,
            "options": Field(
                "object",
                fields={
                    "account_ids": ACCOUNT_IDS,
                    "min_last_updated_datetime": Field("string", form="datetime"),
                },
            ),
        },
        _get,
        needs_login=True,
        asks_bank=True,
    ),
)
"""What this module answers."""
