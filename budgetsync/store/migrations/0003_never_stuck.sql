-- Part 4: nothing stays stuck, nothing fails in silence.

-- Requests and retries (store/queue.py, store/breakers.py, store/quotas.py)

-- The queue anew: entries that ended stay for a week, so only open ones are unique by their dedupe_key.
CREATE TABLE queue_anew (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    item_id INTEGER NOT NULL REFERENCES item (id),
    dedupe_key TEXT NOT NULL,
    trigger TEXT NOT NULL,
    priority INTEGER NOT NULL,
    payload TEXT NOT NULL DEFAULT '{}',
    state TEXT NOT NULL CHECK (state IN ('pending', 'leased', 'done', 'dead')),
    attempts INTEGER NOT NULL DEFAULT 0,
    requested_at INTEGER NOT NULL,
    next_attempt_at INTEGER NOT NULL,
    lease_until INTEGER,
    last_error TEXT,
    history TEXT NOT NULL DEFAULT '[]',
    leased_by TEXT, -- which worker; another one's lease counts until lease_until
    waits_for TEXT, -- why a pending entry is not due yet; NULL when nothing but its turn is missing
    asked INTEGER NOT NULL DEFAULT 0, -- a person asked since the last attempt
    again TEXT, -- the trigger of news that came in during the attempt: once more after it
    changed_at INTEGER NOT NULL DEFAULT 0, -- one that lies ahead of the clock shows that the clock went back
    ended_at INTEGER,
    CHECK ((ended_at IS NULL) = (state IN ('pending', 'leased')))
);
INSERT INTO queue_anew (id, kind, item_id, dedupe_key, trigger, priority, payload, state, attempts,
    requested_at, next_attempt_at, lease_until, last_error, history, changed_at)
SELECT id, kind, item_id, dedupe_key, trigger, priority, payload, state, attempts,
    requested_at, next_attempt_at, lease_until, last_error, history, requested_at FROM queue
WHERE state IN ('pending', 'leased');
DROP TABLE queue;
ALTER TABLE queue_anew RENAME TO queue;
CREATE UNIQUE INDEX queue_open ON queue (dedupe_key) WHERE state IN ('pending', 'leased');
CREATE INDEX queue_ended ON queue (ended_at) WHERE ended_at IS NOT NULL;

-- Calls of a provider that counts them: one row a call, for as long as a limit looks back.
CREATE TABLE quota_call (
    id INTEGER PRIMARY KEY,
    provider TEXT NOT NULL,
    endpoint TEXT NOT NULL,
    item_id INTEGER NOT NULL,
    called_at INTEGER NOT NULL
);
CREATE INDEX quota_call_by_time ON quota_call (called_at);

-- Until when a provider wants to be left alone about a connection, in its own words (Retry-After).
CREATE TABLE hold (
    item_id INTEGER PRIMARY KEY REFERENCES item (id),
    told_at INTEGER NOT NULL,
    until INTEGER NOT NULL
);

-- Circuit breakers; institution_id '' is the provider itself.
CREATE TABLE breaker (
    provider TEXT NOT NULL,
    institution_id TEXT NOT NULL,
    in_a_row INTEGER NOT NULL,
    recent TEXT NOT NULL, -- JSON: [milliseconds, 1 worked or 0 failed], oldest first
    opened_at INTEGER,
    probe_at INTEGER,
    pause INTEGER NOT NULL, -- milliseconds
    PRIMARY KEY (provider, institution_id)
) WITHOUT ROWID;

-- Time and surroundings (store/schedules.py)

-- What a person chose for single connections; what they chose for all is in `setting`.
CREATE TABLE schedule (
    item_id INTEGER PRIMARY KEY REFERENCES item (id),
    interval_ms INTEGER CHECK (interval_ms > 0),
    paused INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
    paused_until INTEGER
);

-- What the scheduler planned and did last, for whoever asks while another process owns the engine.
CREATE TABLE schedule_state (
    item_id INTEGER PRIMARY KEY REFERENCES item (id),
    due_at INTEGER,
    hold TEXT,
    requested_at INTEGER,
    drift_ms INTEGER NOT NULL DEFAULT 0
);

-- What a person is told (store/dead_letters.py, store/notices.py, store/health.py)

-- history: JSON list of [at, code, by hand]; redrives: tries by hand that failed with the program redriven_by.
ALTER TABLE dead_letter ADD COLUMN redrives INTEGER NOT NULL DEFAULT 0;
ALTER TABLE dead_letter ADD COLUMN redriven_by TEXT NOT NULL DEFAULT '';
ALTER TABLE dead_letter ADD COLUMN history TEXT NOT NULL DEFAULT '[]';
ALTER TABLE dead_letter ADD COLUMN closed_at INTEGER;
CREATE INDEX dead_letter_by_item ON dead_letter (item_id, kind, subject, state);
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

-- Each time that the bank itself was asked for news (/transactions/refresh), and the last run before it.
CREATE TABLE bank_refresh (
    id INTEGER PRIMARY KEY,
    item_id INTEGER NOT NULL REFERENCES item (id),
    asked_at INTEGER NOT NULL,
    follow_up_at INTEGER NOT NULL,
    as_of_before INTEGER,
    run_before INTEGER NOT NULL
);
CREATE INDEX bank_refresh_by_item ON bank_refresh (item_id, asked_at);
