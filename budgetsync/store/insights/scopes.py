"""A scope in SQL, and the searches that list the rows behind its sums."""

import sqlite3
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from budgetsync.domain.insights import Scope
from budgetsync.domain.query import Days, Field, Flag, Flagged, Named, Phrase, Query, Term
from budgetsync.domain.query.words import split_words

COUNTED = (
    "t.state <> 'REMOVED' AND t.hidden = 0 "
    "AND NOT EXISTS (SELECT 1 FROM transfer x WHERE x.out_id = t.id) "
    "AND NOT EXISTS (SELECT 1 FROM transfer x WHERE x.in_id = t.id)"
)
"""What is neither removed, nor hidden, nor moved between own accounts."""


@dataclass(frozen=True)
class Ledger:
    """A snapshot of the ledger, looked at within a scope."""

    connection: sqlite3.Connection
    scope: Scope

    @cached_property
    def accounts(self) -> str:
        """The accounts of the scope, as a condition on `account_id`."""
        ids = sorted(self.scope.account_ids)
        return f"account_id IN ({','.join(map(str, ids))})" if ids else "account_id > 0"

    @property
    def before(self) -> Scope:
        """The stretch of equal length before."""
        length = self.scope.last - self.scope.first + timedelta(days=1)
        last = self.scope.first - timedelta(days=1)
        if self.scope.first - date.min < length:
            return Scope(date.min, date.min, self.scope.account_ids)
        return Scope(self.scope.first - length, last, self.scope.account_ids)

    def query(self, *terms: Term) -> str:
        """Write the search for rows of the scope that count and of which these terms hold."""
        kept = (Flagged(Flag.TRANSFER, negated=True), Flagged(Flag.HIDDEN, negated=True))
        return str(Query((*terms, *self._named_accounts(), Days(self.scope.first, self.scope.last), *kept)))

    def _named_accounts(self) -> list[Term]:
        if not self.scope.account_ids:
            return []
        marks = ",".join(map(str, self.scope.account_ids))
        names = self.connection.execute(f"SELECT name FROM account WHERE id IN ({marks})")
        words = [split_words(name) for (name,) in names]
        return [Named(Field.ACCOUNT, Phrase(one, whole=True)) for one in words if one]
