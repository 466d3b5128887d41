"""Start at login, in the background: a desktop entry in the XDG autostart folder.

Other systems have ways of their own, which are not offered yet; there nothing is ever on.
"""

import os
import re
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

FILE_NAME = "budgetsync.desktop"
_BACKGROUND = "--background"
_QUOTED = re.compile(r'(["`$\\])')
_PLAIN = re.compile(r"[A-Za-z0-9_./:@+,=-]+")
_ENTRY = """\
[Desktop Entry]
Type=Application
Name=BudgetSync
Comment=Keeps your bank transactions current
Comment[de]=Hält Ihre Bankumsätze aktuell
Comment[es]=Mantiene al día sus movimientos bancarios
Icon={icon}
TryExec={program}
Exec={command}
Terminal=false
StartupNotify=false
X-GNOME-Autostart-enabled=true
X-KDE-autostart-after=panel
"""


class Autostart:
    """Whether the program starts when the person logs in."""

    def __init__(
        self, command: Sequence[str], *, icon: Path | None = None, folder: Path | None = None
    ) -> None:
        """Prepare; nothing is read or written yet.

        Args:
            command: The program and its arguments, as they are to be started.
            icon: A file for where sessions list what starts with them.
            folder: The autostart folder; None for this system's.
        """
        self._command = (*command, _BACKGROUND)
        self._icon = icon
        folder = folder or autostart_folder()
        self._file = None if folder is None else folder / FILE_NAME

    @property
    def is_offered(self) -> bool:
        """Whether this system has a place for it that is known here."""
        return self._file is not None

    def is_enabled(self) -> bool:
        """Tell whether a login starts the program, whoever wrote the entry or switched it off."""
        words = self._read()
        program = words.get("TryExec", "")
        return _is_on(words) and (not program or shutil.which(_unescape(program)) is not None)

    def enable(self) -> None:
        """Write the entry, over an older one.

        Raises:
            OSError: The folder cannot be written.
        """
        if self._file is None:
            return
        self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        partial = self._file.with_suffix(".partial")
        partial.write_text(self._entry(), encoding="utf-8")
        partial.replace(self._file)

    def disable(self) -> None:
        """Take the entry away; none is no error.

        Raises:
            OSError: The folder cannot be written.
        """
        if self._file is not None:
            self._file.unlink(missing_ok=True)

    def renew(self) -> None:
        """Have an entry that is on name the program where it lies now; one that is off is left alone.

        Raises:
            OSError: The folder cannot be written.
        """
        words = self._read()
        if _is_on(words) and words.get("Exec") != exec_line(self._command):
            self.enable()

    def _entry(self) -> str:
        return _ENTRY.format(
            icon=_escape(str(self._icon)) if self._icon else "budgetsync",
            program=_escape(self._command[0]),
            command=exec_line(self._command),
        )

    def _read(self) -> dict[str, str]:
        """Read the keys of the entry's first group; {} where there is none that can be read."""
        if self._file is None:
            return {}
        try:
            lines = self._file.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            return {}
        found: dict[str, str] = {}
        inside = False
        for line in lines:
            if line.startswith("["):
                inside = line.strip() == "[Desktop Entry]"
            elif inside and "=" in line and not line.startswith("#"):
                name, _, value = line.partition("=")
                found.setdefault(name.strip(), value.strip())
        return found


def autostart_folder(
    environment: Mapping[str, str] = os.environ, platform: str = sys.platform
) -> Path | None:
    """Find the folder that the session looks into; None where a system has another way."""
    if platform in {"win32", "darwin"}:
        return None
    named = environment.get("XDG_CONFIG_HOME", "")
    # The specification has relative paths ignored.
    base = Path(named) if Path(named).is_absolute() else Path.home() / ".config"
    return base / "autostart"


def own_command(
    environment: Mapping[str, str] = os.environ,
    executable: str = sys.executable,
    *,
    frozen: bool | None = None,
) -> tuple[str, ...]:
    """Tell how this very program is started again: an image, a frozen program, an installed one, a checkout.

    Args:
        frozen: Whether the executable is the program itself; None to find out.
    """
    if image := environment.get("APPIMAGE"):
        return (image,)
    if getattr(sys, "frozen", False) if frozen is None else frozen:
        return (executable,)
    script = Path(executable).with_name("budgetsync-gui")
    if script.is_file() and os.access(script, os.X_OK):
        return (str(script),)
    return (executable, "-m", "budgetsync")


def exec_line(command: Sequence[str]) -> str:
    """Write a command as the value of Exec: each argument quoted where it has to be, and no field codes in it."""
    return _escape(" ".join(map(_quote, command)))


def _is_on(words: Mapping[str, str]) -> bool:
    hidden = words.get("Hidden", "false").lower() == "true"
    return bool(words) and not hidden and words.get("X-GNOME-Autostart-enabled", "true").lower() != "false"


def _quote(argument: str) -> str:
    argument = argument.replace("%", "%%")
    if _PLAIN.fullmatch(argument):
        return argument
    return '"' + _QUOTED.sub(r"\\\1", argument) + '"'


def _escape(value: str) -> str:
    """Write a text as a value: backslashes and what would end the line."""
    escaped = value.replace("\\", "\\\\")
    return escaped.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")


def _unescape(value: str) -> str:
    words = {"\\\\": "\\", "\\s": " ", "\\n": "\n", "\\t": "\t", "\\r": "\r"}
    return re.sub(r"\\[\\sntr]", lambda match: words[match[0]], value)
