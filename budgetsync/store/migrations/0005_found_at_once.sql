-- What a search asks for by itself and may be rare, so that it is found while one types.

-- The rows that a run added; those that it changed have change_by_run.
CREATE INDEX change_creation_by_run ON change (run_id, transaction_id) WHERE field = '*';
-- Rows of which some field has the user's word.
CREATE INDEX field_choice_by_user ON field_choice (transaction_id) WHERE source = 'USER';
-- With the currency in it, sizes are compared in the index.
DROP INDEX transaction_by_day_and_amount;
CREATE INDEX transaction_by_day_and_amount ON "transaction" (transacted_on, amount, currency)
WHERE state <> 'REMOVED';
-- Newest first, as the other rare ones are.
CREATE INDEX transaction_reviewed ON "transaction" (transacted_on, id) WHERE reviewed = 1 AND state <> 'REMOVED';
CREATE INDEX transaction_uncategorized ON "transaction" (transacted_on, id)
WHERE category_id IS NULL AND ifnull(provider_category, '') = '' AND state <> 'REMOVED';
