"""The words of a row's details: fields, who said what, why rows were joined."""

from datetime import date
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QCoreApplication, QLocale

from budgetsync.domain.details import Details, RunMark
from budgetsync.domain.history import HistoryEntry
from budgetsync.domain.ids import RunId
from budgetsync.domain.money import Money, exponent
from budgetsync.domain.reconcile import JoinReason
from budgetsync.domain.sync import Trigger
from budgetsync.domain.transaction import FieldSource, Transaction, TransactionState
from budgetsync.ui.comparing import state_word
from budgetsync.ui.formats import DASH, day, money
from budgetsync.ui.status import Status, Tone

translate = QCoreApplication.translate
_ARROW = "\N{RIGHTWARDS ARROW}"
_BANKS = ", as the bank says"
_WITH = "with transaction "


def row_status(row: Transaction) -> Status:
    """Say how a row stands."""
    if row.bank_removed:
        return Status("removal", translate("Details", "Taken back by the bank"), Tone.WARNING)
    looks = {
        TransactionState.PENDING: ("waiting", Tone.BUSY),
        TransactionState.POSTED: ("ok", Tone.OK),
        TransactionState.REMOVED: ("removal", Tone.QUIET),
    }
    icon, tone = looks[row.state]
    return Status(icon, state_word(row.state), tone)


def field_word(name: str) -> str:
    """Name a field as the engine calls it."""
    base, banks, _ = name.partition(_BANKS)
    words = {
        "payee": translate("Details", "Payee"),
        "category": translate("Details", "Category"),
        "note": translate("Details", "Note"),
        "date": translate("Details", "Date"),
        "tags": translate("Details", "Tags"),
        "splits": translate("Details", "Parts"),
        "hidden": translate("Details", "Left out of sums"),
        "reviewed": translate("Details", "Reviewed"),
        "amount": translate("Details", "Amount"),
        "currency": translate("Details", "Currency"),
        "state": translate("Details", "Status"),
        "posted on": translate("Details", "Booked on"),
        "merchant": translate("Details", "Name from the bank"),
        "original description": translate("Details", "Text from the bank"),
        "provider category": translate("Details", "Category from the bank"),
        "taken back by the bank": translate("Details", "Taken back by the bank"),
        "transfer": translate("Details", "Transfer"),
        "observations": translate("Details", "Sources"),
        "the bank's row": translate("Details", "The bank's row"),
        "removal held": translate("Details", "Removal that waits for you"),
        "suggestion": translate("Details", "Suggested match"),
        "created": translate("Details", "Came into the ledger"),
        "joined": translate("Details", "Joined with another row of the bank"),
    }
    word = words.get(base, base)
    return translate("Details", "{field}, as the bank says").format(field=word) if banks else word


def entry_words(entry: HistoryEntry, row: Transaction, today: date, locale: QLocale) -> str:
    """Say one change of a row in a line."""
    name = field_word(entry.field)
    if entry.field == "created":
        return name
    if entry.field == "joined":
        return f"{name}: {join_word(entry.new)}"
    old, new = (_value(entry.field, value, row, today, locale) for value in (entry.old, entry.new))
    if entry.old is None:
        return f"{name}: {new}"
    return f"{name}: {old} {_ARROW} {new}"


def who_word(entry: HistoryEntry, details: Details) -> str:
    """Say whose doing a change was."""
    if entry.run_id is not None:
        mark = details.runs.get(entry.run_id)
        by = source_word(entry.source)
        run = run_word(entry.run_id, mark)
        return run if entry.source is FieldSource.PROVIDER else f"{by}, {run}"
    return translate("Details", "You")


def run_word(number: RunId, mark: RunMark | None) -> str:
    """Name a sync by its bank and what asked for it."""
    if mark is None:
        return translate("Details", "Sync {number}").format(number=number)
    text = translate("Details", "Sync of {bank} ({trigger})")
    return text.format(bank=mark.institution, trigger=trigger_word(mark.trigger))


def trigger_word(trigger: Trigger) -> str:
    """Say what asked for a sync."""
    words = {
        Trigger.USER: translate("Details", "asked for by you"),
        Trigger.WEBHOOK: translate("Details", "the bank had news"),
        Trigger.RECONNECT: translate("Details", "the connection was back"),
        Trigger.RETRY: translate("Details", "tried again"),
        Trigger.TIMER: translate("Details", "by the clock"),
        Trigger.STARTUP: translate("Details", "at the start"),
        Trigger.IMPORT: translate("Details", "brought by you"),
    }
    return words[trigger]


