"""What the relay's owner decides."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import urlsplit

from budgetsync.relay.server.callers import LOOPBACK, Network, is_within
from budgetsync.relay.server.guard import Rates

_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Options:
    """How the relay presents itself, and to whom.

    Attributes:
        public_url: What desktops and providers call it by, without a trailing slash. What devices sign names its
            host: so no other relay can pass their signatures on to this one.
        is_open: Everybody may have a mailbox; otherwise an invite is needed.
        proxies: Whose word on the caller's address is taken.
        watchers: Who may read `/metrics`.
    """

    public_url: str
    is_open: bool = False
    proxies: Sequence[Network] = LOOPBACK
    watchers: Sequence[Network] = LOOPBACK
    rates: Rates = field(default_factory=Rates)

    def __post_init__(self) -> None:
        """Refuse an address that nobody could call.

        Raises:
            ValueError: It is none.
        """
        parts = urlsplit(self.public_url)
        if (
            parts.scheme not in _PORTS
            or not parts.hostname
            or parts.query
            or parts.fragment
            or "@" in parts.netloc
        ):
            message = f"not the address of a relay: {self.public_url}"
            raise ValueError(message)
        if parts.scheme == "http" and not _is_loopback(parts.hostname):
            message = "desktops call a relay by https, unless it is on their own computer"
            raise ValueError(message)

    @property
    def hosts(self) -> tuple[str, ...]:
        """How a desktop may spell the host: with its port, and without where it is the usual one."""
        parts = urlsplit(self.public_url)
        netloc = parts.netloc.lower()
        port = _PORTS[parts.scheme]
        if parts.port is None:
            return netloc, f"{netloc}:{port}"
        return (netloc, netloc.removesuffix(f":{port}")) if parts.port == port else (netloc,)


def _is_loopback(host: str) -> bool:
    try:
        return is_within(ip_address(host), LOOPBACK)
    except ValueError:
        return host == "localhost"
