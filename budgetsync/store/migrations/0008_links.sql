-- Accounts that turned out to be one: which sources moved, by which command; what undo reads.
CREATE TABLE account_link (
    command_id INTEGER NOT NULL REFERENCES command (id),
    source_account INTEGER NOT NULL REFERENCES source_account (id),
    old_account INTEGER NOT NULL REFERENCES account (id),
    new_account INTEGER NOT NULL REFERENCES account (id),
    PRIMARY KEY (command_id, source_account)
) WITHOUT ROWID;

-- Who was put in charge by which command.
CREATE TABLE rank_change (
    command_id INTEGER NOT NULL REFERENCES command (id),
    source_account INTEGER NOT NULL REFERENCES source_account (id),
    old_rank INTEGER NOT NULL,
    new_rank INTEGER NOT NULL,
    PRIMARY KEY (command_id, source_account)
) WITHOUT ROWID;
