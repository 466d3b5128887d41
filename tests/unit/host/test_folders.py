"""Where a data folder lies: told by its path, the mount table and what lies above it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from budgetsync.host.folders import cloud_service, look_at_folder, network_type, warn_of_place

MOUNTS = """\
/dev/sda1 / ext4 rw,relatime 0 0
tmpfs /run tmpfs rw 0 0
server:/export /srv/shared nfs4 rw,vers=4.2 0 0
//nas/paul /mnt/my\\040nas cifs rw 0 0
/dev/sdb1 /srv/shared/local ext4 rw 0 0
user@host:/ /mnt/ssh fuse.sshfs rw 0 0
/dev/sdc1 /mnt/stick fuseblk rw 0 0
overlay /mnt/over ext4 rw 0 0
server:/two /mnt/over nfs rw 0 0
broken line
"""


def nothing(_folder: PurePath) -> Iterable[str]:
    return ()


@pytest.mark.parametrize(
    ("folder", "found"),
    [
        ("/people/anna/.local/share/budgetsync", None),
        ("/srv/shared/ledger", "nfs4"),
        ("/srv/shared", "nfs4"),
        ("/srv/sharedness", None),
        ("/srv/shared/local/ledger", None),
        ("/mnt/my nas/ledger", "cifs"),
        ("/mnt/ssh/ledger", "fuse.sshfs"),
        ("/mnt/stick/ledger", None),
        ("/mnt/over/ledger", "nfs"),
    ],
)
def test_the_nearest_mount_decides(folder: str, found: str | None) -> None:
    assert network_type(PurePosixPath(folder), MOUNTS) == found


def test_without_a_mount_table_nothing_is_claimed() -> None:
    assert network_type(PurePosixPath("/srv/shared"), "") is None


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        (PurePosixPath("/people/anna/Dropbox/money"), "Dropbox"),
        (PurePosixPath("/people/anna/Dropbox (Personal)/money"), "Dropbox"),
        (PureWindowsPath(r"C:\Users\anna\OneDrive - Company\money"), "OneDrive"),
        (PureWindowsPath(r"C:\Users\anna\OneDrive"), "OneDrive"),
        (PureWindowsPath(r"G:\My Drive\money"), "Google Drive"),
        (PurePosixPath("/people/anna/Library/CloudStorage/GoogleDrive-anna@example.org/x"), "Google Drive"),
        (PurePosixPath("/people/anna/Library/Mobile Documents/com~apple~CloudDocs/x"), "iCloud"),
        (PurePosixPath("/people/anna/Nextcloud/money"), "Nextcloud"),
        (PurePosixPath("/people/anna/Dropboxes/money"), None),
        (PurePosixPath("/people/anna/megabank"), None),
        (PurePosixPath("/people/anna/.local/share/budgetsync"), None),
    ],
)
def test_a_synced_folder_is_known_by_its_name(folder: PurePath, service: str | None) -> None:
    assert cloud_service(folder, nothing) == service


@pytest.mark.parametrize(
    ("mark", "service"),
    [
        (".stfolder", "Syncthing"),
        (".dropbox.cache", "Dropbox"),
        (".sync_0a1b2c3d4e5f.db", "Nextcloud"),
        (".tmp.driveupload", "Google Drive"),
        (".stfolders", None),
        (".git", None),
    ],
)
def test_a_synced_folder_is_known_by_what_its_service_leaves_there(mark: str, service: str | None) -> None:
    root = PurePosixPath("/people/anna/things")

    found = cloud_service(root / "money" / "ledger", lambda at: [mark] if at == root else [])

    assert found == service


def test_dropboxs_settings_in_a_home_are_no_synced_folder() -> None:
    home = PurePosixPath("/people/anna")
    names = {home: [".dropbox"], home / ".dropbox": ["info.json"]}

    assert cloud_service(home / "money", lambda at: names.get(PurePosixPath(at), [])) is None


def test_each_kind_of_place_is_told_once_with_what_to_do() -> None:
    warnings = warn_of_place(PurePosixPath("/mnt/my nas/Dropbox/money"), MOUNTS, nothing)

    assert [warning.code for warning in warnings] == ["NETWORK_FOLDER", "SYNCED_FOLDER"]
    assert all("Move the data folder" in warning.action for warning in warnings)
    assert "cifs" in warnings[0].message
    assert "Dropbox" in warnings[1].message


def test_windows_shares_and_drives_are_network_places() -> None:
    share = warn_of_place(PureWindowsPath(r"\\nas\anna\money"), "", nothing)
    drive = warn_of_place(PureWindowsPath(r"Z:\money"), "", nothing, drive_is_remote=True)

    assert [warning.code for warning in (*share, *drive)] == ["NETWORK_FOLDER"] * 2
    assert warn_of_place(PureWindowsPath(r"C:\money"), "", nothing) == ()


def test_a_real_folder_is_looked_at(tmp_path: Path) -> None:
    synced = tmp_path / "things"
    (synced / "money").mkdir(parents=True)
    (synced / ".stfolder").mkdir()
    (tmp_path / "link").symlink_to(synced / "money")

    assert [warning.code for warning in look_at_folder(tmp_path / "link" / "new")] == ["SYNCED_FOLDER"]
    assert look_at_folder(tmp_path / "plain") == ()
