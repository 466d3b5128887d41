"""Plaid's answers, as far as we read them. Names and shapes are Plaid's.

Rows stay raw at first, so that one that cannot be read does not take its page with it.
Source: https://plaid.com/docs/api/products/transactions/#transactionssync
"""

import datetime as dt
from decimal import Decimal

from msgspec import Raw, Struct
from msgspec.json import Decoder

NOTHING = Raw(b"null")
"""What stands where an answer could tell of an error and does not."""


class Category(Struct, gc=False):
    """personal_finance_category; its codes are open-ended."""

    primary: str
    detailed: str
    confidence_level: str | None = None


class Transaction(Struct, gc=False):
    """A row of added or modified. A positive amount is money out; dates are calendar dates."""

    transaction_id: str
    account_id: str
    amount: Decimal
    date: dt.date
    pending: bool
    iso_currency_code: str | None = None
    unofficial_currency_code: str | None = None
    authorized_date: dt.date | None = None
    name: str | None = None
    merchant_name: str | None = None
    original_description: str | None = None
    pending_transaction_id: str | None = None
    personal_finance_category: Category | None = None


class Removed(Struct, gc=False):
    """A row that the bank took back."""

    transaction_id: str
    account_id: str


class Balances(Struct):
    """An account's figures."""

    available: Decimal | None = None
    current: Decimal | None = None
    limit: Decimal | None = None
    iso_currency_code: str | None = None
    unofficial_currency_code: str | None = None
    last_updated_datetime: dt.datetime | None = None


class Account(Struct):
    """An account as every transactions answer repeats it."""

    account_id: str
    balances: Balances
    name: str
    type: str
    official_name: str | None = None
    mask: str | None = None
    subtype: str | None = None
    persistent_account_id: str | None = None


class SyncResponse(Struct):
    """/transactions/sync."""

    accounts: list[Raw]
    added: list[Raw]
    modified: list[Raw]
    removed: list[Raw]
    next_cursor: str
    has_more: bool
    transactions_update_status: str | None = None


class TransactionsStatus(Struct):
    """When Plaid last had news from the bank, and when it last could not get any."""

    last_successful_update: dt.datetime | None = None
    last_failed_update: dt.datetime | None = None


class LastWebhook(Struct):
    """When Plaid last sent a webhook of an item."""

    sent_at: dt.datetime | None = None


class ItemStatus(Struct):
    """The status part of /item/get."""

    transactions: TransactionsStatus | None = None
    last_webhook: LastWebhook | None = None


class Item(Struct):
    """The item part of /item/get."""

    item_id: str
    institution_id: str | None = None
    institution_name: str | None = None
    consent_expiration_time: dt.datetime | None = None
    error: Raw = NOTHING
    webhook: str | None = None


class ItemResponse(Struct):
    """/item/get."""

    item: Item
    status: ItemStatus | None = None


class PublicTokenResponse(Struct):
    """/sandbox/public_token/create."""

    public_token: str


class ExchangeResponse(Struct):
    """/item/public_token/exchange."""

    access_token: str
    item_id: str


class Institution(Struct):
    """The institution part of /institutions/get_by_id."""

    institution_id: str
    name: str


class InstitutionResponse(Struct):
    """/institutions/get_by_id."""

    institution: Institution


class LinkTokenResponse(Struct):
    """/link/token/create, with a hosted page."""

    link_token: str
    hosted_link_url: str


class LinkInstitution(Struct):
    """A bank as Link tells of it."""

    institution_id: str | None = None
    name: str | None = None


class LinkAccount(Struct):
    """An account as Link tells of it."""

    name: str | None = None
    mask: str | None = None
    type: str | None = None
    subtype: str | None = None


class AddResult(Struct):
    """An item that was made on the page."""

    public_token: str
    institution: LinkInstitution | None = None
    accounts: list[LinkAccount] = []


class LinkResults(Struct):
    """What a visit led to."""

    item_add_results: list[AddResult] | None = None


class LinkExit(Struct):
    """How a visit was left."""

    error: Raw = NOTHING


class LinkEvent(Struct):
    """A step of a visit."""

    event_name: str = ""


class LinkSession(Struct):
    """One visit to the page."""

    finished_at: str | None = None
    exit: LinkExit | None = None
    results: LinkResults | None = None
    events: list[LinkEvent] | None = None


class LinkTokenStatus(Struct):
    """/link/token/get."""

    link_sessions: list[LinkSession] | None = None


class Anything(Struct):
    """An answer of which only its being there matters."""

    request_id: str | None = None


class ErrorBody(Struct):
    """What Plaid answers when something went wrong."""

    error_code: str = ""
    error_type: str = ""
    request_id: str | None = None


read_transaction = Decoder(Transaction).decode
read_removed = Decoder(Removed).decode
read_account = Decoder(Account).decode
read_sync = Decoder(SyncResponse).decode
