"""CSV statements, in whatever layout a bank writes them."""

from budgetsync.providers.statements.csv_files.reader import read, recognizes

__all__ = ["read", "recognizes"]
