"""Every number on page one, recomputed from the nights by other means and found in the PDF; and no number beside them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pandas as pd
import pytest
from pypdf import PdfReader
from statsmodels.stats.proportion import proportion_confint

from diary.model.night import Night
from diary.model.period import Period
from diary.model.plain import plain_data
from diary.model.profile import Profile
from diary.report.make import DoctorReport

Nights = Callable[[int], tuple[Night, ...]]
Report = Callable[..., DoctorReport]
TODAY = dt.date(2026, 11, 22)
STANDING = (
    "People on placebo improved by about 28 % in four weeks (Cochrane CD009402).",
    "Cramp nights in 28",
    "Intensity, 0 to 10",
    "Sleep disturbance, 0 to 10",
    "intensity 7 or more of 10",
    "distress 5 or more of 10",
    "the 95 % interval",
    "midnight to 02",
    "02 to 04",
    "04 to 06",
    "after 06",
    "Aged 65 or over",
)
"""What page one says of any diary."""


def _tables(nights: tuple[Night, ...], period: Period) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The logged nights of a period and their cramps, one row each, from the nights as plain data."""
    plain = [
        night
        for night in map(plain_data, nights)
        if period.first.isoformat() <= night["morning"] <= period.last.isoformat()
    ]
    logged = [night for night in plain if "cramps" in night]
    told = [
        {
            "morning": pd.Timestamp(night["morning"]),
            "cramps": len(night["cramps"]),
            **{key: answer["value"] for key, answer in night.get("answers", {}).items()},
        }
        for night in logged
    ]
    cramps = [{"morning": night["morning"], **cramp} for night in logged for cramp in night["cramps"]]
    return pd.DataFrame(told), pd.DataFrame(cramps)


def _and_missing(basis: str, missing: int) -> str:
    return f"{basis}; {missing} not told" if missing else basis


def _measures(nights: pd.DataFrame, cramps: pd.DataFrame) -> list[str]:
    """The cells of the burden, as the page writes them."""
    logged, with_cramps, n = len(nights), int((nights.cramps > 0).sum()), len(cramps)
    low, high = proportion_confint(with_cramps, logged, method="wilson")
    share = f"{100 * with_cramps / logged:.0f} % ({100 * low:.0f} % to {100 * high:.0f} %)"
    intensity, minutes = cramps.intensity.dropna(), cramps.minutes.dropna()
    disturbed = nights.sleep_disturbance.dropna()
    cells = [
        f"{28 * with_cramps / logged:.1f} {with_cramps} of {logged} nights: {share}",
        f"{7 * n / logged:.1f} {n} cramps on {logged} logged nights",
        f"{intensity.median():g} "
        + _and_missing(
            f"median of {len(intensity)} cramps, {intensity.min():.0f} to {intensity.max():.0f}", n - len(intensity)
        ),
        f"{minutes.median():g} "
        + _and_missing(f"median of {len(minutes)} cramps, longest {minutes.max():g}", n - len(minutes)),
        _and_missing(f"{int((minutes > 10).sum())} of {len(minutes)} cramps", n - len(minutes)),
    ]
    for column in ("woke_me", "sore_next_day"):
        told = cramps.dropna(subset=[column]).groupby("morning")[column].agg("any")
        cells.append(_and_missing(f"{told.sum()} of {len(told)} cramp nights", with_cramps - len(told)))
    cells.append(
        f"{disturbed.median():g} median of {len(disturbed)} nights, {disturbed.min():g} to {disturbed.max():g}"
    )
    return [*cells, f"{_longest_quiet(nights)} quiet nights in a row"]


def _longest_quiet(nights: pd.DataFrame) -> int:
    quiet = nights[nights.cramps == 0].morning.sort_values()
    runs = (quiet.diff() != pd.Timedelta(days=1)).cumsum()
    return int(quiet.groupby(runs).size().max())


def _features(nights: pd.DataFrame, cramps: pd.DataFrame) -> list[str]:
    def of_cramps(what: str, told: pd.Series[Any], yes: pd.Series[Any]) -> str:
        return f"{what}: {int(yes[told.notna()].sum())} of {int(told.notna().sum())} cramps"

    told_woken = cramps.dropna(subset=["woke_me"]).groupby("morning").woke_me.agg("any")
    woken = told_woken.reindex(cramps.morning.unique())
    disturbed = nights[nights.cramps > 0].set_index(nights[nights.cramps > 0].morning.dt.strftime("%Y-%m-%d"))
    broke = pd.DataFrame({"woken": woken, "disturbed": disturbed.sleep_disturbance.reindex(woken.index)})
    told = broke[broke.notna().any(axis=1)]
    yes = (told.woken == True) | (told.disturbed > 0)  # noqa: E712  # a yes, which not answered is not
    return [
        of_cramps("intensity 7 or more of 10", cramps.intensity, cramps.intensity >= 7),
        of_cramps("at most ten minutes", cramps.minutes, cramps.minutes <= 10),
        of_cramps("in the calf or foot", cramps.muscle, cramps.muscle.isin(["calf", "foot"])),
        of_cramps("in the thigh", cramps.muscle, cramps.muscle.isin(["front_thigh", "back_thigh"])),
        of_cramps("sore the next day", cramps.sore_next_day, cramps.sore_next_day == True),  # noqa: E712
        f"woken, or sleep disturbed: {int(yes.sum())} of {len(told)} cramp nights",
    ]


