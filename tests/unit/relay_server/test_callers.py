"""Who calls: a proxy's word counts, and only a proxy's."""

from __future__ import annotations

from ipaddress import ip_address, ip_network

import pytest

from budgetsync.relay.server.callers import Callers, group, is_within

CALLERS = Callers([ip_network("10.0.0.0/8"), ip_network("127.0.0.0/8"), ip_network("fd00::/8")])


@pytest.mark.parametrize(
    ("peer", "said", "caller"),
    [
        ("198.51.100.7", "", "198.51.100.7"),
        ("198.51.100.7", "203.0.113.1", "198.51.100.7"),
        ("10.1.1.1", "203.0.113.1", "203.0.113.1"),
        ("10.1.1.1", "6.6.6.6, 203.0.113.1", "203.0.113.1"),
        ("10.1.1.1", "6.6.6.6,203.0.113.1 , 10.9.9.9", "203.0.113.1"),
        ("10.1.1.1", "10.2.2.2", "10.2.2.2"),
        ("10.1.1.1", "", "10.1.1.1"),
        ("10.1.1.1", "nonsense", "10.1.1.1"),
        ("10.1.1.1", "203.0.113.1, nonsense", "10.1.1.1"),
        ("::ffff:10.1.1.1", "2001:db8::1", "2001:db8::1"),
        ("fd00::1", "::ffff:203.0.113.1", "203.0.113.1"),
        ("10.1.1.1", "6.6.6.6," * 5000 + "203.0.113.9", "203.0.113.9"),
        ("", "203.0.113.1", "0.0.0.0"),  # noqa: S104 - an address that nobody has
    ],
)
def test_the_caller_is_the_last_one_that_is_no_proxy(peer: str, said: str, caller: str) -> None:
    assert CALLERS.find(peer, said) == ip_address(caller)


def test_the_computers_of_one_household_count_as_one() -> None:
    assert group(ip_address("2001:db8:1:2::1")) == group(ip_address("2001:db8:1:2:ffff::9"))
    assert group(ip_address("2001:db8:1:2::1")) != group(ip_address("2001:db8:1:3::1"))
    assert group(ip_address("203.0.113.1")) != group(ip_address("203.0.113.2"))


def test_networks_of_the_other_kind_hold_nobody() -> None:
    assert not is_within(ip_address("::1"), [ip_network("0.0.0.0/0")])
