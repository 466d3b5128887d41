"""Figures: a text that Prometheus reads."""

from __future__ import annotations

import re

from budgetsync.relay.server.figures import Figures

LINE = re.compile(r'budgetsync_relay_[a-z_]+(\{[a-z]+="[^"]*"\})? [0-9.e+-]+')


def test_every_line_is_a_comment_or_a_sample() -> None:
    figures = Figures()
    figures.webhooks["stored"] += 2
    figures.webhooks["TOO_MANY"] += 1
    figures.requests[401] += 1
    figures.watch("streams", "Open event streams.", lambda: 3)
    figures.answered.add(0.003)
    figures.answered.add(70)
    text = figures.text()

    assert text.endswith("\n")
    samples = [line for line in text.splitlines() if not line.startswith("# ")]
    assert [line for line in samples if not LINE.fullmatch(line)] == []
    assert 'budgetsync_relay_webhooks_total{outcome="stored"} 2' in samples
    assert 'budgetsync_relay_requests_total{status="401"} 1' in samples
    assert "budgetsync_relay_streams 3" in samples
    assert 'budgetsync_relay_webhook_seconds_bucket{le="0.005"} 1' in samples
    assert 'budgetsync_relay_webhook_seconds_bucket{le="10.0"} 1' in samples
    assert 'budgetsync_relay_webhook_seconds_bucket{le="+Inf"} 2' in samples
    assert "budgetsync_relay_webhook_seconds_count 2" in samples
    names = [line.split()[2] for line in text.splitlines() if line.startswith("# TYPE")]
    assert len(names) == len(set(names))
