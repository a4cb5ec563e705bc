"""Questions of the person's own, from Settings to Log and Diary and back, in a real browser."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from diary.book import Diary
from diary.model.factors import Number, YesNo
from diary.model.own_factors import choice_of
from tests.browser.conftest import SOON
from tests.browser.sharing import Shared
from tests.browser.stored import comes_to
from tests.browser.whole import assert_whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.model.night import Night
    from diary.model.questions import Questions
    from tests.browser.conftest import Phone
    from tests.conftest import StartDiary

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

ROOT = Path(__file__).parents[2]


def now() -> dt.datetime:
    return dt.datetime.now().astimezone()


class Kept:
    """What the diary in a folder holds now, read beside the open program."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def questions(self) -> Questions:
        with closing(Diary.open(self.folder, clock=now, writable=False)) as book:
            return book.questions.current()

    def night(self) -> Night:
        with closing(Diary.open(self.folder, clock=now, writable=False)) as book:
            return book.nights.get(now().date())


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path / "diary")


@pytest.fixture
def asking(kept: Kept) -> Kept:
    """A diary that asks one of each kind."""
    ask_one_of_each_kind(kept.folder)
    return kept


def ask_one_of_each_kind(folder: Path) -> None:
    """Add questions of the person's own to a diary."""
    with closing(Diary.open(folder, clock=now)) as book:
        book.questions.add("Herb tea?", kind=YesNo(), name="Tea")
        book.questions.add("How many steps?", kind=Number(0, 20_000, 1, "steps"), name="Steps")
        book.questions.add("How was your mood?", kind=choice_of(("Low", "High")), name="Mood")


def _open_questions(phone: Any) -> None:
    phone.tap("Settings", exact=True)
    phone.tap("My questions")
    phone.sees("Add a question")


def movers(phone: Any) -> list[str]:
    """The buttons that move a question, from the top."""
    names = (each.get_attribute("aria-label") or each.inner_text() for each in phone.page.get_by_role("button").all())
    return [name for name in names if name.startswith("Move ")]


def test_one_of_each_kind_is_added_and_refused_in_words_where_it_cannot_be(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], kept: Kept
) -> None:
    phone = open_phone(fork_diary(kept.folder).address)
    _open_questions(phone)
    phone.tap("Add the question")
    phone.sees("The question is empty. Type it first.")
    phone.shot("questions_refused")
    phone.type_in("Your question", "Herb tea?")
    phone.tap("Add the question")
    phone.sees("Added: Herb tea?")
    phone.tap("How is it answered? A number")
    phone.type_in("Your question", "How far did you walk?")
    phone.type_in("Short name, for lists", "Walk")
    phone.type_in("Unit, if it has one", "km")
    phone.type_in("Highest", "42,5")
    phone.tap("Kept in Halves")
    phone.shot("questions_number")
    phone.tap("Add the question")
    phone.sees("Added: Walk")
    phone.tap("How is it answered? A choice")
    phone.type_in("Your question", "Mood")
    phone.type_in("Answer 1", "Low")
    phone.type_in("Answer 2", "High")
    phone.tap("One more answer")
    phone.type_in("Answer 3", "Mixed")
    phone.tap("Can be told in the evening")
    phone.tap("Add the question")
    phone.sees("Added: Mood")
    phone.sees("ten to fourteen is a good number")
    tea, walk, mood = kept.questions().own
    assert (tea.key, tea.kind, tea.evening) == ("own_herb_tea", YesNo(), True)
    assert (walk.name, walk.kind) == ("Walk", Number(0, 42.5, 0.5, "km"))
    assert (mood.kind, mood.evening) == (choice_of(("Low", "High", "Mixed")), False)


