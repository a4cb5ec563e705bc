"""A folder in which a diary's file is in danger: a drive of the network, or one that another program copies elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from diary.language import tr


class PlaceRisk(StrEnum):
    """What is the matter with a place."""

    NETWORK = "network"
    """Its locks may hold nobody back, and what was written may come late."""
    SYNCED = "synced"
    """Another program copies the file, also in the midst of a change, and may bring back an older one."""


class WarnedAt(StrEnum):
    """Where a person is warned, once at each."""

    SCREEN = "screen"
    TERMINAL = "terminal"


@dataclass(frozen=True, slots=True)
class RiskyPlace:
    """Such a place."""

    risk: PlaceRisk
    name: str
    """Of the file system, or of the service."""

    @property
    def sentence(self) -> str:
        """What the matter is, and what to do."""
        return _SENTENCES[self.risk](self.name)


def _network_sentence(name: str) -> str:
    return tr(
        "The diary lies on a network drive ({name}). Two machines at once, or a lost connection, can damage it there. "
        "Keep it on this machine's own disk, and let the second folder for backups be on the drive."
    ).format(name=name)


def _synced_sentence(name: str) -> str:
    return tr(
        "The diary lies in a folder that {name} copies to other machines. Two copies at once can get mixed up. Keep it "
        "in a folder of its own outside, and let the second folder for backups be in there."
    ).format(name=name)


_SENTENCES = {PlaceRisk.NETWORK: _network_sentence, PlaceRisk.SYNCED: _synced_sentence}
