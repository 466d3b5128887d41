"""Items: the views that clients were given of a bank's book, with their ids, tokens and state."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from budgetsync.sandbox.ids import RowIds, opaque_id, token
from budgetsync.sandbox.model.book import Account, Book, Row


@dataclass(slots=True)
class Item:
    """One login at one institution.

    Attributes:
        number: how many items were made before it, from 1.
        created: the bank's minute of its making.
        first_day: ordinal of the earliest day whose transactions it sees.
        born: the length of the book's log when it was made; it never saw pending rows settled before.
        not_ready: sync calls that are still answered with NOT_READY.
        needs_login: whether the bank wants the user to sign in again.
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
    needs_login: bool = False
    exchanged: bool = False
    removed: bool = False
    row_ids: RowIds = field(init=False)
    account_ids: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.row_ids = RowIds(f"{self.salt}/row")
        self.account_ids = tuple(
            opaque_id(self.salt, "account", account.spec.key) for account in self.book.accounts
        )

    @property
    def institution_id(self) -> str:
        """Where the login is."""
        return self.book.institution.institution_id

    @property
    def account_mask(self) -> int:
        """The accounts that it sees: bit n for the book's n-th account."""
        return (1 << len(self.book.accounts)) - 1

    def open(self) -> None:
        """Let the access token be valid: the public token was exchanged."""
        self.exchanged = True

    def close(self) -> None:
        """Let the item be gone: it was removed."""
        self.removed = True

    def lock_out(self) -> None:
        """Let the bank ask for a new sign-in."""
        self.needs_login = True

    def wait_less(self) -> None:
        """Count down the sync calls that are answered with NOT_READY."""
        self.not_ready -= 1

    def accounts(self) -> Iterator[tuple[str, Account]]:
        """Each account that it sees, with the id that it has for this item."""
        return zip(self.account_ids, self.book.accounts, strict=True)

    def account_index(self, account_id: str) -> int | None:
        """The place of an account in the book; None for an id that is not this item's."""
        return self.account_ids.index(account_id) if account_id in self.account_ids else None

    def sees(self, row: Row) -> bool:
        """Whether a row belongs to the history that this item was given."""
        return row.date >= self.first_day

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
        self._by_public: dict[str, Item] = {}

    def create(
        self,
        book: Book,
        *,
        now: int,
        first_day: int,
        products: tuple[str, ...],
        webhook: str | None,
        not_ready: int,
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
            not_ready=not_ready,
        )
        self._by_access[item.access_token] = item
        self._by_public[item.public_token] = item
        self._made.append(item)
        return item

    def by_access_token(self, access_token: str) -> Item | None:
        """The item of an access token; None for a token that was never given out."""
        item = self._by_access.get(access_token)
        return item if item is not None and item.exchanged else None

    def by_public_token(self, public_token: str) -> Item | None:
        """The item of a public token; None for a token that was never given out."""
        return self._by_public.get(public_token)

    def by_number(self, number: int) -> Item:
        """The item that was made as the ``number``-th, counted from 1."""
        return self._made[number - 1]

    def __iter__(self) -> Iterator[Item]:
        return iter(self._made)
