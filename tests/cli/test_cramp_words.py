from __future__ import annotations

import contextlib
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.cli.cramp_words import cramp_from_words
from diary.model.errors import DiaryError
from diary.model.night import Cramp, Muscle, Side

MORNING = dt.date(2026, 11, 24)


def at(hour: int, minute: int = 0, *, day: int = 24) -> dt.datetime:
    return dt.datetime(2026, 11, day, hour, minute)


@pytest.mark.parametrize(
    ("words", "cramp"),
    [
        (
            "03:10 calf left 7 4min",
            Cramp(at=at(3, 10), muscle=Muscle.CALF, side=Side.LEFT, intensity=7, minutes=4),
        ),
        (
            "4 min, 7/10, left, calf, 3:10 am",
            Cramp(at=at(3, 10), muscle=Muscle.CALF, side=Side.LEFT, intensity=7, minutes=4),
        ),
        ("LEFT Calf 03.10", Cramp(at=at(3, 10), muscle=Muscle.CALF, side=Side.LEFT)),
        ("23:40", Cramp(at=at(23, 40, day=23))),
        ("12:00 pm", Cramp(at=at(12, 0, day=23))),
        ("11:59 am", Cramp(at=at(11, 59))),
        ("11:40 pm", Cramp(at=at(23, 40, day=23))),
        ("12 am", Cramp(at=at(0))),
        ("24:00 calf", Cramp(at=at(0), muscle=Muscle.CALF)),
        ("24:15", Cramp(at=at(0, 15))),
        ("about 3", Cramp(at=at(3), about=True)),
        ("~3", Cramp(at=at(3), about=True)),
        ("around 11 pm foot", Cramp(at=at(23, day=23), about=True, muscle=Muscle.FOOT)),
        ("~3:30 toes", Cramp(at=at(3, 30), about=True, muscle=Muscle.FOOT)),
        ("2026-11-23 23:40 calf", Cramp(at=at(23, 40, day=23), muscle=Muscle.CALF)),
        ("2026-11-23 24:00 calf", Cramp(at=at(0), muscle=Muscle.CALF)),
        ("2026-11-23 24:15", Cramp(at=at(0, 15))),
        ("2026-11-23 midnight", Cramp(at=at(0))),
        ("2026-11-24 midnight", Cramp(at=at(0))),
        ("2026-11-24T03:10", Cramp(at=at(3, 10))),
        ("3h10", Cramp(at=at(3, 10))),
        ("0310 calf", Cramp(at=at(3, 10), muscle=Muscle.CALF)),
        ("about 2340", Cramp(at=at(23, 40, day=23), about=True)),
        ("\uff10\uff13\uff1a\uff11\uff10 calf", Cramp(at=at(3, 10), muscle=Muscle.CALF)),
        ("0", Cramp(intensity=0)),
        ("10", Cramp(intensity=10)),
        ("4.5 min", Cramp(minutes=4.5)),
        ("4,5min", Cramp(minutes=4.5)),
        ("4½ min", Cramp(minutes=4.5)),
        ("midnight calf", Cramp(at=at(0), muscle=Muscle.CALF)),
        ("about midnight", Cramp(at=at(0), about=True)),
        ("90 minutes", Cramp(minutes=90)),
        ("front of thigh both", Cramp(muscle=Muscle.FRONT_THIGH, side=Side.BOTH)),
        ("front thigh", Cramp(muscle=Muscle.FRONT_THIGH)),
        ("back of thigh", Cramp(muscle=Muscle.BACK_THIGH)),
        ("hamstring", Cramp(muscle=Muscle.BACK_THIGH)),
        ("7 arm", Cramp(intensity=7, muscle=Muscle.HAND_ARM)),
        ("hand or arm", Cramp(muscle=Muscle.HAND_ARM)),
        ("trunk", Cramp(muscle=Muscle.TRUNK)),
        ("face right", Cramp(muscle=Muscle.FACE, side=Side.RIGHT)),
        ("unknown", Cramp()),
    ],
)
def test_a_cramp_is_told_in_a_few_words_in_any_order(words: str, cramp: Cramp) -> None:
    assert cramp_from_words(words, MORNING) == cramp


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("03:10 calf lefft", "lefft"),
        ("thigh", "thigh"),
        ("calfleft", "calfleft"),
        ("25:10", "25:10"),
        ("3:75", "3:75"),
        ("13 pm", "13 pm"),
        ("12:30 calf", "00:30 or 12:30 pm"),
        ("11:59", "11:59 am or 23:59"),
        ("about 10", "10:00 am or 22:00"),
        ("about noonish", "about"),
        ("3:1 calf", "03:01 or 03:10"),
        ("1000", "10:00 am or 22:00"),
        ("20261122", "20261122 cannot be kept"),
        ("2026-13-40 03:10", "2026-13-40"),
        ("2026-11-23 calf", "2026-11-23"),
        ("11", "Intensity is from 0 to 10"),
        ("-1", "Intensity is from 0 to 10"),
        ("4.5", "whole numbers"),
        ("721 min", "from 0 to 720"),
        ("4.3 min", "steps of 0.5"),
        ("calf foot", "The muscle is told twice"),
        ("left right", "The side is told twice"),
        ("7 8", "The intensity is told twice"),
        ("03:10 about 4", "The time is told twice"),
        ("3min 4min", "The length is told twice"),
        ("", "--cramp unknown"),
        (" , ", "--cramp unknown"),
    ],
)
def test_words_that_tell_no_cramp_are_refused_by_name(words: str, told: str) -> None:
    with pytest.raises(DiaryError) as refusal:
        cramp_from_words(words, MORNING)
    assert told in str(refusal.value)


@given(st.text(alphabet=st.sampled_from("0123456789:.,~/-+ abcdefhlmnoprtuw½٣²'\"\n"), max_size=30))
def test_any_text_is_either_a_cramp_or_a_refusal_in_words(words: str) -> None:
    with contextlib.suppress(DiaryError):
        assert isinstance(cramp_from_words(words, MORNING), Cramp)
