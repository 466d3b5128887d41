"""Every endpoint of the demo bank through Plaid's own Python client, with the type checks of its models on."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from plaid.api import plaid_api
from plaid.model.accounts_balance_get_request import AccountsBalanceGetRequest
from plaid.model.accounts_balance_get_request_options import AccountsBalanceGetRequestOptions
from plaid.model.accounts_get_request import AccountsGetRequest
from plaid.model.country_code import CountryCode
from plaid.model.custom_sandbox_transaction import CustomSandboxTransaction
from plaid.model.institutions_get_by_id_request import InstitutionsGetByIdRequest
from plaid.model.institutions_get_by_id_request_options import InstitutionsGetByIdRequestOptions
from plaid.model.institutions_get_request import InstitutionsGetRequest
from plaid.model.institutions_get_request_options import InstitutionsGetRequestOptions
from plaid.model.institutions_search_request import InstitutionsSearchRequest
from plaid.model.institutions_search_request_options import InstitutionsSearchRequestOptions
from plaid.model.item_access_token_invalidate_request import ItemAccessTokenInvalidateRequest
from plaid.model.item_get_request import ItemGetRequest
from plaid.model.item_import_request import ItemImportRequest
from plaid.model.item_import_request_user_auth import ItemImportRequestUserAuth
from plaid.model.item_remove_request import ItemRemoveRequest
from plaid.model.item_webhook_update_request import ItemWebhookUpdateRequest
from plaid.model.personal_finance_category_version import PersonalFinanceCategoryVersion
from plaid.model.products import Products
from plaid.model.sandbox_item_fire_webhook_request import SandboxItemFireWebhookRequest
from plaid.model.sandbox_transactions_create_request import SandboxTransactionsCreateRequest
from plaid.model.transactions_get_request import TransactionsGetRequest
from plaid.model.transactions_get_request_options import TransactionsGetRequestOptions
from plaid.model.transactions_get_response import TransactionsGetResponse
from plaid.model.transactions_recurring_get_request import TransactionsRecurringGetRequest
from plaid.model.transactions_refresh_request import TransactionsRefreshRequest
from plaid.model.transactions_sync_request import TransactionsSyncRequest
from plaid.model.transactions_sync_request_options import TransactionsSyncRequestOptions
from plaid.model.webhook_verification_key_get_request import WebhookVerificationKeyGetRequest

from budgetsync.sandbox import BankServer, DemoBank
from tests.contract.bank_client import connect, error_of, plaid_client

TODAY = date(2026, 6, 15)


@pytest.fixture(scope="module")
def bank() -> DemoBank:
    return DemoBank(seed=11, rows=500)


@pytest.fixture(scope="module")
def server(bank: DemoBank) -> Iterator[BankServer]:
    with bank.serve() as running:
        yield running


@pytest.fixture
def client(server: BankServer) -> Iterator[plaid_api.PlaidApi]:
    with plaid_client(server.url) as api:
        yield api


def test_item_get_tells_of_updates_and_the_last_webhook(client: plaid_api.PlaidApi) -> None:
    token = connect(client, webhook="http://127.0.0.1:9/hook")

    response = client.item_get(ItemGetRequest(access_token=token))

    assert response.item.webhook == "http://127.0.0.1:9/hook"
    assert response.item.created_at is not None
    assert response.status.transactions.last_successful_update is not None
    assert response.status.last_webhook.code_sent == "HISTORICAL_UPDATE"
    assert response.status.last_webhook.sent_at is not None


def test_item_webhook_update(client: plaid_api.PlaidApi) -> None:
    token = connect(client)

    request = ItemWebhookUpdateRequest(access_token=token, webhook="http://127.0.0.1:9/new")
    assert client.item_webhook_update(request).item.webhook == "http://127.0.0.1:9/new"
    status = client.item_get(ItemGetRequest(access_token=token)).status
    assert status.last_webhook.code_sent == "WEBHOOK_UPDATE_ACKNOWLEDGED"
    assert (
        client.item_webhook_update(ItemWebhookUpdateRequest(access_token=token, webhook=None)).item.webhook
        is None
    )


def test_item_access_token_invalidate(client: plaid_api.PlaidApi) -> None:
    token = connect(client)

    new = client.item_access_token_invalidate(
        ItemAccessTokenInvalidateRequest(access_token=token)
    ).new_access_token

    assert new != token
    assert client.item_get(ItemGetRequest(access_token=new)).item.item_id
    refused = error_of(lambda: client.item_get(ItemGetRequest(access_token=token)))
    assert refused["error_code"] == "INVALID_ACCESS_TOKEN"


def test_item_import_and_remove(client: plaid_api.PlaidApi) -> None:
    imported = client.item_import(
        ItemImportRequest(
            institution_id="ins_109509",
            products=[Products("transactions")],
            user_auth=ItemImportRequestUserAuth(user_id="u", auth_token="a"),
        )
    )
    assert client.accounts_get(AccountsGetRequest(access_token=imported.access_token)).accounts
    client.item_remove(ItemRemoveRequest(access_token=imported.access_token))
    again = error_of(lambda: client.item_remove(ItemRemoveRequest(access_token=imported.access_token)))
    assert (again["status"], again["error_code"]) == (400, "ITEM_NOT_FOUND")


def test_accounts_balance_get(client: plaid_api.PlaidApi) -> None:
    token = connect(client)
    every = client.accounts_balance_get(AccountsBalanceGetRequest(access_token=token)).accounts

    chosen = client.accounts_balance_get(
        AccountsBalanceGetRequest(
            access_token=token, options=AccountsBalanceGetRequestOptions(account_ids=[every[2].account_id])
        )
    ).accounts

    assert [account.account_id for account in chosen] == [every[2].account_id]
    assert chosen[0].balances.limit == 12_000
    assert every[0].persistent_account_id != every[1].persistent_account_id
    assert "persistent_account_id" not in every[2]


def test_a_relink_gives_new_account_ids_and_the_same_persistent_ones(client: plaid_api.PlaidApi) -> None:
    first, second = (
        client.accounts_get(AccountsGetRequest(access_token=connect(client))).accounts for _ in range(2)
    )

    assert first[0].account_id != second[0].account_id
    assert first[0].persistent_account_id == second[0].persistent_account_id
    plain = client.accounts_get(AccountsGetRequest(access_token=connect(client, "ins_109509"))).accounts
    assert all("persistent_account_id" not in account for account in plain)


@pytest.mark.parametrize("version", ["v1", "v2"])
def test_sync_in_either_version_of_the_categories(client: plaid_api.PlaidApi, version: str) -> None:
    options = TransactionsSyncRequestOptions(
        personal_finance_category_version=PersonalFinanceCategoryVersion(version)
    )
    request = TransactionsSyncRequest(access_token=connect(client), cursor="", count=500, options=options)

    categories = [row.personal_finance_category for row in client.transactions_sync(request).added]

    assert {str(category.version) for category in categories} == {version}
    detailed = {category.detailed for category in categories}
    assert ("INCOME_WAGES" in detailed) is (version == "v1")
    assert ("INCOME_SALARY" in detailed) is (version == "v2")


def test_transactions_get_pages_by_offset_and_filters_by_account(client: plaid_api.PlaidApi) -> None:
    token = connect(client)
    account_id = client.accounts_get(AccountsGetRequest(access_token=token)).accounts[2].account_id

    def page(offset: int, count: int) -> TransactionsGetResponse:
        options = TransactionsGetRequestOptions(account_ids=[account_id], offset=offset, count=count)
        return client.transactions_get(
            TransactionsGetRequest(
                access_token=token, start_date=TODAY - timedelta(365), end_date=TODAY, options=options
            )
        )

    whole = page(0, 500)
    parts = [*page(0, 20).transactions, *page(20, 500).transactions]

    assert whole.total_transactions == len(whole.transactions) > 40
    assert [row.transaction_id for row in parts] == [row.transaction_id for row in whole.transactions]
    assert {row.account_id for row in parts} == {account_id}
    dates = [row.date for row in parts]
    assert dates == sorted(dates, reverse=True)
    assert whole.item.item_id


def test_transactions_refresh_of_the_dynamic_user(client: plaid_api.PlaidApi) -> None:
    token = connect(client, override_username="user_transactions_dynamic", override_password="anything")
    first = client.transactions_sync(TransactionsSyncRequest(access_token=token, count=500))
    assert len(first.added) == 50
    pending = {row.transaction_id for row in first.added if row.pending}
    assert pending

    client.transactions_refresh(TransactionsRefreshRequest(access_token=token))
    second = client.transactions_sync(
        TransactionsSyncRequest(access_token=token, cursor=first.next_cursor, count=500)
    )

    assert {row.transaction_id for row in second.removed} == pending
    assert {row.pending_transaction_id for row in second.added if not row.pending} == pending
    assert any(row.pending for row in second.added)
    (changed,) = second.modified
    before = next(row.amount for row in first.added if row.transaction_id == changed.transaction_id)
    assert changed.amount == pytest.approx(before + 1)


def test_a_custom_user_brings_accounts_of_its_own(client: plaid_api.PlaidApi) -> None:
    password = """{"override_accounts": [
        {"type": "depository", "subtype": "checking", "starting_balance": 812.5,
         "meta": {"name": "Kitty", "mask": "4242"}, "identity": {"names": ["Nobody"]},
         "transactions": [
            {"date_transacted": "2026-06-01", "date_posted": "2026-06-02", "amount": 12.34,
             "description": "Chalk and Cheese", "currency": "USD"},
            {"date_transacted": "2026-06-14", "date_posted": "2026-06-16", "amount": 5,
             "description": "Not Posted Yet", "currency": "USD"}]},
        {"type": "credit", "subtype": "credit card", "starting_balance": 99, "meta": {"limit": 2500}},
        {"type": "depository", "subtype": "savings", "currency": "BTC", "starting_balance": 0.5}]}"""
    token = connect(client, override_username="user_custom", override_password=password)

    page = client.transactions_sync(TransactionsSyncRequest(access_token=token))

    assert [(account.name, account.balances.current) for account in page.accounts] == [
        ("Kitty", 812.5), ("Custom Credit Card", 99), ("Custom Savings", 0.5)
    ]  # fmt: skip
    assert page.accounts[1].balances.limit == 2500
    assert page.accounts[2].balances.iso_currency_code is None
    assert page.accounts[2].balances.unofficial_currency_code == "BTC"
    assert {(row.name, row.pending, row.amount) for row in page.added} == {
        ("Chalk and Cheese", False, 12.34),
        ("Not Posted Yet", True, 5),
    }


@pytest.mark.parametrize(
    ("username", "password", "code"),
    [
        ("user_good", "wrong", "INVALID_CREDENTIALS"),
        ("nobody", "pass_good", "INVALID_CREDENTIALS"),
        ("user_custom", "{no json", "INVALID_CREDENTIALS"),
        ("user_good", "error_ITEM_LOCKED", "ITEM_LOCKED"),
    ],
)
def test_logins_that_fail(client: plaid_api.PlaidApi, username: str, password: str, code: str) -> None:
    refused = error_of(lambda: connect(client, override_username=username, override_password=password))

    assert (refused["error_type"], refused["error_code"]) == ("ITEM_ERROR", code)
    assert refused["display_message"]


def test_sandbox_transactions_create(client: plaid_api.PlaidApi) -> None:
    token = connect(client, override_username="user_transactions_dynamic")
    cursor = client.transactions_sync(TransactionsSyncRequest(access_token=token, count=500)).next_cursor
    entries = [
        CustomSandboxTransaction(
            date_transacted=TODAY, date_posted=day, amount=amount, description=f"Made {amount}"
        )
        for day, amount in ((TODAY, 7.25), (TODAY + timedelta(2), -3.5))
    ]

    client.sandbox_transactions_create(
        SandboxTransactionsCreateRequest(access_token=token, transactions=entries)
    )

    added = client.transactions_sync(TransactionsSyncRequest(access_token=token, cursor=cursor)).added
    assert {(row.name, row.amount, row.pending) for row in added} == {
        ("Made 7.25", 7.25, False),
        ("Made -3.5", -3.5, True),
    }
    entries[0].date_transacted = TODAY - timedelta(30)
    wrong = SandboxTransactionsCreateRequest(access_token=token, transactions=entries)
    assert error_of(lambda: client.sandbox_transactions_create(wrong))["error_code"] == "INVALID_FIELD"


def test_recurring_transactions() -> None:
    with DemoBank(seed=7).serve() as whole, plaid_client(whole.url) as client:
        token = connect(client)
        found = client.transactions_recurring_get(TransactionsRecurringGetRequest(access_token=token))

    salary = next(stream for stream in found.inflow_streams if "Payroll" in stream.description)
    rent = next(stream for stream in found.outflow_streams if "Alder Quay" in stream.description)
    assert (str(salary.frequency), str(rent.frequency)) == ("BIWEEKLY", "MONTHLY")
    assert rent.last_amount.amount == 1850
    assert rent.is_active
    assert len(rent.transaction_ids) > 20


def test_categories_get(client: plaid_api.PlaidApi) -> None:
    categories = client.categories_get({}).categories

    assert len({category.category_id for category in categories}) == len(categories) > 40
    assert ["Transfer", "Payroll"] in [category.hierarchy for category in categories]


def test_institutions_get_and_search(client: plaid_api.PlaidApi) -> None:
    every = client.institutions_get(
        InstitutionsGetRequest(
            count=10,
            offset=0,
            country_codes=[CountryCode("US")],
            options=InstitutionsGetRequestOptions(include_optional_metadata=True),
        )
    )
    assert every.total == len(every.institutions) >= 3
    assert all(spec.url and spec.primary_color and "logo" in spec for spec in every.institutions)
    second = client.institutions_get(
        InstitutionsGetRequest(count=1, offset=1, country_codes=[CountryCode("US")])
    )
    assert second.institutions[0].institution_id == every.institutions[1].institution_id
    assert "url" not in second.institutions[0]

    found = client.institutions_search(
        InstitutionsSearchRequest(
            query="gingham", country_codes=[CountryCode("US")], options=InstitutionsSearchRequestOptions()
        )
    )
    assert [spec.name for spec in found.institutions] == ["First Gingham Credit Union"]


@pytest.mark.parametrize("institution_id", ["ins_109511", "ins_109512"])
def test_banks_where_the_household_has_nothing(client: plaid_api.PlaidApi, institution_id: str) -> None:
    token = connect(client, institution_id)

    page = client.transactions_sync(TransactionsSyncRequest(access_token=token, count=500))

    assert len(page.accounts) == 2
    assert len(page.added) > 60
    assert client.item_get(ItemGetRequest(access_token=token)).item.institution_id == institution_id


def test_institutions_get_by_id_with_status(client: plaid_api.PlaidApi) -> None:
    request = InstitutionsGetByIdRequest(
        institution_id="ins_109508",
        country_codes=[CountryCode("US")],
        options=InstitutionsGetByIdRequestOptions(include_status=True),
    )

    institution = client.institutions_get_by_id(request).institution

    assert institution.status.transactions_updates.status == "HEALTHY"


@pytest.mark.parametrize(
    "code",
    [
        *("DEFAULT_UPDATE", "SYNC_UPDATES_AVAILABLE", "NEW_ACCOUNTS_AVAILABLE", "USER_PERMISSION_REVOKED"),
        *("USER_ACCOUNT_REVOKED", "PENDING_DISCONNECT", "LOGIN_REPAIRED", "ERROR", "AUTHORIZATION_GRANTED"),
        *("RECURRING_TRANSACTIONS_UPDATE", "PRODUCT_READY", "SMS_MICRODEPOSITS_VERIFICATION"),
    ],
)
def test_sandbox_item_fire_webhook(client: plaid_api.PlaidApi, code: str) -> None:
    token = connect(client, webhook="http://127.0.0.1:9/hook")

    fired = client.sandbox_item_fire_webhook(
        SandboxItemFireWebhookRequest(access_token=token, webhook_code=code)
    )

    assert fired.webhook_fired
    assert client.item_get(ItemGetRequest(access_token=token)).status.last_webhook.code_sent == code
    bare = SandboxItemFireWebhookRequest(access_token=connect(client), webhook_code=code)
    assert error_of(lambda: client.sandbox_item_fire_webhook(bare))["error_code"] == "SANDBOX_WEBHOOK_INVALID"


def test_webhook_verification_key_get(client: plaid_api.PlaidApi, bank: DemoBank) -> None:
    kid = bank._bank.estate.keys.current.kid

    key = client.webhook_verification_key_get(WebhookVerificationKeyGetRequest(key_id=kid)).key

    assert (key.alg, key.crv, key.kty, key.use, key.kid) == ("ES256", "P-256", "EC", "sig", kid)
    assert key.expired_at is None
    unknown = WebhookVerificationKeyGetRequest(key_id="00000000-0000-4000-8000-000000000000")
    refused = error_of(lambda: client.webhook_verification_key_get(unknown))
    assert refused["error_code"] == "INVALID_WEBHOOK_VERIFICATION_KEY_ID"
