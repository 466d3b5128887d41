"""When a person is told, and when it is taken back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from budgetsync.domain import errors
from budgetsync.domain.errors import BudgetSyncError
from budgetsync.domain.freshness import FRESH, Freshness, Staleness
from budgetsync.domain.ids import AccountId, ItemId
from budgetsync.domain.item import History, Institution, Item, ItemStatus, status_after
from budgetsync.domain.needs import AccountStanding, ConnectionStanding, Standing, find_needs
from budgetsync.domain.notices import (
    CALM,
    Decision,
    Notice,
    NoticeKind,
    NoticeMemory,
    Offer,
    Tell,
    Withdraw,
    decide_notices,
)

NOW = datetime(2026, 6, 15, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
DOWN = errors.ProviderUnavailable("The bank does not answer.", provider_code="INSTITUTION_DOWN")
LOGIN = errors.ReauthRequired("The bank wants you to sign in again.", provider_code="ITEM_LOGIN_REQUIRED")


def connection(
    number: int = 1,
    error: BudgetSyncError | None = None,
    *,
    failures: int = 0,
    since: timedelta = timedelta(0),
    staleness: Staleness = FRESH,
    consent: timedelta | None = None,
    paused: bool = False,
) -> ConnectionStanding:
    item = Item(
        ItemId(number),
        "plaid",
        f"item-{number}",
        Institution(f"ins_{number}", f"Bank {number}"),
        status_after(error) if error else ItemStatus.HEALTHY,
        "",
        History.COMPLETE,
        NOW,
        NOW,
        NOW,
        error.trouble if error else None,
        consent_expires_at=None if consent is None else NOW + consent,
    )
    return ConnectionStanding(item, staleness, failures, NOW - since if failures else None, paused=paused)


def needs(*connections: ConnectionStanding) -> list[Notice]:
    return find_needs(Standing(connections), NOW)


def causes(found: Iterable[Notice]) -> list[str]:
    return [notice.cause for notice in found]


class Person:
    """Remembers what was told, as the ledger does."""

    def __init__(self) -> None:
        self.memory: dict[str, NoticeMemory] = {}
        self.heard: list[str] = []

    def look(self, wanted: list[Notice], now: datetime, *, quiet: bool = False) -> list[Decision]:
        decisions = decide_notices(wanted, self.memory, now, quiet=quiet)
        for one in decisions:
            if isinstance(one, Withdraw):
                self.memory[one.cause] = replace(self.memory[one.cause], solved_at=now)
                continue
            before = self.memory.get(one.notice.cause)
            if before is None or before.solved_at is not None:
                last = before.last_told_at if before else None
                before = NoticeMemory(one.notice.cause, one.notice.step, None, last_told_at=last)
            before = replace(before, step=one.notice.step)
            if one.aloud:
                self.heard.append(one.notice.cause)
                before = replace(before, told_at=now, last_told_at=now, snoozed_until=None, read_at=None)
            self.memory[one.notice.cause] = before
        assert decide_notices(wanted, self.memory, now, quiet=quiet) == []
        return decisions


def test_who_has_to_sign_in_is_told_at_once_and_once() -> None:
    person, wanted = Person(), needs(connection(3, LOGIN, failures=1))
    for hour in range(48):
        person.look(wanted, NOW + hour * HOUR)

    assert person.heard == ["reauth:3"]
    assert [one.offer for one in wanted[0].actions] == [Offer.RECONNECT]
    assert person.look([], NOW + 48 * HOUR) == [Withdraw("reauth:3")]
    assert person.look([], NOW + 49 * HOUR) == []


@pytest.mark.parametrize(
    ("failures", "since", "told"),
    [
        (1, timedelta(0), False),
        (2, 5 * HOUR, False),
        (3, timedelta(minutes=2), True),
        (1, 6 * HOUR, True),
        (0, 9 * HOUR, False),
    ],
)
def test_what_passes_by_itself_is_told_after_three_failures_or_six_hours(
    failures: int,
    since: timedelta,
    told: bool,  # noqa: FBT001
) -> None:
    found = needs(connection(1, DOWN, failures=failures, since=since))

    assert causes(found) == (["down:item-1"] if told else [])


def test_offline_is_shown_and_never_told() -> None:
    assert needs(connection(1, errors.Offline("No network."), failures=99, since=99 * HOUR)) == []


def test_a_provider_that_is_down_is_one_notice() -> None:
    down = [connection(number, DOWN, failures=3) for number in (1, 2, 3)]
    assert causes(needs(*down)) == ["down:plaid"]
    assert causes(needs(*down, connection(4))) == ["down:item-1", "down:item-2", "down:item-3"]
    assert causes(needs(*down, connection(4, LOGIN))) == ["down:plaid", "reauth:4"]


def test_consent_is_told_a_week_before_and_once_more_a_day_before() -> None:
    person = Person()
    for hours in range(9 * 24, 0, -1):
        person.look(needs(connection(3, consent=hours * HOUR)), NOW - hours * HOUR)

    assert person.heard == ["consent:3", "consent:3"]
    assert needs(connection(3, LOGIN, consent=HOUR))[0].cause == "reauth:3"


def test_stale_is_told_once_and_nothing_is_told_of_a_paused_connection() -> None:
    silent = Staleness(Freshness.BANK_SILENT, NOW - 40 * HOUR)
    person = Person()
    for hour in range(100):
        person.look(needs(connection(4, staleness=silent)), NOW + hour * HOUR)

    assert person.heard == ["stale:4"]
    assert needs(connection(4, staleness=silent, paused=True)) == []
    assert needs(connection(4, staleness=Staleness(Freshness.NOT_SYNCED, NOW))) == []


def test_webhooks_that_do_not_come_are_told_after_two_runs_in_a_row() -> None:
    assert needs(replace(connection(5), missed=1)) == []
    (told,) = needs(replace(connection(5), missed=2))
    assert (told.cause, told.kind) == ("webhooks:5", NoticeKind.WEBHOOKS)
    assert causes(needs(replace(connection(5, LOGIN), missed=2))) == ["reauth:5"]


def test_a_relay_that_knows_this_computer_no_longer_is_a_persons_task() -> None:
    trouble = errors.RelayRefused("The relay does not know this computer.").trouble
    (told,) = find_needs(Standing(ledger=(("relay", trouble),)), NOW)
    assert (told.cause, told.kind, told.actions[0].offer) == (
        "relay",
        NoticeKind.WEBHOOKS,
        Offer.OPEN_SETTINGS,
    )


def test_what_comes_and_goes_is_not_said_again_within_hours() -> None:
    person, wanted = Person(), needs(connection(1, DOWN, failures=3))
    for hour in range(12):
        person.look(wanted if hour % 2 == 0 else [], NOW + hour * HOUR)
    assert person.heard == ["down:item-1", "down:item-1"]
    assert timedelta(hours=6) == CALM


def test_a_login_that_expires_again_is_told_again() -> None:
    person, wanted = Person(), needs(connection(3, LOGIN))
    for hour in range(4):
        person.look(wanted if hour % 2 == 0 else [], NOW + hour * HOUR)
    assert person.heard == ["reauth:3", "reauth:3"]


def test_letters_are_told_once_a_batch() -> None:
    person = Person()

    def letters(newest: int, minutes: int) -> None:
        wanted = find_needs(Standing(letters=1, newest_letter=newest), NOW)
        person.look(wanted, NOW + timedelta(minutes=minutes))

    letters(1, 0)
    letters(5, 1)
    letters(9, 59)
    assert len(person.heard) == 1
    letters(9, 61)
    letters(9, 600)
    assert len(person.heard) == 2


def test_quiet_hours_list_what_is_new_and_say_it_when_they_end() -> None:
    person, wanted = Person(), needs(connection(3, LOGIN))

    assert person.look(wanted, NOW, quiet=True) == [Tell(wanted[0], aloud=False)]
    assert person.heard == []
    assert person.look(wanted, NOW + HOUR) == [Tell(wanted[0])]


def test_what_was_read_in_a_quiet_hour_is_not_said_afterwards() -> None:
    person, wanted = Person(), needs(connection(3, LOGIN))
    person.look(wanted, NOW, quiet=True)
    person.memory["reauth:3"] = replace(person.memory["reauth:3"], read_at=NOW)

    assert person.look(wanted, NOW + HOUR) == []


def test_what_is_solved_within_quiet_hours_is_never_said() -> None:
    person, wanted = Person(), needs(connection(3, LOGIN))
    person.look(wanted, NOW, quiet=True)

    assert person.look([], NOW + HOUR) == [Withdraw("reauth:3")]
    assert person.heard == []


def test_a_snoozed_notice_is_said_again_when_it_is_over() -> None:
    person, wanted = Person(), needs(connection(3, LOGIN))
    person.look(wanted, NOW)
    person.memory["reauth:3"] = replace(person.memory["reauth:3"], snoozed_until=NOW + 4 * HOUR)

    for hour in range(1, 9):
        person.look(wanted, NOW + hour * HOUR)
    assert person.heard == ["reauth:3", "reauth:3"]


def test_disk_keyring_backup_and_figures_are_told_with_a_way_out() -> None:
    full, locked = errors.StoreFull("No space left."), errors.VaultLocked("It does not open.")
    found = find_needs(
        Standing(
            (connection(1, locked), connection(2, locked), connection(3, full)),
            (AccountStanding(AccountId(12), "Checking", "Bank", "12.50 USD", 3),),
            ledger=(("backup", full.trouble), ("damaged", full.trouble)),
            disk=full.trouble,
        ),
        NOW,
    )

    assert causes(found) == ["disk", "keyring", "backup", "damaged", "drift:12", "held:12"]
    assert "12.50 USD" in found[4].message
    assert [notice.kind for notice in found[2:4]] == [NoticeKind.BACKUP, NoticeKind.LEDGER]
    assert all(notice.actions and notice.action.endswith(".") for notice in found)


def test_a_kind_that_nobody_wants_to_hear_is_listed_and_kept_up_to_date() -> None:
    wanted = needs(connection(1, LOGIN, failures=1))
    memory: dict[str, NoticeMemory] = {}
    silent = {NoticeKind.REAUTH}
    assert decide_notices(wanted, memory, NOW, silent=silent) == [Tell(wanted[0], aloud=False)]
    memory["reauth:1"] = NoticeMemory("reauth:1", wanted[0].step, None)
    assert decide_notices(wanted, memory, NOW + HOUR, silent=silent) == []
    worse = [replace(wanted[0], step=wanted[0].step + 1)]
    assert decide_notices(worse, memory, NOW + HOUR, silent=silent) == [Tell(worse[0], aloud=False)]
    assert decide_notices(wanted, memory, NOW + HOUR) == [Tell(wanted[0])]
    assert decide_notices([], memory, NOW + HOUR, silent=silent) == [Withdraw("reauth:1")]


def test_a_bank_that_ends_the_connection_is_told_of_before_whichever_end_is_nearer() -> None:
    standing = connection(consent=timedelta(days=5))
    soon = replace(standing.item, disconnects_at=NOW + timedelta(hours=20))

    (need,) = find_needs(Standing((replace(standing, item=soon),)), NOW)

    assert (need.title, need.step) == ("Bank 1 ends this connection by tomorrow", 2)
    (other,) = find_needs(Standing((standing,)), NOW)
    assert other.title == "Bank 1 asks for your consent soon"
    assert need.cause == other.cause


def test_accounts_that_are_not_shared_are_told_of_for_two_weeks_and_ask_for_nothing_more() -> None:
    standing = connection()
    item = replace(standing.item, new_accounts_at=NOW - timedelta(days=13))
    told = Standing((replace(standing, item=item, revoked=("Checking", "Savings")),))

    new, revoked = find_needs(told, NOW)

    assert {new.kind, revoked.kind} == {NoticeKind.ACCOUNTS}
    assert [action.offer for action in new.actions] == [Offer.RECONNECT]
    assert revoked.title == "Bank 1: Checking, Savings no longer shared"
    assert find_needs(Standing((replace(standing, item=item),)), NOW + timedelta(days=1)) == []