def _tallies(cramps: pd.DataFrame) -> list[str]:
    hours = pd.to_datetime(cramps["at"].dropna()).dt.hour
    ends = {"before midnight": (12, 24), "midnight to 02": (0, 2), "02 to 04": (2, 4), "04 to 06": (4, 6)}
    counts = [f"{name} {int(hours.between(low, high - 1).sum())}" for name, (low, high) in ends.items()]
    counts.append(f"after 06 {int(hours.between(6, 11).sum())}")
    counts += [f"{side.capitalize()} {int((cramps.side == side).sum())}" for side in ("left", "right", "both")]
    counts += [
        f"{name} {int((cramps.muscle == key).sum())}" for key, name in (("calf", "Calf"), ("foot", "Foot or toes"))
    ]
    relief = cramps.relief.dropna().explode()
    names = {"standing": "Standing or walking"}
    counts += [
        f"{names.get(key, key.capitalize())} {count}"
        for key, count in relief.value_counts().items()
        if isinstance(key, str)
    ]
    heads = [(len(hours)), cramps.side.count(), cramps.muscle.count(), cramps.relief.count()]
    return [*counts, *(f"{told} of {len(cramps)} cramps" for told in heads)]


@pytest.fixture(scope="module")
def page_and_made(make_nights: Nights, report: Report) -> tuple[str, DoctorReport]:
    made = report(make_nights(180), profile=Profile(name="A. Patient", year_of_birth=1990))
    text = PdfReader(BytesIO(made.pdf())).pages[0].extract_text()
    return " ".join(text.replace("\u200b", "").split()), made


def test_every_number_of_page_one_is_recomputed_and_none_stands_beside_them(
    page_and_made: tuple[str, DoctorReport], make_nights: Nights
) -> None:
    page, _ = page_and_made
    nights = make_nights(180)
    now, cramps = _tables(nights, Period(TODAY - dt.timedelta(days=89), TODAY))
    before, cramps_before = _tables(nights, Period(TODAY - dt.timedelta(days=179), TODAY - dt.timedelta(days=90)))
    with_cramps, logged = int((now.cramps > 0).sum()), len(now)
    a_week = 7 * len(cramps) / len(now)
    expected = [
        "25 Aug 2026 to 22 Nov 2026",
        "Report made on 22 Nov 2026",
        "Born 1990",
        f"{with_cramps} cramp nights of {logged} logged, {90 - logged} not logged",
        f"Cramps on {with_cramps} of {logged} logged nights ({100 * with_cramps / logged:.0f} %)",
        (
            f"in the 90 nights before: {int((before.cramps > 0).sum())} of {len(before)} "
            f"({100 * (before.cramps > 0).mean():.0f} %)."
        ),
        f"About {a_week:.1f} cramps a week",
        (f"Cramp nights in 28 went from {28 * (before.cramps > 0).mean():.1f} to {28 * (now.cramps > 0).mean():.1f}"),
        f"about {cramps.minutes.median():g} minutes",
        f"intensity {cramps.intensity.median():g} of 10",
        *_measures(now, cramps),
        *_measures(before, cramps_before),
        *_features(now, cramps),
        *_tallies(cramps),
    ]
    left = page
    for words in expected:
        assert words in page, words
        left = left.replace(words, " ")
    for words in STANDING:
        left = left.replace(words, " ")
    unexplained = re.sub(r"\d+ % of \d+ answers given before|Page 1 of \d+$", " ", left)
    assert re.findall(r"[^.;]{0,40}\d[^.;]{0,20}", unexplained) == []


def test_the_share_of_answers_given_first_is_recomputed(
    page_and_made: tuple[str, DoctorReport], make_nights: Nights
) -> None:
    page, _ = page_and_made
    late = [
        dt.datetime.fromisoformat(answer["given_at"]) > dt.datetime.fromisoformat(night["cramps_told_at"])
        for night in map(plain_data, make_nights(180))
        if night["morning"] > "2026-08-24" and "cramps" in night
        for key, answer in night["answers"].items()
        if key != "sleep_disturbance"
    ]
    assert f"{100 * late.count(False) / len(late):.0f} % of {len(late)} answers given before" in page


def test_the_counts_of_everything_looked_at_are_recomputed_from_the_rules(
    page_and_made: tuple[str, DoctorReport], make_nights: Nights
) -> None:
    _, made = page_and_made
    nights, _ = _tables(make_nights(180), Period(TODAY - dt.timedelta(days=89), TODAY))
    cramp = nights.cramps > 0
    rules = {
        "Cold room (below 16 °C)": nights.room_temperature < 16,
        "Legs or feet uncovered": nights.legs_outside.astype(bool),
        "On the back, covers pressing on the feet": (nights.position == "back") & nights.covers_pressed.astype(bool),
    }
    assert made.content.findings is not None
    rows = {row.name: row for row in made.content.findings.rows}
    for name, exposed in rules.items():
        for said, group in ((rows[name].with_it, exposed), (rows[name].without_it, ~exposed)):
            low, high = proportion_confint(int((cramp & group).sum()), int(group.sum()), method="wilson")
            share = f"{100 * cramp[group].mean():.0f} % ({100 * low:.0f} to {100 * high:.0f} %)"
            assert said == f"{int((cramp & group).sum())} of {int(group.sum())}: {share}"


def test_the_nights_of_the_table_are_read_back_from_the_pdf(
    page_and_made: tuple[str, DoctorReport], make_nights: Nights
) -> None:
    _, made = page_and_made
    later = " ".join(page.extract_text() for page in PdfReader(BytesIO(made.pdf())).pages[1:])
    _, cramps = _tables(make_nights(180), Period(TODAY - dt.timedelta(days=89), TODAY))
    for at in pd.to_datetime(cramps["at"].dropna()).dt.strftime("%H:%M"):
        assert at in later
    assert later.count("time not known") == int(cramps["at"].isna().sum())
