"""Starting at login: what is written for the session, and what is read of what others wrote there."""

from __future__ import annotations

import configparser
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from budgetsync.host.autostart import FILE_NAME, Autostart, autostart_folder, exec_line, own_command


def entry(folder: Path) -> dict[str, str]:
    read = configparser.RawConfigParser(delimiters=("=",))
    read.optionxform = str  # type: ignore[assignment,method-assign]  # keys are case-sensitive here
    read.read(folder / FILE_NAME, encoding="utf-8")
    return dict(read["Desktop Entry"])


def test_it_is_off_until_it_is_switched_on_and_off_again_afterwards(tmp_path: Path) -> None:
    autostart = Autostart([sys.executable, "-m", "budgetsync"], folder=tmp_path / "autostart")
    assert autostart.is_offered
    assert not autostart.is_enabled()
    autostart.enable()
    assert autostart.is_enabled()
    written = entry(tmp_path / "autostart")
    assert written["Exec"] == f"{sys.executable} -m budgetsync --background"
    assert written["TryExec"] == sys.executable
    autostart.enable()
    assert [file.name for file in (tmp_path / "autostart").iterdir()] == [FILE_NAME]
    autostart.disable()
    assert not autostart.is_enabled()
    autostart.disable()


@pytest.mark.parametrize(
    ("argument", "written"),
    [
        ("/usr/bin/budgetsync-gui", "/usr/bin/budgetsync-gui"),
        ("/opt/me/My Programs/x", '"/opt/me/My Programs/x"'),
        ("100%", '"100%%"'),
        ('a "b"', '"a \\\\"b\\\\""'),
        ("$HOME", '"\\\\$HOME"'),
        ("back\\slash", '"back\\\\\\\\slash"'),
        ("a`b", '"a\\\\`b"'),
        ("", '""'),
    ],
)
def test_arguments_are_quoted_as_the_specification_wants(argument: str, written: str) -> None:
    assert exec_line([argument]) == written


def test_a_shell_reads_the_arguments_as_they_were_given(tmp_path: Path) -> None:
    command = ["/opt/a b/c", "--data-dir", 'x "y" $z `w`\\v', "it's"]
    Autostart(command, folder=tmp_path).enable()
    line = entry(tmp_path)["Exec"].replace("\\\\", "\\")  # the value's own escapes go first
    done = subprocess.run(["sh", "-c", f"printf '%s\\n' {line}"], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [*command, "--background"]


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_what_the_session_switched_off_is_off_and_stays_so(tmp_path: Path, line: str) -> None:
    autostart = Autostart([sys.executable], folder=tmp_path)
    (tmp_path / FILE_NAME).write_text(
        f"[Desktop Entry]\nType=Application\nExec=x\n{line}\n", encoding="utf-8"
    )
    assert not autostart.is_enabled()
    autostart.renew()
    assert not autostart.is_enabled()
    autostart.enable()
    assert autostart.is_enabled()


def test_an_entry_of_a_program_that_is_gone_starts_nothing(tmp_path: Path) -> None:
    Autostart([str(tmp_path / "gone")], folder=tmp_path).enable()
    assert not Autostart([sys.executable], folder=tmp_path).is_enabled()


def test_a_program_that_was_moved_is_found_again(tmp_path: Path) -> None:
    Autostart(["/opt/old/budgetsync-gui"], folder=tmp_path).enable()
    moved = Autostart([sys.executable], folder=tmp_path)
    moved.renew()
    assert moved.is_enabled()
    assert entry(tmp_path)["Exec"] == f"{sys.executable} --background"


def test_nothing_is_renewed_that_is_not_there(tmp_path: Path) -> None:
    Autostart([sys.executable], folder=tmp_path).renew()
    assert list(tmp_path.iterdir()) == []


def test_unreadable_text_is_no_entry(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"\xff\xfe[Desktop Entry]")
    assert not Autostart([sys.executable], folder=tmp_path).is_enabled()


def test_the_folder_is_where_the_session_looks() -> None:
    assert autostart_folder({"XDG_CONFIG_HOME": "/opt/me/.conf"}, "linux") == Path("/opt/me/.conf/autostart")
    default = Path.home() / ".config" / "autostart"
    assert autostart_folder({}, "linux") == default
    assert autostart_folder({"XDG_CONFIG_HOME": "relative"}, "linux") == default


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_are_not_offered_it(platform: str) -> None:
    assert autostart_folder({}, platform) is None


def test_each_kind_of_installation_is_started_by_its_own_name(tmp_path: Path) -> None:
    python, script = tmp_path / "python3", tmp_path / "budgetsync-gui"
    assert own_command({}, str(python), frozen=False) == (str(python), "-m", "budgetsync")
    script.touch(stat.S_IRWXU)
    script.chmod(stat.S_IRWXU)
    assert own_command({}, str(python), frozen=False) == (str(script),)
    assert own_command({}, "/opt/budgetsync/budgetsync-gui", frozen=True) == (
        "/opt/budgetsync/budgetsync-gui",
    )
    assert own_command({"APPIMAGE": "/opt/me/B.AppImage"}, "/mnt/x", frozen=True) == ("/opt/me/B.AppImage",)
