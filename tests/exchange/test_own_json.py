from __future__ import annotations

import contextlib
import datetime as dt
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diary.exchange.contents import Contents
from diary.exchange.errors import (
    BrokenPartError,
    DuplicateFieldError,
    DuplicateNightError,
    NewerFormatError,
    NotJsonError,
    NotOursError,
)
from diary.exchange.own_json import FORMAT, VERSION, dump, load
from diary.model.errors import DiaryError
from diary.model.night import Night
from diary.model.profile import Marker, Medicine, Profile

if TYPE_CHECKING:
    from collections.abc import Callable

MADE_AT = dt.datetime(2026, 11, 22, 7, 30, tzinfo=dt.UTC)
MORNING = "2026-11-22"
TEA = {"key": "own_tea", "question": "Tea?", "name": "Tea", "kind": "yes_no"}
slow_to_draw = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def written(**parts: Any) -> bytes:
    return json.dumps({"format": FORMAT, "version": VERSION, **parts}).encode()


@slow_to_draw
@given(data=st.data())
def test_what_is_written_is_read_back_equal(data: st.DataObject, any_contents: st.SearchStrategy[Contents]) -> None:
    contents = data.draw(any_contents)
    assert load(dump(contents, created_at=MADE_AT)) == contents


def test_the_same_contents_give_the_same_bytes_with_one_night_a_line() -> None:
    contents = Contents(nights=(Night(dt.date(2026, 11, 21), cramps=()), Night(dt.date(2026, 11, 22), note="夜")))
    assert dump(contents, created_at=MADE_AT) == dump(contents, created_at=MADE_AT)
    assert len(dump(contents, created_at=MADE_AT).decode().splitlines()) == 2 + len(contents.nights)
    assert "夜".encode() in dump(contents, created_at=MADE_AT)


def test_an_empty_diary_can_be_written_and_read() -> None:
    assert load(dump(Contents(), created_at=MADE_AT)) == Contents()


def test_what_a_file_does_not_tell_is_not_told() -> None:
    assert load(written()) == Contents()


def test_where_a_medicine_stands_in_one_diary_means_nothing_in_another() -> None:
    told = Contents(
        profile=Profile(medicines=(Medicine("Iron", dt.date(2026, 1, 1), key=7),)),
        markers=(Marker(dt.date(2026, 1, 1), "new bed", key=9),),
    )
    read = load(dump(told, created_at=MADE_AT))
    assert read.profile.medicines[0].key is None
    assert read.markers[0].key is None
    assert load(written(markers=[{"day": MORNING, "text": "x", "key": 3}])).markers[0].key is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\xff\xfe",
        b"{",
        b"%PDF-1.7",
        b"[" * 100_000,
        b'{"format": NaN}',
        "{}".encode("utf-16"),
        b"SQLite format 3\x00",
    ],
)
def test_what_is_not_json_is_refused(data: bytes) -> None:
    with pytest.raises(NotJsonError):
        load(data)


@pytest.mark.parametrize(
    "data",
    [
        b"[]",
        b"{}",
        b"null",
        b'"night-cramp-diary"',
        b'{"format": "night-cramp-diary"}',
        b'{"format": "night-cramp-diary", "version": "1"}',
        b'{"format": "night-cramp-diary", "version": true}',
        b'{"format": "other", "version": 1}',
    ],
)
def test_json_of_another_program_is_refused(data: bytes) -> None:
    with pytest.raises(NotOursError):
        load(data)


def test_a_file_of_a_newer_format_is_refused_with_both_numbers() -> None:
    with pytest.raises(NewerFormatError, match=f"format {VERSION + 1} .* format {VERSION}"):
        load(json.dumps({"format": FORMAT, "version": VERSION + 1, "nights": "of another shape"}).encode())


