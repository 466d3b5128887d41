"""What a list on the Problems page shows in one row, and the rows that everything open makes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import islice

from PySide6.QtCore import QCoreApplication

from budgetsync.domain.activity import AuditEntry, RunLine
from budgetsync.domain.dead_letter import LetterKind, LetterLine, LetterState
from budgetsync.domain.errors import Trouble
from budgetsync.domain.history import HistoryEntry
from budgetsync.domain.notices import NoticeEntry, NoticeKind
from budgetsync.domain.problems import Drift, OpenNeed, Problems
from budgetsync.domain.review import HeldRemovals, Suggestion
from budgetsync.domain.transaction import Transaction
from budgetsync.ui.language import engine_text
from budgetsync.ui.status import Tone

translate = QCoreApplication.translate
SHOWN_QUESTIONS = 100
"""Of each kind; more are under Transactions."""


class QuestionKind(StrEnum):
    """What is asked about one row."""

    BANK_SAYS = "bank-says"
    TAKEN_BACK = "taken-back"


@dataclass(frozen=True, slots=True)
class Question:
    """A row that waits for a decision."""

    kind: QuestionKind
    transaction: Transaction


@dataclass(frozen=True, slots=True)
class Removals:
    """Removals that are held, with how they were told."""

    need: OpenNeed
    held: HeldRemovals


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference, with how it was told."""

    need: OpenNeed
    drift: Drift


