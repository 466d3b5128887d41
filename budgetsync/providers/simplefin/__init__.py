"""SimpleFIN: a read-only protocol that a bank, or a bridge to many banks, speaks."""
