"""A sync as it happens: bars on a terminal, plain lines in a pipe; on stderr, as stdout is the outcome."""

import sys
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

from budgetsync.cli.output import format_counts, format_trouble
from budgetsync.domain.events import Event, RunFinished, RunProgressed
from budgetsync.domain.ids import ItemId
from budgetsync.domain.sync import Stage

_PLAIN_PAGES = 10  # in a pipe, a line for each tenth page tells enough


class ProgressDisplay:
    """Shows the runs of some connections while a with statement lasts; its `listen` goes on the bus."""

    def __init__(self, names: Mapping[ItemId, str]) -> None:
        """Prepare.

        Args:
            names: What the connections are called, by their id; others are not shown.
        """
        self._names = names
        console = Console(stderr=True, highlight=False)
        self._bars = _Bars(names, console) if console.is_terminal else None
        self._stages: dict[ItemId, Stage] = {}

    def __enter__(self) -> Self:
        """Begin to show."""
        if self._bars:
            self._bars.progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave the last state on the screen."""
        if self._bars:
            self._bars.progress.stop()

    @property
    def listen(self) -> Callable[[Event], None]:
        """The listener for the bus."""
        return self._bars.listen if self._bars else self._print

    def _print(self, event: Event) -> None:
        if isinstance(event, RunProgressed) and event.item_id in self._names:
            progress = event.progress
            if progress.stage is Stage.FETCHING and progress.pages % _PLAIN_PAGES == 1:
                self._say(event.item_id, f"page {progress.pages}, {progress.rows:,} rows")
            elif progress.stage is Stage.APPLYING and progress.rows and not progress.applied:
                self._say(event.item_id, f"writing {progress.rows:,} rows")
        elif isinstance(event, RunFinished) and event.item_id in self._names:
            self._say(event.item_id, "failed" if event.trouble else describe_end(event))

    def _say(self, item_id: ItemId, text: str) -> None:
        sys.stderr.write(f"{self._names[item_id]}: {text}\n")
        sys.stderr.flush()


class _Bars:
    def __init__(self, names: Mapping[ItemId, str], console: Console) -> None:
        self.progress = Progress(
            SpinnerColumn(finished_text="·"),
            TextColumn("{task.description}", markup=False),
            BarColumn(bar_width=24),
            TextColumn("{task.fields[text]}", markup=False),
            TimeElapsedColumn(),
            console=console,
        )
        self._tasks: dict[ItemId, TaskID] = {
            item: self.progress.add_task(name, total=None, text="waiting") for item, name in names.items()
        }

    def listen(self, event: Event) -> None:
        if isinstance(event, RunProgressed) and event.item_id in self._tasks:
            task, told = self._tasks[event.item_id], event.progress
            if told.stage is Stage.APPLYING:
                text = f"writing {told.applied:,} of {told.rows:,} rows"
                self.progress.update(task, total=max(told.rows, 1), completed=told.applied, text=text)
            else:
                # A provider never says how much is to come: no total, no invented percentage.
                self.progress.update(task, text=f"page {told.pages}, {told.rows:,} rows")
        elif isinstance(event, RunFinished) and event.item_id in self._tasks:
            task = self._tasks[event.item_id]
            self.progress.update(task, total=1, completed=0 if event.trouble else 1, text=describe_end(event))


def describe_end(event: RunFinished) -> str:
    """Write how a run ended."""
    if event.trouble is not None:
        return format_trouble(event.trouble)
    if event.state != "SUCCEEDED":
        return event.state.value.lower()
    text = format_counts(event.counts)
    if event.problems:
        text += f", {event.problems} kept aside since they could not be read"
    return text
