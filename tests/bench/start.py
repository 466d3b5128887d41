"""Starts a window, and says when it was painted for the first time: the program's own, or a bare one.

    .venv/bin/python -m tests.bench.start bare
    .venv/bin/python -m tests.bench.start budgetsync --data-dir build/big

Said on the monotonic clock, which all processes share, so that whoever started this knows how long it took from the
very beginning. Nothing is imported here that the program does not import itself.
"""

import sys
import time


def say(what: str) -> None:
    """Say that something has happened just now."""
    sys.stdout.write(f"{what} {time.monotonic()}\n")
    sys.stdout.flush()


def show_bare() -> None:
    """Show the least window that such a program can have."""
    import asyncio  # noqa: PLC0415 - a part of what is measured

    import qasync  # noqa: PLC0415
    from PySide6.QtGui import QPaintEvent  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication, QWidget  # noqa: PLC0415

    class Bare(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
            super().paintEvent(event)
            say("painted")

    async def live() -> None:
        window = Bare()
        window.resize(1280, 820)
        window.show()
        await asyncio.Event().wait()

    application = QApplication([])
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application)) as runner:
        runner.run(live())


def show_program(arguments: list[str]) -> None:
    """Start the program as its command does."""
    from budgetsync.cli.window import read_quickly  # noqa: PLC0415 - loaded by the command anyway

    assert read_quickly(arguments) is not None
    from budgetsync.cli import main  # noqa: PLC0415
    from budgetsync.ui.shell import Shell  # noqa: PLC0415 - loaded by the window anyway

    painted = Shell.painted

    async def tell_painted(self: Shell) -> None:
        await painted(self)
        say("painted")

    Shell.painted = tell_painted  # type: ignore[method-assign]
    sys.exit(main(arguments))


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        show_bare()
    else:
        show_program(sys.argv[2:])
