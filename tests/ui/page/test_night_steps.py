from __future__ import annotations

import datetime as dt

from diary.ui.page.night_steps import EARLIEST, NightSteps

DAY = dt.timedelta(days=1)
TODAY = dt.date(2026, 11, 22)


def step(steps: NightSteps, shown: dt.date, days: int, at: float = 100.0) -> dt.date:
    return steps.step(shown, days, latest=TODAY, at=at)


def test_three_fast_taps_are_three_nights_though_the_address_has_not_followed() -> None:
    steps = NightSteps()
    steps.arrive(TODAY)
    assert [step(steps, TODAY, -1) for _ in range(3)] == [TODAY - DAY, TODAY - 2 * DAY, TODAY - 3 * DAY]


def test_a_tap_while_earlier_steps_arrive_goes_on_from_the_last_of_them() -> None:
    steps = NightSteps()
    steps.arrive(TODAY)
    step(steps, TODAY, -1)
    step(steps, TODAY, -1)
    steps.arrive(TODAY - DAY)
    assert step(steps, TODAY - DAY, -1) == TODAY - 3 * DAY


def test_a_screen_drawn_anew_meanwhile_loses_no_step() -> None:
    steps = NightSteps()
    steps.arrive(TODAY)
    step(steps, TODAY, -1)
    steps.arrive(TODAY)
    assert step(steps, TODAY, -1) == TODAY - 2 * DAY


def test_a_night_chosen_otherwise_is_where_the_next_step_begins() -> None:
    steps = NightSteps()
    steps.arrive(TODAY)
    step(steps, TODAY, -1)
    chosen = TODAY - 40 * DAY
    steps.arrive(chosen)
    assert step(steps, chosen, 1) == chosen + DAY


def test_a_step_never_goes_past_the_latest_or_the_earliest_night() -> None:
    steps = NightSteps()
    assert [step(steps, TODAY - DAY, 1) for _ in range(3)] == [TODAY] * 3
    assert step(NightSteps(), EARLIEST, -1) == EARLIEST


def test_a_step_that_never_arrived_is_forgotten_after_a_while() -> None:
    steps = NightSteps()
    steps.arrive(TODAY)
    step(steps, TODAY, -1, at=100)
    assert step(steps, TODAY, -1, at=110) == TODAY - DAY
