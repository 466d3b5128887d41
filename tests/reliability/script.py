"""What happens at the bank: ordinary days, and every bad habit that banks are known for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from tests.reliability.bank import FIRST_DAY, Account, Bank, Chain, Version

MERCHANTS = (
    ("Coffee House", "SQ *COFFEE HOUSE {n}", "FOOD_AND_DRINK_COFFEE", (450, 450, 520)),
    ("Groceria", "GRÓCERIA MARKT #{n}", "FOOD_AND_DRINK_GROCERIES", (1299, 4210, 6405, 8899)),
    ("Petrol Pump", "PETROL PUMP {n} POS", "TRANSPORTATION_GAS", (3000, 4500)),
    ("Books & Co", "BOOKS AND CO {n}", "GENERAL_MERCHANDISE_BOOKSTORES", (999, 1999, 2450)),
    ("Metro", "METRO TICKET {n}", "TRANSPORTATION_PUBLIC_TRANSIT", (280, 280, 280)),
    ("Dr. Žák", "DR ZAK PRACTICE", "MEDICAL_PRIMARY_CARE", (7500,)),
)
_PROOF_BEGINS = 20  # ticks


@dataclass(slots=True)
class _Pending:
    chain: Chain
    version: Version
    due: int


class Script:
    """Moves a bank on, tick by tick.

    Attributes:
        relinked: Set by whoever makes the connection anew: only what a new connection tells may change after that.
    """

    def __init__(self, bank: Bank, rng: Random) -> None:
        self.bank = bank
        self.rng = rng
        self.ticks = 0
        self._pendings: list[_Pending] = []
        self._later: list[tuple[int, Callable[[], None]]] = []
        self._busy: set[int] = set()
        self.calm = False

    def fill_history(self) -> None:
        """Give the accounts a past of a few months, the first one most of it."""
        for _ in range(self.rng.randint(70, 190)):
            account = 0 if self.rng.random() < 0.6 else self._account()
            self._post_new(account, FIRST_DAY - timedelta(days=self.rng.randint(1, 88)))

    def tick(self, hours: int) -> None:
        """Let some hours pass, and what happens in them."""
        self.bank.tick(hours)
        self.ticks += 1
        due = [act for at, act in self._later if at <= self.ticks]
        self._later = [entry for entry in self._later if entry[0] > self.ticks]
        for act in due:
            act()
        for pending in [one for one in self._pendings if one.due <= self.ticks]:
            if pending.version.serial in self._busy:
                continue
            self._pendings.remove(pending)
            if pending.version.serial in self.bank.live:
                self._settle(pending)
        if self.calm:
            return
        for _ in range(self.rng.choice([0, 1, 1, 2, 3])):
            self._buy()
        habit = self.rng.random()
        for share, act in self._habits():
            habit -= share
            if habit < 0:
                act()
                break

    def calm_down(self) -> None:
        """Let nothing new begin, so that what is under way comes to its end."""
        self.calm = True
        for account in self.bank.accounts:
            account.lag = 0

    def plant_drift(self) -> None:
        """Let the bank hold another amount than its rows say, from today on."""
        fitting = [
            one
            for one in self.bank.accounts
            if one.told and one.type != "loan" and not one.drift and not one.lag
        ]
        if fitting:
            account = self.rng.choice(fitting)
            account.drift = self.rng.choice([-1, 1]) * self.rng.randint(100_003, 900_001)
            account.drift_since = self.bank.today

    def mass_removal(self) -> None:
        """Take most rows of the first account back, and give them again later under other ids, or the same, or not."""
        since = self.bank.today - timedelta(days=60)
        mine = [
            row
            for row in self.bank.live.values()
            if row.account == 0
            and not row.pending
            and row.bought >= since
            and row.readable
            and row.serial not in self._busy
        ]
        self._busy |= {row.serial for row in mine}
        for row in mine:
            if row.posted is not None and row.posted >= self.bank.today - timedelta(days=6):
                self._let_loose(row)
        gone = [self.bank.remove(row.serial, still_true=True) for row in mine]
        wait, way = self.rng.choice([0, 0, 1, 3, 8]), self.rng.random()

        def again() -> None:
            for version in gone:
                if way < 0.3:
                    self.bank.restore(version)
                else:
                    self.bank.give_again(version)

        if way < 0.85:
            again() if not wait else self._later.append((self.ticks + wait, again))

    def _habits(self) -> tuple[tuple[float, Callable[[], None]], ...]:
        return (
            (0.06, self._late_row),
            (0.06, self._transfer),
            (0.05, self._other_words),
            (0.04, self._pending_changes),
            (0.05, self._given_again),
            (0.03, self._same_id_again),
            (0.03, self._taken_back),
            (0.03, self._unreadable),
            (0.03, self._lag),
            (0.02, self._unpost),
        )

    def _account(self) -> int:
        return self.rng.randrange(len(self.bank.accounts))

    def _purchase(self, account: int, day: date, *, pending: bool) -> Version:
        merchant, text, category, amounts = self.rng.choice(MERCHANTS)
        minor = -self.rng.choice(amounts) if self.rng.random() < 0.7 else -self.rng.randint(100, 20_000)
        if self.rng.random() < 0.05:
            minor = -minor
        return Version(
            serial=0,
            chain=0,
            account=account,
            minor=minor,
            pending=pending,
            bought=day,
            posted=None if pending else day,
            text=text.format(n=self.rng.choice([7, 7, 12, self.rng.randint(1, 99)])),
            merchant=merchant,
            category=category,
        )

    def _post_new(self, account: int, day: date) -> Version:
        return self.bank.add(self.bank.open_chain(), self._purchase(account, day, pending=False))

    def _buy(self) -> None:
        account = self._account()
        version = self._purchase(account, self.bank.today, pending=self.rng.random() < 0.75)
        for _ in range(self.rng.choice([1] * 9 + [2])):
            chain = self.bank.open_chain()
            told = self.bank.add(chain, version)
            if told.pending:
                due = self.ticks + self.rng.choice([1, 2, 2, 3, 5, 9])
                self._pendings.append(_Pending(chain, told, due))

    def _settle(self, pending: _Pending) -> None:
        """A pending becomes posted, in one of the ways in which banks do that."""
        chain, bank, rng = pending.chain, self.bank, self.rng
        version = bank.live[pending.version.serial]
        linked = replace(version, pending=False, posted=bank.today, link=version.serial)
        unlinked = replace(linked, link=None)
        tip = version.minor + rng.choice([-1, 1]) * rng.randint(1, 900) or -1
        if (tip < 0) != (version.minor < 0):
            tip = 2 * version.minor
        way = rng.random()
        if way < 0.45:
            bank.remove(version.serial)
            bank.add(chain, linked)
        elif way < 0.60:
            bank.add(chain, replace(linked, minor=tip))
            bank.remove(version.serial)
        elif way < 0.72:
            chain.loose = True
            bank.remove(version.serial)
            bank.add(chain, unlinked)
        elif way < 0.77:
            chain.loose = chain.guess = chain.adrift = True
            bank.remove(version.serial)
            bank.add(chain, replace(unlinked, minor=tip))
        elif way < 0.85:
            self._post_first(chain, version, replace(linked, minor=rng.choice([tip, version.minor])))
        elif way < 0.90:
            chain.loose = chain.adrift = True  # until the link comes, another purchase may be taken for it
            bank.remove(version.serial)
            self._soon(lambda: bank.add(chain, linked))
        elif way < 0.93:
            chain.loose = chain.adrift = True
            bank.remove(version.serial)
            self._soon(lambda: bank.add(chain, unlinked))
        elif way < 0.96:
            bank.change(replace(version, pending=False, posted=bank.today))
        else:
            chain.loose = chain.guess = chain.adrift = True
            bank.remove(version.serial)

    def _post_first(self, chain: Chain, pending: Version, posted: Version) -> None:
        """The posted row comes while the pending one is still there; both may be told for days."""
        told = self.bank.add(chain, posted)
        self._busy |= {told.serial, pending.serial}

        def clear() -> None:
            if pending.serial in self.bank.live:
                self.bank.remove(pending.serial)
            self._busy -= {told.serial, pending.serial}

        self._soon(clear)

    def _soon(self, act: Callable[[], object]) -> None:
        def acted() -> None:
            act()

        self._later.append((self.ticks + self.rng.choice([1, 1, 2, 4]), acted))

    def _pick(self, *, pending: bool = False, days: int = 20) -> Version | None:
        since = self.bank.today - timedelta(days=days)
        fitting = [
            row
            for row in self.bank.live.values()
            if row.pending is pending
            and row.bought >= since
            and row.readable
            and row.serial not in self._busy
        ]
        return self.rng.choice(fitting) if fitting else None

    def _late_row(self) -> None:
        self._post_new(self._account(), self.bank.today - timedelta(days=self.rng.randint(2, 12)))

    def _transfer(self) -> None:
        minor, day = self.rng.choice([50_000, 120_000, 77_777]), self.bank.today
        one, other = self.rng.sample(range(len(self.bank.accounts)), 2)
        same = self.bank.accounts[one].currency == self.bank.accounts[other].currency
        row = self._purchase(one, day, pending=False)
        out = replace(
            row, minor=-minor, text="TRANSFER TO OWN", merchant="Transfer", category="TRANSFER_OUT_ACCOUNT"
        )
        into = replace(
            out,
            account=other,
            minor=minor if same else minor * 9 // 10,
            bought=day + timedelta(days=self.rng.choice([0, 0, 1])),
            text="TRANSFER FROM OWN",
            category="TRANSFER_IN_ACCOUNT",
        )
        self.bank.add(self.bank.open_chain(), out)
        self._soon(lambda: self.bank.add(self.bank.open_chain(), into))

    def _other_words(self) -> None:
        if (row := self._pick()) is not None:
            words = self.rng.choice(
                [
                    {"merchant": f"{row.merchant} Ltd"},
                    {"category": "GENERAL_SERVICES_OTHER"},
                    {"minor": row.minor - 1 or -1},
                    {"text": f"{row.text} CORRECTED"},
                ]
            )
            self.bank.change(replace(row, **words))  # type: ignore[arg-type]

    def _pending_changes(self) -> None:
        if (row := self._pick(pending=True)) is not None:
            self.bank.change(replace(row, minor=row.minor * 2))

    def _given_again(self) -> None:
        if (row := self._pick()) is None:
            return
        version = self.bank.remove(row.serial)
        self._let_loose(row)
        words = self.rng.choice([{}, {}, {"text": f"{row.text} REF"}])
        if self.rng.random() < 0.6:
            self.bank.give_again(version, **words)
        else:
            self._soon(lambda: self.bank.give_again(version, **words))

    def _let_loose(self, row: Version) -> None:
        chain = self.bank.chains[row.chain]
        chain.loose = True
        if len(chain.serials) > 1:  # between two syncs nothing may be told of the id that had the link
            chain.guess = chain.adrift = True

    def _same_id_again(self) -> None:
        if (row := self._pick()) is not None:
            self._let_loose(row)
            version = self.bank.remove(row.serial)
            self._soon(lambda: self.bank.restore(version))

    def _taken_back(self) -> None:
        if (row := self._pick()) is not None:
            self._let_loose(row)
            self.bank.remove(row.serial)

    def _unreadable(self) -> None:
        row = replace(self._purchase(self._account(), self.bank.today, pending=False), readable=False)
        told = self.bank.add(self.bank.open_chain(), row)
        self._soon(lambda: self.bank.change(replace(told, readable=True)))

    def _lag(self) -> None:
        account = self.rng.choice(self.bank.accounts)
        # While the proof begins, a late balance and one that counts pending rows otherwise look the same.
        if not account.drift and self.ticks > _PROOF_BEGINS:
            account.lag = 1

            def catch_up() -> None:
                account.lag = 0

            self._soon(catch_up)

    def _unpost(self) -> None:
        """The bank posts a pending too early, and takes that back: the pending alone stays."""
        if (row := self._pick(pending=True, days=6)) is not None:
            chain = self.bank.chains[row.chain]
            early = self.bank.add(chain, replace(row, pending=False, posted=self.bank.today, link=row.serial))
            self._busy |= {row.serial, early.serial}

            def call_back() -> None:
                if early.serial in self.bank.live:
                    self.bank.remove(early.serial)
                self._busy -= {row.serial, early.serial}

            self._soon(call_back)


def open_bank(rng: Random) -> Bank:
    """Invent a household's accounts; two are alike but for what is booked on them."""
    checking = Account("Everyday", "0417", "depository", "checking", "USD", rng.randint(0, 900_000))
    savings = Account("Savings", "2290", "depository", "savings", "USD", rng.randint(0, 900_000))
    twin = Account("Everyday", "8831", "depository", "checking", "USD", rng.randint(0, 90_000))
    card = Account("Card", "5511", "credit", "credit card", "USD", rng.randint(0, 90_000))
    loan = Account("Car loan", "7001", "loan", "auto", "USD", 1_800_000, interest=rng.choice([0, 217]))
    abroad = Account("Euro", "3104", "depository", "checking", "EUR", rng.randint(0, 90_000))
    chosen = [checking, *rng.sample([savings, twin, card, loan, abroad], 3)]
    for account in chosen:
        account.counts_pending = rng.random() < 0.3
    if rng.random() < 0.1:
        rng.choice(chosen[1:]).told = False
    way = rng.random()
    for account in chosen:
        account.persists = way < 0.4
        if way > 0.75:
            account.mask = None
    return Bank(chosen)
