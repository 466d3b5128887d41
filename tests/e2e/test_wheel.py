"""What a person gets who installs BudgetSync: the wheel, away from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from budgetsync import __version__

CHECKOUT = Path(__file__).parents[2]


def run(*command: str | Path, cwd: Path) -> str:
    """Runs a command that must succeed; returns what it printed."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    done = subprocess.run(
        command,
        cwd=cwd,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Builds the wheel with what is installed, without the network."""
    folder = tmp_path_factory.mktemp("dist")
    build = (sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, CHECKOUT)
    run(*build, cwd=folder)
    return next(folder.glob("budgetsync-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Installs the wheel into an environment that shares this one's dependencies, but not its checkout."""
    home = tmp_path_factory.mktemp("installed")
    run(sys.executable, "-m", "venv", "--without-pip", home / "venv", cwd=home)
    python = home / "venv" / "bin" / "python"
    site = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=home))
    # Path files of a folder that is itself named in one are not read: the editable checkout stays out.
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    pip = (sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index")
    run(*pip, wheel, cwd=home)
    return home


def test_the_wheel_holds_program_and_resources_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    folders = {name.split("/")[0] for name in names}
    assert len(folders) == 2
    assert "budgetsync" in folders
    assert "budgetsync/py.typed" in names
    shipped = {name.removeprefix("budgetsync/resources/") for name in names if "/resources/" in name}
    in_checkout = {
        str(path.relative_to(CHECKOUT / "resources"))
        for path in (CHECKOUT / "resources").rglob("*")
        if path.is_file()
    }
    assert shipped == in_checkout


def test_the_installed_program_finds_its_resources(installed: Path) -> None:
    code = (
        "import budgetsync, budgetsync.host.paths as paths, sys\n"
        "folder = paths.resources_folder()\n"
        "print(budgetsync.__file__)\n"
        "print(folder)\n"
        "print(sum(1 for path in folder.rglob('*') if path.is_file()))\n"
    )
    python = installed / "venv" / "bin" / "python"
    program, folder, count = run(python, "-c", code, cwd=installed).splitlines()
    assert Path(program).is_relative_to(installed)
    assert Path(folder).is_relative_to(installed)
    assert int(count) > 0


def test_the_installed_command_tells_its_version(installed: Path) -> None:
    told = run(installed / "venv" / "bin" / "budgetsync", "--version", cwd=installed)
    assert __version__ in told
    windowed = installed / "venv" / "bin" / "budgetsync-gui"
    assert windowed.exists()
