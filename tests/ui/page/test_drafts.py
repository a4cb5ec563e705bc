"""What is being typed: read when its field is left, kept where it cannot be saved, and there again afterwards."""

from __future__ import annotations

import asyncio
import json
import stat
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from diary.model.errors import DiaryError
from diary.ui.page import draft_file
from diary.ui.page.draft_file import Draft, DraftFile, read_drafts, write_drafts
from diary.ui.page.drafts import DraftField, Drafts

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

NOTE = "night 2026-11-29 note"


@dataclass
class Window:
    """A page with one field, over a diary that takes what is typed unless it is locked."""

    drafts: Drafts
    saved: list[str] = field(default_factory=list)
    locked: bool = False
    mistaken: bool = False
    """The program makes a mistake in saving."""
    connected: bool = True
    drawn: int = 0
    told: list[str] = field(default_factory=list)

    def field_of(self, subject: str = NOTE, value: str = "") -> DraftField:
        """A field on this page."""
        place = DraftField(subject, self, lambda: self.connected, self.draw, value, self.save)
        self.drafts.open(place)
        return place

    def draw(self) -> None:
        self.drawn += 1

    async def save(self, text: str) -> None:
        await asyncio.sleep(0)
        if self.mistaken:
            raise RuntimeError(text)
        if self.locked:
            raise DiaryError("The diary is in use. Try again in a moment.")
        self.saved.append(text)

    async def leave(self, place: DraftField) -> None:
        """The field goes, and all that follows is done."""
        self.drafts.leave(place, self.told.append)
        others = asyncio.all_tasks() - {asyncio.current_task()}
        if others:
            await asyncio.wait(others, timeout=5)


def run(story: Callable[[Window, Path], Awaitable[None]], path: Path) -> None:
    """Tell a story of one page over a file of drafts."""

    async def whole() -> None:
        await story(Window(Drafts(DraftFile(path, pause=0))), path)

    asyncio.run(whole())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "drafts.json"


def test_nothing_is_read_or_saved_before_the_field_is_left(path: Path) -> None:
    async def story(window: Window, _path: Path) -> None:
        place = window.field_of()
        for text in ("2", "23", "23:40"):
            window.drafts.type(place, text)
            await asyncio.sleep(0.01)
        assert window.saved == []
        await window.drafts.commit(place)
        assert window.saved == ["23:40"]
        assert window.drafts.draft(place) is None

    run(story, path)


def test_leaving_and_enter_at_once_save_once(path: Path) -> None:
    async def story(window: Window, _path: Path) -> None:
        place = window.field_of()
        window.drafts.type(place, "15")
        await asyncio.gather(*(window.drafts.commit(place) for _ in range(3)))
        assert window.saved == ["15"]

    run(story, path)


def test_a_key_that_comes_while_its_field_is_saved_is_not_lost(path: Path) -> None:
    async def story(window: Window, _path: Path) -> None:
        place = window.field_of()
        window.drafts.type(place, "1")
        saving = asyncio.create_task(window.drafts.commit(place))
        await asyncio.sleep(0)
        window.drafts.type(place, "15")
        await saving
        draft = window.drafts.draft(place)
        assert draft == Draft(NOTE, "15")

    run(story, path)


def test_a_text_that_is_saved_already_is_no_draft(path: Path) -> None:
    async def story(window: Window, _path: Path) -> None:
        place = window.field_of(value="15")
        window.drafts.type(place, "1")
        window.drafts.type(place, "15")
        await window.drafts.commit(place)
        assert window.saved == []

    run(story, path)


def test_what_cannot_be_saved_is_told_and_waits_for_the_next_field_of_its_subject(path: Path) -> None:
    async def story(window: Window, path: Path) -> None:
        place = window.field_of()
        window.drafts.type(place, "Woke twice")
        window.locked = True
        await window.leave(place)
        assert window.told == ["The diary is in use. Try again in a moment."]
        assert read_drafts(path) == (Draft(NOTE, "Woke twice", window.told[0]),)
        window.locked = False
        again = window.field_of()
        assert window.drafts.draft(again) == Draft(NOTE, "Woke twice", window.told[0])
        await window.drafts.commit(again)
        assert window.saved == ["Woke twice"]
        await asyncio.sleep(0.05)

    run(story, path)
    assert not path.exists()


def test_what_was_refused_is_not_tried_again_by_leaving(path: Path) -> None:
    async def story(window: Window, _path: Path) -> None:
        place = window.field_of()
        window.drafts.type(place, "80")
        window.locked = True
        await window.drafts.commit(place)
        window.locked = False
        await window.leave(place)
        assert window.saved == []

    run(story, path)


