"""The ledger in one SQLite file, through Peewee. Rows leave this package as domain values only.

Functions here are synchronous, take the `Database` handed out by `Database.run` or `Database.read`, and run
inside the transaction that the caller opened by that.
"""
