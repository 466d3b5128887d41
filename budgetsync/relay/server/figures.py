"""What the relay counts of its own work, in the words that Prometheus reads. Nothing of any one mailbox is in it."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping

_BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
_PREFIX = "budgetsync_relay_"


class Spread:
    """How long something took, as a histogram in seconds."""

    def __init__(self) -> None:
        self._counts = [0] * (len(_BOUNDS) + 1)
        self._sum = 0.0

    def add(self, seconds: float) -> None:
        """Count one more."""
        self._counts[bisect_left(_BOUNDS, seconds)] += 1
        self._sum += seconds

    def lines(self, name: str) -> Iterator[str]:
        """The lines of it."""
        total = 0
        for bound, count in zip((*(str(bound) for bound in _BOUNDS), "+Inf"), self._counts, strict=True):
            total += count
            yield f'{name}_bucket{{le="{bound}"}} {total}'
        yield f"{name}_sum {self._sum:.6f}"
        yield f"{name}_count {total}"


class Figures:
    """All counts of one process, from its start on."""

    def __init__(self) -> None:
        self.webhooks: Counter[str] = Counter()
        """Webhooks by what became of them: stored, dropped, or why they were refused."""
        self.requests: Counter[int] = Counter()
        """The other requests, by status."""
        self.events_sent = 0
        self.acknowledged = 0
        self.streams_opened = 0
        self.streams_ended: Counter[str] = Counter()
        """Streams by why they ended: left, slow, revoked, replaced, stopped."""
        self.changes = 0
        self.commits = Spread()
        """Of all kinds of changes, which share them."""
        self.answered = Spread()
        """From the first byte of a webhook's request to its answer 200."""
        self.delivered = Spread()
        """From the arrival of a webhook to a stream that was open already."""
        self._gauges: dict[str, tuple[str, Callable[[], float]]] = {}

    def count_commit(self, changes: int, seconds: float) -> None:
        """Count a commit."""
        self.changes += changes
        self.commits.add(seconds)

    def watch(self, name: str, meaning: str, value: Callable[[], float]) -> None:
        """Have a figure asked for whenever somebody looks."""
        self._gauges[name] = (meaning, value)

    def text(self) -> str:
        """Everything, in Prometheus' text format."""
        lines = [
            *_counter("webhooks_total", "Webhooks by outcome.", "outcome", self.webhooks),
            *_counter("requests_total", "Other requests by status.", "status", self.requests),
            *_counter(
                "streams_ended_total", "Event streams that ended, by reason.", "reason", self.streams_ended
            ),
        ]
        for name, meaning, value in (
            ("streams_opened_total", "Event streams opened.", self.streams_opened),
            ("events_sent_total", "Events sent to devices, repeats included.", self.events_sent),
            ("acknowledgements_total", "Acknowledgements by devices.", self.acknowledged),
            ("changes_total", "Changes of all kinds in all commits.", self.changes),
        ):
            lines += [*_head(name, meaning, "counter"), f"{_PREFIX}{name} {value}"]
        for name, (meaning, ask) in self._gauges.items():
            lines += [*_head(name, meaning, "gauge"), f"{_PREFIX}{name} {ask():g}"]
        for name, meaning, spread in (
            ("webhook_seconds", "From a webhook's request to its answer.", self.answered),
            ("commit_seconds", "Durable commits.", self.commits),
            ("delivery_seconds", "From a webhook's arrival to an open stream.", self.delivered),
        ):
            lines += [*_head(name, meaning, "histogram"), *spread.lines(_PREFIX + name)]
        return "\n".join(lines) + "\n"


def _head(name: str, meaning: str, kind: str) -> tuple[str, str]:
    return f"# HELP {_PREFIX}{name} {meaning}", f"# TYPE {_PREFIX}{name} {kind}"


def _counter(
    name: str, meaning: str, label: str, counts: Mapping[str, int] | Mapping[int, int]
) -> Iterator[str]:
    yield from _head(name, meaning, "counter")
    for key, count in sorted(counts.items(), key=lambda pair: str(pair[0])):
        yield f'{_PREFIX}{name}{{{label}="{key}"}} {count}'
