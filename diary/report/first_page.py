"""Page one: eight blocks for a doctor with a minute, in at most so many words.

Strip, warning signs, tiles and picture always stand. The others give way in a fixed order (diary.report.fit), and what gave
way stands whole on the pages after it.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from diary.report.asked_block import AskedBlock, asked_block
from diary.report.change import period_change
from diary.report.course_block import CourseBlock, course_block, trend_words
from diary.report.features import FeatureRow, FeaturesBlock, features, features_block
from diary.report.fit import MOST_WORDS, Fit, all_fits
from diary.report.goes_with import GoesWith, goes_with
from diary.report.place_block import PlaceBlock, place_block
from diary.report.record_block import MedicinesBlock, conditions_block, medicines_block
from diary.report.signs_block import SignsBlock, diary_signs, signs_block
from diary.report.strip import Strip, strip
from diary.report.tiles import Tiles, tiles
from diary.report.tried_block import QuestionsBlock, TriedBlock, questions_block, tried_block
from diary.report.words import report_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diary.charts.make import ChartDrawing
    from diary.report.events import Event
    from diary.report.material import BlockSource

SIGNS = 8
"""Dots between words, the number of the page and the version, which are counted as words too."""
NOT_PRINTED = frozenset({"alternative", "key", "kind", "hour"})
"""Fields whose text is not read on the page, or only here and there."""


@dataclass(frozen=True, slots=True)
class FirstPage:
    """The blocks of page one, in their order."""

    strip: Strip
    signs: SignsBlock
    tiles: Tiles
    course: CourseBlock | None
    """None where no night was logged and nothing changed."""
    place: PlaceBlock | None
    features: FeaturesBlock | None
    asked: AskedBlock
    medicines: MedicinesBlock | None
    conditions: str | None
    goes_with: GoesWith | None
    tried: TriedBlock | None
    questions: QuestionsBlock | None


@dataclass(frozen=True, slots=True)
class _Standing:
    """What is the same however much the page tells, so that it is counted once."""

    strip: Strip
    diary_signs: tuple[str, ...]
    tiles: Tiles
    trend: str
    place: PlaceBlock | None
    features: tuple[FeatureRow, ...]


def first_pages(
    source: BlockSource, all_events: tuple[Event, ...], drawings: Mapping[str, ChartDrawing]
) -> tuple[FirstPage, ...]:
    """Page one as it tells the most within its words, and then as it tells less and less, should the paper lack room."""
    change = period_change(source)
    standing = _Standing(
        strip(source),
        diary_signs(source.nights),
        tiles(source, change),
        trend_words(source, change),
        place_block(source, drawings),
        features(source.nights.known_nights, source.profile),
    )
    pages = list(dict.fromkeys(_page(source, all_events, drawings, standing, fit) for fit in all_fits()))
    first = next((place for place, page in enumerate(pages) if word_count(page) <= MOST_WORDS), len(pages) - 1)
    others = pages[first + 1 :]
    # The paper seldom lacks room: a few steps are enough for it, and each costs time.
    return (pages[first], *others[:: max(1, len(others) // 2)][:2], *others[-1:])


def _page(
    source: BlockSource,
    all_events: tuple[Event, ...],
    drawings: Mapping[str, ChartDrawing],
    standing: _Standing,
    fit: Fit,
) -> FirstPage:
    return FirstPage(
        standing.strip,
        signs_block(source, standing.diary_signs, fit),
        standing.tiles,
        course_block(source, all_events, standing.trend, drawings, fit),
        standing.place,
        features_block(source, standing.features, fit),
        asked_block(source, fit),
        medicines_block(source, fit),
        conditions_block(source, fit),
        goes_with(source, fit),
        tried_block(source, fit),
        questions_block(source, fit),
    )


def word_count(page: FirstPage) -> int:
    """The words of a page, those of its headings and its foot among them; rather one too many than one too few."""
    words = report_words()
    standing = [words.heading, words.number, words.signs, words.diary_signs, words.asked, words.disclaimer, words.page]
    blocks: tuple[tuple[Any, tuple[str, ...]], ...] = (
        (page.course, (words.course,)),
        (page.place, (words.place,)),
        (page.place, tuple(bar.hour for bar in (page.place.hours if page.place else ()) if bar.is_named)),
        (page.features, (words.features, words.features_note)),
        (page.medicines, (words.medicines, words.medicines_note)),
        (page.conditions, (words.conditions,)),
        (page.goes_with, (words.findings,)),
        (page.goes_with and page.goes_with.rows, (words.cramp_nights, words.with_it, words.without_it, words.verdict)),
        (page.goes_with and page.goes_with.rows, (words.not_proof,)),
        (page.tried, (words.tried,)),
        (page.questions, (words.questions,)),
    )
    standing += [text for block, texts in blocks if block for text in texts]
    ticks = len(page.asked.yes) + len(page.asked.no)
    return SIGNS + ticks + _words(standing) + _words(asdict(page))


def _words(value: Any) -> int:
    if isinstance(value, str):
        return len(value.split())
    if isinstance(value, dict):
        return sum(_words(item) for key, item in value.items() if key not in NOT_PRINTED)
    return sum(map(_words, value)) if isinstance(value, (list, tuple)) else 0
