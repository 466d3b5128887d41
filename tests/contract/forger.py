"""Someone who signs webhooks as Plaid does, and everything that one may try who is not Plaid."""

from __future__ import annotations

import hmac
import json
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any, Final

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from budgetsync.domain.errors import ProviderRejected
from budgetsync.domain.webhook import Delivery, Reason, Route
from budgetsync.providers.plaid.webhooks.keys import WebhookKey, read_key

ORDER: Final = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""The order of P-256's base point."""
NOW: Final = datetime(2026, 6, 15, 12, tzinfo=UTC)
KID: Final = "bfbd5111-8e33-4643-8ced-b2e642a72f3c"


def base64(raw: bytes) -> str:
    """URL-safe, without padding."""
    return urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


def body_of(code: str = "SYNC_UPDATES_AVAILABLE", kind: str = "TRANSACTIONS", **fields: object) -> bytes:
    """A body as Plaid writes it: two spaces, keys by the alphabet."""
    told = {
        "environment": "sandbox",
        "item_id": "item-1",
        "webhook_code": code,
        "webhook_type": kind,
        **fields,
    }
    return json.dumps(dict(sorted(told.items())), indent=2).encode()


class Signer:
    """A key pair, and tokens made with it. The same number gives the same key."""

    def __init__(self, number: int = 1, kid: str = KID) -> None:
        self.kid = kid
        self.secret = ec.derive_private_key(number * 7919 + 12345, ec.SECP256R1())

    def jwk(self, **changed: object) -> dict[str, Any]:
        """The public half as Plaid gives it."""
        numbers = self.secret.public_key().public_numbers()
        return {
            "alg": "ES256",
            "created_at": int((NOW - timedelta(days=30)).timestamp()),
            "crv": "P-256",
            "expired_at": None,
            "kid": self.kid,
            "kty": "EC",
            "use": "sig",
            "x": base64(numbers.x.to_bytes(32, "big")),
            "y": base64(numbers.y.to_bytes(32, "big")),
            **changed,
        }

    def numbers(self, signed: bytes, algorithm: hashes.HashAlgorithm | None = None) -> tuple[int, int]:
        """Sign; r and s."""
        return decode_dss_signature(self.secret.sign(signed, ec.ECDSA(algorithm or hashes.SHA256())))

    def sign(self, signed: bytes) -> bytes:
        """Sign; r and s in 64 bytes."""
        return joined(*self.numbers(signed))

    def header(self, **changed: object) -> bytes:
        """A header as Plaid writes it."""
        return as_json({"alg": "ES256", "kid": self.kid, "typ": "JWT"} | changed)

    def seal(self, header: bytes, claims: bytes) -> str:
        """Make a token of any header and any claims; its signature holds."""
        signed = f"{base64(header)}.{base64(claims)}"
        return f"{signed}.{base64(self.sign(signed.encode()))}"

    def token(self, body: bytes, at: datetime = NOW) -> str:
        """The token of a body, as Plaid makes it."""
        return self.seal(self.header(), claims_of(body, at))


def as_json(told: object) -> bytes:
    """Without spaces."""
    return json.dumps(told, separators=(",", ":")).encode()


def claims_of(body: bytes, at: datetime = NOW, **changed: object) -> bytes:
    """What a token says."""
    told = {"iat": int(at.timestamp()), "request_body_sha256": sha256(body).hexdigest()}
    return as_json(told | changed)


def joined(r: int, s: int) -> bytes:
    """Both halves of a signature, 32 bytes each."""
    return r.to_bytes(32, "big") + s.to_bytes(32, "big")


class Keyring:
    """Answers for Plaid's keys, as /webhook_verification_key/get would.

    Attributes:
        jwks: What is told, by the id that is asked for.
        asked: The ids that were asked for.
        trouble: Raised instead, where set.
    """

    def __init__(self, *signers: Signer) -> None:
        self.jwks: dict[str, object] = {signer.kid: signer.jwk() for signer in signers}
        self.asked: list[str] = []
        self.trouble: Exception | None = None

    async def ask(self, kid: str) -> WebhookKey:
        """Give a key."""
        self.asked.append(kid)
        if self.trouble is not None:
            raise self.trouble
        if kid not in self.jwks:
            message = "There is no such key."
            raise ProviderRejected(message, provider_code="INVALID_WEBHOOK_VERIFICATION_KEY_ID")
        return read_key(as_json({"key": self.jwks[kid], "request_id": "x"}))


