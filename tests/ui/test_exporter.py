"""Export from the window: a file is chosen, written beside everything else, and told of."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale

from budgetsync.ui.icons import Icons
from budgetsync.ui.theme import Theme
from budgetsync.ui.transactions.exporter import Exporter
from tests.ui.samples import until
from tests.ui.undo_stage import UndoStage, open_stage

Run = Callable[[Coroutine[Any, Any, None]], None]


def make(stage: UndoStage) -> Exporter:
    return Exporter(stage.core, stage.bridge, stage.note, QLocale("en_US"), stage.over)


async def told(stage: UndoStage, exporter: Exporter, text: str) -> None:
    await until(lambda: stage.note.words == text, exporter.ended)


def test_the_chosen_file_has_what_is_listed(run: Run, dressed: Theme, icons: Icons, tmp_path: Path) -> None:
    del dressed

    async def scenario() -> None:
        async with open_stage(tmp_path / "ledger", icons, rows=60) as stage:
            exporter, file = make(stage), tmp_path / "rows.csv"
            dialog = exporter.choose("")
            assert dialog.windowTitle() == "Export all transactions"
            assert dialog.nameFilters()[:3] == ["CSV (*.csv)", "JSON (*.json)", "OFX (*.ofx)"]
            dialog.fileSelected.emit(str(file))
            await told(stage, exporter, "60 rows written to rows.csv")
            with file.open(encoding="utf-8-sig", newline="") as lines:
                assert len(list(csv.DictReader(lines))) == 60
            dialog.close()

    run(scenario())


def test_selected_rows_are_written_as_the_ending_says(
    run: Run, dressed: Theme, icons: Icons, tmp_path: Path
) -> None:
    del dressed

    async def scenario() -> None:
        async with open_stage(tmp_path / "ledger", icons, rows=60) as stage:
            exporter, file = make(stage), tmp_path / "rows.json"
            ids = await stage.ids(limit=12)
            dialog = exporter.choose(ids)
            assert dialog.windowTitle() == "Export the selected transactions"
            dialog.fileSelected.emit(str(file))
            await told(stage, exporter, "12 rows written to rows.json")
            assert [row["id"] for row in json.loads(file.read_text("utf-8"))["transactions"]] == ids
            dialog.close()

    run(scenario())


def test_an_export_says_how_far_it_is_and_is_cancelled(
    run: Run, dressed: Theme, icons: Icons, tmp_path: Path
) -> None:
    del dressed

    async def scenario() -> None:
        async with open_stage(tmp_path / "ledger", icons, rows=20_000) as stage:
            exporter, file = make(stage), tmp_path / "rows.csv"
            exporter.write("", file, "csv")
            await until(lambda: stage.note.words.endswith("of 20,000"), exporter.progressed)
            stage.note.stop_button.click()
            await until(lambda: stage.note.words == "", exporter.ended)

    run(scenario())
    assert not list(tmp_path.glob("rows*"))
