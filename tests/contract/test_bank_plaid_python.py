"""Plaid's own Python client talks to the demo bank, with the type checks of its models on."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import plaid
import pytest
from plaid.api import plaid_api
from plaid.model.accounts_get_request import AccountsGetRequest
from plaid.model.accounts_get_request_options import AccountsGetRequestOptions
from plaid.model.country_code import CountryCode
from plaid.model.institutions_get_by_id_request import InstitutionsGetByIdRequest
from plaid.model.institutions_get_by_id_request_options import InstitutionsGetByIdRequestOptions
from plaid.model.item_get_request import ItemGetRequest
from plaid.model.item_public_token_exchange_request import ItemPublicTokenExchangeRequest
from plaid.model.item_remove_request import ItemRemoveRequest
from plaid.model.products import Products
from plaid.model.sandbox_item_reset_login_request import SandboxItemResetLoginRequest
from plaid.model.sandbox_public_token_create_request import SandboxPublicTokenCreateRequest
from plaid.model.transactions_sync_request import TransactionsSyncRequest
from plaid.model.transactions_sync_request_options import TransactionsSyncRequestOptions

from budgetsync.sandbox import DEMO_CLIENT_ID, DEMO_SECRET, BankServer, DemoBank


@pytest.fixture(scope="module")
def server() -> Iterator[BankServer]:
    with DemoBank(seed=11, rows=400).serve() as running:
        yield running


@contextmanager
def plaid_client(
    url: str, client_id: str = DEMO_CLIENT_ID, secret: str = DEMO_SECRET
) -> Iterator[plaid_api.PlaidApi]:
    configuration = plaid.Configuration(host=url, api_key={"clientId": client_id, "secret": secret})
    with plaid.ApiClient(configuration) as api_client:
        yield plaid_api.PlaidApi(api_client)
        api_client.rest_client.pool_manager.clear()


@pytest.fixture
def client(server: BankServer) -> Iterator[plaid_api.PlaidApi]:
    with plaid_client(server.url) as api:
        yield api


def connect(client: plaid_api.PlaidApi, institution_id: str = "ins_109508") -> str:
    created = client.sandbox_public_token_create(
        SandboxPublicTokenCreateRequest(
            institution_id=institution_id, initial_products=[Products("transactions")]
        )
    )
    exchanged = client.item_public_token_exchange(
        ItemPublicTokenExchangeRequest(public_token=created.public_token)
    )
    assert exchanged.item_id
    return str(exchanged.access_token)


def error_of(call: Callable[[], object]) -> dict[str, Any]:
    with pytest.raises(plaid.ApiException) as caught:
        call()
    body: dict[str, Any] = json.loads(caught.value.body)
    assert {"error_type", "error_code", "error_message", "display_message", "request_id"} <= body.keys()
    return {"status": caught.value.status, **body}


def test_tokens_have_the_shape_that_plaid_gives_them(client: plaid_api.PlaidApi) -> None:
    assert connect(client).startswith("access-sandbox-")


def test_item_get(client: plaid_api.PlaidApi) -> None:
    response = client.item_get(ItemGetRequest(access_token=connect(client, "ins_109509")))

    assert response.item.institution_id == "ins_109509"
    assert response.item.institution_name == "First Gingham Credit Union"
    assert response.item.error is None
    assert [str(product) for product in response.item.billed_products] == ["transactions"]
    assert response.status.transactions.last_successful_update is not None


@pytest.mark.parametrize(
    ("institution_id", "kinds"),
    [
        ("ins_109508", [("depository", "checking"), ("depository", "savings"), ("credit", "credit card")]),
        ("ins_109509", [("depository", "checking"), ("loan", "auto")]),
        ("ins_109510", [("depository", "checking"), ("depository", "checking")]),
    ],
)
def test_accounts_get(client: plaid_api.PlaidApi, institution_id: str, kinds: list[tuple[str, str]]) -> None:
    response = client.accounts_get(AccountsGetRequest(access_token=connect(client, institution_id)))

    assert [(str(account.type), str(account.subtype)) for account in response.accounts] == kinds
    assert all(account.balances.current is not None for account in response.accounts)
    assert response.item.institution_id == institution_id


def test_accounts_get_of_chosen_accounts(client: plaid_api.PlaidApi) -> None:
    token = connect(client)
    every = client.accounts_get(AccountsGetRequest(access_token=token)).accounts

    chosen = client.accounts_get(
        AccountsGetRequest(
            access_token=token, options=AccountsGetRequestOptions(account_ids=[every[1].account_id])
        )
    )

    assert [account.account_id for account in chosen.accounts] == [every[1].account_id]


def test_institutions_get_by_id_gives_optional_metadata_only_when_asked(client: plaid_api.PlaidApi) -> None:
    plain = InstitutionsGetByIdRequest(institution_id="ins_109508", country_codes=[CountryCode("US")])
    rich = InstitutionsGetByIdRequest(
        institution_id="ins_109508",
        country_codes=[CountryCode("US")],
        options=InstitutionsGetByIdRequestOptions(include_optional_metadata=True),
    )

    without = client.institutions_get_by_id(plain).institution
    with_metadata = client.institutions_get_by_id(rich).institution

    assert without.name == with_metadata.name == "First Platypus Bank"
    assert "url" not in without
    assert with_metadata.url == "https://platypus.example"


@pytest.mark.parametrize("institution_id", ["ins_109508", "ins_109509", "ins_109510"])
def test_transactions_sync_of_everything(client: plaid_api.PlaidApi, institution_id: str) -> None:
    token, cursor, more = connect(client, institution_id), "", True
    added: list[Any] = []
    accounts: list[Any] = []
    while more:
        response = client.transactions_sync(
            TransactionsSyncRequest(access_token=token, cursor=cursor, count=500)
        )
        added += response.added
        accounts = response.accounts
        cursor, more = response.next_cursor, response.has_more
        assert str(response.transactions_update_status) == "HISTORICAL_UPDATE_COMPLETE"
        assert not response.modified
        assert not response.removed

    assert added
    assert {row.account_id for row in added} <= {account.account_id for account in accounts}
    assert len({row.transaction_id for row in added}) == len(added)
    for row in added:
        assert row.personal_finance_category.detailed.startswith(row.personal_finance_category.primary)
        assert (row.iso_currency_code is None) != (row.unofficial_currency_code is None)
        assert row.original_description is None


def test_original_description_comes_when_asked_for(client: plaid_api.PlaidApi) -> None:
    request = TransactionsSyncRequest(
        access_token=connect(client),
        options=TransactionsSyncRequestOptions(include_original_description=True),
    )

    response = client.transactions_sync(request)

    assert len(response.added) == 100
    assert all(row.original_description for row in response.added)


def test_an_account_has_a_stream_of_its_own(client: plaid_api.PlaidApi) -> None:
    token = connect(client)
    account_id = client.accounts_get(AccountsGetRequest(access_token=token)).accounts[0].account_id
    options = TransactionsSyncRequestOptions(account_id=account_id)

    response = client.transactions_sync(
        TransactionsSyncRequest(access_token=token, count=500, options=options)
    )

    assert {row.account_id for row in response.added} == {account_id}
    assert [account.account_id for account in response.accounts] == [account_id]
    crossed = error_of(
        lambda: client.transactions_sync(
            TransactionsSyncRequest(access_token=token, cursor=response.next_cursor)
        )
    )
    assert crossed["error_code"] == "INVALID_FIELD"


def test_reset_login_asks_for_a_new_sign_in(client: plaid_api.PlaidApi) -> None:
    token = connect(client)

    assert client.sandbox_item_reset_login(SandboxItemResetLoginRequest(access_token=token)).reset_login

    refused = error_of(lambda: client.transactions_sync(TransactionsSyncRequest(access_token=token)))
    assert (refused["status"], refused["error_type"]) == (400, "ITEM_ERROR")
    assert refused["error_code"] == "ITEM_LOGIN_REQUIRED"
    assert refused["display_message"]
    item = client.item_get(ItemGetRequest(access_token=token)).item
    assert item.error.error_code == "ITEM_LOGIN_REQUIRED"


def test_a_removed_item_is_gone(client: plaid_api.PlaidApi) -> None:
    token = connect(client)

    assert client.item_remove(ItemRemoveRequest(access_token=token)).request_id

    again = error_of(lambda: client.item_remove(ItemRemoveRequest(access_token=token)))
    assert again["error_code"] == "ITEM_NOT_FOUND"


def test_wrong_keys(server: BankServer) -> None:
    with plaid_client(server.url, secret="0" * 30) as stranger:
        refused = error_of(lambda: stranger.item_get(ItemGetRequest(access_token="access-sandbox-x")))

    assert (refused["status"], refused["error_type"]) == (400, "INVALID_INPUT")
    assert refused["error_code"] == "INVALID_API_KEYS"


def test_an_access_token_that_was_never_given_out(client: plaid_api.PlaidApi) -> None:
    request = ItemGetRequest(access_token="access-sandbox-00000000-0000-4000-8000-000000000000")

    refused = error_of(lambda: client.item_get(request))

    assert refused["error_code"] == "INVALID_ACCESS_TOKEN"


def test_a_public_token_is_good_once(client: plaid_api.PlaidApi) -> None:
    created = client.sandbox_public_token_create(
        SandboxPublicTokenCreateRequest(
            institution_id="ins_109508", initial_products=[Products("transactions")]
        )
    )
    request = ItemPublicTokenExchangeRequest(public_token=created.public_token)
    client.item_public_token_exchange(request)

    assert (
        error_of(lambda: client.item_public_token_exchange(request))["error_code"] == "INVALID_PUBLIC_TOKEN"
    )
