"""Pictures of every page and state of the window, taken of the real program and looked over for what is wrong.

    make screenshots                                    all of them
    python -m tests.screenshots overview sign-in-again  some states

All go to build/screenshots; those that are worth keeping are kept in resources/screenshots, where the picture tests
find what they compare with. One line at the end says how it went, and the exit code is 1 where anything falls short.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from budgetsync.ui.language import Language
from tests.screenshots.pictures import LARGEST
from tests.screenshots.states import STATES, Keep
from tests.screenshots.studio import environment

ROOT = Path(__file__).parents[2]
KEPT = ROOT / "resources" / "screenshots"
ALL = ROOT / "build" / "screenshots"
_PATIENCE = 1_800  # seconds


@dataclass
class Harvest:
    """What came of it.

    Attributes:
        pictures: Bytes by name of file.
        kept: Names of those that are worth keeping.
        flaws: Everything that falls short.
    """

    pictures: dict[str, int] = field(default_factory=dict)
    states: set[str] = field(default_factory=set)
    kept: list[str] = field(default_factory=list)
    flaws: list[str] = field(default_factory=list)

    def take(self, told: dict[str, Any]) -> None:
        """Take in what a camera said of one picture, or of a state that it could not reach."""
        if "failed" in told:
            self.flaws.append(f"{told['state']}: not reached: {told['failed']}")
            return
        name = told["picture"]
        self.states.add(told["state"])
        self.pictures[name] = told["bytes"]
        self.flaws += [f"{name}: {flaw}" for flaw in told["flaws"]]
        if told["keep"] != Keep.NO.name:
            self.kept.append(name)
            if told["bytes"] > LARGEST:
                self.flaws.append(f"{name}: {told['bytes'] // 1024} KB, too large to be kept")

    def __str__(self) -> str:
        """Say it in one line."""
        size = sum(self.pictures[name] for name in self.kept) / 1_000_000
        many = f"{len(self.flaws)} flaw{'s' if len(self.flaws) > 1 else ''}"
        found = many if self.flaws else "nothing cut off, misplaced or blank"
        return (
            f"screenshots: {len(self.pictures)} pictures of {len(self.states)} states, {len(self.kept)} of them "
            f"kept ({size:.1f} MB); {found}"
        )


def take(
    into: Path,
    names: Iterable[str] = (),
    *,
    keeps: Iterable[Keep] = (),
    scales: Iterable[int] = (),
    languages: Iterable[Language] = (),
) -> Harvest:
    """Have pictures taken.

    Args:
        into: Where they go.
        names: Of states; all where none is named.
        keeps: Only pictures that become this; all where nothing is named.
        scales: Those wanted; all that there are where none is named.
        languages: Those wanted; all that there are where none is named.
    """
    harvest = Harvest()
    wanted = [f"--keep={keep.name}" for keep in keeps]
    scales, languages, kept = set(scales), set(languages), set(keeps)
    passes = {
        (shot.scale, shot.language)
        for state in STATES
        for shot in state.shots
        if not kept or shot.keep in kept
    }
    for scale, language in sorted(passes):
        if (scales and scale not in scales) or (languages and language not in languages):
            continue
        with tempfile.TemporaryDirectory() as home:
            command = [
                sys.executable,
                "-m",
                "tests.screenshots.camera",
                f"--scale={scale}",
                f"--language={language}",
                f"--into={into}",
            ]
            done = subprocess.run(
                [*command, *wanted, *names],
                cwd=ROOT,
                env={**environment(Path(home), scale), "PYTHONPATH": str(ROOT)},
                stdout=subprocess.PIPE,
                text=True,
                timeout=_PATIENCE,
                check=False,
            )
        for line in done.stdout.splitlines():
            harvest.take(json.loads(line))
        if done.returncode:
            harvest.flaws.append(
                f"the camera of scale {scale} and {language} broke: exit code {done.returncode}"
            )
    return harvest


def main() -> int:
    """Take them, keep the best, and say how it went."""
    parser = argparse.ArgumentParser(description="Takes pictures of every page and state of the window.")
    parser.add_argument("names", nargs="*", help="states; all where none is named")
    parser.add_argument("--language", type=Language, action="append", default=[], help="only this one")
    parser.add_argument("--dry", action="store_true", help="keep none in resources/screenshots")
    told = parser.parse_args()
    unknown = set(told.names) - {state.name for state in STATES}
    if unknown:
        parser.error(f"no such state: {', '.join(sorted(unknown))}")
    harvest = take(ALL, told.names, languages=told.language)
    if not told.dry:
        keep(harvest, everything=not told.names and not told.language)
    for flaw in harvest.flaws:
        sys.stdout.write(f"  {flaw}\n")
    sys.stdout.write(f"{harvest}\n")
    return 1 if harvest.flaws or not harvest.pictures else 0


def keep(harvest: Harvest, *, everything: bool) -> None:
    """Put the best where they are kept; where all states were taken, what is kept no longer goes."""
    KEPT.mkdir(exist_ok=True)
    for name in harvest.kept:
        shutil.copyfile(ALL / name, KEPT / name)
    if everything and not harvest.flaws:
        for path in KEPT.glob("*.png"):
            if path.name not in harvest.kept:
                path.unlink()


if __name__ == "__main__":
    sys.exit(main())