def test_the_end_of_the_program_saves_what_can_be_saved_and_writes_down_the_rest(path: Path) -> None:
    async def story(window: Window, path: Path) -> None:
        other = Window(window.drafts, locked=True)
        window.drafts.type(window.field_of("name"), "Ann")
        other.drafts.type(other.field_of(), "Woke twice")
        await window.drafts.settle()
        assert window.saved == ["Ann"]
        assert [draft.text for draft in read_drafts(path)] == ["Woke twice"]

    run(story, path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_no_earlier_write_comes_after_the_last(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def write_slowly(path: Path, drafts: tuple[Draft, ...]) -> None:
        time.sleep(0.3 if drafts[0].text == "Woke" else 0)
        write_drafts(path, drafts)

    async def story() -> None:
        file = DraftFile(path, pause=0)
        file.follow(lambda: (Draft(NOTE, "Woke"),))
        await asyncio.sleep(0.1)
        await file.settle((Draft(NOTE, "Woke twice"),))
        await asyncio.sleep(0.5)

    monkeypatch.setattr(draft_file, "write_drafts", write_slowly)
    asyncio.run(story())
    assert [draft.text for draft in read_drafts(path)] == ["Woke twice"]


def test_a_page_that_goes_leaves_what_it_cannot_save_to_another_or_to_itself_when_it_comes_back(path: Path) -> None:
    async def story(window: Window, _path: Path) -> None:
        place = window.field_of()
        window.drafts.type(place, "24:99")
        window.locked, window.connected = True, False
        await window.drafts.leave_page(window)
        assert window.drafts.draft(place) is None
        window.connected = True
        window.drafts.come_back(window)
        assert window.drawn == 1
        draft = window.drafts.draft(place)
        assert draft is not None
        assert draft.text == "24:99"

    run(story, path)


def test_a_field_that_shows_already_is_drawn_anew_when_a_draft_of_its_subject_is_left(path: Path) -> None:
    async def story(window: Window, _path: Path) -> None:
        place = window.field_of()
        other = Window(window.drafts)
        beside = other.field_of()
        window.drafts.type(place, "80")
        window.locked = True
        await window.leave(place)
        assert other.drawn == 1
        draft = other.drafts.draft(beside)
        assert draft is not None
        assert draft.text == "80"

    run(story, path)


def test_what_is_typed_is_in_the_file_a_moment_later_for_a_power_cut_may_come(path: Path) -> None:
    async def story(window: Window, path: Path) -> None:
        window.drafts.type(window.field_of(), "A long note")
        await asyncio.sleep(0.1)
        assert read_drafts(path) == (Draft(NOTE, "A long note"),)

    run(story, path)


def test_what_is_typed_in_a_form_is_never_saved_by_itself(path: Path) -> None:
    async def story(window: Window, path: Path) -> None:
        place = window.field_of("new medicine")
        place.save = None
        window.drafts.type(place, "Quin")
        await window.leave(place)
        await window.drafts.settle()
        assert window.saved == []
        assert Drafts(DraftFile(path)).waits("new medicine")

    run(story, path)


@pytest.mark.parametrize("damaged", ["", "{", "[1]", json.dumps([{"subject": "a"}]), "null", "\0"])
def test_a_damaged_file_of_drafts_holds_none(path: Path, damaged: str) -> None:
    path.write_text(damaged)
    assert read_drafts(path) == ()


def test_what_a_mistake_in_the_program_kept_from_being_saved_is_told_and_waits_in_the_file(path: Path) -> None:
    async def story(window: Window, path: Path) -> None:
        place = window.field_of()
        window.mistaken = True
        window.drafts.type(place, "woke at three")
        await window.leave(place)
        assert "mistake in the program" in window.told[0]
        await window.drafts.settle()
        assert [draft.text for draft in read_drafts(path)] == ["woke at three"]

    run(story, path)


def test_what_a_page_left_waits_for_another_page_though_saving_it_was_broken_off(path: Path) -> None:
    async def story(window: Window, _path: Path) -> None:
        place = window.field_of()
        window.drafts.type(place, "woke at three")
        window.connected = False
        leaving = asyncio.create_task(window.drafts.leave_page(window))
        await asyncio.sleep(0)
        leaving.cancel()
        await asyncio.wait({leaving})
        assert window.saved == []
        assert window.drafts.waits(NOTE)

    run(story, path)


def test_the_end_writes_down_what_cannot_be_saved_in_time(path: Path) -> None:
    async def story(window: Window, path: Path) -> None:
        place = window.field_of()
        place.save = lambda _text: asyncio.sleep(60)
        window.drafts.type(place, "woke at three")
        await window.drafts.settle(0.02)
        assert [draft.text for draft in read_drafts(path)] == ["woke at three"]

    run(story, path)
