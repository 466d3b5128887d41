"""What the Activity page says of a change: the field, what it was, what it is now."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from budgetsync.domain.activity import AuditEntry, ChangedField, Part, Value
from budgetsync.domain.money import Money
from budgetsync.domain.reconcile.decisions import JoinReason
from budgetsync.domain.transaction import TransactionState
from budgetsync.ui.formats import day, money, number
from budgetsync.ui.language import engine_text

translate = QCoreApplication.translate
ARROW = "\N{RIGHTWARDS ARROW}"
_LONGEST = 60


def field_word(field: ChangedField) -> str:
    """Name a field."""
    words = {
        ChangedField.CREATED: translate("Activity", "New transaction"),
        ChangedField.JOINED: translate("Activity", "Joined"),
        ChangedField.PAYEE: translate("Activity", "Payee"),
        ChangedField.CATEGORY: translate("Activity", "Category"),
        ChangedField.NOTE: translate("Activity", "Note"),
        ChangedField.TAGS: translate("Activity", "Tags"),
        ChangedField.PARTS: translate("Activity", "Parts"),
        ChangedField.DATE: translate("Activity", "Date"),
        ChangedField.HIDDEN: translate("Activity", "Hidden"),
        ChangedField.REVIEWED: translate("Activity", "Reviewed"),
        ChangedField.TRANSFER: translate("Activity", "Transfer"),
        ChangedField.STATE: translate("Activity", "State"),
        ChangedField.AMOUNT: translate("Activity", "Amount"),
        ChangedField.CURRENCY: translate("Activity", "Currency"),
        ChangedField.BOOKED: translate("Activity", "Day booked"),
        ChangedField.MERCHANT: translate("Activity", "Merchant"),
        ChangedField.DESCRIPTION: translate("Activity", "Bank's text"),
        ChangedField.BANK_CATEGORY: translate("Activity", "Bank's category"),
        ChangedField.TAKEN_BACK: translate("Activity", "Taken back by the bank"),
        ChangedField.SOURCES: translate("Activity", "Bank's rows"),
        ChangedField.QUESTION: translate("Activity", "Question to you"),
    }
    return words[field]


@dataclass(frozen=True, slots=True)
class ChangeWriter:
    """Puts changes into words, as of a day."""

    locale: QLocale
    today: date

    def title(self, entry: AuditEntry) -> str:
        """Say in a line what was changed."""
        name = self.field(entry)
        if entry.field is ChangedField.CREATED:
            return name
        if entry.field is ChangedField.JOINED:
            return f"{name}: {self.value(entry, entry.new)}"
        before, after = (_cut(self.value(entry, value)) for value in (entry.old, entry.new))
        return f"{name}: {before} {ARROW} {after}"

    def field(self, entry: AuditEntry) -> str:
        """Name what was changed."""
        name = field_word(entry.field)
        if entry.banks:
            return translate("Activity", "{field}, as the bank says").format(field=name)
        return name

    def row(self, entry: AuditEntry) -> str:
        """Name the row that was changed."""
        return f"{entry.payee}  {money(entry.amount, self.locale)}"

    def value(self, entry: AuditEntry, value: Value | None) -> str:
        """Put a value of the changed field into words."""
        if value is None:
            return translate("Activity", "nothing")
        writers: dict[type, Callable[[], str]] = {
            bool: lambda: translate("Activity", "yes") if value else translate("Activity", "no"),
            Money: lambda: money(value, self.locale) if isinstance(value, Money) else "",
            date: lambda: day(value, self.today, self.locale) if isinstance(value, date) else "",
            TransactionState: lambda: _state(value) if isinstance(value, TransactionState) else "",
            int: lambda: self._number(entry.field, value) if isinstance(value, int) else "",
            tuple: lambda: self._several(value) if isinstance(value, tuple) else "",
            str: lambda: _text(entry, value) if isinstance(value, str) else "",
        }
        return writers[type(value)]()

    def _number(self, field: ChangedField, value: int) -> str:
        if field is ChangedField.TRANSFER:
            return translate("Activity", "with transaction {number}").format(number=value)
        if value == 1:
            return translate("Activity", "1 row of the bank")
        text = translate("Activity", "{n} rows of the bank", None, value)
        return text.format(n=number(value, self.locale))

    def _several(self, values: tuple[str, ...] | tuple[Part, ...]) -> str:
        said = [self._part(one) if isinstance(one, Part) else one for one in values]
        return "; ".join(said) if values and isinstance(values[0], Part) else ", ".join(said)

    def _part(self, part: Part) -> str:
        return " ".join(filter(None, (money(part.amount, self.locale), part.category, part.note)))


def _state(state: TransactionState) -> str:
    words = {
        TransactionState.PENDING: translate("Activity", "pending"),
        TransactionState.POSTED: translate("Activity", "booked"),
        TransactionState.REMOVED: translate("Activity", "removed"),
    }
    return words[state]


def _text(entry: AuditEntry, value: str) -> str:
    if entry.field is ChangedField.JOINED:
        return _reason(value)
    if entry.field is ChangedField.QUESTION:
        return _answer(value)
    if entry.field is ChangedField.BANK_CATEGORY or entry.banks:
        return engine_text(value)
    return value


def _reason(value: str) -> str:
    words = {
        JoinReason.LINK: translate("Activity", "the bank says that it is the same"),
        JoinReason.VANISHED_PENDING: translate("Activity", "the pending one was booked"),
        JoinReason.CHANGED_AMOUNT: translate("Activity", "the pending one was booked with another amount"),
        JoinReason.READDED: translate("Activity", "the bank took it back and gave it again"),
        JoinReason.RELINKED: translate("Activity", "the new connection told of it, too"),
        JoinReason.MATCHED: translate("Activity", "another source told of it before"),
        JoinReason.MERGED: translate("Activity", "you said that it is the same"),
    }
    return words[JoinReason(value)] if value in JoinReason.__members__ else value


def _answer(value: str) -> str:
    words = {
        "open": translate("Activity", "open"),
        "applied": translate("Activity", "carried out"),
        "accepted": translate("Activity", "accepted"),
        "rejected": translate("Activity", "turned down"),
        "dismissed": translate("Activity", "turned down"),
    }
    return words.get(value, value)


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
