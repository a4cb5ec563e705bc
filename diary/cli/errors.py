"""What a caller of the command line can get wrong, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.language import tr, trn
from diary.model.errors import DiaryError

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path


class NotADateError(DiaryError):
    """A text that is not a date, or a date that no diary keeps."""

    def __init__(self, text: str) -> None:
        super().__init__(tr("“{text}” is not a date that can be kept; write it like 2026-11-22.").format(text=text))


class NoFolderNamedError(DiaryError):
    """An empty --data."""

    def __init__(self) -> None:
        super().__init__(tr("No folder is named after --data. Name one, or leave --data out."))


class TwoSecondFoldersError(DiaryError):
    """A second folder for backups, and none."""

    def __init__(self) -> None:
        super().__init__(tr("Backups are kept in a second folder or in none; leave out --second or --no-second."))


class TwoRemediesError(DiaryError):
    """A backup and a salvage at once."""

    def __init__(self) -> None:
        super().__init__(tr("A diary is mended by a backup or by a salvage; leave out --backup or --salvage."))


class NoFileNamedError(DiaryError):
    """An empty --out."""

    def __init__(self) -> None:
        super().__init__(tr("No file is named after --out. Name one, like report.pdf."))


class NotASettingError(DiaryError):
    """A --set that does not name a factor and its answer."""

    def __init__(self, text: str) -> None:
        super().__init__(tr("“{text}” is not an answer; write it like --set socks=yes.").format(text=text))


class DuplicateAnswerError(DiaryError):
    """A factor that one command answers twice."""

    def __init__(self, key: str) -> None:
        super().__init__(tr("“{key}” is answered twice; keep one of the two.").format(key=key))


class NotUnderstoodError(DiaryError):
    """A word in a cramp that means nothing here."""

    def __init__(self, word: str) -> None:
        super().__init__(
            tr("“{word}” is not understood in a cramp; write it like “03:10 calf left 7 4min”.").format(word=word)
        )


class RepeatedFieldError(DiaryError):
    """A cramp that tells the same thing twice."""

    def __init__(self, what: str, word: str) -> None:
        super().__init__(tr("{what} is told twice in a cramp; take out “{word}”.").format(what=what, word=word))


class DayWithoutTimeError(DiaryError):
    """A cramp on a date of which no time is told."""

    def __init__(self, day: dt.date) -> None:
        super().__init__(tr("{day} tells no time; write it with one, like “{day} 03:10”.").format(day=day.isoformat()))


class EmptyCrampError(DiaryError):
    """A cramp of which nothing was told."""

    def __init__(self) -> None:
        super().__init__(tr("Nothing is told of this cramp; where nothing is known, write --cramp unknown."))


class QuietAndCrampsError(DiaryError):
    """A night that one command calls quiet and a cramp night."""

    def __init__(self) -> None:
        super().__init__(tr("A night is either quiet or had cramps; leave out --quiet or --cramp."))


class NothingToLogError(DiaryError):
    """A log command that says nothing."""

    def __init__(self) -> None:
        super().__init__(tr("Nothing was said of the night; add --quiet, --cramp, --set or --note."))


class CrampsWouldBeLostError(DiaryError):
    """A night called quiet that has cramps in the diary."""

    def __init__(self, morning: dt.date, cramps: int) -> None:
        super().__init__(
            trn(
                "The night to {morning} has {count} cramp in the diary, which --quiet would take out; "
                "take it out in the diary's window first.",
                "The night to {morning} has {count} cramps in the diary, which --quiet would take out; "
                "take them out in the diary's window first.",
                cramps,
            ).format(morning=morning.isoformat(), count=cramps)
        )


class TextNotReadableError(DiaryError):
    """A text in bytes that are not characters."""

    def __init__(self, option: str) -> None:
        super().__init__(
            tr("The text of {option} holds characters that cannot be read; type it anew.").format(option=option)
        )


class NotAnExportError(DiaryError):
    """A place that says nothing of what is to be written there."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            tr("{path} is no folder that is there, and does not end in .json or .csv; choose one of these.").format(
                path=path
            )
        )


class OnlyWholeError(DiaryError):
    """Chosen nights of a file that holds everything."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            tr("{path} will hold everything; leave out --from and --to, or choose a name that ends in .csv.").format(
                path=path
            )
        )


class NotASheetNameError(DiaryError):
    """A name of a file of another kind for the bedside sheet."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            tr("{path} would be taken for a file of another kind; choose a name that ends in .pdf.").format(path=path)
        )


class NotAReportNameError(DiaryError):
    """A name of a file of another kind for the report."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            tr("{path} would be taken for a file of another kind; choose a name that ends in .pdf or .html.").format(
                path=path
            )
        )
