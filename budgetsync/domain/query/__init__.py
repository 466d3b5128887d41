"""The language of the search box: what was typed, as a value that a store can run. Pure."""

from budgetsync.domain.query.names import EXACT_FIELDS, Exact, Field, Kind, Named, Numbered, OneOf
from budgetsync.domain.query.parser import parse_query
from budgetsync.domain.query.terms import (
    Amount,
    Days,
    Flag,
    Flagged,
    Hint,
    InState,
    Query,
    Term,
    Words,
)
from budgetsync.domain.query.words import Phrase

__all__ = [
    "EXACT_FIELDS",
    "Amount",
    "Days",
    "Exact",
    "Field",
    "Flag",
    "Flagged",
    "Hint",
    "InState",
    "Kind",
    "Named",
    "Numbered",
    "OneOf",
    "Phrase",
    "Query",
    "Term",
    "Words",
    "parse_query",
]
