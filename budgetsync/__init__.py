"""BudgetSync keeps a person's bank transactions current in one SQLite file that they own."""

__version__ = "0.1.0"
