"""Rows as OFX 2.2: one statement for each account and currency; each row has an id that stays the same."""

from collections.abc import Iterator
from datetime import UTC, date
from itertools import groupby
from typing import Final
from xml.sax.saxutils import escape

from budgetsync.domain.account import Account
from budgetsync.domain.export.fields import decimal_text
from budgetsync.domain.export.format import Export, Format, Order, takes_booked
from budgetsync.domain.export.texts import one_line
from budgetsync.domain.ids import AccountId
from budgetsync.domain.row_name import account_name, row_name
from budgetsync.domain.transaction import Transaction

_HEAD: Final = (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
    '<?OFX OFXHEADER="200" VERSION="220" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>\n'
)
_GOOD: Final = "<STATUS><CODE>0</CODE><SEVERITY>INFO</SEVERITY></STATUS>"
_KINDS: Final = {"savings": "SAVINGS", "money market": "MONEYMRKT", "cd": "CD"}
_OWED: Final = frozenset({"credit", "loan"})
_NAME: Final = 32
_MEMO: Final = 255


def _write(export: Export) -> Iterator[str]:
    at = f"{export.at.astimezone(UTC):%Y%m%d%H%M%S}"
    yield f"{_HEAD}<OFX>\n<SIGNONMSGSRSV1><SONRS>{_GOOD}<DTSERVER>{at}</DTSERVER>"
    yield "<LANGUAGE>ENG</LANGUAGE></SONRS></SIGNONMSGSRSV1>\n"
    # The order has all cards together, since each kind of account has its own set of messages.
    message = ""
    groups = groupby(export.rows, key=lambda row: (row.account_id, row.amount.currency))
    for number, ((account_id, currency), rows) in enumerate(groups, 1):
        account = export.accounts.get(account_id)
        card = "CREDITCARD" if account is not None and account.type == "credit" else "BANK"
        if card != message:
            yield f"</{message}MSGSRSV1>\n<{card}MSGSRSV1>\n" if message else f"<{card}MSGSRSV1>\n"
            message = card
        yield from _statement(export, number, account_id, currency, rows)
    if message:
        yield f"</{message}MSGSRSV1>\n"
    yield "</OFX>\n"


def _statement(
    export: Export, number: int, account_id: AccountId, currency: str, rows: Iterator[Transaction]
) -> Iterator[str]:
    account = export.accounts.get(account_id)
    is_card = account is not None and account.type == "credit"
    outer, inner = ("CCSTMTTRNRS", "CCSTMTRS") if is_card else ("STMTTRNRS", "STMTRS")
    span = export.spans[account_id, currency]
    yield (
        f"<{outer}><TRNUID>{number}</TRNUID>{_GOOD}\n<{inner}><CURDEF>{currency}</CURDEF>"
        f"{_account(export.ledger, account_id, account)}\n"
        f"<BANKTRANLIST><DTSTART>{_day(span.first)}</DTSTART><DTEND>{_day(span.last)}</DTEND>\n"
    )
    for row in rows:
        yield _row(export.ledger, row)
    yield f"</BANKTRANLIST>\n{_balance(export, account, currency)}</{inner}></{outer}>\n"


def _account(ledger: str, account_id: AccountId, account: Account | None) -> str:
    name = f"<ACCTID>{account_name(ledger, account_id)}</ACCTID>"
    if account is not None and account.type == "credit":
        return f"<CCACCTFROM>{name}</CCACCTFROM>"
    kind = "CHECKING"
    if account is not None:
        kind = "CREDITLINE" if account.type == "loan" else _KINDS.get(account.subtype or "", "CHECKING")
    return f"<BANKACCTFROM><BANKID>budgetsy</BANKID>{name}<ACCTTYPE>{kind}</ACCTTYPE></BANKACCTFROM>"


def _balance(export: Export, account: Account | None, currency: str) -> str:
    if account is None or account.current is None or account.current.currency != currency:
        return ""
    current = -account.current if account.type in _OWED else account.current
    at = (account.balance_as_of or export.at).astimezone(UTC)
    return (
        f"<LEDGERBAL><BALAMT>{decimal_text(current)}</BALAMT><DTASOF>{at:%Y%m%d%H%M%S}</DTASOF></LEDGERBAL>\n"
    )


def _row(ledger: str, row: Transaction) -> str:
    kind = "XFER" if row.transfer is not None else "DEBIT" if row.amount.minor < 0 else "CREDIT"
    day = row.posted_on or row.transacted_on
    made = "" if day == row.transacted_on else f"<DTUSER>{_day(row.transacted_on)}</DTUSER>"
    payee = one_line(row.shown_payee)
    told = [payee] if len(payee) > _NAME else []
    told += [one_line(row.original_description)] if row.original_description != row.shown_payee else []
    told += [one_line(row.note)] if row.note else []
    memo = " · ".join(told)[:_MEMO].strip()
    return (
        f"<STMTTRN><TRNTYPE>{kind}</TRNTYPE><DTPOSTED>{_day(day)}</DTPOSTED>{made}"
        f"<TRNAMT>{decimal_text(row.amount)}</TRNAMT><FITID>{row_name(ledger, row.id)}</FITID>"
        f"<NAME>{_xml(payee[:_NAME].strip() or '-')}</NAME>"
        f"{f'<MEMO>{_xml(memo)}</MEMO>' if memo else ''}</STMTTRN>\n"
    )


def _day(day: date) -> str:
    """Noon in Greenwich, so that no reader moves it to the day before."""
    return f"{day:%Y%m%d}120000"


def _xml(text: str) -> str:
    return escape("".join(sign for sign in text if sign not in "\ufffe\uffff"))


OFX: Final = Format("ofx", "OFX", _write, "ofx", Order.BY_ACCOUNT, takes_booked)
"""Booked rows only: the format has no place for a pending one that every reader knows."""
