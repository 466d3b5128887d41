"""Endpoints about transactions."""

from typing import Final

import msgspec

from budgetsync.sandbox.api.endpoint import ACCESS_TOKEN, Call, Endpoint
from budgetsync.sandbox.api.fields import Field
from budgetsync.sandbox.faults import Code, PlaidFault
from budgetsync.sandbox.wire.accounts import account_list
from budgetsync.sandbox.wire.cursor import Cursor, open_cursor
from budgetsync.sandbox.wire.stream import Page, now_of, read_page, start_of

_COUNT: Final = 100


def _account(call: Call) -> int | None:
    account_id: str | None = call.options().get("account_id")
    if account_id is None:
        return None
    index = call.own_item.account_index(account_id)
    if index is None:
        raise PlaidFault(Code.INVALID_ACCOUNT_ID, "the account id does not belong to the item")
    return index


def _cursor(call: Call, account: int | None) -> Cursor:
    text: str = call.body.get("cursor") or ""
    if not text:
        return start_of(account)
    if text == "now":
        return now_of(call.own_item, account)
    cursor = open_cursor(text, call.own_item.salt)
    if cursor is None or cursor.account != account:
        # Clients in the field look for these words to learn that a cursor belongs to a former item.
        raise PlaidFault(Code.INVALID_FIELD, "cursor not associated with access_token")
    return cursor


def _sync(call: Call) -> bytes:
    item, account = call.own_item, _account(call)
    cursor = _cursor(call, account)
    if item.not_ready:
        call.bank.answer_not_ready(item)
        return _sync_body(call, Page(cursor), account, next_cursor="", status="NOT_READY")
    page = read_page(item, cursor, call.body.get("count", _COUNT))
    return _sync_body(
        call, page, account, next_cursor=page.cursor.seal(item.salt), status="HISTORICAL_UPDATE_COMPLETE"
    )


def _sync_body(call: Call, page: Page, account: int | None, *, next_cursor: str, status: str) -> bytes:
    """Join the answer from the bytes of its rows; the order of the keys is Plaid's."""
    item = call.own_item
    writer = call.bank.writer(
        item, original_description=call.options().get("include_original_description") is True
    )
    shown = ((account_id, entry) for account_id, entry in item.accounts() if account in {None, entry.index})
    return b"".join(
        (
            b'{"accounts":',
            msgspec.json.encode(account_list(shown)),
            b',"added":[',
            b",".join(map(writer.transaction, page.added)),
            b'],"has_more":',
            b"true" if page.more else b"false",
            b',"modified":[',
            b",".join(map(writer.transaction, page.modified)),
            b'],"next_cursor":',
            msgspec.json.encode(next_cursor),
            b',"removed":[',
            b",".join(map(writer.removal, page.removed)),
            b'],"request_id":',
            msgspec.json.encode(call.request_id),
            b',"transactions_update_status":',
            msgspec.json.encode(status),
            b"}",
        )
    )


ENDPOINTS: Final = (
    Endpoint(
        "/transactions/sync",
        {
            "access_token": ACCESS_TOKEN,
            "cursor": Field("string", nullable=True),
            "count": Field("integer", low=1, high=500),
            "options": Field(
                "object",
                fields={
                    "include_original_description": Field("boolean", nullable=True),
                    "include_personal_finance_category": Field("boolean"),
                    "include_logo_and_counterparty_beta": Field("boolean"),
                    "personal_finance_category_version": Field("string", choices=frozenset({"v1", "v2"})),
                    "days_requested": Field("integer", low=1, high=730),
                    "account_id": Field("string"),
                },
            ),
        },
        _sync,
        needs_login=True,
    ),
)
"""What this module answers."""
