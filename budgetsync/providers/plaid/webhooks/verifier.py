"""Whether a webhook is Plaid's: every rule, in an order in which nothing is interpreted before it is vouched for."""

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from hmac import compare_digest

from budgetsync.domain.errors import WebhookRejected
from budgetsync.domain.webhook import (
    DIRECT_AGE,
    LEEWAY,
    RELAYED_AGE,
    Delivery,
    Reason,
    Route,
    WebhookEvent,
)
from budgetsync.providers.plaid import wire
from budgetsync.providers.plaid.caller import Caller, reader
from budgetsync.providers.plaid.webhooks.bodies import LARGEST_BODY, read_body
from budgetsync.providers.plaid.webhooks.keys import KeyBook, WebhookKey, read_key
from budgetsync.providers.plaid.webhooks.tokens import Claims, read_claims, read_token


class WebhookVerifier:
    """Tells genuine webhooks of one environment from all others.

    Args:
        environment: Plaid's own word for it: sandbox or production.
    """

    def __init__(self, keys: KeyBook, environment: str) -> None:
        self._keys = keys
        self._environment = environment

    async def verify(self, delivery: Delivery, now: datetime) -> WebhookEvent:
        """Apply every rule. TOO_OLD and FROM_THE_FUTURE mean: signed by the provider, but a clock disagrees.

        Args:
            now: What the age of a relayed one is measured by: now, or when it came where it waited here for its key.

        Raises:
            WebhookRejected: For good.
            TransientError: The key could not be asked for now.
        """
        token = read_token(delivery.token)
        if len(delivery.body) > LARGEST_BODY:
            raise WebhookRejected(Reason.TOO_LARGE)
        key = await self._keys.find(token.kid)
        if not key.is_signed(token.signed, token.signature):
            raise WebhookRejected(Reason.BAD_SIGNATURE)
        claims = read_claims(token.claims)
        if not compare_digest(claims.body_digest, sha256(delivery.body).hexdigest()):
            raise WebhookRejected(Reason.OTHER_BODY)
        _check_key_age(key, claims, delivery.route)
        _check_age(claims, delivery, now)
        told = read_body(delivery.body, self._environment)
        return WebhookEvent(
            digest=delivery.digest,
            source_item_id=told.source_item_id,
            type=told.type,
            code=told.code,
            ask=told.ask,
            signed_at=claims.signed_at,
            facts=told.facts,
        )


def _check_key_age(key: WebhookKey, claims: Claims, route: Route) -> None:
    if key.expired_at is None:
        return
    # A relay may have kept it since before the key expired; what comes straight was signed just now.
    if route is Route.DIRECT or claims.signed_at > key.expired_at:
        raise WebhookRejected(Reason.EXPIRED_KEY)


def _check_age(claims: Claims, delivery: Delivery, now: datetime) -> None:
    direct = delivery.route is Route.DIRECT
    # What came straight may have waited here for its key: its age counts at its arrival. A relay could lie about that.
    seen_at = delivery.arrived_at if direct else now
    if claims.signed_at > seen_at + LEEWAY:
        raise WebhookRejected(Reason.FROM_THE_FUTURE)
    if seen_at - claims.signed_at > (DIRECT_AGE if direct else RELAYED_AGE):
        raise WebhookRejected(Reason.TOO_OLD)


class PlaidWebhooks:
    """Plaid's webhooks behind the port."""

    def __init__(self, caller: Caller, environment: str, monotonic: Callable[[], float]) -> None:
        self._caller = caller
        self._verifier = WebhookVerifier(KeyBook(self._ask, monotonic), environment)

    async def verify(self, delivery: Delivery, now: datetime) -> WebhookEvent:
        """See `WebhookVerifier.verify`; keys come from /webhook_verification_key/get."""
        return await self._verifier.verify(delivery, now)

    async def set_address(self, access_token: str, url: str) -> None:
        """Ask /item/webhook/update."""
        body = {"access_token": access_token, "webhook": url or None}
        await self._caller.call("/item/webhook/update", body, reader(wire.Anything))

    async def _ask(self, kid: str) -> WebhookKey:
        return await self._caller.call("/webhook_verification_key/get", {"key_id": kid}, read_key)
