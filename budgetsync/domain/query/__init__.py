"""The language of the search box: what was typed, as a value that a store can run. Pure."""

from budgetsync.domain.query.parser import parse_query
from budgetsync.domain.query.terms import (
    Amount,
    Days,
    Field,
    Flag,
    Flagged,
    Hint,
    InState,
    Named,
    Query,
    Term,
    Words,
)
from budgetsync.domain.query.words import Phrase

__all__ = [
    "Amount",
    "Days",
    "Field",
    "Flag",
    "Flagged",
    "Hint",
    "InState",
    "Named",
    "Phrase",
    "Query",
    "Term",
    "Words",
    "parse_query",
]
