"""What can be read of a damaged file comes into a new diary: nothing is made up, and what is lost is named."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from diary.model.night import Night
from diary.model.questions import Questions
from diary.store.acts import MOST_STEPS
from diary.store.change import Change, Records
from diary.store.salvage.errors import NothingToSalvageError
from diary.store.salvage.file_form import form_problems
from diary.store.salvage.file_rows import file_rows
from diary.store.salvage.night_parts import salvaged_nights
from diary.store.salvage.salvaging import SALVAGED_NAME, salvage
from diary.store.store import Store
from tests.store.damaged_files import (
    NOW,
    PAGE,
    PREFERENCES,
    QUESTIONS,
    TODAY,
    change,
    make_diary,
    nights_of,
    page_of,
    person_of,
    zeroed,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from diary.model.salvage import Salvage

SCHEMAS = Path(__file__).parents[1] / "data" / "schemas"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a diary of ninety nights."""
    return make_diary(tmp_path_factory.mktemp("whole"))


@pytest.fixture(scope="module")
def nights(whole: Path) -> dict[dt.date, Night]:
    return nights_of(whole)


@pytest.fixture
def broken(whole: Path, tmp_path: Path) -> Path:
    """A copy of the file, to be broken."""
    return Path(shutil.copy(whole, tmp_path / "broken.db"))


@pytest.fixture
def salvaged(tmp_path: Path) -> Iterator[Callable[[Path], tuple[Salvage, Store]]]:
    """Salvages a file, which stays as it is, and gives what came of it with the new diary, which is whole."""
    opened: list[Store] = []

    def run(path: Path) -> tuple[Salvage, Store]:
        before, place, new = path.read_bytes(), tmp_path / "place", tmp_path / "new"
        place.mkdir()
        new.mkdir()
        found = salvage(path, place)
        assert path.read_bytes() == before
        (place / SALVAGED_NAME).rename(new / "diary.db")
        opened.append(Store.open(new, clock=lambda: NOW, writable=True))
        assert opened[0].check() == ()
        return found, opened[0]

    yield run
    for store in opened:
        store.close()


def assert_nothing_is_made_up(nights: dict[dt.date, Night], found: Iterator[Night] | list[Night]) -> None:
    """Each night is as it was, or lacks something: never another number, and never a quiet night for a lost cramp."""
    for night in found:
        before = nights[night.morning]
        assert night.cramps is None or night.cramps == before.cramps
        assert night.answers.items() <= before.answers.items()
        assert night.note in ("", before.note)


def test_a_whole_file_comes_over_whole(
    whole: Path, nights: dict[dt.date, Night], salvaged: Callable[[Path], tuple[Salvage, Store]]
) -> None:
    found, new = salvaged(whole)
    assert (found.words, found.losses) == ("90 of 90 nights", ())
    assert {night.morning: night for night in new.nights()} == nights
    assert (new.questions(), new.preferences()) == (QUESTIONS, PREFERENCES)
    assert (new.profile(), new.markers(), new.preferences()) == (*person_of(whole), PREFERENCES)
    for _ in range(MOST_STEPS):
        assert new.undo() is not None
    assert len(new.nights()) == 90 - MOST_STEPS


