-- What the ledger needs to be right, explained, undoable and proved: ARCHITECTURE.md, "The ledger".

-- hidden, reviewed: the user's. bank_removed: the bank took the row back after the user had edited it; it stays
-- in sight, out of totals, until the user lets it go.
ALTER TABLE "transaction" ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "transaction" ADD COLUMN reviewed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "transaction" ADD COLUMN bank_removed INTEGER NOT NULL DEFAULT 0;
-- The day first: a sync writes near today, and an index by amount would be written all over at each.
CREATE INDEX transaction_by_day_and_amount ON "transaction" (transacted_on, amount) WHERE state <> 'REMOVED';
CREATE INDEX transaction_kept_in_sight ON "transaction" (transacted_on, id) WHERE bank_removed = 1;
CREATE INDEX transaction_taken_back ON "transaction" (account_id, amount) WHERE state = 'REMOVED';
-- What is asked for by itself and is rare, newest first.
CREATE INDEX transaction_pending ON "transaction" (transacted_on, id) WHERE state = 'PENDING';
CREATE INDEX transaction_hidden ON "transaction" (transacted_on, id) WHERE hidden = 1;

-- What the bank says now, where that changed after the user's choice and the user has not answered yet.
ALTER TABLE field_choice ADD COLUMN bank_value TEXT;
CREATE INDEX field_choice_unanswered ON field_choice (transaction_id) WHERE bank_value IS NOT NULL;
-- Rows that the bank took back and the user restored have the user's word on their state.
CREATE INDEX field_choice_restored ON field_choice (transaction_id) WHERE field = 'state';

CREATE TABLE tag (
    transaction_id INTEGER NOT NULL REFERENCES "transaction" (id),
    name TEXT NOT NULL COLLATE NOCASE,
    PRIMARY KEY (transaction_id, name)
) WITHOUT ROWID;

CREATE INDEX tag_by_name ON tag (name);

-- Parts of a row, in minor units; they add up to its amount, or there are none.
CREATE TABLE split (
    id INTEGER PRIMARY KEY,
    transaction_id INTEGER NOT NULL REFERENCES "transaction" (id),
    position INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    category_id INTEGER REFERENCES category (id),
    note TEXT,
    UNIQUE (transaction_id, position)
);

-- Two real rows of own accounts that are one movement of money.
CREATE TABLE transfer (
    id INTEGER PRIMARY KEY,
    out_id INTEGER NOT NULL UNIQUE REFERENCES "transaction" (id),
    in_id INTEGER NOT NULL UNIQUE REFERENCES "transaction" (id),
    source TEXT NOT NULL,
    run_id INTEGER REFERENCES sync_run (id),
    paired_at INTEGER NOT NULL
);

-- Two rows that may be one (kind 'posted': a vanished pending and its posted row) or belong together (kind
-- 'transfer'). A rejected one is never offered again.
CREATE TABLE suggestion (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('posted', 'transfer')),
    first_id INTEGER NOT NULL REFERENCES "transaction" (id),
    second_id INTEGER NOT NULL REFERENCES "transaction" (id),
    reason TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'rejected', 'obsolete')),
    run_id INTEGER REFERENCES sync_run (id),
    suggested_at INTEGER NOT NULL,
    UNIQUE (kind, first_id, second_id)
);

-- Removals of an implausible batch, until the user decides.
CREATE TABLE held_removal (
    observation_id INTEGER PRIMARY KEY REFERENCES observation (id),
    account_id INTEGER NOT NULL REFERENCES account (id),
    run_id INTEGER NOT NULL REFERENCES sync_run (id),
    state TEXT NOT NULL CHECK (state IN ('open', 'applied', 'dismissed')),
    held_at INTEGER NOT NULL
);
CREATE INDEX held_removal_unapplied ON held_removal (account_id) WHERE state <> 'applied';

-- Where the proof of an account begins: the bank's balance and the sums of rows at that moment. Set anew as long
-- as no proof with newer bank data has held (confirmed).
CREATE TABLE anchor (
    account_id INTEGER PRIMARY KEY REFERENCES account (id),
    run_id INTEGER NOT NULL REFERENCES sync_run (id),
    balance INTEGER NOT NULL,
    posted INTEGER NOT NULL,
    pending INTEGER NOT NULL,
    confirmed INTEGER NOT NULL DEFAULT 0,
    bank_as_of INTEGER,
    set_at INTEGER NOT NULL
);

-- One row for each run and account: what was expected, what the bank told, and the verdict.
CREATE TABLE proof (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id),
    run_id INTEGER NOT NULL REFERENCES sync_run (id),
    verdict TEXT NOT NULL CHECK (verdict IN ('ANCHORED', 'PROVED', 'DRIFT', 'NOT_PROVABLE')),
    reason TEXT NOT NULL DEFAULT '',
    expected INTEGER,
    told INTEGER,
    drift INTEGER NOT NULL DEFAULT 0,
    drift_since TEXT,
    basis TEXT NOT NULL DEFAULT '',
    by_posted INTEGER,
    with_pending INTEGER,
    bank_as_of INTEGER,
    proved_at INTEGER NOT NULL
);
CREATE INDEX proof_by_account ON proof (account_id, id);

