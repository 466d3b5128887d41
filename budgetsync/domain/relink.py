"""Find the accounts of a connection that was made anew among those that the ledger already has."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from budgetsync.domain.account import AccountSnapshot
from budgetsync.domain.ids import AccountId

ENOUGH_OVERLAP = 0.6
"""Share of the new account's oldest rows that an old account must have too, to be the same account."""


@dataclass(frozen=True, slots=True)
class OldAccount:
    """An account of the same institution that no account of the new connection has been matched to yet."""

    id: AccountId
    persistent_id: str | None
    mask: str | None
    type: str
    subtype: str | None
    name: str
    currency: str | None


def match_accounts(
    new: Sequence[AccountSnapshot],
    old: Iterable[OldAccount],
    overlap: Mapping[tuple[str, AccountId], float],
    silent: Collection[str] = (),
) -> dict[str, AccountId]:
    """Match accounts, from the certain to the likely: each old one is taken once, and only if it is the only one.

    Args:
        new: Accounts of the new connection that the ledger does not know by their id.
        overlap: Share of rows in common, by new id and old account, where there were rows enough to tell.
        silent: New accounts whose rows are still to come: no name alone decides on them.

    Returns:
        The old account of each new one that has one, by the source's account id.
    """
    found: dict[str, AccountId] = {}
    left = {account.id: account for account in old}
    for alike in (_same_persistent_id, _same_description):
        for snapshot in new:
            if snapshot.source_account_id in found:
                continue
            candidates = [account for account in left.values() if alike(snapshot, account)]
            rivals = [
                one
                for one in new
                if one.source_account_id not in found and candidates and alike(one, candidates[0])
            ]
            if len(candidates) == 1 and len(rivals) == 1:
                found[snapshot.source_account_id] = candidates[0].id
                del left[candidates[0].id]
    _match_overlaps([one for one in new if one.source_account_id not in found], left, overlap, found)
    heard = [one for one in new if one.source_account_id not in {*found, *silent}]
    _match_names(heard, left, overlap, found)
    return found


def may_be_old(new: AccountSnapshot, old: Iterable[OldAccount]) -> bool:
    """Tell whether an account might turn out to be one of these once its rows come."""
    return any(_same_kind(new, account) and not _contradicts(new, account) for account in old)


def _match_overlaps(
    new: Sequence[AccountSnapshot],
    left: Mapping[AccountId, OldAccount],
    overlap: Mapping[tuple[str, AccountId], float],
    found: dict[str, AccountId],
) -> None:
    """Match by history, the most alike first; of two that are equally alike, neither."""
    offers = sorted(
        (
            (share, snapshot.source_account_id, account.id)
            for snapshot in new
            for account in left.values()
            if _same_kind(snapshot, account)
            and not _contradicts(snapshot, account)
            and (share := overlap.get((snapshot.source_account_id, account.id), 0.0)) >= ENOUGH_OVERLAP
        ),
        reverse=True,
    )
    taken: set[AccountId] = set()
    for share, name, number in offers:
        if name in found or number in taken:
            continue
        rivals = [
            offer
            for offer in offers
            if offer[0] == share
            and offer[1:] != (name, number)
            and (offer[1] == name or offer[2] == number)
            and offer[1] not in found
            and offer[2] not in taken
        ]
        if not rivals:
            found[name] = number
            taken.add(number)


def _match_names(
    new: Sequence[AccountSnapshot],
    old: Mapping[AccountId, OldAccount],
    overlap: Mapping[tuple[str, AccountId], float],
    found: dict[str, AccountId],
) -> None:
    """Match by name alone where no history speaks for or against it, and nothing else has that name."""
    left = [account for account in old.values() if account.id not in found.values()]
    for snapshot in new:
        named = [account for account in left if _same_name(snapshot, account)]
        rivals = [one for one in new if any(_same_name(one, account) for account in named)]
        if (
            len(named) == len(rivals) == 1
            and (snapshot.source_account_id, named[0].id) not in overlap
            and not _contradicts(snapshot, named[0])
        ):
            found[snapshot.source_account_id] = named[0].id


def _same_persistent_id(new: AccountSnapshot, old: OldAccount) -> bool:
    return bool(new.persistent_id) and new.persistent_id == old.persistent_id


def _same_description(new: AccountSnapshot, old: OldAccount) -> bool:
    if _contradicts(new, old):
        return False
    return bool(new.mask) and _same_kind(new, old) and (new.mask, new.name) == (old.mask, old.name)


def _same_name(new: AccountSnapshot, old: OldAccount) -> bool:
    return (
        _same_kind(new, old)
        and new.name == old.name
        and (not new.mask or not old.mask or new.mask == old.mask)
    )


def _same_kind(new: AccountSnapshot, old: OldAccount) -> bool:
    return (new.type, new.subtype, new.currency) == (old.type, old.subtype, old.currency)


def _contradicts(new: AccountSnapshot, old: OldAccount) -> bool:
    return bool(new.persistent_id and old.persistent_id and new.persistent_id != old.persistent_id)
