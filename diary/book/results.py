"""What is made from the nights: findings, the trend, charts, the report. Slow, and loaded when first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary import paths
from diary.charts.catalogue import NO_OPTIONS
from diary.language import tr
from diary.model.mornings import DAY, coming_night
from diary.model.period import ALL_TIME, Period
from diary.model.progress import UNWATCHED, Progress

if TYPE_CHECKING:
    import datetime as dt

    from diary.analysis.before_after import BeforeAfter
    from diary.analysis.cold_threshold import ColdThreshold
    from diary.analysis.finding import Finding
    from diary.analysis.trend import Trend
    from diary.book.nights import DiaryNights
    from diary.book.open_diary import OpenDiary
    from diary.book.person import DiaryPerson
    from diary.charts.catalogue import ChartOptions
    from diary.charts.make import ChartContent, ChartDrawing, ChartImage
    from diary.charts.style import ChartStyle
    from diary.model.exposure import Exposure, Thresholds
    from diary.model.report_choices import Paper, ReportChoices
    from diary.report.make import DoctorReport
    from diary.report.sheet_questions import SheetQuestions

SHEET_LOOKS_BACK = 90 * DAY
"""Of the nights since then, what was answered most has boxes on the bedside sheet."""


class DiaryResults:
    """What is computed from the nights; each stays for as long as the diary stays as it was."""

    def __init__(self, diary: OpenDiary, nights: DiaryNights, person: DiaryPerson) -> None:
        self._diary = diary
        self._nights = nights
        self._person = person

    def exposures(self) -> tuple[Exposure, ...]:
        """All that nights are compared by, with its words: the article's triggers, then what else is tracked."""
        from diary.model.exposures import exposures_of

        return exposures_of(self._diary.catalogue())

    def findings(self, period: Period = ALL_TIME, *, early: bool = False) -> list[Finding]:
        """What goes with the cramps: one finding for each of exposures(), in its order.

        Counts are of the period, verdicts from the whole diary as of its last look; with
        early, of all its nights.
        """
        from diary.analysis.diary_findings import findings_of, interim_analysis, with_counts

        preferences, suspicion = self._person.preferences(), self._person.profile().suspicion

        def count() -> list[Finding]:
            nights = self._nights.all()
            analysis = interim_analysis(
                nights, preferences, catalogue=self._diary.catalogue(), suspicion=suspicion, early=early
            )
            findings = self._diary.findings_cache.get("", analysis, lambda: findings_of(analysis))
            return with_counts(findings, analysis, nights, period)

        thresholds = (preferences.cold_below, preferences.calcium_aim)  # no act of the diary, so not in its version
        return self._diary.cache.get(self._diary.version(), ("findings", period, early, thresholds), count)

    def thresholds(self, *, early: bool = False) -> Thresholds:
        """Where the lines lie that tell nights apart: cold and warm, the aim, the person's own medians."""
        from diary.analysis.thresholds import thresholds_from, thresholds_today

        thresholds = thresholds_from if early else thresholds_today
        return thresholds(self._nights.all(), self._person.preferences(), self._diary.catalogue())

    def cold_threshold(self, *, early: bool = False) -> ColdThreshold:
        """The line below which a room counts as cold, and where it comes from."""
        from diary.analysis.cold_threshold import cold_threshold, cold_threshold_today

        threshold = cold_threshold if early else cold_threshold_today
        return threshold(self._nights.all(), self._person.preferences().cold_below)

    def trend(self, period: Period) -> Trend:
        """Whether cramp nights became fewer or more over a period."""
        from diary.analysis.trend import find_trend

        return self._diary.cache.get(
            self._diary.version(), ("trend", period), lambda: find_trend(self._nights.all(), period)
        )

    def before_after(self, day: dt.date, period: Period) -> BeforeAfter:
        """Cramp nights up to a day and since, within a period."""
        from diary.analysis.before_after import before_after

        def make() -> BeforeAfter:
            return before_after(self._nights.all(), day, period)

        return self._diary.cache.get(self._diary.version(), ("before and after", day, period), make)

    def chart(self, name: str, style: ChartStyle, period: Period, *, options: ChartOptions = NO_OPTIONS) -> ChartImage:
        """The chart of this name over a period.

        Pictures are kept by what they show and by their style, so that an act that changes nothing on a chart does not
        draw it anew.
        """
        from diary.charts.make import chart_content, chart_image

        def count() -> ChartContent:
            return chart_content(name, self._nights.all(), period, options=options)

        content = self._diary.cache.get(self._diary.version(), (name, period, options), count)
        return self._diary.images.get("", (name, content, style), lambda: chart_image(name, content, style))

    def chart_drawing(self, name: str, style: ChartStyle, period: Period, *, options: ChartOptions) -> ChartDrawing:
        """The chart of this name over a period, as SVG."""
        from diary.charts.make import make_drawing

        return make_drawing(name, self._nights.all(), style, period, options=options)

    def report(
        self, period: Period, choices: ReportChoices | None = None, progress: Progress = UNWATCHED
    ) -> DoctorReport:
        """The doctor's report over a period: what it says, and its pages when asked for.

        Without choices, with those of last time.
        """
        from diary.report.make import make_report
        from diary.report.material import Material

        profile, preferences = self._person.profile(), self._person.preferences()
        choices = (choices or self._person.report_choices()).with_paper_of_country(
            preferences.temperature, profile.number_to_call
        )
        progress.step(tr("Comparing nights"))
        material = Material(
            self._nights.all(),
            profile,
            self._findings_without(choices.left_out, period),
            preferences,
            self._person.markers(),
            self._diary.catalogue(),
            choices,
            self._weighed_without(choices.left_out),
            self._nights.damaged(),
            self._diary.missing_sentences(),
        )
        today = self._diary.now().date()
        key = ("report", period, choices, preferences, today)

        def make() -> DoctorReport:
            return make_report(material, period, report_date=today, fonts=paths.fonts(), progress=progress)

        return self._diary.cache.get(self._diary.version(), key, make)

    def report_pdf(self, period: Period, choices: ReportChoices | None = None, progress: Progress = UNWATCHED) -> bytes:
        """The report as a PDF."""
        report = self.report(period, choices, progress)
        progress.step(tr("Laying out the pages"))
        return report.pdf()

    def report_html(
        self, period: Period, choices: ReportChoices | None = None, progress: Progress = UNWATCHED
    ) -> bytes:
        """The report as a web page that stands alone."""
        return self.report(period, choices, progress).html()

    def report_fhir(
        self, period: Period, choices: ReportChoices | None = None, progress: Progress = UNWATCHED
    ) -> bytes:
        """The report as a FHIR R4 document, with its PDF and the nights behind it."""
        from diary.exchange.fhir.bundle import FhirMaterial, fhir_bundle

        choices = choices or self._person.report_choices()
        report = self.report(period, choices, progress)
        progress.step(tr("Laying out the pages"))
        document = report.document(f"night-cramps-{period.last.isoformat()}.pdf")
        material = FhirMaterial(self._nights.all(), self._person.profile(), self._diary.catalogue(), choices)
        return fhir_bundle(material, document, period, today=self._diary.now().date())

    def sheet_questions(self) -> SheetQuestions:
        """The questions that have boxes on the bedside sheet."""
        from diary.report.sheet_questions import sheet_questions

        today = self._diary.now().date()
        return sheet_questions(self._diary.catalogue(), self._nights.between(Period(today - SHEET_LOOKS_BACK, today)))

    def bedside_sheet(self, first: dt.date | None = None, paper: Paper | None = None) -> bytes:
        """A page to be filled in by hand, as a PDF; its first night ends on this morning, or is the one that comes.

        Without a paper, of the size that the report has.
        """
        from diary.report.sheet import sheet_content, sheet_pdf

        preferences = self._person.preferences()
        content = sheet_content(
            first or coming_night(self._diary.now()), self.sheet_questions(), temperature=preferences.temperature
        )
        choices = self._person.report_choices().with_paper_of_country(
            preferences.temperature, self._person.profile().number_to_call
        )
        return sheet_pdf(content, fonts=paths.fonts(), paper=paper or choices.paper)

    def report_pages(self, period: Period, choices: ReportChoices | None = None, *, density: float) -> list[bytes]:
        """The report's pages as PNG pictures, at this many picture pixels to a point."""
        return self.report(period, choices).pages(density)

    def _weighed_without(self, left_out: frozenset[dt.date]) -> list[Finding]:
        """The same with the counts that their verdicts weigh: those of the nights up to the last look."""
        of_all = self._findings_without(left_out, ALL_TIME)
        looks = [finding.as_of for finding in of_all if finding.as_of]
        return self._findings_without(left_out, Period(last=max(looks))) if looks else of_all

    def _findings_without(self, left_out: frozenset[dt.date], period: Period) -> list[Finding]:
        """The findings of a diary that does not hold some of its nights."""
        if not left_out:
            return self.findings(period)
        from diary.analysis.diary_findings import diary_findings

        nights = [night for night in self._nights.all() if night.morning not in left_out]
        return diary_findings(
            nights,
            self._person.preferences(),
            catalogue=self._diary.catalogue(),
            suspicion=self._person.profile().suspicion,
            period=period,
        )
