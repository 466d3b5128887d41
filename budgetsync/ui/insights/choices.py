"""What a person chose to look at on the Insights page, kept for the next time."""

from dataclasses import dataclass
from datetime import date

from budgetsync.domain.ids import AccountId
from budgetsync.domain.insights import Scope
from budgetsync.ui.insights.period import Period, days_of
from budgetsync.ui.memory import Memory

_PERIOD, _OWN = "insights/period", "insights/own-dates"
_CURRENCY, _ACCOUNTS = "insights/currency", "insights/accounts"
_TURNED = "insights/lines"
_TABLE, _INCOME = "insights/table-", "insights/direction-"
_NO, _YES = "no", "yes"
_DATES = 2


@dataclass(frozen=True, slots=True)
class Choices:
    """What is looked at.

    Attributes:
        currency: "" = the one with the most rows.
        accounts: Empty = all.
        turned: Keys of lines that the person showed or hid against what is shown by itself.
    """

    period: Period
    own: tuple[date, date]
    currency: str = ""
    accounts: frozenset[AccountId] = frozenset()
    turned: frozenset[str] = frozenset()

    def scope(self, today: date, begin: date | None) -> Scope:
        """What is asked of a ledger that begins on a day."""
        first, last = days_of(self.period, today, self.own, begin)
        return Scope(first, last, self.accounts)


def recall(memory: Memory, today: date) -> Choices:
    """Give what was chosen last."""
    texts = memory.words(_OWN)
    year = (date(today.year, 1, 1), today)
    try:
        dates = tuple(map(date.fromisoformat, texts))
    except ValueError:
        dates = ()
    currency = memory.words(_CURRENCY)
    return Choices(
        Period(memory.word(_PERIOD, [period.value for period in Period])),
        (dates[0], dates[1]) if len(dates) == _DATES else year,
        currency[0] if currency else "",
        frozenset(AccountId(int(text)) for text in memory.words(_ACCOUNTS) if text.isdecimal()),
        frozenset(memory.words(_TURNED)),
    )


def keep(memory: Memory, choices: Choices) -> None:
    """Remember what is chosen."""
    memory.keep_word(_PERIOD, choices.period.value)
    memory.keep_words(_OWN, [day.isoformat() for day in choices.own])
    memory.keep_words(_CURRENCY, [choices.currency] if choices.currency else [])
    memory.keep_words(_ACCOUNTS, [str(each) for each in sorted(choices.accounts)])
    memory.keep_words(_TURNED, sorted(choices.turned))


def is_table(memory: Memory, panel: str) -> bool:
    """Whether a panel shows its table."""
    return memory.word(f"{_TABLE}{panel}", (_NO, _YES)) == _YES


def keep_table(memory: Memory, panel: str, *, shown: bool) -> None:
    """Remember whether a panel shows its table."""
    memory.keep_word(f"{_TABLE}{panel}", _YES if shown else _NO)


def is_income(memory: Memory, panel: str) -> bool:
    """Whether a panel shows what came in instead of what went out."""
    return memory.word(f"{_INCOME}{panel}", (_NO, _YES)) == _YES


def keep_income(memory: Memory, panel: str, *, shown: bool) -> None:
    """Remember whether a panel shows what came in."""
    memory.keep_word(f"{_INCOME}{panel}", _YES if shown else _NO)
