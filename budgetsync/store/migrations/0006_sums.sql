-- Part 7: what the ledger adds up to (store/derived.py, store/flows.py, store/payees.py, store/insights/).
-- Made from the rows in the commit of this step (`have_sums`).

-- What came in and went out by day: live rows that are neither hidden nor moved between own accounts.
-- income: >= 0. spending: less what came back of it.
CREATE TABLE daily_flow (
    account_id INTEGER NOT NULL REFERENCES account (id),
    day TEXT NOT NULL,
    currency TEXT NOT NULL,
    income INTEGER NOT NULL,
    spending INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    PRIMARY KEY (account_id, day, currency)
) WITHOUT ROWID;

-- Sums by category anew, by currency; rows = how many have it, split ones once for each category. aside: hidden rows
-- and transfers, which no sum shows, apart from the others: all days of a category are here.
DROP TABLE daily_category_sum;
CREATE TABLE daily_category_sum (
    account_id INTEGER NOT NULL REFERENCES account (id),
    day TEXT NOT NULL,
    category TEXT NOT NULL,
    currency TEXT NOT NULL,
    aside INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    PRIMARY KEY (account_id, day, category, currency, aside)
) WITHOUT ROWID;

-- What is not aside by month (YYYY-MM), so that ten years are added up from hundreds of sums.
CREATE TABLE monthly_category_sum (
    account_id INTEGER NOT NULL REFERENCES account (id),
    month TEXT NOT NULL,
    category TEXT NOT NULL,
    currency TEXT NOT NULL,
    amount INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    PRIMARY KEY (account_id, month, category, currency)
) WITHOUT ROWID;
CREATE TRIGGER daily_category_sum_made AFTER INSERT ON daily_category_sum WHEN new.aside = 0 BEGIN
    INSERT INTO monthly_category_sum
    VALUES (new.account_id, substr(new.day, 1, 7), new.category, new.currency, new.amount, new.rows)
    ON CONFLICT (account_id, month, category, currency) DO UPDATE SET
        amount = amount + excluded.amount, rows = rows + excluded.rows;
END;
CREATE TRIGGER daily_category_sum_dropped AFTER DELETE ON daily_category_sum WHEN old.aside = 0 BEGIN
    UPDATE monthly_category_sum SET amount = amount - old.amount, rows = rows - old.rows
    WHERE account_id = old.account_id AND month = substr(old.day, 1, 7) AND category = old.category
        AND currency = old.currency;
END;

-- Who was paid or paid, as it is shown, once for each currency.
CREATE TABLE payee (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    currency TEXT NOT NULL,
    UNIQUE (name, currency)
);

-- What each payee's rows of a day add up to; one after the other in time, for what comes again.
CREATE TABLE payee_day (
    account_id INTEGER NOT NULL REFERENCES account (id),
    payee_id INTEGER NOT NULL REFERENCES payee (id),
    day INTEGER NOT NULL, -- days since 1970-01-01
    amount INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    PRIMARY KEY (account_id, payee_id, day)
) WITHOUT ROWID;

-- The same by month (202606) and in all (0), so that a year is added up from sums.
CREATE TABLE payee_sum (
    account_id INTEGER NOT NULL REFERENCES account (id),
    period INTEGER NOT NULL,
    payee_id INTEGER NOT NULL REFERENCES payee (id),
    amount INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    PRIMARY KEY (account_id, period, payee_id)
) WITHOUT ROWID;

-- What comes again (domain/recurring.py): one row for each payee of an account whose days have a rhythm.
CREATE TABLE rhythm (
    account_id INTEGER NOT NULL REFERENCES account (id),
    payee_id INTEGER NOT NULL REFERENCES payee (id),
    cadence TEXT NOT NULL,
    amount INTEGER NOT NULL,
    varies INTEGER NOT NULL,
    times INTEGER NOT NULL,
    last_on TEXT NOT NULL,
    next_on TEXT NOT NULL,
    exact INTEGER NOT NULL, -- only rows of this very amount have it
    PRIMARY KEY (account_id, payee_id)
) WITHOUT ROWID;
