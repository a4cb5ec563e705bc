from __future__ import annotations

import datetime as dt

from diary.model.mornings import DAY
from diary.model.night import Cramp, Night
from diary.model.profile import Helpfulness, Marker, Medicine, Profile, Treatment
from diary.model.report_choices import Part, ReportChoices
from diary.report.events import event_lines, event_markers, events
from tests.report.blocks import TODAY, nights_of, source_of

BAD = (Cramp(),)
DAY_OF_CHANGE = TODAY - 30 * DAY


def _nights() -> list[Night]:
    """180 nights: one in three bad before the change, one in two since."""
    return [
        Night(TODAY - back * DAY, BAD if back % (2 if back < 30 else 3) == 0 else ()) for back in range(179, -1, -1)
    ]


def test_a_medicine_and_a_marker_are_told_over_the_period_and_the_one_before() -> None:
    profile = Profile(medicines=(Medicine("Indapamide", TODAY, started=DAY_OF_CHANGE),))
    source = source_of(_nights(), profile, markers=(Marker(DAY_OF_CHANGE + DAY, "New mattress"),))
    made = events(source)
    assert [(event.letter, event.text, event.counts) for event in made] == [
        ("A", "Indapamide", "50 of 150 → 15 of 30"),
        ("B", "New mattress", "50 of 151 → 15 of 29"),
    ]
    assert [(marker.text, marker.day) for marker in event_markers(made)] == [
        ("A", DAY_OF_CHANGE),
        ("B", DAY_OF_CHANGE + DAY),
    ]


def test_a_trial_is_told_over_the_four_weeks_before_and_since_with_how_it_went() -> None:
    treatment = Treatment("Stretching", TODAY, Helpfulness.A_LITTLE, started=DAY_OF_CHANGE, stopped=TODAY - 2 * DAY)
    made = events(source_of(_nights(), Profile(treatments=(treatment,))))
    assert [event.text for event in made] == ["Stretching (a little)", "Stretching stopped"]
    nights = {night.morning: bool(night.cramps) for night in _nights()}
    before = [nights[DAY_OF_CHANGE - back * DAY] for back in range(28)]
    since = [nights[DAY_OF_CHANGE + ahead * DAY] for ahead in range(1, 29)]
    assert made[0].counts == f"{sum(before)} of 28 → {sum(since)} of 28"


def test_what_was_listed_as_medicine_and_as_tried_is_told_once() -> None:
    profile = Profile(
        medicines=(Medicine("Magnesium", TODAY, started=DAY_OF_CHANGE),),
        treatments=(Treatment("Magnesium 300 mg", TODAY, started=DAY_OF_CHANGE),),
    )
    assert [event.text for event in events(source_of(_nights(), profile))] == ["Magnesium 300 mg"]


def test_what_changed_at_another_time_or_is_left_out_is_no_event() -> None:
    profile = Profile(
        medicines=(
            Medicine("Long ago", TODAY, started=dt.date(2020, 1, 1)),
            Medicine("Now", TODAY, started=DAY_OF_CHANGE),
        )
    )
    assert [event.text for event in events(source_of(_nights(), profile))] == ["Now"]
    choices = ReportChoices(without=frozenset({Part.MEDICINES}))
    assert events(source_of(_nights(), profile, choices=choices)) == ()


def test_where_not_all_have_room_a_linked_medicine_comes_before_eye_drops_and_markers() -> None:
    profile = Profile(
        medicines=(
            Medicine("Eye drops", TODAY, started=DAY_OF_CHANGE - 3 * DAY),
            Medicine("Simvastatin", TODAY, started=DAY_OF_CHANGE),
        )
    )
    source = source_of(_nights(), profile, markers=(Marker(DAY_OF_CHANGE - 5 * DAY, "New mattress"),))
    (line,) = event_lines(events(source), source, most=1, text=40)
    assert (line.letter, line.text) == ("C", "Simvastatin, 23 Oct")


def test_bad_nights_alone_are_counted_on_both_sides_without_a_rate() -> None:
    nights = nights_of(*[BAD, None, None] * 30)
    source = source_of(nights, markers=(Marker(DAY_OF_CHANGE, "New mattress"),))
    assert events(source)[0].counts == "20 → 10 cramp nights"
