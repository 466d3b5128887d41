"""Balances over time: from what the bank says today, backwards by the sums of days."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from budgetsync.domain.balance import OWED_TYPES, Basis, Verdict
from budgetsync.domain.ids import AccountId
from budgetsync.domain.insights import AccountBalances, BalancePoint, TotalBalances
from budgetsync.store.insights.scopes import A_DAY, Ledger

_ACCOUNTS = """
SELECT a.id, a.name, a.type, a.currency, ifnull(i.institution_name, ''), i.removed_at IS NOT NULL,
    ifnull((SELECT b.current FROM balance b WHERE b.account_id = a.id AND b.current IS NOT NULL
        ORDER BY b.id DESC LIMIT 1),
        CASE s.source WHEN 'manual' THEN (SELECT iif(a.type IN ('credit', 'loan'), -1, 1) * d.posted
        FROM account_sum d WHERE d.account_id = a.id) END),
    (SELECT p.verdict FROM proof p WHERE p.account_id = a.id ORDER BY p.id DESC LIMIT 1),
    (SELECT min(day) FROM daily_sum WHERE account_id = a.id)
FROM account a
LEFT JOIN source_account s ON s.id = (
    SELECT x.id FROM source_account x WHERE x.account_id = a.id ORDER BY x.rank DESC, x.id DESC LIMIT 1)
LEFT JOIN item i ON i.id = s.item_id
WHERE {accounts} AND a.currency IS NOT NULL ORDER BY a.id
"""
# As proofs take it (store/proofs.py): what most of those that could tell speak for.
_PENDING_TOO = """
SELECT count(*) FILTER (WHERE basis = ?2) > count(*) FILTER (WHERE basis = ?3) FROM
(SELECT basis FROM proof WHERE account_id = ?1 AND by_posted IS NOT NULL ORDER BY id DESC LIMIT 60)
"""
_LATER = "SELECT ifnull(sum(posted + ?1 * pending), 0) FROM daily_sum WHERE account_id = ?2 AND day > ?3"
_CHANGES = """
SELECT day, posted + ?1 * pending FROM daily_sum WHERE account_id = ?2 AND day BETWEEN ?4 AND ?3
    AND posted + ?1 * pending <> 0 ORDER BY day DESC
"""
_READINGS = """
SELECT date(ifnull(b.as_of, r.started_at) / 1000, 'unixepoch'), b.current FROM balance b
JOIN sync_run r ON r.id = b.run_id WHERE b.account_id = ? AND b.current IS NOT NULL ORDER BY b.id
"""


@dataclass(frozen=True, slots=True)
class Line:
    """An account's line and what totals need beside it.

    Attributes:
        opening: What it held before its first point: in totals it is taken to have held that until then.
        gone: Whether its connection was removed: it is in no total.
    """

    shown: AccountBalances
    opening: int
    gone: bool

    @property
    def currency(self) -> str:
        """Its account's currency."""
        return self.shown.currency


def load_balances(ledger: Ledger) -> list[Line]:
    """Load the line of each account of the scope whose currency is known."""
    last = min(ledger.scope.last, ledger.today)
    lines = []
    sql = _ACCOUNTS.format(accounts=ledger.accounts_as("a.id"))
    for number, name, kind, currency, bank, gone, current, verdict, begun in ledger.connection.execute(sql):
        points: Sequence[BalancePoint] = ()
        opening = 0
        if current is not None and last >= ledger.scope.first:
            sign = -1 if kind in OWED_TYPES else 1
            if begun is None:
                points = _read(ledger, number, sign, last)
                opening = points[0].minor if points else 0
            else:
                points, opening = _walk_back(ledger, number, sign * current, date.fromisoformat(begun), last)
        proved = verdict == Verdict.PROVED.value
        shown = AccountBalances(AccountId(number), name, bank, currency, tuple(points), proved)
        lines.append(Line(shown, opening, bool(gone)))
    return lines


def _walk_back(
    ledger: Ledger, number: int, held: int, begun: date, last: date
) -> tuple[list[BalancePoint], int]:
    """Take the days' sums off what is held now, one after the other."""
    asked = (number, Basis.WITH_PENDING.value, Basis.POSTED.value)
    pending_too = ledger.connection.execute(_PENDING_TOO, asked).fetchone()[0]
    parts = (pending_too, number, last.isoformat())
    held -= ledger.connection.execute(_LATER, parts).fetchone()[0]
    first = max(ledger.scope.first, min(begun - A_DAY, last))
    points = [BalancePoint(last, held)]
    for text, change in ledger.connection.execute(_CHANGES, (*parts, ledger.scope.first.isoformat())):
        day = date.fromisoformat(text)
        if day != last:
            points.append(BalancePoint(day, held))
        held -= change
    if points[-1].day != first:
        points.append(BalancePoint(first, held))
    points.reverse()
    # Rows of the first day are in its point already.
    return points, points[0].minor


def _read(ledger: Ledger, number: int, sign: int, last: date) -> list[BalancePoint]:
    """Take what the bank said from time to time: nothing else tells of an account without rows."""
    first = ledger.scope.first
    said = {
        date.fromisoformat(day): sign * current
        for day, current in ledger.connection.execute(_READINGS, (number,))
    }
    earlier = [day for day in said if day <= first]
    points = [BalancePoint(day, said[day]) for day in sorted(said) if first < day <= last]
    if earlier:
        points.insert(0, BalancePoint(first, said[max(earlier)]))
    if points and points[-1].day != last:
        points.append(BalancePoint(last, points[-1].minor))
    return points


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
    changes: Counter[date] = Counter()
    for line in lines:
        before = line.opening
        for day, minor in line.shown.points:
            changes[day] += minor - before
            before = minor
    for day in sorted(changes):
        held += changes[day]
        yield BalancePoint(day, held)