@pytest.mark.parametrize(
    ("night", "why"),
    [
        ({"morning": MORNING, "cramps": [{"intensity": 11}]}, "Intensity"),
        ({"morning": MORNING, "cramps": [{}, {"intensity": "7"}]}, "“cramps[1].intensity” holds another kind"),
        ({"morning": MORNING, "cramps": [{"intensity": True}]}, "intensity"),
        ({"morning": MORNING, "cramps": [{"minutes": 4.3}]}, "steps"),
        ({"morning": MORNING, "cramps": [{"at": "2026-11-25T03:10"}]}, "noon to noon"),
        ({"morning": MORNING, "cramps": [{"at": "2026-11-22T03:10:30"}]}, "cramps[0].at"),
        ({"morning": MORNING, "cramps": [{"at": "2026-11-22T03:10+01:00"}]}, "cramps[0].at"),
        ({"morning": MORNING, "cramps": [{"muscle": "knee"}]}, "knee"),
        ({"morning": MORNING, "cramps": [{"relief": ["prayer"]}]}, "prayer"),
        ({"morning": MORNING, "cramps": [{"relief": [{}]}]}, "cramps[0].relief[0]"),
        ({"morning": MORNING, "cramps": [{"woke_me": 1}]}, "woke_me"),
        ({"morning": MORNING, "cramps": [{"key": 1}]}, "cramps[0].key"),
        ({"morning": MORNING, "cramps": [{"strength": 4}]}, "strength"),
        ({"morning": MORNING, "cramps": [7]}, "cramps"),
        ({"morning": MORNING, "cramps": {}}, "cramps"),
        ({"morning": MORNING, "cramps": [{}] * 21}, "20"),
        ({"morning": MORNING, "cramps_told_at": "2026-11-22T07:30+00:00"}, "cramps_told_at"),
        ({"morning": MORNING, "cramps": [], "cramps_told_at": "2026-11-22T07:30"}, "cramps_told_at"),
        ({"morning": MORNING, "answers": {"room_temperature": {"value": 80, "given_at": "2026-11-22T07:30+00:00"}}}, "Room"),
        ({"morning": MORNING, "answers": {"socks": {"value": "yes", "given_at": "2026-11-22T07:30+00:00"}}}, "yes or no"),
        ({"morning": MORNING, "answers": {"socks": {"value": True, "given_at": "2026-11-22T07:30"}}}, "answers.socks.given_at"),
        ({"morning": MORNING, "answers": {"socks": {"value": True, "given_at": "1700000000"}}}, "given_at"),
        ({"morning": MORNING, "answers": {"socks": {"given_at": "2026-11-22T07:30+00:00"}}}, "value"),
        ({"morning": MORNING, "answers": {"socks": True}}, "answers"),
        ({"morning": MORNING, "answers": {"bed_time": {"value": "25:00", "given_at": "2026-11-22T07:30+00:00"}}}, "a time like 22:30"),
        ({"morning": MORNING, "answers": {"shoes": {"value": True, "given_at": "2026-11-22T07:30+00:00"}}}, "shoes"),
        ({"morning": MORNING, "answers": {"own_tea": {"value": 1, "given_at": "2026-11-22T07:30+00:00"}}}, "yes or no"),
        ({"morning": MORNING, "note": ["x"]}, "note"),
        ({"morning": MORNING, "note": "x" * 10_001}, "10,000"),
        ({"morning": MORNING, "mood": "good"}, "mood"),
    ],
)  # fmt: skip
def test_a_broken_night_is_refused_by_its_morning_with_the_reason(night: dict[str, Any], why: str) -> None:
    with pytest.raises(BrokenPartError) as refusal:
        load(written(questions={"own": [TEA]}, nights=[{"morning": "2026-11-21", "cramps": []}, night]))
    assert str(refusal.value).startswith(f"The night to {MORNING} in this file cannot be read: ")
    assert why in str(refusal.value)


@pytest.mark.parametrize("night", [{}, {"morning": 20261122}, "2026-11-22", None, {"cramps": []}])
def test_a_night_without_a_morning_is_refused_by_its_number(night: object) -> None:
    with pytest.raises(BrokenPartError, match="Night number 2 "):
        load(written(nights=[{"morning": "2026-11-21"}, night]))


def test_texts_of_a_file_are_cleaned_of_what_cannot_be_seen() -> None:
    night = {"morning": MORNING, "note": "half \ud83d\x1b\r\nof it"}
    assert load(written(nights=[night])).nights[0].note == "half \nof it"


