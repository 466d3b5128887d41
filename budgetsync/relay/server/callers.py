"""Who calls: the address that a request comes from, also where a proxy stands in between."""

from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Network = IPv4Network | IPv6Network
Caller = IPv4Address | IPv6Address

LOOPBACK: tuple[Network, ...] = (ip_network("127.0.0.0/8"), ip_network("::1/128"))
_NOBODY: Caller = ip_address("0.0.0.0")  # noqa: S104 - an address, nothing is bound to it
_MOST_HOPS = 16
_HOUSEHOLD = 64


class Callers:
    """Tells who calls.

    Args:
        proxies: Only what these say of others is believed.
    """

    def __init__(self, proxies: Sequence[Network] = LOOPBACK) -> None:
        self._proxies = tuple(proxies)

    def find(self, peer: str, forwarded_for: str) -> Caller:
        """The address that a request comes from.

        Args:
            peer: The other end of the connection.
            forwarded_for: `X-Forwarded-For`; every proxy adds at its end whom it was called by, and whatever
                stands before the first one that is no proxy of ours anybody may have made up.
        """
        caller = _read(peer)
        if not self._trusts(caller):
            return caller
        for hop in reversed(forwarded_for.rsplit(",", _MOST_HOPS)[-_MOST_HOPS:] if forwarded_for else []):
            said = _read(hop.strip())
            if said == _NOBODY:
                break
            caller = said
            if not self._trusts(caller):
                break
        return caller

    def _trusts(self, caller: Caller) -> bool:
        return is_within(caller, self._proxies)


def is_within(caller: Caller, networks: Sequence[Network]) -> bool:
    """Whether an address belongs to one of the networks."""
    return any(caller in network for network in networks)


def group(caller: Caller) -> str:
    """What is counted as one caller: an address, or in IPv6 the network that one household gets."""
    if isinstance(caller, IPv6Address):
        return str(IPv6Network((int(caller), _HOUSEHOLD), strict=False))
    return str(caller)


def _read(text: str) -> Caller:
    try:
        caller = ip_address(text)
    except ValueError:
        return _NOBODY
    if isinstance(caller, IPv6Address) and caller.ipv4_mapped is not None:
        return caller.ipv4_mapped
    return caller
