"""Own transfers: two real rows of two own accounts that are one movement of money. Nothing is ever invented."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import NamedTuple

from budgetsync.domain.ids import AccountId, TransactionId

WINDOW = timedelta(days=5)
_TRANSFER_CODES = ("TRANSFER_", "LOAN_PAYMENTS_", "LOAN_DISBURSEMENTS_")


class Candidate(NamedTuple):
    """A posted row that may be half of a transfer. `minor` is negative where money leaves."""

    id: TransactionId
    account_id: AccountId
    minor: int
    currency: str
    day: date
    provider_category: str | None


class Pair(NamedTuple):
    """The half that money leaves, and the half that it reaches."""

    out_id: TransactionId
    in_id: TransactionId


def looks_like_transfer(provider_category: str | None) -> bool:
    """Tell whether a provider calls a row a transfer or a payment of a debt."""
    return (provider_category or "").startswith(_TRANSFER_CODES)


def pair_transfers(rows: Iterable[Candidate], rejected: Collection[Pair]) -> list[Pair]:
    """Pair rows of opposite sign in two accounts within WINDOW, where two signals agree.

    In one currency: the exact amount, and at least one half that the provider calls a transfer. Across currencies
    there is no amount to compare, so both halves have to be called a transfer and each be the other's only
    candidate. Nearest in time first; every row is half of one pair at most.

    Args:
        rejected: Pairs that the user took apart; they are never made again.
    """
    ordered = sorted(rows, key=lambda row: (row.day, row.id))
    offers = [*_same_currency(ordered), *_across_currencies(ordered)]
    taken: set[TransactionId] = set()
    pairs = []
    for _, out_id, in_id in sorted(offers):
        pair = Pair(out_id, in_id)
        if out_id not in taken and in_id not in taken and pair not in rejected:
            taken |= {out_id, in_id}
            pairs.append(pair)
    return pairs


_Offer = tuple[tuple[int, int], TransactionId, TransactionId]


def _same_currency(rows: list[Candidate]) -> list[_Offer]:
    incoming: dict[tuple[int, str], list[Candidate]] = defaultdict(list)
    for row in rows:
        if row.minor > 0:
            incoming[row.minor, row.currency].append(row)
    offers: list[_Offer] = []
    for out in rows:
        if out.minor >= 0:
            continue
        for into in incoming.get((-out.minor, out.currency), ()):
            called = looks_like_transfer(out.provider_category), looks_like_transfer(into.provider_category)
            if out.account_id != into.account_id and abs(into.day - out.day) <= WINDOW and any(called):
                distance = (2 - sum(called), abs(into.day - out.day).days)
                offers.append((distance, out.id, into.id))
    return offers


def _across_currencies(rows: list[Candidate]) -> list[_Offer]:
    called = [row for row in rows if (row.provider_category or "").startswith("TRANSFER_")]
    matches: dict[TransactionId, list[Candidate]] = defaultdict(list)
    for out in called:
        if out.minor >= 0:
            continue
        for into in called:
            if (
                into.minor > 0
                and into.currency != out.currency
                and into.account_id != out.account_id
                and abs(into.day - out.day) <= WINDOW
            ):
                matches[out.id].append(into)
                matches[into.id].append(out)
    return [
        ((3, abs(matches[out.id][0].day - out.day).days), out.id, matches[out.id][0].id)
        for out in called
        if out.minor < 0 and len(matches[out.id]) == 1 and len(matches[matches[out.id][0].id]) == 1
    ]
