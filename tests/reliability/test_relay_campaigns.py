"""The campaigns over bank, relay and desktop: a short one of each, and that they notice what they look for."""

from __future__ import annotations

import socket
import sys
from contextlib import closing
from io import StringIO
from pathlib import Path

import pytest

from tests.reliability import relay_kills, relay_latency
from tests.reliability.relay_judge import taken_digests
from tests.reliability.relay_probe import cut


def test_killed_and_put_back_nothing_that_was_answered_is_lost(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    outcome = relay_kills.campaign(3, tmp_path, seed=11)

    with capfd.disabled():
        sys.stdout.write(f"\n{relay_kills.conclude(outcome, 0.0)}\n")
    assert outcome.failures == []
    assert (outcome.relay_kills, outcome.daemon_kills) == (3, 3)
    assert outcome.taken >= 18
    assert outcome.rolled_back == 2
    assert outcome.vanished


def test_every_event_comes_to_the_window_and_disorder_does_no_harm(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    outcome = relay_latency.measure(4, tmp_path, seed=5, desktops=1, items=8)

    with capfd.disabled():
        sys.stdout.write(f"\n{relay_latency.conclude(outcome, 0.0)}\n")
    assert outcome.failures == []
    assert len(outcome.alone) == 4
    assert sum(outcome.disorder.values()) > 0
    assert outcome.accounts == 8


def test_a_figure_that_falls_short_is_a_failure() -> None:
    quick = relay_latency.Outcome(alone=[0.1] * 98 + [0.9, 3.0])
    slow = relay_latency.Outcome(alone=[0.3] * 100)
    late = relay_latency.Outcome(alone=[0.1] * 98 + [1.2, 3.0])

    assert relay_latency.judge(quick) == []
    assert relay_latency.judge(slow) == ["p50 is 300 ms, and the bar is below 250 ms"]
    assert relay_latency.judge(late) == ["p99 is 1200 ms, and the bar is below 1000 ms"]
    assert relay_latency.judge(relay_latency.Outcome(alone=[0.1], refused=2)) == [
        "2 webhooks were not taken at once"
    ]
    assert relay_latency.judge(relay_latency.Outcome()) == ["nothing was measured"]


def test_only_honest_webhooks_that_were_answered_200_have_to_be_acted_on() -> None:
    def webhook(item: str, status: int | None, digest: str, forgery: str | None = None) -> dict[str, object]:
        return {"item_id": item, "forgery": forgery, "attempts": [{"status": status, "digest": digest}]}

    told = [
        webhook("own", 200, "taken"),
        webhook("own", 503, "refused"),
        webhook("own", None, "unanswered"),
        webhook("own", 200, "forged", "body"),
        webhook("another's", 200, "elsewhere"),
    ]

    assert taken_digests(told, ["own"]) == {"taken"}


def test_the_probe_cuts_connections_to_one_port_and_to_no_other() -> None:
    with (
        closing(socket.create_server(("127.0.0.1", 0))) as one,
        closing(socket.create_server(("127.0.0.1", 0))) as other,
    ):
        doomed = socket.create_connection(one.getsockname())
        spared = socket.create_connection(other.getsockname())
        with doomed, spared, one.accept()[0] as far_end, other.accept()[0] as far_spared:
            assert cut(one.getsockname()[1]) == 1

            assert far_end.recv(1) == b""
            assert doomed.recv(1) == b""
            spared.sendall(b"x")
            assert far_spared.recv(1) == b"x"


def test_the_closing_lines_tell_what_went_wrong() -> None:
    said = StringIO()
    said.write(relay_kills.conclude(relay_kills.Outcome(failures=["one"]), 1.0))
    said.write(relay_latency.conclude(relay_latency.Outcome(failures=["one"], alone=[0.1]), 1.0))

    assert said.getvalue().count("1 FAILURES") == 2