-- Sums of live rows by day, for charts and proofs. Derived: `store/derived.py` makes them anew from the rows.
CREATE TABLE daily_sum (
    account_id INTEGER NOT NULL REFERENCES account (id),
    day TEXT NOT NULL,
    posted INTEGER NOT NULL,
    pending INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    PRIMARY KEY (account_id, day)
) WITHOUT ROWID;

CREATE TABLE daily_category_sum (
    account_id INTEGER NOT NULL REFERENCES account (id),
    day TEXT NOT NULL,
    category TEXT NOT NULL,
    amount INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    PRIMARY KEY (account_id, day, category)
) WITHOUT ROWID;

-- Sums of all days, so that no proof and no start adds up the history.
CREATE TABLE account_sum (
    account_id INTEGER PRIMARY KEY REFERENCES account (id),
    posted INTEGER NOT NULL,
    pending INTEGER NOT NULL,
    rows INTEGER NOT NULL
);
CREATE TRIGGER daily_sum_made AFTER INSERT ON daily_sum BEGIN
    INSERT INTO account_sum VALUES (new.account_id, new.posted, new.pending, new.rows)
    ON CONFLICT (account_id) DO UPDATE SET
        posted = posted + excluded.posted, pending = pending + excluded.pending, rows = rows + excluded.rows;
END;
CREATE TRIGGER daily_sum_dropped AFTER DELETE ON daily_sum BEGIN
    UPDATE account_sum SET posted = posted - old.posted, pending = pending - old.pending, rows = rows - old.rows
    WHERE account_id = old.account_id;
END;

-- What a command undoes; an undone run or command names the command that did it.
ALTER TABLE command ADD COLUMN undoes_run INTEGER REFERENCES sync_run (id);
ALTER TABLE command ADD COLUMN undoes_command INTEGER REFERENCES command (id);
ALTER TABLE command ADD COLUMN undone_by INTEGER REFERENCES command (id);
ALTER TABLE command ADD COLUMN description TEXT NOT NULL DEFAULT '';
ALTER TABLE sync_run ADD COLUMN undone_by INTEGER REFERENCES command (id);
CREATE INDEX change_by_run ON change (run_id) WHERE field <> '*';
CREATE INDEX change_by_command ON change (command_id) WHERE command_id IS NOT NULL;

-- What a killed program left, looked for at each start.
CREATE INDEX sync_run_running ON sync_run (id) WHERE state = 'RUNNING';

-- A connection whose accounts a newer connection took over.
ALTER TABLE item ADD COLUMN superseded_by INTEGER REFERENCES item (id);

-- Full text of live rows. rowid = (days since 1970-01-01) << 32 | transaction id, so that newest first is the
-- index's own order, backwards, and the first hundred hits need no sorting.
CREATE VIRTUAL TABLE search USING fts5 (
    payee, merchant, original_description, note,
    content = '', columnsize = 0, detail = none, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2'
);

-- Raw rows of one answer, packed together; an observation names its place among them.
CREATE TABLE payload_block (
    id INTEGER PRIMARY KEY,
    content BLOB NOT NULL
);
INSERT INTO payload_block (id, content) SELECT id, payload FROM observation;
ALTER TABLE observation ADD COLUMN payload_block INTEGER NOT NULL DEFAULT 0;
ALTER TABLE observation ADD COLUMN payload_place INTEGER NOT NULL DEFAULT 0;
UPDATE observation SET payload_block = id;
ALTER TABLE observation DROP COLUMN payload;

-- What is derived from the rows that are there, as store/derived.py makes it.
INSERT INTO daily_sum (account_id, day, posted, pending, rows)
SELECT account_id, transacted_on, sum(CASE WHEN state = 'POSTED' THEN amount ELSE 0 END),
       sum(CASE WHEN state = 'PENDING' THEN amount ELSE 0 END), count(*)
FROM "transaction" WHERE state <> 'REMOVED' GROUP BY account_id, transacted_on;

INSERT INTO daily_category_sum (account_id, day, category, amount, rows)
SELECT account_id, transacted_on, ifnull('u:' || category_id, 'p:' || ifnull(provider_category, '')) AS category,
       sum(amount), count(*)
FROM "transaction" WHERE state <> 'REMOVED' GROUP BY account_id, transacted_on, category;

INSERT INTO search (rowid, payee, merchant, original_description, note)
SELECT (CAST(julianday(transacted_on) - 2440587.5 AS INTEGER) << 32) | id, payee, merchant, original_description, note
FROM "transaction" WHERE state <> 'REMOVED' ORDER BY transacted_on, id;

-- Rows that the bank took back after the user had edited them.
UPDATE "transaction" SET bank_removed = 1
WHERE state = 'REMOVED' AND id IN (SELECT transaction_id FROM field_choice);
