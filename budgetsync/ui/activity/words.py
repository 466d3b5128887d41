"""What the Activity page says of a sync: what asked for it, how it ended, what came of it."""

from PySide6.QtCore import QCoreApplication, QLocale

from budgetsync.domain.activity import Decided, RunLine, Who
from budgetsync.domain.sync import Counts, SyncRun, SyncRunState, Trigger
from budgetsync.ui.formats import number
from budgetsync.ui.language import engine_text
from budgetsync.ui.status import Status, Tone

translate = QCoreApplication.translate
_OFFLINE = frozenset({"Offline"})


def trigger_words(trigger: Trigger) -> str:
    """Say what asked for a sync."""
    words = {
        Trigger.USER: translate("Activity", "You asked"),
        Trigger.WEBHOOK: translate("Activity", "The bank had news"),
        Trigger.RECONNECT: translate("Activity", "The network came back"),
        Trigger.RETRY: translate("Activity", "Tried again"),
        Trigger.TIMER: translate("Activity", "By the clock"),
        Trigger.STARTUP: translate("Activity", "At the start"),
        Trigger.IMPORT: translate("Activity", "You brought it"),
    }
    return words[trigger]


def state_words(run: SyncRun) -> str:
    """Say how far a sync came."""
    words = {
        SyncRunState.RUNNING: translate("Activity", "Running"),
        SyncRunState.SUCCEEDED: translate("Activity", "Done"),
        SyncRunState.FAILED: translate("Activity", "Failed, nothing was changed"),
        SyncRunState.INTERRUPTED: translate("Activity", "Interrupted, it started over by itself"),
        SyncRunState.CANCELLED: translate("Activity", "Cancelled, nothing was changed"),
    }
    return words[run.state]


def run_status(line: RunLine, locale: QLocale) -> Status:
    """Say in a line what came of a sync."""
    run = line.run
    match run.state:
        case SyncRunState.RUNNING:
            return Status("syncing", translate("Activity", "Is running"), Tone.BUSY)
        case SyncRunState.INTERRUPTED:
            return Status("waiting", translate("Activity", "Interrupted"), Tone.QUIET)
        case SyncRunState.CANCELLED:
            return Status("paused", translate("Activity", "Cancelled"), Tone.QUIET)
        case SyncRunState.FAILED:
            title = translate("Activity", "Did not succeed")
            if run.trouble is not None:
                title = engine_text(run.trouble.title)
            icon = "offline" if run.trouble is not None and run.trouble.code in _OFFLINE else "attention"
            return Status(icon, title, Tone.WARNING)
        case _:  # SUCCEEDED
            text = changed_words(run.counts, locale)
            if run.problems:
                return Status("aside", f"{text}, {aside_words(run.problems, locale)}", Tone.WARNING)
            return Status("ok", text, Tone.QUIET if run.counts == Counts() else Tone.OK)


def changed_words(counts: Counts, locale: QLocale) -> str:
    """Say what a sync changed, without what it did not."""
    parts = []
    if counts.added:
        parts.append(_added(counts.added, locale))
    if counts.modified:
        parts.append(
            translate("Activity", "{n} changed", None, counts.modified).format(
                n=number(counts.modified, locale)
            )
        )
    if counts.removed:
        parts.append(
            translate("Activity", "{n} removed", None, counts.removed).format(
                n=number(counts.removed, locale)
            )
        )
    return ", ".join(parts) or translate("Activity", "Nothing new")


def _added(count: int, locale: QLocale) -> str:
    if count == 1:
        return translate("Activity", "1 new transaction")
    return translate("Activity", "{n} new transactions", None, count).format(n=number(count, locale))


def aside_words(count: int, locale: QLocale) -> str:
    """Say how many rows a sync kept aside."""
    if count == 1:
        return translate("Activity", "1 kept aside")
    return translate("Activity", "{n} kept aside", None, count).format(n=number(count, locale))


def decided_words(decided: Decided, locale: QLocale) -> tuple[str, ...]:
    """Say what a sync decided by itself, one sentence each."""
    said = []
    if decided.joined == 1:
        said.append(
            translate(
                "Activity", "It took a row of the bank for one that was there already, and joined them."
            )
        )
    elif decided.joined:
        text = translate(
            "Activity",
            "It took {n} rows of the bank for ones that were there already, and joined them.",
            None,
            decided.joined,
        )
        said.append(text.format(n=number(decided.joined, locale)))
    if decided.transfers == 1:
        said.append(translate("Activity", "It paired two rows of your own accounts as a transfer."))
    elif decided.transfers:
        text = translate(
            "Activity", "It paired {n} transfers between your own accounts.", None, decided.transfers
        )
        said.append(text.format(n=number(decided.transfers, locale)))
    if decided.choices == 1:
        said.append(translate("Activity", "It chose one field by your rules."))
    elif decided.choices:
        text = translate("Activity", "It chose {n} fields by your rules.", None, decided.choices)
        said.append(text.format(n=number(decided.choices, locale)))
    return tuple(said)


def undo_question(decided: Decided, bank: str, locale: QLocale) -> str:
    """Say what undoing a sync means, before it is done."""
    parts = [translate("Activity", "Undo what this sync of {bank} decided?").format(bank=bank)]
    if decided.joined == 1:
        parts.append(translate("Activity", "It takes 1 joined row apart again, for good."))
    elif decided.joined:
        text = translate("Activity", "It takes {n} joined rows apart again, for good.", None, decided.joined)
        parts.append(text.format(n=number(decided.joined, locale)))
    if decided.transfers == 1:
        parts.append(translate("Activity", "It takes 1 transfer apart."))
    elif decided.transfers:
        text = translate("Activity", "It takes {n} transfers apart.", None, decided.transfers)
        parts.append(text.format(n=number(decided.transfers, locale)))
    if decided.choices == 1:
        parts.append(translate("Activity", "It takes back 1 field that rules chose."))
    elif decided.choices:
        text = translate("Activity", "It takes back {n} fields that rules chose.", None, decided.choices)
        parts.append(text.format(n=number(decided.choices, locale)))
    parts.append(translate("Activity", "What the bank said stays, and so do your own edits."))
    return " ".join(parts)


def who_words(who: Who) -> str:
    """Say who made a change."""
    words = {
        Who.YOU: translate("Activity", "You"),
        Who.BANK: translate("Activity", "The bank"),
        Who.PROGRAM: translate("Activity", "BudgetSync"),
    }
    return words[who]
