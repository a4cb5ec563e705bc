from __future__ import annotations

from diary.analysis.finding import Finding, Verdict
from diary.ui.triggers.content.shares import in_words, two_shares_of


def _finding(exposed_cramp: int, exposed: int, unexposed_cramp: int, unexposed: int) -> Finding:
    return Finding(
        "cold_room",
        exposed_cramp,
        exposed,
        unexposed_cramp,
        unexposed,
        unknown=0,
        not_applicable=0,
        verdict=Verdict.NO_CLEAR_PATTERN,
    )


def test_the_picture_says_both_shares_with_their_intervals_in_words() -> None:
    words = in_words(two_shares_of(_finding(9, 20, 4, 40)))
    assert words == ("With it: 45 %, likely between 26 % and 66 %. Without it: 10 %, likely between 4 % and 23 %.")


def test_where_there_is_no_such_night_no_share_is_made_up() -> None:
    shares = two_shares_of(_finding(0, 0, 3, 9))
    assert shares.exposed is None
    assert in_words(shares).startswith("With it: no night. Without it: 33 %")


def test_a_share_of_none_or_all_lies_within_its_interval() -> None:
    shares = two_shares_of(_finding(0, 4, 4, 4))
    assert shares.exposed
    assert shares.unexposed
    assert shares.exposed.low == shares.exposed.middle == 0 < shares.exposed.high
    assert shares.unexposed.low < shares.unexposed.middle == shares.unexposed.high == 1
