"""Which observation an entry of a file is: its id, so that a file read twice, or in pieces, says nothing twice.

An entry's own id is its identity, unless the bank used that id for something else, too: then day and amount belong to
it. Where a file gives no id, day, amount and text are it, and equal ones are counted. A file has all bookings of a day
or, where it was cut within one, at least as many as any other piece shows of equal ones.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import NamedTuple

from budgetsync.domain.statement import StatementEntry
from budgetsync.domain.transaction import ObservationKey, StoredObservation

SAME_BOOKING = timedelta(days=7)
"""An id that comes again with the same amount so near is the same booking, whose day the bank corrected."""


class Identity(NamedTuple):
    """An entry's ids, the one to look for first before the one it takes where that is somebody else's.

    Attributes:
        own: The bank's own id, or what is made of day, amount and text; "" where only `exact` can be it.
        exact: An id that no other booking has.
    """

    own: str
    exact: str


def identify(entries: Iterable[StatementEntry]) -> list[Identity | None]:
    """Give each entry its ids; None for one that says again what an earlier one of the file said.

    Returns:
        One for each entry, in their order.
    """
    counted: dict[str, int] = defaultdict(int)
    by_id: dict[str, StatementEntry] = {}
    exact_ids: set[str] = set()
    identities: list[Identity | None] = []
    for entry in entries:
        if not entry.id:
            told = digest_of(entry)
            counted[told] += 1
            identities.append(Identity("", f"{told}#{counted[told]}"))
            continue
        exact = f"{entry.id}#{entry.transacted_on}:{entry.minor}"
        first = by_id.setdefault(entry.id, entry)
        if first is entry:
            exact_ids.add(exact)
            identities.append(Identity(entry.id, exact))
        elif exact not in exact_ids:
            exact_ids.add(exact)
            identities.append(Identity("", exact))
        elif _says_the_same(first, entry):
            identities.append(None)
        else:
            told = f"{exact}:{digest_of(entry)}"
            identities.append(None if told in exact_ids else Identity("", told))
            exact_ids.add(told)
    return identities


def digest_of(entry: StatementEntry) -> str:
    """Make an id of what an entry says. Spaces and case do not count, as banks wrap and write texts anew."""
    words = " ".join(f"{entry.payee} {entry.description}".casefold().split())
    told = f"{entry.transacted_on}|{entry.minor}|{words}"
    return hashlib.blake2b(told.encode(), digest_size=10).hexdigest()


def ids_of(identities: Iterable[Identity | None]) -> set[str]:
    """Name every id under which the ledger may have one of these entries."""
    return {told for identity in identities if identity for told in identity if told}


def find_known(
    entry: StatementEntry,
    identity: Identity,
    account: str,
    stored: Mapping[ObservationKey, StoredObservation],
) -> tuple[str, StoredObservation | None]:
    """Find what the ledger has of an entry from this very source.

    Returns:
        The id that the entry has or takes, and its observation; None where the source never told it.
    """
    exact = stored.get(ObservationKey(account, identity.exact))
    if exact is not None:
        return identity.exact, exact
    if not identity.own:
        return identity.exact, None
    own = stored.get(ObservationKey(account, identity.own))
    if own is None:
        return identity.own, None
    if own.minor == entry.minor and abs(own.transacted_on - entry.transacted_on) <= SAME_BOOKING:
        return identity.own, own
    return identity.exact, None  # the bank gave this id to another booking


def _says_the_same(one: StatementEntry, other: StatementEntry) -> bool:
    return digest_of(one) == digest_of(other)