def test_whichever_page_is_lost_nothing_is_made_up_and_most_stays(
    whole: Path, nights: dict[dt.date, Night], tmp_path: Path
) -> None:
    content, file = whole.read_bytes(), tmp_path / "broken.db"
    for page in range(len(content) // PAGE):
        file.write_bytes(zeroed(content, page))
        found = salvaged_nights(file_rows(file), QUESTIONS)
        assert_nothing_is_made_up(nights, [each.night for each in found.nights])
        assert len(found.nights) + len(found.lost) == len(nights)
        unlike = [each for each in found.nights if each.night != nights[each.night.morning]]
        assert all(each.missing for each in unlike), page
        assert len(unlike) + len(found.lost) < 60, page


@pytest.mark.parametrize("seed", range(4))
def test_several_pages_of_garbage_make_nothing_up(
    whole: Path, nights: dict[dt.date, Night], tmp_path: Path, seed: int
) -> None:
    chance, content = random.Random(seed), bytearray(whole.read_bytes())
    for page in chance.sample(range(len(content) // PAGE), 6):
        content[page * PAGE : (page + 1) * PAGE] = chance.randbytes(PAGE)
    (tmp_path / "broken.db").write_bytes(content)
    found = salvaged_nights(file_rows(tmp_path / "broken.db"), QUESTIONS)
    assert_nothing_is_made_up(nights, [each.night for each in found.nights])
    assert len(found.nights) > 45


@pytest.mark.parametrize("share", [0.6, 0.85])
def test_of_a_truncated_file_comes_what_is_there(
    broken: Path, nights: dict[dt.date, Night], salvaged: Callable[[Path], tuple[Salvage, Store]], share: float
) -> None:
    content = broken.read_bytes()
    broken.write_bytes(content[: int(len(content) * share)])
    found, new = salvaged(broken)
    assert_nothing_is_made_up(nights, new.nights())
    assert found.nights == len(new.nights()) >= 20
    assert found.losses
    assert found.known_nights <= 90


@pytest.mark.parametrize("zeroes", [100, PAGE, 2 * PAGE])
def test_without_its_first_pages_a_file_still_gives_every_night(
    whole: Path,
    broken: Path,
    nights: dict[dt.date, Night],
    salvaged: Callable[[Path], tuple[Salvage, Store]],
    zeroes: int,
) -> None:
    broken.write_bytes(bytes(zeroes) + broken.read_bytes()[zeroes:])
    found, new = salvaged(broken)
    assert {night.morning: night for night in new.nights()} == nights
    assert found.words.startswith("90 of ")
    assert (new.profile(), new.markers(), new.preferences()) == (*person_of(whole), PREFERENCES)


def test_values_that_cannot_be_are_refused_and_named(
    broken: Path, salvaged: Callable[[Path], tuple[Salvage, Store]]
) -> None:
    change(
        broken,
        "UPDATE answer SET number = 16.53731 WHERE morning = '2026-11-20' AND factor = 'room_temperature'",
        "UPDATE cramp SET intensity = 11 WHERE morning = '2026-11-22'",
        "UPDATE night SET note = CAST(X'ff41' AS TEXT) WHERE morning = '2026-11-21'",
        "UPDATE night SET cramps_told = 2 WHERE morning = '2026-11-23'",
        "UPDATE medicine SET supplement = 5 WHERE name = 'Iron'",
        "UPDATE preference SET value = '\"darl\"' WHERE name = 'theme'",
        "DELETE FROM factor WHERE key = 'own_tea'",
    )
    found, new = salvaged(broken)
    assert (found.words, found.losses) == (
        "90 of 90 nights, 4 of them lack something",
        (
            "Not read of the night to 2026-11-20: the answer “Room temperature”.",
            "Not read of the night to 2026-11-21: its note.",
            "Not read of the night to 2026-11-22: whether there were cramps.",
            "Not read of the night to 2026-11-23: whether there were cramps.",
            "The question “own_tea” is lost, and 90 answers to it.",
            "The medicine “Iron” cannot be read: “5” is not yes or no.",
            "The setting “theme” cannot be read: “darl” is not one of system, light, dark, night, clock.",
        ),
    )
    assert [medicine.name for medicine in new.profile().medicines] == ["Magnesium"]


def test_no_earlier_answer_of_the_profile_stands_for_a_later_one_that_cannot_be_read(
    broken: Path, salvaged: Callable[[Path], tuple[Salvage, Store]]
) -> None:
    change(
        broken,
        "INSERT INTO profile_answer (question, number, noted_on) VALUES ('year_of_birth', 3957, '2026-11-24')",
    )
    found, new = salvaged(broken)
    assert new.profile().year_of_birth is None
    assert new.profile().name == "A. P."
    assert [loss for loss in found.losses if "year_of_birth" in loss]


def test_a_cramp_that_only_the_index_knows_makes_no_quiet_night(broken: Path, nights: dict[dt.date, Night]) -> None:
    """The table's page says that it holds one row less than it does."""
    content = bytearray(broken.read_bytes())
    content[page_of(broken, "cramp") * PAGE + 4] -= 1
    broken.write_bytes(content)
    found = salvaged_nights(file_rows(broken), QUESTIONS)
    assert_nothing_is_made_up(nights, [each.night for each in found.nights])
    assert any("whether there were cramps" in each.missing for each in found.nights)


def test_an_answer_under_a_morning_that_no_night_had_makes_no_night(broken: Path, nights: dict[dt.date, Night]) -> None:
    change(broken, "UPDATE answer SET morning = '2027-11-22' WHERE morning = '2026-11-22' AND factor = 'socks'")
    found = salvaged_nights(file_rows(broken), QUESTIONS)
    assert {each.night.morning for each in found.nights} == set(nights)
    assert found.lost == ("2027-11-22",)


def test_no_night_that_was_removed_comes_back(broken: Path, nights: dict[dt.date, Night]) -> None:
    """Its rows lie in pages that hold nothing any more; the first page, which says so, is damaged too."""
    change(broken, "DELETE FROM cramp", "DELETE FROM answer", "DELETE FROM night WHERE morning < '2026-11-01'")
    left = {morning for morning in nights if morning.month == 11}
    content = broken.read_bytes()
    for damaged in (zeroed(content, page_of(broken, "act")), zeroed(content, 0)):
        broken.write_bytes(damaged)
        found = salvaged_nights(file_rows(broken), QUESTIONS)
        assert {each.night.morning for each in found.nights} == left


@pytest.mark.parametrize("version", ["v0001", "v0002", "v0003", "v0004"])
def test_a_damaged_diary_of_an_earlier_version_comes_over(
    tmp_path: Path, salvaged: Callable[[Path], tuple[Salvage, Store]], version: str
) -> None:
    (tmp_path / "old").mkdir()
    old, broken = tmp_path / "old" / "diary.db", tmp_path / "broken.db"
    shutil.copy(SCHEMAS / f"{version}.db", old)
    with closing(Store.open(old.parent, clock=lambda: NOW, writable=True)) as upgraded:
        expected = (upgraded.nights(), upgraded.profile(), upgraded.questions(), upgraded.markers())
    broken.write_bytes(zeroed((SCHEMAS / f"{version}.db").read_bytes(), 0))
    found, new = salvaged(broken)
    assert (new.nights(), new.profile(), new.questions(), new.markers()) == expected
    assert found.words == "3 of 3 nights"


@pytest.mark.parametrize("encoding", ["UTF-16le", "UTF-16be"])
def test_a_file_whose_texts_another_program_wrote_as_utf_16_comes_over(
    whole: Path,
    nights: dict[dt.date, Night],
    tmp_path: Path,
    salvaged: Callable[[Path], tuple[Salvage, Store]],
    encoding: str,
) -> None:
    copy = tmp_path / "copy.db"
    with closing(sqlite3.connect(whole)) as before, closing(sqlite3.connect(copy)) as after:
        after.execute(f"PRAGMA encoding = '{encoding}'")
        after.executescript("\n".join(before.iterdump()))
        for pragma in ("application_id", "user_version"):
            after.execute(f"PRAGMA {pragma} = {before.execute(f'PRAGMA {pragma}').fetchone()[0]}")
    found, new = salvaged(copy)
    assert found.words == "90 of 90 nights"
    assert {night.morning: night for night in new.nights()} == nights
    copy.write_bytes(zeroed(copy.read_bytes(), page_of(copy, "marker")))
    assert_nothing_is_made_up(nights, [each.night for each in salvaged_nights(file_rows(copy), QUESTIONS).nights])
    assert form_problems(copy)


def test_what_waits_in_the_log_is_read_too(tmp_path: Path) -> None:
    night = Night(TODAY).with_cramps((), NOW)
    store = Store.open(tmp_path / "diary", clock=lambda: NOW, writable=True)
    reader = Store.open(tmp_path / "diary", clock=lambda: NOW, writable=False)
    with reader._connections.reading() as connection:
        connection.exec_driver_sql(
            "SELECT count(*) FROM night"
        ).fetchall()  # while somebody reads, what is saved waits in the log
        store.keep(Change("Night saved", Records(), Records(nights=(night,))))
        assert (tmp_path / "diary" / "diary.db-wal").stat().st_size
        found = salvaged_nights(file_rows(tmp_path / "diary" / "diary.db"), Questions())
    assert [each.night.morning for each in found.nights] == [night.morning]
    reader.close()
    store.close()


@pytest.mark.parametrize("content", [b"", b"\x89PNG" * 3000, bytes(9 * PAGE)])
def test_of_what_is_no_diary_nothing_is_saved(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "file.db").write_bytes(content)
    with pytest.raises(NothingToSalvageError):
        salvage(tmp_path / "file.db", tmp_path)
