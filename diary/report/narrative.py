"""Page one in words alone, block by block, for records that hold text and no layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.exchange.fhir.document import NarrativeSection
from diary.language import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diary.report.content import ReportContent
    from diary.report.course_block import CourseBlock
    from diary.report.features import FeaturesBlock
    from diary.report.first_page import FirstPage
    from diary.report.goes_with import GoesWith, GoesWithRow
    from diary.report.place_block import PlaceBlock
    from diary.report.record_block import MedicinesBlock
    from diary.report.tiles import NumberTile
    from diary.report.tried_block import TriedBlock
    from diary.report.words import ReportWords

YES, NO = "✓", "\u2013"
"""The ticks of page one."""


def first_page_narrative(content: ReportContent) -> tuple[NarrativeSection, ...]:
    """Everything that page one says, in its order; its pictures by their words."""
    page, words = content.first_page, content.words
    return tuple(
        NarrativeSection(heading, tuple(line for line in lines if line.strip()))
        for heading, lines in _blocks(page, words, content.program)
    )


def _blocks(page: FirstPage, words: ReportWords, program: str) -> Iterator[tuple[str, Iterable[str]]]:
    strip, signs = page.strip, page.signs
    person = " · ".join(filter(None, (strip.name, strip.person)))
    yield words.heading, (person, f"{strip.period} · {strip.quality}", strip.omissions)
    yield words.signs, (signs.counts, *(f"{line.urgency} {line.text}" for line in signs.lines))
    yield words.diary_signs, ("; ".join(signs.diary),)
    yield "", (*map(_tile, page.tiles.tiles), page.tiles.before)
    if page.course:
        yield words.course, _course(page.course)
    if page.place:
        yield words.place, _place(page.place, words)
    if page.features:
        yield _named(words.features, page.features.cramps), _features(page.features, words)
    yield (
        words.asked,
        (page.asked.counts, *(f"{YES} {name}" for name in page.asked.yes), *(f"{NO} {n}" for n in page.asked.no)),
    )
    if page.medicines:
        yield words.medicines, _medicines(page.medicines, words)
    if page.conditions is not None:
        yield words.conditions, (page.conditions,)
    if page.goes_with:
        yield words.findings, _goes_with(page.goes_with, words)
    if page.tried:
        yield words.tried, _tried(page.tried)
    if page.questions:
        yield words.questions, (*page.questions.lines, page.questions.more)
    yield "", (f"{program}, {words.disclaimer}",)


def _named(*parts: str) -> str:
    return ", ".join(filter(None, parts))


def _tile(tile: NumberTile) -> str:
    return f"{tile.name}: {_named(tile.value, tile.basis)} {tile.before}".rstrip()


def _course(course: CourseBlock) -> Iterator[str]:
    if course.picture:
        yield course.picture.alternative
    for line in course.lines:
        yield ": ".join(filter(None, (f"{line.letter} {line.text}".strip(), line.counts)))
    yield " ".join(filter(None, (course.trend, course.more)))


def _place(place: PlaceBlock, words: ReportWords) -> Iterator[str]:
    yield place.usual
    if place.legs:
        yield place.legs.alternative
    hours = ", ".join(tr("{hour}:00 {n}").format(hour=bar.hour, n=bar.cramps) for bar in place.hours if bar.cramps)
    if hours:
        yield f"{words.hours}: {hours}"
    yield place.untimed


def _features(features: FeaturesBlock, words: ReportWords) -> Iterator[str]:
    for row in features.rows:
        yield f"{row.name}: {row.counts}"
    yield features.unasked
    if features.rows:
        yield words.features_note


def _medicines(medicines: MedicinesBlock, words: ReportWords) -> Iterator[str]:
    for row in medicines.rows:
        yield _named(f"{row.mark} {row.name}".strip(), row.dose, row.since)
    yield medicines.others
    if any(row.mark for row in medicines.rows):
        yield words.medicines_note


def _goes_with(findings: GoesWith, words: ReportWords) -> Iterator[str]:
    for row in findings.rows:
        yield _finding(row, words)
    yield findings.others
    if findings.rows:
        yield words.not_proof


def _finding(row: GoesWithRow, words: ReportWords) -> str:
    counts = [
        f"{name} {share.counts if share else words.none}"
        for name, share in ((words.with_it, row.with_it), (words.without_it, row.without_it))
    ]
    return f"{row.name}: {words.cramp_nights.lower()} {_named(*counts, row.verdict, row.note)}"


def _tried(tried: TriedBlock) -> Iterator[str]:
    for row in tried.rows:
        yield _named(row.what, row.counts, row.verdict)
    yield tried.more
