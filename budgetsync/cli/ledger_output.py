"""How histories and open questions are printed."""

import sys
from itertools import groupby
from typing import Any

from budgetsync.cli.output import format_money, instant_text, plain_text, print_table
from budgetsync.domain.export import row_fields
from budgetsync.domain.history import History, HistoryEntry, ObservationRecord
from budgetsync.domain.review import Review
from budgetsync.domain.transaction import Transaction


def print_history(found: History) -> None:
    """Print a row, its changes oldest first, and what every source said of it."""
    row = found.transaction
    sys.stdout.write(
        f"{row.shown_payee}, {format_money(row.amount)}, {row.transacted_on}, {row.account_name}, "
        f"{state_word(row)} (transaction {row.id})\n\n"
    )
    for (at, who), entries in groupby(found.entries, key=lambda entry: (entry.at, _who(entry))):
        sys.stdout.write(f"{at.astimezone():%Y-%m-%d %H:%M:%S}  {plain_text(who)}\n")
        for entry in entries:
            sys.stdout.write(f"    {plain_text(_change(entry))}\n")
    sys.stdout.write("\nWhat was said of it:\n")
    print_table(
        ("", "source", "id", "state", "amount", "made", "booked", "text", "part of it by", "syncs"),
        (
            (
                str(one.id),
                one.source,
                one.source_transaction_id,
                one.state.value.lower(),
                format_money(one.amount),
                one.transacted_on.isoformat(),
                one.posted_on.isoformat() if one.posted_on else "",
                one.original_description,
                (one.joined_by or "").replace("_", " ").lower(),
                f"{one.first_run}-{one.last_run}",
            )
            for one in found.observations
        ),
        right=(0, 4),
    )


def history_fields(found: History) -> dict[str, Any]:
    """A history for a program."""
    return {
        "transaction": row_fields(found.transaction),
        "changes": [_entry_fields(entry) for entry in found.entries],
        "observations": [_observation_fields(one) for one in found.observations],
    }


def print_review(found: Review) -> None:
    """Print what is open, each with what can be decided."""
    if not found.count:
        sys.stdout.write("Nothing waits for your decision.\n")
        return
    for suggestion in found.suggestions:
        question = "may be one" if suggestion.kind == "posted" else "may be a transfer"
        sys.stdout.write(f"Suggestion {suggestion.id}: these {question} (accept, reject)\n")
        _print_rows((suggestion.first, suggestion.second))
    for held in found.held:
        sys.stdout.write(
            f"Account {held.account_id}, {held.account_name}: the bank took {len(held.transactions):,} rows back "
            f"at once, in sync {held.run_id} (apply, dismiss)\n"
        )
        _print_rows(held.transactions[:10])
    if found.bank_says:
        sys.stdout.write("The bank now says otherwise (take, keep)\n")
        print_table(
            ("  id", "payee", "amount", "", "yours", "the bank's"),
            (
                (f"  {row.id}", row.shown_payee, format_money(row.amount), name, own_value(row, name), said)
                for row in found.bank_says
                for name, said in sorted(row.bank_says.items())
            ),
            right=(2,),
        )
        sys.stdout.write("\n")
    if found.taken_back:
        sys.stdout.write("The bank took these back after you had edited them (restore, let-go)\n")
        _print_rows(found.taken_back)


def review_fields(found: Review) -> dict[str, Any]:
    """What is open, for a program."""
    return {
        "suggestions": [
            {
                "id": one.id,
                "kind": one.kind,
                "reason": one.reason,
                "suggested_at": instant_text(one.suggested_at),
                "first": row_fields(one.first),
                "second": row_fields(one.second),
            }
            for one in found.suggestions
        ],
        "held_removals": [
            {
                "account": one.account_id,
                "account_name": one.account_name,
                "run": one.run_id,
                "held_at": instant_text(one.held_at),
                "transactions": [row_fields(row) for row in one.transactions],
            }
            for one in found.held
        ],
        "bank_says": [row_fields(row) for row in found.bank_says],
        "taken_back": [row_fields(row) for row in found.taken_back],
    }


def state_word(row: Transaction) -> str:
    """Name where a row stands, as far as that is not the rule."""
    return "taken back" if row.bank_removed else row.state.value.lower()


def own_value(row: Transaction, field: str) -> str:
    """What the user said of a field, in words."""
    if field == "splits":
        return f"{len(row.splits)} parts"
    value = row.transacted_on if field == "date" else getattr(row, field)
    return "" if value is None else str(value)


def _print_rows(rows: tuple[Transaction, ...]) -> None:
    print_table(
        ("  id", "date", "payee", "category", "amount", ""),
        (
            (
                f"  {row.id}",
                row.transacted_on.isoformat(),
                row.shown_payee,
                row.category or "",
                format_money(row.amount),
                state_word(row),
            )
            for row in rows
        ),
        right=(4,),
    )
    sys.stdout.write("\n")


def _change(entry: HistoryEntry) -> str:
    if entry.old is None and entry.new is None:
        return entry.field
    if entry.old is None:
        return f"{entry.field}: {entry.new}"
    return f"{entry.field}: {entry.old} \N{RIGHTWARDS ARROW} {'nothing' if entry.new is None else entry.new}"


def _who(entry: HistoryEntry) -> str:
    if entry.run_id is not None:
        trigger = "" if entry.trigger is None else f" ({entry.trigger.value.lower()})"
        text = f"sync {entry.run_id}{trigger}"
    else:
        text = f"you: {entry.description} (command {entry.command_id})"
    return f"{text}, undone" if entry.undone else text


def _entry_fields(entry: HistoryEntry) -> dict[str, Any]:
    return {
        "at": instant_text(entry.at),
        "run": entry.run_id,
        "trigger": entry.trigger.value if entry.trigger else None,
        "command": entry.command_id,
        "description": entry.description,
        "field": entry.field,
        "old": entry.old,
        "new": entry.new,
        "source": entry.source.value,
        "undone": entry.undone,
    }


def _observation_fields(one: ObservationRecord) -> dict[str, Any]:
    return {
        "id": one.id,
        "source": one.source,
        "source_account_id": one.source_account_id,
        "source_transaction_id": one.source_transaction_id,
        "state": one.state.value,
        "amount": f"{one.amount.decimal:f}",
        "amount_minor": one.amount.minor,
        "currency": one.amount.currency,
        "transacted_on": one.transacted_on.isoformat(),
        "posted_on": one.posted_on.isoformat() if one.posted_on else None,
        "merchant": one.merchant,
        "original_description": one.original_description,
        "provider_category": one.provider_category,
        "joined_by": one.joined_by,
        "first_run": one.first_run,
        "last_run": one.last_run,
    }
