"""How the truth is put into bytes: rows, accounts, and the cursors of the sync stream."""
