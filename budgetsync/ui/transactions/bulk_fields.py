"""What can be said of several rows at once, and how what is typed becomes an edit."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from PySide6.QtCore import QCoreApplication, QLocale

from budgetsync.domain.edits import Edit
from budgetsync.domain.query.vocabulary import Vocabulary
from budgetsync.ui.transactions.details.day_line import read_day

translate = QCoreApplication.translate


class BulkField(Enum):
    """A field that is typed once for all selected rows."""

    CATEGORY = "category"
    PAYEE = "payee"
    NOTE = "note"
    ADD_TAGS = "add tags"
    REMOVE_TAGS = "remove tags"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class BulkWords:
    """How a field is called.

    Attributes:
        menu: With its mnemonic, where it is chosen.
        name: Before what is typed.
        hint: In the empty field: what leaving it empty means.
    """

    menu: str
    name: str
    hint: str


def words_of(field: BulkField) -> BulkWords:
    """Name a field in the person's language."""
    bank = translate("Bulk", "Empty: as the bank has it")
    commas = translate("Bulk", "Several with commas between them")
    match field:
        case BulkField.CATEGORY:
            return BulkWords(translate("Bulk", "Set &category..."), translate("Bulk", "Category"), bank)
        case BulkField.PAYEE:
            return BulkWords(translate("Bulk", "Set &payee..."), translate("Bulk", "Payee"), bank)
        case BulkField.NOTE:
            empty = translate("Bulk", "Empty: no note")
            return BulkWords(translate("Bulk", "Set &note..."), translate("Bulk", "Note"), empty)
        case BulkField.ADD_TAGS:
            return BulkWords(translate("Bulk", "Add &tags..."), translate("Bulk", "Tags to add"), commas)
        case BulkField.REMOVE_TAGS:
            return BulkWords(
                translate("Bulk", "&Remove tags..."), translate("Bulk", "Tags to remove"), commas
            )
        case BulkField.DATE:
            return BulkWords(translate("Bulk", "Set &date..."), translate("Bulk", "Date"), bank)


def names_for(field: BulkField, known: Vocabulary) -> tuple[str, ...]:
    """Give the names that are offered while a field is typed."""
    names = {
        BulkField.CATEGORY: known.categories,
        BulkField.PAYEE: known.payees,
        BulkField.ADD_TAGS: known.tags,
        BulkField.REMOVE_TAGS: known.tags,
    }
    return names.get(field, ())


def read_edit(field: BulkField, typed: str, today: date, locale: QLocale) -> Edit | None:
    """Make an edit of what was typed.

    Returns:
        None where it makes no sense: no such day, no tag at all.
    """
    if field is BulkField.DATE:
        return _read_date(typed.strip(), today, locale)
    if field in {BulkField.ADD_TAGS, BulkField.REMOVE_TAGS}:
        tags = tuple(tag for part in typed.split(",") if (tag := part.strip()))
        if not tags:
            return None
        return Edit(add_tags=tags) if field is BulkField.ADD_TAGS else Edit(remove_tags=tags)
    return Edit.of_text(field.value, typed)


def _read_date(typed: str, today: date, locale: QLocale) -> Edit | None:
    if not typed:
        return Edit(date=None)
    days_ago = {
        translate("Bulk", "today").casefold(): 0,
        translate("Bulk", "yesterday").casefold(): 1,
    }
    if (days := days_ago.get(typed.casefold())) is not None:
        return Edit(date=today - timedelta(days=days))
    day = read_day(typed, locale)
    return None if day is None else Edit(date=day)
