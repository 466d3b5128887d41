"""What is wrong, in the words of notices, from how things stand. Pure; when it is said is `notices`' matter."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from budgetsync.domain.addresses import MISSED_RUNS
from budgetsync.domain.errors import StoreFull, Trouble, VaultError, VaultLocked
from budgetsync.domain.freshness import Freshness, Staleness
from budgetsync.domain.ids import AccountId
from budgetsync.domain.item import ConsentWarning, Item, ItemStatus, consent_warning
from budgetsync.domain.notices import Notice, NoticeAction, NoticeKind, Offer

FAILURES = 3
"""Runs that fail in a row of something that passes by itself, after which it is told."""
FAILING_FOR = timedelta(hours=6)
"""The same in time: an interval may be long."""
TOLD_FOR = timedelta(days=14)
"""Accounts that the user does not share are told of for so long; it may well be what they want."""
_KEYRING = frozenset({VaultError.__name__, VaultLocked.__name__})


@dataclass(frozen=True, slots=True)
class ConnectionStanding:
    """A connection, as far as notices ask.

    Attributes:
        failures: Runs that failed since the last one that succeeded.
        failing_since: When the first of them ended; None where none failed.
        paused: The user wants no syncs by the clock: that nothing new comes is no news.
        missed: Runs in a row that found webhooks missing which the provider says it sent.
        revoked: Accounts that the user lately took back from us, at the bank.
    """

    item: Item
    staleness: Staleness
    failures: int = 0
    failing_since: datetime | None = None
    paused: bool = False
    missed: int = 0
    revoked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AccountStanding:
    """An account whose figures or rows wait for a person.

    Attributes:
        drift: The difference, ready to be read; "" where the account is proved or cannot be.
        held: Removals that wait for a decision.
    """

    account_id: AccountId
    name: str
    institution: str
    drift: str = ""
    held: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """How everything stands at one moment.

    Attributes:
        letters: Causes of open dead letters, a cause counted once; those of requests are their connections' matter.
        newest_letter: Id of the newest of them; 0 where there is none.
        ledger: Troubles of the ledger's file and folder, and of real time as a whole, by a name that stays: "backup",
            "damaged", "relay" ...
        disk: What the database said when it could not be written; None while it can.
    """

    items: tuple[ConnectionStanding, ...] = ()
    accounts: tuple[AccountStanding, ...] = ()
    letters: int = 0
    newest_letter: int = 0
    ledger: tuple[tuple[str, Trouble], ...] = ()
    disk: Trouble | None = None


def find_needs(standing: Standing, now: datetime) -> list[Notice]:
    """Name everything that a person should know of, the most urgent first. One that is offline is only shown."""
    down = _providers_down(standing.items, now)
    keyring = [one.item.trouble for one in standing.items if _is_keyring(one.item)]
    needs: list[Notice] = []
    if standing.disk is not None:
        needs.append(_of_trouble("disk", NoticeKind.DISK, standing.disk, Offer.OPEN_FOLDER, Offer.RETRY))
    if keyring and keyring[0] is not None:
        needs.append(_of_trouble("keyring", NoticeKind.KEYRING, keyring[0], Offer.RETRY, Offer.OPEN_SETTINGS))
    for provider, count in sorted(down.items()):
        needs.append(_provider_down(provider, count))
    for one in standing.items:
        needs += _of_item(one, now, provider_is_down=one.item.provider in down)
    for name, trouble in standing.ledger:
        kind, offers = _BY_NAME.get(name, (NoticeKind.LEDGER, (Offer.OPEN_PROBLEMS,)))
        needs.append(_of_trouble(name, kind, trouble, *offers))
    for account in standing.accounts:
        needs += _of_account(account)
    if standing.letters:
        needs.append(_letters(standing.letters, standing.newest_letter))
    return needs


_BY_NAME: dict[str, tuple[NoticeKind, tuple[Offer, ...]]] = {
    "backup": (NoticeKind.BACKUP, (Offer.BACK_UP, Offer.OPEN_FOLDER)),
    "relay": (NoticeKind.WEBHOOKS, (Offer.OPEN_SETTINGS,)),
    "receiver": (NoticeKind.WEBHOOKS, (Offer.OPEN_SETTINGS,)),
}
"""What else is wrong than the ledger, by the name that it comes with."""


def find_passing(standing: Standing, needs: Iterable[Notice], now: datetime) -> list[Notice]:
    """Name what is wrong and not told of, since it goes on by itself; for whoever looks all the same.

    Args:
        needs: What is told of how the same things stand.
    """
    told = {need.item_id for need in needs if need.kind in _OF_SYNCS}
    down = _providers_down(standing.items, now)
    return [
        notice
        for one in standing.items
        if one.item.id not in told and one.item.provider not in down and not one.paused
        for notice in _passing(one)
    ]


def _passing(one: ConnectionStanding) -> Iterator[Notice]:
    item, trouble = one.item, one.item.trouble
    offers = (NoticeAction(Offer.RETRY, item.id),)
    bank = item.institution.name
    if item.status in _PASSES and trouble is not None and not _is_keyring(item) and not _is_disk(trouble):
        yield Notice(
            f"passing:{item.id}",
            NoticeKind.DOWN,
            f"{bank}: {trouble.title}",
            f"{trouble.message} It is tried again by itself.",
            trouble.action,
            offers,
            item_id=item.id,
        )
    elif item.status is ItemStatus.HEALTHY and one.staleness.freshness is Freshness.NOT_SYNCED:
        yield Notice(
            f"passing:{item.id}",
            NoticeKind.STALE,
            f"{bank}: not synced for long",
            "Nothing went wrong; no sync has come through for longer than usual.",
            "Sync now, or leave it to the clock.",
            offers,
            item_id=item.id,
        )


_OF_SYNCS = frozenset({NoticeKind.REAUTH, NoticeKind.GONE, NoticeKind.SETUP, NoticeKind.DOWN})
_PASSES = frozenset({ItemStatus.WAITING, ItemStatus.OFFLINE})


def _is_keyring(item: Item) -> bool:
    return item.trouble is not None and item.trouble.code in _KEYRING


def _passes_by_itself(one: ConnectionStanding, now: datetime) -> bool:
    """Whether it fails of something that passes, for long enough to be told."""
    since = one.failing_since
    long = since is not None and now - since >= FAILING_FOR
    return one.item.status is ItemStatus.WAITING and bool(one.failures >= FAILURES or (one.failures and long))


def _providers_down(items: Iterable[ConnectionStanding], now: datetime) -> dict[str, int]:
    """Find the providers of which every connection fails; one connection alone may be its bank's trouble."""
    known = list(items)
    failing = Counter(one.item.provider for one in known if _passes_by_itself(one, now))
    asked = Counter(
        one.item.provider
        for one in known
        if one.item.status in {ItemStatus.HEALTHY, ItemStatus.SYNCING, ItemStatus.WAITING}
    )
    return {provider: count for provider, count in failing.items() if count > 1 and count == asked[provider]}


