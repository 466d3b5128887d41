"""Searching a real file: what is found, in which order, page by page; the list that a window scrolls through."""

from __future__ import annotations

import random
from array import array
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import cache, partial
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from budgetsync.domain.category import describe
from budgetsync.domain.money import EXPONENTS
from budgetsync.domain.place import Place, day_at, row_at
from budgetsync.domain.query import (
    Amount,
    Days,
    Exact,
    Field,
    Flag,
    Flagged,
    InState,
    Kind,
    Named,
    Numbered,
    OneOf,
    Query,
    Term,
    Words,
    parse_query,
)
from budgetsync.domain.sync import SyncBatch
from budgetsync.domain.transaction import TransactionState
from budgetsync.store import search
from budgetsync.store.derived import rebuild_index
from budgetsync.store.ordering import merged
from budgetsync.store.raw import connection_of
from tests.unit.domain.builders import TODAY, key, observation, page, pending, snapshot
from tests.unit.store.ledger_file import LedgerFile

SHOPS = (
    "Café Müller",
    "Blue Bottle Coffee",
    "Coffee Republic",
    "Grocery Outlet",
    "Kettle & Co",
    "ŻABKA 0417",
    "AND OR NOT",
)
ROWS = 240


MARKS = (
    'UPDATE "transaction" SET hidden = 1 WHERE id % 17 = 0',
    'UPDATE "transaction" SET reviewed = 1 WHERE id % 3 = 0',
    "INSERT INTO tag SELECT id, 'Holiday 2026' FROM \"transaction\" WHERE id % 11 = 0",
    'INSERT INTO split (transaction_id, position, amount) SELECT id, 0, amount FROM "transaction" WHERE id % 13 = 0',
    "INSERT INTO transfer (out_id, in_id, source, paired_at) VALUES (50, 51, 'USER', 0), (60, 61, 'USER', 0)",
    "UPDATE split SET category_id = 1 WHERE transaction_id % 2 = 0",
    'UPDATE "transaction" SET provider_category = NULL WHERE id % 19 = 0',
    "UPDATE field_choice SET bank_value = 'x' WHERE transaction_id = 3 AND field = 'category'",
    'UPDATE "transaction" SET bank_removed = 1 WHERE id = 205',
    "INSERT INTO setting (name, value) VALUES ('looked.row', '150')",
)


class Row(NamedTuple):
    """What the naive search looks at."""

    id: int
    state: str
    amount: int
    currency: str
    day: date
    texts: tuple[str | None, ...]
    note: str | None
    category: str
    account: str
    tags: tuple[str, ...]
    marks: frozenset[Flag]
    categories: frozenset[str]
    runs: frozenset[int]
    commands: frozenset[int]


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LedgerFile]:
    """A ledger with rows of every kind in it."""
    ledger = LedgerFile(tmp_path_factory.mktemp("search"))
    dice = random.Random(4)  # noqa: S311 - the same rows in every run
    added = [
        (pending if dice.random() < 0.1 else observation)(
            f"t{number}",
            minor=dice.choice([-450, 450, -1250, -2000, -2001, -99_000, 12_345]),
            on=-dice.randrange(90),
            account=dice.choice(["acc-1", "acc-2"]),
            currency=dice.choice(["USD", "USD", "JPY", "KWD"]),
            merchant=dice.choice(SHOPS),
        )
        for number in range(ROWS)
    ]
    accounts = (snapshot("acc-1", name="Joint Checking"), snapshot("acc-2", name="Savings"))
    ledger.sync(SyncBatch("", [page(added, accounts=accounts)]))
    for number in range(1, 40, 2):
        ledger.edit(number, "category", dice.choice(["Eating out", "Groceries"]))
        ledger.edit(number, "note", dice.choice(["tip for Ana", "Ana paid", "coffee with the team"]))
    taken_back = [key(row.source_transaction_id, row.source_account_id) for row in added[200:210]]
    ledger.sync(SyncBatch("c1", [page(removed=taken_back, accounts=accounts)]))

    def mark(db: object) -> None:
        connection = connection_of(db)  # type: ignore[arg-type]
        for sql in MARKS:
            connection.execute(sql)

    ledger.database.run_now(mark)
    yield ledger
    ledger.close()