@dataclass(frozen=True)
class Attempt:
    """What a forger hands in.

    Attributes:
        name: What is wrong with it.
        reason: Why it has to be turned away.
        jwk: What differs in the key that Plaid tells.
    """

    name: str
    reason: Reason
    token: str
    body: bytes = field(default_factory=body_of)
    route: Route = Route.RELAY
    jwk: dict[str, object] = field(default_factory=dict)

    @property
    def delivery(self) -> Delivery:
        """As it arrives, at NOW."""
        return Delivery(self.body, self.token, self.route, NOW)


PLAID, STRANGER = Signer(1), Signer(2)
BODY: Final = body_of()
CLAIMS: Final = claims_of(BODY)
GOOD: Final = PLAID.token(BODY)
HEAD, WORDS, SIGNATURE = GOOD.split(".")
R, S = PLAID.numbers(f"{HEAD}.{WORDS}".encode())
_ALPHABET: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def signed_with(*numbers: int) -> str:
    """The good token under another signature."""
    return f"{HEAD}.{WORDS}.{base64(joined(*numbers))}"


def _malformed() -> list[Attempt]:
    last = _ALPHABET[_ALPHABET.index(SIGNATURE[-1]) ^ 1]  # the same bytes, one of the four spare bits set
    texts = {
        "a word": "token",
        "two parts": f"{HEAD}.{WORDS}",
        "four parts": f"{GOOD}.x",
        "five parts": f"{HEAD}.{WORDS}.{SIGNATURE}.{SIGNATURE}.{SIGNATURE}",
        "only dots": "..",
        "an empty header": f".{WORDS}.{SIGNATURE}",
        "no signature": f"{HEAD}.{WORDS}.",
        "a dot in front": f".{GOOD}",
        "a scheme in front": f"Bearer {GOOD}",
        "a space behind": f"{GOOD} ",
        "a line end within": f"{HEAD}.{WORDS[:9]}\n{WORDS[9:]}.{SIGNATURE}",
        "a line end behind": f"{GOOD}\n",
        "padding": f"{HEAD}.{WORDS}.{SIGNATURE}==",
        "spare bits set": f"{HEAD}.{WORDS}.{SIGNATURE[:-1]}{last}",
        "the other Base64 alphabet": f"{HEAD}.{WORDS}.{'+/' * 43}",
        "one character too many": f"{HEAD}.{WORDS}.{SIGNATURE}AAA",
        "letters that look alike": GOOD.replace("e", "\u0435"),
        "half a character": GOOD[:20] + "\udc80" + GOOD[20:],
        "a zero byte": GOOD + "\0",
        "a signature of 63 bytes": f"{HEAD}.{WORDS}.{base64(joined(R, S)[:-1])}",
        "a signature of 65 bytes": f"{HEAD}.{WORDS}.{base64(joined(R, S) + b'x')}",
        "a signature in DER": f"{HEAD}.{WORDS}.{base64(encode_dss_signature(R, S))}",
    }
    return [Attempt(name, Reason.MALFORMED_TOKEN, text) for name, text in texts.items()]


