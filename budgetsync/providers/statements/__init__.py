"""Statement files of banks, read into what `domain.statement` calls a statement. Each format has a module."""

from budgetsync.providers.statements.reading import read_statement_bytes, read_statement_file

__all__ = ["read_statement_bytes", "read_statement_file"]
