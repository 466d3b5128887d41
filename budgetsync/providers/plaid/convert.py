"""From Plaid's words to ours, in one place: the sign, minor units from the raw text, days, problems."""

import hashlib
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from decimal import Decimal

import msgspec

from budgetsync.domain.account import AccountSnapshot, Balance
from budgetsync.domain.errors import PayloadError, ProviderUnavailable
from budgetsync.domain.item import History
from budgetsync.domain.money import EXPONENTS, MoneyError, minor_units
from budgetsync.domain.sync import RowProblem, SyncPage
from budgetsync.domain.transaction import Observation, ObservationKey, TransactionState
from budgetsync.providers.plaid import wire

Pack = Callable[[list[bytes]], bytes]
"""Makes raw rows ready for storage, together."""

_HISTORY = {
    "NOT_READY": History.NOT_READY,
    "INITIAL_UPDATE_COMPLETE": History.INITIAL,
    "HISTORICAL_UPDATE_COMPLETE": History.COMPLETE,
}


def to_page(body: bytes, pack: Pack) -> SyncPage:
    """Convert an answer of /transactions/sync. A row that cannot be read is a problem beside the good ones.

    Args:
        pack: Makes raw rows ready for storage, together.

    Raises:
        ProviderUnavailable: The body as a whole is no answer of Plaid's: cut off, HTML, another shape.
    """
    try:
        response = wire.read_sync(body)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        message = "The answer was cut off or is no answer of Plaid's."
        raise ProviderUnavailable(message) from None
    problems: list[RowProblem] = []
    added = _to_observations(response.added, pack, problems)
    modified = _to_observations(response.modified, pack, problems)
    return SyncPage(
        accounts=tuple(_to_accounts(response.accounts, problems)),
        added=added,
        modified=modified,
        removed=list(_to_keys(response.removed, pack, problems)),
        problems=problems,
        next_cursor=response.next_cursor,
        has_more=response.has_more,
        history=_HISTORY.get(response.transactions_update_status or "", History.UNKNOWN),
        received=len(body),
    )


def read_row(raw: bytes, pack: Pack) -> SyncPage:
    """Convert one row that was kept aside, be it one that came or one that was taken back.

    Returns:
        A page with the row, or with its problem.
    """
    problems: list[RowProblem] = []
    added = _to_observations([msgspec.Raw(raw)], pack, problems)
    removed: list[ObservationKey] = []
    if problems and _is_removal(raw):
        problems.clear()
        removed = list(_to_keys([msgspec.Raw(raw)], pack, problems))
    return SyncPage((), added, [], removed, problems, "", has_more=False, history=History.UNKNOWN)


def _is_removal(raw: bytes) -> bool:
    """Tell a row that was taken back from one that came: it has its two ids and nothing more."""
    try:
        names = msgspec.json.decode(raw, type=dict[str, msgspec.Raw]).keys()
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return False
    return names <= {"transaction_id", "account_id"}


def _to_observations(raws: list[msgspec.Raw], pack: Pack, problems: list[RowProblem]) -> list[Observation]:
    if not raws:
        return []
    block = pack([bytes(raw) for raw in raws])
    rows = []
    for place, raw in enumerate(raws):
        try:
            row = wire.read_transaction(raw)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            problems.append(_unreadable(raw, pack([bytes(raw)])))
            continue
        try:
            rows.append(_to_observation(row, block, place))
        except MoneyError as error:
            problems.append(_unpayable(row, error, pack([bytes(raw)])))
    return rows


def _to_observation(row: wire.Transaction, block: bytes, place: int) -> Observation:
    if not row.transaction_id or not row.account_id:
        message = "the row has no id"
        raise MoneyError(message)
    currency = row.iso_currency_code or row.unofficial_currency_code or ""
    category = row.personal_finance_category
    original = row.original_description or row.name or row.merchant_name or ""
    return Observation(
        row.account_id,
        row.transaction_id,
        TransactionState.PENDING if row.pending else TransactionState.POSTED,
        -minor_units(row.amount, currency),  # Plaid counts money out as positive; here alone it is turned
        currency,
        row.authorized_date or row.date,
        None if row.pending else row.date,
        row.merchant_name or row.name or original,
        original,
        row.pending_transaction_id,
        category.detailed if category else None,
        category.confidence_level if category else None,
        block,
        place,
    )


def _to_keys(raws: Iterable[msgspec.Raw], pack: Pack, problems: list[RowProblem]) -> Iterable[ObservationKey]:
    for raw in raws:
        try:
            removed = wire.read_removed(raw)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            problems.append(_unreadable(raw, pack([bytes(raw)])))
        else:
            yield ObservationKey(removed.account_id, removed.transaction_id)


def _to_accounts(raws: Iterable[msgspec.Raw], problems: list[RowProblem]) -> Iterable[AccountSnapshot]:
    for raw in raws:
        try:
            account = wire.read_account(raw)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            # Its payload is left out: unlike a row's, it can hold an account number.
            problems.append(_unreadable(raw, b"", what="account"))
        else:
            yield to_snapshot(account)


def to_snapshot(account: wire.Account) -> AccountSnapshot:
    """Convert an account; figures in a currency that is not known are left out, never guessed."""
    balances = account.balances
    code = balances.iso_currency_code or balances.unofficial_currency_code or ""
    currency = code if code in EXPONENTS else None
    return AccountSnapshot(
        source_account_id=account.account_id,
        name=account.name,
        official_name=account.official_name,
        mask=account.mask,
        type=account.type,
        subtype=account.subtype,
        currency=currency,
        balance=Balance(
            _figure(balances.current, currency),
            _figure(balances.available, currency),
            _figure(balances.limit, currency),
            as_utc(balances.last_updated_datetime),
        ),
        persistent_id=account.persistent_account_id,
    )


def as_utc(instant: datetime | None) -> datetime | None:
    """Make an instant aware UTC; Plaid means UTC where it gives no zone."""
    if instant is None:
        return None
    return instant.replace(tzinfo=UTC) if instant.tzinfo is None else instant.astimezone(UTC)


def _figure(amount: Decimal | None, currency: str | None) -> int | None:
    if amount is None or currency is None:
        return None
    try:
        return minor_units(amount, currency)
    except MoneyError:
        return None


def _unreadable(raw: msgspec.Raw, payload: bytes, *, what: str = "row") -> RowProblem:
    subject = _name_in(raw) or f"{what}-{hashlib.sha256(raw).hexdigest()[:16]}"
    error = PayloadError(f"The provider sent a {what} that cannot be read.")
    return RowProblem(subject, subject, error, payload)


def _name_in(raw: msgspec.Raw) -> str:
    """Find a row's id though the rest cannot be read, so that its next readable form is known to be it."""
    try:
        return wire.read_removed(raw).transaction_id
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return ""


def _unpayable(row: wire.Transaction, error: MoneyError, payload: bytes) -> RowProblem:
    if not row.transaction_id or not row.account_id:
        return _unreadable(msgspec.Raw(payload), payload)
    code = row.iso_currency_code or row.unofficial_currency_code or ""
    if code in EXPONENTS:
        told = PayloadError(f"The amount of a row cannot be used: {error}.", title="An unusable amount")
        return RowProblem(row.transaction_id, row.transaction_id, told, payload)
    shown = "".join(letter for letter in code[:8] if letter.isalnum()) or "none"
    told = PayloadError(
        f"The bank names a currency that BudgetSync does not know ({shown}).",
        title="Unknown currency",
        action="The rows are kept aside, not lost; update BudgetSync, or report the currency.",
    )
    return RowProblem(row.transaction_id, row.account_id, told, payload)