def test_own_questions_are_answered_on_log_and_seen_in_the_diary(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], asking: Kept
) -> None:
    with closing(Diary.open(asking.folder, clock=now)) as book:
        book.questions.add("Stress", kind=Number(0, 5, 1, "points"))
    phone = open_phone(fork_diary(asking.folder).address)
    phone.scroll_to(phone.page.get_by_label("Anything else about this night"))
    phone.tap("Herb tea? Yes")
    phone.type_in("How many steps?", "12500")
    phone.tap("How was your mood? Low")
    phone.tap("Stress (points) 3")
    phone.shot("questions_log")
    answers = {"own_tea": True, "own_steps": 12_500.0, "own_mood": "low", "own_stress": 3.0}
    comes_to(lambda: asking.night().values(), answers)
    phone.type_in("How many steps?", "20001")
    phone.sees("so 20001 cannot be kept")
    phone.type_in("How many steps?", "12500")
    phone.tap("No cramps", exact=True)
    phone.tap("Diary", exact=True)
    phone.find("Delete ").wait_for()
    phone.sees("Tea: yes · Steps: 12500 steps · Mood: Low · Stress: 3 points")
    phone.rest()
    phone.shot("questions_diary")


def test_a_question_is_renamed_moved_archived_and_hidden_with_undo(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], asking: Kept
) -> None:
    phone = open_phone(fork_diary(asking.folder).address)
    _open_questions(phone)
    phone.tap("Move Mood up")
    comes_to(lambda: [factor.name for factor in asking.questions().own], ["Tea", "Mood", "Steps"])
    comes_to(
        lambda: movers(phone), [f"Move {name} {way}" for name in ("Tea", "Mood", "Steps") for way in ("up", "down")]
    )
    phone.tap("Mood Low / High")
    phone.type_in("Answer 1", "Down")
    phone.tap("Save the change")
    phone.sees("Changed: Mood. Its answers stay.")
    phone.sees("How was your mood? (Mood) Low / High")
    phone.shot("questions_renamed")
    assert [option.key for option in asking.questions().get("own_mood").kind.options] == ["low", "high"]  # type: ignore[union-attr]  # it is a choice
    phone.tap("Archive Mood")
    phone.sees("No longer asked: Mood. Its answers stay.")
    assert asking.questions().get("own_mood").archived
    phone.tap("Undo", exact=True)
    phone.sees("Taken back: Question archived")
    assert not asking.questions().get("own_mood").archived
    phone.tap("Socks in bed")
    phone.sees("Hidden: Socks in bed. Its answers stay.")
    phone.shot("questions_hidden")
    assert asking.questions().hidden == {"socks"}
    phone.tap("Close settings")
    phone.sees("Herb tea? Yes")
    assert phone.page.get_by_text("Socks in bed?").count() == 0


