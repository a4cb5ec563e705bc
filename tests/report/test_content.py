from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

import pandas as pd
import pytest

from diary.model.mornings import DAY
from diary.model.night import Answer, Cramp, Night
from diary.model.period import Period
from diary.model.plain import plain_data
from diary.model.profile import Profile
from diary.report.make import DoctorReport

Nights = Callable[[int], tuple[Night, ...]]
Report = Callable[..., DoctorReport]
FORBIDDEN = re.compile(r"\b(caus\w*|risk\w*|should|harmless|prevent\w*|cure\w*)\b", re.IGNORECASE)


def _cramps_frame(nights: tuple[Night, ...], period: Period) -> pd.DataFrame:
    """One row a cramp, from the nights as plain data."""
    rows = [
        {"morning": night["morning"], **cramp}
        for night in map(plain_data, nights)
        if period.first.isoformat() <= night["morning"] <= period.last.isoformat()
        for cramp in night.get("cramps", ())
    ]
    return pd.DataFrame(rows)


@pytest.mark.parametrize("days", [30, 90, 365])
def test_every_number_is_what_pandas_makes_of_the_same_nights(
    days: int, make_nights: Nights, report: Report, today: dt.date
) -> None:
    nights = make_nights(days)
    content = report(nights, days=days).content
    cramps = _cramps_frame(nights, Period(today - dt.timedelta(days=days - 1), today))
    logged = sum(night.logged for night in nights)
    figures = {measure.name: measure.now for measure in content.burden}
    with_cramps = cramps.morning.nunique()
    assert content.first_page.strip.quality.startswith(f"{logged} of {days} nights logged")
    assert figures["Cramp nights in 28"].value == f"{28 * with_cramps / logged:.1f}"
    assert figures["Cramps a week"].value == f"{7 * len(cramps) / logged:.1f}"
    assert figures["Intensity, 0 to 10"].value == f"{cramps.intensity.median():g}"
    assert figures["Minutes a cramp lasts"].value == f"{cramps.minutes.median():g}"
    assert figures["Cramps over ten minutes"].value == f"{(cramps.minutes > 10).sum()} of {cramps.minutes.count()}"
    for name, column in (("Nights woken", "woke_me"), ("Nights sore the next day", "sore_next_day")):
        answered = cramps.dropna(subset=[column]).groupby("morning")[column].agg("any")
        assert figures[name].value == f"{answered.sum()} of {len(answered)}"


def test_patterns_count_what_pandas_counts(make_nights: Nights, report: Report, today: dt.date) -> None:
    nights = make_nights(90)
    cramps = _cramps_frame(nights, Period(today - dt.timedelta(days=89), today))
    told = {pattern.heading: pattern for pattern in report(nights).content.patterns}
    sides = {tally.name.lower(): tally.count for tally in told["Side"].tallies}
    assert sides == {side: int((cramps.side == side).sum()) for side in ("left", "right", "both")}
    hours = pd.to_datetime(cramps["at"].dropna()).dt.hour
    by_part = {tally.name: tally.count for tally in told["Time of night"].tallies}
    assert by_part["before midnight"] == int((hours >= 12).sum())
    assert by_part["02 to 04"] == int(hours.isin([2, 3]).sum())
    assert sum(by_part.values()) == len(hours)


def test_the_period_before_is_counted_over_as_many_nights(make_nights: Nights, report: Report, today: dt.date) -> None:
    nights = make_nights(180)
    before = [night for night in nights if 90 <= (today - night.morning).days < 180]
    logged, cramp_nights = sum(night.logged for night in before), sum(bool(night.cramps) for night in before)
    content = report(nights).content
    assert f"{logged} of 90 logged." in content.first_page.tiles.before
    assert content.first_page.tiles.tiles[0].before == f"({28 * cramp_nights / logged:.1f})"
    first = content.burden[0].before
    assert first is not None
    assert first.value == f"{28 * cramp_nights / logged:.1f}"


def test_the_nights_of_the_table_are_all_nights_of_the_period(make_nights: Nights, report: Report) -> None:
    nights = make_nights(365)
    months = report(nights, days=365).content.months
    cramp_rows = [row for month in months for row in month.rows if row.cramps]
    assert len(cramp_rows) == sum(bool(night.cramps) for night in nights)
    assert sum(len(row.lines) for row in cramp_rows) == sum(len(night.cramps or ()) for night in nights)
    others = [row.lines[0] for month in months for row in month.rows if not row.cramps]
    counted = sum(int(words.split()[0]) if words[0].isdigit() else 1 for words in others)
    assert counted + len(cramp_rows) == 365


def test_a_diary_without_nights_makes_an_honest_page(report: Report) -> None:
    content = report(()).content
    assert content.first_page.strip.quality == "None of 90 nights was logged: there is nothing to count."
    assert (content.burden, content.patterns, content.sections) == ((), (), ())


def test_a_quiet_period_has_no_pattern_and_no_invented_numbers(report: Report, today: dt.date) -> None:
    content = report([Night(today - dt.timedelta(days=back), cramps=()) for back in range(30)], days=30).content
    assert content.patterns == ()
    assert {measure.now.value for measure in content.burden[2:-1]} == {""}
    assert {measure.now.basis for measure in content.burden[2:6]} == {"no cramps"}
    assert content.burden[-1].now.value == "30"


def test_the_report_never_says_what_we_never_say(make_nights: Nights, report: Report) -> None:
    for nights in ((), make_nights(30), make_nights(400)):
        assert not FORBIDDEN.search(repr(report(nights, profile=Profile(year_of_birth=1950)).content))


def test_where_nothing_was_answered_no_trigger_is_counted(report: Report, today: dt.date) -> None:
    content = report(tuple(Night(today - at * DAY, cramps=()) for at in range(30)), days=30).content
    assert content.first_page.goes_with is not None
    assert content.first_page.goes_with.others == "Nothing to compare yet."
    assert "looked_at" not in {section.key for section in content.sections}


@pytest.mark.parametrize(("nights", "counted"), [(6, False), (7, True)])
def test_of_fewer_nights_than_a_week_has_no_trigger_is_counted(
    nights: int, *, counted: bool, report: Report, today: dt.date
) -> None:
    told = {"socks": Answer(value=True, given_at=dt.datetime.combine(today, dt.time(8), dt.UTC))}
    logged = tuple(Night(today - at * DAY, cramps=(Cramp(),) if at == 1 else (), answers=told) for at in range(nights))
    made = report(logged, days=nights)
    assert ("looked_at" in {section.key for section in made.content.sections}) is counted


def test_an_age_is_named_as_the_articles_and_not_among_the_conditions(report: Report) -> None:
    content = report((), profile=Profile(year_of_birth=1950)).content
    (section,) = content.sections
    assert repr(section.parts).count("aged 65 or over") == 1
    assert "Named by the article that this diary follows" in repr(section.parts)
    assert content.first_page.conditions == "Not asked."
