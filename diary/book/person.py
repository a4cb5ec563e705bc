"""The person who keeps the diary: who they are, what changed on which day, and what they chose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.book.open_diary import synchronized
from diary.model.errors import UnknownFactorError
from diary.model.exposures import exposures_by_key, exposures_of
from diary.model.suspicion import FIRST_LOOK, SuspicionTooLateError
from diary.model.suspicion_acts import NameSuspicion
from diary.store.change import Change, Records

if TYPE_CHECKING:
    from diary.book.open_diary import OpenDiary
    from diary.model.marker_acts import Markers, MarkersAct
    from diary.model.preferences import Preferences
    from diary.model.profile import Profile
    from diary.model.profile_acts import ProfileAct
    from diary.model.report_choices import ReportChoices


class DiaryPerson:
    """Profile, markers, preferences, and what the report is to hold."""

    def __init__(self, diary: OpenDiary) -> None:
        self._diary = diary

    def profile(self) -> Profile:
        """What the diary knows of the person."""
        return self._diary.store.profile()

    def markers(self) -> Markers:
        """What changed on which day, oldest first."""
        return self._diary.store.markers()

    def preferences(self) -> Preferences:
        """How the person wants the diary to look and to measure."""
        return self._diary.store.preferences()

    def report_choices(self) -> ReportChoices:
        """What the person wanted in the report the last time, and when that was."""
        return self._diary.store.report_choices()

    @synchronized
    def change_profile(self, act: ProfileAct) -> Profile:
        """Do one act on the profile as the diary holds it now; gives it as it is saved."""
        before = self.profile()
        after = act.on(before, self._diary.now().date())
        if after == before:
            return before
        after.refuse_future(self._diary.latest_wall_time().date(), before)
        self._diary.store.keep(Change(act.words, before=Records(profile=before), after=Records(profile=after)))
        return self.profile()

    @synchronized
    def name_suspicion(self, key: str | None) -> Profile:
        """Name what is suspected, by the key of its exposure; None takes the suspicion back.

        Raises SuspicionTooLateError after the first look, and UnknownFactorError where nights are not compared by it.
        """
        before = self.profile().suspicion
        if key is not None and (before is None or before.key != key):
            self._refuse_suspicion(key)
        return self.change_profile(NameSuspicion(key))

    def can_name_suspicion(self) -> bool:
        """Whether the first look is still to come."""
        return sum(night.logged for night in self._diary.store.nights()) < FIRST_LOOK

    def _refuse_suspicion(self, key: str) -> None:
        if key not in exposures_by_key(exposures_of(self._diary.catalogue())):
            raise UnknownFactorError(key)
        if not self.can_name_suspicion():
            raise SuspicionTooLateError

    @synchronized
    def change_markers(self, act: MarkersAct) -> Markers:
        """Do one act on the markers as the diary holds them now; gives them as they are saved."""
        before = self.markers()
        after = act.on(before, self._diary.now().date())
        if after == before:
            return before
        self._diary.store.keep(Change(act.words, before=Records(markers=before), after=Records(markers=after)))
        return self.markers()

    @synchronized
    def keep_preferences(self, preferences: Preferences) -> Preferences:
        """Keep how the person wants the diary to look and to measure."""
        self._diary.store.keep_preferences(preferences)
        return preferences

    @synchronized
    def keep_report_choices(self, choices: ReportChoices) -> ReportChoices:
        """Keep what the person wants in the report."""
        self._diary.store.keep_report_choices(choices)
        return choices
