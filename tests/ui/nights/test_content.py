"""The list of all nights, and its search."""

from __future__ import annotations

import datetime as dt

import pytest

from diary.model.factors import Number, Value, YesNo
from diary.model.night import Cramp, Muscle, Night, NightState, Side
from diary.model.own_factors import choice_of
from diary.model.questions import Questions
from diary.ui.nights.content import by_month, found, found_words, line_of, lines_of, nights_listed, up_to

TOLD_AT = dt.datetime(2026, 11, 22, 8, tzinfo=dt.UTC)
MORNING = dt.date(2026, 11, 22)
CALF = Cramp(at=dt.datetime(2026, 11, 22, 3, 10), intensity=7, side=Side.LEFT, muscle=Muscle.CALF, minutes=4)


def cramp_night(*cramps: Cramp, morning: dt.date = MORNING, note: str = "") -> Night:
    return Night(morning, note=note).with_cramps(cramps, TOLD_AT)


def test_a_line_names_both_days_and_tells_each_cramp_in_words() -> None:
    line = line_of(cramp_night(CALF))
    assert line.name == "Sat 21 → Sun 22 Nov"
    assert line.cramp_lines == ("03:10, calf, left, 7 of 10, 4 min",)
    assert line.worst == 7


def test_more_than_three_cramps_are_counted_not_listed() -> None:
    cramp_lines = line_of(cramp_night(*[CALF] * 5)).cramp_lines
    assert len(cramp_lines) == 4
    assert cramp_lines[-1] == "and 2 more"


def test_a_night_with_a_note_only_is_listed_as_not_logged() -> None:
    line = line_of(Night(MORNING, note="late dinner"))
    assert (line.state, line.cramp_lines) == (NightState.NOT_LOGGED, ("Not logged",))


@pytest.mark.parametrize(
    ("note", "first"),
    [("", ""), ("\n  late dinner \nwine", "late dinner"), ("x" * 500, "x" * 120 + "…")],
)
def test_only_the_first_line_of_a_note_is_listed(note: str, first: str) -> None:
    assert line_of(cramp_night(note=note)).note == first


def test_answers_to_own_questions_are_told_by_their_words_and_found() -> None:
    asked = (
        Questions()
        .add("Herb tea?", kind=YesNo(), name="Tea")
        .add("Mood?", kind=choice_of(("Low", "High")))
        .add("Steps", kind=Number(0, 20_000, 1, "steps"))
        .archive("own_mood")
    )
    night = cramp_night(CALF)
    cramp_lines: dict[str, Value] = {"own_steps": 12_500, "own_tea": True, "own_mood": "low", "socks": True}
    for key, value in cramp_lines.items():
        night = night.with_answer(asked.catalogue.get(key), value, TOLD_AT)
    line = line_of(night, asked.catalogue)
    assert line.answers == "Tea: yes · Mood: Low · Steps: 12500 steps"
    assert found((line,), "calf low 12500") == (line,)
    assert line_of(cramp_night(), asked.catalogue).answers == ""


def test_nights_are_listed_newest_first() -> None:
    nights = [cramp_night(morning=MORNING - dt.timedelta(days=back)) for back in (2, 1, 0)]
    listed = nights_listed(nights)
    assert [line.morning.day for line in listed.lines] == [22, 21, 20]
    assert listed.by_morning[MORNING] == nights[-1]


@pytest.mark.parametrize(
    "words",
    ["calf", "LEFT calf", "7 of 10", "dinner wine", "nov", "november 2026", "  ", "Straße", "матрас", "uber ecole"],
)
def test_a_search_finds_every_word_in_any_order_case_and_accents(words: str) -> None:
    line = line_of(cramp_night(CALF, note="Late dinner\nWine. STRASSE, Матрас, über, École"))
    assert found((line,), words) == (line,)


@pytest.mark.parametrize("words", ["calf right", "quiet", "december"])
def test_a_search_finds_no_night_that_lacks_one_of_its_words(words: str) -> None:
    assert found((line_of(cramp_night(CALF)),), words) == ()


def test_a_search_looks_at_cramps_that_are_only_counted_in_the_list() -> None:
    night = cramp_night(CALF, CALF, CALF, Cramp(muscle=Muscle.TRUNK))
    assert found((line_of(night),), "trunk")


def test_the_list_goes_back_from_the_month_that_is_chosen() -> None:
    mornings = [dt.date(2026, 11, 1), dt.date(2026, 10, 31), dt.date(2026, 9, 30)]
    lines = tuple(line_of(cramp_night(morning=morning)) for morning in mornings)
    assert up_to(lines, dt.date(2026, 10, 1)) == lines[1:]
    assert up_to(lines, None) == lines


def test_the_first_lines_are_grouped_by_month() -> None:
    mornings = [dt.date(2026, 11, 2), dt.date(2026, 11, 1), dt.date(2026, 10, 31), dt.date(2026, 10, 30)]
    lines = tuple(line_of(cramp_night(morning=morning)) for morning in mornings)
    months = by_month(lines, 3)
    assert [(month.name, len(month.lines)) for month in months] == [("November 2026", 2), ("October 2026", 1)]


@pytest.mark.parametrize(
    ("count", "words"), [(0, "No night has all these words."), (1, "1 night found"), (2, "2 nights found")]
)
def test_a_search_tells_how_many_nights_it_found(count: int, words: str) -> None:
    assert found_words(count) == words


def test_many_nights_are_counted_with_a_sign_between_the_thousands() -> None:
    assert found_words(2328) == "2,328 nights found"


def test_a_gap_between_nights_is_a_line_with_nothing_to_delete() -> None:
    logged = cramp_night(CALF)
    listed = nights_listed([logged])
    gap, night = lines_of([logged, Night(MORNING + dt.timedelta(days=1))], listed)
    assert (gap.cramp_lines, gap.deletable) == (("Not logged",), False)
    assert (night, night.deletable) == (listed.lines[0], True)
