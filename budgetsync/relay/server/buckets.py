"""Token buckets: how often something may be done, for each of very many askers, in one number each."""

from dataclasses import dataclass

_KEPT = 100_000
"""Askers remembered at most; beyond, those that have been quiet the longest begin anew."""


@dataclass(frozen=True, slots=True)
class Rate:
    """So many a second in the long run, and so many at once after a pause."""

    a_second: float
    burst: int


class Buckets:
    """One bucket for each key. The caller brings the time, so that none of its own is needed.

    What is kept of a key is the moment at which its bucket will be full again, which says how full it is now.
    """

    def __init__(self, rate: Rate, kept: int = _KEPT) -> None:
        self._each = 1 / rate.a_second
        self._room = self._each * rate.burst
        self._kept = kept
        self._full_at: dict[str, float] = {}

    def __len__(self) -> int:
        return len(self._full_at)

    def take(self, key: str, now: float) -> float:
        """Take a token.

        Args:
            now: Seconds on a clock that never goes back.

        Returns:
            0 where there was one; otherwise the seconds until there will be one, and nothing was taken.
        """
        full_at = max(self._full_at.pop(key, 0.0), now) + self._each
        missing = full_at - now - self._room
        if missing > self._each * 1e-6:
            self._full_at[key] = full_at - self._each
            return missing
        self._full_at[key] = full_at
        if len(self._full_at) > self._kept:
            self._forget(now)
        return 0.0

    def _forget(self, now: float) -> None:
        """Let full buckets go, and the quietest ones where that is not enough: the dict is in order of use."""
        self._full_at = {key: full_at for key, full_at in self._full_at.items() if full_at > now}
        surplus = len(self._full_at) - self._kept * 9 // 10
        for key in list(self._full_at)[: max(surplus, 0)]:
            del self._full_at[key]
