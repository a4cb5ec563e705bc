from __future__ import annotations

import datetime as dt

from diary.model.changes import changes
from diary.model.profile import Marker, Medicine, Profile

NOTED = dt.date(2026, 11, 1)


def test_starts_and_stops_of_medicines_stand_among_the_markers_in_order() -> None:
    profile = Profile(
        medicines=(
            Medicine("Simvastatin", NOTED, started=dt.date(2026, 3, 1), stopped=dt.date(2026, 8, 1)),
            Medicine("Magnesium", NOTED, supplement=True),
        )
    )
    told = changes(profile, (Marker(dt.date(2026, 5, 2), "New mattress", 7),))
    assert [(change.day.month, change.text) for change in told] == [
        (3, "Simvastatin begun"),
        (5, "New mattress"),
        (8, "Simvastatin stopped"),
    ]


def test_only_a_marker_of_ones_own_can_be_changed_where_it_is_shown() -> None:
    profile = Profile(medicines=(Medicine("Ramipril", NOTED, started=NOTED),))
    marker = Marker(NOTED, "New mattress", 7)
    assert {change.text: change.marker for change in changes(profile, (marker,))} == {
        "Ramipril begun": None,
        "New mattress": marker,
    }


def test_without_dates_nothing_changed() -> None:
    assert changes(Profile(medicines=(Medicine("Ramipril", NOTED),)), ()) == ()
