"""Webhooks for the fuzzer: genuine ones altered, a stranger's, ones that Plaid signed over nonsense, and noise.

Plaid's own key signs nonsense too, so that what lies behind the signature is reached; such an input is made so that
it must be refused all the same: its digest is another body's, or its environment another one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Coroutine
from datetime import timedelta
from random import Random
from typing import Any, TypeVar

from budgetsync.domain.errors import RateLimited, WebhookRejected
from budgetsync.domain.webhook import Delivery, Route
from budgetsync.providers.plaid.webhooks.keys import KeyBook
from budgetsync.providers.plaid.webhooks.verifier import WebhookVerifier
from tests.contract.forger import (
    NOW,
    ORDER,
    PLAID,
    STRANGER,
    Keyring,
    as_json,
    base64,
    body_of,
    claims_of,
    joined,
)
from tests.reliability.fuzz import Tried

T = TypeVar("T")
Pair = tuple[str, bytes]
_CODES = ("SYNC_UPDATES_AVAILABLE", "DEFAULT_UPDATE", "LOGIN_REPAIRED", "ERROR", "PENDING_EXPIRATION")
_BODIES = tuple(
    body_of(code, "ITEM" if code.isalpha() else "TRANSACTIONS", new_transactions=number, error=None)
    for number, code in enumerate(_CODES * 8)
)
_PAIRS: tuple[Pair, ...] = tuple((PLAID.token(body), body) for body in _BODIES)
_GENUINE = frozenset(_PAIRS)
_OTHER = claims_of(b"another body")
_NASTY = (
    *(b'"', b"\\", b"{", b"}", b"[", b"]", b",", b":", b"\0", b"\n", b"\xff", b"\xed\xa0\x80", b"NaN", b"-0"),
    *(
        b"1e999",
        b"null",
        b"true",
        b'"alg":"none",',
        b'"kid":"",',
        b'"iat":1,',
        b"\\ud800",
        b"\xef\xbb\xbf",
        b"==",
    ),
)
_CHARACTERS = "ABCxyz019-_.=+/ \n\0\u00e9\udc80"
_ALGORITHMS = ("none", "HS256", "RS256", "ES384", "ES256", "es256", "", None, 7, ["ES256"])
_EXTRAS: tuple[tuple[str, Any], ...] = (
    *(
        ("jwk", STRANGER.jwk()),
        ("jku", "https://x.example"),
        ("x5c", ["MIIB"]),
        ("crit", ["b64"]),
        ("b64", False),
    ),
    *(("kid", "made-up"), ("kid", ""), ("kid", None), ("typ", "JWE"), ("zip", "DEF"), ("anything", 1)),
)
_TIMES = (0, -1, 1, 2**31, 2**63, 10**20, 1e308, "1", None, True, [1], {"a": 1})


class Webhooks:
    """A verifier that knows Plaid's key; what it may accept is known beforehand."""

    def __init__(self) -> None:
        keyring = Keyring(PLAID)
        self._seconds = 0.0
        self._verifier = WebhookVerifier(KeyBook(keyring.ask, lambda: self._seconds), "sandbox")
        self._makers: list[Callable[[Random], Pair]] = [
            *[_altered] * 8,
            *[_by_a_stranger] * 3,
            *[_odd_header] * 3,
            *[_odd_claims] * 3,
            *[_odd_body] * 3,
            _untimely,
            _noise,
            lambda random: random.choice(_PAIRS),
        ]

    def try_one(self, random: Random) -> Tried:
        """Make a token and a body, and hand them in."""
        token, body = random.choice(self._makers)(random)
        now = NOW + timedelta(seconds=random.randrange(240))
        self._seconds += 9.0  # so that keys are asked for now and then
        route = Route.DIRECT if random.random() < 0.5 else Route.RELAY
        genuine = (token, body) in _GENUINE
        try:
            finish(self._verifier.verify(Delivery(body, token, route, now), now))
        except WebhookRejected as error:
            return Tried(error.reason, "a genuine one was turned away" if genuine else "")
        except RateLimited:
            return Tried("RateLimited", "a genuine one has to wait" if genuine else "")
        return Tried("genuine", "" if genuine else f"accepted: {token!r} {body!r}")


def make() -> Webhooks:
    """The target."""
    return Webhooks()


def finish(work: Coroutine[Any, Any, T]) -> T:
    """Run what never waits, without a loop.

    Raises:
        RuntimeError: It waits.
    """
    try:
        work.send(None)
    except StopIteration as ended:
        result: T = ended.value
        return result
    message = "it waits"
    raise RuntimeError(message)