def _algorithms() -> list[Attempt]:
    wrong: list[object] = ["none", "None", "NONE", "nOnE", "RS256", "PS256", "ES384", "ES512", "ES256K"]
    wrong += ["EdDSA", "HS256", "HS512", "es256", "ES256 ", "", None, 256, ["ES256"], {"ES256": 1}, True]
    made = [
        Attempt(
            f"the algorithm {name!r}, signed well",
            Reason.WRONG_ALGORITHM,
            PLAID.seal(PLAID.header(alg=name), CLAIMS),
        )
        for name in wrong
    ]
    unsigned = f"{base64(PLAID.header(alg='none'))}.{WORDS}."
    made.append(Attempt("no algorithm, unsigned", Reason.WRONG_ALGORITHM, unsigned))
    bare = as_json({"kid": KID, "typ": "JWT"})
    made.append(Attempt("no algorithm named", Reason.WRONG_ALGORITHM, PLAID.seal(bare, CLAIMS)))
    public = PLAID.secret.public_key()
    secrets = {
        "the public key in PEM": public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo),
        "the public key in DER": public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo),
        "the public point": public.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint),
        "the key as it is told": as_json(PLAID.jwk()),
        "nothing": b"",
    }
    for name, secret in secrets.items():
        signed = f"{base64(PLAID.header(alg='HS256'))}.{WORDS}"
        mac = hmac.new(secret, signed.encode(), "sha256").digest()
        text = f"{signed}.{base64(mac)}"
        made.append(Attempt(f"HS256 with {name} as its secret", Reason.WRONG_ALGORITHM, text))
        posed = f"{HEAD}.{WORDS}.{base64(mac + mac)}"
        made.append(Attempt(f"HMAC with {name} as ES256", Reason.BAD_SIGNATURE, posed))
    return made


def _headers() -> list[Attempt]:
    own = STRANGER.jwk()
    traps: dict[str, object] = {
        "jwk": own,
        "jku": "https://plaid.example/keys",
        "x5u": "https://plaid.example/chain",
        "x5c": ["MIIB"],
        "x5t": "AAAA",
        "crit": ["exp"],
        "b64": False,
        "zip": "DEF",
        "enc": "A256GCM",
    }
    made = [
        Attempt(
            f"{name} in the header",
            Reason.MALFORMED_TOKEN,
            signer.seal(PLAID.header(**{name: value}), CLAIMS),
        )
        for name, value in traps.items()
        for signer in (STRANGER, PLAID)
    ]
    kids: list[object] = [None, 7, [KID], {"a": KID}, "", "k" * 65, "../../etc/passwd", "' OR 1=1 --"]
    kids += [f"{KID}\n", f" {KID}", "kl\u00fcssel", "a\0b", True, f"{KID}|x"]
    made += [
        Attempt(f"the key id {kid!r}", Reason.MALFORMED_TOKEN, PLAID.seal(PLAID.header(kid=kid), CLAIMS))
        for kid in kids
    ]
    headers = {
        "two algorithms": f'{{"alg":"none","alg":"ES256","kid":"{KID}"}}'.encode(),
        "two algorithms, the good one first": f'{{"alg":"ES256","alg":"none","kid":"{KID}"}}'.encode(),
        "two key ids": f'{{"alg":"ES256","kid":"x","kid":"{KID}"}}'.encode(),
        "an escaped second key": f'{{"alg":"ES256","\\u0061lg":"none","kid":"{KID}"}}'.encode(),
        "no key id": b'{"alg":"ES256"}',
        "another type": PLAID.header(typ="JWE"),
        "a list": b"[]",
        "a text": b'"ES256"',
        "nothing": b"null",
        "no JSON": b"alg=ES256",
        "an unfinished object": b'{"alg":"ES256"',
        "a word behind": PLAID.header() + b"x",
        "NaN": f'{{"alg":"ES256","kid":"{KID}","x":NaN}}'.encode(),
        "a byte order mark": b"\xef\xbb\xbf" + PLAID.header(),
        "UTF-16": PLAID.header().decode().encode("utf-16"),
        "broken UTF-8": b'{"alg":"ES256","kid":"\xff"}',
        "a deep list": b'{"alg":' + b"[" * 1200 + b"]" * 1,
    }
    made += [
        Attempt(f"a header of {name}", Reason.MALFORMED_TOKEN, PLAID.seal(raw, CLAIMS))
        for name, raw in headers.items()
    ]
    made.append(Attempt("no token", Reason.NO_TOKEN, ""))
    long = PLAID.seal(PLAID.header(x="y" * 2048), CLAIMS)
    made.append(Attempt("a token of more than 2 KiB", Reason.TOO_LARGE, long))
    return made


