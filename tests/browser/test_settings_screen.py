"""Settings in a real browser: all is saved as it is touched, and what is refused says why beside the field."""

from __future__ import annotations

import datetime as dt
import json
import os
from contextlib import closing
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from diary.book import Diary
from diary.model.preferences import TemperatureUnit, Theme
from diary.model.profile import Pregnancy, Sex
from tests.browser.conftest import SOON
from tests.browser.sharing import Shared
from tests.browser.stored import comes_to

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.model.preferences import Preferences
    from diary.model.profile import Marker, Profile
    from tests.browser.conftest import Phone
    from tests.conftest import StartDiary

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]


def now() -> dt.datetime:
    return dt.datetime.now().astimezone()


TODAY = now().date()


class Kept:
    """What the diary in a folder holds now, read beside the open program."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def profile(self) -> Profile:
        with closing(Diary.open(self.folder, clock=now, writable=False)) as book:
            return book.person.profile()

    def preferences(self) -> Preferences:
        with closing(Diary.open(self.folder, clock=now, writable=False)) as book:
            return book.person.preferences()

    def markers(self) -> tuple[Marker, ...]:
        with closing(Diary.open(self.folder, clock=now, writable=False)) as book:
            return book.person.markers()


@pytest.fixture
def own(tmp_path: Path) -> Kept:
    """The diary of a test that no other may share."""
    return Kept(tmp_path / "diary")


@pytest.fixture
def own_phone(fork_diary: StartDiary, open_phone: Callable[..., Phone], own: Kept) -> Phone:
    """A page of that diary that shows Settings."""
    phone = open_phone(fork_diary(own.folder).address)
    phone.tap("Settings", exact=True)
    phone.sees("About you")
    return phone


@pytest.fixture(scope="module")
def shared(
    fork_shared_diary: StartDiary, open_shared_phone: Callable[..., Phone], tmp_path_factory: pytest.TempPathFactory
) -> Shared[tuple[Phone, Kept]]:
    """A page and its diary, for tests that each touch what no other one looks at."""

    def make() -> tuple[Phone, Kept]:
        kept = Kept(tmp_path_factory.mktemp("settings") / "diary")
        return open_shared_phone(fork_shared_diary(kept.folder).address), kept

    return Shared(make)


@pytest.fixture
def kept(shared: Shared[tuple[Phone, Kept]], request: pytest.FixtureRequest) -> Kept:
    return shared.of(request)[1]


@pytest.fixture
def phone(shared: Shared[tuple[Phone, Kept]], request: pytest.FixtureRequest) -> Phone:
    """The shared page, showing Settings."""
    phone = shared.of(request)[0]
    phone.show("/log")
    phone.show("/settings")
    phone.sees("About you")
    return phone


def test_about_you_is_saved_as_it_is_typed_and_tapped(phone: Phone, kept: Kept) -> None:
    phone.tap("About you")
    phone.type_in("Name or initials", "Ana Ω")
    phone.type_in("Year of birth", "1956")
    phone.tap("Sex Female")
    comes_to(
        lambda: (kept.profile().name, kept.profile().year_of_birth, kept.profile().sex), ("Ana Ω", 1956, Sex.FEMALE)
    )
    phone.tap("All settings")
    phone.sees("Ana Ω, born 1956, female")


def test_a_refused_year_says_why_and_the_name_typed_before_stays(phone: Phone, kept: Kept) -> None:
    phone.tap("About you")
    year = kept.profile().year_of_birth
    phone.type_in("Name or initials", "A. B.")
    phone.type_in("Year of birth", "1856")
    phone.sees("so 1856 cannot be kept")
    comes_to(lambda: kept.profile().name, "A. B.")
    assert kept.profile().year_of_birth == year


def test_a_pregnancy_is_kept_with_its_week_and_taken_back(phone: Phone, kept: Kept) -> None:
    phone.tap("About you")
    phone.tap("Pregnant Yes")
    phone.type_in("Which week, if known?", "12")
    comes_to(lambda: kept.profile().pregnancy, Pregnancy(12, TODAY))
    phone.tap("Pregnant No")
    comes_to(lambda: (kept.profile().pregnancy, kept.profile().not_pregnant), (None, TODAY))
    phone.tap("Pregnant No")
    comes_to(lambda: kept.profile().not_pregnant, None)


def test_a_condition_is_ticked_dated_and_taken_back(phone: Phone, kept: Kept) -> None:
    phone.tap("Conditions")
    phone.tap("Diabetes")
    phone.type_in("Since which year?", "1999")
    comes_to(lambda: [(each.key, each.since) for each in kept.profile().conditions], [("diabetes", 1999)])
    phone.tap("Diabetes")
    comes_to(lambda: kept.profile().conditions, ())


def test_another_condition_is_named_in_own_words_and_taken_back(phone: Phone, kept: Kept) -> None:
    phone.tap("Conditions")
    phone.type_in("Another condition", "Raynaud")
    comes_to(lambda: [(each.key, each.name) for each in kept.profile().conditions], [("other", "Raynaud")])
    phone.type_in("Another condition", " ")
    comes_to(lambda: kept.profile().conditions, ())


def test_a_medicine_is_added_told_more_of_and_removed_with_undo(phone: Phone, kept: Kept) -> None:
    phone.tap("Medicines and supplements")
    phone.type_in("Name of a medicine or supplement", "Magnesium")
    phone.tap("Add", exact=True)
    phone.type_in("Dose", "300 mg")
    phone.tap("Started: not given")
    phone.tap("OK", exact=True)
    phone.sees("300 mg, since")
    comes_to(
        lambda: [(each.name, each.dose, each.started) for each in kept.profile().medicines],
        [("Magnesium", "300 mg", TODAY)],
    )
    phone.tap("Remove Magnesium")
    phone.sees("Removed: Magnesium.")
    comes_to(lambda: kept.profile().medicines, ())
    phone.tap("Undo", exact=True)
    phone.sees("300 mg, since")
    comes_to(lambda: [each.name for each in kept.profile().medicines], ["Magnesium"])


def test_a_medicine_without_a_name_is_refused_beside_the_field(phone: Phone, kept: Kept) -> None:
    phone.tap("Medicines and supplements")
    medicines = kept.profile().medicines
    phone.tap("Add", exact=True)
    phone.sees("The name of the medicine is empty")
    assert kept.profile().medicines == medicines


def test_a_marker_is_added_for_today_and_edited(phone: Phone, kept: Kept) -> None:
    phone.tap("Markers")
    phone.type_in("What changed?", "New matress")
    phone.tap("Add for today")
    phone.sees("Remove New matress")
    phone.type_in("What changed?", "New mattress", last=True)
    comes_to(lambda: [(each.day, each.text) for each in kept.markers()], [(TODAY, "New mattress")])


def test_looks_and_units_apply_at_once_and_stay(own_phone: Phone, own: Kept) -> None:
    phone, kept = own_phone, own
    phone.tap("Theme Dark")
    phone.tap("Temperature in °F")
    phone.tap("Size of text, in % 150")
    comes_to(
        lambda: (kept.preferences().theme, kept.preferences().temperature, kept.preferences().text_scale),
        (Theme.DARK, TemperatureUnit.FAHRENHEIT, 1.5),
    )
    assert brightness(phone) < 80


def test_the_chosen_theme_stays_chosen_when_it_is_tapped_again(phone: Phone, kept: Kept) -> None:
    phone.tap("Theme Light")
    phone.tap("Theme Light")
    assert phone.find("Theme Light").get_attribute("aria-checked") == "true"
    comes_to(lambda: kept.preferences().theme, Theme.LIGHT)


def test_the_persons_own_cold_line_is_told_in_their_unit_and_kept_in_celsius(phone: Phone, kept: Kept) -> None:
    phone.tap("Temperature in °F")
    phone.tap("Your own lines")
    phone.type_in("A room is cold below", "59")
    phone.tap("Portions a day 3")
    comes_to(lambda: (kept.preferences().cold_below, kept.preferences().calcium_aim), (15.0, 3))


def test_everything_is_exported_as_a_file_of_the_diarys_own(phone: Phone, kept: Kept) -> None:
    phone.tap("About you")
    phone.type_in("Name or initials", "A. B.")
    phone.tap("All settings")
    phone.tap("Your data")
    phone.sees(str(kept.folder))
    with phone.page.expect_download(timeout=SOON) as waiting:
        phone.tap("Export to JSON")
    assert waiting.value.suggested_filename == f"night-cramp-diary-{TODAY.isoformat()}.json"
    assert json.loads(Path(waiting.value.path()).read_bytes())["profile"]["name"] == "A. B."


def test_undo_and_redo_go_back_and_forth(own_phone: Phone, own: Kept) -> None:
    phone, kept = own_phone, own
    phone.tap("Conditions")
    phone.tap("Diabetes")
    phone.tap("All settings")
    phone.tap("Your data")
    phone.sees("Nothing to do again.")
    phone.tap("Undo: Condition added", exact=True)
    phone.sees("Taken back")
    comes_to(lambda: kept.profile().conditions, ())
    phone.tap("Redo: Condition added", exact=True)
    phone.sees("Done again")
    comes_to(lambda: [each.key for each in kept.profile().conditions], ["diabetes"])


def test_the_welcome_can_be_answered_or_put_away_and_never_comes_back(own_phone: Phone, own: Kept) -> None:
    phone, kept = own_phone, own
    phone.tap("Close settings")
    phone.sees("Welcome to your diary")
    assert phone.find("I had cramps").bounding_box() is not None
    phone.tap("Temperature in °F")
    phone.tap("Done", exact=True)
    phone.page.get_by_text("Welcome to your diary").wait_for(state="detached", timeout=SOON)
    comes_to(lambda: (kept.preferences().welcomed, kept.preferences().temperature), (True, TemperatureUnit.FAHRENHEIT))
    phone.reload()
    phone.sees("I had cramps")
    assert phone.page.get_by_text("Welcome to your diary").count() == 0


def test_the_welcome_goes_once_a_second_night_is_logged(own_phone: Phone) -> None:
    phone = own_phone
    phone.tap("Close settings")
    phone.tap("No cramps")
    phone.sees("Logged: no cramps")
    phone.sees("Welcome to your diary")
    phone.tap("The night before", exact=True)
    phone.sees("Not logged yet")
    phone.page.get_by_text("Welcome to your diary").wait_for(state="detached", timeout=SOON)
    phone.sees("Position and covers")


def brightness(phone: Phone) -> float:
    """How bright the middle of the screen is, from 0 to 255."""
    picture = Image.open(BytesIO(phone.picture())).convert("L")
    return picture.resize((1, 1)).tobytes()[0]


def test_a_folder_whose_name_is_no_text_is_shown_and_copied(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path
) -> None:
    """The whole page stayed away: no message to it can hold half a character."""
    folder = tmp_path / os.fsdecode(b"di\xff\x1b[2Jary\nx")
    phone = open_phone(fork_diary(folder).address)
    phone.show("/settings/data")
    phone.sees("di[2Jary x")
    phone.tap("Copy the path")
    phone.sees("Copied: ")
