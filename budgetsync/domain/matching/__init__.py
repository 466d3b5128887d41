"""Which rows of two sources are one transaction: decided over a whole batch, never first come.

Merged by itself is only what is unique and has two independent signals; what is merely possible is doubtful, and a
person decides. Two rows that one source tells under two ids are never one.
"""

from budgetsync.domain.matching.matcher import NEAR, match
from budgetsync.domain.matching.values import Doubt, FreshRow, KnownRow, Match, Matching, Signal

__all__ = ["NEAR", "Doubt", "FreshRow", "KnownRow", "Match", "Matching", "Signal", "match"]
