"""OFX 1.x (SGML) and 2.x (XML), and QFX, which is OFX with a bank's number in it."""

from budgetsync.providers.statements.ofx.reader import read, recognizes

__all__ = ["read", "recognizes"]
