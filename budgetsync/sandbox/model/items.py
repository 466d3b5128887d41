"""Items: the views that clients were given of a bank's book, with their ids, tokens and state."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from budgetsync.sandbox.clock import MINUTES_A_DAY
from budgetsync.sandbox.ids import RowIds, opaque_id, token
from budgetsync.sandbox.model.book import Account, Book, Row

RECENT_DAYS: Final = 30
"""How much of its history an item shows while only the first part of it was fetched."""


@dataclass(slots=True)
class Item:
    """One login at one institution.

    Attributes:
        number: how many items were made before it, from 1.
        created: the bank's minute of its making.
        first_day: ordinal of the earliest day whose transactions it sees.
        born: the length of the book's log when it was made; it never saw pending rows settled before.
        not_ready: sync calls that are still answered with NOT_READY.
        partial: sync loops that are still given the last 30 days only.
        shown: the accounts that it sees: bit n for the book's n-th account.
        username: the test user that signed in.
        needs_login: whether the bank wants the user to sign in again.
        revoked: whether the user withdrew the permission.
        synced: whether sync was called; only then are SYNC_UPDATES_AVAILABLE webhooks sent.
        noticed: how much of the book's log the webhooks have told about.
        consent_ends: the minute at which consent runs out; 0 for never.
        updated: the minute at which the bank was last asked with success.
        failed: the minute at which the bank was last asked in vain; 0 for never.
        last_webhook: second and code of the latest webhook; None for none yet.
        refreshes: how often a refresh was asked for.
        renewals: how often its access token was made anew.
        latest_public_token: what update mode gave out at last.
    """

    number: int
    item_id: str
    access_token: str
    public_token: str
    salt: str
    book: Book
    created: int
    first_day: int
    products: tuple[str, ...]
    webhook: str | None
    born: int
    not_ready: int
    partial: int = 0
    shown: int = -1
    username: str = "user_good"
    needs_login: bool = False
    exchanged: bool = False
    removed: bool = False
    revoked: bool = False
    synced: bool = False
    noticed: int = 0
    consent_ends: int = 0
    updated: int = 0
    failed: int = 0
    last_webhook: tuple[int, str] | None = None
    refreshes: int = 0
    renewals: int = 0
    latest_public_token: str = ""
    row_ids: RowIds = field(init=False)
    _account_ids: dict[int, str] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.row_ids = RowIds(f"{self.salt}/row")
        if self.shown < 0:
            self.shown = (1 << len(self.book.accounts)) - 1

    @property
    def institution_id(self) -> str:
        """Where the login is."""
        return self.book.institution.institution_id

    @property
    def horizon(self) -> int:
        """Ordinal of the earliest day that it is shown for the time being."""
        recent = self.created // MINUTES_A_DAY - RECENT_DAYS
        return max(self.first_day, recent) if self.partial else self.first_day

    @property
    def standing(self) -> tuple[int, int, int]:
        """What a page of its stream depends on besides the cursor: it changes whenever a page might."""
        return (len(self.book.log), self.horizon, self.shown)

    def account_id(self, index: int) -> str:
        """The id that the book's ``index``-th account has for this item."""
        if index not in self._account_ids:
            self._account_ids[index] = opaque_id(self.salt, "account", self.book.accounts[index].spec.key)
        return self._account_ids[index]

    def accounts(self) -> Iterator[tuple[str, Account]]:
        """Each account that it sees, with the id that it has for this item."""
        return (
            (self.account_id(account.index), account)
            for account in self.book.accounts
            if self.shown >> account.index & 1
        )

    def account_index(self, account_id: str) -> int | None:
        """The place of an account in the book; None for an id that is not this item's."""
        return next((account.index for own_id, account in self.accounts() if own_id == account_id), None)

    def sees(self, row: Row) -> bool:
        """Whether a row belongs to the history and the accounts that this item was given."""
        return row.date >= self.horizon and self.shown >> row.account & 1 == 1

    def pending_id(self, row: Row) -> str | None:
        """The id of the pending transaction that a row settles, where this item can have seen it."""
        return self.row_ids.of(row.replaces).decode() if row.replaces and row.created >= self.born else None


class Registry:
    """Every item that was ever made, found by whichever token or id a client holds."""

    __slots__ = ("_by_access", "_by_public", "_made", "_seed")

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._by_access: dict[str, Item] = {}
        self._made: list[Item] = []
        self._by_public: dict[str, tuple[Item, int]] = {}

    def create(
        self,
        book: Book,
        *,
        now: int,
        first_day: int,
        products: tuple[str, ...],
        webhook: str | None,
        not_ready: int,
        partial: int = 0,
        shown: int = -1,
        username: str = "user_good",
    ) -> Item:
        """Make an item of a book; its ids and tokens follow from the seed and from how many there were."""
        number = len(self._made) + 1
        item = Item(
            number=number,
            item_id=opaque_id(self._seed, "item", number),
            access_token=token("access-sandbox", self._seed, number),
            public_token=token("public-sandbox", self._seed, number),
            salt=opaque_id(self._seed, "salt", number),
            book=book,
            created=now,
            first_day=first_day,
            products=products,
            webhook=webhook,
            born=len(book.log),
            noticed=len(book.log),
            not_ready=not_ready,
            partial=partial,
            shown=shown,
            username=username,
            updated=now,
        )
        self._by_access[item.access_token] = item
        self._by_public[item.public_token] = (item, now)
        self._made.append(item)
        return item

    def renew_public(self, item: Item, now: int) -> str:
        """Give an item a further public token, as update mode does."""
        public_token = token("public-sandbox", self._seed, item.number, len(self._by_public))
        self._by_public[public_token] = (item, now)
        item.latest_public_token = public_token
        return public_token

    def renew_access(self, item: Item) -> None:
        """Give an item another access token; the one that it had opens nothing any more."""
        del self._by_access[item.access_token]
        item.renewals += 1
        item.access_token = token("access-sandbox", self._seed, item.number, item.renewals)
        self._by_access[item.access_token] = item

    def by_access_token(self, access_token: str) -> Item | None:
        """The item of an access token; None for a token that was never given out."""
        item = self._by_access.get(access_token)
        return item if item is not None and item.exchanged else None

    def by_public_token(self, public_token: str) -> tuple[Item, int] | None:
        """The item of a public token and the minute that made it; None for one never given out."""
        return self._by_public.get(public_token)

    def by_id(self, item_id: str) -> Item | None:
        """The item with an id; None for an id that no item has."""
        return next((item for item in self._made if item.item_id == item_id), None)

    def by_number(self, number: int) -> Item:
        """The item that was made as the ``number``-th, counted from 1."""
        return self._made[number - 1]

    def __iter__(self) -> Iterator[Item]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)