def _altered(random: Random) -> Pair:
    """A genuine webhook with something changed by one who has no key."""
    token, body = random.choice(_PAIRS)
    head, claims, signature = token.split(".")
    other = random.choice(_PAIRS)[0].split(".")
    match random.randrange(9):
        case 0:
            body = _mangled(random, body)
        case 1:
            body = random.choice(_BODIES)
        case 2:
            head = base64(_mangled(random, PLAID.header()))
        case 3:
            changed = PLAID.header(alg=random.choice(_ALGORITHMS), **dict([random.choice(_EXTRAS)]))
            head = base64(changed)
        case 4:
            claims = base64(_mangled(random, claims_of(body)))
        case 5:
            body = _mangled(random, body)
            claims = base64(claims_of(body))
        case 6:
            numbers = [
                random.choice((0, 1, ORDER, ORDER - 1, 2**256 - 1, random.getrandbits(256))) for _ in "rs"
            ]
            signature = base64(joined(*numbers))
        case 7:
            signature = other[2]
        case _:
            parts = [random.choice((head, claims, signature, *other)) for _ in range(random.randrange(6))]
            return ".".join(parts), body
    token = f"{head}.{claims}.{signature}"
    return _mistyped(random, token) if random.random() < 0.1 else token, body  # now and then both


def _by_a_stranger(random: Random) -> Pair:
    """Well made, by another key that calls itself Plaid's."""
    body = _mangled(random, random.choice(_BODIES)) if random.getrandbits(1) else random.choice(_BODIES)
    changed = dict([random.choice(_EXTRAS)]) if random.getrandbits(1) else {}
    kid = PLAID.kid if random.getrandbits(2) else f"made-up-{random.getrandbits(20)}"
    return STRANGER.seal(PLAID.header(**{"kid": kid, **changed}), claims_of(body)), body


def _odd_header(random: Random) -> Pair:
    header = PLAID.header(alg=random.choice(_ALGORITHMS), **dict([random.choice(_EXTRAS)]))
    if random.getrandbits(1):
        header = _mangled(random, header)
    return PLAID.seal(header, _OTHER), random.choice(_BODIES)


def _odd_claims(random: Random) -> Pair:
    claims = claims_of(b"another body", NOW, iat=random.choice(_TIMES))
    match random.randrange(3):
        case 0:
            claims = _mangled(random, claims)
        case 1:
            claims = as_json({"iat": random.choice(_TIMES), "request_body_sha256": random.choice(_TIMES)})
    return PLAID.seal(PLAID.header(), claims), random.choice(_BODIES)


def _odd_body(random: Random) -> Pair:
    told = json.loads(random.choice(_BODIES)) | {"environment": "production"}
    for _ in range(random.randrange(3)):
        told[random.choice(tuple(told))] = random.choice((*_TIMES, "\ud800", "x" * 300))
    if told.get("environment") == "sandbox":
        told["environment"] = "production"
    body = as_json(told)
    if random.getrandbits(1):
        body = _mangled(random, body)
    return PLAID.seal(PLAID.header(), claims_of(body)), body


def _untimely(random: Random) -> Pair:
    """Signed by Plaid, long ago or some time to come."""
    body = random.choice(_BODIES)
    days = random.choice((9, 400, -0.1, -1, -400))
    return PLAID.token(body, NOW - timedelta(days=days)), body


def _noise(random: Random) -> Pair:
    token = random.randbytes(random.randrange(400)).decode("latin-1")
    if random.getrandbits(1):
        token = ".".join(base64(random.randbytes(random.randrange(90))) for _ in range(3))
    return token, random.randbytes(random.choice((0, 9, 300, 66_000 if not random.getrandbits(6) else 50)))


def _mangled(random: Random, raw: bytes) -> bytes:
    """With one to four changes: bits, pieces taken out, doubled, put in, brackets without end."""
    made = bytearray(raw)
    for _ in range(random.choice((1, 1, 2, 4))):
        at = random.randrange(len(made) + 1)
        match random.randrange(6):
            case 0 if at < len(made):
                made[at] ^= 1 << random.randrange(8)
            case 1:
                del made[at : at + random.randrange(1, 20)]
            case 2:
                made[at:at] = made[at : at + random.randrange(1, 40)]
            case 3:
                made[at:at] = random.choice(_NASTY)
            case 4:
                made[at : at + 1] = random.randbytes(1)
            case _:
                made[at:at] = random.choice((b"[", b'{"a":', b"9", b"\\")) * random.choice((1, 50, 1_200))
    return bytes(made)


def _mistyped(random: Random, token: str) -> str:
    at = random.randrange(len(token))
    piece = random.choice(_CHARACTERS) * random.choice((1, 1, 2, 3_000))
    return token[:at] + piece + token[at + random.randrange(2) :]
