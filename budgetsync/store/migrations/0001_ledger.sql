-- The ledger of ARCHITECTURE.md, "The ledger".
-- Amounts are whole minor units, negative = money leaves the account. Days are calendar dates as ISO text.
-- Instants are milliseconds since 1970-01-01 UTC: datetime(at / 1000, 'unixepoch') shows one.

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    provider TEXT NOT NULL,
    source_item_id TEXT NOT NULL,
    institution_id TEXT NOT NULL,
    institution_name TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT 'WAITING' CHECK (status IN (
        'HEALTHY', 'SYNCING', 'WAITING', 'OFFLINE', 'REAUTH_REQUIRED', 'ATTENTION_REQUIRED', 'PAUSED', 'DISCONNECTED')),
    cursor TEXT NOT NULL DEFAULT '',
    history TEXT NOT NULL DEFAULT 'UNKNOWN' CHECK (history IN ('UNKNOWN', 'NOT_READY', 'INITIAL', 'COMPLETE')),
    created_at INTEGER NOT NULL,
    contacted_at INTEGER,
    succeeded_at INTEGER,
    as_of INTEGER,
    trouble_code TEXT,
    trouble_title TEXT,
    trouble_message TEXT,
    trouble_action TEXT,
    UNIQUE (provider, source_item_id)
);

CREATE TABLE account (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    official_name TEXT,
    mask TEXT,
    type TEXT NOT NULL,
    subtype TEXT,
    currency TEXT,
    created_at INTEGER NOT NULL
);

-- What one source calls an account: a relink gives an account a second one, a statement file a third.
CREATE TABLE source_account (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id),
    item_id INTEGER REFERENCES item (id),
    source TEXT NOT NULL,
    source_account_id TEXT NOT NULL,
    persistent_id TEXT,
    UNIQUE (source, source_account_id)
);
CREATE INDEX source_account_by_item ON source_account (item_id);
CREATE INDEX source_account_by_account ON source_account (account_id);

CREATE TABLE sync_run (
    id INTEGER PRIMARY KEY,
    item_id INTEGER NOT NULL REFERENCES item (id),
    trigger TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('RUNNING', 'SUCCEEDED', 'FAILED', 'INTERRUPTED', 'CANCELLED')),
    started_at INTEGER NOT NULL,
    finished_at INTEGER,
    cursor_before TEXT NOT NULL,
    cursor_after TEXT,
    pages INTEGER NOT NULL DEFAULT 0,
    requests INTEGER NOT NULL DEFAULT 0,
    added INTEGER NOT NULL DEFAULT 0,
    modified INTEGER NOT NULL DEFAULT 0,
    removed INTEGER NOT NULL DEFAULT 0,
    problems INTEGER NOT NULL DEFAULT 0,
    trouble_code TEXT,
    trouble_title TEXT,
    trouble_message TEXT,
    trouble_action TEXT
);
CREATE INDEX sync_run_by_item ON sync_run (item_id, id);

CREATE TABLE sync_run_account (
    run_id INTEGER NOT NULL REFERENCES sync_run (id),
    account_id INTEGER NOT NULL REFERENCES account (id),
    added INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    removed INTEGER NOT NULL,
    PRIMARY KEY (run_id, account_id)
) WITHOUT ROWID;

-- One row for each time that the bank's figures changed; read_at is when they were last confirmed.
CREATE TABLE balance (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id),
    run_id INTEGER NOT NULL REFERENCES sync_run (id),
    current INTEGER,
    available INTEGER,
    credit_limit INTEGER,
    as_of INTEGER,
    read_at INTEGER NOT NULL
);
CREATE INDEX balance_by_account ON balance (account_id, id);

CREATE TABLE category (
    id INTEGER PRIMARY KEY,
    parent_id INTEGER REFERENCES category (id),
    name TEXT NOT NULL COLLATE NOCASE UNIQUE,
    archived INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE rule (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    enabled INTEGER NOT NULL DEFAULT 1,
    conditions TEXT NOT NULL,
    actions TEXT NOT NULL,
    created_at INTEGER NOT NULL
);

CREATE TABLE "transaction" (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id),
    state TEXT NOT NULL CHECK (state IN ('PENDING', 'POSTED', 'REMOVED')),
    amount INTEGER NOT NULL,
    currency TEXT NOT NULL,
    transacted_on TEXT NOT NULL,
    posted_on TEXT,
    merchant TEXT NOT NULL,
    payee TEXT,
    original_description TEXT NOT NULL,
    provider_category TEXT,
    category_id INTEGER REFERENCES category (id),
    note TEXT
);
CREATE INDEX transaction_by_day ON "transaction" (transacted_on, id) WHERE state <> 'REMOVED';
CREATE INDEX transaction_by_account ON "transaction" (account_id, transacted_on, id) WHERE state <> 'REMOVED';

