"""Every number on page one, recomputed from the nights by other means and found in the PDF; and no number beside them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from io import BytesIO
from typing import Any

import pandas as pd
import pytest
from pypdf import PdfReader
from statsmodels.stats.proportion import proportion_confint

from diary import __version__
from diary.model.night import Night
from diary.model.period import Period
from diary.model.plain import plain_data
from diary.model.profile import Profile
from diary.report.make import DoctorReport
from diary.report.sections import TableBlock

Nights = Callable[[int], tuple[Night, ...]]
Report = Callable[..., DoctorReport]
TODAY = dt.date(2026, 11, 22)
STANDING = (
    "Intensity 0\u201310",
    "Cramp nights in 28",
    "Hallegraeff 2017; ICSD-3",
    "20 00 04 08",
    "More: page 2.",
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
    def row(name: str, told: pd.Series[Any], yes: pd.Series[Any]) -> str:
        n, answered = int(yes[told.notna()].sum()), int(told.notna().sum())
        return f"{name} {n}" if answered == len(cramps) else f"{name} {n} of {answered}"

    disturbance = cramps.morning.map(nights.set_index(nights.morning.dt.strftime("%Y-%m-%d")).sleep_disturbance)
    broke = pd.DataFrame({"woken": cramps.woke_me, "disturbed": disturbance})
    told_of_sleep = pd.Series(1.0, index=broke.index).where(broke.notna().any(axis=1))
    broken = (broke.woken == True) | (broke.disturbed > 0)  # noqa: E712  # a yes, which not answered is not
    return [
        row("Intense pain", cramps.intensity, cramps.intensity >= 7),
        row("Ten minutes at most", cramps.minutes, cramps.minutes <= 10),
        row("Calf or foot", cramps.muscle, cramps.muscle.isin(["calf", "foot"])),
        row("Not the thigh", cramps.muscle, ~cramps.muscle.isin(["front_thigh", "back_thigh"])),
        row("Lingering pain", cramps.sore_next_day, cramps.sore_next_day == True),  # noqa: E712
        row("Broken sleep", told_of_sleep, broken),
        row(
            "Stretching relieves",
            cramps.relief,
            cramps.relief.map(lambda means: "stretching" in (means or ()) if isinstance(means, list) else False),
        ),
    ]


def _tiles(nights: pd.DataFrame, cramps: pd.DataFrame) -> list[tuple[str, str]]:
    """The value and the basis of each tile."""
    logged, with_cramps = len(nights), int((nights.cramps > 0).sum())
    low, high = (28 * end for end in proportion_confint(with_cramps, logged, method="wilson"))
    woken = cramps.dropna(subset=["woke_me"]).groupby("morning").woke_me.agg("any")
    return [
        (f"{28 * with_cramps / logged:.1f}", f"{with_cramps} of {logged}; {low:.1f}\u2013{high:.1f}"),
        (f"{cramps.intensity.median():g}", f"{cramps.intensity.min():.0f}\u2013{cramps.intensity.max():.0f}"),
        (f"{cramps.minutes.median():g}", f"longest {cramps.minutes.max():g}"),
        (f"{woken.sum()} of {len(woken)}", ""),
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
def made(make_nights: Nights, report: Report) -> DoctorReport:
    return report(make_nights(180), profile=Profile(name="A. Patient", year_of_birth=1990))


def _words_of(pages: Iterable[Any]) -> str:
    return " ".join(" ".join(page.extract_text() for page in pages).replace("\u200b", "").split())


def test_every_number_of_first_page_is_recomputed_and_none_stands_beside_them(
    made: DoctorReport, make_nights: Nights
) -> None:
    page = _words_of([PdfReader(BytesIO(made.pdf())).pages[0]])
    nights = make_nights(180)
    now, cramps = _tables(nights, Period(TODAY - dt.timedelta(days=89), TODAY))
    before, cramps_before = _tables(nights, Period(TODAY - dt.timedelta(days=179), TODAY - dt.timedelta(days=90)))
    then_in_28, now_in_28 = (28 * (each.cramps > 0).mean() for each in (before, now))
    timed = int(cramps["at"].notna().sum())
    expected = [
        "25 Aug\u201322 Nov 2026",
        "aged 35\u201336",
        f"{len(now)} of 90 nights logged, 100 % of answers before the night",
        f"In brackets 27 May\u201324 Aug, {len(before)} of 90 logged.",
        f"{int((cramps.minutes > 10).sum())} over ten minutes (longest {cramps.minutes.max():g})",
        f"{then_in_28:.1f} → {now_in_28:.1f} in 28",
        f"of {len(cramps)} cramps",
        f"{len(cramps) - timed} of {len(cramps)} without a time here",
        *(words for tile in _tiles(now, cramps) for words in tile if words),
        *(f"({value})" for value, _ in _tiles(before, cramps_before)),
        *_features(now, cramps),
        "4 looked at; no pattern to tell. 1 not judged",
        f"Night Cramp Diary {__version__}",
    ]
    left = re.sub(r"Page 1 of \d+$|four weeks to \d+ \w+", " ", page)
    for words in (*STANDING, *sorted(expected, key=len, reverse=True)):
        whole = re.compile(rf"(?<![\w.]){re.escape(words)}(?![\w%]|\.\d)")
        assert whole.search(left) or words in page, words
        left = whole.sub(" ", left)
    assert re.findall(r"[^.;]{0,40}\d[^.;]{0,20}", left) == []


def test_every_number_of_the_measures_is_recomputed(made: DoctorReport, make_nights: Nights) -> None:
    later = _words_of(PdfReader(BytesIO(made.pdf())).pages[1:])
    nights = make_nights(180)
    for first, last in ((89, 0), (179, 90)):
        table, cramps = _tables(nights, Period(TODAY - dt.timedelta(days=first), TODAY - dt.timedelta(days=last)))
        for words in (*_measures(table, cramps), *(_tallies(cramps) if last == 0 else ())):
            assert words in later, words


def test_the_counts_of_everything_looked_at_are_recomputed_from_the_rules(
    made: DoctorReport, make_nights: Nights
) -> None:
    whole = make_nights(180)
    logged = sorted(night.morning for night in whole if night.logged)
    nights, _ = _tables(whole, Period(logged[0], logged[len(logged) // 28 * 28 - 1]))  # those that the last look weighs
    cramp = nights.cramps > 0
    rules = {
        "Cold room (below 16 °C)": nights.room_temperature < 16,
        "Legs or feet uncovered": nights.legs_outside.astype(bool),
        "On the back, covers pressing on the feet": (nights.position == "back") & nights.covers_pressed.astype(bool),
    }
    (table,) = (section.parts[1] for section in made.content.sections if section.key == "looked_at")
    assert isinstance(table, TableBlock)
    rows = {row[0]: row for row in table.rows}
    for name, exposed in rules.items():
        for said, group in ((rows[name][1], exposed), (rows[name][2], ~exposed)):
            low, high = proportion_confint(int((cramp & group).sum()), int(group.sum()), method="wilson")
            share = f"{100 * cramp[group].mean():.0f} % ({100 * low:.0f} to {100 * high:.0f} %)"
            assert said == f"{int((cramp & group).sum())} of {int(group.sum())}: {share}"


def test_the_nights_of_the_table_are_read_back_from_the_pdf(made: DoctorReport, make_nights: Nights) -> None:
    later = " ".join(page.extract_text() for page in PdfReader(BytesIO(made.pdf())).pages[1:])
    _, cramps = _tables(make_nights(180), Period(TODAY - dt.timedelta(days=89), TODAY))
    for at in pd.to_datetime(cramps["at"].dropna()).dt.strftime("%H:%M"):
        assert at in later
    assert later.count("time not known") == int(cramps["at"].isna().sum())
