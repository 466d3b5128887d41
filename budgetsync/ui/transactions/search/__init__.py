"""The search line of the Transactions page: what is typed, what is chosen, and both as one text."""
