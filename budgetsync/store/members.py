"""Terms of a search that only some rows can fulfil, and which: what a search begins with where they are few."""

import sqlite3
from typing import NamedTuple

from budgetsync.domain.query import (
    Exact,
    Field,
    Flag,
    Flagged,
    Kind,
    Named,
    Numbered,
    OneOf,
    Query,
    Term,
)
from budgetsync.domain.transaction import TransactionState
from budgetsync.store.conditions import NEWEST_LOOKED, Condition, allowed_states, find_tags, marks

_FEW = 60_000
"""Rows that can be looked up and sorted in less time than all rows can be walked through."""

_FLAGGED = {
    Flag.SPLIT: "SELECT transaction_id AS id FROM split",
    Flag.TRANSFER: "SELECT out_id AS id FROM transfer UNION ALL SELECT in_id FROM transfer",
    Flag.NEW: f'SELECT id FROM "transaction" WHERE id > {NEWEST_LOOKED}',
    Flag.EDITED: "SELECT transaction_id AS id FROM field_choice WHERE source = 'USER'",
    Flag.DOUBTFUL: (
        'SELECT id FROM "transaction" WHERE bank_removed = 1 '
        "UNION ALL SELECT transaction_id FROM field_choice WHERE bank_value IS NOT NULL "
        "UNION ALL SELECT first_id FROM suggestion WHERE state = 'open' "
        "UNION ALL SELECT second_id FROM suggestion WHERE state = 'open' "
        "UNION ALL SELECT o.transaction_id FROM held_removal h JOIN observation o ON o.id = h.observation_id "
        "WHERE h.state = 'open' AND h.state <> 'applied'"
    ),
}
_INDEXED = {
    Flag.UNCATEGORIZED: (
        'SELECT id FROM "transaction" INDEXED BY transaction_uncategorized '
        "WHERE category_id IS NULL AND ifnull(provider_category, '') = '' AND state <> 'REMOVED'"
    ),
    Flag.REVIEWED: (
        "SELECT id FROM \"transaction\" INDEXED BY transaction_reviewed WHERE reviewed = 1 AND state <> 'REMOVED'"
    ),
    Flag.HIDDEN: 'SELECT id FROM "transaction" INDEXED BY transaction_hidden WHERE hidden = 1',
}
"""Marks whose index has their rows in the order wanted, without removed ones: where there are more than very few, that
is quicker alone."""
_VERY_FEW = 2_000
_NUMBERED = {
    Kind.ID: "SELECT ? AS id",
    Kind.RUN: (
        "SELECT transaction_id AS id FROM change WHERE run_id = ? AND field = '*' "
        "UNION ALL SELECT transaction_id FROM change WHERE run_id = ? AND field <> '*'"
    ),
    Kind.COMMAND: "SELECT transaction_id AS id FROM change WHERE command_id = ?",
}


class Few(NamedTuple):
    """The rows that can be found at all.

    Attributes:
        members: A select of their ids, with some more than once.
        rows: How many that gives.
    """

    members: Condition
    rows: int


def find_few(connection: sqlite3.Connection, query: Query) -> Few | None:
    """Say which rows can be found at all; None where no term bounds them to few."""
    fewest, least = None, _FEW + 1
    looks_at_removed = TransactionState.REMOVED in allowed_states(query.terms)
    for term in query.terms:
        is_indexed = isinstance(term, Flagged) and term.flag in _INDEXED
        members = None if is_indexed and looks_at_removed else _members(connection, term)
        if members is None:
            continue
        bound = min(least, _VERY_FEW) if is_indexed else least
        counted = connection.execute(
            f"SELECT count(*) FROM (SELECT 1 FROM ({members.sql}) LIMIT {bound:d})", members.values
        ).fetchone()[0]
        if counted < bound:
            fewest, least = Few(members, counted), counted
    return fewest


def _members(connection: sqlite3.Connection, term: Term) -> Condition | None:
    if term.negated:
        return None
    if isinstance(term, OneOf):
        parts = [_members(connection, one) for one in term.terms]
        known = [part for part in parts if part is not None]
        values = tuple(value for part in known for value in part.values)
        together = Condition(" UNION ALL ".join(part.sql for part in known), values)
        return together if len(known) == len(parts) else None
    if isinstance(term, Named | Exact) and term.field is Field.TAG:
        names = find_tags(connection, term)
        return Condition(f"SELECT transaction_id AS id FROM tag WHERE name IN ({marks(names)})", names)
    if isinstance(term, Flagged):
        return Condition((_FLAGGED | _INDEXED)[term.flag])
    if isinstance(term, Numbered) and term.kind in _NUMBERED:
        sql = _NUMBERED[term.kind]
        return Condition(sql, (term.number,) * sql.count("?"))
    return None
