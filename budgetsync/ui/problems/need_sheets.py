"""The details of what is wrong: connections, ledger, differences, held removals, notices that were told."""

from budgetsync.domain.errors import Trouble
from budgetsync.domain.notices import NoticeAction, NoticeEntry, NoticeKind, Offer
from budgetsync.domain.problem_text import (
    drift_details,
    entry_details,
    held_details,
    need_details,
    trouble_details,
)
from budgetsync.domain.problems import Drift, LetterFigures, OpenNeed
from budgetsync.domain.transaction import Transaction
from budgetsync.ui.formats import exact, long_day, money, number, relative
from budgetsync.ui.language import engine_text
from budgetsync.ui.problems.entries import Difference, Entry, Removals
from budgetsync.ui.problems.sheets import (
    Act,
    Deed,
    Fact,
    Grid,
    Reading,
    Sheet,
    act,
    copy_act,
    offers,
    sheet_of,
    translate,
)
from budgetsync.ui.problems.words import cause_words, row_day

SOME = 10
"""Rows that are shown of many."""


def need_sheet(entry: Entry, need: OpenNeed, letters: LetterFigures, reading: Reading) -> Sheet:
    """Say what is wrong."""
    notice = need.notice
    facts = reading.when(translate("Problems", "Since"), need.since)
    if notice.kind is NoticeKind.CONSENT and need.connection is not None:
        item = need.connection.item
        ends = translate("Problems", "Consent ends")
        if item.access_ends_at == item.disconnects_at:
            ends = translate("Problems", "Connection ends")
        facts = reading.when(ends, item.access_ends_at)
    elif notice.kind is NoticeKind.DEAD_LETTERS:
        facts = (*reading.when(translate("Problems", "Oldest"), need.since), *_letter_facts(letters, reading))
    elif need.connection is not None:
        item = need.connection.item
        facts += reading.when(translate("Problems", "Contacted"), item.contacted_at)
        facts += reading.when(translate("Problems", "Bank's data as of"), item.as_of)
        if item.trouble is not None:
            facts += (Fact(translate("Problems", "Code"), item.trouble.code),)
    acts: tuple[Act, ...] = offers(notice.actions, entry.title)
    if notice.kind is NoticeKind.DEAD_LETTERS:
        word = translate("Problems", "Show what was kept aside")
        acts = (Act(Deed.SHOW_LETTERS, word, word, "primary"),)
    return sheet_of(
        entry,
        (*facts, *_told(need.entry, reading)),
        (
            engine_text(notice.message),
            "" if notice.kind is NoticeKind.DEAD_LETTERS else engine_text(notice.action),
        ),
        acts=(*acts, *_later(need.entry, entry.title), copy_act(entry.title)),
        copied=need_details(need, reading.program),
    )


def held_sheet(entry: Entry, subject: Removals, reading: Reading) -> Sheet:
    """Say what the bank took back at once, and ask what becomes of it."""
    held = subject.held
    newest = sorted(held.transactions, key=lambda row: (row.transacted_on, row.id), reverse=True)
    many = len(held.transactions)
    n = number(many, reading.locale)
    remove = translate("Problems", "Apply removals ({n})", None, many).format(n=n)
    keep = translate("Problems", "Keep the rows")
    more = ""
    if many > SOME:
        rest = many - SOME
        more = translate("Problems", "and {n} more", None, rest).format(n=number(rest, reading.locale))
    what = translate(
        "Problems",
        "The bank took back {n} transactions of {account} at once. That many are seldom meant, so nothing was "
        "removed yet: they still count here.",
        None,
        many,
    )
    if many == 1:
        what = translate(
            "Problems",
            "The bank took back a transaction of {account} that it should not have. Nothing was removed yet: it "
            "still counts here.",
        )
    return sheet_of(
        entry,
        (
            *reading.when(translate("Problems", "Since"), held.held_at),
            Fact(translate("Problems", "Account"), held.account_name),
            Fact(translate("Problems", "Rows"), n),
        ),
        (
            what.format(n=n, account=held.account_name),
            translate(
                "Problems",
                "Compare with the bank's own site. Apply the removals if the rows are gone there too, else keep them. "
                "Either can be undone.",
            ),
        ),
        (
            transactions_grid(
                translate("Problems", "Rows that it took back"), tuple(newest[:SOME]), reading, more
            ),
        ),
        acts=(
            act(Deed.APPLY_REMOVALS, remove, entry.title),
            act(Deed.KEEP_ROWS, keep, entry.title),
            *offers(_account_offer(subject.need), entry.title, first="plain"),
            *_later(subject.need.entry, entry.title),
            copy_act(entry.title),
        ),
        copied=held_details(held, reading.program),
    )


