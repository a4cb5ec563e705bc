"""Triggers, and the page of one trigger, in a real browser."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

import pytest

from diary.model.mornings import DAY, night_name
from diary.model.night import Answer, Cramp, Night
from diary.model.profile import Condition, Profile
from diary.model.triggers import CAUSES, TRIGGERS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]

COLD, WARM = 12.0, 19.0
DOCTOR = "See a doctor if cramps are frequent, severe, or come with a warning sign."


def sixty_nights(today: dt.date) -> list[Night]:
    """Cramps on 9 of 20 cold nights and on 4 of 40 others; three more nights tell nothing of the room."""
    nights = [(COLD, at < 9) for at in range(20)] + [(WARM, at < 4) for at in range(40)]
    untold: list[tuple[float | None, bool]] = [(None, False)] * 3
    return [_night(today - at * DAY, *told) for at, told in enumerate([*nights, *untold])]


def _night(morning: dt.date, celsius: float | None, cramp: bool) -> Night:
    evening = dt.datetime.combine(morning - DAY, dt.time(22), dt.UTC)
    answers = {} if celsius is None else {"room_temperature": Answer(celsius, evening)}
    told_at = dt.datetime.combine(morning, dt.time(7), dt.UTC)
    return Night(morning, cramps=(Cramp(),) if cramp else (), cramps_told_at=told_at, answers=answers)


@pytest.fixture
def phone(
    start_diary: Callable[..., Any],
    open_phone: Callable[..., Any],
    diary_with: Callable[..., Path],
    today: dt.date,
) -> Any:
    profile = Profile(conditions=(Condition("diabetes", today, since=2011),))
    phone = open_phone(start_diary(diary_with(sixty_nights(today), profile=profile)).address)
    phone.tap("Triggers", exact=True)
    phone.sees("From the article")
    return phone


def test_every_trigger_of_the_article_has_a_card_that_leads_with_its_counts(phone: Any) -> None:
    for trigger in TRIGGERS:
        card = phone.find(trigger.name)
        phone.scroll_to(card)
        name, counts, *_ = card.text_content().splitlines()
        assert name == trigger.name
        assert counts.startswith(("Cramps on", "No ", "One ")), counts


def test_the_counts_on_a_card_are_those_of_the_diary(phone: Any) -> None:
    phone.sees("Cramps on 9 of 20 cold nights, on 4 of 40 others.")
    assert "With it: 45 %" in phone.find("Cold room").inner_text()
    assert "Without it: 10 %" in phone.find("Cold room").inner_text()


def test_what_cannot_be_judged_yet_stands_below_what_can(phone: Any) -> None:
    cards = phone.page.get_by_role("button").all_inner_texts()
    cold = next(at for at, words in enumerate(cards) if words.startswith("Cold room"))
    first = next(at for at, words in enumerate(cards) if "Not enough nights yet" in words)
    assert cold < first


def test_the_line_about_the_doctor_is_on_both_screens(phone: Any) -> None:
    phone.sees(DOCTOR)
    phone.tap("Cold room")
    phone.sees("The article says")
    phone.sees(DOCTOR)


def test_the_article_its_causes_and_the_profile_stand_under_ask_your_doctor(phone: Any) -> None:
    phone.scroll_to(phone.find("Open my profile"))
    for cause in CAUSES:
        phone.sees(cause.name)
    phone.sees("In your profile: Diabetes, since 2011")
    phone.sees("Mondo Health, 19 February 2024")


def test_the_page_of_a_trigger_keeps_article_research_and_diary_apart(phone: Any) -> None:
    phone.tap("Cold room")
    for words in ("The article says", "Research says", "Your diary shows", "When a night counts"):
        phone.sees(words)
    phone.sees("3 logged nights are unknown")
    phone.shot("trigger-cold-room")


def test_a_night_behind_a_finding_opens_in_log(phone: Any, today: dt.date) -> None:
    phone.tap("Cold room")
    phone.sees("With it (20)")
    phone.tap(night_name(today - 2 * DAY))
    phone.page.wait_for_url(f"**/log/{(today - 2 * DAY).isoformat()}")


def test_an_address_that_names_no_trigger_leads_back_to_all(phone: Any) -> None:
    phone.page.goto(re.sub(r"/triggers.*", "/triggers/moonlight", phone.page.url))
    phone.sees("The article names no such trigger.")
    phone.tap("All triggers")
    phone.sees("From the article")
