"""Plaid's webhooks: whether one is genuine, and what it says."""