def source_word(source: FieldSource) -> str:
    """Say who chose a value."""
    words = {
        FieldSource.USER: translate("Details", "chosen by you"),
        FieldSource.RULE: translate("Details", "by a rule"),
        FieldSource.TRANSFER: translate("Details", "as a transfer"),
        FieldSource.HISTORY: translate("Details", "as on earlier rows"),
        FieldSource.PROVIDER: translate("Details", "from the bank"),
        FieldSource.AI: translate("Details", "by a model"),
    }
    return words[source]


def join_word(reason: str | None) -> str:
    """Say why a source's row became part of this one."""
    words = {
        JoinReason.LINK.value: translate(
            "Details", "The bank says that it is the same purchase, now booked."
        ),
        JoinReason.VANISHED_PENDING.value: translate(
            "Details", "A pending row of this amount was gone when this one came."
        ),
        JoinReason.CHANGED_AMOUNT.value: translate(
            "Details", "The pending row was gone when this one came with another amount, such as a tip."
        ),
        JoinReason.READDED.value: translate("Details", "The bank took it back and told it again."),
        JoinReason.RELINKED.value: translate("Details", "The bank was connected anew and told it again."),
        JoinReason.MATCHED.value: translate("Details", "Another source had told of it before."),
        JoinReason.MERGED.value: translate("Details", "You said that the two are one."),
    }
    if reason is None:
        return translate("Details", "The row began with it.")
    return words.get(reason, reason)


def own_value(row: Transaction, name: str, today: date, locale: QLocale) -> str:
    """Write what the user chose for a field of which the bank says something else."""
    match name:
        case "splits":
            return money(row.amount, locale)
        case "date":
            return day(row.transacted_on, today, locale)
        case "payee":
            return row.shown_payee
        case "category":
            return row.category or DASH
        case _:
            return DASH


def banks_value(row: Transaction, name: str, said: str, today: date, locale: QLocale) -> str:
    """Write what the bank says of a field."""
    field = {"splits": "amount"}.get(name, name)
    return _value(field, said, row, today, locale)


def _value(field: str, value: str | None, row: Transaction, today: date, locale: QLocale) -> str:
    if value is None:
        return DASH
    base, banks, _ = field.partition(_BANKS)
    if base == "amount" or (base == "splits" and banks):
        return _amount(value, row.amount.currency, locale)
    if base == "splits":
        return "; ".join(_part(part, row.amount.currency, locale) for part in value.split("; "))
    if base in {"date", "posted on"}:
        return _day(value, today, locale)
    if base in {"state", "the bank's row"} and value in TransactionState.__members__:
        return state_word(TransactionState(value))
    return _said(base, value)


def _said(base: str, value: str) -> str:
    """Write what the engine says in words of its own."""
    if base == "observations":
        return str(value.count("+") + 1)
    start, _, number = value.partition(_WITH)
    if base == "transfer" and not start:
        return translate("Details", "with row {number}").format(number=number)
    if base == "suggestion":
        value, _, _rest = value.partition(" ")
    words = {
        "yes": translate("Details", "Yes"),
        "no": translate("Details", "No"),
        "open": translate("Details", "open"),
        "accepted": translate("Details", "accepted"),
        "rejected": translate("Details", "rejected"),
        "obsolete": translate("Details", "settled otherwise"),
        "applied": translate("Details", "applied"),
        "dismissed": translate("Details", "turned down"),
    }
    says = {"hidden", "reviewed", "taken back by the bank", "suggestion", "removal held"}
    return words.get(value, value) if base in says else value


def _part(text: str, currency: str, locale: QLocale) -> str:
    size, gap, rest = text.partition(" ")
    return f"{_amount(size, currency, locale)}{gap}{rest}"


def _amount(value: str, currency: str, locale: QLocale) -> str:
    try:
        minor = int(Decimal(value).scaleb(exponent(currency)))
    except InvalidOperation:
        return value
    return money(Money(minor, currency), locale)


def _day(value: str, today: date, locale: QLocale) -> str:
    try:
        return day(date.fromisoformat(value), today, locale)
    except ValueError:
        return value
