"""A row's counts are those that its verdict weighs; the period's own stand beside them only where they differ."""

from __future__ import annotations

from dataclasses import replace

from diary.analysis.finding import Finding, Verdict
from diary.model.mornings import DAY
from diary.model.night import Cramp, Night
from diary.model.period import Period
from diary.model.preferences import Preferences
from diary.model.profile import Profile
from diary.report.fit import Fit
from diary.report.goes_with import GoesWith, goes_with
from diary.report.material import Material, block_source
from tests.report.blocks import TODAY

NIGHTS = [Night(TODAY - back * DAY, (Cramp(),) if back % 3 == 0 else ()) for back in range(90)]
STRONG = Finding("cold_room", 30, 60, 12, 150, unknown=0, verdict=Verdict.STANDS_OUT)
OF_PERIOD = replace(STRONG, exposed_cramp=0, exposed=2, unexposed_cramp=2, unexposed=14)
PLAIN = Finding("legs_uncovered", 5, 20, 10, 40, unknown=0, verdict=Verdict.NO_CLEAR_PATTERN)
UNANSWERED = Finding("no_socks", 0, 0, 0, 0, unknown=90, verdict=Verdict.NOT_ENOUGH_NIGHTS)


def _goes_with(
    weighed: tuple[Finding, ...], of_period: tuple[Finding, ...], fit: Fit | None = None, nights: list[Night] = NIGHTS
) -> GoesWith:
    material = Material(nights, Profile(), of_period, Preferences(), weighed=weighed)
    source = block_source(material, Period(TODAY - 89 * DAY, TODAY), report_date=TODAY)
    block = goes_with(source, fit or Fit())
    assert block is not None
    return block


def test_a_strong_pattern_stands_with_the_counts_that_made_it_so() -> None:
    (row,) = _goes_with((STRONG,), (OF_PERIOD,)).rows
    assert row.with_it is not None
    assert row.without_it is not None
    assert (row.name, row.with_it.counts, row.without_it.counts, row.verdict) == (
        "Cold room",
        "30 of 60",
        "12 of 150",
        "Strong pattern",
    )
    assert row.note == "in this period 0 of 2, 2 of 14"
    assert _goes_with((STRONG,), (STRONG,)).rows[0].note == ""
    assert _goes_with((STRONG,), (OF_PERIOD,), Fit(goes_with_notes=False)).rows[0].note == ""


def test_what_was_looked_at_and_shows_nothing_is_told_by_its_number_and_what_was_never_answered_not_at_all() -> None:
    block = _goes_with((PLAIN, STRONG, UNANSWERED), (PLAIN, OF_PERIOD, UNANSWERED))
    assert ([row.name for row in block.rows], block.others) == (["Cold room"], "1 other looked at.")
    assert _goes_with((PLAIN,), (PLAIN,)).others == "1 looked at; no pattern to tell."
    assert _goes_with((UNANSWERED,), (UNANSWERED,)).others == "Nothing to compare yet."


def test_what_was_not_judged_never_hides_among_what_shows_no_pattern() -> None:
    late = replace(PLAIN, key="thin_quilt", verdict=Verdict.NOT_JUDGED)
    assert _goes_with((PLAIN, late), (PLAIN, late)).others == (
        "1 looked at; no pattern to tell. 1 not judged for how it was answered."
    )
    assert _goes_with((late,), (late,)).others == "1 not judged for how it was answered."
    memory = replace(PLAIN, verdict=Verdict.FROM_MEMORY)
    assert [row.verdict for row in _goes_with((memory,), (memory,)).rows] == ["Rests on memory"]


def test_bad_nights_alone_draw_no_share() -> None:
    bad_nights = [night for night in NIGHTS if night.cramps]
    (row,) = _goes_with((STRONG,), (STRONG,), nights=bad_nights).rows
    assert row.with_it is not None
    assert (row.with_it.counts, row.with_it.high) == ("30 of 60", 0)
