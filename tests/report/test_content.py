from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from io import BytesIO

import pandas as pd
import pytest
from pypdf import PdfReader

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
    assert content.counts == f"{with_cramps} cramp nights of {logged} logged, {days - logged} not logged"
    assert content.summary.startswith(f"Cramps on {with_cramps} of {logged} logged nights")
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
    assert f"in the 90 nights before: {cramp_nights} of {logged} (" in content.summary
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


def test_answers_given_after_the_cramps_were_told_are_not_counted_as_given_before(
    report: Report, today: dt.date
) -> None:
    told_at = dt.datetime(2026, 11, 22, 8, tzinfo=dt.UTC)
    before, late = told_at - dt.timedelta(hours=9), told_at + dt.timedelta(minutes=5)
    answers = {
        "bedding": Answer("thin", before),
        "socks": Answer(value=True, given_at=told_at),
        "position": Answer("back", late),
        "sleep_disturbance": Answer(4.0, late),
    }
    content = report([Night(today, (Cramp(),), told_at, answers)], days=7).content
    assert content.early_answers == "67 % of 3 answers given before the cramps were told"


def test_a_diary_without_nights_makes_an_honest_page(report: Report) -> None:
    content = report(()).content
    assert content.counts == "0 cramp nights of 0 logged, 90 not logged"
    assert content.summary == "None of these nights was logged, so there is nothing to count."
    assert (content.burden, content.patterns, content.findings, content.sections) == ((), (), None, ())
    assert {feature.answer for feature in content.features} == {"not recorded"}


def test_a_quiet_period_has_no_pattern_and_no_invented_numbers(report: Report, today: dt.date) -> None:
    content = report([Night(today - dt.timedelta(days=back), cramps=()) for back in range(30)], days=30).content
    assert content.summary == "Cramps on 0 of 30 logged nights (0 %)."
    assert content.patterns == ()
    assert {measure.now.value for measure in content.burden[2:-1]} == {""}
    assert content.burden[-1].now.value == "30"


def test_the_report_never_says_what_we_never_say(make_nights: Nights, report: Report) -> None:
    for nights in ((), make_nights(30), make_nights(400)):
        assert not FORBIDDEN.search(repr(report(nights, profile=Profile(year_of_birth=1950)).content))


def test_where_nothing_was_answered_no_trigger_is_counted(report: Report, today: dt.date) -> None:
    content = report(tuple(Night(today - at * DAY, cramps=()) for at in range(30)), days=30).content
    assert content.findings is not None
    assert content.findings.rows
    assert "looked_at" not in {section.key for section in content.sections}


@pytest.mark.parametrize(("nights", "counted"), [(6, False), (7, True)])
def test_of_fewer_nights_than_a_week_has_no_trigger_is_counted_and_two_pages_hold_all(
    nights: int, *, counted: bool, report: Report, today: dt.date
) -> None:
    told = {"socks": Answer(value=True, given_at=dt.datetime.combine(today, dt.time(8), dt.UTC))}
    logged = tuple(Night(today - at * DAY, cramps=(Cramp(),) if at == 1 else (), answers=told) for at in range(nights))
    made = report(logged, days=nights)
    assert ("looked_at" in {section.key for section in made.content.sections}) is counted
    assert made.content.findings is not None
    assert any("Not enough nights yet" in line for line in made.content.findings.by_name)
    assert counted or len(PdfReader(BytesIO(made.pdf())).pages) == 2
