"""Endpoints about accounts."""

from typing import Final

from budgetsync.sandbox.api.endpoint import ACCESS_TOKEN, Call, Endpoint
from budgetsync.sandbox.api.fields import Field
from budgetsync.sandbox.api.items import item_fields
from budgetsync.sandbox.faults import Code, PlaidFault
from budgetsync.sandbox.wire.accounts import account_list


def _get(call: Call) -> bytes:
    item = call.own_item
    wanted: list[str] | None = call.options().get("account_ids")
    for account_id in wanted or ():
        if item.account_index(account_id) is None:
            raise PlaidFault(Code.INVALID_ACCOUNT_ID, "one of the account ids does not belong to the item")
    chosen = (
        (account_id, account) for account_id, account in item.accounts() if not wanted or account_id in wanted
    )
    return call.reply(accounts=account_list(chosen), item=item_fields(item))


ENDPOINTS: Final = (
    Endpoint(
        "/accounts/get",
        {"access_token": ACCESS_TOKEN, "options": Field("object", fields={"account_ids": Field("list")})},
        _get,
        needs_login=True,
    ),
)
"""What this module answers."""
