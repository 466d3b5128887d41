"""What the provider says of a connection's webhooks, held against those that came."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from peewee import SqliteDatabase

from budgetsync.domain.addresses import Addressed
from budgetsync.domain.errors import RateLimited
from budgetsync.domain.ids import ItemId
from budgetsync.domain.item import ItemStanding
from budgetsync.domain.realtime import WebhookState
from budgetsync.domain.sync import SyncBatch
from budgetsync.store import addresses, forgetting
from budgetsync.store.convert import to_millis
from budgetsync.store.raw import connection_of
from tests.unit.domain.builders import page
from tests.unit.store.ledger_file import NOW, LedgerFile

URL = "https://relay.example.org/api/plaid/webhook/abc"


def synced(ledger: LedgerFile, sent_at: datetime | None, url: str = URL) -> None:
    """A run whose provider says this."""
    ledger.sync(SyncBatch("", [page()], ItemStanding(webhook=url, webhook_sent_at=sent_at)))


def arrive(ledger: LedgerFile, signed_at: datetime, digest: str = "a") -> None:
    """A webhook that came."""
    ledger.database.run_now(
        lambda db: connection_of(db).execute(
            "INSERT INTO inbox (event_digest, item_id, route, state, body, signed_at, arrived_at, received_at) "
            "VALUES (?1, ?2, 'relay', 'done', '', ?3, ?3, ?3)",
            (digest, ledger.item, to_millis(signed_at)),
        )
    )


def look(ledger: LedgerFile) -> Addressed:
    """What is kept of the connection."""
    return ledger.database.run_now(addresses.load_addressed)[0]


def count(ledger: LedgerFile, now: datetime) -> int:
    """Count what is missing, as after a run."""

    def step(db: SqliteDatabase) -> dict[ItemId, int]:
        addresses.save_missed(db, addresses.load_addressed(db), now)
        return addresses.missed_runs(db)

    return ledger.database.run_now(step).get(ledger.item, 0)


def test_a_run_writes_down_what_the_provider_says(ledger: LedgerFile) -> None:
    synced(ledger, NOW)
    assert (look(ledger).url, look(ledger).sent_at) == (URL, NOW)

    ledger.sync(SyncBatch("", [page()], None))
    assert (look(ledger).url, look(ledger).sent_at) == (URL, NOW)


def test_runs_that_find_webhooks_missing_are_counted_until_one_comes(ledger: LedgerFile) -> None:
    synced(ledger, NOW)
    assert count(ledger, NOW + timedelta(minutes=1)) == 0
    assert count(ledger, NOW + timedelta(minutes=3)) == 1
    assert look(ledger).judge(URL).state is WebhookState.MISSING
    assert count(ledger, NOW + timedelta(hours=1)) == 2

    arrive(ledger, NOW - timedelta(minutes=6), "old")
    assert count(ledger, NOW + timedelta(hours=2)) == 3
    arrive(ledger, NOW + timedelta(seconds=1), "new")
    assert look(ledger).judge(URL).state is WebhookState.WORKING
    assert count(ledger, NOW + timedelta(hours=3)) == 0


def test_what_came_is_known_after_the_inbox_has_forgotten_it(ledger: LedgerFile) -> None:
    synced(ledger, NOW)
    arrive(ledger, NOW)
    assert count(ledger, NOW + timedelta(hours=1)) == 0
    ledger.database.run_now(lambda db: connection_of(db).execute("DELETE FROM inbox"))

    assert (look(ledger).signed_at, look(ledger).arrived_at) == (NOW, NOW)
    assert count(ledger, NOW + timedelta(days=60)) == 0


def test_the_newest_signed_counts_though_another_came_last(ledger: LedgerFile) -> None:
    synced(ledger, NOW)
    arrive(ledger, NOW, "first")
    arrive(ledger, NOW - timedelta(days=1), "late")

    assert look(ledger).signed_at == NOW


def test_what_was_sent_to_another_address_is_not_missing_here(ledger: LedgerFile) -> None:
    synced(ledger, NOW, url="https://elsewhere.example")
    ledger.database.run_now(lambda db: addresses.save_address(db, ledger.item, URL))
    assert count(ledger, NOW + timedelta(hours=1)) == 0
    assert look(ledger).judge(URL).state is WebhookState.SET

    synced(ledger, NOW + timedelta(seconds=1))
    assert count(ledger, NOW + timedelta(hours=1)) == 1


def test_a_refusal_is_kept_in_words_until_the_provider_was_told(ledger: LedgerFile) -> None:
    trouble = RateLimited("Too many at once.").trouble
    ledger.database.run_now(lambda db: addresses.save_refused(db, ledger.item, trouble))
    told = look(ledger).judge(URL)
    assert (told.state, told.trouble) == (WebhookState.FAILED, trouble)

    ledger.database.run_now(lambda db: addresses.save_address(db, ledger.item, URL))
    assert look(ledger).judge(URL).state is WebhookState.SET


def test_a_connection_that_was_removed_has_no_webhooks(ledger: LedgerFile) -> None:
    synced(ledger, NOW)
    assert count(ledger, NOW + timedelta(hours=1)) == 1
    assert ledger.database.run_now(lambda db: forgetting.retire(db, ledger.item, NOW))

    assert ledger.database.run_now(addresses.load_addressed) == []
    assert ledger.database.run_now(addresses.missed_runs) == {}


def test_addresses_to_be_closed_are_kept_once_each(ledger: LedgerFile) -> None:
    for address in ("one", "two", "one"):
        ledger.database.run_now(partial(addresses.retire, address=address))
    assert ledger.database.run_now(addresses.load_retired) == ("two", "one")
    ledger.database.run_now(lambda db: addresses.save_retired(db, ["two"]))
    assert ledger.database.run_now(addresses.load_retired) == ("two",)
