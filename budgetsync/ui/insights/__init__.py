"""The Insights page: what the ledger adds up to."""
