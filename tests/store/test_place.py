"""A network drive and a synced folder are known as such, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from diary.model.risky_place import PlaceRisk, RiskyPlace
from diary.store.place import mounted, mounts_of_linux, mounts_of_macos, risky_place

LINUX = r"""
22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw
98 22 0:46 / /home/ana/nas rw,relatime shared:50 - {kind} nas:/home rw,vers=4.2
99 98 8:3 / /home/ana/nas/stick\040of\040mine rw,relatime - vfat /dev/sdb1 rw
100 22 0:47 / /home/ana/local rw - nfs4 nas:/old rw
101 22 8:4 / /home/ana/local rw - ext4 /dev/sdc1 rw
"""
MACOS = """
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//ana@nas._smb._tcp.local/home on /Volumes/home (smbfs, nodev, nosuid, mounted by ana)
"""


def on_linux(folder: str, kind: str) -> RiskyPlace | None:
    return risky_place(Path(folder), lambda _: mounts_of_linux(LINUX.replace("{kind}", kind)))


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "9p", "fuse.rclone", "davfs"])
def test_a_folder_on_a_drive_of_the_network_is_known(kind: str) -> None:
    assert on_linux("/home/ana/nas/diary", kind) == RiskyPlace(PlaceRisk.NETWORK, kind)


@pytest.mark.parametrize("kind", ["ext4", "btrfs", "fuseblk", "fuse.ntfs-3g", "tmpfs", "overlay"])
def test_a_disk_of_this_machine_is_none(kind: str) -> None:
    assert on_linux("/home/ana/nas/diary", kind) is None


@pytest.mark.parametrize(
    "folder", ["/home/ana/diary", "/home/ana/nas/stick of mine/diary", "/home/ana/local/diary", "/home/ana/nas2"]
)
def test_what_is_mounted_innermost_and_last_counts(folder: str) -> None:
    assert on_linux(folder, "nfs4") is None


def test_the_drives_of_macos_are_read() -> None:
    assert list(mounts_of_macos(MACOS))[1] == ("/Volumes/home", "smbfs")
    assert risky_place(Path("/Volumes/home/diary"), lambda _: mounts_of_macos(MACOS)) == RiskyPlace(
        PlaceRisk.NETWORK, "smbfs"
    )


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("/home/ana/Dropbox/diary", "Dropbox"),
        ("/home/ana/Dropbox (Old)/x/diary", "Dropbox"),
        ("/home/ana/OneDrive/diary", "OneDrive"),
        ("/home/ana/OneDrive - Clinic/Documents/diary", "OneDrive"),
        ("/Users/ana/Library/CloudStorage/GoogleDrive-ana@example.org/My Drive/diary", "Google Drive"),
        ("/Users/ana/Library/Mobile Documents/com~apple~CloudDocs/diary", "iCloud Drive"),
        ("/home/ana/iCloudDrive", "iCloud Drive"),
        ("/home/ana/Nextcloud/diary", "Nextcloud"),
        ("/home/ana/Syncthing/diary", "Syncthing"),
    ],
)
def test_a_folder_of_a_service_is_known_by_its_name(folder: str, service: str) -> None:
    assert risky_place(Path(folder), lambda _: ()) == RiskyPlace(PlaceRisk.SYNCED, service)


@pytest.mark.parametrize(
    "folder", ["/home/ana/diary", "/home/ana/Dropboxes", "/home/ana/my cloud/diary", "/home/onedriver"]
)
def test_a_folder_of_another_name_is_none(folder: str) -> None:
    assert risky_place(Path(folder), lambda _: ()) is None


@pytest.mark.parametrize(
    ("mark", "service"),
    [(".stfolder", "Syncthing"), (".dropbox.cache", "Dropbox"), (".nextcloudsync.log", "Nextcloud")],
)
def test_a_folder_is_known_by_what_a_service_leaves_above_it_and_through_a_link(
    tmp_path: Path, mark: str, service: str
) -> None:
    (tmp_path / "shared" / "health" / "diary").mkdir(parents=True)
    (tmp_path / "shared" / mark).mkdir()
    (tmp_path / "diary").symlink_to(tmp_path / "shared" / "health" / "diary", target_is_directory=True)
    for folder in (tmp_path / "shared" / "health" / "diary", tmp_path / "diary"):
        assert risky_place(folder, lambda _: ()) == RiskyPlace(PlaceRisk.SYNCED, service)


def test_the_mounts_of_this_machine_are_read(tmp_path: Path) -> None:
    assert all(Path(place).is_absolute() and kind for place, kind in mounted(tmp_path))
