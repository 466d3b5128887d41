"""Books of an item's own: of the test users that bring their accounts with them, or that live by refreshes."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from random import Random
from typing import Any, Final

import msgspec

from budgetsync.sandbox.catalog import brands
from budgetsync.sandbox.catalog.institutions import AccountSpec, InstitutionSpec, find_institution
from budgetsync.sandbox.catalog.profile import Profile
from budgetsync.sandbox.clock import MINUTES_A_DAY
from budgetsync.sandbox.faults import Code, PlaidFault, wrong_credentials
from budgetsync.sandbox.model.book import Account, Book, Row
from budgetsync.sandbox.model.items import Item
from budgetsync.sandbox.model.world import World
from budgetsync.sandbox.money import exponent_of, minor_units

USERS: Final = ("user_good", "user_custom", "user_transactions_dynamic")
"""The test users that can sign in."""

_MAX_ACCOUNTS: Final = 10
_DYNAMIC_ROWS: Final = 50
_SMALL_DAYS: Final = 180
_POSTING: Final = 300


class CustomTransaction(msgspec.Struct):
    """One transaction of a custom user; posted in the future means pending until then."""

    date_transacted: date
    date_posted: date
    amount: Decimal
    description: str
    currency: str | None = None
    iso_currency_code: str | None = None
    account_id: str | None = None


class CustomMeta(msgspec.Struct):
    """What an account of a custom user is called."""

    name: str | None = None
    official_name: str | None = None
    mask: str | None = None
    limit: Decimal | None = None


class CustomAccount(msgspec.Struct):
    """One account of a custom user; what the bank does not model may stand there too."""

    type: str = "depository"
    subtype: str = "checking"
    starting_balance: Decimal | None = None
    force_available_balance: Decimal | None = None
    currency: str | None = None
    meta: CustomMeta = msgspec.field(default_factory=CustomMeta)
    transactions: list[CustomTransaction] = msgspec.field(default_factory=list)


class CustomUser(msgspec.Struct):
    """The JSON that user_custom gives as password."""

    override_accounts: list[CustomAccount] = msgspec.field(default_factory=list)
    force_error: str | None = None


def read_custom(password: str | None) -> CustomUser:
    """Read the password of user_custom.

    Raises:
        PlaidFault: INVALID_CREDENTIALS where it is no such JSON, or the error that it forces.
    """
    try:
        user = msgspec.json.decode(password or "", type=CustomUser)
    except msgspec.DecodeError as error:
        raise wrong_credentials() from error
    if user.force_error:
        known = user.force_error in Code.__members__
        raise PlaidFault(user.force_error if known else Code.INVALID_CREDENTIALS, "forced by the custom user")
    if len(user.override_accounts) > _MAX_ACCOUNTS:
        raise wrong_credentials()
    return user


def book_for(world: World, institution_id: str, username: str, password: str, number: int) -> Book:
    """The book that a login opens: the household's, or one of its own that follows from its number.

    Args:
        world: whose books there are.
        institution_id: where the login is.
        username: the test user.
        password: what a custom user brings along.
        number: how many items there were before.
    """
    bank = find_institution(institution_id)
    assert bank is not None
    if username == "user_custom":
        return _custom_book(world, bank, password)
    if username == "user_transactions_dynamic":
        return _dynamic_book(world, bank, number)
    return world.books.get(institution_id) or _small_book(world, bank, number)


def _custom_book(world: World, bank: InstitutionSpec, password: str) -> Book:
    user = read_custom(password)
    accounts = user.override_accounts or [CustomAccount(starting_balance=Decimal(1_000))]
    specs = tuple(_spec(account, place) for place, account in enumerate(accounts))
    book = Book(replace(bank, accounts=specs))
    for own, account in zip(book.accounts, accounts, strict=True):
        for entry in sorted(account.transactions, key=lambda entry: entry.date_posted):
            _enter(world, book, own, entry)
        if account.starting_balance is not None:
            own.rebase(minor_units(account.starting_balance, own.exponent))
        if account.force_available_balance is not None:
            own.forced_available = minor_units(account.force_available_balance, own.exponent)
    return book


def _spec(account: CustomAccount, place: int) -> AccountSpec:
    used = account.currency or next(
        (entry.currency for entry in account.transactions if entry.currency), "USD"
    )
    limit = account.meta.limit
    return AccountSpec(
        key=f"custom_{place}",
        name=account.meta.name or f"Custom {account.subtype.title()}",
        official_name=account.meta.official_name,
        type=account.type,
        subtype=account.subtype,
        mask=account.meta.mask or f"{place:04d}",
        currency=used,
        opening=0,
        limit=None if limit is None else minor_units(limit, exponent_of(used)),
    )


def profile_for(description: str, *, incoming: bool) -> Profile:
    """A profile for a transaction that somebody worded."""
    return Profile(
        name=description,
        detailed="INCOME_OTHER" if incoming else "GENERAL_MERCHANDISE_OTHER_GENERAL_MERCHANDISE",
        bank_text=f"{description.upper()} {{ref}}",
        merchant=None,
        confidence="LOW",
        channel="other",
        kind="special",
    )


def _enter(world: World, book: Book, account: Account, entry: CustomTransaction) -> None:
    amount = minor_units(entry.amount, account.exponent)
    profile = profile_for(entry.description, incoming=amount < 0)
    made, posts = entry.date_transacted.toordinal(), entry.date_posted.toordinal()
    row = book.add(
        account,
        profile,
        amount,
        stamp=world.now,
        date=made if posts > world.today else posts,
        authorized=made,
        pending=posts > world.today,
    )
    if row.pending:
        world.agenda.put(posts * MINUTES_A_DAY + _POSTING, partial(_post, book, row))


def _post(book: Book, pending: Row, minute: int) -> None:
    """Let a pending row become a posted one, under a new id that names the old one."""
    if pending.gone:
        return
    account = book.accounts[pending.account]
    book.remove(pending, stamp=minute)
    book.add(
        account,
        pending.profile,
        pending.amount,
        stamp=minute,
        date=minute // MINUTES_A_DAY,
        authorized=pending.authorized,
        replaces=pending.key,
    )


def enter_rows(world: World, item: Item, entries: list[dict[str, Any]]) -> None:
    """Write the transactions of ``/sandbox/transactions/create`` into an item's book."""
    for told in entries:
        entry = msgspec.convert(told, CustomTransaction, strict=False)
        index = item.account_index(entry.account_id) if entry.account_id else None
        shown = [account for _, account in item.accounts()]
        account = item.book.accounts[index] if index is not None else shown[0]
        _enter(world, item.book, account, entry)


