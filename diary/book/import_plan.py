"""What taking in a file would do to the diary, before anything is done; and the act that does it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diary.exchange.contents import Contents
from diary.language import mark, tr
from diary.model.errors import DiaryError
from diary.model.merged_night import MergedNight, merge_nights
from diary.model.merged_profile import merge_profiles
from diary.model.merging import Differing, Disagreement
from diary.model.mornings import night_name
from diary.model.night import Night
from diary.model.preferences import Preferences
from diary.model.profile import Marker, Profile
from diary.model.progress import UNWATCHED, Progress
from diary.model.question_union import join_questions
from diary.model.questions import Questions
from diary.model.report_choices import ReportChoices
from diary.model.same_name import name_key
from diary.model.wall_time import latest_wall_time_on_earth
from diary.store.change import Change, Records

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from diary.model.factors import Catalogue


class DamagedHereError(DiaryError):
    """A night of a file whose place in the diary cannot be read."""

    def __init__(self) -> None:
        super().__init__(tr("What the diary holds of it cannot be read, and stays as it is."))


@dataclass(frozen=True, slots=True)
class ImportRefusal:
    """A night of the file that cannot be taken in, and why."""

    morning: dt.date
    reason: str

    @property
    def sentence(self) -> str:
        """Both in one line. By its date: a night outside the calendar has no evening to be named by."""
        return f"{self.morning.isoformat()}: {self.reason}"


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What a file holds, and what of it the diary would take."""

    in_file: tuple[dt.date, ...] = ()
    """The mornings of its nights, oldest first."""
    new_nights: tuple[Night, ...] = ()
    changed_nights: tuple[tuple[Night, Night], ...] = ()
    """Nights that the diary holds and that would gain or change something: as they are, and as they would be."""
    disagreements: tuple[Disagreement, ...] = ()
    refusals: tuple[ImportRefusal, ...] = ()
    new_markers: tuple[Marker, ...] = ()
    questions: Questions | None = None
    """Those of both, where the file has some that the diary lacks."""
    profile: Profile | None = None
    """That of both, where it is another than the diary's."""
    preferences: Preferences | None = None
    """The file's, where the diary has none; no step of undo takes them back."""
    report_choices: ReportChoices | None = None
    left_out: tuple[str, ...] = ()
    """What the file holds and tells of no night, in words."""

    @property
    def is_empty(self) -> bool:
        """Whether the diary would stay as it is."""
        parts = (self.questions, self.profile, self.preferences, self.report_choices)
        return not (self.new_nights or self.changed_nights or self.new_markers) and parts == (None,) * len(parts)


@dataclass(frozen=True, slots=True)
class PresentDiary:
    """What a file is taken into."""

    contents: Contents
    damaged: frozenset[dt.date]
    """The mornings of nights that cannot be read."""
    moment: dt.datetime
    """The present one."""


def plan_import(
    present: PresentDiary, contents: Contents, differing: Differing, progress: Progress = UNWATCHED
) -> ImportPlan:
    """What taking in these contents would do. Raises a refusal where they cannot be taken in at all."""
    here, now = present.contents, latest_wall_time_on_earth(present.moment)
    union = join_questions(here.questions, contents.questions)
    theirs = _with_keys(contents.without_places(), union.keys)
    profile = merge_profiles(here.profile, theirs.profile, differing)
    profile.profile.refuse_future(now.date(), here.profile)
    merger = _NightMerger(present, differing, union.questions.catalogue)
    merged = merger.merge_all(progress.each(tr("Comparing it with your diary"), theirs.nights))
    changed = tuple(
        (merger.here[each.night.morning], each.night) for each in merged if each.night.morning in merger.here
    )
    return ImportPlan(
        in_file=tuple(night.morning for night in theirs.nights),
        new_nights=tuple(each.night for each in merged if each.night.morning not in merger.here),
        changed_nights=tuple((before, after) for before, after in changed if before != after),
        disagreements=(
            *profile.disagreements,
            *(disagreement for each in merged for disagreement in each.disagreements),
        ),
        refusals=tuple(merger.refusals),
        new_markers=_new_markers(here.markers, theirs.markers),
        questions=union.questions if union.questions != here.questions else None,
        profile=profile.profile if profile.profile != here.profile else None,
        preferences=theirs.preferences if here.preferences == Preferences() != theirs.preferences else None,
        report_choices=theirs.report if here.report == ReportChoices() != theirs.report else None,
        left_out=theirs.left_out,
    )


def import_change(plan: ImportPlan, here: Contents) -> Change | None:
    """The one act that does what is planned for a diary that holds this; None where there is nothing to do."""
    nights_before = (
        *(Night(night.morning) for night in plan.new_nights),
        *(before for before, _ in plan.changed_nights),
    )
    after = Records(
        (*plan.new_nights, *(after for _, after in plan.changed_nights)),
        plan.profile,
        (*here.markers, *plan.new_markers) if plan.new_markers else None,
        plan.questions,
    )
    before = Records(
        nights_before,
        here.profile if plan.profile is not None else None,
        here.markers if plan.new_markers else None,
        here.questions if plan.questions is not None else None,
    )
    return Change(mark("File taken in"), before=before, after=after) if after != Records() else None


class _NightMerger:
    """Makes one of each night of the file and the diary's, and notes what cannot be."""

    def __init__(self, present: PresentDiary, differing: Differing, catalogue: Catalogue) -> None:
        self.here = {night.morning: night for night in present.contents.nights}
        self.refusals: list[ImportRefusal] = []
        self._damaged = present.damaged
        self._now = latest_wall_time_on_earth(present.moment)
        self._differing = differing
        self._catalogue = catalogue

    def merge_all(self, nights: Iterable[Night]) -> tuple[MergedNight, ...]:
        """The nights that can be taken in."""
        return tuple(each for each in map(self._merge_or_note, nights) if each is not None)

    def _merge_or_note(self, night: Night) -> MergedNight | None:
        try:
            return self._merge(night)
        except DiaryError as refusal:
            self.refusals.append(ImportRefusal(night.morning, str(refusal)))
            return None

    def _merge(self, night: Night) -> MergedNight:
        if night.morning in self._damaged:
            raise DamagedHereError
        here = self.here.get(night.morning, Night(night.morning))
        night.refuse_future(self._now, here)
        for key, answer in night.answers.items():
            self._catalogue.get(key).check(answer.value)
        return merge_nights(here, night, self._differing, self._catalogue, night_name(night.morning))


def _with_keys(contents: Contents, keys: Mapping[str, str]) -> Contents:
    """The contents with answers and suspicion under the keys that their questions have in the diary."""
    if not keys:
        return contents
    nights = (
        replace(night, answers={keys.get(key, key): answer for key, answer in night.answers.items()})
        for night in contents.nights
    )
    suspicion = contents.profile.suspicion and contents.profile.suspicion.with_keys(keys)
    return replace(contents, nights=tuple(nights), profile=replace(contents.profile, suspicion=suspicion))


def _new_markers(ours: tuple[Marker, ...], theirs: tuple[Marker, ...]) -> tuple[Marker, ...]:
    present = {(marker.day, name_key(marker.text)) for marker in ours}
    return tuple(marker for marker in theirs if (marker.day, name_key(marker.text)) not in present)
