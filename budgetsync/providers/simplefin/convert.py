"""From SimpleFIN's words to ours: ids that name no account's number, exact amounts, days, troubles."""

import hashlib
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal

import msgspec

from budgetsync.domain.account import AccountSnapshot, Balance
from budgetsync.domain.errors import PayloadError, ProviderUnavailable
from budgetsync.domain.item import History, ItemStanding
from budgetsync.domain.money import EXPONENTS, MoneyError, minor_units
from budgetsync.domain.statement import account_digest
from budgetsync.domain.sync import RowProblem, SyncPage
from budgetsync.domain.transaction import Observation, TransactionState
from budgetsync.providers.simplefin import wire
from budgetsync.providers.simplefin.troubles import Told, clean, read_connections, read_troubles, worst
from budgetsync.providers.simplefin.windows import Window

Pack = Callable[[list[bytes]], bytes]
"""Makes raw rows ready for storage, together."""
_AMOUNT = re.compile(r"[+-]?\d{1,18}(\.\d{1,10})?", re.ASCII)
_MASK = re.compile(r"(\d{4})\W*$", re.ASCII)
_CARD = re.compile(r"\b(credit|visa|master ?card|amex|card)\b", re.IGNORECASE)
_LOAN = re.compile(r"\b(loan|mortgage|heloc)\b", re.IGNORECASE)
_CHECKING = re.compile(r"\b(debit|checking|savings)\b", re.IGNORECASE)
_UNREADABLE = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)


@dataclass(slots=True)
class _Reading:
    """What is collected of an answer."""

    pack: Pack
    today: date
    rows: list[Observation] = field(default_factory=list)
    problems: list[RowProblem] = field(default_factory=list)
    spoiled: set[str] = field(default_factory=set)
    """Accounts of which not every row is known for sure."""


def to_page(body: bytes, window: Window, pack: Pack, now: datetime) -> tuple[SyncPage, ItemStanding]:
    """Convert an answer of /accounts. What cannot be read is a problem beside the good rows.

    Raises:
        ProviderUnavailable: The body as a whole is no answer of SimpleFIN's.
    """
    try:
        answer = msgspec.json.decode(body, type=wire.AccountSet)
    except _UNREADABLE:
        message = "The answer was cut off or is no answer of a SimpleFIN server."
        raise ProviderUnavailable(message) from None
    reading = _Reading(pack, now.astimezone(UTC).date())
    troubles = read_troubles(answer)
    connections = read_connections(answer)
    accounts = _read_accounts(answer.accounts, reading)
    names = _name_accounts(accounts)
    snapshots = []
    for account, name in zip(accounts, names, strict=True):
        login = connections.get(account.conn_id)
        snapshot = _to_snapshot(account, name, login, reading)
        snapshots.append(snapshot)
        _read_rows(account, name, reading)
        for told in troubles:
            if told.account == account.id and told.connection in {"", account.conn_id}:
                reading.problems.append(_account_problem(name, told))
            if told.account in {"", account.id} and told.connection in {"", account.conn_id}:
                reading.spoiled.add(name)
    complete = {one.source_account_id for one in snapshots} - reading.spoiled if window.is_last else set()
    whole = len(accounts) == len(answer.accounts)
    page = SyncPage(
        accounts=tuple(snapshots),
        added=reading.rows,
        modified=[],
        removed=[],
        problems=reading.problems,
        next_cursor=window.next_cursor,
        has_more=not window.is_last,
        history=History.COMPLETE,
        received=len(body),
        complete_pendings=frozenset(complete if whole else ()),
    )
    dates = [one.balance.as_of for one in snapshots if one.balance.as_of is not None]
    error = worst(troubles)
    return page, ItemStanding(
        as_of=min(max(dates), now) if dates else None, failed_at=now if error else None, error=error
    )


def read_row(raw: bytes, pack: Pack, today: date) -> SyncPage:
    """Convert one row that was kept aside: account's name, currency and the row as it came."""
    reading = _Reading(pack, today)
    try:
        kept = msgspec.json.decode(raw, type=tuple[str, str, msgspec.Raw])
        row = msgspec.json.decode(kept[2], type=wire.Transaction)
        block = pack([bytes(kept[2])])
        reading.rows.append(_to_observation(row, kept[0], kept[1], block, 0, today))
    except (*_UNREADABLE, MoneyError):
        reading.problems.append(_row_problem("", "", raw, reading))
    return SyncPage((), reading.rows, [], [], reading.problems, "", has_more=False, history=History.UNKNOWN)


def _read_accounts(raws: list[msgspec.Raw], reading: _Reading) -> list[wire.Account]:
    found = []
    for raw in raws:
        try:
            found.append(msgspec.json.decode(raw, type=wire.Account))
        except _UNREADABLE:
            # Its payload is left out: it can hold an account number.
            subject = f"account-{hashlib.sha256(raw).hexdigest()[:16]}"
            error = PayloadError("The server sent an account that cannot be read.")
            reading.problems.append(RowProblem(subject, subject, error))
    return found


