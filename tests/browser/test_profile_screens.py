"""The profile's pages in a real browser: answered, taken back, kept over a restart; a warning sign is met at once."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from diary.book import Diary
from diary.model.mornings import DAY
from diary.model.night import Cramp, Night
from diary.model.preferences import Preferences
from diary.model.profile import Helpfulness, Profile, Treatment
from diary.model.profile_questions import ProfileAnswer
from tests.browser.conftest import SOON
from tests.browser.sharing import Shared
from tests.browser.stored import comes_to
from tests.browser.whole import assert_whole
from tests.whole_person import SetProfile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.browser.conftest import Phone
    from tests.conftest import StartDiary

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

ONE_LEG = "One leg that throbs or is swollen, warm, red or dark?"
COLD_LEG = "A leg that is suddenly cold, pale or blue, numb or paralysed?"
JERKS = "Do your legs jerk in sleep, without pain?"
STANDING = "You answered yes to a warning sign. See what to do."
LONG = "A cramp of over ten minutes is unusual."
MANY = "So many cramps in one night are unusual."
OFTEN = "Cramps on three or more nights a week"


def now() -> dt.datetime:
    return dt.datetime.now().astimezone()


TODAY = now().date()


def profile_in(folder: Path) -> Profile:
    """What the diary in a folder keeps of the person now, read beside the open program."""
    with closing(Diary.open(folder, clock=now, writable=False)) as book:
        return book.person.profile()


@pytest.fixture(scope="module")
def shared(
    fork_shared_diary: StartDiary, open_shared_phone: Callable[..., Phone], tmp_path_factory: pytest.TempPathFactory
) -> Shared[tuple[Phone, Path]]:
    """A page and its diary's folder, for tests that each touch what no other one looks at."""

    def make() -> tuple[Phone, Path]:
        folder = tmp_path_factory.mktemp("profile")
        return open_shared_phone(fork_shared_diary(folder).address), folder

    return Shared(make)


def open_settings(phone: Any, page: str) -> None:
    phone.show("/log")
    phone.tap("Settings", exact=True)
    phone.tap(page)


def gone(phone: Any, text: str) -> None:
    """Wait until the words are off the screen."""
    phone.page.get_by_text(text).first.wait_for(state="detached", timeout=SOON)


def test_an_answer_is_kept_over_a_restart_and_can_be_taken_back(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path
) -> None:
    diary = fork_diary(tmp_path)
    phone = open_phone(diary.address)
    open_settings(phone, "Your cramps")
    phone.tap(f"{JERKS} No")
    phone.type_in("In which year?", "1999")
    comes_to(lambda: profile_in(tmp_path).answers, {"apart_jerks": ProfileAnswer(False, TODAY)})
    diary.close()
    phone = open_phone(fork_diary(tmp_path).address)
    open_settings(phone, "Your cramps")
    assert phone.find(f"{JERKS} No").get_attribute("aria-checked") == "true"
    phone.shot("profile-cramps")
    phone.tap(f"{JERKS} No")
    comes_to(lambda: profile_in(tmp_path).answers, {})
    profile = profile_in(tmp_path)
    assert profile.first_cramp is not None
    assert profile.first_cramp.when == 1999


def test_a_yes_is_met_at_once_with_what_to_do_and_leads_there_from_triggers_and_report(
    fork_diary: Callable[..., Any],
    open_phone: Callable[..., Any],
    diary_with: Callable[..., Any],
) -> None:
    folder = diary_with([Night(TODAY, (), now()), Night(TODAY - DAY, (Cramp(),), now())])
    phone = open_phone(fork_diary(folder).address)
    open_settings(phone, "Warning signs")
    phone.shot("profile-warning")
    phone.tap(f"{ONE_LEG} Yes")
    phone.sees("See or call a doctor today.")
    phone.shot("profile-warning-today")
    phone.tap(f"{COLD_LEG} Yes")
    phone.sees("Call 112 now.")
    phone.tap("999 United Kingdom")
    phone.sees("Call 999 now.")
    phone.shot("profile-warning-emergency")
    phone.tap(f"{COLD_LEG} Yes")
    gone(phone, "Call 999 now.")
    phone.tap("Triggers", exact=True)
    phone.shot("profile-triggers-line")
    phone.tap(STANDING)
    phone.sees("See or call a doctor today.")
    phone.tap("Report", exact=True)
    phone.tap(STANDING)
    phone.tap(f"{ONE_LEG} Yes")
    gone(phone, "See or call a doctor today.")
    assert profile_in(folder).answers == {}


def test_a_cramp_of_twelve_minutes_is_met_on_log_and_the_card_can_be_closed_for_that_night(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path
) -> None:
    diary = fork_diary(tmp_path)
    phone = open_phone(diary.address)
    phone.tap("I had cramps")
    phone.sees("Logged: 1 cramp")
    phone.type_in("Or another number of minutes", "12")
    phone.sees(LONG)
    phone.shot("profile-log-sign")
    phone.tap("All warning signs")
    phone.sees("If one is so: a doctor today")
    phone.tap("Log", exact=True)
    phone.tap("Close for this night")
    gone(phone, LONG)
    diary.close()
    phone = open_phone(fork_diary(tmp_path).address)
    phone.sees("Or another number of minutes")
    assert phone.page.get_by_text(LONG).count() == 0


