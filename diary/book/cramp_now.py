"""The cramp that a person has at this moment: begun, told where it is, and ended, which measures it.

The cramp is in its night from the first tap on, whatever happens then. That it is being timed hangs on two things at
once: the note of when it began, and a cramp of that time in the night without a length. So it is over as soon as
somebody takes it back, removes it or says how long it was, on whichever page or command line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.book.cramp_start_file import read_start, remove_start, write_start
from diary.book.open_diary import synchronized
from diary.model.mornings import is_in_bed, morning_of
from diary.model.night import Cramp
from diary.model.night_acts import AddCramp, ChangeCramp
from diary.model.running_cramp import CrampStart, NoCrampRunningError, NotInBedError, RunningCramp

if TYPE_CHECKING:
    from diary.book.nights import DiaryNights
    from diary.book.open_diary import OpenDiary


class DiaryCrampNow:
    """The cramp that is timed."""

    def __init__(self, diary: OpenDiary, nights: DiaryNights) -> None:
        self._diary = diary
        self._nights = nights

    @synchronized
    def running(self) -> RunningCramp | None:
        """The cramp that is timed now; None where there is none, or it was forgotten. Raises DamagedNightError."""
        start = read_start(self._diary.store.folder)
        if start is None or start.is_forgotten(self._diary.moment()):
            return None
        cramps = self._nights.get(start.morning).cramps or ()
        untimed = [cramp for cramp in cramps if cramp.at == start.at and cramp.minutes is None]
        return RunningCramp(start, untimed[-1]) if untimed else None

    @synchronized
    def start(self) -> RunningCramp:
        """Begin a cramp in the night under way; one that is timed already goes on.

        Raises NotInBedError, and what keeps a cramp from being saved.
        """
        running = self.running()
        if running is not None:
            return running
        now, moment = self._diary.now(), self._diary.moment()
        if not is_in_bed(now):
            raise NotInBedError
        start = CrampStart(morning_of(now), now, moment)
        self._nights.perform(start.morning, AddCramp(Cramp(at=now, key=self._nights.new_cramp_key())))
        write_start(self._diary.store.folder, start)
        running = self.running()
        if running is None:  # another program changed the night in this moment
            raise NoCrampRunningError
        return running

    @synchronized
    def end(self) -> Cramp:
        """End the cramp that is timed; gives it with its minutes. Raises NoCrampRunningError."""
        running = self.running()
        if running is None:
            remove_start(self._diary.store.folder)  # of one that was forgotten or taken back
            raise NoCrampRunningError
        minutes = running.start.minutes(self._diary.moment())
        night = self._nights.perform(
            running.start.morning, ChangeCramp(running.cramp.key or 0, (("minutes", minutes),))
        )
        remove_start(self._diary.store.folder)
        return next(cramp for cramp in night.cramps or () if cramp.key == running.cramp.key)
