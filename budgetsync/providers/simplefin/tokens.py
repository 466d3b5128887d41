"""Setup tokens and access URLs: where they lead, and that no secret goes anywhere unsealed."""

import base64
import binascii
import hashlib
import ipaddress
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from budgetsync.domain.errors import ProviderRejected

_LONGEST = 4_096
TOKEN_TITLE = "This is no setup token"  # noqa: S105 - words for a person
NEW_TOKEN = "Make a new setup token at your SimpleFIN server, and paste all of it."  # noqa: S105 - likewise


@dataclass(frozen=True, slots=True, repr=False)
class Access:
    """An access URL in its parts. It has no repr, since two of them are secret.

    Attributes:
        url: The server's root, without credentials and without a trailing slash.
    """

    url: str
    user: str
    password: str

    @property
    def host(self) -> str:
        """The server's name."""
        return urlsplit(self.url).hostname or ""

    @property
    def item_id(self) -> str:
        """A name for this access that gives nothing of it away."""
        told = f"{self.url}\n{self.user}\n{self.password}"
        return f"sfin-{hashlib.blake2b(told.encode(), digest_size=12).hexdigest()}"


def read_setup_token(token: str) -> str:
    """Find the address at which a setup token is claimed.

    Raises:
        ProviderRejected: It is none, or leads where a secret could be read on its way.
    """
    packed = "".join(token.split()) if len(token) <= _LONGEST else ""
    try:
        padded = packed + "=" * (-len(packed) % 4)
        url = base64.b64decode(padded, altchars=b"-_" if {"-", "_"} & set(packed) else None, validate=True)
        claim = url.decode("ascii").strip()
    except (ValueError, binascii.Error):
        claim = ""
    if not _is_safe(claim) or urlsplit(claim).username:
        message = "What was pasted does not lead to a SimpleFIN server over a sealed connection."
        raise ProviderRejected(message, title=TOKEN_TITLE, action=NEW_TOKEN)
    return claim


def read_access_url(text: str) -> Access:
    """Take an access URL apart.

    Raises:
        ProviderRejected: It is none, or leads where a secret could be read on its way.
    """
    told = text.strip()
    if len(told) > _LONGEST or not _is_safe(told):
        message = "The key of this connection does not lead to a SimpleFIN server over a sealed connection."
        raise ProviderRejected(message, title="The key cannot be used", action=NEW_TOKEN)
    parts = urlsplit(told)
    netloc = parts.netloc.rpartition("@")[2]
    return Access(
        f"{parts.scheme}://{netloc}{parts.path.rstrip('/')}",
        unquote(parts.username or ""),
        unquote(parts.password or ""),
    )


def _is_safe(url: str) -> bool:
    """Tell whether it is https, or this very computer."""
    try:
        parts = urlsplit(url)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        return False
    if not host or not url.isprintable() or " " in url:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and _is_loopback(host))


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
