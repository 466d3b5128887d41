"""What clients do to the bank and a restart does again: each act by its name in the state file."""

from collections.abc import Callable
from typing import Final

from budgetsync.sandbox.faults import login_required
from budgetsync.sandbox.model.estate import Estate
from budgetsync.sandbox.model.items import Item
from budgetsync.sandbox.script.custom import book_for, enter_rows, refresh_dynamic
from budgetsync.sandbox.script.events import play
from budgetsync.sandbox.state import Action


def carry_out(estate: Estate, action: Action) -> Item | None:
    """Do what an action says; returns the item that it made or was done to.

    Raises:
        EventError: the action is an event that cannot be.
    """
    if action.kind == "link":
        return _link(estate, action)
    if action.kind == "event":
        play(estate, action.detail)
        return None
    if action.kind == "rotate_keys":
        estate.keys.rotate(action.detail["second"])
        return None
    item = estate.items.by_number(action.item)
    _ACTS[action.kind](estate, item, action)
    return item


def _link(estate: Estate, action: Action) -> Item:
    world, detail = estate.world, action.detail
    username = detail.get("username", "user_good")
    book = book_for(world, action.institution_id, username, detail.get("password", ""), len(estate.items))
    item = estate.items.create(
        book,
        now=world.now,
        first_day=world.today - action.days,
        products=action.products,
        webhook=action.webhook,
        not_ready=action.not_ready,
        partial=detail.get("partial", 0),
        shown=detail.get("shown", -1),
        username=username,
    )
    if detail.get("imported"):
        item.exchanged = True
    return item


def _exchange(estate: Estate, item: Item, _action: Action) -> None:
    item.exchanged = True
    if not item.not_ready and not item.partial:
        estate.notices.tell(item, "TRANSACTIONS", "INITIAL_UPDATE", new_transactions=0)
        estate.notices.tell(item, "TRANSACTIONS", "HISTORICAL_UPDATE", new_transactions=0)


def _remove(_estate: Estate, item: Item, _action: Action) -> None:
    item.removed = True


def _reset_login(estate: Estate, item: Item, _action: Action) -> None:
    item.needs_login = True
    estate.notices.tell_fault(item, login_required())


def _repair_login(_estate: Estate, item: Item, _action: Action) -> None:
    """The user signed in again through update mode; no webhook tells of that."""
    item.needs_login = False
    item.consent_ends = 0


def _select_accounts(_estate: Estate, item: Item, action: Action) -> None:
    item.shown = action.detail["shown"]


def _not_ready(estate: Estate, item: Item, _action: Action) -> None:
    item.synced = True
    item.not_ready -= 1
    if not item.not_ready:
        estate.notices.tell(item, "TRANSACTIONS", "INITIAL_UPDATE", new_transactions=_visible(item))
        estate.notices.tell_news(item, 0, [], partial=item.partial > 0)
        if not item.partial:
            estate.notices.tell(item, "TRANSACTIONS", "HISTORICAL_UPDATE", new_transactions=_visible(item))


def _complete(estate: Estate, item: Item, _action: Action) -> None:
    """A loop over the first part of the history ended: the rest of it is there now."""
    item.partial -= 1
    if not item.partial:
        estate.notices.tell_news(item, 0, [], partial=False)
        estate.notices.tell(item, "TRANSACTIONS", "HISTORICAL_UPDATE", new_transactions=_visible(item))


def _visible(item: Item) -> int:
    return sum(1 for row in item.book.live() if item.sees(row))


def _first_sync(_estate: Estate, item: Item, _action: Action) -> None:
    item.synced = True


def _set_webhook(estate: Estate, item: Item, action: Action) -> None:
    item.webhook = action.webhook
    estate.notices.tell(item, "ITEM", "WEBHOOK_UPDATE_ACKNOWLEDGED", new_webhook_url=action.webhook)


def _invalidate(estate: Estate, item: Item, _action: Action) -> None:
    estate.items.renew_access(item)


def _renew_public(estate: Estate, item: Item, _action: Action) -> None:
    estate.items.renew_public(item, estate.world.now)


def _initialise(estate: Estate, item: Item, action: Action) -> None:
    """Add transactions to an item that was connected without them: now the days can still be chosen."""
    item.products = (*item.products, "transactions")
    item.first_day = estate.world.today - action.detail["days"]


def _refresh(estate: Estate, item: Item, _action: Action) -> None:
    item.refreshes += 1
    if item.username == "user_transactions_dynamic":
        refresh_dynamic(estate.world, item)
    item.updated = estate.world.now
    estate.tell_news(item)


def _create_rows(estate: Estate, item: Item, action: Action) -> None:
    enter_rows(estate.world, item, action.detail["transactions"])
    estate.tell_news(item)


def _mutate(estate: Estate, item: Item, _action: Action) -> None:
    """Really change a row that the item sees, so that whoever pages through them has to begin again."""
    row = next((row for row in item.book.live() if item.sees(row) and not row.pending), None)
    if row is not None:
        item.book.modify(row, stamp=estate.world.now, profile=row.profile.surer())


_ACTS: Final[dict[str, Callable[[Estate, Item, Action], None]]] = {
    "exchange": _exchange,
    "remove": _remove,
    "reset_login": _reset_login,
    "repair_login": _repair_login,
    "select_accounts": _select_accounts,
    "mutate": _mutate,
    "answer_not_ready": _not_ready,
    "complete": _complete,
    "first_sync": _first_sync,
    "set_webhook": _set_webhook,
    "invalidate": _invalidate,
    "renew_public": _renew_public,
    "initialise": _initialise,
    "refresh": _refresh,
    "create_rows": _create_rows,
}
