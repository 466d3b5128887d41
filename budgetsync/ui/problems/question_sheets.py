"""The details of what waits for a decision: suggested matches, rows that the bank sees otherwise by now."""

from collections.abc import Sequence

from budgetsync.domain.review import Suggestion
from budgetsync.domain.transaction import Transaction
from budgetsync.ui.comparing import comparison
from budgetsync.ui.formats import local_today, money, number
from budgetsync.ui.problems.entries import Entry, Question, QuestionKind
from budgetsync.ui.problems.sheets import Deed, Fact, Grid, Reading, Sheet, act, sheet_of, translate
from budgetsync.ui.problems.words import row_day
from budgetsync.ui.transactions.details.words import banks_value

_LISTED = 12


def suggestion_sheet(entry: Entry, suggestion: Suggestion, reading: Reading) -> Sheet:
    """Ask whether two rows are one, or one transfer: both beside each other, and why it is asked."""
    first, second = suggestion.first, suggestion.second
    as_transfer = suggestion.kind != "posted"
    if as_transfer:
        text = translate(
            "Problems",
            "Money left one of your accounts and as much reached another. As a transfer it is neither spending nor "
            "income.",
        )
    else:
        text = translate(
            "Problems",
            "A pending transaction is gone at the bank, and one of another amount was booked. They may be one "
            "purchase, such as a meal with a tip. As one row it keeps what you typed on either.",
        )
    today = local_today(reading.now)
    yes, no = answers(suggestion.kind)
    return sheet_of(
        entry,
        reading.when(translate("Problems", "Suggested"), suggestion.suggested_at),
        (text, _kept()),
        (comparison(first, second, today, reading.locale, as_transfer=as_transfer),),
        acts=(
            act(Deed.ACCEPT, yes, entry.title, "primary", _key_hint(accept_key())),
            act(Deed.REJECT, no, entry.title, hover=_key_hint(reject_key())),
        ),
    )


def suggestions_sheet(entry: Entry, suggestions: Sequence[Suggestion], reading: Reading) -> Sheet:
    """Ask the same about several pairs of rows at once.

    Args:
        suggestions: All of one kind.
    """
    count = number(len(suggestions), reading.locale)
    title = translate("Problems", "{n} suggested matches", None, len(suggestions)).format(n=count)
    yes, no = answers(suggestions[0].kind)
    lines = tuple(
        (one.first.shown_payee, _amount(one.first, reading), _amount(one.second, reading))
        for one in suggestions[:_LISTED]
    )
    rest = len(suggestions) - len(lines)
    more = translate("Problems", "and {n} more").format(n=number(rest, reading.locale)) if rest else ""
    grid = Grid(translate("Problems", "The pairs"), (), lines, frozenset({1, 2}), more)
    all_of_them = translate("Problems", "{answer}: all {n}")
    words = [all_of_them.format(answer=word, n=count) for word in (yes, no)]
    return sheet_of(
        entry,
        (),
        (translate("Problems", "Your answer is given to all of them, as one step of undo."), _kept()),
        (grid,),
        acts=(
            act(Deed.ACCEPT, words[0], title, "primary", _key_hint(accept_key())),
            act(Deed.REJECT, words[1], title, hover=_key_hint(reject_key())),
        ),
        title=title,
        where="",
    )


def answers(kind: str) -> tuple[str, str]:
    """Say yes and no to a kind of suggestion."""
    if kind == "posted":
        return translate("Problems", "They are one"), translate("Problems", "They are two")
    return translate("Problems", "It is a transfer"), translate("Problems", "It is none")


def accept_key() -> str:
    """Name the key that says yes to a suggestion from the list."""
    return translate("Problems", "Y", "the key that says yes")


def reject_key() -> str:
    """Name the key that says no to a suggestion from the list."""
    return translate("Problems", "N", "the key that says no")


def _key_hint(key: str) -> str:
    return translate("Problems", "In the list: the key {key}").format(key=key)


def _kept() -> str:
    text = translate(
        "Problems",
        "Your answer is kept, and the same is not suggested again. In the list, {yes} and {no} answer; Shift and the "
        "arrow keys choose several.",
    )
    return text.format(yes=accept_key(), no=reject_key())


def question_sheet(entry: Entry, question: Question, reading: Reading) -> Sheet:
    """Ask about a row."""
    if question.kind is QuestionKind.BANK_SAYS:
        return _bank_says(entry, question.transaction, reading)
    return _taken_back(entry, question.transaction, reading)


def _bank_says(entry: Entry, row: Transaction, reading: Reading) -> Sheet:
    fields = tuple(
        (
            _field(name),
            _own_value(row, name, reading),
            banks_value(row, name, said, local_today(reading.now), reading.locale),
        )
        for name, said in sorted(row.bank_says.items())
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


def _own_value(row: Transaction, name: str, reading: Reading) -> str:
    match name:
        case "splits":
            return translate("Problems", "{n} parts", None, len(row.splits)).format(n=len(row.splits))
        case "date":
            return row_day(row, reading.now, reading.locale)
        case "payee":
            return row.shown_payee
        case "category":
            return row.category or ""
        case "note":
            return row.note or ""
        case _:
            return ""
