"""Long work that is cancelled at any of its steps leaves everything as it was; at its last one it comes about."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from diary.book import Diary
from diary.book.import_file import read_import
from diary.exchange.contents import Contents
from diary.model.backups import BackupReason, BackupState
from diary.model.factors import YesNo
from diary.model.mornings import DAY
from diary.model.period import Period
from diary.model.preferences import Preferences, Theme
from diary.model.profile import Marker, Profile
from diary.model.progress import Progress, Stage, WorkCancelledError
from diary.model.questions import Questions
from diary.model.report_choices import Paper, ReportChoices
from diary.store.restoring import BUILD_NAME
from tests.numbered_nights import BEGIN, NOW, night_of, save_night

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

THEIRS = Contents(
    nights=tuple(night_of(number) for number in range(4, 12)),
    profile=Profile(name="Ana", year_of_birth=1960),
    markers=(Marker(BEGIN, "New mattress"),),
    preferences=Preferences(theme=Theme.DARK),
    questions=Questions().add("Herb tea?", kind=YesNo(), name="tea"),
    report=ReportChoices(paper=Paper.LETTER),
)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Diary]:
    """A diary of six nights, with a backup of four."""
    with closing(Diary.open(tmp_path / "diary", clock=lambda: NOW)) as book:
        for number in range(6):
            if number == 4:
                book.backups.before(BackupReason.CHANGE)
            save_night(book._diary.store, number)
        yield book


@pytest.fixture
def json_file(tmp_path: Path) -> Path:
    """What another diary exported."""
    with closing(Diary.open(tmp_path / "other", clock=lambda: NOW, backups=False)) as other:
        other.files.import_contents(THEIRS)
        (tmp_path / "theirs.json").write_bytes(other.files.export_json())
    return tmp_path / "theirs.json"


def cancelled_at(step: int) -> Progress:
    """Work of which the person thinks better at this step."""
    seen = 0

    def watch(_stage: Stage) -> None:
        nonlocal seen
        seen += 1
        if seen == step:
            progress.cancel()

    progress = Progress(watch)
    return progress


def state_of(book: Diary) -> tuple[Any, ...]:
    return book.files.contents(), book.steps(), book.version(), book.files.check(), book.files.notices()


def cancelled_steps(book: Diary, act: Callable[[Progress], object]) -> int:
    """At how many steps the act was cancelled before it came about, everything being as it was each time."""
    before, step = state_of(book), 1
    while is_cancelled(act, step):
        assert state_of(book) == before
        assert [each.name for each in book.folder.rglob("*") if BUILD_NAME in each.name or ".new" in each.name] == []
        assert {backup.state for backup in book.backups.backups()} <= {BackupState.WHOLE}
        step += 1
    assert state_of(book) != before
    return step - 1


def is_cancelled(act: Callable[[Progress], object], step: int) -> bool:
    try:
        act(cancelled_at(step))
    except WorkCancelledError:
        return True
    return False


def test_an_import_cancelled_at_any_step_leaves_all_equal(book: Diary, json_file: Path) -> None:
    def take_in(progress: Progress) -> None:
        file = read_import(json_file, clock=book.moment, progress=progress)
        book.files.import_contents(file.contents, progress=progress)

    nights = len(THEIRS.nights)
    assert cancelled_steps(book, take_in) > 2 * nights  # each night is read, and compared
    assert len(book.nights.all()) == 12
    assert (book.person.preferences().theme, book.person.report_choices().paper) == (Theme.DARK, Paper.LETTER)
    book.undo()
    assert len(book.nights.all()) == 6


def test_another_diary_s_file_cancelled_while_it_is_taken_in_leaves_all_equal(book: Diary, tmp_path: Path) -> None:
    with closing(Diary.open(tmp_path / "other", clock=lambda: NOW, backups=False)) as other:
        other.files.import_contents(THEIRS)

    def take_in(progress: Progress) -> None:
        file = read_import(tmp_path / "other" / "diary.db", clock=book.moment, progress=progress)
        book.files.import_contents(file.contents, file.differing, progress)

    assert cancelled_steps(book, take_in) > len(THEIRS.nights)
    assert len(book.nights.all()) == 12


def test_a_restore_cancelled_at_any_step_leaves_all_equal(book: Diary) -> None:
    name = book.backups.backups()[-1].name
    assert cancelled_steps(book, lambda progress: book.backups.restore(name, progress)) >= 4
    assert len(book.nights.all()) == 4


def test_a_report_cancelled_at_any_step_is_not_made_and_then_is_the_same_as_ever(book: Diary) -> None:
    period, step, pdf = Period(BEGIN, BEGIN + 10 * DAY), 0, b""
    while not pdf:
        step += 1
        try:
            pdf = book.results.report_pdf(period, progress=cancelled_at(step))
        except WorkCancelledError:
            continue
    assert step >= 5  # nights compared, each chart drawn, counted, laid out
    assert pdf == book.results.report_pdf(period)


def test_cancelled_work_says_so_at_its_next_step() -> None:
    progress = Progress()
    assert progress.cancel()
    with pytest.raises(WorkCancelledError, match=r"Cancelled. Nothing was changed."):
        progress.step("Copying")


def test_when_it_is_too_late_nothing_is_cancelled() -> None:
    progress = Progress()
    progress.step("Copying", 0.5)
    assert progress.stage == Stage("Copying", 0.5)
    progress.finish("Putting it in its place")
    assert not progress.cancel()
    progress.step("Still at it")
    assert progress.stage == Stage("Still at it", can_be_cancelled=False)