def test_a_morning_that_is_no_date_is_refused() -> None:
    with pytest.raises(BrokenPartError, match="2026-13-01"):
        load(written(nights=[{"morning": "2026-13-01"}]))
    with pytest.raises(BrokenPartError):
        load(written(nights=[{"morning": "0001-01-01", "cramps": [{"at": "0001-01-01T03:00"}]}]))


HUGE = "9" * 400


@pytest.mark.parametrize(
    "night",
    [
        f'{{"morning": "{MORNING}", "cramps": [{{"intensity": {HUGE}}}]}}',
        f'{{"morning": "{MORNING}", "cramps": [{{"minutes": {HUGE}}}]}}',
        f'{{"morning": "{MORNING}", "cramps": [{{"minutes": 1e999}}]}}',
        f'{{"morning": "{MORNING}", "answers": {"[" * 300}{"]" * 300}}}',
        f'{{"morning": "{MORNING}", "note": {"[" * 900}{"]" * 900}}}',
        f'{{"morning": "{MORNING}", "a{"b" * 9999}": 1}}',
        f'{{"morning": "{"2" * 9999}"}}',
        f'{{"morning": "{MORNING}", "\\ud83d\\u0000": 1}}',
        '{"morning": "\\u0000\\ud83d"}',
    ],
)
def test_a_hostile_night_is_refused_in_one_sentence_that_a_screen_can_show(night: str) -> None:
    with pytest.raises(BrokenPartError) as refusal:
        load(f'{{"format": "{FORMAT}", "version": {VERSION}, "nights": [{night}]}}'.encode())
    assert len(str(refusal.value)) < 250
    assert str(refusal.value).isprintable()


def test_a_field_that_a_part_has_twice_is_refused_by_name() -> None:
    night = f'{{"morning": "{MORNING}", "note": "mine", "note": "yours"}}'
    with pytest.raises(DuplicateFieldError, match="“note” twice"):
        load(f'{{"format": "{FORMAT}", "version": {VERSION}, "nights": [{night}]}}'.encode())


@pytest.mark.parametrize(
    ("parts", "place"),
    [
        ({"profile": {"medicines": [{"name": "Iron", "noted_on": "20260101"}]}}, "“medicines[0].noted_on” holds “20260101”"),
        ({"profile": {"first_cramp": {"when": "spring", "noted_on": MORNING}}}, "“first_cramp.when” holds"),
        ({"profile": {"tried": [{"noted_on": MORNING}]}}, "“tried[0].what” is missing"),
        ({"profile": {"sex": "unsure"}}, "“sex” holds “unsure”"),
        ({"questions": {"own": [TEA, {**TEA, "key": "own_x", "kind": "clock"}]}}, "“own[1].kind” holds “clock”"),
        ({"questions": {"own": [{**TEA, "colour": "red"}]}}, "no field “own[0].colour”"),
        ({"report": {"left_out": [MORNING, "yesterday"]}}, "“left_out[1]” holds “yesterday”"),
        ({"nights": {}}, "“nights” holds another kind"),
    ],
)  # fmt: skip
def test_a_refusal_names_the_place_in_its_part(parts: dict[str, Any], place: str) -> None:
    with pytest.raises(BrokenPartError) as refusal:
        load(written(**parts))
    assert place in str(refusal.value)


