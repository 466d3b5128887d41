"""Takes the pictures of one scale and language, in a process of its own: both are fixed before the first window.

    python -m tests.screenshots.camera --scale 1 --into build/screenshots [NAME ...]

It writes one line of JSON for each picture that it took, and one for each state that it could not reach.
"""

from __future__ import annotations

import argparse
import gc
import json
import shutil
import sys
import tempfile
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import qasync
from PySide6.QtWidgets import QApplication, QWidget

from budgetsync.ui.language import Language
from budgetsync.ui.theme import Theme
from tests.screenshots.flaws import find_flaws
from tests.screenshots.guide import open_guide
from tests.screenshots.pictures import save
from tests.screenshots.stage import USUAL, open_stage
from tests.screenshots.states import STATES, Guide, Keep, Shot, State
from tests.screenshots.studio import NotReachedError, be_quiet, dress, still, until


def choose(
    names: Iterable[str], scale: int, language: Language, keeps: Iterable[Keep]
) -> Iterator[tuple[State | Guide, list[Shot]]]:
    """Name the states that have pictures to be taken."""
    wanted, kept = set(names), set(keeps)
    for state in STATES:
        taken = (shot for shot in state.shots if (shot.scale, shot.language) == (scale, language))
        shots = [shot for shot in taken if shot.keep in kept]
        if shots and (not wanted or state.name in wanted):
            yield state, shots


def tell(**fields: Any) -> None:  # noqa: ANN401 - JSON
    """Write one line of what was found."""
    sys.stdout.write(json.dumps(fields) + "\n")
    sys.stdout.flush()


async def photograph(state: State | Guide, shots: list[Shot], theme: Theme, into: Path) -> None:
    """Get to a state and take its pictures."""
    with _folder() as folder:
        if isinstance(state, Guide):
            async with open_guide(folder, theme, USUAL) as guide:
                await state.reach(guide)
                await _take(state.name, shots, theme, guide.window, into)
            return
        async with open_stage(folder, theme, state.set_up) as stage:
            stage.window.resize(*shots[0].size)
            await state.reach(stage)
            stage.window._tick()  # what is shown grows older by its own clock only now and then
            await _take(state.name, shots, theme, stage.window, into)


async def _take(name: str, shots: list[Shot], theme: Theme, window: QWidget, into: Path) -> None:
    for shot in shots:
        theme.choose(shot.appearance)
        window.resize(*shot.size)
        await until(lambda: (window.width(), window.height()) == shot.size, f"the window is {shot.size}")  # noqa: B023
        picture = await still(window)
        path = into / f"{name}{shot.suffix}.png"
        size = save(picture, path)
        flaws = find_flaws(window, picture)
        tell(state=name, picture=path.name, bytes=size, keep=shot.keep.name, flaws=flaws)


@contextmanager
def _folder() -> Iterator[Path]:
    """A data folder whose name is the same in every picture, unless somebody else is at it."""
    usual = Path(tempfile.gettempdir()) / "BudgetSync"
    with tempfile.TemporaryDirectory() as other:
        try:
            usual.mkdir(mode=0o700)
        except FileExistsError:
            yield Path(other)
            return
        try:
            yield usual
        finally:
            shutil.rmtree(usual)


def main() -> int:
    """Take pictures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("names", nargs="*")
    parser.add_argument("--scale", type=int, default=1)
    parser.add_argument("--language", type=Language, default=Language.ENGLISH)
    parser.add_argument("--into", type=Path, required=True)
    parser.add_argument("--keep", choices=[each.name for each in Keep], action="append")
    told = parser.parse_args()
    keeps = [Keep[name] for name in told.keep] if told.keep else list(Keep)
    be_quiet()
    application = QApplication(sys.argv[:1])
    theme = dress(application, told.language)
    loop = qasync.QEventLoop(application)
    for state, shots in choose(told.names, told.scale, told.language, keeps):
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
