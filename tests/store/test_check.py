"""What `check` says of a diary that was broken in one way, and of one that is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.model.night import Night
    from diary.store.store import Store

BROKEN = {
    "DELETE FROM night": [
        "1 row of “cramp” belongs to nothing.",
        "2 rows of “answer” belong to nothing.",
        "The night to 2026-11-22 cannot be read: only its cramps or answers are there.",
    ],
    "UPDATE night SET cramps_told = 0": [
        "The night to 2026-11-22 cannot be read: it has cramps, but it was not told that it had any.",
    ],
    "DELETE FROM factor WHERE key = 'fluids'": ["The question “fluids” is missing."],
    "UPDATE cramp SET side = 'middle'": [
        "The night to 2026-11-22 cannot be read: “middle” is not one of left, right, both.",
    ],
    "UPDATE cramp SET at = '2026-11-20T03:10:00'": [
        "The night to 2026-11-22 cannot be read: A night runs from noon to noon, so a cramp on 2026-11-20 at 03:10 is not in the night to 2026-11-22.",
    ],
    "UPDATE answer SET text = 'thin', number = NULL, factor = 'bedding', kind = 'choice' WHERE factor = 'socks'": [],
    "UPDATE answer SET text = 'feathers', number = NULL, factor = 'bedding', kind = 'choice' WHERE factor = 'socks'": [
        "The night to 2026-11-22 cannot be read: Covers takes one of none, thin, medium, thick, so “feathers” cannot be kept.",
    ],
    "INSERT INTO condition (position, key, own_name, noted_on) VALUES (0, 'bad luck', '', '2026-11-01')": [
        "The condition “bad luck” cannot be read: The condition is empty. Type it first.",
    ],
    "INSERT INTO marker (day, text) VALUES ('2026-11-01', ' ')": [
        "The marker on “2026-11-01” cannot be read: The marker is empty. Type it first.",
    ],
    "INSERT INTO preference VALUES ('text_scale', '7')": [
        "The setting “text_scale” cannot be read: The size of text is from 1 to 2, so 7 cannot be kept.",
    ],
    "UPDATE act SET before = '[]'": [
        "The record of the change “Night saved” cannot be read: what stands there is not what the diary writes.",
    ],
}


def test_a_whole_diary_has_no_findings(
    store: Store, cramp_night: Night, keep_night: Callable[[Store, Night], None]
) -> None:
    assert store.check() == ()
    keep_night(store, cramp_night)
    assert store.check() == ()


@pytest.mark.parametrize(("statement", "findings"), BROKEN.items())
def test_each_break_is_told_in_words(
    store: Store,
    cramp_night: Night,
    keep_night: Callable[[Store, Night], None],
    behind_the_door: Callable[..., Any],
    *,
    statement: str,
    findings: list[str],
) -> None:
    keep_night(store, cramp_night)
    behind_the_door(store.folder, statement, rules=False)
    assert sorted(store.check()) == sorted(findings)


def test_one_night_that_cannot_be_read_does_not_hide_the_others(
    store: Store, cramp_night: Night, keep_night: Callable[[Store, Night], None], behind_the_door: Callable[..., Any]
) -> None:
    keep_night(store, cramp_night)
    behind_the_door(store.folder, "INSERT INTO night VALUES ('2026-99-99', 0, NULL, 'x')", rules=False)
    behind_the_door(store.folder, "INSERT INTO night VALUES ('2026-11-21', 0, 'never', 'x')", rules=False)
    told = [finding for finding in store.check() if finding.startswith("The night")]
    assert [finding.split(" cannot")[0] for finding in told] == ["The night to 2026-11-21", "The night to 2026-99-99"]
