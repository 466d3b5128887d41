"""A bank that knows the truth: what was bought, under which ids it is told, and what the accounts hold.

It shares no rule with the program. A purchase keeps its chain through its whole life (pending, posted, taken back,
given again), which is what the ledger has to find out from what it is told.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Literal

FIRST_DAY = date(2026, 3, 2)


@dataclass(frozen=True, slots=True)
class Version:
    """What the bank says of a purchase under one id at one moment. `minor` is negative where money leaves.

    Attributes:
        link: The serial of the pending that it became of, where the bank says so.
        readable: Whether a provider can make sense of it.
    """

    serial: int
    chain: int
    account: int
    minor: int
    pending: bool
    bought: date
    posted: date | None
    text: str
    merchant: str
    category: str
    link: int | None = None
    readable: bool = True


@dataclass(slots=True)
class Account:
    """An account at the bank.

    Attributes:
        counts_pending: Whether its balance has what is pending in it.
        told: Whether the bank tells a balance at all.
        lag: Ticks by which its balance comes after its rows; 0 but on bad days.
        drift: What the bank holds beyond what its rows say, and the day since when.
        persists: Whether its persistent id is told.
    """

    name: str
    mask: str | None
    type: str
    subtype: str
    currency: str
    opening: int
    counts_pending: bool = False
    told: bool = True
    lag: int = 0
    drift: int = 0
    drift_since: date | None = None
    interest: int = 0
    persists: bool = True
    history: list[int] = field(default_factory=list)

    @property
    def owed(self) -> bool:
        """Whether its balance is what is owed."""
        return self.type in {"credit", "loan"}


@dataclass(slots=True)
class Chain:
    """A purchase through its whole life.

    Attributes:
        serials: Every id that it ever had, oldest first.
        loose: Whether the bank ever went from one id to the next without saying so.
        guess: Whether even a clever reader cannot be sure (another amount and no link).
        adrift: Whether its pending went without a word of what became of it: a posted row of any amount may be it.
        retold: Whether a new connection told it anew, under ids that nothing ties to the old ones.
    """

    number: int
    serials: list[int] = field(default_factory=list)
    loose: bool = False
    guess: bool = False
    adrift: bool = False
    retold: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log: what happened to an id."""

    kind: Literal["added", "modified", "removed"]
    serial: int
    account: int
    version: Version | None


class Bank:
    """Accounts, purchases, and the log of everything that was ever told about them."""

    def __init__(self, accounts: list[Account]) -> None:
        self.accounts = accounts
        self.now = datetime.combine(FIRST_DAY, datetime.min.time(), UTC) + timedelta(hours=8)
        self.log: list[Entry] = []
        self.live: dict[int, Version] = {}
        self.last: dict[int, Version] = {}
        self.versions: dict[int, list[Version]] = {}
        self.chains: dict[int, Chain] = {}
        self.unshown: dict[int, Version] = {}
        self._serial = 0
        self._leading: dict[int, Version] = {}
        self._counted_at = 0

    @property
    def today(self) -> date:
        """The bank's calendar day."""
        return self.now.date()

    def tick(self, hours: int) -> None:
        """Let time pass, and remember what the balances were until now."""
        for number, account in enumerate(self.accounts):
            account.history.append(self._holds(number))
        before = self.today
        self.now += timedelta(hours=hours)
        if self.today != before:
            for account in self.accounts:
                account.opening += account.interest

    def open_chain(self) -> Chain:
        """Begin a purchase."""
        chain = self.chains[len(self.chains) + 1] = Chain(len(self.chains) + 1)
        return chain

    def add(self, chain: Chain, version: Version) -> Version:
        """Tell a purchase under a new id; the version's own serial is not looked at."""
        self._serial += 1
        version = replace(version, serial=self._serial, chain=chain.number)
        chain.serials.append(self._serial)
        self._write("added", version)
        return version

    def change(self, version: Version) -> None:
        """Tell other words under the same id."""
        self._write("modified", version)

    def restore(self, version: Version) -> None:
        """Give a row again under the id that it had."""
        self.unshown.pop(version.serial, None)
        self.chains[version.chain].loose = True
        self._write("added", version)

    def remove(self, serial: int, *, still_true: bool = False) -> Version:
        """Take an id back.

        Args:
            still_true: The money has moved all the same: the balance does not change.
        """
        version = self.live.pop(serial)
        if still_true:
            self.unshown[serial] = version
        self.log.append(Entry("removed", serial, version.account, None))
        return version

    def give_again(self, version: Version, **changes: object) -> Version:
        """Tell a purchase that was taken back under a new id."""
        self.unshown.pop(version.serial, None)
        chain = self.chains[version.chain]
        chain.loose = True
        return self.add(chain, replace(version, link=None, **changes))  # type: ignore[arg-type]

    def balance(self, number: int) -> int | None:
        """What the bank tells of an account now."""
        account = self.accounts[number]
        if not account.told:
            return None
        late = account.history[-account.lag :] if account.lag else []
        return late[0] if late else self._holds(number)

    def standing(self) -> dict[int, Version]:
        """The one version of each chain that counts now: what has posted stands for its pending."""
        if self._counted_at != len(self.log):
            self._counted_at = len(self.log)
            self._leading = {}
            for version in self.live.values():
                other = self._leading.get(version.chain)
                if other is None or other.pending:
                    self._leading[version.chain] = version
        return self._leading

    def moved(self, number: int) -> int:
        """What has moved on an account by its rows, those that are true though they are not told included."""
        account = self.accounts[number]
        return sum(
            row.minor
            for row in (*self.standing().values(), *self.unshown.values())
            if row.account == number and row.readable and (account.counts_pending or not row.pending)
        )

    def _holds(self, number: int) -> int:
        account = self.accounts[number]
        moved = self.moved(number)
        return account.opening + (-moved if account.owed else moved) + account.drift

    def _write(self, kind: Literal["added", "modified"], version: Version) -> None:
        self.live[version.serial] = self.last[version.serial] = version
        self.versions.setdefault(version.serial, []).append(version)
        self.log.append(Entry(kind, version.serial, version.account, version))
