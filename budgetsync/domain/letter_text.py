"""A dead letter as text that may be pasted into a report: no id, no name, no amount beside what `payload` shows."""

from budgetsync.domain.dead_letter import DeadLetter, LetterKind
from budgetsync.domain.redaction import redact

_WHAT = {
    LetterKind.ROW: "A row that could not be read",
    LetterKind.EVENT: "An event that could not be acted on",
    LetterKind.REQUEST: "A sync that was given up",
}


def details(letter: DeadLetter, program: str) -> str:
    """Write what a report needs.

    Args:
        program: Its version.
    """
    lines = [
        f"{_WHAT[letter.kind]} ({letter.trouble.code})",
        f"{letter.trouble.title}: {letter.trouble.message}",
        f"BudgetSync {program}; letter {letter.id}, {letter.state}",
        f"first seen {letter.first_seen_at:%Y-%m-%d %H:%M} UTC, last seen {letter.last_seen_at:%Y-%m-%d %H:%M} UTC",
        f"{letter.attempts} attempts, {letter.redrives} of them by hand with this version",
        *(
            f"  {one.at:%Y-%m-%d %H:%M} UTC {one.code}{' by hand' if one.by_hand else ''}"
            for one in letter.history
        ),
    ]
    if letter.payload:
        lines += ["what came:", *(f"  {line}" for line in letter.payload.splitlines())]
    return redact("\n".join(lines))
