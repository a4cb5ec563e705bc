"""The one door through which screens and commands reach the diary: one method an act.

Every act is one transaction and one step of undo. Findings, charts and reports load their slow libraries where they
are first needed, so that opening a diary stays quick. All methods may be called from any thread.
"""

from __future__ import annotations

from dataclasses import replace
from functools import wraps
from threading import RLock
from typing import TYPE_CHECKING, Any, TypeVar, cast

from diary import paths
from diary.cache import Cache
from diary.charts.catalogue import PLAIN
from diary.exchange.contents import Contents
from diary.exchange.own_json import dump, load
from diary.language import mark
from diary.model.errors import BackwardsError, NothingToCopyError
from diary.model.mornings import DAY, latest_night
from diary.model.night import Answer, Cramp, Night
from diary.model.preferences import Preferences
from diary.model.profile import Profile
from diary.model.questions import Questions
from diary.model.report_choices import ReportChoices
from diary.store.change import Change, Records
from diary.store.store import Store

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from diary.analysis.before_after import BeforeAfter
    from diary.analysis.cold_line import ColdLine
    from diary.analysis.finding import Finding
    from diary.analysis.trend import Trend
    from diary.charts.catalogue import Options
    from diary.charts.look import Look
    from diary.charts.make import ChartContent, ChartDrawing, ChartImage
    from diary.exchange.csv_tables import CsvTables
    from diary.model.compared import Compared
    from diary.model.factors import Catalogue, Value
    from diary.model.own_factors import OwnKind
    from diary.model.profile import Marker
    from diary.model.triggers import Lines
    from diary.report.make import MadeReport

    Clock = Callable[[], dt.datetime]

Act = TypeVar("Act", bound="Callable[..., Any]")

LOOKS_KEPT = 4
"""Verdicts kept by the nights they were made from: an answer on a later night asks for no new ones."""
LOOK_BACK_FOR_MISSED = 7
"""Days for which Log offers nights that were not logged."""


def _whole_act(act: Act) -> Act:
    """An act that reads, changes and keeps with no other act in between: else two tabs could lose an answer."""

    @wraps(act)
    def alone(diary: Diary, *args: Any, **kwargs: Any) -> Any:
        with diary._one_act_at_a_time:  # noqa: SLF001  # its own class's lock
            return act(diary, *args, **kwargs)

    return cast("Act", alone)