def test_a_night_told_twice_is_refused() -> None:
    with pytest.raises(DuplicateNightError, match=MORNING):
        load(written(nights=[{"morning": MORNING}, {"morning": MORNING, "cramps": []}]))


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        ({"profile": {"sex": "unsure"}}, "The profile"),
        ({"profile": {"year_of_birth": "1958"}}, "The profile"),
        ({"profile": {"conditions": [{"key": "hiccups", "noted_on": MORNING}]}}, "The profile"),
        ({"profile": {"medicines": [{"noted_on": MORNING}]}}, "The profile"),
        ({"profile": {"medicines": ["iron"]}}, "The profile"),
        ({"profile": {"pregnancy": {"weeks": 50, "noted_on": MORNING}}}, "The profile"),
        ({"profile": {"shoe_size": 42}}, "The profile"),
        ({"markers": [{"day": MORNING, "text": ""}]}, "A marker"),
        ({"markers": [{"text": "x"}]}, "A marker"),
        ({"preferences": {"theme": "pink"}}, "The settings"),
        ({"preferences": {"cold_below": 99}}, "The settings"),
        ({"preferences": []}, "The head"),
        ({"questions": {"own": [{"key": "own_x"}]}}, "The list of own questions"),
        ({"questions": {"own": [{**TEA, "key": "tea"}]}}, "The list of own questions"),
        ({"questions": {"own": [{**TEA, "kind": "clock"}]}}, "The list of own questions"),
        ({"questions": {"own": [{**TEA, "kind": "number"}]}}, "The list of own questions"),
        ({"questions": {"own": [{**TEA, "kind": "number", "low": 9, "high": 1}]}}, "The list of own questions"),
        ({"questions": {"own": [{**TEA, "kind": "number", "low": False, "high": 1}]}}, "The list of own questions"),
        ({"questions": {"own": [{**TEA, "kind": "choice", "options": {"a": 1, "b": 2}}]}}, "The list of own questions"),
        ({"questions": {"own": [{**TEA, "evening": 1}]}}, "The list of own questions"),
        ({"questions": {"own": [{**TEA, "colour": "red"}]}}, "The list of own questions"),
        ({"questions": {"own": [{**TEA, "former": ["Tea"]}]}}, "The list of own questions"),
        ({"questions": {"own": [{**TEA, "former": [{"until": "then"}]}]}}, "The list of own questions"),
        ({"questions": {"own": [TEA, TEA]}}, "The list of own questions"),
        ({"questions": {"hidden": ["mood"]}}, "The list of own questions"),
        ({"questions": {"hidden": [7]}}, "The list of own questions"),
        ({"report": {"span": "decade"}}, "What the report is to hold"),
        ({"report": {"left_out": ["yesterday"]}}, "What the report is to hold"),
        ({"report": {"own_first": "2026-02-01", "own_last": "2026-01-01"}}, "What the report is to hold"),
        ({"report": {"colour": "red"}}, "What the report is to hold"),
        ({"nights": {}}, "The head"),
        ({"surprise": 1}, "The head"),
    ],
)
def test_any_other_broken_part_is_refused_by_name(parts: dict[str, Any], name: str) -> None:
    with pytest.raises(BrokenPartError, match=f"^{name} in this file cannot be read: "):
        load(written(**parts))


@pytest.mark.parametrize(
    ("night", "sentence"),
    [
        ({"mood": "good"}, "This version of the program knows no field “mood”; update it, or take the field out."),
        ({"note": ["x"]}, "“note” holds another kind of value than the diary writes there; correct it in the file."),
        ({"answers": {"socks": {"value": True}}}, "“answers.socks.given_at” is missing; add it to the file."),
        (
            {"cramps": [{"at": "2026-11-22T25:00"}]},
            "“cramps[0].at” holds “2026-11-22T25:00”, which the diary never writes there; correct it in the file.",
        ),
    ],
)
def test_why_a_part_cannot_be_read_is_a_whole_sentence_that_says_what_to_do(
    night: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(BrokenPartError) as refusal:
        load(written(nights=[{"morning": MORNING, **night}]))
    assert str(refusal.value) == f"The night to {MORNING} in this file cannot be read: {sentence}"


def _cut(data: bytes, place: int, _byte: int) -> bytes:
    return data[:place]


def _changed(data: bytes, place: int, byte: int) -> bytes:
    return data[:place] + bytes([byte]) + data[place + 1 :]


@slow_to_draw
@given(
    data=st.data(),
    harm=st.sampled_from([_cut, _changed]),
    place=st.integers(0, 3000),
    byte=st.integers(0, 255),
)
def test_a_damaged_file_is_read_or_refused_in_words_and_nothing_else(
    data: st.DataObject,
    any_contents: st.SearchStrategy[Contents],
    harm: Callable[[bytes, int, int], bytes],
    place: int,
    byte: int,
) -> None:
    whole = dump(data.draw(any_contents), created_at=MADE_AT)
    with contextlib.suppress(DiaryError):
        load(harm(whole, min(place, len(whole) - 1), byte))
