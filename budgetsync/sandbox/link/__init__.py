"""Hosted Link: the page on which a person connects an account, and what is remembered of it."""