@cache
def naive_rows(ledger: LedgerFile) -> list[Row]:
    """Every row, removed ones too, newest first; of a ledger that nothing changes any more."""
    split, transfer, tags = (
        ledger.rows(sql)
        for sql in (
            "SELECT transaction_id FROM split",
            "SELECT out_id FROM transfer UNION ALL SELECT in_id FROM transfer",
            "SELECT transaction_id, name FROM tag",
        )
    )
    parts: dict[int, list[str | None]] = {}
    for number, name in ledger.rows(
        "SELECT s.transaction_id, c.name FROM split s LEFT JOIN category c ON c.id = s.category_id"
    ):
        parts.setdefault(number, []).append(name)  # type: ignore[arg-type]
    changes = ledger.rows("SELECT transaction_id, run_id, command_id FROM change")
    edited = {
        number for (number,) in ledger.rows("SELECT transaction_id FROM field_choice WHERE source = 'USER'")
    }
    found = ledger.rows(
        "SELECT t.id, t.state, t.amount, t.currency, t.transacted_on, t.payee, t.merchant, t.original_description, "
        't.note, c.name, t.provider_category, a.name, t.hidden, t.reviewed FROM "transaction" t '
        "JOIN account a ON a.id = t.account_id LEFT JOIN category c ON c.id = t.category_id "
        "ORDER BY t.transacted_on DESC, t.id DESC"
    )
    rows = []
    for row in found:
        number, own = int(str(row[0])), str(row[9] or (describe(str(row[10])) if row[10] else ""))
        flags = {
            Flag.HIDDEN: row[12],
            Flag.REVIEWED: row[13],
            Flag.SPLIT: (number,) in split,
            Flag.TRANSFER: (number,) in transfer,
            Flag.NEW: number > 150,  # the first run made every row
            Flag.EDITED: number in edited,
            Flag.UNCATEGORIZED: "" in {part or own for part in parts.get(number, [own])},
            Flag.DOUBTFUL: number in {3, 205},
        }
        rows.append(
            Row(
                number,
                str(row[1]),
                int(str(row[2])),
                str(row[3]),
                date.fromisoformat(str(row[4])),
                (row[5], row[6], row[7], row[8]),  # type: ignore[arg-type]
                row[8],  # type: ignore[arg-type]
                own,
                str(row[11]),
                tuple(str(name) for tagged, name in tags if tagged == number),
                frozenset(flag for flag, on in flags.items() if on),
                frozenset(part or own for part in parts.get(number, [own])),
                frozenset(int(str(run)) for changed, run, _ in changes if changed == number and run),
                frozenset(int(str(one)) for changed, _, one in changes if changed == number and one),
            )
        )
    return rows


def holds(term: Term, row: Row) -> bool:
    """The meaning of a term, said plainly."""
    match term:
        case OneOf():
            held = any(holds(one, row) for one in term.terms)
        case Named():
            held = named(term, row)
        case Exact(field=Field.CATEGORY | Field.TAG):
            held = term.text.casefold() in {name.casefold() for name in names_of(row)[term.field] if name}
        case Exact():
            held = term.text in names_of(row)[term.field]
        case Numbered():
            held = term.number in numbers_of(row)[term.kind]
        case _:
            held = stands(term, row)
    return held is not term.negated


def stands(term: Words | Amount | Days | InState | Flagged, row: Row) -> bool:
    """The meaning of a term without a name."""
    match term:
        case Words():
            return any(term.phrase.found_in(text) for text in row.texts)
        case Amount():
            size = Decimal(abs(row.amount)).scaleb(-EXPONENTS[row.currency])
            above = term.low is None or size > term.low or (term.low_included and size == term.low)
            below = term.high is None or size < term.high or (term.high_included and size == term.high)
            right = row.amount * term.direction >= 0 and term.currency in {None, row.currency}
            return above and below and right
        case Days():
            return (term.first or date.min) <= row.day <= (term.last or date.max)
        case InState():
            return row.state == term.state.value
        case Flagged():
            return term.flag in row.marks


def named(term: Named, row: Row) -> bool:
    """The meaning of words of a name."""
    names = names_of(row)[term.field]
    if term.field is Field.CATEGORY:
        names = (row.category, *names)
    by_mask = term.field is Field.ACCOUNT and "".join(term.phrase.words) in "0417"
    return by_mask or any(map(term.phrase.found_in, names))


