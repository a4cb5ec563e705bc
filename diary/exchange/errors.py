"""Every refusal of a file that was to be read, in words."""

from __future__ import annotations

from diary.language import tr
from diary.model.errors import DiaryError


class NotJsonError(DiaryError):
    """A file that is not JSON at all."""

    def __init__(self) -> None:
        super().__init__(tr("This file is not JSON. Choose a file that this diary exported."))


class NotOursError(DiaryError):
    """JSON of another program."""

    def __init__(self) -> None:
        super().__init__(tr("This file is not from a night cramp diary. Choose a file that this diary exported."))


class NewerFormatError(DiaryError):
    """A file that a later version of the program wrote."""

    def __init__(self, version: int, newest: int) -> None:
        super().__init__(
            tr(
                "This file has format {version} and this program reads up to format {newest}. Update the program first."
            ).format(version=version, newest=newest)
        )


class BrokenPartError(DiaryError):
    """A part of a file that cannot be read: which, and why."""

    def __init__(self, part: str, why: str) -> None:
        super().__init__(tr("{part} in this file cannot be read: {why}").format(part=part, why=why.rstrip(".") + "."))


class TwoNightsError(DiaryError):
    """One night that a file tells twice."""

    def __init__(self, morning: str) -> None:
        super().__init__(tr("This file tells the night to {morning} twice. Take one out.").format(morning=morning))


class WrongShapeError(DiaryError):
    """A field of another kind than it has in our files."""

    def __init__(self, name: str) -> None:
        super().__init__(tr("“{name}” is not what it has to be").format(name=name))


class UnknownFieldError(DiaryError):
    """A field that our files do not have."""

    def __init__(self, name: str) -> None:
        super().__init__(tr("“{name}” is not known").format(name=name))
