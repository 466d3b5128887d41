"""What is printed: tables for people, JSON and CSV for programs."""

import json
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from rich.console import Console
from rich.table import Table

from budgetsync.domain.account import Account
from budgetsync.domain.backups import IntegrityReport, Keeping
from budgetsync.domain.errors import Trouble
from budgetsync.domain.export import CSV, Export
from budgetsync.domain.freshness import Freshness, Staleness
from budgetsync.domain.ids import ItemId
from budgetsync.domain.money import Money
from budgetsync.domain.overview import ItemOverview, Overview
from budgetsync.domain.sync import Counts, SyncRun
from budgetsync.domain.transaction import Transaction, TransactionState

MINUS = "\u2212"
_SOON = timedelta(hours=12)
_PIPE_WIDTH = 200  # in a pipe, lines are not cut to a terminal's width
_STATE_WORDS = {
    TransactionState.POSTED: "",
    TransactionState.PENDING: "pending",
    TransactionState.REMOVED: "taken back by the bank",
}
_STALE = {
    Freshness.FRESH: "",
    Freshness.NEVER: "nothing fetched yet",
    Freshness.NOT_SYNCED: "not synced for more than a day",
    Freshness.BANK_SILENT: "the bank itself sends no news",
    Freshness.ACCOUNT_SILENT: "silent for longer than usual",
}


def build_console() -> Console:
    """A console that writes plain, wide lines where nobody looks."""
    console = Console(highlight=False)
    return console if console.is_terminal else Console(highlight=False, width=_PIPE_WIDTH)


def format_money(money: Money | None) -> str:
    """Write an amount with its currency, a true minus sign and grouped thousands."""
    if money is None:
        return "—"
    text = f"{abs(money.decimal):,f}"
    return f"{MINUS if money.minor < 0 else ''}{text} {money.currency}"


def format_counts(counts: Counts) -> str:
    """Write what a run did: +added ~modified, then a true minus sign and removed."""
    return f"+{counts.added:,} ~{counts.modified:,} {MINUS}{counts.removed:,}"


def format_age(instant: datetime | None, now: datetime) -> str:
    """Write how long ago something was, coarsely."""
    if instant is None:
        return "never"
    seconds = (now - instant).total_seconds()
    for size, unit in ((86_400, "d"), (3_600, "h"), (60, "min")):
        if seconds >= size:
            return f"{int(seconds // size)} {unit} ago"
    return "just now"


def format_local(at: datetime, now: datetime | None = None) -> str:
    """Write an instant in local time; without its day where that is obvious.

    Args:
        now: The time; None to write the day in any case.
    """
    local = at.astimezone()
    return f"{local:%H:%M}" if now is not None and abs(at - now) < _SOON else f"{local:%Y-%m-%d %H:%M}"


def format_turn(at: datetime | None, now: datetime) -> str:
    """Write when something is due; "now" for what is overdue."""
    if at is None:
        return "—"
    return "now" if at <= now else format_local(at, now)


def describe_check(keeping: Keeping, now: datetime) -> str:
    """Say what the last look at the ledger's file found, and when that was."""
    looks = [report for report in (keeping.quick, keeping.full) if report is not None]
    last = max(looks, key=lambda report: report.at, default=None)
    return (
        f"{'sound' if last.sound else 'damaged'}, {format_age(last.at, now)}" if last else "not checked yet"
    )


def describe_staleness(staleness: Staleness) -> str:
    """Say why something is stale; "" for what is fresh."""
    said = _STALE[staleness.freshness]
    return f"{staleness.account}: {said}" if staleness.account else said


def print_table(headings: Sequence[str], rows: Iterable[Sequence[str]], *, right: Iterable[int] = ()) -> None:
    """Print columns; `right` names the ones that hold figures."""
    table = Table(box=None, pad_edge=False, header_style="dim")
    for number, heading in enumerate(headings):
        table.add_column(heading, justify="right" if number in set(right) else "left", no_wrap=True)
    for row in rows:
        table.add_row(*(plain_text(cell) for cell in row))
    build_console().print(table, markup=False)


def print_json(value: object) -> None:
    """Print JSON for a program: stable names, instants as ISO 8601 UTC."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


def print_keeping(keeping: Keeping, troubles: Iterable[Trouble], now: datetime) -> None:
    """Print how well the ledger's file is kept, and what is wrong with it."""
    newest = keeping.newest_backup
    saved = f"{keeping.backups:,}, the newest {format_age(newest.made_at, now)}" if newest else "none yet"
    sys.stdout.write(f"Backups: {saved}. The file: {describe_check(keeping, now)}.\n")
    for trouble in troubles:
        sys.stdout.write(f"{format_trouble(trouble)}\n")


def print_status(overview: Overview, now: datetime) -> None:
    """Print every connection with its accounts."""
    if not overview.items:
        sys.stdout.write("No bank is connected yet. Try `budgetsync demo`, or `budgetsync connect --help`.\n")
        return
    for connection in overview.items:
        item = connection.item
        standing = (
            f"{item.status.value.replace('_', ' ').lower()}, contacted {format_age(item.contacted_at, now)}, "
            f"the bank's data as of {format_age(item.as_of, now)}"
        )
        told = standing if item.is_synced else "brought by hand"
        sys.stdout.write(f"{item.institution.name} (connection {item.id}): {told}\n")
        if stale := describe_staleness(connection.staleness(now)):
            sys.stdout.write(f"  Not up to date: {stale}.\n")
        if item.trouble is not None:
            sys.stdout.write(f"  {format_trouble(item.trouble)}\n")
        if connection.accounts:
            print_table(
                ("  id", "account", "", "balance", "rows", "last run"),
                (_status_row(account) for account in connection.accounts),
                right=(0, 3, 4),
            )
        sys.stdout.write("\n")
    sys.stdout.write(f"{overview.up_to_date(now)}.\n")