def numbers_of(row: Row) -> dict[Kind, frozenset[int]]:
    """What a row can be asked for by number."""
    account = {"Joint Checking": 1, "Savings": 2}[row.account]
    return {
        Kind.ID: frozenset({row.id}),
        Kind.ACCOUNT: frozenset({account}),
        Kind.RUN: row.runs,
        Kind.COMMAND: row.commands,
    }


def names_of(row: Row) -> dict[Field, tuple[str | None, ...]]:
    """What a row can be asked for by name."""
    return {
        Field.CATEGORY: tuple(row.categories),
        Field.TAG: row.tags,
        Field.NOTE: (row.note,),
        Field.MERCHANT: (row.texts[1],),
        Field.PAYEE: (row.texts[0] or row.texts[1],),
        Field.SOURCE: ("plaid",),
        Field.ACCOUNT: (row.account,),
    }


def expected(rows: list[Row], query: Query) -> list[int]:
    """What a search should find, newest first."""
    asks_state = any(
        not term.negated
        and str(term).startswith(("is:removed", "is:p", "run:", "command:", "id:", "is:doubtful"))
        for term in query.terms
    )
    return [
        row.id
        for row in rows
        if (asks_state or row.state != TransactionState.REMOVED.value)
        and all(holds(term, row) for term in query.terms)
    ]


PIECES = (
    *(
        "coffee",
        "Cafe",
        "cof",
        "muller",
        "and",
        "or not",
        '"blue bottle"',
        '"bottle blue"',
        "blue-bott",
        "zabka",
    ),
    *(
        "-coffee",
        '-"café"',
        ">20",
        "<5",
        ">=20 <=20.01",
        "=4.50",
        "4.50",
        "+20",
        "-20",
        ">-12",
        "-=20",
        "0417",
    ),
    *("20..1000", ">1jpy", "since:2026-05", "until:2026-04-30", "on:2026-05", "-on:2026-05", "since:30d"),
    *("account:joint", "account:savings", "account:041", "-account:savings", "category:eating"),
    *("-category:groceries", "category:coffee", "tag:holiday", "-tag:holiday", "note:ana", 'note:"ana paid"'),
    *(
        "-note:ana",
        "state:pending",
        "state:posted",
        "-state:posted",
        "state:removed",
        "state:removed state:posted",
    ),
    *("is:hidden", "is:reviewed", "-is:reviewed", "is:split", "is:transfer", "nowhere"),
    *("is:new", "-is:new", "is:edited", "-is:edited", "is:uncategorized", "-is:uncategorized", "is:doubtful"),
    *(
        "-is:doubtful",
        "is:pending",
        "is:removed",
        "run:1",
        "run:2",
        "-run:2",
        "run:1,2",
        "command:3",
        "-command:3",
    ),
    *(
        "account:nowhere",
        "-account:nowhere",
        "account:nowhere,nothing",
        "tag:nothing,nowhere",
        "-tag:nothing",
    ),
    *("category:nowhere", 'category:"No such"', "-category:nowhere", "source:a,b", "account:nowhere,savings"),
    *(
        "is:removed is:reviewed",
        "is:removed is:uncategorized",
        "run:2 is:uncategorized",
        "is:removed is:hidden",
    ),
    *("id:7", "-id:7", "id:7,9,205", "account:#1", "-account:#1", "account:#1,#2", "account:#9"),
    *('payee:"Blue Bottle Coffee"', '-payee:"Café Müller"', 'payee:"ŻABKA 0417","Kettle & Co"', "payee:cof"),
    *("merchant:grocery", 'merchant:"blue bottle coffee"', 'category:"Eating out"', '-category:"eating OUT"'),
    *('category:"Groceries","Coffee"', "category:eating,coffee", 'tag:"Holiday 2026"', 'tag:"Holiday"'),
    *("source:plaid", "-source:plaid", "source:file", "-source:file", "note:ana,tip", "tag:holiday,nothing"),
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=3).map(" ".join))
def test_a_search_finds_what_its_terms_mean_newest_first(full: LedgerFile, text: str) -> None:
    query = parse_query(text, TODAY)
    wanted = expected(naive_rows(full), query)

    found = full.database.run_now(lambda db: search.find_places(db, query, ROWS))
    assert list(map(row_at, found)) == wanted, text
    assert full.database.run_now(lambda db: search.count_rows(db, query)) == len(wanted)
    assert list(full.database.run_now(lambda db: search.load_places(db, query))) == found


