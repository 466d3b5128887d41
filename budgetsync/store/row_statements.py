"""The statements by which rows and observations are written, and the columns that providers write."""

ROW_FIELDS = (
    "state",
    "amount",
    "currency",
    "transacted_on",
    "posted_on",
    "merchant",
    "original_description",
    "provider_category",
)
"""Columns of a row that a provider writes."""

COUNTERPARTS = {
    "merchant": "payee",
    "provider_category": "category",
    "transacted_on": "date",
    "amount": "splits",
}
"""What the user may have chosen against what the provider says, by the provider's column."""

INSERT_TRANSACTION = (
    'INSERT INTO "transaction" (id, account_id, state, amount, currency, transacted_on, posted_on, merchant, '
    "original_description, provider_category) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
INSERT_OBSERVATION = (
    "INSERT INTO observation (transaction_id, source_account, source_transaction_id, state, amount, "
    "currency, transacted_on, posted_on, merchant, original_description, pending_id, provider_category, "
    "category_confidence, joined_by, first_run, last_run, payload_block, payload_place) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
UPDATE_OBSERVATION = (
    "UPDATE observation SET state = ?, amount = ?, currency = ?, transacted_on = ?, posted_on = ?, "
    "merchant = ?, original_description = ?, pending_id = ?, provider_category = ?, category_confidence = ?, "
    "last_run = ?, payload_block = ?, payload_place = ? WHERE id = ?"
)
_SET_ROW = ", ".join(f"{field} = ?" for field in ROW_FIELDS)
UPDATE_TRANSACTION = f'UPDATE "transaction" SET {_SET_ROW}, bank_removed = 0 WHERE id = ?'
INSERT_CREATIONS = (
    "INSERT INTO change (transaction_id, run_id, command_id, field, source, changed_at) "
    'SELECT id, ?, ?, ?, ?, ? FROM "transaction" WHERE id >= ? AND id < ? ORDER BY id'
)
LEADING = (
    "SELECT o.id FROM observation o JOIN source_account s ON s.id = o.source_account "
    "WHERE o.transaction_id = ? AND o.state <> 'REMOVED' "
    "ORDER BY o.state = 'POSTED' DESC, s.rank DESC, o.id DESC LIMIT 1"
)
"""What a row says: a booking before a pending one, then the source in charge, then the newest."""
TAKE_BACK = (
    "UPDATE \"transaction\" SET state = 'REMOVED', bank_removed = EXISTS "
    "(SELECT 1 FROM field_choice f WHERE f.transaction_id = \"transaction\".id AND f.source = 'USER') "
    "WHERE id = ? AND state <> 'REMOVED' AND NOT EXISTS "
    "(SELECT 1 FROM observation o WHERE o.transaction_id = \"transaction\".id AND o.state <> 'REMOVED')"
)
