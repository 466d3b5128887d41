"""The Transactions page: every row of the ledger, found, read and changed."""