CREATE TABLE observation (
    id INTEGER PRIMARY KEY,
    transaction_id INTEGER NOT NULL REFERENCES "transaction" (id),
    source_account INTEGER NOT NULL REFERENCES source_account (id),
    source_transaction_id TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('PENDING', 'POSTED', 'REMOVED')),
    amount INTEGER NOT NULL,
    currency TEXT NOT NULL,
    transacted_on TEXT NOT NULL,
    posted_on TEXT,
    merchant TEXT NOT NULL,
    original_description TEXT NOT NULL,
    pending_id TEXT,
    provider_category TEXT,
    category_confidence TEXT,
    joined_by TEXT,
    first_run INTEGER NOT NULL REFERENCES sync_run (id),
    last_run INTEGER NOT NULL REFERENCES sync_run (id),
    payload BLOB NOT NULL,
    UNIQUE (source_account, source_transaction_id)
);
CREATE INDEX observation_by_transaction ON observation (transaction_id);

-- A field whose value somebody stronger than the provider chose; no row = the provider's value stands.
CREATE TABLE field_choice (
    transaction_id INTEGER NOT NULL REFERENCES "transaction" (id),
    field TEXT NOT NULL,
    source TEXT NOT NULL,
    chosen_at INTEGER NOT NULL,
    PRIMARY KEY (transaction_id, field)
) WITHOUT ROWID;

-- One thing that the user did.
CREATE TABLE command (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    done_at INTEGER NOT NULL
);

-- The audit trail: every change of every field; a creation is one row with the field '*'.
CREATE TABLE change (
    id INTEGER PRIMARY KEY,
    transaction_id INTEGER NOT NULL REFERENCES "transaction" (id),
    run_id INTEGER REFERENCES sync_run (id),
    command_id INTEGER REFERENCES command (id),
    field TEXT NOT NULL,
    old TEXT,
    new TEXT,
    source TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    CHECK ((run_id IS NULL) <> (command_id IS NULL))
);
CREATE INDEX change_by_transaction ON change (transaction_id);

-- What is to be done, across restarts: at most one open entry a dedupe_key, which later requests join.
CREATE TABLE queue (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    item_id INTEGER NOT NULL REFERENCES item (id),
    dedupe_key TEXT NOT NULL UNIQUE,
    trigger TEXT NOT NULL,
    priority INTEGER NOT NULL,
    payload TEXT NOT NULL DEFAULT '{}',
    state TEXT NOT NULL CHECK (state IN ('pending', 'leased', 'done', 'dead')),
    attempts INTEGER NOT NULL DEFAULT 0,
    requested_at INTEGER NOT NULL,
    next_attempt_at INTEGER NOT NULL,
    lease_until INTEGER,
    last_error TEXT,
    history TEXT NOT NULL DEFAULT '[]'
);
CREATE INDEX queue_by_turn ON queue (state, priority, id);

CREATE TABLE inbox (
    id INTEGER PRIMARY KEY,
    event_digest TEXT NOT NULL UNIQUE,
    source_item_id TEXT,
    type TEXT NOT NULL,
    code TEXT NOT NULL,
    payload BLOB NOT NULL,
    received_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    run_id INTEGER REFERENCES sync_run (id)
);

-- What will not be tried again by itself, with its payload. Rows with one cause are one problem to a person.
CREATE TABLE dead_letter (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    item_id INTEGER REFERENCES item (id),
    run_id INTEGER REFERENCES sync_run (id),
    subject TEXT NOT NULL,
    cause TEXT NOT NULL,
    code TEXT NOT NULL,
    title TEXT NOT NULL,
    message TEXT NOT NULL,
    action TEXT NOT NULL,
    payload BLOB,
    attempts INTEGER NOT NULL DEFAULT 1,
    state TEXT NOT NULL CHECK (state IN ('open', 'requeued', 'discarded', 'solved')),
    created_at INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL
);
CREATE UNIQUE INDEX dead_letter_open ON dead_letter (kind, item_id, subject) WHERE state = 'open';
