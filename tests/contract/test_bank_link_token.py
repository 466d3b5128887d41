"""Link tokens of the demo bank through Plaid's own Python client, with the type checks of its models on."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from plaid.api import plaid_api
from plaid.model.account_filters_response import AccountFiltersResponse
from plaid.model.country_code import CountryCode
from plaid.model.depository_account_subtype import DepositoryAccountSubtype
from plaid.model.depository_account_subtypes import DepositoryAccountSubtypes
from plaid.model.depository_filter import DepositoryFilter
from plaid.model.link_token_account_filters import LinkTokenAccountFilters
from plaid.model.link_token_create_hosted_link import LinkTokenCreateHostedLink
from plaid.model.link_token_create_request import LinkTokenCreateRequest
from plaid.model.link_token_create_request_update import LinkTokenCreateRequestUpdate
from plaid.model.link_token_create_request_user import LinkTokenCreateRequestUser
from plaid.model.link_token_get_request import LinkTokenGetRequest
from plaid.model.link_token_transactions import LinkTokenTransactions
from plaid.model.products import Products

from budgetsync.sandbox import BankServer, DemoBank
from tests.contract.bank_client import connect, error_of, plaid_client


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


def link_request(**more: object) -> LinkTokenCreateRequest:
    fields: dict[str, Any] = {
        "client_name": "BudgetSync",
        "language": "en",
        "country_codes": [CountryCode("US")],
        "user": LinkTokenCreateRequestUser(client_user_id="somebody"),
        "products": [Products("transactions")],
    }
    return LinkTokenCreateRequest(**{**fields, **more})


def test_link_token_create_and_get_echo_what_was_asked_for(client: plaid_api.PlaidApi) -> None:
    filters = LinkTokenAccountFilters(
        depository=DepositoryFilter(
            account_subtypes=DepositoryAccountSubtypes([DepositoryAccountSubtype("checking")])
        )
    )
    created = client.link_token_create(
        link_request(
            webhook="http://127.0.0.1:9/hook",
            redirect_uri="http://localhost:8080/back",
            transactions=LinkTokenTransactions(days_requested=365),
            account_filters=filters,
            hosted_link=LinkTokenCreateHostedLink(),
        )
    )
    told = client.link_token_get(LinkTokenGetRequest(link_token=created.link_token))

    assert created.link_token.startswith("link-sandbox-")
    assert created.hosted_link_url.startswith("http://127.0.0.1:")
    assert (created.expiration - told.created_at) == timedelta(minutes=30)
    assert told.expiration == created.expiration
    assert told.metadata.client_name == "BudgetSync"
    assert told.metadata.webhook == "http://127.0.0.1:9/hook"
    assert told.metadata.redirect_uri == "http://localhost:8080/back"
    assert [str(product) for product in told.metadata.initial_products] == ["transactions"]
    assert isinstance(told.metadata.account_filters, AccountFiltersResponse)
    assert told.link_sessions == []


def test_a_link_token_without_a_page_lives_four_hours(client: plaid_api.PlaidApi) -> None:
    created = client.link_token_create(link_request())
    told = client.link_token_get(LinkTokenGetRequest(link_token=created.link_token))

    assert "hosted_link_url" not in created
    assert told.expiration - told.created_at == timedelta(hours=4)


def test_link_tokens_for_update_mode_need_no_products(client: plaid_api.PlaidApi) -> None:
    request = LinkTokenCreateRequest(
        client_name="BudgetSync",
        language="en",
        country_codes=[CountryCode("US")],
        user=LinkTokenCreateRequestUser(client_user_id="somebody"),
        access_token=connect(client),
        update=LinkTokenCreateRequestUpdate(account_selection_enabled=True),
        hosted_link=LinkTokenCreateHostedLink(url_lifetime_seconds=60),
    )
    created = client.link_token_create(request)
    assert (
        client.link_token_get(LinkTokenGetRequest(link_token=created.link_token)).metadata.initial_products
        == []
    )

    request.access_token = "access-sandbox-00000000-0000-4000-8000-000000000000"
    assert error_of(lambda: client.link_token_create(request))["error_code"] == "INVALID_ACCESS_TOKEN"


def test_an_unknown_link_token(client: plaid_api.PlaidApi) -> None:
    refused = error_of(lambda: client.link_token_get(LinkTokenGetRequest(link_token="link-sandbox-x")))

    assert (refused["status"], refused["error_code"]) == (400, "INVALID_LINK_TOKEN")