def drift_sheet(entry: Entry, subject: Difference, reading: Reading) -> Sheet:
    """Say by how much an account differs from the bank's balance, and what that may come from."""
    drift, locale = subject.drift, reading.locale
    facts = [
        Fact(name, money(amount, locale))
        for name, amount in (
            (translate("Problems", "Difference"), drift.amount),
            (translate("Problems", "The bank says"), drift.told),
            (translate("Problems", "Expected"), drift.expected),
        )
        if amount is not None
    ]
    if drift.since is not None:
        facts.append(Fact(translate("Problems", "Since"), long_day(drift.since, locale)))
    facts.append(Fact(translate("Problems", "Account"), drift.account_name))
    paragraphs = [
        translate(
            "Problems",
            "The balance that the bank gave when the account was last proved, and everything booked since, do not add "
            "up to the balance that it gives now. Nothing is booked to hide that.",
        )
    ]
    if drift.causes:
        paragraphs.append(translate("Problems", "It may come from one of these:"))
        paragraphs += ["•  " + cause_words(cause, locale) for cause in drift.causes]
    else:
        paragraphs.append(
            translate(
                "Problems",
                "No row here explains it. A transaction may be missing or doubled: compare the days since then with "
                "the bank's own site.",
            )
        )
    return sheet_of(
        entry,
        facts,
        paragraphs,
        _cause_grids(drift, reading),
        acts=(
            *offers(subject.need.notice.actions, entry.title),
            *_later(subject.need.entry, entry.title),
            copy_act(entry.title),
        ),
        copied=drift_details(drift, reading.program),
    )


def remark_sheet(entry: Entry, trouble: Trouble, reading: Reading) -> Sheet:
    """Say what is to be known."""
    return sheet_of(
        entry,
        (Fact(translate("Problems", "Code"), trouble.code),),
        (engine_text(trouble.message), engine_text(trouble.action)),
        where="",
        acts=(copy_act(entry.title),),
        copied=trouble_details(trouble, reading.program),
    )


def notice_sheet(entry: Entry, told: NoticeEntry, reading: Reading) -> Sheet:
    """Say what was told, and what became of it."""
    memory = told.memory
    facts = [
        *reading.when(translate("Problems", "Noted"), told.noted_at),
        *_told(told, reading),
        *reading.when(translate("Problems", "Read"), memory.read_at),
        *reading.when(translate("Problems", "Solved"), memory.solved_at),
    ]
    is_open = memory.solved_at is None
    acts = (act(Deed.SHOW_OPEN, translate("Problems", "Show it under Open"), entry.title, "primary"),)
    return sheet_of(
        entry,
        facts,
        (engine_text(told.notice.message),),
        where=" · ".join(part for part in (entry.where, entry.mark) if part),
        acts=(*(acts if is_open else ()), *_later(told, entry.title), copy_act(entry.title)),
        copied=entry_details(told, reading.program),
    )


def transactions_grid(title: str, rows: tuple[Transaction, ...], reading: Reading, more: str = "") -> Grid:
    """Write transactions as day, payee and amount."""
    return Grid(
        title,
        (),
        tuple(
            (row_day(row, reading.now, reading.locale), row.shown_payee, money(row.amount, reading.locale))
            for row in rows
        ),
        frozenset({2}),
        more,
    )


def _cause_grids(drift: Drift, reading: Reading) -> list[Grid]:
    rows = [row for cause in drift.causes for row in cause.transactions]
    if not rows:
        return []
    return [transactions_grid(translate("Problems", "Rows to look at"), tuple(rows), reading)]


def _account_offer(need: OpenNeed) -> list[NoticeAction]:
    return [
        NoticeAction(Offer.OPEN_ACCOUNT, account_id=action.account_id)
        for action in need.notice.actions
        if action.account_id is not None
    ]


def _letter_facts(letters: LetterFigures, reading: Reading) -> list[Fact]:
    facts = [Fact(translate("Problems", "Kept aside"), number(letters.waiting, reading.locale))]
    if letters.poison:
        name = translate("Problems", "Not readable by this version")
        facts.append(Fact(name, number(letters.poison, reading.locale)))
    return facts


def _told(entry: NoticeEntry | None, reading: Reading) -> tuple[Fact, ...]:
    if entry is None:
        return ()
    facts = reading.when(translate("Problems", "Told"), entry.memory.told_at)
    until = entry.memory.snoozed_until
    if until is not None and until > reading.now and entry.memory.solved_at is None:
        name = translate("Problems", "Snoozed until")
        facts += (Fact(name, relative(until, reading.now, reading.locale), exact(until, reading.locale)),)
    return facts


def _later(entry: NoticeEntry | None, about: str) -> tuple[Act, ...]:
    if entry is None or entry.memory.solved_at is not None:
        return ()
    hover = translate("Problems", "Says it again then, if it is still so; until then it is only listed here")
    return (act(Deed.SNOOZE, translate("Problems", "Remind me later"), about, "quiet", hover),)
