"""What a row says in each of its cells, when one hovers over it, and to those who listen."""

from budgetsync.domain.transaction import Transaction, TransactionState
from budgetsync.ui.formats import day, long_day, money
from budgetsync.ui.transactions.columns import Column, titles, translate
from budgetsync.ui.transactions.reading import Reading


def cell_text(row: Transaction, column: int, reading: Reading) -> str:
    """Write a cell."""
    match column:
        case Column.DATE:
            return day(row.transacted_on, reading.today(), reading.locale)
        case Column.ACCOUNT:
            return row.account_name
        case Column.STATE:
            return mark_of(row)
        case Column.AMOUNT:
            return money(row.amount, reading.locale)
        case _:
            return typed_text(row, column)


def typed_text(row: Transaction, column: int) -> str:
    """Write what a cell holds that can be typed into."""
    match column:
        case Column.PAYEE:
            return row.shown_payee
        case Column.CATEGORY:
            return row.category or ""
        case Column.NOTE:
            return row.note or ""
        case Column.TAGS:
            return ", ".join(row.tags)
    return ""


def mark_of(row: Transaction) -> str:
    """Say the one thing about a row that is out of the ordinary; "" of most."""
    word = ""
    if row.bank_removed:
        word = translate("Transactions", "Taken back")
    elif row.state is not TransactionState.POSTED:
        word = state_word(row.state)
    elif row.bank_says:
        word = translate("Transactions", "Bank differs")
    elif row.transfer is not None:
        word = translate("Transactions", "Transfer")
    elif row.splits:
        word = translate("Transactions", "Split")
    elif row.hidden:
        word = translate("Transactions", "Hidden")
    return word


def state_word(state: TransactionState) -> str:
    """Name a transaction's state."""
    match state:
        case TransactionState.PENDING:
            return translate("Transactions", "Pending")
        case TransactionState.POSTED:
            return translate("Transactions", "Booked")
        case TransactionState.REMOVED:
            return translate("Transactions", "Removed")


def hover_text(row: Transaction, column: int, reading: Reading) -> str:
    """Say what does not fit into a cell."""
    if column == Column.DATE:
        text = translate("Transactions", "Made on {day}")
        lines = [text.format(day=long_day(row.transacted_on, reading.locale))]
        if row.posted_on is not None:
            text = translate("Transactions", "Booked on {day}")
            lines.append(text.format(day=long_day(row.posted_on, reading.locale)))
        return "\n".join(lines)
    if column == Column.PAYEE and row.original_description:
        text = translate("Transactions", "{payee}\nThe bank's text: {original}")
        return text.format(payee=row.shown_payee, original=row.original_description)
    if column == Column.STATE:
        return mark_of(row) or state_word(row.state)
    return cell_text(row, column, reading)


def spoken_cell(row: Transaction, column: int, reading: Reading) -> str:
    """Say a cell with its column's name."""
    text = (
        mark_of(row) or state_word(row.state) if column == Column.STATE else cell_text(row, column, reading)
    )
    return f"{titles()[column]}: {text}"


def spoken_row(row: Transaction, reading: Reading) -> str:
    """Say a row in one line: what was when, to whom, how much, and what it is filed under."""
    said = (
        long_day(row.transacted_on, reading.locale),
        row.shown_payee,
        money(row.amount, reading.locale),
        row.category,
        ", ".join(row.tags),
        row.note,
        row.account_name,
        mark_of(row) or state_word(row.state),
    )
    return ", ".join(part for part in said if part)
