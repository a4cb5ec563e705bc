"""Page one in words alone says all that page one says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import pytest

from diary.model.night import Night
from diary.model.profile import Profile
from diary.report.make import DoctorReport
from diary.report.narrative import first_page_narrative
from tests.report.test_first_page import FILLED

if TYPE_CHECKING:
    from collections.abc import Iterator

Nights = Callable[[int], tuple[Night, ...]]
Report = Callable[..., DoctorReport]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, item in value.items():
            if name not in {"key", "kind", "hour"}:
                yield from _texts(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _texts(item)


@pytest.mark.parametrize("profile", [Profile(), FILLED])
@pytest.mark.parametrize("count", [0, 1, 60])
def test_every_text_of_page_one_stands_in_its_narrative(
    count: int, profile: Profile, make_nights: Nights, report: Report
) -> None:
    content = report(make_nights(count) if count else (), profile=profile).content
    narrative = "\n".join(
        line for section in first_page_narrative(content) for line in (section.heading, *section.lines)
    )
    missing = [text for text in _texts(asdict(content.first_page)) if text not in narrative]
    assert missing == []
    assert content.program in narrative
    for bar in content.first_page.place.hours if content.first_page.place else ():
        assert not bar.cramps or f"{bar.hour}:00 {bar.cramps}" in narrative
