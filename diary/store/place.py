"""Whether a folder lies on a drive of the network, or where another program copies it to other machines."""

from __future__ import annotations

import re
import sys
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from diary.model.risky_place import PlaceRisk, RiskyPlace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

NETWORK_FILE_SYSTEM = re.compile(
    r"(fuse\.)?(9p|afpfs|afs|ceph|cifs|davfs2?|gfs2|glusterfs|gvfsd-fuse|lustre|ncpfs|nfs[34]?|ocfs2|rclone|s3fs|smb[23]?"
    r"|smbfs|smbnetfs|sshfs|virtiofs|webdav)"
)
"""What `mount` calls them."""
SERVICES = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud drive": "iCloud Drive",
    "iclouddrive": "iCloud Drive",
    "mobile documents": "iCloud Drive",
    "com~apple~clouddocs": "iCloud Drive",
    "syncthing": "Syncthing",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "box sync": "Box",
    "pcloud drive": "pCloud",
    "megasync": "MEGA",
    "resilio sync": "Resilio Sync",
}
"""What such services call their folders, in small letters; some add a name, as in “OneDrive - Clinic”."""
MARKS = {
    ".stfolder": "Syncthing",
    ".stversions": "Syncthing",
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".tmp.driveupload": "Google Drive",
}
"""What they leave in the uppermost folder that they copy, and nowhere else in a home."""
SEPARATORS = " -_("
MOUNTS = Path("/proc/self/mountinfo")
ESCAPES = {r"\040": " ", r"\011": "\t", r"\012": "\n", r"\134": "\\"}
REMOTE_DRIVE = 4
"""What Windows calls a drive of the network."""
PATIENCE = 2.0
"""Seconds that macOS may take to list what is mounted."""


def risky_place(folder: Path, mounts: Callable[[Path], Iterable[tuple[str, str]]] | None = None) -> RiskyPlace | None:
    """What is the matter with a folder as a place for a diary; None where nothing is known.

    `mounts` gives folders in which something is mounted, with its file system.
    """
    real = _resolved(folder)
    file_system = _file_system(real, (mounts or mounted)(real))
    if NETWORK_FILE_SYSTEM.fullmatch(file_system):
        return RiskyPlace(PlaceRisk.NETWORK, file_system)
    for path in (folder.absolute(), real):
        if service := _service(path):
            return RiskyPlace(PlaceRisk.SYNCED, service)
    return None


def mounted(folder: Path) -> Iterator[tuple[str, str]]:
    """What is mounted on this machine; nothing where the system does not say."""
    if sys.platform == "win32":
        yield from _windows_drive(folder)
    elif sys.platform == "darwin":
        yield from mounts_of_macos(_output_of("/sbin/mount"))
    else:
        try:
            yield from mounts_of_linux(MOUNTS.read_text("utf-8", "surrogateescape"))
        except OSError:
            return


def mounts_of_linux(text: str) -> Iterator[tuple[str, str]]:
    """What /proc/self/mountinfo tells."""
    for line in text.splitlines():
        before, _, after = line.partition(" - ")
        places, kinds = before.split(" "), after.split(" ")
        if len(places) > 4 and kinds[0]:
            place = places[4]
            for escape, character in ESCAPES.items():
                place = place.replace(escape, character)
            yield place, kinds[0]


def mounts_of_macos(text: str) -> Iterator[tuple[str, str]]:
    """What `mount` tells there: “//ana@nas/home on /Volumes/home (smbfs, nodev)”."""
    for line in text.splitlines():
        before, _, kinds = line.rpartition(" (")
        _, on, place = before.partition(" on ")
        if on:
            yield place, kinds.rstrip(")").split(",")[0]


def _windows_drive(folder: Path) -> Iterator[tuple[str, str]]:
    if folder.drive.startswith("\\\\"):
        yield folder.anchor, "smb"
        return
    import ctypes

    windll = getattr(ctypes, "windll", None)
    if windll is not None and windll.kernel32.GetDriveTypeW(folder.anchor) == REMOTE_DRIVE:
        yield folder.anchor, "smb"


def _output_of(program: str) -> str:
    import subprocess  # only for this system

    try:
        run = subprocess.run([program], capture_output=True, text=True, timeout=PATIENCE, check=False)  # noqa: S603  # the system's own
    except (OSError, ValueError, subprocess.SubprocessError):
        return ""
    return run.stdout


def _resolved(folder: Path) -> Path:
    try:
        return folder.resolve()
    except (OSError, RuntimeError):
        return folder.absolute()


def _file_system(folder: Path, mounts: Iterable[tuple[str, str]]) -> str:
    """The file system of the innermost place that is mounted around the folder; of two at one place the later."""
    found, depth = "", -1
    for place, file_system in mounts:
        path = PurePath(place)
        if len(path.parts) >= depth and folder.is_relative_to(path):
            found, depth = file_system, len(path.parts)
    return found


def _service(folder: Path) -> str:
    """The service that copies this folder, or one around it; empty where none is known."""
    for path in (folder, *folder.parents):
        name = path.name.casefold()
        for known, service in SERVICES.items():
            if name == known or (name.startswith(known) and name[len(known)] in SEPARATORS):
                return service
        for mark, service in MARKS.items():
            if _exists(path / mark):
                return service
    return ""


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False
