"""The mailroom's tables, the same on SQLite and PostgreSQL. Instants are milliseconds of Unix time.

Each device has a queue of its own, sealed for it alone, with numbers of its own: so a device that is away fills
its own queue only, and what one has acknowledged is gone at once.
"""

VERSION = "1"
"""Of these tables; a database of another version is refused."""

TABLES = (
    # Facts about the whole relay by name: version, id, epoch, drawn_at, taken, home (see `epochs`).
    "CREATE TABLE IF NOT EXISTS relay (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS mailbox (id TEXT PRIMARY KEY, created_at BIGINT NOT NULL)",
    # An address that webhooks are posted to, known by its SHA-256 only.
    """CREATE TABLE IF NOT EXISTS address (
        digest TEXT PRIMARY KEY,
        mailbox TEXT NOT NULL REFERENCES mailbox (id) ON DELETE CASCADE,
        created_at BIGINT NOT NULL)""",
    "CREATE INDEX IF NOT EXISTS address_mailbox ON address (mailbox)",
    # A device and its queue: `head` is the number of its newest entry and `cursor` of the last that it
    # acknowledged, over all epochs; over the wire it is counted from `base` on, where the present epoch began.
    # `waiting` and `size` are those of its packets.
    """CREATE TABLE IF NOT EXISTS device (
        id TEXT PRIMARY KEY,
        mailbox TEXT NOT NULL REFERENCES mailbox (id) ON DELETE CASCADE,
        device_pub BLOB NOT NULL UNIQUE,
        seal_pub BLOB NOT NULL,
        name TEXT NOT NULL,
        added_at BIGINT NOT NULL,
        seen_at BIGINT,
        epoch TEXT NOT NULL,
        base BIGINT NOT NULL DEFAULT 0,
        cursor BIGINT NOT NULL DEFAULT 0,
        head BIGINT NOT NULL DEFAULT 0,
        waiting BIGINT NOT NULL DEFAULT 0,
        size BIGINT NOT NULL DEFAULT 0)""",
    "CREATE INDEX IF NOT EXISTS device_mailbox ON device (mailbox)",
    # An entry that waits for a device; one that stands for `dropped` others is a gap, and has nothing sealed.
    """CREATE TABLE IF NOT EXISTS packet (
        device TEXT NOT NULL REFERENCES device (id) ON DELETE CASCADE,
        seq BIGINT NOT NULL,
        arrived_at BIGINT NOT NULL,
        size BIGINT NOT NULL,
        dropped BIGINT NOT NULL DEFAULT 0,
        sealed BLOB NOT NULL,
        PRIMARY KEY (device, seq))""",
    # A session, known by the SHA-256 of its bearer only.
    """CREATE TABLE IF NOT EXISTS session (
        digest TEXT PRIMARY KEY,
        device TEXT NOT NULL REFERENCES device (id) ON DELETE CASCADE,
        until BIGINT NOT NULL)""",
    "CREATE INDEX IF NOT EXISTS session_device ON session (device)",
    # An invite, known by its SHA-256 only; used ones are gone.
    "CREATE TABLE IF NOT EXISTS invite (digest TEXT PRIMARY KEY, until BIGINT NOT NULL)",
)
