"""Takes the pictures of one scale, in a process of its own: Qt's scale is fixed before its first window.

    python -m tests.screenshots.camera --scale 1 --into build/screenshots [NAME ...]

It writes one line of JSON for each picture that it took, and one for each state that it could not reach.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
import tempfile
import traceback
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import qasync
from PySide6.QtWidgets import QApplication

from budgetsync.ui.theme import Theme
from tests.screenshots.flaws import find_flaws
from tests.screenshots.pictures import save
from tests.screenshots.stage import open_stage
from tests.screenshots.states import STATES, Keep, Shot, State
from tests.screenshots.studio import NotReachedError, be_quiet, dress, still, until


def choose(names: Iterable[str], scale: int, keeps: Iterable[Keep]) -> Iterator[tuple[State, list[Shot]]]:
    """Name the states that have pictures to be taken."""
    wanted, kept = set(names), set(keeps)
    for state in STATES:
        shots = [shot for shot in state.shots if shot.scale == scale and shot.keep in kept]
        if shots and (not wanted or state.name in wanted):
            yield state, shots


def tell(**fields: Any) -> None:  # noqa: ANN401 - JSON
    """Write one line of what was found."""
    sys.stdout.write(json.dumps(fields) + "\n")
    sys.stdout.flush()


async def photograph(state: State, shots: list[Shot], theme: Theme, into: Path) -> None:
    """Get to a state and take its pictures."""
    with tempfile.TemporaryDirectory() as folder:
        async with open_stage(Path(folder), theme, state.set_up) as stage:
            stage.window.resize(*shots[0].size)
            await state.reach(stage)
            for shot in shots:
                theme.choose(shot.appearance)
                stage.window.resize(*shot.size)
                await until(lambda: _is_of(stage.window, shot), f"the window is {shot.size}")  # noqa: B023
                picture = await still(stage.window)
                path = into / f"{state.name}{shot.suffix}.png"
                size = save(picture, path)
                flaws = find_flaws(stage.window, picture)
                tell(state=state.name, picture=path.name, bytes=size, keep=shot.keep.name, flaws=flaws)


def _is_of(window: Any, shot: Shot) -> bool:  # noqa: ANN401
    return (window.width(), window.height()) == shot.size


def main() -> int:
    """Take pictures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("names", nargs="*")
    parser.add_argument("--scale", type=int, default=1)
    parser.add_argument("--into", type=Path, required=True)
    parser.add_argument("--keep", choices=[each.name for each in Keep], action="append")
    told = parser.parse_args()
    keeps = [Keep[name] for name in told.keep] if told.keep else list(Keep)
    be_quiet()
    application = QApplication(sys.argv[:1])
    theme = dress(application)
    loop = qasync.QEventLoop(application)
    for state, shots in choose(told.names, told.scale, keeps):
        try:
            loop.run_until_complete(photograph(state, shots, theme, told.into))
        except (NotReachedError, AssertionError) as error:
            tell(state=state.name, failed=f"{type(error).__name__}: {error}")
        except Exception as error:  # noqa: BLE001 - the other states are still to be seen
            traceback.print_exc()
            tell(state=state.name, failed=f"{type(error).__name__}: {error}")
        gc.collect()
    loop.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
