"""`nights`, `questions`, `findings` and `check`: what the diary holds and says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.commands import MORNING, nights

if TYPE_CHECKING:
    from tests.cli.commands import Run


def test_nights_are_listed_for_a_person_with_quiet_and_not_logged_apart(cramp_diary: Run) -> None:
    cramp_diary("log", "--quiet", "--morning", "2026-11-20")
    cramp_diary("log", "--set", "socks=no", "--morning", "2026-11-21", "--note", "two\nlines")
    cramp_diary("log", "--cramp", "about 3", "--cramp", "unknown")
    code, out, _ = cramp_diary("nights")
    assert code == 0
    assert [line.split()[0] for line in out.splitlines() if line[0] != " "] == ["2026-11-20", "2026-11-21", MORNING]
    quiet, not_logged, cramps, more = out.splitlines()
    assert quiet.endswith("quiet")
    assert "not logged" in not_logged
    assert not_logged.endswith("two lines")
    assert cramps.endswith("about 3")
    assert more.strip() == "time not known"


@pytest.mark.usefixtures("own_questions")
def test_own_questions_are_set_by_key_and_told_by_their_words(cramp_diary: Run) -> None:
    answers = [word for one in ("own_tea=no", "own_steps=12500", "own_mood=very low") for word in ("--set", one)]
    code, out, _ = cramp_diary("log", "--quiet", *answers)
    assert code == 0
    assert out.rstrip().endswith("Tea: no · Steps: 12500 steps · Mood: Very low")
    _, out, _ = cramp_diary("nights", "--json")
    assert {key: answer["value"] for key, answer in json.loads(out)[0]["answers"].items()} == {
        "own_tea": False,
        "own_steps": 12_500.0,
        "own_mood": "very_low",
    }


@pytest.mark.usefixtures("own_questions")
@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("own_tea=maybe", "Tea takes yes or no"),
        ("own_steps=20001", "Steps is from 0 to 20000 steps, so 20001 cannot be kept."),
        ("own_mood=mixed", "Mood takes one of very_low, high"),
        ("own_x=1", "no question named “own_x”"),
    ],
)
def test_an_own_answer_that_cannot_be_is_refused_in_words(cramp_diary: Run, setting: str, words: str) -> None:
    code, _, err = cramp_diary("log", "--set", setting)
    assert code == 2
    assert words in err
    assert nights(cramp_diary) == []


@pytest.mark.usefixtures("own_questions")
def test_questions_are_listed_with_their_keys_and_what_is_not_asked(cramp_diary: Run) -> None:
    code, out, _ = cramp_diary("questions")
    assert code == 0
    lines = {line.split()[0]: " ".join(line.split()[1:]) for line in out.splitlines()}
    assert lines["own_steps"] == "Steps: 0 to 20000 steps"
    assert lines["own_mood"] == "Mood: very_low, high"
    assert lines["socks"] == "Socks in bed: yes or no (not asked)"
    assert lines["bed_time"] == "Bed time: a time like 22:30"
    _, out, _ = cramp_diary("questions", "--json")
    told = {question["key"]: question for question in json.loads(out)}
    assert (told["socks"]["asked"], told["socks"]["own"]) == (False, False)
    assert told["own_mood"]["options"] == {"very_low": "Very low", "high": "High"}
    assert (told["own_steps"]["high"], told["own_steps"]["unit"]) == (20_000, "steps")


def test_nights_can_be_chosen_by_their_mornings(cramp_diary: Run) -> None:
    for day in ("2026-11-19", "2026-11-20", "2026-11-21"):
        cramp_diary("log", "--quiet", "--morning", day)
    _, out, _ = cramp_diary("nights", "--json", "--from", "2026-11-20", "--to", "2026-11-20")
    assert [night["morning"] for night in json.loads(out)] == ["2026-11-20"]


def test_findings_tell_every_trigger_with_its_counts(cramp_diary: Run) -> None:
    cramp_diary("log", "--cramp", "03:10", "--set", "legs_outside=yes")
    cramp_diary("log", "--quiet", "--set", "legs_outside=no", "--morning", "2026-11-21")
    code, out, _ = cramp_diary("findings", "--json")
    assert code == 0
    legs = next(finding for finding in json.loads(out) if finding["key"] == "legs_uncovered")
    assert [legs[key] for key in ("exposed_cramp", "exposed", "unexposed_cramp", "unexposed")] == [1, 1, 0, 1]
    assert (legs["verdict"], legs["section"]) == ("not_enough_nights", "article")
    socks = next(finding for finding in json.loads(out) if finding["key"] == "no_socks")
    assert (socks["section"], socks["name"]) == ("tracked", "No socks in bed")
    assert (socks["never_answered"], "never_answered" in legs) == (True, False)
    code, out, _ = cramp_diary("findings")
    assert code == 0
    assert "Legs or feet uncovered" in out
    assert "Cold room\n  No night was answered about it.\n" in out
    assert out.count("Not enough nights yet") == 1
    assert out.index("From the article") < out.index("You also track") < out.index("No socks in bed")
    assert out.endswith("The first look comes after 26 more logged nights.\n")


def test_findings_of_bad_nights_alone_say_that_no_rate_can_be_told(cramp_diary: Run) -> None:
    for day in range(1, 22, 4):
        cramp_diary("log", "--cramp", "03:10", "--morning", f"2026-11-{day:02}")
    _, out, _ = cramp_diary("findings")
    assert out.startswith("Cramps on at least 6 of 21 nights; no quiet night was logged, so no rate can be told.")
    cramp_diary("log", "--quiet", "--morning", "2026-11-02")
    assert "no rate can be told" not in cramp_diary("findings")[1]


@pytest.mark.parametrize("command", ["nights", "findings"])
def test_a_period_that_runs_backwards_is_refused(cramp_diary: Run, command: str) -> None:
    cramp_diary("log", "--quiet")
    code, _, err = cramp_diary(command, "--from", "2026-11-22", "--to", "2026-11-21")
    assert code == 2
    assert len(err.splitlines()) == 1


def test_check_says_that_a_diary_is_whole(cramp_diary: Run) -> None:
    cramp_diary("log", "--quiet")
    code, out, _ = cramp_diary("check")
    assert code == 0
    assert "1 night" in out
