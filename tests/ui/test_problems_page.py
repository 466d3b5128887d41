"""The Problems page on the real core and the demo bank: what is open is said, done, undone and gone."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from peewee import SqliteDatabase
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from budgetsync.domain.edits import Edit
from budgetsync.domain.ids import ItemId
from budgetsync.domain.notices import NoticeAction, Offer
from budgetsync.domain.transaction import TransactionState
from budgetsync.store.convert import to_millis
from budgetsync.store.raw import connection_of
from budgetsync.ui.pages import Page
from budgetsync.ui.theme import Theme
from tests.ui.problem_page import ITEM, Visit, visit
from tests.ui.program import BANKS

Run = Callable[[Coroutine[Any, Any, None]], None]


def offered(seen: Visit) -> list[NoticeAction]:
    """Keeps what the page asks the window for, instead of having it done."""
    asked: list[NoticeAction] = []

    class Actions:
        def carry_out(self, action: NoticeAction) -> None:
            asked.append(action)

    seen.page._actions = Actions()
    return asked


def test_nothing_is_wrong_and_the_page_says_so(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with visit(tmp_path, dressed, BANKS[0]) as seen:
            await seen.settle(seen.page.open.empty.isVisible)
            assert seen.page.open.empty.words == ("Nothing needs your attention", "Last looked just now")
            assert seen.page.watch.count == 0
            assert seen.page.open.details.isHidden()
            seen.page.tabs.setCurrentIndex(1)
            await seen.settle(lambda: seen.page.letters.empty.words[0] == "Nothing is kept aside")
            seen.page.tabs.setCurrentIndex(2)
            await seen.settle(lambda: seen.page.told.empty.words[0] == "Nothing was told so far")

    run(scenario())


def test_a_login_that_expired_is_told_counted_read_and_gone_when_repaired(
    run: Run, dressed: Theme, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with visit(tmp_path, dressed, *BANKS[:2]) as seen:
            counts: list[int] = []
            seen.page.count_changed.connect(counts.append)
            asked = offered(seen)
            seen.program.bank.happen("login_expiry", institution_id=BANKS[0])
            await seen.sync()
            await seen.choose("Sign in again")
            assert counts == [1]
            sheet = seen.page.open.details.sheet
            assert sheet is not None
            assert sheet.where == "First Platypus Bank"
            assert "ITEM_LOGIN_REQUIRED" in [fact.text for fact in sheet.facts]
            # The need is known a moment before the notice is that can be snoozed.
            await seen.settle(lambda: seen.words() == ["Sign in again", "Remind me later", "Copy details"])
            entry = seen.page.open.entries.entry
            assert entry is not None
            assert entry.is_fresh, "it is new for as long as one looks at it"
            await seen.settle(seen.all_read)  # since it is seen
            seen.button("Sign in again").click()
            assert asked == [NoticeAction(Offer.RECONNECT, ITEM)]

            seen.program.bank.happen("login_repaired", institution_id=BANKS[0])
            await seen.sync()
            await seen.settle(lambda: seen.page.watch.count == 0)
            assert counts == [1, 0]
            assert seen.page.open.empty.isVisible()
            seen.page.tabs.setCurrentIndex(2)
            await seen.settle(lambda: seen.page.told.model.rowCount() == 1)
            shown = seen.page.told.model.entry_at(0)
            assert (shown.mark, shown.title) == ("Solved", "Sign in again")

    run(scenario())


def test_held_removals_are_applied_and_undone_and_redone(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with visit(tmp_path, dressed, BANKS[0], rows=800) as seen:
            core = seen.program.core
            seen.program.bank.happen("mass_removal", institution_id=BANKS[0], share=0.5)
            await seen.sync()
            before = await core.newest_transactions(None)
            await seen.settle(lambda: "Removals to review" in seen.titles())
            held = (await core.review()).held
            assert seen.titles().count("Removals to review") == len(held)
            seen.page.open.entries.choose_key(f"held:{held[0].account_id}")
            sheet = seen.page.open.details.sheet
            assert sheet is not None
            many = len(held[0].transactions)
            assert len(sheet.grids[0].rows) == 10
            assert sheet.grids[0].more == f"and {many - 10} more"

            await seen.press("Apply removals")
            assert seen.page.outcome.words == f"Done: Removal of {many} transactions."
            await seen.settle(lambda: seen.titles().count("Removals to review") == len(held) - 1)
            gone = {row.id for row in before} - {row.id for row in await core.newest_transactions(None)}
            assert {row.id for row in held[0].transactions} <= gone

            assert seen.page.outcome.back_button.text() == "Undo"
            seen.page.outcome.back_button.click()
            await seen.settle(lambda: seen.page.outcome.back_button.text() == "Redo")
            await seen.settle(lambda: seen.titles().count("Removals to review") == len(held))
            assert await core.newest_transactions(None) == before

            seen.page.open.entries.choose_key(f"held:{held[0].account_id}")
            await seen.press("Keep the rows")
            await seen.settle(lambda: seen.titles().count("Removals to review") == len(held) - 1)
            assert await core.newest_transactions(None) == before

    run(scenario())


def test_a_difference_is_told_with_its_amount_and_opens_its_account(
    run: Run, dressed: Theme, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with visit(tmp_path, dressed, BANKS[0]) as seen:
            asked = offered(seen)
            await seen.sync(days=1)
            seen.program.bank.happen("drift", institution_id=BANKS[0], amount_minor=1_234)
            for _ in range(3):
                await seen.sync(days=1)
            await seen.choose("A difference to the bank's balance")
            sheet = seen.page.open.details.sheet
            assert sheet is not None
            facts = {fact.name: fact.text for fact in sheet.facts}
            assert facts["Difference"] in {"$12.34", "\N{MINUS SIGN}$12.34"}
            assert "Since" in facts
            seen.button("Show the account").click()
            assert [action.offer for action in asked] == [Offer.OPEN_ACCOUNT]
            assert "12.34 USD" in sheet.copied
            assert facts["Account"] not in sheet.copied

    run(scenario())


def test_consent_that_ends_and_outages_have_their_own_words(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with visit(tmp_path, dressed, *BANKS[:2]) as seen:
            seen.program.bank.happen("consent_expiry", institution_id=BANKS[0], days=3)
            seen.program.bank.happen("outage", institution_id=BANKS[1], minutes=600)
            await seen.sync()
            headings = ["Needs attention", "Passes by itself"]
            # What passes by itself is listed and not counted.
            await seen.settle(lambda: seen.headings() == headings and seen.page.watch.count == 1)
            assert len(seen.titles()) == 2
            await seen.choose("First Platypus Bank asks for your consent soon")
            sheet = seen.page.open.details.sheet
            assert sheet is not None
            assert sheet.facts[0].name == "Consent ends"
            assert seen.page.open.entries.choose_key("passing:2")
            assert seen.words() == ["Sync now", "Copy details"]

    run(scenario())


async def raise_questions(seen: Visit) -> None:
    """Edit what is pending until the bank says otherwise of one row, and has taken back another."""
    core = seen.program.core
    for _ in range(30):
        rows = await core.newest_transactions(60)
        fresh = [row.id for row in rows if row.state is TransactionState.PENDING and row.note is None]
        if fresh:
            await core.edit_transactions(fresh, Edit(note="mine", category="Mine"))
        review = await core.review()
        if review.taken_back and review.bank_says:
            break
        await seen.sync(days=1)
    await seen.settle(lambda: len(seen.titles()) >= review.count)


def test_questions_are_answered_and_taken_back(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with visit(tmp_path, dressed, BANKS[0]) as seen:
            core, entries = seen.program.core, seen.page.open.entries
            await raise_questions(seen)
            review = await core.review()
            said, gone = review.bank_says[0], review.taken_back[0]
            assert seen.page.watch.count == 0, "a question is no trouble"
            assert f"{review.count} questions to answer" in seen.page._summary.text()

            assert entries.choose_key(f"bank-says:{said.id}")
            sheet = seen.page.open.details.sheet
            assert sheet is not None
            assert [row[1] for row in sheet.grids[0].rows if row[0] == "Category"] == ["Mine"]
            await seen.press("Take the bank's")
            await seen.settle(lambda: not entries.choose_key(f"bank-says:{said.id}"))
            (row,) = await core.transactions([said.id])
            assert row.category != "Mine"
            seen.page.outcome.back_button.click()
            await seen.settle(lambda: entries.choose_key(f"bank-says:{said.id}"))
            await seen.press("Keep mine")
            await seen.settle(lambda: not entries.choose_key(f"bank-says:{said.id}"))
            (row,) = await core.transactions([said.id])
            assert row.category == "Mine"

            assert entries.choose_key(f"taken-back:{gone.id}")
            await seen.press("Let it go")
            await seen.settle(lambda: not entries.choose_key(f"taken-back:{gone.id}"))
            seen.page.outcome.back_button.click()
            await seen.settle(lambda: entries.choose_key(f"taken-back:{gone.id}"))
            await seen.press("Restore it")
            (row,) = await core.transactions([gone.id])
            assert row.state is not TransactionState.REMOVED

    run(scenario())


def test_a_suggested_match_is_made_one_row_and_taken_apart(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with visit(tmp_path, dressed, BANKS[0]) as seen:
            core, entries = seen.program.core, seen.page.open.entries
            await raise_questions(seen)
            gone = (await core.review()).taken_back[0]
            rows = await core.newest_transactions(60, gone.account_id)
            booked = next(row for row in rows if row.state is TransactionState.POSTED and not row.transfer)

            def suggest(db: SqliteDatabase) -> None:
                connection_of(db).execute(
                    "INSERT INTO suggestion (kind, first_id, second_id, state, reason, suggested_at) "
                    "VALUES ('posted', ?, ?, 'open', 'CHANGED_AMOUNT', ?)",
                    (gone.id, booked.id, to_millis(core.now())),
                )

            await core._database.run(suggest)
            seen.page.watch.refresh()
            await seen.settle(lambda: entries.choose_key("suggestion:1"))
            assert seen.words() == ["They are one", "They are two"]
            await seen.press("They are one")
            await seen.settle(lambda: not entries.choose_key("suggestion:1"))
            (row,) = await core.transactions([gone.id])
            assert (row.state, row.amount) == (TransactionState.POSTED, booked.amount)
            seen.page.outcome.back_button.click()
            await seen.settle(lambda: entries.choose_key("suggestion:1"))
            await seen.press("They are two")
            await seen.settle(lambda: not entries.choose_key("suggestion:1"))
            (row,) = await core.transactions([gone.id])
            assert row.amount == gone.amount

    run(scenario())


def open_matches(seen: Visit) -> int:
    assert seen.page.watch.problems is not None
    return len(seen.page.watch.problems.review.suggestions)


def test_several_suggested_matches_are_answered_by_one_key(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with visit(tmp_path, dressed, BANKS[0]) as seen:
            core, entries = seen.program.core, seen.page.open.entries
            rows = [row for row in await core.newest_transactions(80) if not row.transfer]
            first = rows[0]
            same = [row for row in rows if row.account_id == first.account_id][:4]

            def suggest(db: SqliteDatabase) -> None:
                for one, other in (same[:2], same[2:]):
                    connection_of(db).execute(
                        "INSERT INTO suggestion (kind, first_id, second_id, state, reason, suggested_at) "
                        "VALUES ('posted', ?, ?, 'open', 'CHANGED_AMOUNT', ?)",
                        (one.id, other.id, to_millis(core.now())),
                    )

            await core._database.run(suggest)
            seen.page.watch.refresh()
            await seen.settle(lambda: entries.choose_key("suggestion:1"))
            QTest.keyClick(entries, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
            assert seen.words() == ["They are one: all 2", "They are two: all 2"]
            QTest.keyClick(entries, Qt.Key.Key_N)
            await seen.settle(lambda: open_matches(seen) == 0)
            seen.page.outcome.back_button.click()
            await seen.settle(lambda: open_matches(seen) == 2)
            assert entries.choose_key("suggestion:2")
            QTest.keyClick(entries, Qt.Key.Key_N)
            await seen.settle(lambda: entries.entry is not None and entries.entry.key == "suggestion:1")

    run(scenario())


def test_copied_details_hold_no_secret(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with visit(tmp_path, dressed, BANKS[0]) as seen:
            seen.program.bank.happen("login_expiry", institution_id=BANKS[0])
            await seen.sync()
            await seen.choose("Sign in again")
            QTest.keyClick(seen.page.open.entries, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
            text = QGuiApplication.clipboard().text()
            assert "ITEM_LOGIN_REQUIRED" in text
            assert "access-" not in text
            world = seen.program.bank.world(transactions=False)
            numbers = [str(one["account_id"]) for one in world["accounts"]]
            assert [one for one in numbers if one in text] == []
            assert seen.page.outcome.words == "The details were copied, without secrets."

    run(scenario())


def test_a_notice_is_snoozed_from_its_menu(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with visit(tmp_path, dressed, BANKS[0]) as seen:
            seen.program.bank.happen("login_expiry", institution_id=BANKS[0])
            await seen.sync()
            await seen.choose("Sign in again")
            await seen.settle(lambda: "Remind me later" in seen.words())
            seen.button("Remind me later").click()
            (menu,) = seen.page.findChildren(QMenu)
            assert [action.text() for action in menu.actions()] == ["In an hour", "Tomorrow morning"]
            menu.actions()[0].trigger()
            menu.close()
            await seen.settle(lambda: seen.page.outcome.words.startswith("You are told again"))
            (entry,) = await seen.program.core.notices.entries()
            until = entry.memory.snoozed_until
            assert until is not None
            assert 3_590 < (until - seen.program.core.now()).total_seconds() <= 3_600
            await seen.settle(
                lambda: (
                    "Snoozed until" in [fact.name for fact in (seen.page.open.details.sheet or _none()).facts]
                )
            )

    run(scenario())


def _none() -> Any:  # noqa: ANN401
    message = "no details are shown"
    raise AssertionError(message)


def test_return_goes_to_the_buttons_and_the_choice_stays_while_others_come_and_go(
    run: Run, dressed: Theme, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with visit(tmp_path, dressed, *BANKS) as seen:
            bank = seen.program.bank
            for institution in BANKS[1:]:
                bank.happen("login_expiry", institution_id=institution)
            await seen.sync()
            await seen.settle(lambda: seen.titles() == ["Sign in again"] * 2)
            entries = seen.page.open.entries
            assert entries.choose_key("reauth:3")
            entries.setFocus()
            bank.happen("login_expiry", institution_id=BANKS[0])
            await seen.sync()
            await seen.settle(lambda: len(seen.titles()) == 3)
            assert entries.entry is not None
            assert entries.entry.key == "reauth:3"
            bank.happen("login_repaired", institution_id=BANKS[1])
            await seen.sync()
            await seen.settle(lambda: len(seen.titles()) == 2)
            assert entries.entry.key == "reauth:3"
            QTest.keyClick(entries, Qt.Key.Key_Return)
            assert seen.program.window.focusWidget() is seen.button("Sign in again")
            QTest.keyClick(entries, Qt.Key.Key_Up)
            assert entries.entry.key == "reauth:1"
            QTest.keyClick(entries, Qt.Key.Key_Up)
            assert entries.entry.key == "reauth:1", "a heading is not chosen"

    run(scenario())


def test_the_number_is_shown_before_the_page_is_built(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with visit(tmp_path, dressed, BANKS[0]) as seen:
            window = seen.program.window
            window.show_page(Page.OVERVIEW)
            seen.program.bank.happen("login_expiry", institution_id=BANKS[0])
            await seen.sync()
            await seen.settle(lambda: seen.page.watch.count == 1)
            assert window.sidebar.buttons[Page.PROBLEMS].accessibleName() == "Problems, 1 waiting"
            (entry,) = await seen.program.core.notices.entries()
            assert entry.memory.read_at is None, "nobody has seen it"
            assert entry.notice.item_id == ItemId(1)
            window.show_page(Page.PROBLEMS)
            QApplication.sendEvent(seen.page, QFocusEvent(QEvent.Type.FocusIn))
            assert window.focusWidget() is seen.page.open.entries
            await seen.settle(seen.all_read)

    run(scenario())
