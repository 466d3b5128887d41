"""The endpoint that gives the keys webhooks are verified with."""

from typing import Final

from budgetsync.sandbox.api.endpoint import Call, Endpoint
from budgetsync.sandbox.api.fields import Field
from budgetsync.sandbox.faults import Code, PlaidFault


def _get_key(call: Call) -> bytes:
    key = call.bank.estate.keys.find(call.body["key_id"])
    if key is None:
        message = "invalid key_id provided. note that key_ids are specific to Plaid environments"
        raise PlaidFault(Code.INVALID_WEBHOOK_VERIFICATION_KEY_ID, message)
    return call.reply(key=key.jwk())


ENDPOINTS: Final = (
    Endpoint("/webhook_verification_key/get", {"key_id": Field("string", required=True, low=1)}, _get_key),
)
"""What this module answers."""
