"""Triggers, and the page of one trigger, in a real browser."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from diary.book import Diary
from diary.model.factors import Number
from diary.model.mornings import DAY, coming_night, night_name
from diary.model.night import Answer, Cramp, Night
from diary.model.profile import Condition, Profile
from diary.model.triggers import ARTICLE_CAUSES, TRIGGERS
from tests.browser.sharing import Shared
from tests.browser.stored import write_diary

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from diary.model.factors import Value
    from tests.browser.conftest import Phone
    from tests.conftest import StartDiary

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]

COLD, WARM = 12.0, 19.0
DOCTOR = "See a doctor if cramps are frequent, severe, or come with a warning sign."


def sixty_nights(today: dt.date) -> list[Night]:
    """Cramps on 9 of 20 cold nights and on 4 of 40 others; three more nights tell nothing of the room."""
    nights = [(COLD, at < 9) for at in range(20)] + [(WARM, at < 4) for at in range(40)]
    untold: list[tuple[float | None, bool]] = [(None, False)] * 3
    return [_night(today - at * DAY, *told) for at, told in enumerate([*nights, *untold])]


def _night(morning: dt.date, celsius: float | None, cramp: bool) -> Night:
    told: dict[str, Value] = {} if celsius is None else {"room_temperature": celsius}
    return _told(morning, cramp=cramp, told=told)


def _told(morning: dt.date, *, cramp: bool, told: dict[str, Value], late: bool = False) -> Night:
    """A night whose answers were given the evening before, or after its cramps were told."""
    told_at = dt.datetime.combine(morning, dt.time(7), dt.UTC)
    given_at = told_at + dt.timedelta(minutes=5) if late else dt.datetime.combine(morning - DAY, dt.time(22), dt.UTC)
    answers = {key: Answer(value, given_at) for key, value in told.items()}
    return Night(morning, cramps=(Cramp(),) if cramp else (), logged_at=told_at, answers=answers)


@pytest.fixture(scope="module")
def shared_phone(
    fork_shared_diary: StartDiary,
    open_shared_phone: Callable[..., Phone],
    tmp_path_factory: pytest.TempPathFactory,
    today: dt.date,
) -> Shared[Phone]:
    """The page of tests that only look. Its diary has an own question too, whose answers touch no other card."""
    profile = Profile(conditions=(Condition("diabetes", today, since=2011),))
    folder = write_diary(tmp_path_factory.mktemp("triggers"), sixty_nights(today), profile)
    with closing(Diary.open(folder, clock=lambda: dt.datetime.now().astimezone())) as book:
        book.questions.add("How many steps?", kind=Number(0, 50_000, unit="steps"), name="Steps")
        for at in range(60):
            book.nights.log(today - at * DAY, cramps=None, answers={"own_steps": 1000.0 * (at % 10)})
    return Shared(lambda: open_shared_phone(fork_shared_diary(folder).address))


@pytest.fixture
def phone(shared_phone: Shared[Phone], request: pytest.FixtureRequest) -> Phone:
    """The shared page, on Triggers as it stands when it is opened."""
    phone = shared_phone.of(request)
    phone.show("/triggers")
    phone.sees("From the article")
    phone.tap("Period All", exact=True)
    if phone.find("Back to the last look").count():
        phone.tap("Back to the last look")
    return phone


def test_every_trigger_of_the_article_has_a_card_that_leads_with_its_counts(phone: Phone) -> None:
    for trigger in TRIGGERS:
        card = phone.find(trigger.name)
        phone.scroll_to(card)
        name, counts, *_ = (card.text_content() or "").splitlines()
        assert name == trigger.name
        assert counts.startswith(("Cramps on", "No ", "One ")), counts


def test_the_counts_on_a_card_are_those_of_the_diary(phone: Phone) -> None:
    phone.sees("Cramps on 9 of 20 cold nights, on 4 of 40 others.")
    assert "With it: 45 %" in phone.find("Cold room").inner_text()
    assert "Without it: 10 %" in phone.find("Cold room").inner_text()


def test_what_cannot_be_judged_yet_stands_below_what_can(phone: Phone) -> None:
    cards = phone.page.get_by_role("button").all_inner_texts()
    cold = next(at for at, words in enumerate(cards) if words.startswith("Cold room"))
    first = next(at for at, words in enumerate(cards) if "Not enough nights yet" in words)
    assert cold < first


def test_the_line_about_the_doctor_is_on_both_screens(phone: Phone) -> None:
    phone.sees(DOCTOR)
    phone.tap("Cold room")
    phone.sees("The article says")
    phone.sees(DOCTOR)


def test_a_card_and_the_warning_signs_are_reached_by_keyboard_alone(phone: Phone) -> None:
    phone.walk_to("Cold room")
    phone.page.keyboard.press("Enter")
    phone.sees("The article says")
    phone.walk_to(DOCTOR)
    phone.page.keyboard.press("Enter")
    phone.page.wait_for_url("**/settings/warning")
    phone.page.evaluate("history.back()")
    phone.sees("The article says")


def test_the_article_its_causes_and_the_profile_stand_under_ask_your_doctor(phone: Phone) -> None:
    phone.scroll_to(phone.find("Open my profile"))
    for cause in ARTICLE_CAUSES:
        phone.sees(cause.name)
    phone.sees("In your profile: Diabetes, since 2011")
    phone.sees("Mondo Health, 19 February 2024")


def test_the_page_of_a_trigger_keeps_article_research_and_diary_apart(phone: Phone) -> None:
    phone.tap("Cold room")
    for words in ("The article says", "Research says", "Your diary shows", "When a night counts"):
        phone.sees(words)
    phone.sees("3 logged nights are unknown")
    phone.shot("trigger-cold-room")


def test_a_night_behind_a_finding_opens_in_log(phone: Phone, today: dt.date) -> None:
    phone.tap("Cold room")
    phone.sees("With it (20)")
    phone.tap(night_name(today - 2 * DAY))
    phone.page.wait_for_url(f"**/log/{(today - 2 * DAY).isoformat()}")


def test_an_address_that_names_no_trigger_leads_back_to_all(phone: Phone) -> None:
    phone.show("/triggers/moonlight")
    phone.sees("Nights are not compared by this.")
    phone.tap("All triggers")
    phone.sees("From the article")


def test_what_is_also_tracked_stands_apart_and_a_measured_room_is_also_a_warm_one(phone: Phone) -> None:
    phone.scroll_to(phone.find("Warm night"))
    phone.sees("You also track")
    phone.sees("Cramps on 4 of 40 warm nights, on 9 of 20 others.")
    phone.sees("Not answered so far")
    phone.tap("Alcohol that day")
    phone.sees("It does not name this.")
    phone.sees("A night counts when that day had any alcoholic drink.")


def test_the_page_shows_how_much_and_how_sure_and_the_span_changes_its_counts(phone: Phone) -> None:
    phone.tap("Cold room")
    phone.sees("12 to 13.9: 9 of 20")
    phone.sees("18 to 19.9: 4 of 40")
    phone.sees("How sure is this?")
    phone.sees("The verdicts weigh 56 logged nights.")
    phone.tap("90 days")
    phone.sees("Counts and pictures are of the last 90 nights; the verdict weighs all.")
    phone.tap("All triggers")
    phone.sees("Verdict of")
    phone.sees("counts of the last 90 nights.")


def test_a_look_ahead_of_time_is_marked_and_can_be_gone_back_from(phone: Phone) -> None:
    phone.sees("the next look comes after 21 more logged nights.")
    phone.tap("Look now")
    phone.sees("Looks ahead of time are wrong more often")
    phone.sees("Early verdict of")
    phone.shot("triggers-early")
    phone.tap("Back to the last look")
    phone.sees("the next look comes after 21 more logged nights.")


def test_a_card_that_late_answers_hold_back_leads_to_tonight(
    fork_diary: Callable[..., Any],
    open_phone: Callable[..., Any],
    diary_with: Callable[..., Path],
    today: dt.date,
) -> None:
    nights = [_told(today - at * DAY, cramp=at % 3 == 0, told={"socks": at % 3 != 0}, late=True) for at in range(60)]
    phone = open_phone(fork_diary(diary_with(nights)).address)
    phone.tap("Triggers", exact=True)
    phone.scroll_to(phone.find("No socks in bed"))
    phone.sees("Many of its answers came after the cramps were told")
    phone.shot("triggers-late")
    phone.tap("Note tonight's day and bed")
    coming = coming_night(dt.datetime.now().astimezone())
    phone.page.wait_for_url(f"**/log/{coming.isoformat()}")


def test_an_own_question_has_a_card_and_a_page(phone: Phone) -> None:
    phone.tap("Steps: above your usual")
    phone.sees("Cramps on 3 of 24 nights with “Steps” above your usual, on 10 of 36 others.")
    phone.sees("A night counts when the number lies above 5000 steps, the middle of your answers.")
    phone.sees("0 to 1999: 4 of 12")
    phone.shot("trigger-own-number")


@pytest.mark.parametrize("nights", [0, 3])
def test_a_young_diary_is_told_how_it_begins(
    fork_diary: Callable[..., Any],
    open_phone: Callable[..., Any],
    diary_with: Callable[..., Path],
    today: dt.date,
    nights: int,
) -> None:
    phone = open_phone(fork_diary(diary_with(sixty_nights(today)[:nights])).address)
    phone.tap("Triggers", exact=True)
    phone.sees("How it begins")
    phone.sees(DOCTOR)
    phone.shot(f"triggers-{nights}-nights")


def test_ten_years_of_nights_are_waited_for_with_a_ring_while_the_page_stays_awake(
    fork_diary: Callable[..., Any],
    open_phone: Callable[..., Any],
    diary_with: Callable[..., Path],
    today: dt.date,
) -> None:
    nights = [
        _told(today - at * DAY, cramp=at % 5 == 0, told={"socks": at % 3 == 0, "alcohol": float(at % 4 == 0)})
        for at in range(3650)
    ]
    phone = open_phone(fork_diary(diary_with(nights)).address)
    box = phone.place(phone.find("Triggers", exact=True))
    phone.page.mouse.click(box["x"] + 20, box["y"] + 20)  # without a rest: it may be over by then
    phone.page.get_by_label("…", exact=True).wait_for(state="attached", timeout=30_000)
    phone.tap("Report", exact=True)
    phone.tap("Triggers", exact=True)
    phone.page.get_by_text("Cramps on").or_(phone.find("No socks in bed")).first.wait_for(timeout=90_000)
    phone.tap("90 days")
    phone.sees("counts of the last 90 nights.")
