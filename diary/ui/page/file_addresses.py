"""Where a page's files and pictures can be fetched; the local server gives each its address, behind its guard."""

from __future__ import annotations

from typing import Protocol


class PictureAddresses(Protocol):
    """The pictures on the screens."""

    def address(self, png: bytes) -> str:
        """The address of a picture."""


class FileAddresses(Protocol):
    """Files that a page hands to its person."""

    @property
    def pictures(self) -> PictureAddresses:
        """The pictures on the screens."""

    def offer(self, name: str, data: bytes, media_type: str) -> str:
        """The address at which the file can be taken once."""

    def show(self, name: str, data: bytes, media_type: str) -> str:
        """The address at which the file can be looked at."""
