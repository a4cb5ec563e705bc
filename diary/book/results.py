"""What is made from the nights: findings, the trend, charts, the report. Slow, and loaded when first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary import paths
from diary.charts.catalogue import NO_OPTIONS
from diary.model.errors import BackwardsError

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
    from diary.model.report_choices import ReportChoices
    from diary.report.make import DoctorReport


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

    def findings(
        self, first: dt.date | None = None, last: dt.date | None = None, *, early: bool = False
    ) -> list[Finding]:
        """What goes with the cramps: one finding for each of exposures(), in its order.

        Counts are over the mornings from first to last, verdicts from the whole diary as of its last look; with
        early, of all its nights.
        """
        if first and last and last < first:
            raise BackwardsError(first, last)
        from diary.analysis.diary_findings import findings_of, interim_analysis, with_counts

        preferences = self._person.preferences()

        def count() -> list[Finding]:
            nights = self._nights.all()
            analysis = interim_analysis(nights, preferences, catalogue=self._diary.catalogue(), early=early)
            findings = self._diary.findings_cache.get("", analysis, lambda: findings_of(analysis))
            return with_counts(findings, analysis, nights, first=first, last=last)

        thresholds = (preferences.cold_below, preferences.calcium_aim)  # no act of the diary, so not in its version
        return self._diary.cache.get(self._diary.version(), ("findings", first, last, early, thresholds), count)

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

    def trend(self, first: dt.date, last: dt.date) -> Trend:
        """Whether cramp nights became fewer or more over the mornings from first to last."""
        from diary.analysis.trend import find_trend

        return self._diary.cache.get(
            self._diary.version(), ("trend", first, last), lambda: find_trend(self._nights.all(), first, last)
        )

    def before_after(self, day: dt.date, *, first: dt.date, last: dt.date) -> BeforeAfter:
        """Cramp nights up to a day and since, among the mornings from first to last."""
        from diary.analysis.before_after import before_after

        def make() -> BeforeAfter:
            return before_after(self._nights.all(), day, first=first, last=last)

        return self._diary.cache.get(self._diary.version(), ("before and after", day, first, last), make)

    def chart(
        self, name: str, style: ChartStyle, *, first: dt.date, last: dt.date, options: ChartOptions = NO_OPTIONS
    ) -> ChartImage:
        """The chart of this name over the mornings from first to last.

        Pictures are kept by what they show and by their style, so that an act that changes nothing on a chart does not
        draw it anew.
        """
        from diary.charts.make import chart_content, chart_image

        def count() -> ChartContent:
            return chart_content(name, self._nights.all(), first=first, last=last, options=options)

        content = self._diary.cache.get(self._diary.version(), (name, first, last, options), count)
        return self._diary.images.get("", (name, content, style), lambda: chart_image(name, content, style))

    def chart_drawing(
        self, name: str, style: ChartStyle, *, first: dt.date, last: dt.date, options: ChartOptions
    ) -> ChartDrawing:
        """The chart of this name over the mornings from first to last, as SVG."""
        from diary.charts.make import make_drawing

        return make_drawing(name, self._nights.all(), style, first=first, last=last, options=options)

    def report(self, first: dt.date, last: dt.date, choices: ReportChoices | None = None) -> DoctorReport:
        """The doctor's report over the mornings from first to last: what it says, and its pages when asked for.

        Without choices, with those of last time.
        """
        if last < first:
            raise BackwardsError(first, last)
        from diary.report.make import make_report
        from diary.report.material import Material

        choices = choices or self._person.report_choices()
        material = Material(
            self._nights.all(),
            self._person.profile(),
            self._findings_without(choices.left_out, first, last),
            self._person.preferences(),
            self._person.markers(),
            self._diary.catalogue(),
            choices,
            self._nights.damaged(),
        )
        today = self._diary.now().date()
        key = ("report", first, last, choices, material.preferences, today)

        def make() -> DoctorReport:
            return make_report(material, first, last, report_date=today, fonts=paths.fonts())

        return self._diary.cache.get(self._diary.version(), key, make)

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

        nights = [night for night in self._nights.all() if night.morning not in left_out]
        return diary_findings(
            nights, self._person.preferences(), catalogue=self._diary.catalogue(), first=first, last=last
        )
