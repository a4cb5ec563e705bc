from __future__ import annotations

import datetime as dt

import pytest

from diary.model.night import Cramp, Muscle, Night, Side
from diary.model.period import Period
from diary.report.period_nights import PeriodNights, nights_before, nights_in_period
from diary.report.summary import summary

FIRST = dt.date(2026, 11, 1)
DAY = dt.timedelta(days=1)


def _period(*nights: tuple[Cramp, ...] | None) -> PeriodNights:
    told = [Night(FIRST + place * DAY, cramps=cramps) for place, cramps in enumerate(nights)]
    return nights_in_period(told, Period(FIRST, FIRST + (len(nights) - 1) * DAY))


def _at(place: int, hour: int, minute: int = 0) -> Cramp:
    return Cramp(at=dt.datetime.combine(FIRST + place * DAY, dt.time(hour, minute)))


def test_the_sentence_counts_cramp_nights_of_the_nights_logged() -> None:
    assert (
        summary(_period((Cramp(),), (Cramp(),), (Cramp(),), (), None), None)
        == "Cramps on 3 of 4 logged nights (75 %), usually once a night."
    )


def test_the_sentence_tells_what_is_usual_of_a_cramp() -> None:
    cramp = Cramp(dt.datetime(2026, 11, 1, 3, 10), minutes=4, intensity=7, side=Side.LEFT, muscle=Muscle.CALF)
    assert summary(_period((cramp,), ()), None) == (
        "Cramps on 1 of 2 logged nights (50 %), in the left calf, around 03:00, about 4 minutes, intensity 7 of 10."
    )


def test_nothing_is_called_usual_that_is_not_so_of_more_than_half() -> None:
    left, right = Cramp(side=Side.LEFT, muscle=Muscle.CALF), Cramp(side=Side.RIGHT, muscle=Muscle.FOOT)
    words = summary(_period((left,), (right, right, left)), None)
    assert words == "Cramps on 2 of 2 logged nights (100 %)."


def test_a_muscle_and_a_side_are_usual_together_only_where_more_than_half_are_that_pair() -> None:
    cramps = (
        *[Cramp(side=Side.LEFT, muscle=Muscle.CALF)] * 3,
        *[Cramp(side=Side.RIGHT, muscle=Muscle.CALF)] * 3,
        *[Cramp(side=Side.LEFT, muscle=Muscle.FOOT)] * 3,
    )
    assert "in the calf." in summary(_period(cramps), None)  # six of nine; left are six too, the left calf three
    assert "left" not in summary(_period(cramps), None)


def test_what_was_not_answered_of_half_the_cramps_is_not_called_usual() -> None:
    cramp = _at(0, 3)
    calf = Cramp(muscle=Muscle.CALF)
    assert summary(_period((cramp, calf, Cramp(), Cramp())), None) == "Cramps on 1 of 1 logged night (100 %)."


def test_of_one_or_two_cramp_nights_none_is_usual() -> None:
    assert "usually" not in summary(_period((Cramp(), Cramp())), None)
    assert "usually" not in summary(_period((Cramp(),), (Cramp(),)), None)
    assert "usually 2 times a night" in summary(_period(*[(Cramp(), Cramp())] * 3), None)


def test_the_hour_is_told_across_midnight() -> None:
    cramps = (_at(-1, 23, 30), _at(0, 0, 20), _at(0, 0, 40))
    assert "around 00:00" in summary(_period(cramps), None)


def test_no_hour_is_told_where_the_cramps_come_at_any_time() -> None:
    cramps = tuple(_at(0, hour) for hour in range(0, 12, 2))
    assert "around" not in summary(_period(cramps), None)


def test_nights_before_stand_beside_where_enough_of_them_were_logged() -> None:
    nights = [Night(FIRST + place * DAY, cramps=(Cramp(),) * (place % 2)) for place in range(-10, 10)]
    period = nights_in_period(nights, Period(FIRST, FIRST + 9 * DAY))
    words = summary(period, nights_before(nights, period.period))
    assert words.endswith("; in the 10 nights before: 5 of 10 (50 %).")


@pytest.mark.parametrize(("logged", "compared"), [(0, False), (6, False), (7, True)])
def test_too_few_nights_before_are_not_compared_with(logged: int, *, compared: bool) -> None:
    nights = [Night(FIRST - place * DAY, cramps=()) for place in range(1, logged + 1)]
    period = nights_in_period([*nights, Night(FIRST, cramps=())], Period(FIRST, FIRST + 9 * DAY))
    assert (nights_before(nights, period.period) is not None) is compared


def test_a_period_without_a_logged_night_is_said_to_be_so() -> None:
    assert summary(_period(None, None), None) == "None of these nights was logged, so there is nothing to count."


def test_a_quiet_period_is_not_said_to_have_usual_cramps() -> None:
    assert summary(_period((), ()), None) == "Cramps on 0 of 2 logged nights (0 %)."
