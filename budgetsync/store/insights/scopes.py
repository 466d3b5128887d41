"""A scope in SQL, and the searches that list the rows behind its sums."""

import sqlite3
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property

from budgetsync.domain.insights import Scope
from budgetsync.domain.query import Amount, Days, Flag, Flagged, Kind, Numbered, OneOf, Query, Term

A_DAY = timedelta(days=1)
_KEPT = (Flagged(Flag.TRANSFER, negated=True), Flagged(Flag.HIDDEN, negated=True))


@dataclass(frozen=True)
class Span:
    """Days from one to another, both included: whole months, and the days before and after them.

    Attributes:
        months: The first days of the first and last whole month; None where there is none.
        edges: What is left: from a day to a day.
    """

    first: date
    last: date
    months: tuple[date, date] | None
    edges: tuple[tuple[date, date], ...]

    @property
    def length(self) -> int:
        """How many days have to be added up."""
        months = (self.months[1] - self.months[0]).days + 31 if self.months else 0
        return months + sum((last - first).days + 1 for first, last in self.edges)


@dataclass(frozen=True)
class Ledger:
    """A snapshot of the ledger, looked at within a scope.

    Attributes:
        today: Of the user.
    """

    connection: sqlite3.Connection
    scope: Scope
    today: date

    @cached_property
    def ends(self) -> tuple[date, date] | None:
        """The days of the oldest and of the newest row that counts, in the accounts of the scope; None without any."""
        found = self.connection.execute(
            "SELECT min((SELECT min(day) FROM daily_sum WHERE account_id = a.id)), "
            "max((SELECT max(day) FROM daily_sum WHERE account_id = a.id)) "
            f"FROM account a WHERE {self.accounts_as('a.id')}"
        ).fetchone()
        return None if found[0] is None else (date.fromisoformat(found[0]), date.fromisoformat(found[1]))

    @property
    def accounts(self) -> str:
        """The accounts of the scope, as a condition on `account_id`."""
        return self.accounts_as("account_id")

    def accounts_as(self, column: str) -> str:
        """The accounts of the scope, as a condition on a column."""
        # Named even where all are: what is asked then begins with them, as the sums' keys do.
        ids = sorted(self.scope.account_ids)
        return f"{column} IN ({','.join(map(str, ids)) if ids else 'SELECT id FROM account'})"

    @cached_property
    def span(self) -> Span:
        """The days of the scope."""
        return self.span_of(self.scope.first, self.scope.last)

    @cached_property
    def before(self) -> Span:
        """The stretch of equal length before the scope; empty where nothing can lie there."""
        length = self.scope.last - self.scope.first + A_DAY
        if self.scope.first - date.min < length:
            return Span(date.min, date.min, None, ())
        return self.span_of(self.scope.first - length, self.scope.first - A_DAY)

    def span_of(self, first: date, last: date) -> Span:
        """Cut days into whole months and what is left; days on which there can be no row count as had."""
        if self.ends is None or last < first or first > self.ends[1] or last < self.ends[0]:
            return Span(first, last, None, ())
        first, last = max(first, self.ends[0]), min(last, self.ends[1])
        begin = _month_after(first) if first.day > 1 and first > self.ends[0] else first.replace(day=1)
        after = _month_after(last)
        end = after if after - A_DAY == last or last >= self.ends[1] else last.replace(day=1)
        if begin >= end:
            return Span(first, last, None, ((first, last),))
        edges = [(first, begin - A_DAY), (end, last)]
        return Span(
            first,
            last,
            (begin, (end - A_DAY).replace(day=1)),
            tuple((one, other) for one, other in edges if one <= other),
        )

    def outside(self, span: Span) -> tuple[Span, ...]:
        """The days with rows before and after a span."""
        found = []
        if self.ends is not None and span.first > self.ends[0]:
            found.append(self.span_of(self.ends[0], span.first - A_DAY))
        if self.ends is not None and span.last < self.ends[1]:
            found.append(self.span_of(span.last + A_DAY, self.ends[1]))
        return tuple(found)

    @cached_property
    def currencies(self) -> tuple[str, ...]:
        """Those of rows that count as income or spending."""
        return tuple(
            one for (one,) in self.connection.execute("SELECT DISTINCT currency FROM daily_flow ORDER BY 1")
        )

    def query(self, *terms: Term, currency: str, days: tuple[date, date] | None = None) -> str:
        """Write the search for rows that count as income or spending and of which these terms hold.

        Args:
            days: None = those of the scope.
        """
        when = Days(*(days or (self.scope.first, self.scope.last)))
        numbers = [Numbered(Kind.ACCOUNT, number) for number in sorted(self.scope.account_ids)]
        of = (OneOf(tuple(numbers)),) if len(numbers) > 1 else tuple(numbers)
        return self.query_anywhere(*terms, *of, when, currency=currency)

    def query_anywhere(self, *terms: Term, currency: str) -> str:
        """Write the search for rows of any day and account."""
        # Sums are of one currency each, and so are their rows.
        size = (Amount(Decimal(0), None, currency=currency),) if len(self.currencies) > 1 else ()
        return str(Query((*terms, *size, *_KEPT)))


def _month_after(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1)