def test_in_the_evening_only_what_can_be_told_then_is_asked_and_another_tab_follows(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], asking: Kept
) -> None:
    with closing(Diary.open(asking.folder, clock=now)) as book:
        mood = book.questions.current().get("own_mood")
        book.questions.reword(mood.key, mood.question, kind=choice_of(("Low", "High")), name=mood.name, evening=False)
    phone = open_phone(fork_diary(asking.folder).address)
    tomorrow = now().date() + dt.timedelta(days=1)
    phone.show(f"/log/{tomorrow.isoformat()}")
    phone.sees("Before the night")
    phone.sees("Herb tea? Yes")
    phone.scroll_to(phone.page.get_by_label("Anything else about this night"))
    assert phone.page.get_by_text("How was your mood?").count() == 0
    phone.shot("questions_evening")
    again = subprocess.run(
        [sys.executable, "main.py", "--no-open", "--data", str(asking.folder)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    other = open_phone(again.stdout.split()[1])
    _open_questions(other)
    other.tap("Tea Yes or no")
    other.tap("Archive Tea")
    other.sees("No longer asked: Tea.")
    phone.page.get_by_text("Herb tea?").wait_for(state="detached", timeout=SOON)
    other.sees("No longer asked")
    other.tap("Tea Yes or no")
    other.tap("Ask Tea again")
    phone.sees("Herb tea? Yes")
    assert asking.questions().get("own_tea").asked


@pytest.fixture(scope="module")
def shared_asking(
    fork_shared_diary: StartDiary, open_shared_phone: Callable[..., Phone], tmp_path_factory: pytest.TempPathFactory
) -> Shared[Phone]:
    """A page with a diary that asks one of each kind, for tests that only look."""
    folder = tmp_path_factory.mktemp("asking") / "diary"
    ask_one_of_each_kind(folder)
    return Shared(lambda: open_shared_phone(fork_shared_diary(folder).address))


def show_questions(phone: Phone, scale: int) -> None:
    """Open the section at a size of text, with one of the questions unfolded."""
    phone.show("/settings")
    phone.tap(f"Size of text, in % {scale}")
    phone.tap("My questions")
    phone.tap("Steps A number")


@pytest.mark.parametrize("look", [{}, {"dark": True}, {"width": 1200, "height": 800}], ids=["phone", "dark", "wide"])
def test_the_section_looks_right(
    shared_asking: Shared[Phone], request: pytest.FixtureRequest, look: dict[str, Any]
) -> None:
    phone = shared_asking.of(request)
    phone.look(**look)
    show_questions(phone, 100)
    phone.shot(f"questions_{'_'.join(look) or 'phone'}")
    assert_whole(phone)
    phone.scroll_to(phone.find("Add the question"))
    phone.shot(f"questions_{'_'.join(look) or 'phone'}_add")
    assert_whole(phone)


def test_text_at_twice_its_size_fits(shared_asking: Shared[Phone], request: pytest.FixtureRequest) -> None:
    phone = shared_asking.of(request)
    phone.look()
    show_questions(phone, 200)
    phone.shot("questions_200")
    assert_whole(phone)
    phone.scroll_to(phone.find("Add the question"))
    phone.shot("questions_200_add")
    assert_whole(phone)
    phone.scroll_to(phone.find("Socks in bed"))
    phone.shot("questions_200_hide")
    assert_whole(phone)


LONG = "How many of the exercises that the physiotherapist showed you in spring did you do, and how carefully, that evening?"
OPTIONS = tuple(f"As carefully as I was shown, or nearly {n}"[:40] for n in range(4))


@pytest.fixture(scope="module")
def shared_long(
    fork_shared_diary: StartDiary, open_shared_phone: Callable[..., Phone], tmp_path_factory: pytest.TempPathFactory
) -> Shared[Phone]:
    """A page with a diary whose own questions are as long as they can be."""
    folder = tmp_path_factory.mktemp("long") / "diary"
    with closing(Diary.open(folder, clock=now)) as book:
        book.questions.add(LONG, kind=choice_of(OPTIONS), name=LONG[:60])
        book.questions.add("Walk", kind=Number(0, 100, 0.1, "kilometres on foot"))
        book.person.keep_preferences(replace(book.person.preferences(), welcomed=True))
    return Shared(lambda: open_shared_phone(fork_shared_diary(folder).address))


@pytest.mark.parametrize("scale", [100, 200])
def test_the_longest_words_fit_on_log_and_in_settings(
    shared_long: Shared[Phone], request: pytest.FixtureRequest, scale: int
) -> None:
    phone = shared_long.of(request)
    phone.show("/settings")
    phone.tap(f"Size of text, in % {scale}")
    phone.show("/log")
    phone.scroll_to(phone.page.get_by_label("Anything else about this night"))
    phone.scroll_to(phone.find(OPTIONS[0]))
    phone.shot(f"questions_long_log_{scale}")
    assert_whole(phone)
    _open_questions(phone)
    phone.shot(f"questions_long_{scale}")
    assert_whole(phone)
    phone.tap(LONG[:40])
    phone.scroll_to(phone.find("Archive"))
    phone.shot(f"questions_long_open_{scale}")
    assert_whole(phone)