def test_each_sign_of_an_entry_stands_where_it_is_told_and_is_closed_alone(
    fork_diary: Callable[..., Any],
    open_phone: Callable[..., Any],
    diary_with: Callable[..., Any],
) -> None:
    nights = [
        Night(TODAY - (7 * week + day) * DAY, (Cramp(),), now()) for week in range(4) for day in range(3) if week + day
    ]
    folder = diary_with([Night(TODAY, (Cramp(minutes=12), *[Cramp()] * 6), now()), *nights])
    phone = open_phone(fork_diary(folder).address)
    phone.sees(OFTEN)
    phone.shot("profile-log-often")
    phone.tap("Close for this night")
    gone(phone, OFTEN)
    phone.scroll_to(phone.page.get_by_text(LONG).first)
    phone.shot("profile-log-long")
    phone.sees(MANY)
    phone.scroll_to(phone.page.get_by_text(MANY).first)
    phone.shot("profile-log-many")


def test_what_was_tried_is_told_with_a_verdict_and_removed_with_undo(
    shared: Shared[tuple[Phone, Path]], request: pytest.FixtureRequest
) -> None:
    phone, folder = shared.of(request)
    open_settings(phone, "What you tried")
    phone.type_in("What did you try?", "Pickle juice")
    phone.tap("Add", exact=True)
    phone.tap("How did it go? A little")
    phone.type_in("In your own words", "It let go sooner")
    phone.shot("profile-tried")
    comes_to(
        lambda: [(each.what, each.verdict, each.how) for each in profile_in(folder).treatments],
        [("Pickle juice", Helpfulness.A_LITTLE, "It let go sooner")],
    )
    phone.tap("Remove Pickle juice")
    phone.sees("Removed: Pickle juice.")
    comes_to(lambda: profile_in(folder).treatments, ())
    phone.tap("Undo", exact=True)
    phone.sees("A little")
    comes_to(lambda: [each.what for each in profile_in(folder).treatments], ["Pickle juice"])


def test_a_medicine_is_marked_for_cramps_and_a_linked_one_tells_of_its_mark(
    shared: Shared[tuple[Phone, Path]], request: pytest.FixtureRequest
) -> None:
    phone, folder = shared.of(request)
    open_settings(phone, "Medicines and supplements")
    phone.type_in("Name of a medicine or supplement", "Atorvastatin")
    phone.tap("Add", exact=True)
    phone.tap("Taken for the cramps")
    phone.sees("reported with leg cramps")
    phone.shot("profile-medicine")
    comes_to(lambda: [(each.for_cramps, each.supplement) for each in profile_in(folder).medicines], [(True, False)])


def test_three_questions_to_the_doctor_keep_their_lines(
    shared: Shared[tuple[Phone, Path]], request: pytest.FixtureRequest
) -> None:
    phone, folder = shared.of(request)
    open_settings(phone, "Questions to your doctor")
    phone.type_in("Question 1", "Why at night?")
    phone.type_in("Question 3", "Is it my spine?")
    comes_to(lambda: profile_in(folder).doctor_questions, ("Why at night?", "", "Is it my spine?"))
    phone.type_in("Question 1", " ")
    comes_to(lambda: profile_in(folder).asked_of_doctor, ("Is it my spine?",))
    phone.shot("profile-questions")


@pytest.fixture(scope="module")
def shared_full(
    fork_shared_diary: StartDiary, open_shared_phone: Callable[..., Phone], tmp_path_factory: pytest.TempPathFactory
) -> Shared[Phone]:
    """A page with a diary that has much to say of the person, for tests that only look."""
    folder = tmp_path_factory.mktemp("full")
    with closing(Diary.open(folder, clock=now)) as book:
        book.person.keep_preferences(Preferences(welcomed=True))
        yes = {
            "sign_cold_leg": ProfileAnswer(True, TODAY),
            "sign_one_leg": ProfileAnswer(True, TODAY),
            "sign_walking": ProfileAnswer(True, TODAY - 40 * DAY),
        }
        tried = (Treatment("Pickle juice", TODAY, Helpfulness.A_LITTLE, "It let go sooner, and then it came back"),)
        book.person.change_profile(
            SetProfile(Profile(answers=yes, treatments=tried, doctor_questions=("Why at night?",)))
        )
        book.nights.log_cramps(TODAY, (Cramp(minutes=12),))
    return Shared(lambda: open_shared_phone(fork_shared_diary(folder).address))


@pytest.mark.parametrize(
    ("look", "scale", "how"),
    [
        ("dark", 100, {"dark": True}),
        ("200", 200, {}),
        ("wide", 100, {"width": 1200}),
    ],
)
def test_the_pages_hold_in_every_look(
    shared_full: Shared[Phone], request: pytest.FixtureRequest, look: str, scale: int, how: dict[str, Any]
) -> None:
    phone = shared_full.of(request)
    phone.look(**how)
    phone.show("/settings")
    phone.tap(f"Size of text, in % {scale}")
    phone.show("/log")
    phone.scroll_to(phone.page.get_by_text(LONG).first)
    phone.shot(f"profile-{look}-log")
    phone.tap("Settings", exact=True)
    phone.sees("Your cramps")
    phone.shot(f"profile-{look}-settings")
    assert_whole(phone)
    for page, words in (
        ("Warning signs", "Call 112 now."),
        ("Your cramps", "The first cramp ever"),
        ("What you tried", "A little"),
        ("Questions to your doctor", "What do you want to ask?"),
    ):
        phone.tap(page)
        phone.sees(words)
        assert_whole(phone)
        phone.shot(f"profile-{look}-{page.split()[0].lower()}")
        phone.tap("All settings")
    phone.tap("Triggers", exact=True)
    phone.sees("You answered yes to 3 warning signs.")
    phone.shot(f"profile-{look}-triggers")
    assert_whole(phone)


def test_a_number_that_no_telephone_takes_is_refused_beside_its_field(
    shared: Shared[tuple[Phone, Path]], request: pytest.FixtureRequest
) -> None:
    phone, folder = shared.of(request)
    open_settings(phone, "Warning signs")
    phone.type_in("Another number", "help")
    phone.sees("is not a number to call")
    assert profile_in(folder).number_to_call == "112"
