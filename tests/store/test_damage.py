"""What cannot be read is named, kept as it is, and counted nowhere; everything beside it goes on."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from diary.model.built_in import BUILT_IN
from diary.model.damage import DamagedNightError, DamagedRecordError
from diary.model.factors import YesNo
from diary.model.night import Cramp, Night
from diary.model.preferences import Preferences, Theme
from diary.model.profile import Condition, Marker, Medicine, Profile, Treatment
from diary.model.questions import Questions
from diary.store.acts import DamagedActError
from diary.store.change import Change, Records
from diary.store.errors import DamagedDiaryError, DamagedForWritingError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from diary.store.store import Store

MORNING = dt.date(2026, 11, 22)
OTHER = dt.date(2026, 11, 23)
TODAY = dt.date(2026, 11, 24)
PAGE = 4096

DAMAGED_NIGHTS = {
    "UPDATE night SET cramps_told_at = '2026-1q-22T07:05:00+01:00' WHERE morning = '2026-11-22'": "is not a moment",
    "UPDATE night SET cramps_told_at = '2026-11-22T07:05:00' WHERE morning = '2026-11-22'": "with its time zone",
    "UPDATE night SET cramps_told = 2 WHERE morning = '2026-11-22'": "“2” is not yes or no",
    "UPDATE night SET cramps_told = 0 WHERE morning = '2026-11-22'": "not told that it had any",
    "UPDATE night SET note = CAST(X'ff41' AS TEXT) WHERE morning = '2026-11-22'": "is not a text",
    "UPDATE answer SET number = 2 WHERE morning = '2026-11-22' AND factor = 'socks'": "“2.0” is not yes or no",
    "UPDATE answer SET number = 16.53731 WHERE morning = '2026-11-22' AND factor = 'room_temperature'": "in steps of",
    "UPDATE answer SET number = 16.500000000000004 WHERE morning = '2026-11-22' AND factor = 'room_temperature'": (
        "“16.500000000000004” is not an answer"
    ),
    "UPDATE answer SET given_at = '2026-11-22 07:05:00+01:00' WHERE morning = '2026-11-22'": "is not a moment",
    "UPDATE answer SET factor = 'sockz' WHERE morning = '2026-11-22' AND factor = 'socks'": "no question named",
    "UPDATE cramp SET at = '2026-11-22T13:10:00' WHERE morning = '2026-11-22'": "from noon to noon",
    "UPDATE cramp SET at = '2026-11-22T03:10:07' WHERE morning = '2026-11-22'": "is not a time to the minute",
    "UPDATE cramp SET intensity = 11 WHERE morning = '2026-11-22'": "from 0 to 10",
    "UPDATE cramp SET minutes = 0.25 WHERE morning = '2026-11-22'": "in steps of",
    "UPDATE cramp SET about = 3 WHERE morning = '2026-11-22'": "“3” is not yes or no",
    "UPDATE cramp SET relief = '[\"heap\"]' WHERE morning = '2026-11-22'": "“heap” is not one of",
    "UPDATE cramp SET relief = '{\"heat\": 1}' WHERE morning = '2026-11-22'": "is not a list",
    "UPDATE cramp SET muscle = 'cald' WHERE morning = '2026-11-22'": "“cald” is not one of",
    "DELETE FROM night WHERE morning = '2026-11-22'": "only its cramps or answers are there",
}


@pytest.fixture
def diary(store: Store, cramp_night: Night, keep_night: Callable[[Store, Night], None], now: dt.datetime) -> Store:
    """A diary of two nights, a profile, a marker and an own question."""
    keep_night(store, cramp_night)
    keep_night(store, Night(OTHER).with_cramps((Cramp(intensity=4),), now))
    medicines = (Medicine("Magnesium", TODAY), Medicine("Iron", TODAY))
    conditions = (Condition("diabetes", TODAY), Condition("kidney", TODAY))
    profile = Profile("A. P.", 1957, conditions=conditions, medicines=medicines, treatments=(Treatment("heat", TODAY),))
    store.keep(Change("Profile saved", Records(profile=Profile()), Records(profile=profile)))
    markers = (Marker(MORNING, "new mattress"), Marker(OTHER, "new shoes"))
    store.keep(Change("Markers saved", Records(markers=()), Records(markers=markers)))
    asked = Questions().add("Herb tea?", kind=YesNo()).add("A walk?", kind=YesNo())
    store.keep(Change("Question added", Records(questions=Questions()), Records(questions=asked)))
    store.keep_preferences(Preferences(theme=Theme.DARK, text_scale=1.5))
    return store


@pytest.mark.parametrize(("statement", "reason"), DAMAGED_NIGHTS.items())
def test_a_damaged_night_is_named_and_the_others_are_read(
    diary: Store, behind_the_door: Callable[..., Any], statement: str, reason: str
) -> None:
    other = diary.night(OTHER)
    behind_the_door(diary.folder, statement, rules=False)
    stored = diary.stored_nights()
    assert stored.nights == (other,)
    assert [night.morning for night in stored.damaged] == [MORNING]
    assert reason in stored.damaged[0].reason
    assert diary.night(OTHER) == other
    with pytest.raises(DamagedNightError, match="kept as it is"):
        diary.night(MORNING)
    assert any(finding.startswith("The night to 2026-11-22 cannot be read") for finding in diary.check())


@pytest.mark.parametrize("statement", DAMAGED_NIGHTS)
def test_no_act_and_no_undo_writes_over_a_damaged_night(
    diary: Store, behind_the_door: Callable[..., Any], keep_night: Callable[[Store, Night], None], statement: str
) -> None:
    keep_night(diary, replace(diary.night(MORNING), note="later"))
    behind_the_door(diary.folder, statement, rules=False)
    before = _rows(diary.folder, behind_the_door)
    for act in (
        lambda: diary.keep(Change("Night deleted", Records(), Records(nights=(Night(MORNING),)))),
        lambda: diary.keep(
            Change("File taken in", Records(), Records(nights=(Night(OTHER), Night(MORNING, note="x"))))
        ),
        diary.undo,
    ):
        with pytest.raises(DamagedNightError, match="nothing was changed"):
            act()
    assert _rows(diary.folder, behind_the_door) == before


def test_a_morning_that_cannot_be_read_is_named_by_what_stands_there(
    diary: Store, behind_the_door: Callable[..., Any]
) -> None:
    behind_the_door(diary.folder, "UPDATE night SET morning = '2026-11-2r' WHERE morning = '2026-11-22'", rules=False)
    stored = diary.stored_nights()
    assert [night.morning for night in stored.nights] == [OTHER]
    assert [night.place for night in stored.damaged] == ["2026-11-22", "2026-11-2r"]
    assert stored.damaged[1].morning is None
    assert stored.damaged[1].name == "“2026-11-2r”"
    with pytest.raises(DamagedNightError):
        diary.keep(Change("x", Records(), Records(nights=(Night(MORNING, note="x"),))))


@pytest.mark.parametrize("place", ["night", "sqlite_autoindex_night_1"])
def test_a_night_that_table_and_index_tell_differently_is_damaged(
    diary: Store, open_store: Callable[..., Store], behind_the_door: Callable[..., Any], place: str
) -> None:
    """Whoever finds a night by the one would write over it by the other."""
    diary.close()
    _change_on_page(diary.folder, behind_the_door, place, b"2026-11-22", b"2026-11-12")
    damaged = open_store(diary.folder)
    stored = damaged.stored_nights()
    assert [night.morning for night in stored.nights] == [OTHER]
    assert {night.place for night in stored.damaged} == {"2026-11-12", "2026-11-22"}
    for morning in (MORNING, dt.date(2026, 11, 12)):
        with pytest.raises(DamagedNightError):
            damaged.keep(Change("x", Records(), Records(nights=(Night(morning, note="x"),))))


def test_a_damaged_index_hides_no_night_and_what_needs_it_is_refused(
    diary: Store, open_store: Callable[..., Store], behind_the_door: Callable[..., Any]
) -> None:
    nights = diary.nights()
    diary.close()
    _change_on_page(diary.folder, behind_the_door, "sqlite_autoindex_night_1", b"\x03\x21", b"\x7f\x21")
    damaged = open_store(diary.folder)
    assert damaged.nights() == nights
    assert any("damaged" in finding for finding in damaged.check())
    with pytest.raises(DamagedDiaryError):
        damaged.keep(Change("x", Records(), Records(nights=(Night(MORNING, note="x"),))))
    assert damaged.nights() == nights


DAMAGED_RECORDS = {
    "UPDATE profile_answer SET noted_on = '2026-11-3q' WHERE question = 'name'": "The profile's answer “name”",
    "UPDATE profile_answer SET number = 3957 WHERE question = 'year_of_birth'": "The profile's answer “year_of_birth”",
    "UPDATE condition SET key = 'kidnex' WHERE key = 'kidney'": "The condition “kidnex”",
    "UPDATE medicine SET supplement = 5 WHERE name = 'Iron'": "The medicine “Iron”",
    "UPDATE tried SET verdict = 'helpee'": "“heat” in the list of what was tried",
    "UPDATE marker SET day = '2026-13-23' WHERE text = 'new shoes'": "The marker on “2026-13-23”",
    "UPDATE factor SET evening = 4 WHERE key = 'own_a_walk'": "The question “own_a_walk”",
    "UPDATE factor SET high = 51 WHERE key = 'room_temperature'": "The question “room_temperature”",
    "UPDATE preference SET value = '\"darl\"' WHERE name = 'theme'": "The setting “theme”",
    "UPDATE act SET before = '{\"nights\": [}' WHERE words = 'Markers saved'": "The record of the change “Markers saved”",
}


@pytest.mark.parametrize(("statement", "what"), DAMAGED_RECORDS.items())
def test_a_damaged_row_costs_that_row_only_and_outlives_every_save_of_its_neighbours(
    diary: Store, behind_the_door: Callable[..., Any], now: dt.datetime, statement: str, what: str
) -> None:
    nights = diary.nights()
    behind_the_door(diary.folder, statement, rules=False)
    (damaged,) = diary.damaged_records()
    assert damaged.what == what
    assert [finding for finding in diary.check() if finding.startswith(what)]
    assert diary.nights() == nights
    table, changed = statement.removeprefix("UPDATE ").partition(" WHERE ")[0].split(" SET ")
    rows = f"SELECT count(*) FROM {table} WHERE {changed}"  # noqa: S608  # the statement above, asked for
    before = behind_the_door(diary.folder, rows)
    _save_everything(diary, now)
    assert diary.damaged_records() == (damaged,)
    assert behind_the_door(diary.folder, rows) == before


def _save_everything(diary: Store, now: dt.datetime) -> None:
    profile = diary.profile()
    more = replace(profile, medicines=(*profile.medicines, Medicine("Zinc", TODAY)), emergency_number="112")
    diary.keep(Change("Profile saved", Records(profile=profile), Records(profile=more)))
    markers = diary.markers()
    diary.keep(Change("Markers saved", Records(markers=markers), Records(markers=(*markers, Marker(TODAY, "x")))))
    questions = diary.questions()
    asked = Records(questions=questions.add("A bath?", kind=YesNo()).hide("fluids", hidden=True))
    diary.keep(Change("Question added", Records(questions=questions), asked))
    diary.keep_preferences(replace(diary.preferences(), calcium_aim=3))
    night = diary.night(OTHER).with_answer(BUILT_IN.get("fluids"), 4, now)
    diary.keep(Change("Night saved", Records(nights=(diary.night(OTHER),)), Records(nights=(night,))))


def test_an_undo_that_would_write_over_a_damaged_medicine_is_refused_in_words(
    diary: Store, behind_the_door: Callable[..., Any]
) -> None:
    profile = diary.profile()
    fewer = Records(profile=replace(profile, name="A."))
    diary.keep(Change("x", Records(profile=profile), fewer))
    behind_the_door(diary.folder, "UPDATE medicine SET noted_on = 'x' WHERE name = 'Iron'", rules=False)
    with pytest.raises(DamagedRecordError, match="The medicine “Iron” cannot be read"):
        diary.undo()


def test_an_undo_record_that_cannot_be_read_is_refused_in_words(
    diary: Store, behind_the_door: Callable[..., Any]
) -> None:
    behind_the_door(diary.folder, "UPDATE act SET before = '{nights}'", rules=False)
    with pytest.raises(DamagedActError, match="cannot be taken back"):
        diary.undo()


def test_an_own_question_is_not_asked_over_one_that_cannot_be_read(
    diary: Store, behind_the_door: Callable[..., Any]
) -> None:
    behind_the_door(diary.folder, "UPDATE factor SET evening = 4 WHERE key = 'own_a_walk'", rules=False)
    anew = Records(questions=diary.questions().add("A walk?", kind=YesNo()))
    with pytest.raises(DamagedRecordError, match="own_a_walk"):
        diary.keep(Change("Question added", Records(questions=diary.questions()), anew))


def test_the_check_sees_the_broken_rules_of_a_table(diary: Store, behind_the_door: Callable[..., Any]) -> None:
    """SQLite leaves them out on a connection that cannot write."""
    behind_the_door(diary.folder, "UPDATE profile_answer SET noted_on = '2026-1-1' WHERE id = 1", rules=False)
    assert diary.check()


def test_a_file_whose_build_is_damaged_is_read_and_no_act_on_it_is_taken(
    diary: Store, open_store: Callable[..., Store], behind_the_door: Callable[..., Any]
) -> None:
    nights = diary.nights()
    diary.close()
    at = _page_of(diary.folder, "tried", behind_the_door) * PAGE + 3  # where its number of cells stands
    content = bytearray((diary.folder / "diary.db").read_bytes())
    content[at] ^= 0xFF
    (diary.folder / "diary.db").write_bytes(content)
    damaged = open_store(diary.folder)
    assert damaged.nights() == nights
    with pytest.raises(DamagedForWritingError, match="nothing was changed"):
        damaged.keep(Change("x", Records(), Records(nights=(Night(MORNING),))))


@pytest.mark.parametrize(
    ("rule", "changed"),
    [("cramps_told IN (0, 1)", "cramps_told IN (0, 3)"), ("'yes_no' THEN number IS 0", "'yes_no' THEN number IS 2")],
)
def test_a_diary_whose_rules_have_a_flipped_bit_is_read_and_no_act_on_it_is_taken(
    diary: Store, open_store: Callable[..., Store], rule: str, changed: str
) -> None:
    """Else a rule that nobody made would refuse what is right, as a mistake of the program."""
    nights = diary.nights()
    diary.close()
    file = diary.folder / "diary.db"
    assert rule.encode() in file.read_bytes()
    file.write_bytes(file.read_bytes().replace(rule.encode(), changed.encode()))
    damaged = open_store(diary.folder)
    assert damaged.nights() == nights
    assert any("is not as the program makes it" in finding for finding in damaged.check())
    with pytest.raises(DamagedForWritingError, match="nothing was changed"):
        damaged.keep(Change("x", Records(), Records(nights=(Night(MORNING),))))


def _page_of(folder: Path, table: str, behind_the_door: Callable[..., Any]) -> int:
    ((page,),) = behind_the_door(folder, "SELECT rootpage FROM sqlite_master WHERE name = ?", table)
    return int(page) - 1


def _change_on_page(folder: Path, behind_the_door: Callable[..., Any], place: str, before: bytes, after: bytes) -> None:
    page = _page_of(folder, place, behind_the_door)
    content = (folder / "diary.db").read_bytes()
    at = content.index(before, page * PAGE, (page + 1) * PAGE)
    (folder / "diary.db").write_bytes(content[:at] + after + content[at + len(after) :])


def _rows(folder: Path, behind_the_door: Callable[..., Any]) -> list[Any]:
    nights = "SELECT morning, cramps_told, cramps_told_at, CAST(note AS BLOB) FROM night NOT INDEXED"
    others = ("SELECT * FROM cramp NOT INDEXED", "SELECT * FROM answer", "SELECT * FROM act")
    return [behind_the_door(folder, query) for query in (nights, *others)]
