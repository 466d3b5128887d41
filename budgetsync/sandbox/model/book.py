"""One bank's ledger: its accounts, every transaction, and the order in which they last changed."""

from collections.abc import Iterator
from dataclasses import dataclass

from budgetsync.sandbox.catalog.institutions import AccountSpec, InstitutionSpec
from budgetsync.sandbox.catalog.profile import Profile
from budgetsync.sandbox.money import exponent_of


class Account:
    """An account and its running totals, all in minor units.

    Money that leaves the account counts as positive, as at Plaid. `current` counts posted transactions
    only: money held for depository accounts, money owed for credit and loan accounts.
    """

    __slots__ = (
        "exponent",
        "forced_available",
        "index",
        "opening",
        "pending_count",
        "pending_sum",
        "posted_count",
        "posted_sum",
        "spec",
    )

    def __init__(self, spec: AccountSpec, index: int) -> None:
        self.spec = spec
        self.index = index
        self.exponent = exponent_of(spec.currency)
        self.opening = spec.opening
        self.posted_sum = 0
        self.posted_count = 0
        self.pending_sum = 0
        self.pending_count = 0
        self.forced_available: int | None = None

    @property
    def owes(self) -> bool:
        """Whether the balance is a debt, which spending raises."""
        return self.spec.type in {"credit", "loan"}

    @property
    def current(self) -> int:
        """The current balance: opening and posted transactions."""
        return self.opening + self.posted_sum if self.owes else self.opening - self.posted_sum

    @property
    def available(self) -> int | None:
        """What can still be spent, pending transactions included; None for loans."""
        if self.forced_available is not None or self.spec.type == "loan":
            return self.forced_available
        if self.owes:
            return None if self.spec.limit is None else self.spec.limit - self.current - self.pending_sum
        return self.current - self.pending_sum

    def count(self, amount: int, *, pending: bool, sign: int) -> None:
        """Take a transaction into the totals (``sign`` 1) or out of them (-1)."""
        if pending:
            self.pending_sum += sign * amount
            self.pending_count += sign
        else:
            self.posted_sum += sign * amount
            self.posted_count += sign

    def rebase(self, current: int) -> None:
        """Choose the opening balance anew, so that the current balance is this one."""
        self.opening = current - self.posted_sum if self.owes else current + self.posted_sum


class Row:
    """One transaction as the bank knows it.

    Attributes:
        key: its number within the book.
        amount: minor units; positive when money leaves the account.
        date: ordinal of the day of posting, or of the purchase while pending.
        authorized: ordinal of the day of the purchase; 0 when the bank does not say.
        replaces: key of the pending row that this one settles; 0 for none.
        created: position in the book's log at which it appeared.
        last: position of its latest change.
        stamp: minute of its latest change.
        gone: whether it was removed.
    """

    __slots__ = (
        "account", "amount", "authorized", "created", "date", "gone", "key", "last", "pending", "profile",
        "replaces", "stamp",
    )  # fmt: skip

    def __init__(  # noqa: PLR0917 - one of a million rows: keywords cost a fifth of the time
        self,
        key: int,
        account: int,
        profile: Profile,
        amount: int,
        date: int,
        authorized: int,
        pending: bool,  # noqa: FBT001
        replaces: int,
        position: int,
        stamp: int,
    ) -> None:
        self.key = key
        self.account = account
        self.profile = profile
        self.amount = amount
        self.date = date
        self.authorized = authorized
        self.pending = pending
        self.replaces = replaces
        self.created = position
        self.last = position
        self.stamp = stamp
        self.gone = False

    @property
    def name(self) -> str:
        """The description that goes with its state: banks word pending purchases otherwise."""
        profile = self.profile
        return profile.pending_name if self.pending and profile.pending_name else profile.name


@dataclass(frozen=True, slots=True)
class Version:
    """How a row came to be what it was for a while.

    Attributes:
        stamp: the minute at which it became so.
        change: added, modified or removed.
    """

    stamp: int
    change: str
    amount: int
    date: int
    name: str
    pending: bool


class Book:
    """The ledger of one institution.

    `log` holds a row once for each of its changes, oldest first; an entry counts only while it is the
    row's latest, so that reading the log gives every row once, in ascending order of last change.
    `history` has the versions of each row that changed; a row that is not in it has always been as it is.
    """

    __slots__ = ("accounts", "history", "institution", "log", "next_key")

    def __init__(self, institution: InstitutionSpec) -> None:
        self.institution = institution
        self.accounts = [Account(spec, index) for index, spec in enumerate(institution.accounts)]
        self.history: dict[int, list[Version]] = {}
        self.log: list[Row] = []
        self.next_key = 1

    def add(
        self,
        account: Account,
        profile: Profile,
        amount: int,
        *,
        stamp: int,
        date: int,
        authorized: int = 0,
        pending: bool = False,
        replaces: int = 0,
    ) -> Row:
        """Write a new row; returns it."""
        row = Row(
            self.next_key,
            account.index,
            profile,
            amount,
            date,
            authorized,
            pending,
            replaces,
            len(self.log),
            stamp,
        )
        self.next_key += 1
        self.log.append(row)
        account.count(amount, pending=pending, sign=1)
        return row

    def modify(
        self, row: Row, *, stamp: int, profile: Profile | None = None, amount: int | None = None
    ) -> None:
        """Change a row under its own id."""
        versions = self._versions(row)
        account = self.accounts[row.account]
        account.count(row.amount, pending=row.pending, sign=-1)
        row.profile = profile or row.profile
        row.amount = row.amount if amount is None else amount
        account.count(row.amount, pending=row.pending, sign=1)
        self._touch(row, stamp)
        versions.append(_version(row, "modified"))

    def remove(self, row: Row, *, stamp: int) -> None:
        """Take a row out of the ledger; it stays in the log as a removal."""
        self.accounts[row.account].count(row.amount, pending=row.pending, sign=-1)
        versions = self._versions(row)
        row.gone = True
        self._touch(row, stamp)
        versions.append(_version(row, "removed"))

    def versions(self, row: Row) -> list[Version]:
        """Every version of a row, oldest first."""
        return self.history.get(row.key) or [_version(row, "added")]

    def _versions(self, row: Row) -> list[Version]:
        return self.history.setdefault(row.key, [_version(row, "added")])

    def open_account(self, spec: AccountSpec) -> Account:
        """Add an account; items see it only once they were told to."""
        account = Account(spec, len(self.accounts))
        self.accounts.append(account)
        return account

    def _touch(self, row: Row, stamp: int) -> None:
        row.last = len(self.log)
        row.stamp = stamp
        self.log.append(row)

    def live(self) -> Iterator[Row]:
        """Every row that is in the ledger now, in ascending order of last change."""
        return (row for position, row in enumerate(self.log) if row.last == position and not row.gone)

    def renumber(self, rows: list[Row]) -> None:
        """Make these rows, in this order, the whole log: only before any item has read it."""
        self.log = rows
        for position, row in enumerate(rows):
            row.created = row.last = position


def _version(row: Row, change: str) -> Version:
    return Version(row.stamp, change, row.amount, row.date, row.name, row.pending)
