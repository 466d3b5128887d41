"""The keys that Plaid signs with: asked for by their id, kept, and never asked for more often than agreed.

Source: https://plaid.com/docs/api/webhooks/webhook-verification/#get-webhook-verification-key
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import msgspec

from budgetsync.domain.errors import (
    BudgetSyncError,
    ProviderError,
    ProviderRejected,
    ProviderUnavailable,
    RateLimited,
    TransientError,
    WebhookRejected,
)
from budgetsync.domain.webhook import Reason
from budgetsync.providers.plaid.webhooks.strict import decode_base64
from budgetsync.providers.plaid.webhooks.tokens import ALGORITHM

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey

FRESH = 3600.0
"""Seconds for which a key is used without being asked for again: the answer tells when one has expired."""
UNKNOWN_FOR = 3600.0
"""Seconds for which a key id that Plaid does not know is not asked for again."""
LOOKUPS, LOOKUP_SPAN = 6, 60.0
"""Ids that were never seen before are asked for so often at most: whoever makes them up gets no further."""
_MOST_KEYS, _MOST_UNKNOWN = 32, 1_000
_COORDINATE_BYTES = 32
_UNKNOWN_CODES = frozenset({"INVALID_WEBHOOK_VERIFICATION_KEY_ID", "INVALID_FIELD", "INVALID_INPUT"})


@dataclass(frozen=True, slots=True)
class WebhookKey:
    """A public key of Plaid's.

    Attributes:
        expired_at: Since when nothing is signed with it; None while it is in use. Aware UTC.
    """

    kid: str
    public: "EllipticCurvePublicKey"
    expired_at: datetime | None

    def is_signed(self, signed: bytes, signature: bytes) -> bool:
        """Whether the owner of this key signed some bytes; the signature is r and s, 32 bytes each."""
        from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - see read_key
        from cryptography.hazmat.primitives import hashes  # noqa: PLC0415
        from cryptography.hazmat.primitives.asymmetric.ec import ECDSA  # noqa: PLC0415
        from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature  # noqa: PLC0415

        half = len(signature) // 2
        r, s = int.from_bytes(signature[:half], "big"), int.from_bytes(signature[half:], "big")
        try:
            self.public.verify(encode_dss_signature(r, s), signed, ECDSA(hashes.SHA256()))
        except InvalidSignature:
            return False
        return True


class _Jwk(msgspec.Struct):
    alg: str
    crv: str
    kty: str
    use: str
    kid: str
    x: str
    y: str
    expired_at: int | None = None


class _Answer(msgspec.Struct):
    key: dict[str, Any]


def read_key(answer: bytes) -> WebhookKey:
    """Read an answer of /webhook_verification_key/get. Slow the first time: to be called beside the loop.

    Raises:
        ProviderUnavailable: It is none.
        WebhookRejected: MALFORMED_KEY.
    """
    # 30 ms to import, and only who gets webhooks needs it.
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415

    try:
        told = msgspec.json.decode(answer, type=_Answer)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        message = "The answer was cut off or is no answer of Plaid's."
        raise ProviderUnavailable(message) from None
    try:
        jwk = msgspec.convert(told.key, _Jwk)
        x, y = decode_base64(jwk.x), decode_base64(jwk.y)
        numbers = ec.EllipticCurvePublicNumbers(
            int.from_bytes(x, "big"), int.from_bytes(y, "big"), ec.SECP256R1()
        )
        public = numbers.public_key()  # refuses a point beside the curve
        expired_at = datetime.fromtimestamp(jwk.expired_at, UTC) if jwk.expired_at is not None else None
    except (msgspec.ValidationError, ValueError, OverflowError, OSError):
        raise WebhookRejected(Reason.MALFORMED_KEY) from None
    if (jwk.alg, jwk.crv, jwk.kty, jwk.use) != (ALGORITHM, "P-256", "EC", "sig"):
        raise WebhookRejected(Reason.MALFORMED_KEY)
    if (len(x), len(y)) != (_COORDINATE_BYTES, _COORDINATE_BYTES):
        raise WebhookRejected(Reason.MALFORMED_KEY)
    return WebhookKey(jwk.kid, public, expired_at)


@dataclass(frozen=True, slots=True)
class _Kept:
    key: WebhookKey
    asked_at: float


class KeyBook:
    """Keys by their id, of one environment.

    Args:
        ask: Asks Plaid for a key, and reads the answer by `read_key`.
        monotonic: Seconds on a clock that nobody sets.
    """

    def __init__(self, ask: Callable[[str], Awaitable[WebhookKey]], monotonic: Callable[[], float]) -> None:
        self._ask = ask
        self._monotonic = monotonic
        self._kept: dict[str, _Kept] = {}
        self._refused: dict[str, tuple[float, Reason]] = {}
        self._asked: deque[float] = deque(maxlen=LOOKUPS)  # for ids that were never seen
        self._renewed: deque[float] = deque(maxlen=LOOKUPS)  # for keys whose answer is an old one
        self._asking: dict[str, asyncio.Lock] = {}

    async def find(self, kid: str) -> WebhookKey:
        """Give the key of an id, from here or from Plaid.

        Raises:
            WebhookRejected: UNKNOWN_KEY, MALFORMED_KEY.
            TransientError: It could not be asked for; `RateLimited` where it may not be asked for yet.
        """
        found = self._look(kid)
        if found is not None:
            return found
        # Whoever waits for the same id takes what the first one gets.
        lock = self._asking.setdefault(kid, asyncio.Lock())
        try:
            async with lock:
                return self._look(kid) or await self._fetch(kid)
        finally:
            if not lock.locked():
                self._asking.pop(kid, None)

    def _look(self, kid: str) -> WebhookKey | None:
        now = self._monotonic()
        kept = self._kept.get(kid)
        if kept is not None and (kept.key.expired_at is not None or now - kept.asked_at < FRESH):
            return kept.key
        refused = self._refused.get(kid)
        if refused is not None and now - refused[0] < UNKNOWN_FOR:
            raise WebhookRejected(refused[1])
        return None

    async def _fetch(self, kid: str) -> WebhookKey:
        now = self._monotonic()
        _count(self._renewed if kid in self._kept else self._asked, now)
        try:
            key = await self._ask(kid)
        except WebhookRejected as error:
            self._refuse(kid, now, Reason(error.reason))
            raise
        except ProviderRejected as error:
            if error.provider_code not in _UNKNOWN_CODES:
                raise _unavailable(error) from error
            self._refuse(kid, now, Reason.UNKNOWN_KEY)
            raise WebhookRejected(Reason.UNKNOWN_KEY) from None
        except TransientError:
            raise
        except BudgetSyncError as error:
            raise _unavailable(error) from error
        if key.kid != kid:
            self._refuse(kid, now, Reason.MALFORMED_KEY)
            raise WebhookRejected(Reason.MALFORMED_KEY)
        self._keep(key, now)
        return key

    def _refuse(self, kid: str, now: float, reason: Reason) -> None:
        self._kept.pop(kid, None)
        self._refused.pop(kid, None)
        if len(self._refused) >= _MOST_UNKNOWN:
            del self._refused[next(iter(self._refused))]
        self._refused[kid] = now, reason

    def _keep(self, key: WebhookKey, now: float) -> None:
        if key.kid not in self._kept:
            # A new key in use means that an older one may have expired: each is asked for before it counts again.
            self._kept = {kid: _Kept(old.key, now - FRESH) for kid, old in self._kept.items()}
            if len(self._kept) >= _MOST_KEYS:
                del self._kept[next(iter(self._kept))]
        self._refused.pop(key.kid, None)
        self._kept[key.kid] = _Kept(key, now)


def _count(asked: deque[float], now: float) -> None:
    if len(asked) == LOOKUPS and now - asked[0] < LOOKUP_SPAN:
        message = "Too many webhooks name keys that were never seen before."
        raise RateLimited(message, retry_after=max(LOOKUP_SPAN - (now - asked[0]), 1.0))
    asked.append(now)


def _unavailable(error: BudgetSyncError) -> ProviderUnavailable:
    return ProviderUnavailable(
        "The key that a webhook was signed with could not be asked for.",
        provider_code=error.provider_code if isinstance(error, ProviderError) else "",
        title=error.title,
        action=error.action,
    )
