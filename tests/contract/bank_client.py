"""Plaid's own Python client on the demo bank, as the contract tests use it."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import plaid
import pytest
from plaid.api import plaid_api
from plaid.model.item_public_token_exchange_request import ItemPublicTokenExchangeRequest
from plaid.model.products import Products
from plaid.model.sandbox_public_token_create_request import SandboxPublicTokenCreateRequest
from plaid.model.sandbox_public_token_create_request_options import SandboxPublicTokenCreateRequestOptions

from budgetsync.sandbox import DEMO_CLIENT_ID, DEMO_SECRET


@contextmanager
def plaid_client(
    url: str, client_id: str = DEMO_CLIENT_ID, secret: str = DEMO_SECRET
) -> Iterator[plaid_api.PlaidApi]:
    """A client of which only the host was changed; type checks are on, as they are by default."""
    configuration = plaid.Configuration(host=url, api_key={"clientId": client_id, "secret": secret})
    with plaid.ApiClient(configuration) as api_client:
        yield plaid_api.PlaidApi(api_client)
        api_client.rest_client.pool_manager.clear()


def connect(client: plaid_api.PlaidApi, institution_id: str = "ins_109508", **options: object) -> str:
    """Connect a test user; returns the access token."""
    request = SandboxPublicTokenCreateRequest(
        institution_id=institution_id, initial_products=[Products("transactions")]
    )
    if options:
        request.options = SandboxPublicTokenCreateRequestOptions(**options)
    created = client.sandbox_public_token_create(request)
    exchanged = client.item_public_token_exchange(
        ItemPublicTokenExchangeRequest(public_token=created.public_token)
    )
    assert exchanged.item_id
    return str(exchanged.access_token)


def error_of(call: Callable[[], object]) -> dict[str, Any]:
    """The body of the error that a call ends with, and its status."""
    with pytest.raises(plaid.ApiException) as caught:
        call()
    body: dict[str, Any] = json.loads(caught.value.body)
    assert {"error_type", "error_code", "error_message", "display_message", "request_id"} <= body.keys()
    return {"status": caught.value.status, **body}