class Diary:
    """The diary of one person, open in one folder."""

    def __init__(self, store: Store, *, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._cache = Cache()
        self._looks = Cache(LOOKS_KEPT)
        self._whole = Cache(1)
        self._pictures = Cache()
        self._one_act_at_a_time = RLock()

    @classmethod
    def open(cls, folder: Path, *, clock: Clock, writable: bool = True) -> Diary:
        """The diary in this folder, made where there is none.

        The clock gives the present moment with its time zone. Raises a refusal where the folder cannot be used, the
        file is not a diary, or, for writing, another program has the diary open.
        """
        return cls(Store.open(folder, clock=clock, writable=writable), clock=clock)

    def close(self) -> None:
        """Close the diary; everything is saved already."""
        self._store.close()

    @property
    def folder(self) -> Path:
        """Where the diary lies."""
        return self._store.folder

    def now(self) -> dt.datetime:
        """The present moment in local wall time, to the minute, as nights and cramps are told."""
        return self._clock().replace(tzinfo=None, second=0, microsecond=0)

    def latest_night(self) -> dt.date:
        """The morning of the latest night that a count up to now holds."""
        now = self.now()
        return latest_night(now, logged=any(night.logged for night in self.nights(now.date(), now.date())))

    def version(self) -> str:
        """What changes whenever the diary does: charts and findings are kept for as long as this stays."""
        return self._store.version()

    # Nights

    def catalogue(self) -> Catalogue:
        """All factors: what the diary asks from the start, then the person's own; `asked` has those on the form."""
        return self.questions().catalogue

    def night(self, morning: dt.date) -> Night:
        """The night to this morning; blank where nothing is known of it."""
        return self._store.night(morning)

    def nights(self, first: dt.date | None = None, last: dt.date | None = None) -> list[Night]:
        """The nights with anything told, from the first morning to the last, oldest first."""
        if first and last and last < first:
            raise BackwardsError(first, last)
        if first or last:
            return self._store.nights(first, last)
        return list(self._whole.get(self.version(), "nights", self._store.nights))

    def missed_lately(self) -> list[dt.date]:
        """The mornings of the last seven days, newest first, whose nights were not logged.

        Mornings before the first night of the diary were not missed.
        """
        today = self.now().date()
        told = {night.morning: night.logged for night in self.nights(today - LOOK_BACK_FOR_MISSED * DAY, today)}
        begun = min(told, default=today)
        days = (today - back * DAY for back in range(1, LOOK_BACK_FOR_MISSED + 1))
        return [day for day in days if day > begun and not told.get(day, False)]

    @_whole_act
    def answer(self, morning: dt.date, key: str, *, value: Value | None) -> Night:
        """Answer one factor of a night; None takes the answer back."""
        night = self.night(morning)
        if value is None:
            return self._keep_night(mark("Answer taken back"), night, night.without_answer(key))
        factor = self.catalogue().get(key)
        return self._keep_night(mark("Answer saved"), night, night.answering(factor, value, self._clock()))

    @_whole_act
    def tell_quiet(self, morning: dt.date) -> Night:
        """Say that a night had no cramps."""
        night = self.night(morning)
        return self._keep_night(mark("No cramps saved"), night, night.telling((), self._clock()))

    @_whole_act
    def tell_cramps(self, morning: dt.date, cramps: tuple[Cramp, ...]) -> Night:
        """Say which cramps a night had: at least one, about which nothing more need be known."""
        night = self.night(morning)
        return self._keep_night(mark("Cramps saved"), night, night.telling(cramps, self._clock()))

    @_whole_act
    def add_cramp(self, morning: dt.date, cramp: Cramp) -> Night:
        """Tell one more cramp of a night; the first makes it a cramp night."""
        return self.tell_cramps(morning, (*(self.night(morning).cramps or ()), cramp))

    @_whole_act
    def amend_cramp(self, morning: dt.date, place: int, **told: Any) -> Night:
        """Tell more of the cramp at this place among its night's; a field given as None is taken back."""
        cramps = list(self.night(morning).cramps or ())
        if place < len(cramps):
            cramps[place] = replace(cramps[place], **told)
        return self.tell_cramps(morning, tuple(cramps))

    @_whole_act
    def remove_cramp(self, morning: dt.date, place: int) -> Night:
        """Take out the cramp at this place; with the last one, whether the night had cramps is taken back too."""
        cramps = list(self.night(morning).cramps or ())
        del cramps[place : place + 1]
        return self.tell_cramps(morning, tuple(cramps)) if cramps else self.untell(morning)

    @_whole_act
    def untell(self, morning: dt.date) -> Night:
        """Take back whether a night had cramps; its answers and note stay."""
        night = self.night(morning)
        return self._keep_night(mark("Taken back"), night, replace(night, cramps=None, cramps_told_at=None))

    @_whole_act
    def write_note(self, morning: dt.date, note: str) -> Night:
        """Keep a note with a night."""
        night = self.night(morning)
        return self._keep_night(mark("Note saved"), night, replace(night, note=note))

    @_whole_act
    def log(
        self,
        morning: dt.date,
        *,
        cramps: tuple[Cramp, ...] | None,
        answers: Mapping[str, Value],
        note: str | None = None,
    ) -> Night:
        """Tell several things of a night in one act: what is None or absent stays as it was."""
        before = self.night(morning)
        now = self._clock()
        after = before
        for key, value in answers.items():
            after = after.answering(self.catalogue().get(key), value, now)
        if cramps is not None:
            after = after.telling(cramps, now)
        if note is not None:
            after = replace(after, note=note)
        return self._keep_night(mark("Night saved"), before, after)

    @_whole_act
    def copy_night_before(self, morning: dt.date) -> Night:
        """Copy the stable answers (covers, socks, room) of the night before, where this night has none of its own."""
        before, earlier = self.night(morning), self.night(morning - DAY)
        stable = {factor.key for factor in self.catalogue().asked if factor.stable}
        now = self._clock()
        copied = {
            key: Answer(answer.value, now)
            for key, answer in earlier.answers.items()
            if key in stable and key not in before.answers
        }
        if not copied:
            raise NothingToCopyError(morning - DAY)
        after = replace(before, answers={**before.answers, **copied})
        return self._keep_night(mark("Copied from the night before"), before, after)

    @_whole_act
    def delete(self, morning: dt.date) -> Night:
        """Take a whole night out of the diary; gives the night as it was."""
        night = self.night(morning)
        self._keep_night(mark("Night deleted"), night, Night(morning))
        return night

    def _keep_night(self, words: str, before: Night, after: Night) -> Night:
        if after == before:
            return before
        after.refuse_future(self.now())
        self._store.keep(Change(words, before=Records(nights=(before,)), after=Records(nights=(after,))))
        return after

    # The questions

    def questions(self) -> Questions:
        """The person's own questions in their order, and the built-in ones that they hid."""
        return self._store.questions()

    @_whole_act
    def add_question(self, question: str, *, kind: OwnKind, name: str = "", evening: bool = True) -> Questions:
        """Ask one more question of the person's own, last on the form."""
        after = self.questions().adding(question, kind=kind, name=name, evening=evening)
        return self._keep_questions(mark("Question added"), after)

    @_whole_act
    def reword_question(self, key: str, question: str, *, kind: OwnKind, name: str, evening: bool) -> Questions:
        """Ask an own question in other words; those of before are kept with the day until which they stood."""
        today = self.now().date()
        after = self.questions().rewording(key, question, kind=kind, name=name, evening=evening, today=today)
        return self._keep_questions(mark("Question changed"), after)

    @_whole_act
    def move_question(self, key: str, places: int) -> Questions:
        """Ask an own question so many places later on the form; earlier where the number is negative."""
        return self._keep_questions(mark("Question moved"), self.questions().moving(key, places))

    @_whole_act
    def hide_question(self, key: str) -> Questions:
        """Ask a question, built-in or own, no more for now; its answers stay."""
        return self._keep_questions(mark("Question hidden"), self.questions().hiding(key, hidden=True))

    @_whole_act
    def show_question(self, key: str) -> Questions:
        """Ask a hidden question again."""
        return self._keep_questions(mark("Question shown again"), self.questions().hiding(key, hidden=False))

    @_whole_act
    def archive_question(self, key: str) -> Questions:
        """Put an own question away; its answers stay, and it can be taken up again."""
        return self._keep_questions(mark("Question archived"), self.questions().archiving(key))

    @_whole_act
    def take_up_question(self, key: str) -> Questions:
        """Ask an archived question again."""
        return self._keep_questions(mark("Question taken up again"), self.questions().taking_up(key))

    def _keep_questions(self, words: str, after: Questions) -> Questions:
        before = self.questions()
        if after != before:
            self._store.keep(Change(words, before=Records(questions=before), after=Records(questions=after)))
        return after

    # Undo

    @_whole_act
    def undo(self) -> Change | None:
        """Take back the last act; gives what it was, or None where there is nothing to take back."""
        return self._store.undo()

    @_whole_act
    def redo(self) -> Change | None:
        """Do again what was taken back last; gives what it was, or None where there is nothing."""
        return self._store.redo()

    # The person

    def profile(self) -> Profile:
        """What the person told of themselves."""
        return self._store.profile()

    @_whole_act
    def keep_profile(self, profile: Profile) -> Profile:
        """Keep what the person told of themselves; gives it as it is kept."""
        profile.refuse_future(self.now().date())
        before = self.profile()
        self._store.keep(Change(mark("Profile saved"), before=Records(profile=before), after=Records(profile=profile)))
        return self.profile()

    def markers(self) -> tuple[Marker, ...]:
        """What changed on which day, oldest first."""
        return self._store.markers()

    @_whole_act
    def keep_markers(self, markers: tuple[Marker, ...]) -> tuple[Marker, ...]:
        """Keep all markers; gives them as they are kept."""
        before = self.markers()
        self._store.keep(Change(mark("Markers saved"), before=Records(markers=before), after=Records(markers=markers)))
        return self.markers()

    def preferences(self) -> Preferences:
        """How the person wants the diary to look and to measure."""
        return self._store.preferences()

    @_whole_act
    def keep_preferences(self, preferences: Preferences) -> Preferences:
        """Keep how the person wants the diary to look and to measure."""
        self._store.keep_preferences(preferences)
        return preferences

    # Other files

    def contents(self) -> Contents:
        """Everything that the diary keeps."""
        return Contents(
            tuple(self.nights()),
            self.profile(),
            self.markers(),
            self.preferences(),
            self.questions(),
            self.report_choices(),
        )

    def export_json(self) -> bytes:
        """Everything that the diary keeps, as the diary's own JSON."""
        return dump(self.contents(), made_at=self._clock())

    def export_csv(
        self, first: dt.date | None = None, last: dt.date | None = None, choices: ReportChoices | None = None
    ) -> CsvTables:
        """The nights, their cramps and what was asked, as tables, from the first morning to the last.

        With choices, only the nights and notes that the report shows; without, all.
        """
        from diary.exchange.csv_tables import csv_tables

        nights = self.nights(first, last)
        return csv_tables(choices.shown_nights(nights) if choices else nights, self.catalogue())

    def export_fhir(self, first: dt.date, last: dt.date, choices: ReportChoices | None = None) -> bytes:
        """What the report shows of these nights and the person, as a FHIR R4 bundle."""
        if last < first:
            raise BackwardsError(first, last)
        from diary.exchange.fhir import FhirMaterial, fhir_bundle

        wanted = choices or self.report_choices()
        material = FhirMaterial(self.nights(), self.profile(), self.catalogue(), wanted)
        return fhir_bundle(material, first, last, today=self.now().date())

    def import_json(self, data: bytes) -> int:
        """Take in a file of the diary's own JSON; gives how many nights were added.

        What the diary holds already stays as it is. Raises a refusal, with nothing changed, where the file cannot be
        read or tells what has not happened yet.
        """
        return self.take_in(load(data))

    @_whole_act
    def take_in(self, contents: Contents) -> int:
        """Take in what a file holds, in one act; gives how many nights were added.

        Nights, markers, profile, preferences, questions and choices for the report that the diary holds already stay as they are.
        """
        kept = self.contents()
        new = contents.beyond(kept)
        self._refuse_what_cannot_be(new)
        change = _taking_in(new, kept)
        if change.after != Records():
            self._store.keep(change)
        if new.preferences != Preferences():
            self.keep_preferences(new.preferences)
        if new.report != ReportChoices():
            self.keep_report_choices(new.report)
        return len(new.nights)

    def _refuse_what_cannot_be(self, contents: Contents) -> None:
        catalogue, now = self._joined_with(contents).catalogue, self.now()
        contents.profile.refuse_future(now.date())
        for night in contents.nights:
            night.refuse_future(now)
            for key, answer in night.answers.items():
                catalogue.get(key).check(answer.value)

    def _joined_with(self, new: Contents) -> Questions:
        return self.questions() if new.questions == Questions() else new.questions

    # What is made from the nights; slow, and loaded when first needed

    def compared(self) -> tuple[Compared, ...]:
        """All that nights are compared by, with its words: the article's triggers, then what else is tracked."""
        from diary.model.compared import compared

        return compared(self.catalogue())

    def findings(
        self, first: dt.date | None = None, last: dt.date | None = None, *, early: bool = False
    ) -> list[Finding]:
        """What goes with the cramps: one finding for each of compared(), in its order.

        Counts are over the mornings from first to last, verdicts from the whole diary as of its last look; with
        early, of all its nights.
        """
        if first and last and last < first:
            raise BackwardsError(first, last)
        from diary.analysis.diary_findings import counted, look_of, verdicts_of

        preferences = self.preferences()

        def make() -> list[Finding]:
            nights = self.nights()
            look = look_of(nights, preferences, catalogue=self.catalogue(), early=early)
            found = self._looks.get("", look, lambda: verdicts_of(look))
            return counted(found, look, nights, first=first, last=last)

        lines = (preferences.cold_below, preferences.calcium_aim)  # no act of the diary, so not in its version
        return self._cache.get(self.version(), ("findings", first, last, early, lines), make)

    def lines(self, *, early: bool = False) -> Lines:
        """Where the lines lie that tell nights apart: cold and warm, the aim, the person's own medians."""
        from diary.analysis.lines import lines_of, lines_today

        lines = lines_of if early else lines_today
        return lines(self.nights(), self.preferences(), self.catalogue())

    def cold_line(self, *, early: bool = False) -> ColdLine:
        """The line below which a room counts as cold, and where it comes from."""
        from diary.analysis.cold_line import cold_line, cold_line_today

        line = cold_line if early else cold_line_today
        return line(self.nights(), self.preferences().cold_below)

    def trend(self, first: dt.date, last: dt.date) -> Trend:
        """Whether cramp nights became fewer or more over the mornings from first to last."""
        from diary.analysis.trend import trend

        return self._cache.get(self.version(), ("trend", first, last), lambda: trend(self.nights(), first, last))

    def before_after(self, day: dt.date, *, first: dt.date, last: dt.date) -> BeforeAfter:
        """Cramp nights up to a day and since, among the mornings from first to last."""
        from diary.analysis.before_after import before_after

        def make() -> BeforeAfter:
            return before_after(self.nights(), day, first=first, last=last)

        return self._cache.get(self.version(), ("before and after", day, first, last), make)

    def chart(self, name: str, look: Look, *, first: dt.date, last: dt.date, options: Options = PLAIN) -> ChartImage:
        """The chart of this name over the mornings from first to last.

        Pictures are kept by what they show and by their look, so that an act that changes nothing on a chart does not
        draw it anew.
        """
        from diary.charts.make import chart_content, chart_image

        def count() -> ChartContent:
            return chart_content(name, self.nights(), first=first, last=last, options=options)

        content = self._cache.get(self.version(), (name, first, last, options), count)
        return self._pictures.get("", (name, content, look), lambda: chart_image(name, content, look))

    def chart_drawing(self, name: str, look: Look, *, first: dt.date, last: dt.date, options: Options) -> ChartDrawing:
        """The same chart as SVG."""
        from diary.charts.make import make_drawing

        return make_drawing(name, self.nights(), look, first=first, last=last, options=options)

    def report_choices(self) -> ReportChoices:
        """What the person wanted in the report the last time, and when that was."""
        return self._store.report_choices()

    @_whole_act
    def keep_report_choices(self, choices: ReportChoices) -> ReportChoices:
        """Keep what the person wants in the report."""
        self._store.keep_report_choices(choices)
        return choices

    def report(self, first: dt.date, last: dt.date, choices: ReportChoices | None = None) -> MadeReport:
        """The doctor's report over the mornings from first to last: what it says, and its pages when asked for.

        Without choices, with those of last time.
        """
        if last < first:
            raise BackwardsError(first, last)
        from diary.report.content import Material
        from diary.report.make import make_report

        wanted = choices or self.report_choices()
        material = Material(
            self.nights(),
            self.profile(),
            self._findings_without(wanted.left_out, first, last),
            self.preferences(),
            self.markers(),
            self.catalogue(),
            wanted,
        )
        today = self.now().date()
        key = ("report", first, last, wanted, material.preferences, today)

        def make() -> MadeReport:
            return make_report(material, first, last, made_on=today, fonts=paths.fonts())

        return self._cache.get(self.version(), key, make)

    def report_pdf(self, first: dt.date, last: dt.date, choices: ReportChoices | None = None) -> bytes:
        """The report as a PDF."""
        return self.report(first, last, choices).pdf()

    def report_html(self, first: dt.date, last: dt.date, choices: ReportChoices | None = None) -> bytes:
        """The report as a web page that stands alone."""
        return self.report(first, last, choices).html()

    def report_pages(
        self, first: dt.date, last: dt.date, choices: ReportChoices | None = None, *, density: float
    ) -> list[bytes]:
        """The report's pages as PNG pictures, at this many picture pixels to a point."""
        return self.report(first, last, choices).pages(density)

    def _findings_without(self, left_out: frozenset[dt.date], first: dt.date, last: dt.date) -> list[Finding]:
        """The findings of a diary that does not hold some of its nights."""
        if not left_out:
            return self.findings(first, last)
        from diary.analysis.diary_findings import diary_findings

        nights = [night for night in self.nights() if night.morning not in left_out]
        return diary_findings(nights, self.preferences(), catalogue=self.catalogue(), first=first, last=last)

    # Safe-keeping

    def check(self) -> tuple[str, ...]:
        """What is wrong with the diary's file, in words; empty where it is whole."""
        return self._store.check()


def _taking_in(new: Contents, kept: Contents) -> Change:
    """The act that adds what is new to what is kept, and touches nothing else."""
    blank = tuple(Night(night.morning) for night in new.nights)
    before, after = Records(nights=blank), Records(nights=new.nights)
    if new.profile != Profile():
        before, after = replace(before, profile=kept.profile), replace(after, profile=new.profile)
    if new.questions != Questions():
        before, after = replace(before, questions=kept.questions), replace(after, questions=new.questions)
    if new.markers:
        before = replace(before, markers=kept.markers)
        after = replace(after, markers=(*kept.markers, *new.markers))
    return Change(mark("File taken in"), before=before, after=after)
