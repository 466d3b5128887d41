-- Part 4: nothing stays stuck, nothing fails in silence.

-- Requests and retries (store/queue.py, store/breakers.py, store/quotas.py)

-- Time and surroundings (store/schedules.py)

-- What a person is told (store/dead_letters.py, store/notices.py, store/health.py)

-- history: JSON list of [at, code, by hand]; redrives: tries by hand that failed with the program redriven_by.
ALTER TABLE dead_letter ADD COLUMN redrives INTEGER NOT NULL DEFAULT 0;
ALTER TABLE dead_letter ADD COLUMN redriven_by TEXT NOT NULL DEFAULT '';
ALTER TABLE dead_letter ADD COLUMN history TEXT NOT NULL DEFAULT '[]';
ALTER TABLE dead_letter ADD COLUMN closed_at INTEGER;
CREATE INDEX dead_letter_closed ON dead_letter (closed_at) WHERE closed_at IS NOT NULL;

-- What a person was told, one row for each time that a cause came up; at most one of a cause is not solved.
CREATE TABLE notice (
    id INTEGER PRIMARY KEY,
    cause TEXT NOT NULL,
    kind TEXT NOT NULL,
    item_id INTEGER REFERENCES item (id),
    step INTEGER NOT NULL DEFAULT 0,
    title TEXT NOT NULL,
    message TEXT NOT NULL,
    action TEXT NOT NULL,
    actions TEXT NOT NULL DEFAULT '[]',
    noted_at INTEGER NOT NULL,
    told_at INTEGER,
    read_at INTEGER,
    solved_at INTEGER,
    snoozed_until INTEGER
);
CREATE UNIQUE INDEX notice_open ON notice (cause) WHERE solved_at IS NULL;
CREATE INDEX notice_by_cause ON notice (cause, id);

-- For figures of the last hour and day.
CREATE INDEX sync_run_by_start ON sync_run (started_at);

-- Links and consent (store/items.py)

-- When the bank wants the user's consent anew, where it says so.
ALTER TABLE item ADD COLUMN consent_expires_at INTEGER;
-- bank_failed_at, bank_code: when the provider last could not get news from the bank, and its code for what is
-- wrong between the two. removed_at: the user removed the connection; its history stays, it is never synced again.
ALTER TABLE item ADD COLUMN bank_failed_at INTEGER;
ALTER TABLE item ADD COLUMN bank_code TEXT;
ALTER TABLE item ADD COLUMN removed_at INTEGER;
