"""The Problems page: what is open, what is kept aside, what was told before; each with what can be done."""