def _dynamic_book(world: World, bank: InstitutionSpec, number: int) -> Book:
    spec = AccountSpec("dynamic", "Dynamic Checking", None, "depository", "checking", "5050", "USD", 0)
    book = Book(replace(bank, accounts=(spec,)))
    account, rng = book.accounts[0], Random(f"{world.seed}/dynamic/{number}")  # noqa: S311 - not secret
    for place in range(_DYNAMIC_ROWS):
        day = world.today - (_DYNAMIC_ROWS - 1 - place) // 2
        _buy(book, account, rng, world.now, day, pending=place >= _DYNAMIC_ROWS - 3)
    account.rebase(1_500_00)
    return book


def _small_book(world: World, bank: InstitutionSpec, number: int) -> Book:
    """Half a year of purchases at a bank where the household has nothing."""
    book, rng = Book(bank), Random(f"{world.seed}/{bank.institution_id}/{number}")  # noqa: S311 - not secret
    for day in range(world.today - _SMALL_DAYS, world.today + 1):
        for account in book.accounts:
            if rng.randrange(3) == 0:
                _buy(book, account, rng, world.now, day, pending=day > world.today - 2)
    for account in book.accounts:
        account.rebase(rng.randrange(20_000, 400_000))
    return book


def _buy(book: Book, account: Account, rng: Random, minute: int, day: int, *, pending: bool) -> Row:
    brand = rng.choice((*brands.EATING_OUT, *brands.GROCERIES, *brands.SHOPPING))
    amount = rng.randrange(brand.low, brand.high + 1)
    profile = rng.choice(brand.profiles)
    return book.add(account, profile, amount, stamp=minute, date=day, authorized=day, pending=pending)


def refresh_dynamic(world: World, item: Item) -> None:
    """What a refresh does to the dynamic user: pendings post, one amount rises by 1.00, new pendings come."""
    book, account = item.book, item.book.accounts[0]
    rng = Random(f"{world.seed}/refresh/{item.number}/{item.refreshes}")  # noqa: S311
    for row in [row for row in book.live() if row.pending]:
        _post(book, row, world.now)
    posted = [row for row in book.live() if not row.replaces]
    if posted:
        book.modify(posted[-1], stamp=world.now, amount=posted[-1].amount + 100)
    for _ in range(rng.randrange(2, 5)):
        _buy(book, account, rng, world.now, world.today, pending=True)
