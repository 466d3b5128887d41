"""Endpoints about transactions: the sync stream, the dated list, and the refresh."""

from datetime import date
from typing import Final

import msgspec

from budgetsync.sandbox.api.accounts import ACCOUNT_IDS, chosen_accounts
from budgetsync.sandbox.api.endpoint import ACCESS_TOKEN, Body, Call, Endpoint
from budgetsync.sandbox.api.fields import Field
from budgetsync.sandbox.api.items import item_fields
from budgetsync.sandbox.catalog.categories import DEFAULT_VERSION
from budgetsync.sandbox.faults import Code, PlaidFault
from budgetsync.sandbox.model.items import Item
from budgetsync.sandbox.wire.accounts import account_list
from budgetsync.sandbox.wire.ahead import WrittenPage, write_page
from budgetsync.sandbox.wire.cursor import Cursor, open_cursor
from budgetsync.sandbox.wire.rows import RowWriter
from budgetsync.sandbox.wire.stream import now_of, read_page, start_of

_COUNT: Final = 100

OPTIONS: Final = {
    "include_original_description": Field("boolean", nullable=True),
    "include_personal_finance_category": Field("boolean"),
    "include_logo_and_counterparty_beta": Field("boolean"),
    "personal_finance_category_version": Field("string", choices=frozenset({"v1", "v2"})),
    "days_requested": Field("integer", low=1, high=730),
}


def begins_loop(item: Item, body: Body) -> bool:
    """Whether a sync call is the first of a loop."""
    text = body.get("cursor")
    if not isinstance(text, str) or text in {"", "now"}:
        return True
    cursor = open_cursor(text, item.salt)
    return cursor is None or cursor.finished


def _writer(call: Call) -> RowWriter:
    options = call.options()
    return call.bank.writer(
        call.own_item,
        original_description=options.get("include_original_description") is True,
        categories=options.get("personal_finance_category_version") or DEFAULT_VERSION,
    )


def _initialise(call: Call) -> None:
    """Add transactions to an item that was connected without them; days can be asked for only now."""
    item, days = call.own_item, call.options().get("days_requested")
    if "transactions" not in item.products:
        call.bank.act("initialise", item, days=days or call.bank.options.days)


def _account(call: Call) -> int | None:
    account_id: str | None = call.options().get("account_id")
    if account_id is None:
        return None
    index = call.own_item.account_index(account_id)
    if index is None:
        message = "the account id is not associated with the access token"
        raise PlaidFault(Code.INVALID_ACCOUNT_ID, message)
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
    _initialise(call)
    cursor = _cursor(call, account)
    call.bank.checkpoint()
    if item.not_ready:
        call.bank.act("answer_not_ready", item)
        return _sync_body(call, WrittenPage(cursor), account, next_cursor="", status="NOT_READY")
    if not item.synced:
        call.bank.act("first_sync", item)
    count, writer = call.body.get("count", _COUNT), _writer(call)
    ready = call.bank.ahead.take(writer, cursor, count) or write_page(writer, read_page(item, cursor, count))
    status = "INITIAL_UPDATE_COMPLETE" if item.partial else "HISTORICAL_UPDATE_COMPLETE"
    following = ready.cursor.seal(item.salt)
    content = _sync_body(call, ready, account, next_cursor=following, status=status)
    if ready.more:
        call.bank.ahead.plan(writer, ready.cursor, count)
    elif item.partial:
        call.bank.act("complete", item)
    return content


def _sync_body(
    call: Call, ready: WrittenPage, account: int | None, *, next_cursor: str, status: str
) -> bytes:
    """Join the answer from the bytes of its rows; the order of the keys is Plaid's."""
    shown = account_list(call.own_item, None if account is None else {account})
    return b"".join(
        (
            b'{"accounts":',
            msgspec.json.encode(shown),
            b',"added":[',
            ready.added,
            b'],"has_more":',
            b"true" if ready.more else b"false",
            b',"modified":[',
            ready.modified,
            b'],"next_cursor":',
            msgspec.json.encode(next_cursor),
            b',"removed":[',
            ready.removed,
            b'],"request_id":',
            msgspec.json.encode(call.request_id),
            b',"transactions_update_status":',
            msgspec.json.encode(status),
            b"}",
        )
    )


def _get(call: Call) -> bytes:
    item, options = call.own_item, call.options()
    first, last = (date.fromisoformat(call.body[name]).toordinal() for name in ("start_date", "end_date"))
    if first > last:
        raise PlaidFault(Code.INVALID_FIELD, "start_date must not be later than end_date")
    _initialise(call)
    if item.not_ready:
        call.bank.act("answer_not_ready", item)
        message = (
            "the requested product is not yet ready. please provide a webhook or try the request again later"
        )
        raise PlaidFault(Code.PRODUCT_NOT_READY, message)
    chosen = chosen_accounts(call)
    rows = [
        row
        for row in item.book.live()
        if first <= row.date <= last and row.account in chosen and item.sees(row)
    ]
    rows.sort(key=lambda row: (-row.date, -row.key))
    offset = options.get("offset", 0)
    shown = rows[offset : offset + options.get("count", _COUNT)]
    return b"".join(
        (
            b'{"accounts":',
            msgspec.json.encode(account_list(item, chosen)),
            b',"item":',
            msgspec.json.encode(item_fields(call.bank.estate, item)),
            b',"request_id":',
            msgspec.json.encode(call.request_id),
            b',"total_transactions":%d,"transactions":[' % len(rows),
            _writer(call).transactions(shown),
            b"]}",
        )
    )


def _refresh(call: Call) -> bytes:
    call.bank.act("refresh", call.own_item)
    return call.reply()


ENDPOINTS: Final = (
    Endpoint(
        "/transactions/sync",
        {
            "access_token": ACCESS_TOKEN,
            "cursor": Field("string", nullable=True, high=256),
            "count": Field("integer", low=1, high=500),
            "options": Field("object", fields={**OPTIONS, "account_id": Field("string")}),
        },
        _sync,
        needs_login=True,
    ),
    Endpoint(
        "/transactions/get",
        {
            "access_token": ACCESS_TOKEN,
            "start_date": Field("string", required=True, form="date"),
            "end_date": Field("string", required=True, form="date"),
            "options": Field(
                "object",
                fields={
                    **OPTIONS,
                    "account_ids": ACCOUNT_IDS,
                    "count": Field("integer", low=1, high=500),
                    "offset": Field("integer", low=0),
                    "include_personal_finance_category_beta": Field("boolean"),
                },
            ),
        },
        _get,
        needs_login=True,
    ),
    Endpoint(
        "/transactions/refresh", {"access_token": ACCESS_TOKEN}, _refresh, needs_login=True, asks_bank=True
    ),
)
"""What this module answers."""
