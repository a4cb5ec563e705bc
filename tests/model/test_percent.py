from __future__ import annotations

import pytest

from diary.model.percent import percent


@pytest.mark.parametrize(
    ("share", "words"), [(0, "0 %"), (1, "100 %"), (0.015, "2 %"), (0.125, "13 %"), (1 / 3, "33 %"), (0.615, "62 %")]
)
def test_a_share_is_shown_in_whole_per_cent_with_halves_up(share: float, words: str) -> None:
    assert percent(share) == words


@pytest.mark.parametrize(
    ("share", "words"), [(199 / 200, "over 99 %"), (0.99, "99 %"), (1 / 200, "under 1 %"), (0.01, "1 %")]
)
def test_what_is_not_quite_all_or_none_is_not_told_so(share: float, words: str) -> None:
    assert percent(share) == words
