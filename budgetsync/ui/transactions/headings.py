"""What stands over the sections of the list."""

from budgetsync.domain.found import Total
from budgetsync.ui.formats import money, number
from budgetsync.ui.transactions.columns import translate
from budgetsync.ui.transactions.reading import Reading


def heading_text(count: int, pending: Total | None, reading: Reading) -> str:
    """Write a heading: how many are pending and what they add up to, by currency; None = over those that are booked."""
    if pending is None:
        return translate("Transactions", "Booked")
    text = translate("Transactions", "Pending: {count}").format(count=number(count, reading.locale))
    sums = "  ".join(money(each, reading.locale) for each in pending.sums)
    return f"{text}   {sums}" if sums else text
