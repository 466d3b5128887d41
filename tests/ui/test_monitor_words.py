"""What cards and rows say: verdicts, changes, what comes next, totals, the last day, the queue."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale

from budgetsync.domain.balance import Proof, Reason, Verdict
from budgetsync.domain.ids import ItemId
from budgetsync.domain.item import ItemStatus
from budgetsync.domain.overview import AccountFigures, Hour, ItemOverview, NextSync, QueueGlance
from budgetsync.domain.realtime import WebhookState
from budgetsync.domain.request import WaitsFor
from budgetsync.domain.schedule import Hold
from budgetsync.domain.schedule_settings import Pause
from budgetsync.domain.sync import Counts, Progress, Stage, SyncRunState
from budgetsync.domain.timetable import Planned
from budgetsync.ui.formats import clock_time
from budgetsync.ui.monitor.account_words import account_lines
from budgetsync.ui.monitor.connection_words import connection_lines, next_sync
from budgetsync.ui.monitor.lines import Line
from budgetsync.ui.monitor.pulse import day_line, hour_text, queue_line
from budgetsync.ui.monitor.verdict import finding_of
from budgetsync.ui.realtime.webhook_words import connection_status
from budgetsync.ui.status import Tone
from tests.ui.realtime_samples import webhooks
from tests.ui.samples import EXPIRED, NOW, account, connection, run_of

HOUR = timedelta(hours=1)


def texts(*lines: Line) -> list[str]:
    return [span.text for line in lines for span in line]


def proof(verdict: Verdict, reason: Reason = Reason.NONE, *, drift: int = 0) -> Proof:
    return Proof(
        verdict, reason, expected=428_116 - drift, told=428_116, drift=drift, since=date(2025, 11, 3)
    )


@pytest.mark.parametrize(
    ("found", "text", "tone"),
    [
        (None, "Not proved yet", Tone.QUIET),
        (proof(Verdict.PROVED), "Balance proved", Tone.OK),
        (proof(Verdict.ANCHORED), "Starting balance taken", Tone.QUIET),
        (proof(Verdict.DRIFT, drift=1_234), "Differs by $12.34 since Nov 3, 2025", Tone.WARNING),
        (proof(Verdict.DRIFT, drift=-1_234), "Differs by $12.34 since Nov 3, 2025", Tone.WARNING),
        (proof(Verdict.NOT_PROVABLE, Reason.NO_BALANCE), "Not provable: no balance is told", Tone.QUIET),
        (
            proof(Verdict.NOT_PROVABLE, Reason.HISTORY_ARRIVING),
            "Not provable yet: history is still arriving",
            Tone.QUIET,
        ),
        (
            proof(Verdict.NOT_PROVABLE, Reason.OLDER_DATA),
            "Not provable now: the bank sent older data",
            Tone.QUIET,
        ),
        (proof(Verdict.NOT_PROVABLE, Reason.LOAN_ACCRUES), "Not provable: interest accrues", Tone.QUIET),
        (
            proof(Verdict.NOT_PROVABLE, Reason.FIRST_DIFFERENCE, drift=-900),
            "Being checked: $9.00 apart",
            Tone.QUIET,
        ),
    ],
)
def test_a_verdict_is_a_word_an_icon_and_a_colour(
    found: Proof | None, text: str, tone: Tone, english: QLocale
) -> None:
    seen = finding_of(account(), found, NOW, NOW, english)
    assert (seen.text, seen.tone) == (text, tone)
    assert seen.icon
    assert seen.more


def test_every_reason_has_words_of_its_own(english: QLocale) -> None:
    said = {
        finding_of(account(), proof(Verdict.NOT_PROVABLE, reason, drift=5), NOW, NOW, english).text
        for reason in Reason
    }
    assert len(said) == len(Reason)


def test_a_drift_tells_what_was_compared(english: QLocale) -> None:
    more = finding_of(account(), proof(Verdict.DRIFT, drift=1_234), NOW, NOW, english).more
    assert more == "The rows say $4,268.82, the bank says $4,281.16."


def test_what_changed_is_told_of_the_last_sync_and_of_today(english: QLocale) -> None:
    shown = account(counts=Counts(9, 2, 1), available=400_000)
    lines = account_lines(shown, AccountFigures(today=Counts(12, 3, 1)), None, NOW, english)
    assert texts(lines[2]) == ["Last sync: +9 ~2 \u22121", "Today: +12 ~3 \u22121", "$4,000.00 available"]
    assert lines[2][0].spoken == "Last sync: 9 added, 2 modified, 1 removed"
    lines = account_lines(account(), AccountFigures(today=Counts(12, 3, 1)), None, NOW, english)
    assert texts(lines[2]) == ["Last sync: nothing new", "Today: +12 ~3 \u22121"]
    assert texts(account_lines(account(), AccountFigures(), None, NOW, english)[2]) == ["Nothing new today"]


def test_an_accounts_own_trouble_is_said_beside_its_verdict(english: QLocale) -> None:
    figures = AccountFigures(proof=proof(Verdict.PROVED))
    lines = account_lines(account(), figures, date(2025, 10, 1), NOW, english)
    assert texts(lines[1]) == ["No rows since Oct 1, 2025", "Balance proved", "updated 3 hours ago"]
    assert lines[1][0].tone is Tone.WARNING
    for held, text in ((1, "1 removal to review"), (12, "12 removals to review")):
        lines = account_lines(account(), replace(figures, held=held), None, NOW, english)
        assert texts(lines[1])[0] == text
    lines = account_lines(account(currency=None), AccountFigures(), None, NOW, english)
    assert texts(lines[1])[:2] == ["Currency not known", "Not proved yet"]


def planned(hold: Hold | None = None, *, due: timedelta | None = HOUR) -> Planned:
    return Planned(ItemId(1), None if due is None else NOW + due, hold)


@pytest.mark.parametrize(
    ("coming", "text"),
    [
        (NextSync(), ""),
        (NextSync(planned()), "Next sync: {time}"),
        (NextSync(planned(Hold.QUIET)), "Next sync: {time}, after quiet hours"),
        (NextSync(planned(due=-HOUR)), "Next sync is due"),
        (NextSync(planned(Hold.OFFLINE, due=None)), "Next sync when the network is back"),
        (NextSync(planned(Hold.METERED, due=None)), "Next sync on a network without a meter"),
        (NextSync(planned(Hold.QUEUED, due=None)), ""),
        (NextSync(planned(), Pause(NOW + HOUR)), "Paused until {time}"),
        (NextSync(planned(), Pause()), "Paused until you resume"),
        (NextSync(planned(), None, NOW + HOUR, WaitsFor.RETRY), "Next try: {time}"),
        (NextSync(planned(), None, NOW - HOUR, WaitsFor.RETRY), "Next try in a moment"),
        (
            NextSync(planned(), None, NOW + HOUR, WaitsFor.TOLD),
            "Next try: {time}, as the bank's service wants it",
        ),
        (
            NextSync(planned(), None, NOW + HOUR, WaitsFor.QUOTA),
            "Next try: {time}, its calls are used up until then",
        ),
    ],
)
def test_what_comes_next_is_said_with_its_reason(coming: NextSync, text: str, english: QLocale) -> None:
    shown = replace(connection(), next_sync=coming)
    wanted = text.format(time=clock_time(NOW + HOUR, NOW, english))
    assert next_sync(shown, NOW, english)[0] == wanted
    gone = replace(shown, item=replace(shown.item, removed_at=NOW))
    assert next_sync(gone, NOW, english) == ("", "")


def lines_of(shown: ItemOverview, locale: QLocale) -> list[str]:
    return texts(*connection_lines(shown, NOW, locale))


def test_a_connection_says_how_its_last_sync_ended(english: QLocale) -> None:
    failed = replace(connection(run=run_of(state=SyncRunState.FAILED)), today=Counts(3, 0, 0))
    assert lines_of(failed, english)[-2:] == [
        "Last sync: did not finish, nothing was changed",
        "Today: +3 ~0 \u22120",
    ]
    first = ItemOverview(connection(ago=None).item, (), None, None)
    assert lines_of(first, english) == [
        "Harbor Bank",
        "Not synced yet",
        "Not contacted yet",
        "No sync so far",
    ]


def test_what_is_to_be_remarked_has_a_line_of_its_own(english: QLocale) -> None:
    shown = connection(run=run_of(problems=3))
    shown = replace(shown, item=replace(shown.item, consent_expires_at=NOW + timedelta(days=3)))
    remarks = lines_of(shown, english)[-2:]
    assert remarks[0].startswith("3 rows could not be read.")
    assert remarks[1] == "The bank's consent ends on Nov 27, 2025: sign in again before that."


def test_while_it_syncs_the_line_is_its_progress(english: QLocale) -> None:
    shown = connection(progress=Progress(Stage.APPLYING, 8, 4_000, 1_000))
    assert lines_of(shown, english)[-1] == "Saving 1,000 of 4,000 rows"


def test_a_connection_that_needs_the_person_says_so(english: QLocale) -> None:
    shown = connection(status=ItemStatus.REAUTH_REQUIRED, trouble=EXPIRED)
    assert lines_of(shown, english)[1] == "Sign in again"


def test_the_last_day_is_summed_up(english: QLocale) -> None:
    assert texts(day_line((), english)) == ["0 syncs in 24 hours"]
    first, second = Hour(NOW - HOUR, 1, 0, 5), Hour(NOW, 60, 2, 1_200)
    assert texts(day_line((first,), english)) == ["1 sync in 24 hours", "5 rows changed"]
    assert texts(day_line((first, second), english)) == [
        "63 syncs in 24 hours",
        "1,205 rows changed",
        "2 failed",
    ]
    assert hour_text(second, english).endswith("60 succeeded, 2 failed, 1,200 rows changed")


def test_the_queue_is_said_in_a_line(english: QLocale) -> None:
    assert texts(queue_line(QueueGlance(), NOW, english)) == ["Nothing is waiting"]
    queue = QueueGlance(2, 1, NOW - timedelta(minutes=5), NOW + HOUR)
    retry = clock_time(NOW + HOUR, NOW, english)
    assert texts(queue_line(queue, NOW, english)) == [
        "1 running",
        "2 waiting",
        "oldest 5 minutes ago",
        f"next try: {retry}",
    ]


@pytest.mark.parametrize("state", [WebhookState.WORKING, WebhookState.SET])
def test_a_mark_says_that_news_come_by_themselves(state: WebhookState, english: QLocale) -> None:
    shown = replace(connection(), webhooks=webhooks(state=state))
    (mark,) = [span for line in connection_lines(shown, NOW, english) for span in line if span.icon == "live"]
    assert mark.text == "Real time"
    assert mark.hover == mark.spoken == connection_status(webhooks(state=state), NOW, english).word


@pytest.mark.parametrize(
    ("state", "text"),
    [
        (WebhookState.MISSING, "Plaid sent news 2 minutes ago that did not arrive"),
        (WebhookState.FAILED, "Plaid could not be told where news go"),
    ],
)
def test_news_that_should_come_and_do_not_are_remarked(
    state: WebhookState, text: str, english: QLocale
) -> None:
    lines = connection_lines(replace(connection(), webhooks=webhooks(state=state)), NOW, english)
    (remark,) = lines[-1]
    assert remark.text.startswith(text)
    assert remark.tone is Tone.WARNING
    assert "Real time" not in texts(*lines)


@pytest.mark.parametrize("state", [None, WebhookState.OFF, WebhookState.SETTING])
def test_nothing_is_said_of_news_that_do_not_come_by_themselves(
    state: WebhookState | None, english: QLocale
) -> None:
    shown = replace(connection(), webhooks=None if state is None else webhooks(state=state))
    assert connection_lines(shown, NOW, english) == connection_lines(connection(), NOW, english)
