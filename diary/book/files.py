"""Other files: what goes out of the diary, and what is taken in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diary.book.open_diary import synchronized
from diary.exchange.contents import Contents
from diary.exchange.own_json import dump, load
from diary.language import tr
from diary.model.backups import BackupReason
from diary.model.damage import damaged_sentence
from diary.model.factors import OWN_PREFIX
from diary.model.merging import Differing
from diary.model.period import ALL_TIME, Period
from diary.model.progress import UNWATCHED, Progress
from diary.store.place import risky_place

if TYPE_CHECKING:
    from diary.book.backups import DiaryBackups
    from diary.book.import_plan import ImportPlan, PresentDiary
    from diary.book.nights import DiaryNights
    from diary.book.open_diary import OpenDiary
    from diary.book.person import DiaryPerson
    from diary.book.questions import DiaryQuestions
    from diary.exchange.csv_tables import CsvTables
    from diary.model.damage import DamagedRecord
    from diary.model.factors import Catalogue
    from diary.model.file_notices import FileNotice
    from diary.model.night import Night
    from diary.model.report_choices import ReportChoices
    from diary.model.risky_place import RiskyPlace, WarnedAt


class DiaryFiles:
    """Everything that the diary holds, as a file, and back; and the diary's own file."""

    def __init__(
        self,
        diary: OpenDiary,
        nights: DiaryNights,
        questions: DiaryQuestions,
        person: DiaryPerson,
        backups: DiaryBackups,
    ) -> None:
        self._diary = diary
        self._nights = nights
        self._questions = questions
        self._person = person
        self._backups = backups

    def notices(self) -> tuple[FileNotice, ...]:
        """What was noticed of the diary's file when it was opened, and was not seen yet."""
        return self._diary.store.file_notices()

    def place_warning(self, where: WarnedAt) -> str:
        """What is the matter with the place in which the diary lies, once on each of both; empty where nothing is."""
        place = self._diary.store.place_warning(where)
        return place.sentence if place else ""

    def risky_place(self) -> RiskyPlace | None:
        """What is the matter with that place, each time."""
        return risky_place(self._diary.store.folder)

    def forget_notices(self) -> None:
        """Say no more what was noticed of the file: the person has seen it."""
        self._diary.store.forget_file_notices()

    def check(self) -> tuple[str, ...]:
        """What is wrong with the diary's file, in words; empty where it is whole."""
        return self._diary.store.check()

    def damaged_records(self) -> tuple[DamagedRecord, ...]:
        """Everything but nights that cannot be read: answers of the profile, medicines, markers, questions, choices."""
        return self._diary.store.damaged_records()

    def missing_sentences(self) -> tuple[str, ...]:
        """What beside nights may be missing wherever something is shown or counted, a sentence each."""
        return self._diary.missing_sentences()

    def contents(self) -> Contents:
        """Everything that the diary keeps and that can be read."""
        questions = self._questions.current()
        return Contents(
            tuple(_without_lost_questions(night, questions.catalogue) for night in self._nights.all()),
            self._person.profile(),
            self._person.markers(),
            self._person.preferences(),
            questions,
            self._person.report_choices(),
            self.left_out_sentence(),
        )

    def left_out_sentence(self, period: Period = ALL_TIME) -> str:
        """What a file or report over a period leaves out, since it cannot be read; empty where nothing."""
        sentences = (damaged_sentence(self._nights.damaged(period)), *self.missing_sentences())
        return " ".join(filter(None, sentences))

    def export_json(self) -> bytes:
        """Everything that the diary keeps, as the diary's own JSON."""
        return dump(self.contents(), created_at=self._diary.moment())

    def export_csv(self, period: Period = ALL_TIME, choices: ReportChoices | None = None) -> CsvTables:
        """The nights, their cramps and what was asked, as tables.

        With choices, only the nights and notes that the report shows; without, all.
        """
        from diary.exchange.csv_tables import csv_tables

        nights = self._nights.between(period)
        return csv_tables(choices.shown_nights(nights) if choices else nights, self._diary.catalogue())

    def export_person(self, choices: ReportChoices | None = None) -> bytes:
        """Medicines, conditions, what was tried and the markers, as one table; with choices, what the report shows."""
        from diary.exchange.person_table import person_csv

        return person_csv(self._person.profile(), self._person.markers(), choices)

    def plan_import(
        self, contents: Contents, differing: Differing = Differing.KEEP, progress: Progress = UNWATCHED
    ) -> ImportPlan:
        """What taking in a file would do to the diary as it is now; nothing is changed.

        Raises a refusal where nothing of it can be taken in.
        """
        from diary.book.import_plan import plan_import

        return plan_import(self._present(), contents, differing, progress)

    def import_json(self, data: bytes) -> ImportPlan:
        """Take in a file of the diary's own JSON; what the diary holds already stays. Raises a refusal."""
        return self.import_contents(load(data))

    @synchronized
    def import_contents(
        self, contents: Contents, differing: Differing = Differing.KEEP, progress: Progress = UNWATCHED
    ) -> ImportPlan:
        """Take in what a file holds, in one act; gives what was done. The same file twice adds nothing.

        Raises WorkCancelledError, with the diary as it was, where that comes in time.
        """
        from diary.book.import_plan import import_change, plan_import

        present = self._present()
        plan = plan_import(present, contents, differing, progress)
        change = import_change(plan, present.contents)
        if not plan.is_empty:
            progress.step(tr("Backing up your diary"))
            self._backups.before(BackupReason.IMPORT)
            progress.step(tr("Saving"))
            self._diary.store.keep(
                change, preferences=plan.preferences, report_choices=plan.report_choices, progress=progress
            )
        return plan

    def _present(self) -> PresentDiary:
        from diary.book.import_plan import PresentDiary

        damaged = frozenset(night.morning for night in self._nights.damaged() if night.morning is not None)
        return PresentDiary(self.contents(), damaged, self._diary.moment())


def _without_lost_questions(night: Night, catalogue: Catalogue) -> Night:
    """The night without answers to questions that cannot be read: a file that held them could not be taken in."""
    unknown = [key for key in night.answers if key.startswith(OWN_PREFIX) and key not in catalogue]
    return replace(night, answers={k: v for k, v in night.answers.items() if k not in unknown}) if unknown else night
