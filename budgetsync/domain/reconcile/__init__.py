"""Decide what a batch changes in the ledger, without changing anything.

Passes run from the certain to the likely: the same id; the link from posted to pending; rows of a connection
that was made anew; rows that were taken back and given again; a pending that vanished in this very update and
a new row of exactly its amount; the same with another amount, where it is unique and the merchant agrees.
What no pass claims is new, and what is merely possible is a suggestion.
Source: https://plaid.com/docs/transactions/transactions-data/ (pending and posted).
"""

from budgetsync.domain.reconcile.decisions import (
    Around,
    Join,
    JoinReason,
    PostedSuggestion,
    ReconcilePlan,
    Update,
)
from budgetsync.domain.reconcile.planner import differs, keys_needed, plan

__all__ = [
    "Around",
    "Join",
    "JoinReason",
    "PostedSuggestion",
    "ReconcilePlan",
    "Update",
    "differs",
    "keys_needed",
    "plan",
]
