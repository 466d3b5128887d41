"""Plaid: real plaid-python underneath, its generated models left aside.

They take seconds of pure Python for a page of 500 rows; answers are read as bytes and decoded by msgspec.
"""