Subject = (
    OpenNeed
    | Trouble
    | Removals
    | Difference
    | Suggestion
    | Question
    | LetterLine
    | NoticeEntry
    | HistoryEntry
    | RunLine
    | AuditEntry
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One row.

    Attributes:
        key: Names it for as long as it is the same.
        where: The connection or account that it is about.
        at: What its age is counted from. Aware UTC.
        mark: A word or two on how it stands.
        is_fresh: Whether it was not read before this visit.
        subject: What it is about; None for a heading.
    """

    key: str
    icon: str
    tone: Tone
    title: str
    where: str = ""
    at: datetime | None = None
    mark: str = ""
    is_fresh: bool = False
    subject: Subject | None = None

    @property
    def is_heading(self) -> bool:
        """Whether it only names those that follow."""
        return self.subject is None


def open_entries(problems: Problems, fresh: frozenset[int]) -> list[Entry]:
    """Make the list of what is open.

    Args:
        fresh: Notices that were unread when the page was opened.
    """
    groups = (
        (translate("Problems", "Needs attention"), list(_needs(problems, fresh))),
        (translate("Problems", "To decide"), list(_questions(problems))),
        (translate("Problems", "Passes by itself"), [_need(need, fresh) for need in problems.passing]),
        (translate("Problems", "Good to know"), list(map(_remark, problems.remarks))),
    )
    entries: list[Entry] = []
    for number, (title, group) in enumerate(groups):
        if group:
            entries += [Entry(f"heading:{number}", "", Tone.QUIET, title), *group]
    return entries


def letter_entry(line: LetterLine) -> Entry:
    """Make the row of a letter."""
    icons = {LetterKind.ROW: "aside", LetterKind.EVENT: "notice", LetterKind.REQUEST: "syncing"}
    tone = Tone.WARNING if line.state is LetterState.OPEN else Tone.QUIET
    return Entry(
        f"letter:{line.id}",
        icons[line.kind],
        tone,
        engine_text(line.title),
        line.institution,
        line.first_seen_at,
        _letter_mark(line),
        subject=line,
    )


def notice_entry(entry: NoticeEntry, now: datetime, *, fresh: bool) -> Entry:
    """Make the row of something that was told."""
    icon, tone = _look(entry.notice.kind)
    memory = entry.memory
    if memory.solved_at is not None:
        icon, tone, mark = "ok", Tone.OK, translate("Problems", "Solved")
    elif memory.snoozed_until is not None and memory.snoozed_until > now:
        mark = translate("Problems", "Snoozed")
    else:
        mark = translate("Problems", "Open")
    title, where = part_title(engine_text(entry.notice.title))
    at = memory.told_at or entry.noted_at
    return Entry(f"notice:{entry.id}", icon, tone, title, where, at, mark, is_fresh=fresh, subject=entry)


def part_title(text: str) -> tuple[str, str]:
    """Part "Harbor Bank: sign in again" into what happened and where."""
    where, colon, what = text.partition(": ")
    return (what[0].upper() + what[1:], where) if colon and what else (text, "")


def _needs(problems: Problems, fresh: frozenset[int]) -> Iterator[Entry]:
    held = {f"held:{one.account_id}": one for one in problems.review.held}
    drifts = {f"drift:{one.account_id}": one for one in problems.drifts}
    for need in problems.needs:
        entry, cause = _need(need, fresh), need.notice.cause
        if cause in held:
            yield _with_subject(entry, Removals(need, held[cause]), held[cause].held_at)
        elif cause in drifts:
            yield _with_subject(entry, Difference(need, drifts[cause]), need.since)
        else:
            yield entry


def _with_subject(entry: Entry, subject: Subject, at: datetime | None) -> Entry:
    return Entry(
        entry.key,
        entry.icon,
        entry.tone,
        entry.title,
        entry.where,
        at,
        entry.mark,
        is_fresh=entry.is_fresh,
        subject=subject,
    )


def _need(need: OpenNeed, fresh: frozenset[int]) -> Entry:
    icon, tone = _look(need.notice.kind)
    if need.notice.cause.startswith("passing:"):
        tone = Tone.QUIET
    bank = "" if need.connection is None else need.connection.item.institution.name
    title, where = part_title(engine_text(need.notice.title))
    is_fresh = need.entry is not None and need.entry.id in fresh
    return Entry(
        need.notice.cause, icon, tone, title, where or bank, need.since, is_fresh=is_fresh, subject=need
    )


def _questions(problems: Problems) -> Iterator[Entry]:
    review = problems.review
    for suggestion in islice(review.suggestions, SHOWN_QUESTIONS):
        posted = suggestion.kind == "posted"
        title = (
            translate("Problems", "One purchase or two: {payee}")
            if posted
            else translate("Problems", "A transfer of your own: {payee}")
        )
        yield Entry(
            f"suggestion:{suggestion.id}",
            "match" if posted else "transfer",
            Tone.BUSY,
            title.format(payee=suggestion.first.shown_payee),
            suggestion.first.account_name,
            suggestion.suggested_at,
            subject=suggestion,
        )
    asked = (
        (
            QuestionKind.BANK_SAYS,
            translate("Problems", "The bank now says otherwise: {payee}"),
            review.bank_says,
        ),
        (QuestionKind.TAKEN_BACK, translate("Problems", "The bank took it back: {payee}"), review.taken_back),
    )
    for kind, title, rows in asked:
        for row in islice(rows, SHOWN_QUESTIONS):
            yield Entry(
                f"{kind}:{row.id}",
                "depository" if kind is QuestionKind.BANK_SAYS else "removal",
                Tone.BUSY,
                title.format(payee=row.shown_payee),
                row.account_name,
                subject=Question(kind, row),
            )


def _remark(trouble: Trouble) -> Entry:
    return Entry(
        f"remark:{trouble.code}:{trouble.title}",
        "attention",
        Tone.QUIET,
        engine_text(trouble.title),
        subject=trouble,
    )


def _letter_mark(line: LetterLine) -> str:
    match line.state:
        case LetterState.DISCARDED:
            return translate("Letters", "Put away")
        case LetterState.SOLVED:
            return translate("Letters", "Solved")
        case LetterState.REQUEUED:
            return translate("Letters", "Being tried again")
        case _:
            return translate("Letters", "Not readable by this version") if line.is_poison else ""


def _look(kind: NoticeKind) -> tuple[str, Tone]:
    looks = {
        NoticeKind.REAUTH: ("key", Tone.WARNING),
        NoticeKind.GONE: ("disconnected", Tone.ERROR),
        NoticeKind.SETUP: ("attention", Tone.ERROR),
        NoticeKind.DOWN: ("waiting", Tone.WARNING),
        NoticeKind.CONSENT: ("key", Tone.WARNING),
        NoticeKind.STALE: ("waiting", Tone.WARNING),
        NoticeKind.WEBHOOKS: ("waiting", Tone.WARNING),
        NoticeKind.ACCOUNTS: ("key", Tone.WARNING),
        NoticeKind.DEAD_LETTERS: ("aside", Tone.WARNING),
        NoticeKind.DRIFT: ("difference", Tone.WARNING),
        NoticeKind.HELD: ("removal", Tone.WARNING),
        NoticeKind.DISK: ("disk", Tone.ERROR),
        NoticeKind.KEYRING: ("key", Tone.ERROR),
        NoticeKind.BACKUP: ("disk", Tone.WARNING),
        NoticeKind.LEDGER: ("attention", Tone.ERROR),
        NoticeKind.TEST: ("notice", Tone.QUIET),
    }
    return looks[kind]