def _name_accounts(accounts: list[wire.Account]) -> list[str]:
    """Give accounts names of their own: an id is unique within its bank only, and may be the account's number."""
    counted = Counter(account.id for account in accounts)
    return [
        account_digest("simplefin", account.id, *(() if counted[account.id] == 1 else (_home_of(account),)))
        for account in accounts
    ]


def _home_of(account: wire.Account) -> str:
    org = account.org or wire.Organization()
    return account.conn_id or org.domain or org.id or org.name or account.name


def _to_snapshot(
    account: wire.Account, name: str, login: wire.Connection | None, reading: _Reading
) -> AccountSnapshot:
    currency = account.currency if account.currency in EXPONENTS else None
    if currency is None:
        reading.problems.append(_custom_currency(name))
    org = account.org or wire.Organization()
    bank = (login.org_name or login.name if login else None) or org.name or org.domain
    shown = clean(account.name)
    kind = _kind_of(account.name)
    sign = 1 if kind == "depository" else -1
    current = _figure(account.balance, currency)
    available = _figure(account.available_balance, currency)
    mask = _MASK.search(account.name)
    return AccountSnapshot(
        source_account_id=name,
        name=shown,
        official_name=clean(f"{bank}, {account.name}") if bank else None,
        mask=mask[1] if mask else None,
        type=kind,
        subtype=None,
        currency=currency,
        balance=Balance(
            None if current is None else sign * current,
            available if kind == "depository" else None,
            None,
            _balance_day(account.balance_date),
        ),
    )


def _kind_of(name: str) -> str:
    """Guess an account's kind, which SimpleFIN does not say, by its name."""
    if _LOAN.search(name):
        return "loan"
    return "credit" if _CARD.search(name) and not _CHECKING.search(name) else "depository"


def _read_rows(account: wire.Account, name: str, reading: _Reading) -> None:
    if account.currency not in EXPONENTS:
        return
    raws = [bytes(raw) for raw in account.transactions]
    block = reading.pack(raws) if raws else b""
    seen: dict[str, int] = {}
    for place, raw in enumerate(account.transactions):
        try:
            row = msgspec.json.decode(raw, type=wire.Transaction)
            told = _to_observation(row, name, account.currency, block, place, reading.today)
        except (*_UNREADABLE, MoneyError):
            kept = msgspec.json.encode((name, account.currency, raw))
            reading.problems.append(_row_problem(_id_in(raw), name, kept, reading))
            reading.spoiled.add(name)
            continue
        if seen.setdefault(row.id, told.minor) != told.minor:  # one id for two bookings
            told = told._replace(source_transaction_id=f"{row.id}#{told.minor}")
        reading.rows.append(told)


def _to_observation(
    row: wire.Transaction, name: str, currency: str, block: bytes, place: int, today: date
) -> Observation:
    if not row.id or not _AMOUNT.fullmatch(row.amount):
        message = "the row has no id, or no amount"
        raise MoneyError(message)
    posted = _instant(row.posted or None)
    happened = _instant(row.transacted_at or None) or posted
    is_pending = row.pending or posted is None
    text = row.description or row.memo or row.payee or ""
    return Observation(
        name,
        row.id,
        TransactionState.PENDING if is_pending else TransactionState.POSTED,
        minor_units(Decimal(row.amount), currency),
        currency,
        happened.date() if happened else today,
        None if is_pending or posted is None else posted.date(),
        row.payee or text,
        text,
        None,
        None,
        None,
        block,
        place,
    )


def _instant(seconds: float | None) -> datetime | None:
    if seconds is None:
        return None
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        message = "the row has no usable day"
        raise MoneyError(message) from None


def _balance_day(seconds: float | None) -> datetime | None:
    try:
        return _instant(seconds)
    except MoneyError:
        return None


def _figure(text: str | None, currency: str | None) -> int | None:
    if text is None or currency is None or not _AMOUNT.fullmatch(text):
        return None
    try:
        return minor_units(Decimal(text), currency)
    except MoneyError:
        return None


def _id_in(raw: msgspec.Raw) -> str:
    try:
        found = msgspec.json.decode(raw, type=dict[str, msgspec.Raw]).get("id")
        return msgspec.json.decode(found, type=str) if found is not None else ""
    except _UNREADABLE:
        return ""


def _row_problem(row_id: str, account: str, kept: bytes, reading: _Reading) -> RowProblem:
    subject = row_id or f"row-{hashlib.sha256(kept).hexdigest()[:16]}"
    error = PayloadError("The server sent a row that cannot be read.")
    return RowProblem(subject, account or subject, error, reading.pack([kept]))


def _account_problem(name: str, told: Told) -> RowProblem:
    subject = f"trouble-{name}"
    return RowProblem(
        subject,
        subject,
        PayloadError(
            told.text, title="An account is not up to date", action="Look at it at your SimpleFIN server."
        ),
    )


def _custom_currency(name: str) -> RowProblem:
    error = PayloadError(
        "An account is kept in points or miles, or in a currency that BudgetSync does not know.",
        title="Unknown currency",
        action="Leave the account out at your SimpleFIN server, or report the currency.",
    )
    return RowProblem(f"currency-{name}", f"currency-{name}", error)