def _signatures() -> list[Attempt]:
    flipped = bytearray(joined(R, S))
    flipped[40] ^= 1
    other = PLAID.sign(f"{HEAD}.{base64(claims_of(b'other'))}".encode())
    signed = f"{HEAD}.{WORDS}".encode()
    texts = {
        "r and s of 0": signed_with(0, 0),
        "r of 0": signed_with(0, S),
        "s of 0": signed_with(R, 0),
        "r of the order": signed_with(ORDER, S),
        "s of the order": signed_with(R, ORDER),
        "r and s of the order": signed_with(ORDER, ORDER),
        "r and s of 1": signed_with(1, 1),
        "nothing but ones": signed_with(2**256 - 1, 2**256 - 1),
        "the halves exchanged": signed_with(S, R),
        "a bit turned": f"{HEAD}.{WORDS}.{base64(bytes(flipped))}",
        "the signature of another token": f"{HEAD}.{WORDS}.{base64(other)}",
        "SHA-512": signed_with(*PLAID.numbers(signed, hashes.SHA512())),
        "the claims alone signed": signed_with(*PLAID.numbers(WORDS.encode())),
        "a stranger's key under a known id": STRANGER.token(BODY),
        "other claims under a good signature": f"{HEAD}.{base64(claims_of(BODY, NOW, more=1))}.{SIGNATURE}",
        "another header under a good signature": f"{base64(PLAID.header(x=1))}.{WORDS}.{SIGNATURE}",
    }
    return [Attempt(name, Reason.BAD_SIGNATURE, text) for name, text in texts.items()]


def _claims() -> list[Attempt]:
    digest = sha256(BODY).hexdigest()
    second = int(NOW.timestamp())
    raws = {
        "no time": as_json({"request_body_sha256": digest}),
        "no digest": as_json({"iat": second}),
        "a digest twice": f'{{"iat":{second},"request_body_sha256":"x","request_body_sha256":"{digest}"}}'.encode(),
        "a time twice": f'{{"iat":1,"iat":{second},"request_body_sha256":"{digest}"}}'.encode(),
        "a list": b"[]",
        "nothing at all": b"",
        "no JSON": b"iat",
        "infinity": f'{{"iat":Infinity,"request_body_sha256":"{digest}"}}'.encode(),
        "a number of 1,200 digits": f'{{"iat":{"9" * 1200},"request_body_sha256":"{digest}"}}'.encode(),
    }
    times: list[object] = [str(second), second + 0.5, True, None, 0, -second, 10**15, [second], 1e300]
    raws |= {f"the time {time!r}": claims_of(BODY, NOW, iat=time) for time in times}
    digests: list[object] = [digest.upper(), digest[:-1], f"{digest}0", "", None, 1, [digest], f" {digest}"]
    digests += ["\ud800" * 64, "\u0663" * 64]
    raws |= {f"the digest {told!r}": claims_of(BODY, NOW, request_body_sha256=told) for told in digests}
    return [Attempt(name, Reason.BAD_CLAIMS, PLAID.seal(PLAID.header(), raw)) for name, raw in raws.items()]


def _bodies() -> list[Attempt]:
    others = {
        "a byte changed": BODY.replace(b"item-1", b"item-2"),
        "a line end behind": BODY + b"\n",
        "other spaces": json.dumps(json.loads(BODY)).encode(),
        "nothing": b"",
        "more behind": BODY + BODY,
    }
    made = [Attempt(f"a body with {name}", Reason.OTHER_BODY, GOOD, body) for name, body in others.items()]
    large = body_of(x="y" * 64 * 1024)
    made.append(Attempt("a body of more than 64 KiB", Reason.TOO_LARGE, PLAID.token(large), large))
    broken = {
        "no JSON": b"hello",
        "nothing": b"",
        "a list": b"[]",
        "a byte order mark": b"\xef\xbb\xbf" + BODY,
        "latin-1": BODY.replace(b"item-1", b"\xe4"),
        "UTF-16": BODY.decode().encode("utf-16"),
        "two item ids": BODY.replace(b"{", b'{"item_id": "item-2",', 1),
        "two environments": BODY.replace(b"{", b'{"environment": "production",', 1),
        "two keys further down": body_of(error="E").replace(b'"E"', b'{"a": 1, "a": 2}'),
        "NaN": body_of(x="E").replace(b'"E"', b"NaN"),
        "30,000 brackets": b"[" * 30_000 + b"]" * 30_000,
        "a deep object": b'{"a":' * 10_000 + b"1" + b"}" * 10_000,
        "a number of 5,000 digits": body_of(x="E").replace(b'"E"', b"9" * 5_000),
        "no type": body_of(kind=""),
        "a type that is a number": body_of().replace(b'"TRANSACTIONS"', b"1"),
        "no code": body_of(code=""),
        "a code without end": body_of(code="X" * 201),
        "an item id that is a list": body_of(item_id=["item-1"]),
        "an item id without end": body_of(item_id="i" * 201),
        "half a character": body_of(code="\ud800"),
    }
    made += [
        Attempt(f"a signed body of {name}", Reason.MALFORMED_BODY, PLAID.token(b), b)
        for name, b in broken.items()
    ]
    for environment in ("production", "Sandbox", "", None, ["sandbox"]):
        body = body_of(environment=environment)
        name = f"the environment {environment!r}"
        made.append(Attempt(name, Reason.OTHER_ENVIRONMENT, PLAID.token(body), body))
    return made


