"""Problems as text that may be pasted into a report: no name of an account or payee, no id, no secret."""

from datetime import datetime

from budgetsync.domain.errors import Trouble
from budgetsync.domain.notices import NoticeEntry, NoticeKind
from budgetsync.domain.problems import Drift, OpenNeed
from budgetsync.domain.redaction import redact
from budgetsync.domain.review import HeldRemovals

_OF_ACCOUNTS = frozenset({NoticeKind.DRIFT, NoticeKind.HELD})


def need_details(need: OpenNeed, program: str) -> str:
    """Write what a report needs of something that is wrong.

    Args:
        program: Its version.
    """
    notice = need.notice
    # What is about an account has the account's name in its title.
    title = f"A problem of kind {notice.kind}" if notice.kind in _OF_ACCOUNTS else notice.title
    lines = [f"{title} ({_code(need)})", notice.message, notice.action, f"BudgetSync {program}"]
    if need.since is not None:
        lines.append(f"since {_stamp(need.since)}")
    if need.connection is not None:
        item = need.connection.item
        lines += [
            f"connection {item.id} through {item.provider}, {item.status}",
            f"contacted {_stamp(item.contacted_at)}, succeeded {_stamp(item.succeeded_at)}, as of {_stamp(item.as_of)}",
            f"{need.connection.failures} runs failed in a row",
        ]
    lines += _told(need.entry)
    return _join(lines)


def drift_details(drift: Drift, program: str) -> str:
    """Write what a report needs of a difference; the balance itself is nobody's business, its difference is."""
    amount = "of an unknown currency"
    if drift.amount is not None:
        amount = f"of {drift.amount.decimal:f} {drift.amount.currency}"
    return _join(
        [
            f"A difference to the bank's balance {amount}",
            f"BudgetSync {program}; account {drift.account_id}, since {drift.since or 'an unknown day'}",
            *(f"candidate: {cause.kind}, {cause.count} rows" for cause in drift.causes),
        ]
    )


def held_details(held: HeldRemovals, program: str) -> str:
    """Write what a report needs of removals that wait for a decision."""
    return _join(
        [
            f"{len(held.transactions)} removals are held",
            f"BudgetSync {program}; account {held.account_id}, run {held.run_id}, since {_stamp(held.held_at)}",
        ]
    )


def entry_details(entry: NoticeEntry, program: str) -> str:
    """Write what a report needs of something that was told."""
    return need_details(OpenNeed(entry.notice, entry.noted_at, entry), program)


def trouble_details(trouble: Trouble, program: str) -> str:
    """Write what a report needs of a trouble."""
    title = f"{trouble.title} ({trouble.code})"
    return _join([title, trouble.message, trouble.action, f"BudgetSync {program}"])


def _code(need: OpenNeed) -> str:
    trouble = None if need.connection is None else need.connection.item.trouble
    return need.notice.kind if trouble is None else trouble.code


def _told(entry: NoticeEntry | None) -> list[str]:
    if entry is None:
        return ["not told yet"]
    memory = entry.memory
    times = (
        ("noted", entry.noted_at),
        ("told", memory.told_at),
        ("read", memory.read_at),
        ("solved", memory.solved_at),
        ("snoozed until", memory.snoozed_until),
    )
    return [f"{word} {_stamp(at)}" for word, at in times if at is not None]


def _stamp(at: datetime | None) -> str:
    return "never" if at is None else f"{at:%Y-%m-%d %H:%M} UTC"


def _join(lines: list[str]) -> str:
    return redact("\n".join(line for line in lines if line))
