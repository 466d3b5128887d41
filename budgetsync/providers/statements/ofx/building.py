"""A statement of OFX while it is read: whose account it is, and its entries by currency."""

from budgetsync.domain.money import EXPONENTS
from budgetsync.domain.statement import EntryProblem, StatedAccount, StatedBalance, Statement, account_digest
from budgetsync.providers.statements.amounts import AmountError, read_amount
from budgetsync.providers.statements.days import DayError, read_ofx_day
from budgetsync.providers.statements.ofx.entries import (
    NumberMask,
    entry_currency,
    read_entry,
    read_trade,
    write_raw,
)

_TYPES = {"CCSTMTRS": "credit", "INVSTMTRS": "investment", "LOANSTMTRS": "loan"}
OWN_ACCOUNTS = frozenset({"BANKACCTFROM", "CCACCTFROM", "INVACCTFROM", "LOANACCTFROM"})
"""What holds the number of the account that a statement is of."""
_SHOWN_ALIKE = 4


class StatementBuilder:
    """Takes what one statement says, in the file's order.

    Args:
        kind: STMTRS, CCSTMTRS, INVSTMTRS or LOANSTMTRS.
        currency: For a statement that names none.
    """

    def __init__(self, kind: str, institution: str, currency: str) -> None:
        self._kind = kind
        self._institution = institution
        self._fallback = currency
        self._currency = ""
        self._account: dict[str, str] = {}
        self._balance: dict[str, str] = {}
        self._mask = NumberMask("")
        self._statements: dict[str, Statement] = {}
        self._problems: list[EntryProblem] = []

    def take(self, name: str, text: str, within: str) -> None:
        """Take a value outside of any entry."""
        if name == "CURDEF":
            self._currency = text.upper()[:_SHOWN_ALIKE]
        elif within in OWN_ACCOUNTS:
            self._account.setdefault(name, text)
            if name in {"ACCTID", "LOANACCTID"}:
                self._mask = NumberMask(text)
        elif within == "LEDGERBAL" or name == "DTEND":
            self._balance.setdefault(name, text)

    def entry(self, told: dict[str, str], block: str, line: int, *, pending: bool) -> None:
        """Take a booking."""
        try:
            currency = self._entry_currency(told, block)
            entry = read_entry(told, line, currency, self._mask, pending=pending)
        except (AmountError, DayError) as error:
            self.problem(line, str(error), told)
        else:
            self._of(currency).entries.append(entry)

    def trade(
        self, kind: str, told: dict[str, str], block: str, line: int, securities: dict[str, str]
    ) -> None:
        """Take what a trade did to the cash."""
        try:
            currency = self._entry_currency(told, block)
            entry = read_trade(kind, told, line, currency, self._mask, securities)
        except (AmountError, DayError) as error:
            self.problem(line, str(error), told)
        else:
            self._of(currency).entries.append(entry)

    def problem(self, line: int, message: str, told: dict[str, str]) -> None:
        """Keep what could not be read."""
        if "FITID" in told:
            told = told | {"FITID": self._mask.hide(told["FITID"])}
        self._problems.append(EntryProblem(line, message, write_raw(told)))

    def statements(self) -> list[Statement]:
        """Give what was read: one statement, and one more for each other currency that was met."""
        if not self._currency:
            self._currency = next(iter(self._statements), "") or self._fallback
        main = self._of(self._currency) if self._currency in EXPONENTS else None
        for currency, statement in self._statements.items():
            statement.account = self._stated_account(currency)
        told = list(self._statements.values())
        if main is None:
            message = "The statement is in a currency that is not in use any more."
            self._problems.append(EntryProblem(0, message))
            told = told or [Statement(self._stated_account(""), "")]
            main = told[0]
        main.problems.extend(self._problems)
        main.closing = self._closing(main)
        others = [statement for statement in told if statement is not main]
        is_bare = not (main.entries or main.problems or main.closing)
        return others if others and is_bare else [main, *others]

    def _entry_currency(self, told: dict[str, str], block: str) -> str:
        currency = entry_currency(told, block, self._currency) or self._fallback
        if currency not in EXPONENTS:
            message = "Its currency is not one that is in use."
            raise AmountError(message)
        return currency

    def _of(self, currency: str) -> Statement:
        statement = self._statements.get(currency)
        if statement is None:
            statement = Statement(StatedAccount(), currency)
            self._statements[currency] = statement
        return statement

    def _stated_account(self, currency: str) -> StatedAccount:
        told = self._account
        number = told.get("ACCTID") or told.get("LOANACCTID", "")
        kind = told.get("ACCTTYPE", "").upper()
        type_ = _TYPES.get(self._kind) or ("credit" if kind == "CREDITLINE" else "depository")
        bank = told.get("BANKID") or told.get("BROKERID", "")
        plain = "".join(sign for sign in number if sign.isalnum())
        return StatedAccount(
            id=account_digest(bank, told.get("BRANCHID", ""), number, currency) if plain else "",
            mask=plain[-_SHOWN_ALIKE:] or None,
            name=kind.capitalize() if kind.isalpha() else "",
            type=type_,
            institution=self._institution[:80],
        )

    def _closing(self, statement: Statement) -> StatedBalance | None:
        amount, day = (
            self._balance.get("BALAMT", ""),
            self._balance.get("DTASOF") or self._balance.get("DTEND", ""),
        )
        if not amount or not day or statement.currency != self._currency:
            return None
        try:
            minor = read_amount(amount, statement.currency, EXPONENTS[statement.currency])
            return StatedBalance(minor, read_ofx_day(day))
        except (AmountError, DayError) as error:
            statement.problems.append(EntryProblem(0, f"The balance cannot be read. {error}"))
            return None
