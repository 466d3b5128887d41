"""Sums by category and by merchant, beside those of the stretch before."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from budgetsync.domain.category import describe
from budgetsync.domain.insights import NamedSum, Scope
from budgetsync.domain.query import Field, Named, Phrase, Term, Words
from budgetsync.domain.query.words import split_words
from budgetsync.store.insights.scopes import COUNTED, Ledger

MOST_MERCHANTS = 100

_CATEGORIES = f"""
SELECT own, code, currency, sum(amount), count(DISTINCT id) FROM (
    SELECT t.id, c.name AS own, t.provider_category AS code, t.currency, t.amount
    FROM "transaction" t LEFT JOIN category c ON c.id = t.category_id
    WHERE {COUNTED} AND t.transacted_on BETWEEN ?1 AND ?2 AND t.{{accounts}}
        AND NOT EXISTS (SELECT 1 FROM split s WHERE s.transaction_id = t.id)
    UNION ALL
    SELECT t.id, c.name, t.provider_category, t.currency, s.amount
    FROM split s JOIN "transaction" t ON t.id = s.transaction_id
    LEFT JOIN category c ON c.id = ifnull(s.category_id, t.category_id)
    WHERE {COUNTED} AND t.transacted_on BETWEEN ?1 AND ?2 AND t.{{accounts}}
) GROUP BY own, code, currency
"""
_MERCHANTS = f"""
SELECT coalesce(nullif(t.payee, ''), nullif(t.merchant, ''), t.original_description) AS name, t.currency,
    sum(t.amount), count(*)
FROM "transaction" t WHERE {COUNTED} AND t.transacted_on BETWEEN ? AND ? AND t.{{accounts}} GROUP BY 1, 2
"""
_Sums = dict[tuple[str, str], tuple[int, int]]


def load_categories(ledger: Ledger) -> tuple[NamedSum, ...]:
    """Load the sums of all categories, by the name that is shown."""

    def load(scope: Scope) -> _Sums:
        rows = ledger.connection.execute(_CATEGORIES.format(accounts=ledger.accounts), _days(scope))
        return _gather((own or (describe(code) if code else ""), *rest) for own, code, *rest in rows)

    return _rank(ledger, load(ledger.scope), load(ledger.before), lambda name: _named(Field.CATEGORY, name))


def load_merchants(ledger: Ledger) -> tuple[NamedSum, ...]:
    """Load the sums of the merchants with the largest ones."""

    def load(scope: Scope) -> _Sums:
        return _gather(ledger.connection.execute(_MERCHANTS.format(accounts=ledger.accounts), _days(scope)))

    found = _rank(ledger, load(ledger.scope), load(ledger.before), _payee)
    kept: dict[str, int] = defaultdict(int)
    some = []
    for one in found:
        kept[one.currency] += 1
        if kept[one.currency] <= MOST_MERCHANTS:
            some.append(one)
    return tuple(some)


def _days(scope: Scope) -> tuple[str, str]:
    return scope.first.isoformat(), scope.last.isoformat()


def _gather(rows: Iterable[tuple[object, ...]]) -> _Sums:
    sums: _Sums = {}
    for name, currency, minor, count in rows:
        key = str(name), str(currency)
        old = sums.get(key, (0, 0))
        sums[key] = old[0] + int(str(minor)), old[1] + int(str(count))
    return sums


def _rank(
    ledger: Ledger, now: _Sums, before: _Sums, term: Callable[[str], tuple[Term, ...]]
) -> tuple[NamedSum, ...]:
    made = [
        NamedSum(
            name, currency, minor, before.get((name, currency), (0, 0))[0], rows, ledger.query(*term(name))
        )
        for (name, currency), (minor, rows) in now.items()
    ]
    return tuple(sorted(made, key=lambda one: (one.currency, -abs(one.minor), one.name)))


def _named(field: Field, name: str) -> tuple[Term, ...]:
    words = split_words(name)
    return (Named(field, Phrase(words, whole=True)),) if words else ()


def _payee(name: str) -> tuple[Term, ...]:
    words = split_words(name)
    return (Words(Phrase(words, whole=True)),) if words else ()
