"""What is told of an import: in words, and as JSON."""

from dataclasses import asdict
from decimal import Decimal
from typing import Any

from budgetsync.domain.importing import (
    Imported,
    ImportPlan,
    NewAccount,
    PlannedEntry,
    PlannedStatement,
    Verdict,
)
from budgetsync.domain.money import Money
from budgetsync.domain.statement import ProofVerdict, StatedBalance, Statement

_WORDS = {
    Verdict.NEW: "new",
    Verdict.MATCHED: "known from another source",
    Verdict.DOUBTFUL: "to review",
    Verdict.KNOWN: "already there",
    Verdict.DELETED: "deleted by you",
    Verdict.SKIPPED: "left out",
}


def describe(plan: ImportPlan, done: Imported | None) -> str:
    """Say what an import does or did, a few lines for each statement."""
    lines = [f"{plan.path.name}: {plan.file.format.value.upper()}, {plan.file.encoding}"]
    for number, planned in enumerate(plan.statements):
        lines += _statement_lines(plan.file.statements[number], planned, done, number)
    lines += [f"  line {problem.line}: {problem.message}" for problem in plan.file.problems]
    if done is None:
        lines.append("  Nothing was written: this was a look only.")
    elif done.command_id is None:
        lines.append("  Nothing new.")
    else:
        lines.append("  Done; `budgetsync undo` takes it back.")
    return "\n".join(lines) + "\n"


def as_json(plan: ImportPlan, done: Imported | None) -> dict[str, Any]:
    """Tell everything of an import. Amounts are decimals as text; days are ISO."""
    return {
        "file": str(plan.path),
        "format": plan.file.format.value,
        "encoding": plan.file.encoding,
        "imported": done is not None,
        "command": done.command_id if done else None,
        "problems": [asdict(problem) for problem in plan.file.problems],
        "statements": [
            _statement(plan.file.statements[number], planned)
            for number, planned in enumerate(plan.statements)
        ],
    }


def _statement_lines(
    said: Statement, planned: PlannedStatement, done: Imported | None, number: int
) -> list[str]:
    counts = done.counts[number] if done is not None else planned.counts
    name = planned.account_name or "an account that is not named"
    if isinstance(planned.account, NewAccount):
        name = f"{name} (new)"
    elif planned.account is None:
        name = f"{name} (which one is it? Say --account)"
    told = [f"  {name}, {planned.currency or '?'}: {len(said.entries):,} entries"]
    told += [
        f"    {count:,} {word}"
        for verdict, word in _WORDS.items()
        if (count := getattr(counts, verdict.value.lower()))
    ]
    proof = planned.proof
    if proof.verdict is ProofVerdict.PROVED:
        told.append("    opening balance + entries = closing balance: proved")
    elif proof.verdict is ProofVerdict.DIFFERS:
        told.append(
            f"    it does not add up: {_amount(proof.difference, planned.currency)} is missing or too much"
        )
    told += [f"    line {problem.line}: {problem.message}" for problem in planned.problems]
    return told


def _statement(said: Statement, planned: PlannedStatement) -> dict[str, Any]:
    account = planned.account
    return {
        "account": None if account is None or isinstance(account, NewAccount) else int(account),
        "new_account": asdict(account) if isinstance(account, NewAccount) else None,
        "name": planned.account_name,
        "mask": said.account.mask,
        "type": said.account.type,
        "institution": said.account.institution,
        "currency": planned.currency or said.currency,
        "from": planned.first_day.isoformat() if planned.first_day else None,
        "to": planned.last_day.isoformat() if planned.last_day else None,
        "count": len(said.entries),
        "sum": _amount(sum(entry.minor for entry in said.entries), planned.currency or said.currency),
        "opening": _balance(said.opening, said.currency or planned.currency),
        "closing": _balance(said.closing, said.currency or planned.currency),
        "proof": planned.proof.verdict.value,
        "difference": _amount(planned.proof.difference, planned.currency or said.currency),
        "counts": asdict(planned.counts),
        "problems": [asdict(problem) for problem in planned.problems],
        "entries": [_entry(entry) for entry in planned.entries]
        or [_said(said, place) for place in range(len(said.entries))],
    }


def _entry(entry: PlannedEntry) -> dict[str, Any]:
    return {
        "line": entry.line,
        "verdict": entry.verdict.value,
        "state": entry.state.value,
        "date": entry.transacted_on.isoformat(),
        "amount": _amount(entry.amount.minor, entry.amount.currency),
        "payee": entry.payee,
        "description": entry.description,
        "row": entry.row,
        "others": list(entry.others),
        "why": [signal.value for signal in entry.why],
    }


def _said(said: Statement, place: int) -> dict[str, Any]:
    entry = said.entries[place]
    return {
        "line": entry.line,
        "verdict": None,
        "state": entry.state.value,
        "date": entry.transacted_on.isoformat(),
        "amount": _amount(entry.minor, said.currency),
        "payee": entry.payee,
        "description": entry.description,
        "row": None,
        "others": [],
        "why": [],
    }


def _balance(balance: StatedBalance | None, currency: str) -> dict[str, str] | None:
    if balance is None:
        return None
    return {"amount": _amount(balance.minor, currency), "on": balance.on.isoformat()}


def _amount(minor: int, currency: str) -> str:
    return f"{Money(minor, currency).decimal:f}" if currency else f"{Decimal(minor).scaleb(-2):f}"
