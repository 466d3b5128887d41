"""The details of what is chosen among the transactions."""