def _times() -> list[Attempt]:
    made = []
    for name, age, route, reason in (
        ("direct, older than 5 minutes", timedelta(minutes=5, seconds=1), Route.DIRECT, Reason.TOO_OLD),
        ("direct, an hour old", timedelta(hours=1), Route.DIRECT, Reason.TOO_OLD),
        ("relayed, older than 8 days", timedelta(days=8, seconds=1), Route.RELAY, Reason.TOO_OLD),
        ("direct, signed in an hour", -timedelta(hours=1), Route.DIRECT, Reason.FROM_THE_FUTURE),
        ("relayed, signed in an hour", -timedelta(hours=1), Route.RELAY, Reason.FROM_THE_FUTURE),
        ("relayed, signed in 301 s", -timedelta(seconds=301), Route.RELAY, Reason.FROM_THE_FUTURE),
    ):
        made.append(Attempt(name, reason, PLAID.token(BODY, NOW - age), route=route))
    expired: dict[str, object] = {"expired_at": int(NOW.timestamp()) - 60}
    made.append(
        Attempt("direct, by an expired key", Reason.EXPIRED_KEY, GOOD, route=Route.DIRECT, jwk=expired)
    )
    made.append(Attempt("relayed, signed after the key expired", Reason.EXPIRED_KEY, GOOD, jwk=expired))
    return made


def _keys() -> list[Attempt]:
    other = STRANGER.jwk()
    unknown = Signer(3, "unknown")
    short = base64(b"x" * 31)
    changes: dict[str, dict[str, object]] = {
        "another curve": {"crv": "P-384"},
        "RSA": {"kty": "RSA"},
        "a shared secret": {"kty": "oct", "k": "AAAA"},
        "another use": {"use": "enc"},
        "another algorithm": {"alg": "HS256"},
        "another id": {"kid": "another"},
        "a point beside the curve": {"y": other["y"]},
        "the point 0, 0": {"x": base64(bytes(32)), "y": base64(bytes(32))},
        "a coordinate that is too large": {"x": base64(b"\xff" * 32)},
        "a short coordinate": {"x": short},
        "padding": {"x": f"{PLAID.jwk()['x']}="},
        "no coordinate": {"x": None},
        "a coordinate that is a number": {"y": 7},
        "an expiry in words": {"expired_at": "soon"},
        "an expiry beyond all calendars": {"expired_at": 10**18},
    }
    made = [
        Attempt(f"a key with {name}", Reason.MALFORMED_KEY, GOOD, jwk=change)
        for name, change in changes.items()
    ]
    made.append(Attempt("a key that Plaid does not know", Reason.UNKNOWN_KEY, unknown.token(BODY)))
    return made


ATTEMPTS: Final = (
    *_malformed(),
    *_algorithms(),
    *_headers(),
    *_signatures(),
    *_claims(),
    *_bodies(),
    *_times(),
    *_keys(),
)
"""Everything that was thought of. None may be accepted, each for its own reason."""
