from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diary.analysis.interim import nights_of_last_analysis, nights_to_next_analysis

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.model.night import Night


@pytest.mark.parametrize(("logged", "seen"), [(0, 0), (27, 0), (28, 28), (55, 28), (56, 56), (365, 364)])
def test_a_look_sees_the_last_full_28_logged_nights(night: Callable[..., Night], logged: int, seen: int) -> None:
    nights = [night(2 * day) for day in range(logged)]
    unlogged = [night(2 * day + 1, cramps=None, socks=True) for day in range(40)]
    assert nights_of_last_analysis([*reversed(nights), *unlogged]) == nights[:seen]


@pytest.mark.parametrize(("logged", "to_come"), [(0, 28), (27, 1), (28, 28), (60, 24)])
def test_the_next_look_is_due_at_the_next_28th_night(logged: int, to_come: int) -> None:
    assert nights_to_next_analysis(logged) == to_come
