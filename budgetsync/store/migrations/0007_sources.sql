-- Many sources, one ledger: statement files, SimpleFIN and the user's own entries beside Plaid.

-- Which source leads a row that several told: the highest rank among those that have it booked.
ALTER TABLE source_account ADD COLUMN rank INTEGER NOT NULL DEFAULT 30;

-- The run under which an import's observations stand; its audit is the command's.
ALTER TABLE command ADD COLUMN import_run INTEGER REFERENCES sync_run (id);
CREATE INDEX command_by_import_run ON command (import_run) WHERE import_run IS NOT NULL;

-- Rows that the user deleted: no source brings them back.
CREATE INDEX field_choice_deleted ON field_choice (transaction_id) WHERE field = 'deleted';

-- How a bank's CSV files are read, by what their header looks like.
CREATE TABLE csv_profile (
    signature TEXT PRIMARY KEY,
    account_id INTEGER REFERENCES account (id),
    profile TEXT NOT NULL, -- JSON: domain/csv_profile.py
    saved_at INTEGER NOT NULL
) WITHOUT ROWID;
