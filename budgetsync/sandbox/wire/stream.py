"""The sync stream: which changes one page of an item's loop holds."""

from dataclasses import dataclass, field, replace

from budgetsync.sandbox.faults import Code, PlaidFault
from budgetsync.sandbox.model.book import Row
from budgetsync.sandbox.model.items import Item
from budgetsync.sandbox.wire.cursor import Cursor


@dataclass(slots=True)
class Page:
    """One page: the rows of its three lists, each in ascending order of last change."""

    cursor: Cursor
    more: bool = False
    added: list[Row] = field(default_factory=list)
    modified: list[Row] = field(default_factory=list)
    removed: list[Row] = field(default_factory=list)


def start_of(account: int | None) -> Cursor:
    """The cursor of a client that has read nothing."""
    return Cursor(account=account, base=0, head=0, position=0, first_day=0, accounts=0)


def now_of(item: Item, account: int | None) -> Cursor:
    """The cursor of a client that wants what comes from now on."""
    length = len(item.book.log)
    return Cursor(account, length, length, length, item.horizon, item.shown)


def read_page(item: Item, cursor: Cursor, count: int) -> Page:
    """Read up to ``count`` changes at a cursor.

    Rows that the client was not shown when it last finished a loop are added, others modified or removed;
    what came and went between two loops is not told at all.

    Raises:
        PlaidFault: the stream changed since the loop that the cursor belongs to began.
    """
    log = item.book.log
    if cursor.finished:
        wider = cursor.first_day > item.horizon or cursor.accounts != item.shown
        position = 0 if wider or not cursor.base else cursor.base
        cursor = replace(cursor, head=len(log), position=position)
    elif any(_passes(item, cursor, row) for row in log[cursor.head :]):
        message = "transactions changed while they were being paged through: begin again at the first cursor"
        raise PlaidFault(Code.TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION, message)
    page = Page(cursor)
    left, position = count, cursor.position
    while position < cursor.head:
        row = log[position]
        if row.last == position and _passes(item, cursor, row):
            change = _change(item, page, cursor, row)
            if change is not None:
                if not left:
                    page.more = True
                    page.cursor = replace(cursor, position=position)
                    return page
                change.append(row)
                left -= 1
        position += 1
    page.cursor = Cursor(cursor.account, cursor.head, cursor.head, cursor.head, item.horizon, item.shown)
    return page


def _passes(item: Item, cursor: Cursor, row: Row) -> bool:
    """Whether a row belongs to the stream that the cursor is of, now or when the client last looked."""
    if cursor.account is not None and row.account != cursor.account:
        return False
    return item.sees(row) or (cursor.accounts & ~item.shown) >> row.account & 1 == 1


def _change(item: Item, page: Page, cursor: Cursor, row: Row) -> list[Row] | None:
    """The list that a row belongs into; None when there is nothing to tell about it."""
    shown = (
        row.created < cursor.base and row.date >= cursor.first_day and cursor.accounts >> row.account & 1 == 1
    )
    if row.gone or not item.sees(row):
        return page.removed if shown else None
    if not shown:
        return page.added
    return page.modified if row.last >= cursor.base else None
