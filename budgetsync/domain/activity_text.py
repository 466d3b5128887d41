"""Syncs and changes as text that may be pasted into a report: no name of an account or payee, no value, no secret."""

from datetime import UTC, datetime

from budgetsync.domain.activity import AuditEntry, RunDetails
from budgetsync.domain.redaction import redact


def run_report(details: RunDetails, program: str) -> str:
    """Write what a report needs of a sync.

    Args:
        program: Its version.
    """
    run, decided = details.line.run, details.decided
    lines = [
        f"Sync {run.id} of connection {run.item_id}: {run.state}, asked for by {run.trigger}",
        f"started {_stamp(run.started_at)}, ended {_stamp(run.finished_at)}",
        f"{run.requests} requests, {run.pages} pages",
        f"{run.counts.added} added, {run.counts.modified} modified, {run.counts.removed} removed",
        f"{run.problems} kept aside",
        f"decided: {decided.joined} joined, {decided.transfers} transfers, {decided.choices} by rules",
        f"{len(details.events)} webhooks",
    ]
    if details.line.undone_by is not None:
        lines.append(f"undone by command {details.line.undone_by}")
    if run.trouble is not None:
        lines += [f"{run.trouble.title} ({run.trouble.code})", run.trouble.message, run.trouble.action]
    lines.append(f"BudgetSync {program}")
    return redact("\n".join(line for line in lines if line))


def change_report(entry: AuditEntry, program: str) -> str:
    """Write what a report needs of a change.

    Args:
        program: Its version.
    """
    cause = f"sync {entry.run_id}" if entry.run_id is not None else f"command {entry.command_id}"
    lines = [
        f"Change {entry.id} of transaction {entry.transaction_id}: {entry.field}{' (bank)' if entry.banks else ''}",
        f"made {_stamp(entry.at)} by {entry.who}, {cause}",
    ]
    if entry.undone_by is not None:
        lines.append(f"undone by command {entry.undone_by}")
    return "\n".join([*lines, f"BudgetSync {program}"])


def _stamp(instant: datetime | None) -> str:
    return "never" if instant is None else instant.astimezone(UTC).isoformat(timespec="seconds")
