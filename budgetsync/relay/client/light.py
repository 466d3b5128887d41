"""The light: how the connection to the relay stands, by the bytes that came and never by an open socket."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from budgetsync.domain.errors import Trouble
from budgetsync.domain.ports import Clock
from budgetsync.domain.realtime import SILENCE, CatchUp, Light, LightState, Way

LIVE = frozenset({LightState.ON, LightState.CATCHING_UP})
_SLACK = timedelta(seconds=1)
_WORTH_TELLING = timedelta(minutes=1)
"""Shorter absences are nobody's concern."""


class Beacon:
    """Keeps the light, and calls the listeners when it changed."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._light = Light(LightState.OFF, clock.now())
        self._listeners: list[Callable[[], None]] = []
        self._left = self._caught_up = 0
        self._absence = timedelta()

    @property
    def light(self) -> Light:
        """How it stands now: one that was on and heard nothing for too long is not on, whoever noticed."""
        light = self._light
        if light.state in LIVE and light.last_byte_at is not None:
            dark_at = light.last_byte_at + SILENCE + _SLACK
            if self._clock.now() > dark_at:
                return replace(light, state=LightState.CONNECTING, since=dark_at, way=None)
        return light

    def watch(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Have a function called at each change."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def remember(self, last_byte_at: datetime | None) -> None:
        """Take over when an earlier program last heard of the relay."""
        if self._light.last_byte_at is None:
            self._light = replace(self._light, last_byte_at=last_byte_at)

    def turn(
        self,
        state: LightState,
        *,
        way: Way | None = None,
        retry_at: datetime | None = None,
        trouble: Trouble | None = None,
    ) -> None:
        """Show another state."""
        light = self._light
        since = light.since if light.state is state else self._clock.now()
        new = replace(light, state=state, since=since, way=way, retry_at=retry_at, trouble=trouble)
        if new != light:
            self._light = new
            self._tell()

    def hear(self) -> None:
        """A byte came."""
        self._light = replace(self._light, last_byte_at=self._clock.now())

    def greet(self, way: Way, before: datetime | None, behind: int) -> None:
        """The relay said how many events it has.

        Args:
            before: When it was last heard of before this connection.
            behind: How many numbers we are behind.
        """
        self._absence = max(self._clock.now() - before, timedelta()) if before is not None else timedelta()
        self._left, self._caught_up = behind, 0
        self.turn(LightState.CATCHING_UP if behind > 0 else LightState.ON, way=way)

    def advance(self, numbers: int, events: int) -> None:
        """Events were committed.

        Args:
            numbers: How far the cursor moved.
            events: How many webhooks those were.
        """
        if self._left <= 0:
            return
        self._left -= numbers
        self._caught_up += events
        if self._left <= 0:
            if self._absence >= _WORTH_TELLING and self._caught_up:
                caught_up = CatchUp(self._caught_up, self._absence, self._clock.now())
                self._light = replace(self._light, catch_up=caught_up)
            self.turn(LightState.ON, way=self._light.way)

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()
