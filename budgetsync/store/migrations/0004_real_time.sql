-- Part 6: real time (store/inbox.py, store/mailboxes.py)

-- The inbox anew; nothing wrote to the old one.
DROP TABLE inbox;
CREATE TABLE inbox (
    id INTEGER PRIMARY KEY,
    event_digest TEXT NOT NULL UNIQUE,
    item_id INTEGER REFERENCES item (id),
    source_item_id TEXT NOT NULL DEFAULT '',
    type TEXT NOT NULL DEFAULT '',
    code TEXT NOT NULL DEFAULT '',
    ask TEXT,
    facts TEXT NOT NULL DEFAULT '{}', -- JSON: WebhookEvent.facts
    route TEXT NOT NULL CHECK (route IN ('direct', 'relay')),
    state TEXT NOT NULL CHECK (state IN ('unverified', 'queued', 'done', 'noted', 'stranger', 'dead')),
    body BLOB NOT NULL DEFAULT x'', -- as it came, only while it is unverified; so is the token
    token TEXT NOT NULL DEFAULT '',
    signed_at INTEGER,
    arrived_at INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    acted_at INTEGER,
    run_id INTEGER REFERENCES sync_run (id)
);
CREATE INDEX inbox_open ON inbox (item_id, id) WHERE state IN ('unverified', 'queued', 'dead');
CREATE INDEX inbox_by_item ON inbox (item_id, id);
CREATE INDEX inbox_by_run ON inbox (run_id) WHERE run_id IS NOT NULL;
CREATE INDEX inbox_acted ON inbox (acted_at) WHERE acted_at IS NOT NULL;

-- Webhooks that were turned away, counted by reason.
CREATE TABLE rejection (
    reason TEXT PRIMARY KEY,
    count INTEGER NOT NULL,
    last_at INTEGER NOT NULL
) WITHOUT ROWID;

-- The mailbox at a relay: one row or none. Its keys are in the vault.
CREATE TABLE mailbox (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    relay TEXT NOT NULL,
    mailbox TEXT NOT NULL,
    device TEXT NOT NULL,
    address TEXT NOT NULL,
    epoch TEXT NOT NULL DEFAULT '',
    cursor INTEGER NOT NULL DEFAULT 0,
    paired_at INTEGER NOT NULL,
    last_byte_at INTEGER, -- written seldom, for those who look while nobody listens
    synced_all_at INTEGER -- when a gap or a new epoch last made everything be synced
);

-- webhook_url: where the provider says it tells news to. webhook_sent_at: when it says that it last did.
ALTER TABLE item ADD COLUMN webhook_url TEXT NOT NULL DEFAULT '';
ALTER TABLE item ADD COLUMN webhook_sent_at INTEGER;
ALTER TABLE item ADD COLUMN webhook_trouble TEXT; -- JSON: why the provider could not be told the address
-- Up to when it says that it told another address; when the newest one that came was signed, and when it came.
ALTER TABLE item ADD COLUMN webhook_elsewhere_until INTEGER;
ALTER TABLE item ADD COLUMN webhook_signed_at INTEGER;
ALTER TABLE item ADD COLUMN webhook_arrived_at INTEGER;
ALTER TABLE item ADD COLUMN webhook_missed INTEGER NOT NULL DEFAULT 0; -- runs in a row that found some missing
-- What only a webhook tells: when access ends, and since when there are accounts that were not shared.
ALTER TABLE item ADD COLUMN disconnects_at INTEGER;
ALTER TABLE item ADD COLUMN new_accounts_at INTEGER;
ALTER TABLE source_account ADD COLUMN revoked_at INTEGER; -- the user took it back from us, at the bank