def format_trouble(trouble: Trouble) -> str:
    """Write what happened and what to do in one line."""
    return f"{trouble.title}: {trouble.message} {trouble.action} [{trouble.code}]"


def status_fields(overview: Overview) -> dict[str, Any]:
    """The overview for a program. Amounts as exact decimal text beside minor units."""
    return {
        "connections": [_connection_fields(connection) for connection in overview.items],
        "troubles": [trouble_fields(trouble) for trouble in overview.troubles],
    }


def keeping_fields(keeping: Keeping) -> dict[str, Any]:
    """How well the ledger's file is kept, for a program."""
    newest = keeping.newest_backup
    return {
        "backups": keeping.backups,
        "newest_backup": newest and newest.name,
        "newest_backup_at": newest and instant_text(newest.made_at),
        "quick_check": _check_fields(keeping.quick),
        "full_check": _check_fields(keeping.full),
    }


def run_fields(run: SyncRun | None, item_id: ItemId) -> dict[str, Any]:
    """A run's outcome for a program."""
    if run is None:
        return {"connection": item_id, "state": None}
    return {
        "connection": item_id,
        "run": run.id,
        "state": run.state.value,
        "trigger": run.trigger.value,
        "started_at": instant_text(run.started_at),
        "finished_at": instant_text(run.finished_at),
        "added": run.counts.added,
        "modified": run.counts.modified,
        "removed": run.counts.removed,
        "pages": run.pages,
        "requests": run.requests,
        "problems": run.problems,
        "error": trouble_fields(run.trouble),
    }


def print_transactions(rows: Iterable[Transaction]) -> None:
    """Print transactions as a table."""
    print_table(
        ("date", "payee", "category", "account", "amount", "", "id"),
        (
            (
                row.transacted_on.isoformat(),
                row.shown_payee,
                row.category or "",
                row.account_name,
                format_money(row.amount),
                _STATE_WORDS[row.state],
                str(row.id),
            )
            for row in rows
        ),
        right=(4,),
    )


def print_csv(rows: Iterable[Transaction]) -> None:
    """Print transactions as CSV. Texts that a spreadsheet would run as a formula get an apostrophe before."""
    for line in CSV.write(Export("", datetime.now(UTC), rows)):
        sys.stdout.write(str(line).removesuffix("\r\n") + "\n")  # as a terminal ends its lines


def _status_row(account: Account) -> tuple[str, ...]:
    owed = " owed" if account.type in {"credit", "loan"} else ""
    return (
        str(account.id),
        account.name,
        f"··{account.mask}" if account.mask else "",
        format_money(account.current) + owed,
        f"{account.transactions:,}",
        format_counts(Counts(account.added, account.modified, account.removed)),
    )


def _connection_fields(connection: ItemOverview) -> dict[str, Any]:
    item = connection.item
    return {
        "id": item.id,
        "institution": {"id": item.institution.id, "name": item.institution.name},
        "provider": item.provider,
        "status": item.status.value,
        "history": item.history.value,
        "contacted_at": instant_text(item.contacted_at),
        "succeeded_at": instant_text(item.succeeded_at),
        "as_of": instant_text(item.as_of),
        "bank_failed_at": instant_text(item.bank_failed_at),
        "bank_code": item.bank_code,
        "consent_expires_at": instant_text(item.consent_expires_at),
        "removed_at": instant_text(item.removed_at),
        "error": trouble_fields(item.trouble),
        "last_run": run_fields(connection.last_run, item.id) if connection.last_run else None,
        "accounts": [_account_fields(account) for account in connection.accounts],
    }


def _account_fields(account: Account) -> dict[str, Any]:
    return {
        "id": account.id,
        "name": account.name,
        "mask": account.mask,
        "type": account.type,
        "subtype": account.subtype,
        "currency": account.currency,
        "current": _money_text(account.current),
        "current_minor": account.current.minor if account.current else None,
        "available": _money_text(account.available),
        "limit": _money_text(account.limit),
        "balance_as_of": instant_text(account.balance_as_of),
        "transactions": account.transactions,
        "last_run": {"added": account.added, "modified": account.modified, "removed": account.removed},
    }


def _check_fields(report: IntegrityReport | None) -> dict[str, Any] | None:
    if report is None:
        return None
    return {"at": instant_text(report.at), "sound": report.sound, "findings": list(report.findings)}


def trouble_fields(trouble: Trouble | None) -> dict[str, str] | None:
    """A trouble for a program."""
    if trouble is None:
        return None
    return {
        "code": trouble.code,
        "title": trouble.title,
        "message": trouble.message,
        "action": trouble.action,
    }


def _money_text(money: Money | None) -> str | None:
    return None if money is None else f"{money.decimal:f}"


def instant_text(instant: datetime | None) -> str | None:
    """Write an instant for a program: ISO 8601, UTC, milliseconds."""
    return None if instant is None else instant.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def plain_text(cell: str) -> str:
    """Leave no control character for a terminal: names come from banks."""
    return "".join(letter if letter.isprintable() else " " for letter in cell)
