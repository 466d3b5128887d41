"""Statement files of banks, read into what `domain.statement` calls a statement. Each format has a module."""