@pytest.mark.parametrize("text", PIECES)
def test_each_term_alone_page_by_page(full: LedgerFile, text: str) -> None:
    query = parse_query(text, TODAY)
    wanted = expected(naive_rows(full), query)

    found: list[Place] = []
    while part := full.database.run_now(
        partial(search.find_places, query=query, limit=7, before=found[-1] if found else None)
    ):
        assert len(part) <= 7
        found += part
    assert list(map(row_at, found)) == wanted
    assert found == sorted(found, reverse=True)


@pytest.mark.parametrize(
    "text", [one for one in PIECES if one.startswith(("category", "run", "is:new", "tag"))]
)
def test_what_is_rare_is_found_though_it_is_not_among_the_newest(
    full: LedgerFile, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "_NEAR", 8)  # as a million rows are to thousands
    monkeypatch.setattr(search, "_DAYS_FIRST", 3)
    test_each_term_alone_page_by_page(full, text)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=12) | st.text("\"'*():^-+{}ANDORNT\u19b1\u0301é", max_size=12))
def test_nothing_that_can_be_typed_is_taken_for_sql_or_the_indexs_syntax(full: LedgerFile, text: str) -> None:
    query = parse_query(text, TODAY)
    found = full.database.run_now(lambda db: search.find_places(db, query, 10))
    assert len(found) <= full.database.run_now(lambda db: search.count_rows(db, query))


def test_a_long_word_in_every_row_is_found_by_its_first_letters(ledger: LedgerFile) -> None:
    # More than are looked at before the index has to merge: rare and common long words take different ways.
    rows = [
        observation(
            f"t{number}", on=-(number % 50), merchant=f"Purchase {'rarely' if number % 500 == 0 else 'often'}"
        )
        for number in range(5_000)
    ]
    ledger.sync(SyncBatch("", [page(rows)]))
    for text, count in (("purch", 5_000), ("purchase rarely", 10), ("rarel", 10), ("purchased", 0)):
        query = parse_query(text, TODAY)
        found = ledger.database.run_now(partial(search.find_places, query=query, limit=100))
        assert len(found) == min(100, count)
        assert ledger.database.run_now(partial(search.count_rows, query=query)) == count


def test_the_index_follows_edits_dates_and_removals(ledger: LedgerFile) -> None:
    ledger.sync(
        SyncBatch("", [page([observation("a", merchant="Coffee"), observation("b", merchant="Tea")])])
    )
    ledger.edit(2, "payee", "Café am Markt")
    ledger.sync(SyncBatch("c", [page(modified=[observation("a", merchant="Coffee", on=-5)])]))

    def found(text: str) -> list[tuple[int, date]]:
        places = ledger.database.run_now(lambda db: search.find_places(db, parse_query(text, TODAY), 10))
        return [(row_at(place), day_at(place)) for place in places]

    assert found("coffee") == [(1, TODAY - timedelta(days=5))]
    assert found("cafe markt") == [(2, TODAY)]
    assert found("tea") == [(2, TODAY)]  # the bank's own words stay searchable beside the user's
    ledger.sync(SyncBatch("d", [page(removed=[key("b")])]))
    assert found("tea") == []
    assert found("tea state:removed") == [(2, TODAY)]
    ledger.database.run_now(rebuild_index)
    assert found("coffee") == [(1, TODAY - timedelta(days=5))]


@given(st.sets(st.integers(0, 60)), st.sets(st.integers(0, 60)), st.sets(st.integers(0, 60)))
def test_a_list_is_brought_up_to_date_as_if_made_anew(had: set[int], gone: set[int], come: set[int]) -> None:
    places = array("q", sorted(had, reverse=True))
    made = merged(places, gone - come, come)
    assert list(made) == sorted((had - gone) | come, reverse=True)
    assert list(places) == sorted(had, reverse=True)
