from __future__ import annotations

import datetime as dt
from statistics import median

from statsmodels.stats.proportion import proportion_confint

from diary.model.night import Answer, Cramp, Night
from diary.model.period import Period
from diary.report.burden import Figure, burden
from diary.report.period_nights import PeriodNights, nights_in_period

FIRST = dt.date(2026, 11, 1)
DAY = dt.timedelta(days=1)
NOW = dt.datetime(2026, 11, 20, tzinfo=dt.UTC)


def _period(*nights: tuple[Cramp, ...]) -> PeriodNights:
    told = [Night(FIRST + place * DAY, cramps=cramps) for place, cramps in enumerate(nights)]
    return nights_in_period(told, Period(FIRST, FIRST + (len(nights) - 1) * DAY))


def _figures(period: PeriodNights) -> dict[str, Figure]:
    return {measure.name: measure.now for measure in burden(period, None)}


def test_cramp_nights_come_first_with_share_and_wilson_interval() -> None:
    low, high = proportion_confint(3, 10, method="wilson")
    first = burden(_period(*[(Cramp(),)] * 3, *[()] * 7), None)[0]
    assert first.now == Figure("8.4", f"3 of 10 nights: 30 % ({100 * low:.0f} % to {100 * high:.0f} %)")


def test_cramps_a_week_are_of_the_nights_logged() -> None:
    figure = _figures(_period((Cramp(), Cramp()), *[()] * 8))["Cramps a week"]
    assert figure == Figure(f"{7 * 2 / 9:.1f}", "2 cramps on 9 logged nights")


def test_fewer_nights_than_a_week_has_make_no_rate() -> None:
    figures = _figures(_period((Cramp(),), ()))
    assert figures["Cramps a week"] == Figure("", "1 cramp on 2 logged nights")
    assert figures["Cramp nights in 28"].value == ""
    assert _figures(_period((Cramp(),), *[()] * 6))["Cramps a week"].value == "1.0"


def test_intensity_and_minutes_are_medians_of_what_was_told() -> None:
    told = [(3, 0.5), (8, 4.0), (4, 12.0)]
    cramps = tuple(Cramp(intensity=intensity, minutes=minutes) for intensity, minutes in told)
    figures = _figures(_period((*cramps, Cramp())))
    assert figures["Intensity, 0 to 10"] == Figure(f"{median([3, 8, 4])}", "median of 3 cramps, 3 to 8; 1 not told")
    assert figures["Minutes a cramp lasts"] == Figure("4", "median of 3 cramps, longest 12; 1 not told")
    assert figures["Cramps over ten minutes"] == Figure("1 of 3", "cramps; 1 not told")


def test_a_night_with_a_yes_is_counted_once_and_one_without_an_answer_not_at_all() -> None:
    yes, no, unknown = Cramp(woke_me=True), Cramp(woke_me=False), Cramp()
    figure = _figures(_period((yes, yes), (no,), (no, yes), (unknown,), ()))["Nights woken"]
    assert figure == Figure("2 of 3", "cramp nights; 1 not told")


def test_sleep_disturbance_is_the_median_of_the_nights_answered() -> None:
    answered = [
        Night(FIRST + place * DAY, (Cramp(),), NOW, {"sleep_disturbance": Answer(float(value), NOW)})
        for place, value in enumerate([2, 9, 4])
    ]
    figure = _figures(nights_in_period(answered, Period(FIRST, FIRST + 3 * DAY)))["Sleep disturbance, 0 to 10"]
    assert figure == Figure("4", "median of 3 nights, 2 to 9")


def test_a_night_that_turned_out_quiet_counts_no_disturbance_by_cramps() -> None:
    """An answer from before its cramps were removed."""
    nights = [
        Night(FIRST + place * DAY, cramps, NOW, {"sleep_disturbance": Answer(value, NOW)})
        for place, (cramps, value) in enumerate([((Cramp(),), 2.0), ((), 9.0)])
    ]
    figure = _figures(nights_in_period(nights, Period(FIRST, FIRST + 3 * DAY)))["Sleep disturbance, 0 to 10"]
    assert figure == Figure("2", "median of 1 night, 2 to 2")


def test_what_was_never_told_is_not_recorded_and_never_zero() -> None:
    figures = _figures(_period((Cramp(),)))
    for name in ("Intensity, 0 to 10", "Minutes a cramp lasts", "Cramps over ten minutes", "Nights woken"):
        assert figures[name] == Figure("", "not recorded")


def test_the_longest_free_spell_is_of_quiet_nights_in_a_row_and_a_night_not_logged_ends_it() -> None:
    told = {0: (), 1: (), 2: (Cramp(),), 3: (), 4: (), 5: (), 7: (), 8: ()}
    nights = [Night(FIRST + at * DAY, cramps=cramps) for at, cramps in told.items()]
    assert _figures(nights_in_period(nights, Period(FIRST, FIRST + 8 * DAY)))["Longest free spell"] == Figure(
        "3", "quiet nights in a row"
    )
    assert _figures(_period((Cramp(),)))["Longest free spell"] == Figure("0", "quiet nights in a row")
