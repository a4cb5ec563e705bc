from __future__ import annotations

import datetime as dt
import json

import pytest

from diary.model.night import Answer, Cramp, Muscle, Night, Relief, Side
from diary.model.plain import Fault, ShapeError, plain_data, value_from_plain
from diary.model.profile import Condition, FirstCramp, Helpfulness, Marker, Medicine, Pregnancy, Profile, Sex, Treatment
from diary.model.profile_questions import ProfileAnswer

MORNING = dt.date(2026, 11, 22)
TOLD = dt.datetime(2026, 11, 22, 7, 30, tzinfo=dt.UTC)
CRAMP = Cramp(
    at=dt.datetime(2026, 11, 22, 3, 10),
    about=True,
    minutes=4.5,
    intensity=0,
    side=Side.LEFT,
    muscle=Muscle.FRONT_THIGH,
    woke_me=False,
    minutes_awake=0,
    sore_next_day=True,
    relief=frozenset({Relief.STRETCHING, Relief.HEAT}),
    distress=0,
)


def test_a_night_survives_as_plain_data_through_json() -> None:
    night = Night(
        MORNING,
        cramps=(CRAMP, Cramp()),
        logged_at=TOLD,
        answers={"bed_time": Answer(dt.time(22, 30), TOLD), "socks": Answer(False, TOLD), "fluids": Answer(0.0, TOLD)},
        note="Ärger “im” Bett\n夜",
    )
    assert value_from_plain(Night, json.loads(json.dumps(plain_data(night)))) == night


def test_a_quiet_night_and_one_not_logged_stay_apart_as_plain_data() -> None:
    assert value_from_plain(Night, plain_data(Night(MORNING))).cramps is None
    assert value_from_plain(Night, plain_data(Night(MORNING, cramps=()))).cramps == ()


def test_what_was_not_answered_is_left_out_and_zero_and_no_are_not() -> None:
    assert plain_data(Cramp()) == {}
    assert {"intensity", "minutes_awake", "distress", "woke_me"} <= plain_data(CRAMP).keys()
    assert value_from_plain(Cramp, plain_data(CRAMP)) == CRAMP


def test_that_nothing_helped_stays_apart_from_not_answered() -> None:
    for relief in (None, frozenset[Relief](), frozenset({Relief.NOTHING})):
        assert value_from_plain(Cramp, plain_data(Cramp(relief=relief))).relief == relief


def test_a_profile_and_a_marker_survive_as_plain_data() -> None:
    profile = Profile(
        "Ana 李",
        1958,
        Sex.FEMALE,
        Pregnancy(20, MORNING),
        (Condition("diabetes", MORNING, 2001), Condition("kidney", MORNING)),
        (Medicine("Amlodipine", MORNING, dose="5 mg", started=MORNING, key=3), Medicine("Iron", MORNING)),
    )
    assert value_from_plain(Profile, json.loads(json.dumps(plain_data(profile)))) == profile
    assert value_from_plain(Profile, plain_data(Profile())) == Profile()
    assert value_from_plain(Marker, plain_data(Marker(MORNING, "new bed", 2))) == Marker(MORNING, "new bed", 2)


def test_what_is_asked_once_survives_as_plain_data() -> None:
    for first in (FirstCramp(1999, MORNING), FirstCramp(dt.date(2019, 5, 3), MORNING)):
        profile = Profile(
            pregnancy=Pregnancy(None, MORNING),
            medicines=(Medicine("Magnesium", MORNING, for_cramps=True, supplement=True),),
            first_cramp=first,
            answers={"apart_urge": ProfileAnswer(False, MORNING), "sign_one_leg": ProfileAnswer(True, MORNING)},
            treatments=(
                Treatment("Pickle juice", MORNING, Helpfulness.A_LITTLE, "less sharp", MORNING, key=1),
                Treatment("Socks", MORNING),
            ),
            doctor_questions=("Why me?", "", "Is it the spine?"),
            emergency_number="999",
        )
        assert value_from_plain(Profile, json.loads(json.dumps(plain_data(profile)))) == profile


def test_no_pregnancy_and_pregnancy_not_answered_stay_apart_as_plain_data() -> None:
    for profile in (Profile(), Profile(not_pregnant=MORNING)):
        assert value_from_plain(Profile, json.loads(json.dumps(plain_data(profile)))) == profile


def test_the_key_of_a_cramp_is_of_this_run_of_the_program_and_stands_in_no_file() -> None:
    assert plain_data(Cramp(intensity=3, key=7)) == {"intensity": 3}
    with pytest.raises(ShapeError):
        value_from_plain(Cramp, {"intensity": 3, "key": 7})


def test_a_mark_of_a_medicine_is_written_only_where_it_is_set_so_that_an_earlier_program_reads_the_rest() -> None:
    assert "for_cramps" not in plain_data(Medicine("Iron", MORNING))
    assert plain_data(Medicine("Iron", MORNING, for_cramps=True))["for_cramps"] is True


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-11-22T07:30:00+00:00", TOLD),
        ("2026-11-22T07:30Z", TOLD),
        ("2026-11-22T08:23:28.000001+00:53:28", TOLD.replace(microsecond=1)),
    ],
)
def test_a_moment_is_read_in_every_form_that_the_diary_ever_wrote(text: str, moment: dt.datetime) -> None:
    assert value_from_plain(Answer, {"value": True, "given_at": text}).given_at == moment


@pytest.mark.parametrize(
    "text", ["1700000000", "2026-11-22", "2026-11-22T07:30", "20261122T073000Z", "2026-11-22 07:30+01:00", ""]
)
def test_a_moment_in_another_form_is_refused_and_never_guessed(text: str) -> None:
    with pytest.raises(ShapeError) as error:
        value_from_plain(Answer, {"value": True, "given_at": text})
    assert (error.value.fault, error.value.place, error.value.text) == (Fault.OTHER_VALUE, "given_at", text)


@pytest.mark.parametrize("value", [True, False, 0, 3.5, "low", "22:30", "7"])
def test_an_answer_is_read_as_the_kind_that_it_is_written_in(value: bool | float | str) -> None:
    read = value_from_plain(Answer, {"value": value, "given_at": TOLD.isoformat()}).value
    assert (read, isinstance(read, bool), isinstance(read, str)) == (
        value, isinstance(value, bool), isinstance(value, str),
    )  # fmt: skip


def test_only_a_question_for_a_time_takes_a_text_for_one() -> None:
    answers = {key: Answer("22:30", TOLD) for key in ("bed_time", "own_words")}
    plain = {"morning": "2026-11-22", "answers": plain_data(answers)}
    assert value_from_plain(Night, plain).values() == {"bed_time": dt.time(22, 30), "own_words": "22:30"}
