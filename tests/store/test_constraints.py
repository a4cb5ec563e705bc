"""What the model refuses, the file refuses too, whoever writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from diary.store.engine import driver

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.model.night import Night
    from diary.store.store import Store

NIGHT = "INSERT INTO night (morning, cramps_told, cramps_told_at, note) VALUES ({})"
CRAMP = "INSERT INTO cramp (morning, position, about, {}) VALUES ('2026-11-22', 5, 0, {})"
ANSWER = "INSERT INTO answer (morning, factor, kind, number, text, given_at) VALUES ('2026-11-22', {})"
GIVEN = "'2026-11-22T07:00:00+01:00'"
OWN = "INSERT INTO factor (key, kind, own, question, name, low, high, step, options, evening, hidden, archived, position) VALUES ({}, 1, 0, 0, 0)"
FORMER = "INSERT INTO former_words (factor, position, until, question, name) VALUES ({})"
PROFILE = "INSERT INTO profile_answer (question, number, text, noted_on) VALUES ({})"
MEDICINE = "INSERT INTO medicine (name, dose, noted_on, started, stopped, for_cramps, supplement) VALUES ({}, 0)"
TRIED = "INSERT INTO tried (what, verdict, how, noted_on, started, stopped) VALUES ({})"
ACT = "INSERT INTO act (done_at, words, before, after, undone) VALUES ('2026-11-22T07:00:00Z', 'x', {})"

GOOD = [
    NIGHT.format("'2026-02-28', 0, NULL, ''"),
    CRAMP.format("at", "'2026-11-21T12:00:00'"),
    CRAMP.format("at", "'2026-11-22T11:59'"),
    CRAMP.format("minutes", "2.5"),
    CRAMP.format("relief", "'[]'"),
    CRAMP.format("relief", '\'["heat", "massage"]\''),
    ANSWER.format(f"'stretched', 'yes_no', 0, NULL, {GIVEN}"),
    ANSWER.format(f"'fluids', 'number', 30, NULL, {GIVEN}"),
    ANSWER.format(f"'bedding', 'choice', NULL, 'thin', {GIVEN}"),
    ANSWER.format(f"'bed_time', 'clock', NULL, '23:05', {GIVEN}"),
    OWN.format("'own_tea', 'yes_no', 1, 'Tea?', 'Tea', NULL, NULL, NULL, NULL"),
    FORMER.format("'fluids', 0, '2026-11-01', 'Tea?', 'Tea'"),
    PROFILE.format("'pregnancy', 43, NULL, '2026-11-01'"),
    MEDICINE.format("'Quinine', '', '2026-11-01', '2026-01-01', '2026-01-01', 1"),
    TRIED.format("'Socks', NULL, '', '2026-11-01', '2026-01-01', '2026-01-01'"),
    ACT.format("""'{"nights": []}', '{"nights": []}', 0"""),
]
BAD = {
    "a morning that is no day": NIGHT.format("'2026-02-30', 0, NULL, ''"),
    "a morning that is no text of a day": NIGHT.format("'22.11.2026', 0, NULL, ''"),
    "a night twice": NIGHT.format("'2026-11-22', 0, NULL, ''"),
    "neither told nor not told": NIGHT.format("'2026-02-28', 2, NULL, ''"),
    "told at no moment": NIGHT.format("'2026-02-28', 1, 'soon', ''"),
    "told at a bare number": NIGHT.format("'2026-02-28', 1, '2026', ''"),
    "a note too long": NIGHT.format("'2026-02-28', 0, NULL, printf('%.*c', 10001, 'x')"),
    "a cramp before its night": CRAMP.format("at", "'2026-11-21T11:59'"),
    "a cramp after its night": CRAMP.format("at", "'2026-11-22T12:00'"),
    "a cramp of minus a minute": CRAMP.format("minutes", "-1"),
    "a cramp of a day": CRAMP.format("minutes", "1440"),
    "a third of a minute": CRAMP.format("minutes", "0.33"),
    "an intensity of 11": CRAMP.format("intensity", "11"),
    "half an intensity": CRAMP.format("intensity", "5.5"),
    "an intensity in words": CRAMP.format("intensity", "'bad'"),
    "a third side": CRAMP.format("side", "'middle'"),
    "an unknown muscle": CRAMP.format("muscle", "'ear'"),
    "a maybe": CRAMP.format("woke_me", "2"),
    "awake for a day": CRAMP.format("minutes_awake", "1440"),
    "relief that is no list": CRAMP.format("relief", "'heat'"),
    "relief by something unknown": CRAMP.format("relief", "'[\"prayer\"]'"),
    "a distress of -1": CRAMP.format("distress", "-1"),
    "a twenty-first cramp": "INSERT INTO cramp (morning, position, about) VALUES ('2026-11-22', 20, 0)",
    "a cramp of no night": "INSERT INTO cramp (morning, position, about) VALUES ('2026-11-23', 0, 0)",
    "an answer without a value": ANSWER.format(f"'stretched', 'yes_no', NULL, NULL, {GIVEN}"),
    "an answer with two values": ANSWER.format(f"'fluids', 'number', 1, '1', {GIVEN}"),
    "an answer of another kind": ANSWER.format(f"'fluids', 'choice', NULL, 'many', {GIVEN}"),
    "a yes of 2": ANSWER.format(f"'stretched', 'yes_no', 2, NULL, {GIVEN}"),
    "a yes in words": ANSWER.format(f"'stretched', 'yes_no', NULL, 'yes', {GIVEN}"),
    "a number in words": ANSWER.format(f"'fluids', 'number', NULL, '5', {GIVEN}"),
    "31 drinks": ANSWER.format(f"'alcohol', 'number', 31, NULL, {GIVEN}"),
    "a choice of nothing": ANSWER.format(f"'bedding', 'choice', NULL, '', {GIVEN}"),
    "a time of 25 o'clock": ANSWER.format(f"'bed_time', 'clock', NULL, '25:00', {GIVEN}"),
    "a time with seconds": ANSWER.format(f"'bed_time', 'clock', NULL, '23:05:30', {GIVEN}"),
    "an answer to nothing": ANSWER.format(f"'mood', 'number', 1, NULL, {GIVEN}"),
    "an answer given never": ANSWER.format("'stretched', 'yes_no', 1, NULL, NULL"),
    "a room at 80 °C": "UPDATE answer SET number = 80 WHERE factor = 'room_temperature'",
    "an own question without its mark": OWN.format("'tea', 'yes_no', 1, 'Tea?', 'Tea', NULL, NULL, NULL, NULL"),
    "an own question without words": OWN.format("'own_tea', 'yes_no', 1, NULL, 'Tea', NULL, NULL, NULL, NULL"),
    "an own number without a range": OWN.format("'own_n', 'number', 1, 'N?', 'N', 0, NULL, 1, NULL"),
    "an own number without a step": OWN.format("'own_n', 'number', 1, 'N?', 'N', 0, 1, NULL, NULL"),
    "an own choice without options": OWN.format("'own_c', 'choice', 1, 'C?', 'C', NULL, NULL, NULL, NULL"),
    "a unit of 21 letters": "UPDATE factor SET unit = '123456789012345678901'",
    "a built-in question put away": "UPDATE factor SET archived = 1",
    "a question perhaps hidden": "UPDATE factor SET hidden = 2",
    "former words of no question": FORMER.format("'own_gone', 0, '2026-11-01', 'Tea?', 'Tea'"),
    "former words that are none": FORMER.format("'fluids', 0, '2026-11-01', '', 'Tea'"),
    "former words of no day": FORMER.format("'fluids', 0, 'once', 'Tea?', 'Tea'"),
    "a question still answered taken out": "DELETE FROM factor WHERE key = 'room_temperature'",
    "a pregnancy of 44 weeks": PROFILE.format("'pregnancy', 44, NULL, '2026-11-01'"),
    "a profile answer with two values": PROFILE.format("'name', 1, 'x', '2026-11-01'"),
    "a profile answer without a day": PROFILE.format("'name', NULL, 'x', NULL"),
    "a medicine without a name": MEDICINE.format("'', '', '2026-11-01', NULL, NULL, 0"),
    "a medicine stopped before it was started": MEDICINE.format("'Q', '', '2026-11-01', '2026-01-02', '2026-01-01', 0"),
    "a medicine half for cramps": MEDICINE.format("'Q', '', '2026-11-01', NULL, NULL, 2"),
    "nothing tried": TRIED.format("'', NULL, '', '2026-11-01', NULL, NULL"),
    "a verdict of another kind": TRIED.format("'Socks', 'good', '', '2026-11-01', NULL, NULL"),
    "too long a story": TRIED.format("'Socks', NULL, printf('%.*c', 1001, 'x'), '2026-11-01', NULL, NULL"),
    "tried backwards": TRIED.format("'Socks', NULL, '', '2026-11-01', '2026-01-02', '2026-01-01'"),
    "a marker without words": "INSERT INTO marker (day, text) VALUES ('2026-11-01', '')",
    "a preference without a value": "INSERT INTO preference VALUES ('theme', '')",
    "an act without its records": ACT.format("'', '{}', 0"),
}


@pytest.fixture
def told(store: Store, cramp_night: Night, keep_night: Callable[[Store, Night], None]) -> Store:
    keep_night(store, cramp_night)
    return store


@pytest.mark.parametrize("statement", GOOD)
def test_a_good_row_is_taken(told: Store, behind_the_door: Callable[..., Any], statement: str) -> None:
    behind_the_door(told.folder, statement)
    assert told.check() == ()


@pytest.mark.parametrize("statement", BAD.values(), ids=BAD.keys())
def test_a_bad_row_is_refused(told: Store, behind_the_door: Callable[..., Any], statement: str) -> None:
    with pytest.raises(driver.IntegrityError):
        behind_the_door(told.folder, statement)


def test_cramps_and_answers_go_with_their_night(told: Store, behind_the_door: Callable[..., Any]) -> None:
    behind_the_door(told.folder, "DELETE FROM night")
    assert behind_the_door(told.folder, "SELECT morning FROM cramp UNION SELECT morning FROM answer") == []
