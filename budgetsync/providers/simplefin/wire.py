"""What SimpleFIN sends, in both versions of the protocol. What is not known is not looked at."""

from typing import Any

import msgspec


class Organization(msgspec.Struct):
    """Version 1: the bank of an account."""

    domain: str | None = None
    name: str | None = None
    id: str | None = None


class Connection(msgspec.Struct):
    """Version 2: one login at one bank."""

    conn_id: str
    name: str | None = None
    org_name: str | None = None
    org_url: str | None = None


class AccountSet(msgspec.Struct):
    """A whole answer."""

    accounts: list[msgspec.Raw]
    errors: list[Any] = []
    errlist: list[Any] = []
    connections: list[Any] = []


class Account(msgspec.Struct):
    """An account."""

    id: str
    name: str
    currency: str
    balance: str
    available_balance: str | None = msgspec.field(default=None, name="available-balance")
    balance_date: float | None = msgspec.field(default=None, name="balance-date")
    transactions: list[msgspec.Raw] = []
    org: Organization | None = None
    conn_id: str = ""


class Transaction(msgspec.Struct):
    """A transaction; `posted` is 0 while it is pending."""

    id: str
    amount: str
    posted: float = 0
    description: str = ""
    payee: str | None = None
    memo: str | None = None
    transacted_at: float | None = None
    pending: bool = False
