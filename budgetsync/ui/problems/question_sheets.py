"""The details of what waits for a decision: suggested matches, rows that the bank sees otherwise by now."""

from budgetsync.domain.review import Suggestion
from budgetsync.domain.transaction import Transaction, TransactionState
from budgetsync.ui.formats import money
from budgetsync.ui.problems.entries import Entry, Question, QuestionKind
from budgetsync.ui.problems.sheets import Deed, Fact, Grid, Reading, Sheet, act, sheet_of, translate
from budgetsync.ui.problems.words import row_day


def suggestion_sheet(entry: Entry, suggestion: Suggestion, reading: Reading) -> Sheet:
    """Ask whether two rows are one, or one transfer."""
    if suggestion.kind == "posted":
        text = translate(
            "Problems",
            "A pending transaction is gone at the bank, and one of another amount was booked. They may be one "
            "purchase, such as a meal with a tip. As one row it keeps what you typed on either.",
        )
        yes, no = translate("Problems", "They are one"), translate("Problems", "They are two")
    else:
        text = translate(
            "Problems",
            "Money left one of your accounts and as much reached another. As a transfer it is neither spending nor "
            "income.",
        )
        yes, no = translate("Problems", "It is a transfer"), translate("Problems", "It is none")
    rows = (suggestion.first, suggestion.second)
    cells = tuple(
        (
            row_day(row, reading.now, reading.locale),
            row.shown_payee,
            row.account_name,
            _state(row),
            _amount(row, reading),
        )
        for row in rows
    )
    return sheet_of(
        entry,
        reading.when(translate("Problems", "Suggested"), suggestion.suggested_at),
        (text, translate("Problems", "Your answer is kept, and the same is not suggested again.")),
        (Grid(translate("Problems", "The two rows"), (), cells, frozenset({4})),),
        acts=(act(Deed.ACCEPT, yes, entry.title, "primary"), act(Deed.REJECT, no, entry.title)),
    )


def question_sheet(entry: Entry, question: Question, reading: Reading) -> Sheet:
    """Ask about a row."""
    if question.kind is QuestionKind.BANK_SAYS:
        return _bank_says(entry, question.transaction, reading)
    return _taken_back(entry, question.transaction, reading)


def _bank_says(entry: Entry, row: Transaction, reading: Reading) -> Sheet:
    fields = tuple(
        (_field(name), _own_value(row, name), said) for name, said in sorted(row.bank_says.items())
    )
    header = (
        translate("Problems", "Field"),
        translate("Problems", "Yours"),
        translate("Problems", "The bank's"),
    )
    return sheet_of(
        entry,
        _row_facts(row, reading),
        (translate("Problems", "You changed this row, and the bank has changed what it says of it since."),),
        (Grid(translate("Problems", "What is said of it"), header, fields),),
        acts=(
            act(Deed.TAKE, translate("Problems", "Take the bank's"), entry.title),
            act(Deed.KEEP, translate("Problems", "Keep mine"), entry.title, "primary"),
        ),
    )


def _taken_back(entry: Entry, row: Transaction, reading: Reading) -> Sheet:
    return sheet_of(
        entry,
        _row_facts(row, reading),
        (
            translate(
                "Problems",
                "You had edited this row when the bank took it back. It is still in sight, and in no total.",
            ),
            translate(
                "Problems", "Restored, it counts again, and the account's balance may differ from the bank's."
            ),
        ),
        acts=(
            act(Deed.LET_GO, translate("Problems", "Let it go"), entry.title),
            act(Deed.RESTORE, translate("Problems", "Restore it"), entry.title),
        ),
    )


def _row_facts(row: Transaction, reading: Reading) -> tuple[Fact, ...]:
    return (
        Fact(translate("Problems", "Date"), row_day(row, reading.now, reading.locale)),
        Fact(translate("Problems", "Amount"), _amount(row, reading)),
        Fact(translate("Problems", "Account"), row.account_name),
    )


def _amount(row: Transaction, reading: Reading) -> str:
    return money(row.amount, reading.locale)


def _state(row: Transaction) -> str:
    words = {
        TransactionState.PENDING: translate("Problems", "pending"),
        TransactionState.POSTED: translate("Problems", "booked"),
        TransactionState.REMOVED: translate("Problems", "taken back"),
    }
    return words[row.state]


def _field(name: str) -> str:
    words = {
        "payee": translate("Problems", "Payee"),
        "category": translate("Problems", "Category"),
        "note": translate("Problems", "Note"),
        "date": translate("Problems", "Date"),
        "splits": translate("Problems", "Amount that was split"),
        "hidden": translate("Problems", "Hidden"),
    }
    return words.get(name, name)


def _own_value(row: Transaction, name: str) -> str:
    match name:
        case "splits":
            return translate("Problems", "{n} parts", None, len(row.splits)).format(n=len(row.splits))
        case "date":
            return row.transacted_on.isoformat()
        case "payee":
            return row.shown_payee
        case "category":
            return row.category or ""
        case "note":
            return row.note or ""
        case _:
            return ""
