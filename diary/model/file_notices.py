"""What was noticed of the diary's file when it was opened, and is said until the person has seen it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from diary.language import tr, trn
from diary.model.mornings import day_name


class NoticeKind(StrEnum):
    """What became of the file while the program did not have it open."""

    LACKING = "lacking"
    """It holds less than was saved in it: an older copy, or one without the log that lay beside it."""
    ALTERED = "altered"
    """It holds what this program did not write."""
    LOG_SET_ASIDE = "log_set_aside"
    """Beside it lay the log of another copy, which was set aside."""
    LOG_NOT_READ = "log_not_read"
    """Beside it lies the log of another copy, which was left there by one who only reads."""
    BEGUN_ANEW = "begun_anew"
    """It is new, and the one that lay there before is gone."""
    SALVAGED = "salvaged"
    """It was saved from a damaged one."""


@dataclass(frozen=True, slots=True)
class FileNotice:
    """Something that was noticed of the file."""

    kind: NoticeKind
    noticed_on: dt.date
    changes: int = 0
    """How many that were saved are not in it."""
    saved_at: dt.datetime | None = None
    """When the newest of them was saved."""
    name: str = ""
    """The name of the file that was set aside."""
    text: str = ""
    """Of a salvage: how many nights of how many."""

    @property
    def sentence(self) -> str:
        """What was noticed, and what to do."""
        return _SENTENCES[self.kind](self)


def _lacking_sentence(notice: FileNotice) -> str:
    return trn(
        "{n} change that was saved here by {saved} is not in the file, which is an older copy or one without the "
        "“diary.db-wal” that lay beside it (noticed on {day}). If it is missed, bring back both files together.",
        "{n} changes that were saved here by {saved} are not in the file, which is an older copy or one without the "
        "“diary.db-wal” that lay beside it (noticed on {day}). If they are missed, bring back both files together.",
        notice.changes,
    ).format(n=notice.changes, saved=_saved_words(notice), day=_day(notice.noticed_on))


def _altered_sentence(notice: FileNotice) -> str:
    return tr(
        "The file is not as this program left it: it was damaged, or another program wrote to it (noticed on {day}). An "
        "answer may be wrong that looks right. If you have a backup from before, compare the two."
    ).format(day=_day(notice.noticed_on))


def _log_set_aside_sentence(notice: FileNotice) -> str:
    return tr(
        "The “diary.db-wal” beside the file was that of another copy of the diary. It was set aside as “{name}”, and "
        "nothing of it is in this one (noticed on {day})."
    ).format(name=notice.name, day=_day(notice.noticed_on))


def _log_not_read_sentence(_notice: FileNotice) -> str:
    return tr(
        "The “diary.db-wal” beside the file is that of another copy of the diary, so nothing of it was read. When the "
        "diary is opened, it is set aside."
    )


def _begun_anew_sentence(notice: FileNotice) -> str:
    return tr(
        "The diary that was kept here until {saved} is gone, so a new one was begun (noticed on {day}). If you did not "
        "remove it, look where “diary.db” went, or in your backup."
    ).format(saved=_saved_words(notice), day=_day(notice.noticed_on))


def _salvaged_sentence(notice: FileNotice) -> str:
    return tr(
        "This diary was saved from a damaged file on {day}: {nights}. What is lost is listed in “{name}” in “backups”. An "
        "answer may be wrong that looks right. If you have a backup from before, compare the two."
    ).format(day=_day(notice.noticed_on), nights=notice.text, name=notice.name)


def _saved_words(notice: FileNotice) -> str:
    if notice.saved_at is None:
        return tr("an unknown day")
    return f"{_day(notice.saved_at.date())}, {notice.saved_at:%H:%M}"


def _day(day: dt.date) -> str:
    return day_name(day, year=True)


_SENTENCES = {
    NoticeKind.LACKING: _lacking_sentence,
    NoticeKind.ALTERED: _altered_sentence,
    NoticeKind.LOG_SET_ASIDE: _log_set_aside_sentence,
    NoticeKind.LOG_NOT_READ: _log_not_read_sentence,
    NoticeKind.BEGUN_ANEW: _begun_anew_sentence,
    NoticeKind.SALVAGED: _salvaged_sentence,
}
