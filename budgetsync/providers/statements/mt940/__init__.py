"""MT940 and MT942: the statements that SWIFT made, in the dialects that banks made of them."""

from budgetsync.providers.statements.mt940.reader import read, recognizes

__all__ = ["read", "recognizes"]
