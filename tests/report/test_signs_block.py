"""Yes, no and not asked are always counted together, and what the diary itself shows stands beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diary.model.mornings import DAY
from diary.model.night import Cramp, Muscle
from diary.model.profile import Profile, Sex
from diary.model.profile_questions import ProfileAnswer
from diary.model.warning_signs import WARNING_SIGNS, Level
from diary.report.fit import Fit, all_fits
from diary.report.signs_block import SignsBlock, counts_words, diary_signs, signs_block
from tests.report.blocks import TODAY, nights_of, source_of

if TYPE_CHECKING:
    import datetime as dt


def _profile(answers: dict[str, bool], day: dt.date = TODAY) -> Profile:
    return Profile(sex=Sex.MALE, answers={key: ProfileAnswer(yes, day) for key, yes in answers.items()})


ALL_NO = {sign.key: False for sign in WARNING_SIGNS if sign.key != "sign_pregnancy"}


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({}, "Not asked."),
        ({"sign_sleep": True}, "1 yes, 0 no, 15 not asked (on 22 Nov 2026)."),
        ({"sign_sleep": False}, "0 yes, 1 no, 15 not asked (on 22 Nov 2026)."),
        (ALL_NO, "16 asked on 22 Nov 2026, all no."),
        (ALL_NO | {"sign_sleep": True}, "1 yes, 15 no, 0 not asked (on 22 Nov 2026)."),
    ],
)
def test_one_yes_does_not_hide_how_many_were_not_asked(answers: dict[str, bool], words: str) -> None:
    assert counts_words(_profile(answers), TODAY) == words


def test_answers_of_more_than_four_weeks_ago_say_so() -> None:
    assert counts_words(_profile(ALL_NO, TODAY - 28 * DAY), TODAY).endswith("all no.")
    assert counts_words(_profile(ALL_NO, TODAY - 63 * DAY), TODAY).endswith("all no. 9 weeks old.")


def _block(answers: dict[str, bool], fit: Fit | None = None) -> SignsBlock:
    source = source_of(profile=_profile(answers))
    return signs_block(source, diary_signs(source.nights), fit or Fit())


def test_every_yes_is_told_with_its_urgency_the_most_urgent_first() -> None:
    block = _block(dict.fromkeys(("sign_sleep", "sign_one_leg", "sign_cold_leg"), True))
    assert [(line.urgency, line.text) for line in block.lines] == [
        ("NOW", "sudden cold, pale, numb or paralysed leg"),
        ("TODAY", "one leg swollen, warm, red or dark"),
        ("VISIT", "disturbed sleep or getting worse"),
    ]
    assert block.highlighted


def test_answers_of_several_days_have_each_its_day() -> None:
    answers = {"sign_sleep": ProfileAnswer(True, TODAY), "sign_one_leg": ProfileAnswer(True, TODAY - 3 * DAY)}
    source = source_of(profile=Profile(answers=answers))
    block = signs_block(source, (), Fit())
    assert block.counts.endswith("(from 19 Nov 2026 on).")
    assert block.lines[0].text == "one leg swollen, warm, red or dark (19 Nov)"


@pytest.mark.parametrize("fit", all_fits())
def test_what_needs_help_at_once_never_gives_way_and_what_gives_way_is_counted(fit: Fit) -> None:
    block = _block(dict.fromkeys(ALL_NO, True), fit)
    for line, level in zip(block.lines, Level, strict=True):
        signs = [sign for sign in WARNING_SIGNS if sign.key in ALL_NO and sign.level is level]
        named = sum(sign.brief in line.text for sign in signs)
        assert named == len(signs) or f"{len(signs) - named}{' more' if named else ''}, page 2" in line.text
        assert named == len(signs) or level is not Level.EMERGENCY
        assert named or level is Level.APPOINTMENT
    assert block.counts == "16 yes, 0 no, 0 not asked (on 22 Nov 2026)."


def test_what_the_diary_shows_stands_beside_no_answer_at_all() -> None:
    hand = Cramp(muscle=Muscle.HAND_ARM, minutes=25)
    source = source_of(nights_of(*[(hand,)] * 33, ()), days=34)
    shown = diary_signs(source.nights)
    assert shown == (
        "33 over ten minutes (longest 25)",
        "33 in hand or arm",
        "three nights a week, four weeks to 21 Nov",
    )
    assert signs_block(source, shown, Fit()).highlighted


@pytest.mark.parametrize(
    ("cramps", "words"),
    [
        ((Cramp(minutes=10),), ()),
        ((Cramp(minutes=10.5),), ("1 over ten minutes (longest 10.5)",)),
        ((Cramp(),) * 6, ()),
        ((Cramp(),) * 7, ("seven or more cramps on 1 night",)),
        ((Cramp(muscle=Muscle.FACE), Cramp(muscle=Muscle.TRUNK)), ("1 in trunk", "1 in face")),
    ],
)
def test_a_night_shows_what_is_worth_a_doctors_eye(cramps: tuple[Cramp, ...], words: tuple[str, ...]) -> None:
    assert diary_signs(source_of(nights_of(cramps)).nights) == words


@pytest.mark.parametrize(("nights_a_week", "shown"), [(3, True), (2, False)])
def test_three_cramp_nights_a_week_for_four_weeks_show(nights_a_week: int, *, shown: bool) -> None:
    week = [(Cramp(),)] * nights_a_week + [()] * (7 - nights_a_week)
    assert bool(diary_signs(source_of(nights_of(*week * 4)).nights)) is shown


def test_a_diary_that_shows_nothing_says_of_what() -> None:
    source = source_of(nights_of((Cramp(),), ()))
    assert signs_block(source, (), Fit()).diary == (
        "None over ten minutes or outside the legs, never seven in a night.",
    )
    quiet = source_of(nights_of((), ()))
    assert signs_block(quiet, (), Fit()).diary == ("No cramp.",)
    assert not signs_block(quiet, (), Fit()).highlighted
