"""Sources whose answers take nothing back: what a window should show and does not, and ids that are used again."""

from collections.abc import Collection, Iterable, Mapping
from datetime import timedelta

from budgetsync.domain.sync import SyncPage
from budgetsync.domain.transaction import Observation, ObservationKey, StoredObservation, TransactionState

REUSES_IDS = frozenset({"simplefin"})
"""Sources of which an id that comes back with another amount may be another booking."""
_SAME_BOOKING = timedelta(days=7)


def accounts_told_whole(pages: Iterable[SyncPage]) -> set[str]:
    """Name the accounts whose every pending row is among these pages."""
    return {account for page in pages for account in page.complete_pendings}


def take_back_untold(pendings: Collection[ObservationKey], pages: list[SyncPage]) -> None:
    """Have pendings that are not told any more be gone, as if the source had said so.

    Args:
        pendings: What is pending so far in accounts that are told whole.
    """
    told = {row.key for page in pages for row in (*page.added, *page.modified)}
    if pages:
        pages[-1].removed.extend(key for key in pendings if key not in told)


def tell_apart_reused(pages: Iterable[SyncPage], stored: Mapping[ObservationKey, StoredObservation]) -> bool:
    """Give another id to rows that bear one which already stands for another booking.

    Returns:
        Whether there were any.
    """
    found = False
    for page in pages:
        for place, row in enumerate(page.added):
            known = stored.get(row.key)
            if known is not None and _is_another(known, row):
                page.added[place] = row._replace(
                    source_transaction_id=f"{row.source_transaction_id}#{row.minor}"
                )
                found = True
    return found


def _is_another(known: StoredObservation, row: Observation) -> bool:
    """Tell by sign; where both are posted, by amount and day together."""
    if (known.minor < 0) is not (row.minor < 0):
        return True
    both = known.posted_on is not None and row.state is TransactionState.POSTED
    return both and known.minor != row.minor and abs(known.transacted_on - row.transacted_on) > _SAME_BOOKING
