"""QIF: records of lines, each begun by one letter, without a currency and with dates in every order."""

from budgetsync.providers.statements.qif.reader import read, recognizes

__all__ = ["read", "recognizes"]
