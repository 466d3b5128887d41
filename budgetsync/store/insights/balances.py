"""Balances over time: from what the bank says today, backwards by the sums of days."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from budgetsync.domain.balance import OWED_TYPES, Basis, Verdict
from budgetsync.domain.ids import AccountId
from budgetsync.domain.insights import AccountBalances, BalancePoint, TotalBalances
from budgetsync.store.insights.scopes import Ledger

_ACCOUNTS = """
SELECT a.id, a.name, a.type, a.currency, ifnull(i.institution_name, ''), i.removed_at IS NOT NULL,
    (SELECT b.current FROM balance b WHERE b.account_id = a.id AND b.current IS NOT NULL ORDER BY b.id DESC LIMIT 1),
    (SELECT p.verdict FROM proof p WHERE p.account_id = a.id ORDER BY p.id DESC LIMIT 1)
FROM account a
LEFT JOIN source_account s ON s.id = (SELECT max(x.id) FROM source_account x WHERE x.account_id = a.id)
LEFT JOIN item i ON i.id = s.item_id
WHERE a.{accounts} ORDER BY a.id
"""
_BASES = """
SELECT count(*) FILTER (WHERE basis = ?2) > count(*) FILTER (WHERE basis = ?3) FROM
(SELECT basis FROM proof WHERE account_id = ?1 AND by_posted IS NOT NULL ORDER BY id DESC LIMIT 60)
"""
_DAYS = "SELECT day, posted, pending FROM daily_sum WHERE account_id = ? AND day <= ? ORDER BY day DESC"
_LATER = (
    "SELECT ifnull(sum(posted), 0), ifnull(sum(pending), 0) FROM daily_sum WHERE account_id = ? AND day > ?"
)
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Line:
    """An account's line and what totals need beside it.

    Attributes:
        opening: What it held before its first row; what it is taken to have held until then, in totals.
        gone: Whether its connection was removed: it is in no total.
    """

    shown: AccountBalances
    opening: int
    gone: bool

    @property
    def currency(self) -> str:
        """Its account's currency."""
        return self.shown.currency


def load_balances(ledger: Ledger, today: date) -> list[Line]:
    """Load the line of each account of the scope."""
    last = min(ledger.scope.last, today)
    lines = []
    sql = _ACCOUNTS.format(accounts=ledger.accounts.replace("account_id", "id"))
    for account_id, name, kind, currency, bank, gone, current, verdict in ledger.connection.execute(sql):
        if currency is None:
            continue
        points: Sequence[BalancePoint] = ()
        opening = 0
        if current is not None and last >= ledger.scope.first:
            held = -current if kind in OWED_TYPES else current
            points, opening = _walk_back(ledger, account_id, held, last)
        shown = AccountBalances(
            AccountId(account_id), name, bank, currency, tuple(points), verdict == Verdict.PROVED.value
        )
        lines.append(Line(shown, opening, bool(gone)))
    return lines


def _walk_back(ledger: Ledger, account_id: int, held: int, last: date) -> tuple[Sequence[BalancePoint], int]:
    connection, first = ledger.connection, ledger.scope.first
    asked = (account_id, Basis.WITH_PENDING.value, Basis.POSTED.value)
    pending_too = bool(connection.execute(_BASES, asked).fetchone()[0])
    posted, pending = connection.execute(_LATER, (account_id, last.isoformat())).fetchone()
    held -= posted + (pending if pending_too else 0)
    points = []
    day = last
    known_from = first
    end = True
    for text, posted, pending in connection.execute(_DAYS, (account_id, last.isoformat())):
        day = date.fromisoformat(text)
        if day < first:
            break
        change = posted + (pending if pending_too else 0)
        if end and day != last:
            points.append(BalancePoint(last, held))
        if change or day == last:
            points.append(BalancePoint(day, held))
        end = False
        held -= change
    else:
        known_from = max(first, day - _A_DAY)
    if not points or points[-1].day != known_from:
        points.append(BalancePoint(known_from, held))
    points.reverse()
    return points, held


def total_balances(lines: Iterable[Line]) -> tuple[TotalBalances, ...]:
    """Add lines up, each currency for itself."""
    by_currency: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        if line.shown.points and not line.gone:
            by_currency[line.currency].append(line)
    return tuple(
        TotalBalances(currency, tuple(_add(some)), len(some))
        for currency, some in sorted(by_currency.items())
    )


def _add(lines: list[Line]) -> Iterator[BalancePoint]:
    held = sum(line.opening for line in lines)
    changes: list[tuple[date, int]] = []
    for line in lines:
        before = line.opening
        for point in line.shown.points:
            changes.append((point.day, point.minor - before))
            before = point.minor
    changes.sort()
    for day, some in groupby(changes, key=lambda change: change[0]):
        held += sum(change for _, change in some)
        yield BalancePoint(day, held)