def _provider_down(provider: str, count: int) -> Notice:
    return Notice(
        f"down:{provider}",
        NoticeKind.DOWN,
        f"{provider.capitalize()} does not answer",
        f"None of {count} connections could be brought up to date. It goes on by itself.",
        "Wait, or sync now to try at once.",
        (NoticeAction(Offer.RETRY), NoticeAction(Offer.OPEN_PROBLEMS)),
    )


def _of_item(one: ConnectionStanding, now: datetime, *, provider_is_down: bool) -> Iterator[Notice]:
    item = one.item
    trouble, bank = item.trouble, item.institution.name
    paused = one.paused or item.status is ItemStatus.PAUSED
    if trouble is not None and item.status in _PARKED and not _is_keyring(item) and not _is_disk(trouble):
        kind, offers = _PARKED[item.status]
        yield Notice(
            f"{kind}:{item.id}",
            kind,
            f"{bank}: {trouble.title}",
            trouble.message,
            trouble.action,
            tuple(NoticeAction(offer, item.id) for offer in offers),
            item_id=item.id,
        )
        return
    if trouble is not None and _passes_by_itself(one, now) and not provider_is_down and not paused:
        yield Notice(
            f"down:item-{item.id}",
            NoticeKind.DOWN,
            f"{bank}: {trouble.title}",
            f"{trouble.message} It has failed {one.failures} times, and goes on by itself.",
            "Wait, or sync now to try at once.",
            (NoticeAction(Offer.RETRY, item.id), NoticeAction(Offer.OPEN_PROBLEMS, item.id)),
            item_id=item.id,
        )
    warning = consent_warning(item.access_ends_at, now)
    if warning is not ConsentWarning.NONE:
        yield _consent(item, warning)
    if not paused and one.staleness.freshness in {Freshness.BANK_SILENT, Freshness.ACCOUNT_SILENT}:
        yield _stale(item, one.staleness)
    if one.missed >= MISSED_RUNS:
        yield _webhooks(item)
    if item.new_accounts_at is not None and now - item.new_accounts_at < TOLD_FOR:
        yield _new_accounts(item, item.new_accounts_at)
    if one.revoked:
        yield _revoked(item, one.revoked)


_PARKED: dict[ItemStatus, tuple[NoticeKind, tuple[Offer, ...]]] = {
    ItemStatus.REAUTH_REQUIRED: (NoticeKind.REAUTH, (Offer.RECONNECT,)),
    ItemStatus.DISCONNECTED: (NoticeKind.GONE, (Offer.RECONNECT, Offer.CONNECT)),
    ItemStatus.ATTENTION_REQUIRED: (NoticeKind.SETUP, (Offer.RETRY, Offer.OPEN_SETTINGS)),
}


def _is_disk(trouble: Trouble) -> bool:
    return trouble.code == StoreFull.__name__


