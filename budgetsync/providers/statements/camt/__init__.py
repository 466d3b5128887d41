"""CAMT.052, .053 and .054: statements, reports and notices of ISO 20022, in every version."""

from budgetsync.providers.statements.camt.reader import read, recognizes

__all__ = ["read", "recognizes"]
