"""Things that happen to banks and logins, by name: scripted through the control interface, or by rhythm."""

from collections.abc import Callable
from datetime import date
from functools import partial
from random import Random
from typing import Any, Final

import msgspec

from budgetsync.sandbox.catalog.institutions import AccountSpec
from budgetsync.sandbox.clock import MINUTES_A_DAY, instant_text
from budgetsync.sandbox.faults import Code, PlaidFault, login_required
from budgetsync.sandbox.model.book import Account, Book, Row
from budgetsync.sandbox.model.estate import Estate, Outage, book_of_items
from budgetsync.sandbox.model.items import Item
from budgetsync.sandbox.script.custom import profile_for
from budgetsync.sandbox.script.shopping import go_shopping


class EventError(ValueError):
    """An event that cannot be; the message says why."""


class Told(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """What an event may be told; each kind reads what it needs and has a default for the rest.

    Attributes:
        kind: which event.
        item_id: the item that it happens to; without it and `institution_id`, all of them.
        institution_id: the bank that it happens at.
        mask: the account, by the end of its number.
        share: of the posted rows, for a mass removal.
        readd: whether the removed rows come back under new ids.
        minutes: how long an outage lasts.
        scope: ``all`` calls that need the bank fail, or ``live`` ones only, which ask it at once.
        days: until consent ends, or how many days ago a late row was bought.
        amount_minor: in minor units; positive when money leaves the account.
        count: how many rows.
    """

    kind: str
    item_id: str | None = None
    institution_id: str | None = None
    mask: str | None = None
    share: float = 0.3
    readd: bool = False
    minutes: int = 120
    scope: str = "all"
    code: str = "INSTITUTION_DOWN"
    days: int = 7
    amount_minor: int = 1_234
    count: int = 1
    pending: bool = True
    description: str = "Scripted Purchase"
    name: str = "New Savings Pot"
    type: str = "depository"
    subtype: str = "savings"
    currency: str = "USD"
    reason: str = "INSTITUTION_MIGRATION"


def play(estate: Estate, detail: dict[str, Any]) -> None:
    """Let an event happen.

    Raises:
        EventError: there is no such event, or nothing that it could happen to.
    """
    try:
        told = msgspec.convert(detail, Told)
    except msgspec.ValidationError as error:
        raise EventError(str(error)) from error
    if told.kind not in EVENTS:
        message = f"there is no event {told.kind!r}; there are {', '.join(sorted(EVENTS))}"
        raise EventError(message)
    EVENTS[told.kind](estate, told)


def _items(estate: Estate, told: Told) -> list[Item]:
    found = estate.live_items(told.institution_id, told.item_id)
    if not found:
        message = "no connected item fits the event"
        raise EventError(message)
    return found


def _books(estate: Estate, told: Told) -> list[Book]:
    if told.item_id is not None:
        return book_of_items(_items(estate, told))
    books = [
        book for name, book in estate.world.books.items() if told.institution_id in {None, name}
    ] or book_of_items(_items(estate, told))
    fitting = [book for book in books if told.mask is None or any(_has_mask(book, told.mask))]
    if not fitting:
        message = "no account fits the event"
        raise EventError(message)
    return fitting


def _has_mask(book: Book, mask: str) -> list[Account]:
    return [account for account in book.accounts if account.spec.mask == mask]


def _account(book: Book, told: Told) -> Account:
    return (_has_mask(book, told.mask) if told.mask else book.accounts)[0]


def _rng(estate: Estate, told: Told) -> Random:
    return Random(f"{estate.world.seed}/{told.kind}/{estate.world.now}")  # noqa: S311 - chance, not a secret


def _tell_news(estate: Estate, books: list[Book]) -> None:
    """Tell the items over these books at once, as a bank that pushes would."""
    for item in estate.live_items():
        if any(item.book is book for book in books) and not item.needs_login:
            estate.tell_news(item)


def _mass_removal(estate: Estate, told: Told) -> None:
    rng, books = _rng(estate, told), _books(estate, told)
    for book in books:
        posted = [row for row in book.live() if not row.pending and _is_meant(book, row, told)]
        for row in rng.sample(posted, int(len(posted) * min(max(told.share, 0.0), 1.0))):
            book.remove(row, stamp=estate.world.now)
            if told.readd:
                _copy(book, row, estate.world.now)
    _tell_news(estate, books)


def _is_meant(book: Book, row: Row, told: Told) -> bool:
    return told.mask is None or book.accounts[row.account].spec.mask == told.mask


def _copy(book: Book, row: Row, stamp: int) -> None:
    account = book.accounts[row.account]
    book.add(account, row.profile, row.amount, stamp=stamp, date=row.date, authorized=row.authorized)


def _modification(estate: Estate, told: Told) -> None:
    rng, books = _rng(estate, told), _books(estate, told)
    for book in books:
        posted = [row for row in book.live() if not row.pending and _is_meant(book, row, told)]
        for row in rng.sample(posted, min(told.count, len(posted))):
            book.modify(row, stamp=estate.world.now, profile=row.profile.surer())
    _tell_news(estate, books)


def _new_account(estate: Estate, told: Told) -> None:
    books = _books(estate, msgspec.structs.replace(told, mask=None))
    for book in books:
        number = len(book.accounts)
        mask = told.mask or f"{(estate.world.seed * 37 + number * 1_117) % 10_000:04d}"
        spec = AccountSpec(
            f"opened_{number}", told.name, None, told.type, told.subtype, mask, told.currency, 50_000
        )
        account = book.open_account(spec)
        profile, day = profile_for("Opening Deposit", incoming=True), estate.world.today
        book.add(account, profile, -told.amount_minor, stamp=estate.world.now, date=day, authorized=day)
    for item in estate.live_items():
        if any(item.book is book for book in books):
            estate.notices.tell(item, "ITEM", "NEW_ACCOUNTS_AVAILABLE")


def _outage(estate: Estate, told: Told) -> None:
    names = [told.institution_id] if told.institution_id else list(estate.world.books)
    if told.scope not in {"all", "live"} or told.code not in Code.__members__:
        message = "the scope of an outage is all or live, and its code one of Plaid's"
        raise EventError(message)
    for name in names:
        ends = estate.world.now + told.minutes
        estate.outages[name] = Outage(ends, told.code, live_only=told.scope == "live")


def _login_expiry(estate: Estate, told: Told) -> None:
    for item in _items(estate, told):
        _lock_out(estate, item)


def _lock_out(estate: Estate, item: Item) -> None:
    if not item.needs_login:
        item.needs_login = True
        estate.notices.tell_fault(item, login_required())


def _login_repaired(estate: Estate, told: Told) -> None:
    for item in _items(estate, told):
        item.needs_login = False
        estate.notices.tell(item, "ITEM", "LOGIN_REPAIRED")


def _consent_expiry(estate: Estate, told: Told) -> None:
    for item in _items(estate, told):
        item.consent_ends = estate.world.now + told.days * MINUTES_A_DAY
        ends = instant_text(item.consent_ends)
        estate.notices.tell(item, "ITEM", "PENDING_EXPIRATION", consent_expiration_time=ends)
        estate.world.agenda.put(item.consent_ends, partial(_end_consent, estate, item))


def _end_consent(estate: Estate, item: Item, minute: int) -> None:
    if item.consent_ends == minute and not item.removed:
        _lock_out(estate, item)


def _pending_disconnect(estate: Estate, told: Told) -> None:
    for item in _items(estate, told):
        ends = estate.world.now + told.days * MINUTES_A_DAY
        estate.notices.tell(item, "ITEM", "PENDING_DISCONNECT", reason=told.reason)
        estate.world.agenda.put(ends, partial(_disconnect, estate, item))


def _disconnect(estate: Estate, item: Item, _minute: int) -> None:
    if not item.removed:
        _lock_out(estate, item)


def _permission_revoked(estate: Estate, told: Told) -> None:
    fault = PlaidFault(Code.USER_PERMISSION_REVOKED, "the user has withdrawn the permission")
    for item in _items(estate, told):
        item.revoked = True
        estate.notices.tell(
            item, "ITEM", "USER_PERMISSION_REVOKED", error={**fault.fields(), "status": fault.status}
        )


def _account_revoked(estate: Estate, told: Told) -> None:
    for item in _items(estate, told):
        account_id, account = next(
            (pair for pair in item.accounts() if told.mask in {None, pair[1].spec.mask}), (None, None)
        )
        if account is not None:
            item.shown &= ~(1 << account.index)
            estate.notices.tell(item, "ITEM", "USER_ACCOUNT_REVOKED", account_id=account_id)


def _drift(estate: Estate, told: Told) -> None:
    """Let a balance change without any transaction that would explain it."""
    for book in _books(estate, told):
        account = _account(book, told)
        account.opening += told.amount_minor if account.owes else -told.amount_minor


def _purchase(estate: Estate, told: Told) -> None:
    books = _books(estate, told)[:1] if told.institution_id is None else _books(estate, told)
    for book in books:
        for _ in range(told.count):
            profile, day = profile_for(told.description, incoming=told.amount_minor < 0), estate.world.today
            book.add(
                _account(book, told),
                profile,
                told.amount_minor,
                stamp=estate.world.now,
                date=day,
                authorized=day,
                pending=told.pending,
            )
    _tell_news(estate, books)


def _shopping(estate: Estate, told: Told) -> None:
    """Let an everyday purchase happen, pending now and posted within days."""
    items = _items(estate, told)
    if not go_shopping(estate, items):
        message = "nobody shops with the accounts that are connected"
        raise EventError(message)
    _tell_news(estate, book_of_items(items))


def _late_posting(estate: Estate, told: Told) -> None:
    """Let rows appear today that were posted days ago."""
    books, day = _books(estate, told), estate.world.today - told.days
    for book in books:
        for _ in range(told.count):
            profile = profile_for(f"Late {date.fromordinal(day):%d %b}", incoming=told.amount_minor < 0)
            account = _account(book, told)
            book.add(
                account, profile, told.amount_minor, stamp=estate.world.now, date=day, authorized=day - 1
            )
    _tell_news(estate, books)


def _recurring(estate: Estate, told: Told) -> None:
    for item in _items(estate, told):
        ids = [account_id for account_id, _ in item.accounts()]
        estate.notices.tell(item, "TRANSACTIONS", "RECURRING_TRANSACTIONS_UPDATE", account_ids=ids)


EVENTS: Final[dict[str, Callable[[Estate, Told], None]]] = {
    "account_revoked": _account_revoked,
    "consent_expiry": _consent_expiry,
    "drift": _drift,
    "late_posting": _late_posting,
    "login_expiry": _login_expiry,
    "login_repaired": _login_repaired,
    "mass_removal": _mass_removal,
    "modification": _modification,
    "new_account": _new_account,
    "outage": _outage,
    "pending_disconnect": _pending_disconnect,
    "permission_revoked": _permission_revoked,
    "purchase": _purchase,
    "recurring_update": _recurring,
    "shopping": _shopping,
}
"""Every event by its name."""