def _consent(item: Item, warning: ConsentWarning) -> Notice:
    bank = item.institution.name
    title, message = (_DISCONNECTS if item.access_ends_at == item.disconnects_at else _CONSENTS)[warning]
    return Notice(
        f"consent:{item.id}",
        NoticeKind.CONSENT,
        title.format(bank=bank),
        message,
        "Reconnect this bank; it takes a minute, and nothing is lost.",
        (NoticeAction(Offer.RECONNECT, item.id),),
        step=int(warning),
        item_id=item.id,
    )


_CONSENTS = {
    ConsentWarning.WEEK: ("{bank} asks for your consent soon", "Within a week it ends, and syncs with it."),
    ConsentWarning.DAY: ("{bank} asks for your consent by tomorrow", "Tomorrow it ends, and syncs with it."),
    ConsentWarning.EXPIRED: (
        "{bank} needs your consent",
        "It has ended; nothing new comes until it is renewed.",
    ),
}
_DISCONNECTS = {
    ConsentWarning.WEEK: (
        "{bank} ends this connection soon",
        "Within a week the bank ends it, and syncs with it.",
    ),
    ConsentWarning.DAY: (
        "{bank} ends this connection by tomorrow",
        "Then nothing new comes until it is renewed.",
    ),
    ConsentWarning.EXPIRED: (
        "{bank} has announced the end of this connection",
        "That day has come; nothing new comes until it is renewed.",
    ),
}


def _new_accounts(item: Item, since: datetime) -> Notice:
    return Notice(
        f"accounts:{item.id}",
        NoticeKind.ACCOUNTS,
        f"{item.institution.name}: there are accounts that are not shared",
        "The bank says that you have others, which are not synced.",
        "Reconnect this bank and choose them, or leave it as it is.",
        (NoticeAction(Offer.RECONNECT, item.id),),
        step=int(since.timestamp()),
        item_id=item.id,
    )


def _revoked(item: Item, accounts: tuple[str, ...]) -> Notice:
    return Notice(
        f"revoked:{item.id}",
        NoticeKind.ACCOUNTS,
        f"{item.institution.name}: {', '.join(accounts)} no longer shared",
        "It was taken back at the bank; nothing new comes of it. Its history stays here.",
        "Reconnect this bank to share it again, or leave it as it is.",
        (NoticeAction(Offer.RECONNECT, item.id),),
        step=len(accounts),
        item_id=item.id,
    )


def _stale(item: Item, staleness: Staleness) -> Notice:
    bank = item.institution.name
    if staleness.freshness is Freshness.ACCOUNT_SILENT:
        message = f"{staleness.account} has had no new transaction for far longer than usual."
    else:
        message = "Syncs succeed, but the bank itself has sent no news for more than a day."
    return Notice(
        f"stale:{item.id}",
        NoticeKind.STALE,
        f"{bank}: nothing new from the bank",
        message,
        "Compare with the bank's own site, or ask the bank to refresh.",
        (NoticeAction(Offer.REFRESH, item.id), NoticeAction(Offer.RECONNECT, item.id)),
        item_id=item.id,
    )


def _webhooks(item: Item) -> Notice:
    return Notice(
        f"webhooks:{item.id}",
        NoticeKind.WEBHOOKS,
        f"{item.institution.name}: its news do not arrive by themselves",
        "The provider says that it sent some, and they did not come here. Syncs by the clock bring everything, later.",
        "Look at Settings, Real time: send a test event, or get another address.",
        (NoticeAction(Offer.OPEN_REAL_TIME, item.id),),
        item_id=item.id,
    )


def _of_account(account: AccountStanding) -> Iterator[Notice]:
    where = f"{account.institution}, {account.name}" if account.institution else account.name
    if account.drift:
        yield Notice(
            f"drift:{account.account_id}",
            NoticeKind.DRIFT,
            f"{where}: a difference to the bank's balance",
            f"The transactions here and the bank's balance differ by {account.drift}.",
            "Look at the account; a transaction may be missing or doubled.",
            (NoticeAction(Offer.OPEN_ACCOUNT, account_id=account.account_id),),
        )
    if account.held:
        many = "a transaction" if account.held == 1 else f"{account.held:,} transactions"
        yield Notice(
            f"held:{account.account_id}",
            NoticeKind.HELD,
            f"{where}: removals to review",
            f"The bank took back {many} at once; nothing was removed yet.",
            "Review them: let them go, or keep them.",
            (NoticeAction(Offer.OPEN_REVIEW, account_id=account.account_id),),
        )


def _letters(causes: int, newest: int) -> Notice:
    many = "One thing" if causes == 1 else f"{causes:,} things"
    return Notice(
        "dead-letters",
        NoticeKind.DEAD_LETTERS,
        "Something was kept aside",
        f"{many} could not be dealt with and will not be tried again without you. Nothing is lost.",
        "Look under Problems: try again, or put it away.",
        (NoticeAction(Offer.OPEN_PROBLEMS),),
        step=newest,
    )


def _of_trouble(cause: str, kind: NoticeKind, trouble: Trouble, *offers: Offer) -> Notice:
    actions = tuple(NoticeAction(offer) for offer in offers)
    return Notice(cause, kind, trouble.title, trouble.message, trouble.action, actions)
