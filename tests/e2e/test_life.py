"""The program's life on a desktop: in the tray, in a window, started twice, and ended."""

from __future__ import annotations

import subprocess
from collections.abc import Callable

from tests.e2e.desktop import Screen, start, started, wait_until
from tests.e2e.programs import Program


def said_at_the_end(child: subprocess.Popen[str]) -> str:
    """Wait until it has ended well, and give back what it wrote."""
    _, said = child.communicate(timeout=60)
    assert child.returncode == 0, said
    assert "Traceback" not in said
    return said


def test_from_the_tray_to_the_window_back_into_the_tray_and_to_the_end(program: Program) -> None:
    with Screen.on(tray=True) as screen, started(program, screen, "--background") as first:
        (icon,) = wait_until(screen.icons, "an icon in the tray")
        assert screen.windows() == []

        screen.tool("xdotool", "mousemove", "--window", icon, "10", "10", "click", "1")
        wait_until(screen.windows, "a window after a click on the icon")

        # The hint is the last thing before the window goes.
        close_window(screen, lambda: "tray-hint=said" in memory_of(program) and not screen.windows())
        assert first.poll() is None
        assert len(screen.icons()) == 1

        said_at_the_end(start(program, screen, "--background"))
        assert screen.windows() == []

        said_at_the_end(start(program, screen, "--page", "problems"))
        (window,) = wait_until(screen.windows, "the window of the first, raised by a second start")
        press(screen, window, "ctrl+q")
        said_at_the_end(first)
        assert (screen.windows(), screen.icons()) == ([], [])
        assert "page=problems" in memory_of(program)


def test_without_a_tray_closing_the_window_ends_the_program(program: Program) -> None:
    with Screen.on(tray=False) as screen, started(program, screen, "--page", "problems") as first:
        wait_until(lambda: (program.ledger / "ledger.sqlite").is_file() and screen.windows(), "a window")
        close_window(screen, lambda: first.poll() is not None)
        said_at_the_end(first)
    assert "page=problems" in memory_of(program)


def test_a_tray_that_comes_late_gets_the_icon_and_a_program_that_nobody_sees_shows_itself(
    program: Program,
) -> None:
    with Screen.on(tray=False) as screen, started(program, screen, "--background") as first:
        wait_until((program.ledger / "ledger.sqlite").is_file, "the ledger")
        screen.add_tray()
        wait_until(screen.icons, "an icon in a tray that came late")
        screen.remove_tray()
        said_at_the_end(start(program, screen))
        wait_until(screen.windows, "a window")
        first.terminate()
        said_at_the_end(first)


def test_of_two_that_start_at_once_one_wins(program: Program) -> None:
    with Screen.on(tray=True) as screen, started(program, screen) as one, started(program, screen) as other:
        wait_until(lambda: None not in {one.poll(), other.poll()} or one.poll() != other.poll(), "one ends")
        ended, lives = (one, other) if one.poll() is not None else (other, one)
        said_at_the_end(ended)
        wait_until(screen.windows, "one window")
        wait_until(screen.icons, "one icon")
        assert len(screen.windows()) == 1
        assert lives.poll() is None
        lives.terminate()
        said_at_the_end(lives)


def memory_of(program: Program) -> str:
    """What the window remembers; "" before it has anything to."""
    path = program.ledger / "window.ini"
    return path.read_text("utf-8") if path.is_file() else ""


def close_window(screen: Screen, gone: Callable[[], bool]) -> None:
    """Close the window as the window manager does, which hears it only when it has given the window the keyboard."""

    def is_gone() -> bool:
        for window in screen.windows():
            press(screen, window, "alt+F4")
        return gone()

    wait_until(is_gone, "the window is gone")


def press(screen: Screen, window: str, keys: str) -> None:
    """Press keys in a window."""
    screen.tool("xdotool", "windowactivate", "--sync", window, "key", "--clearmodifiers", keys)
