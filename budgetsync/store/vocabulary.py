"""Loads the names that can be searched for."""

from collections import Counter

from peewee import SqliteDatabase

from budgetsync.domain.category import describe
from budgetsync.domain.ids import AccountId
from budgetsync.domain.query.completion import prepare
from budgetsync.domain.query.vocabulary import AccountWord, Vocabulary
from budgetsync.store.conditions import SHOWN_PAYEE
from budgetsync.store.raw import connection_of

_ACCOUNTS = """
SELECT a.id, a.name, a.mask, ifnull((
    SELECT i.institution_name FROM source_account s JOIN item i ON i.id = s.item_id
    WHERE s.account_id = a.id ORDER BY s.id DESC LIMIT 1
), '') FROM account a ORDER BY a.id
"""
_NEWEST = 20_000
"""Rows whose payees are offered: those of a million would take a second to count."""
_PAYEES = f"""
SELECT payee FROM (
    SELECT {SHOWN_PAYEE} AS payee FROM "transaction" t INDEXED BY transaction_by_day WHERE t.state <> 'REMOVED'
    ORDER BY t.transacted_on DESC, t.id DESC LIMIT {_NEWEST}
) WHERE payee <> '' GROUP BY payee ORDER BY count(*) DESC, payee LIMIT 2000
"""


def load_vocabulary(db: SqliteDatabase) -> Vocabulary:
    """Load all names that are offered."""
    connection = connection_of(db)

    def names(sql: str) -> tuple[str, ...]:
        return tuple(str(name) for (name,) in connection.execute(sql))

    accounts = connection.execute(_ACCOUNTS).fetchall()
    shared = Counter(name.casefold() for _, name, _, _ in accounts)
    codes = names("SELECT DISTINCT substr(category, 3) FROM daily_category_sum WHERE category LIKE 'p:_%'")
    categories = {
        name.casefold(): name
        for name in (*map(describe, codes), *names("SELECT name FROM category WHERE archived = 0"))
    }
    known = Vocabulary(
        tuple(
            AccountWord(AccountId(number), name, bank, mask, shared[name.casefold()] == 1)
            for number, name, mask, bank in accounts
        ),
        tuple(sorted(categories.values(), key=str.casefold)),
        names("SELECT DISTINCT name FROM tag ORDER BY name"),
        names(_PAYEES),
        names("SELECT DISTINCT source FROM source_account ORDER BY source"),
        names("SELECT DISTINCT currency FROM account WHERE currency IS NOT NULL ORDER BY currency"),
    )
    prepare(known)  # here, and not where one types
    return known
