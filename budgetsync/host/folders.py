"""Places that a database is not safe in: network file systems, and folders that another program copies about.

SQLite's locks and its write-ahead log need one computer and its own disk
(https://www.sqlite.org/wal.html, "All processes using a database must be on the same host computer";
https://www.sqlite.org/howtocorrupt.html). A sync service takes the file and its log at different moments.
"""

import os
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path, PurePath

from budgetsync.domain.errors import Trouble

_NETWORK_TYPES = frozenset(
    {
        *(
            "9p",
            "acfs",
            "afpfs",
            "afs",
            "beegfs",
            "ceph",
            "cifs",
            "coda",
            "davfs",
            "glusterfs",
            "gpfs",
            "lustre",
        ),
        *("ncpfs", "nfs", "nfs4", "ocfs2", "orangefs", "prl_fs", "smb2", "smb3", "smbfs", "vboxsf", "vmhgfs"),
        *("webdav", "drvfs"),
    }
)
_LOCAL_FUSE = frozenset(
    {"fuse", "fuseblk", "fuse.fuse-overlayfs", "fuse.gocryptfs", "fuse.encfs", "fuse.ntfs-3g"}
)
_CLOUD_FOLDERS: tuple[tuple[str, str], ...] = (
    (r"dropbox( \(.+\)|-.+)?", "Dropbox"),
    (r"onedrive( ?- ?.+)?", "OneDrive"),
    (r"google ?drive(-.+)?|my drive|googledrivefs", "Google Drive"),
    (r"icloud ?drive|com~apple~clouddocs|mobile documents", "iCloud"),
    (r"nextcloud\d*", "Nextcloud"),
    (r"owncloud", "ownCloud"),
    (r"pclouddrive|pcloud drive", "pCloud"),
    (r"megasync|mega", "MEGA"),
    (r"proton ?drive", "Proton Drive"),
    (r"syncthing", "Syncthing"),
    (r"cloudstorage", "a cloud service"),
)
_MARKS: tuple[tuple[str, str], ...] = (
    (r"\.dropbox(\.cache)?", "Dropbox"),
    (r"\.stfolder|\.stignore", "Syncthing"),
    (r"\.nextcloudsync\.log|\._?sync_[0-9a-f]+\.db|\.sync_[0-9a-f]+\.db", "Nextcloud"),
    (r"\.owncloudsync\.log", "ownCloud"),
    (r"\.tmp\.drive(download|upload)", "Google Drive"),
    (r"\.849c9593-d756-4e56-8d6e-42412f2a707b", "OneDrive"),
)
"""Files that a service leaves in the root of what it synchronizes; a home folder of the name is not needed."""
_REMOTE_DRIVE = 4  # GetDriveTypeW: DRIVE_REMOTE


def look_at_folder(folder: Path) -> tuple[Trouble, ...]:
    """Warn of a data folder's place, as far as this system tells where it lies."""
    real = folder.resolve()
    return warn_of_place(real, _read_mounts(), _names_in, drive_is_remote=_drive_is_remote(real))


def warn_of_place(
    folder: PurePath,
    mounts: str,
    names_in: Callable[[PurePath], Iterable[str]],
    *,
    drive_is_remote: bool = False,
) -> tuple[Trouble, ...]:
    """Warn of a place by its path alone and by what the system says about it.

    Args:
        folder: Absolute, without links.
        mounts: The text of the mount table, as Linux writes it; "" where there is none.
        names_in: Lists a folder; asked for the folder and each one above it.
        drive_is_remote: What Windows says about the drive.

    Returns:
        At most one warning of each kind, each with what to do.
    """
    warnings = []
    network = network_type(folder, mounts)
    if network or drive_is_remote or str(folder).startswith("\\\\"):
        kind = f" ({network})" if network else ""
        warnings.append(
            Trouble(
                "NETWORK_FOLDER",
                "The data folder is on a network drive",
                f"SQLite's locks do not hold there{kind}: two computers at once can damage the ledger.",
                "Move the data folder to a disk of this computer, and choose it with --data-dir.",
            )
        )
    service = cloud_service(folder, names_in)
    if service:
        warnings.append(
            Trouble(
                "SYNCED_FOLDER",
                "The data folder is in a folder that is synchronized",
                f"{service} copies the ledger while it is being written, and can put an older copy in its place.",
                "Move the data folder out of there; to have the ledger in two places, use `budgetsync archive`.",
            )
        )
    return tuple(warnings)


def network_type(folder: PurePath, mounts: str) -> str | None:
    """Find the network file system that a folder lies on, by the mount table; None for a disk or the unknown.

    Args:
        mounts: Lines of device, place, type and options, as in Linux's table of mounts.
    """
    best, found = -1, ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:  # noqa: PLR2004 - device, place, type
            continue
        place = PurePath(_unescape(fields[1]))
        # Of two mounts at one place, the later one covers the earlier.
        if folder.is_relative_to(place) and len(place.parts) >= best:
            best, found = len(place.parts), fields[2]
    remote = found in _NETWORK_TYPES or (found.startswith("fuse.") and found not in _LOCAL_FUSE)
    return found if remote else None


def cloud_service(folder: PurePath, names_in: Callable[[PurePath], Iterable[str]]) -> str | None:
    """Find the service that synchronizes a folder, by the names above it and by what lies there."""
    for above in (folder, *folder.parents):
        for pattern, service in _CLOUD_FOLDERS:
            if re.fullmatch(pattern, above.name, re.IGNORECASE):
                return service
        for name in names_in(above):
            for pattern, service in _MARKS:
                # Dropbox keeps its settings in a folder of this name in every home.
                is_settings = name == ".dropbox" and "info.json" in names_in(above / name)
                if re.fullmatch(pattern, name) and not is_settings:
                    return service
    return None


def _unescape(text: str) -> str:
    """Read a place as the kernel writes it: blanks and backslashes as octal numbers."""
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), text)


def _read_mounts() -> str:
    try:
        return Path("/proc/self/mounts").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""  # not Linux, or not to be seen


def _names_in(folder: PurePath) -> list[str]:
    try:
        return [name for name in os.listdir(folder) if name.startswith(".") or name == "info.json"]  # noqa: PTH208 - a PurePath
    except OSError:
        return []  # not there yet, or not ours to list


if sys.platform == "win32":
    import ctypes

    def _drive_is_remote(folder: Path) -> bool:
        return bool(folder.anchor) and ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == _REMOTE_DRIVE
else:

    def _drive_is_remote(folder: Path) -> bool:
        del folder
        return False
