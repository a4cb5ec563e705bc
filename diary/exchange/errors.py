"""Every refusal of a file that was to be read or written, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.language import tr
from diary.model.clean_text import clean_line, legible_text, path_words
from diary.model.errors import DiaryError

if TYPE_CHECKING:
    from pathlib import Path

    from diary.model.causes import Cause


LONGEST_TEXT = 60
"""Characters of what stands in a file that a sentence holds."""


def short_text(text: str) -> str:
    """What stands in a file as a sentence can hold it."""
    clean = legible_text(clean_line(text))
    return clean if len(clean) <= LONGEST_TEXT else f"{clean[:LONGEST_TEXT]}…"


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


class DuplicateNightError(DiaryError):
    """One night that a file tells twice."""

    def __init__(self, morning: str) -> None:
        super().__init__(tr("This file tells the night to {morning} twice. Take one out.").format(morning=morning))


class WrongShapeError(DiaryError):
    """A field of another kind than it has in our files."""

    def __init__(self, name: str) -> None:
        super().__init__(
            tr("“{name}” holds another kind of value than the diary writes there; correct it in the file.").format(
                name=short_text(name)
            )
        )


class UnknownFieldError(DiaryError):
    """A field that our files do not have."""

    def __init__(self, name: str) -> None:
        super().__init__(
            tr("This version of the program knows no field “{name}”; update it, or take the field out.").format(
                name=short_text(name)
            )
        )


class MissingFieldError(DiaryError):
    """A field that a part cannot be without."""

    def __init__(self, name: str) -> None:
        super().__init__(tr("“{name}” is missing; add it to the file.").format(name=name))


class OtherTextError(DiaryError):
    """A text where only some texts can stand, and this is none of them."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__(
            tr("“{name}” holds “{text}”, which the diary never writes there; correct it in the file.").format(
                name=short_text(name), text=short_text(text)
            )
        )


class ForeignValueError(DiaryError):
    """A value at a place that nobody can name."""

    def __init__(self) -> None:
        super().__init__(tr("It holds a value that the diary never writes; correct it in the file."))


class DuplicateFieldError(DiaryError):
    """A field that one part has twice."""

    def __init__(self, name: str) -> None:
        super().__init__(tr("This file tells “{name}” twice in one place. Take one out.").format(name=short_text(name)))


class BrokenLineError(DiaryError):
    """A line of a table that does not end as tables do."""

    def __init__(self, line: int) -> None:
        super().__init__(
            tr("Line {n} of this table cannot be read. Save the table anew as CSV, and take that in.").format(n=line)
        )


class UnitNotChosenError(DiaryError):
    """Temperatures whose unit nobody named."""

    def __init__(self) -> None:
        super().__init__(
            tr("The file does not say whether it is in °C or °F. Add --unit celsius or --unit fahrenheit.")
        )


class UnclearDatesError(DiaryError):
    """Dates of which nobody can say which number is the day."""

    def __init__(self) -> None:
        super().__init__(
            tr(
                "The file does not show whether its dates begin with the day or the month. Export it with the year first, "
                "or more days of one month at once."
            )
        )


class SensorNotChosenError(DiaryError):
    """A file of several thermometers, of which nobody chose one."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(
            tr("The file has several sensors: {names}. Add --sensor and the name of the one in the bedroom.").format(
                names=", ".join(map(short_text, names))
            )
        )


class NoReadingsError(DiaryError):
    """A file of a thermometer that tells no temperature."""

    def __init__(self) -> None:
        super().__init__(tr("The file holds no temperature with a time. Export it anew, and take that in."))


class NotAFileError(DiaryError):
    """A folder where a file was to be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(tr("{path} is a folder; name a file in it.").format(path=path))


class NotAPlainFileError(DiaryError):
    """A disk, or a door of another program, where a file was to be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(tr("{path} is neither a file nor a pipe; choose another name.").format(path=path))


class ProtectedFileError(DiaryError):
    """A file that its person protected."""

    def __init__(self, path: Path) -> None:
        super().__init__(tr("{path} is protected against writing; choose another name.").format(path=path))


class NobodyReadsError(DiaryError):
    """A pipe without a reader."""

    def __init__(self, path: Path) -> None:
        super().__init__(tr("Nothing reads from {path} yet; start what is to read there first.").format(path=path))


class ToTerminalError(DiaryError):
    """Bytes that a terminal would take for orders."""

    def __init__(self) -> None:
        super().__init__(tr("A terminal cannot show this file; name one after --out, or send it on with “|” or “>”."))


class OtherFileError(DiaryError):
    """A file of another kind where one was to be written."""

    def __init__(self, path: Path, kind: str) -> None:
        super().__init__(
            tr("{path} is there already and is not {kind}; choose another name.").format(path=path, kind=kind)
        )


class NoFolderError(DiaryError):
    """A folder that was named and is not there."""

    def __init__(self, path: Path) -> None:
        super().__init__(tr("There is no folder {path}; make it first, or choose another.").format(path=path))


class NotAFileToReadError(DiaryError):
    """A pipe or a device that was to be taken in: it would be waited for, perhaps for ever."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            tr("{path} is a pipe or a device, and no file; save what comes from it to a file first.").format(
                path=path_words(path)
            )
        )


class CannotReadFileError(DiaryError):
    """A file that was to be taken in and cannot be read at all."""

    def __init__(self, path: Path, cause: Cause) -> None:
        super().__init__(
            tr("{path} cannot be read ({reason}). {Remedy}.").format(
                path=path_words(path), reason=cause.reason, Remedy=cause.advice
            )
        )


class CannotWriteError(DiaryError):
    """A place where no file can be written."""

    def __init__(self, path: Path, cause: Cause) -> None:
        super().__init__(
            tr("{path} cannot be written ({reason}). {Remedy}.").format(
                path=path, reason=cause.reason, Remedy=cause.advice
            )
        )


class NoRoomError(DiaryError):
    """A disk that is too full for a file."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            tr("{path} cannot be written: there is no room for it. Make room, or choose another place.").format(
                path=path
            )
        )


class FileInUseError(DiaryError):
    """A file that another program holds, or that is another's."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            tr("{path} is open in another program. Close it there first, or choose another name.").format(path=path)
        )
