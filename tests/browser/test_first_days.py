"""A new user's first days, as they would live them: log, close, open, edit, delete, look, print."""

from __future__ import annotations

import datetime as dt
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pypdf
import pytest

from diary.model.mornings import DAY, night_name

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = [pytest.mark.browser, pytest.mark.timeout(420)]

ROOT = Path(__file__).parents[2]
PLACES = ("Diary", "Trends", "Triggers", "Report")


def kept_nights(folder: Path) -> dict[str, Any]:
    """What the command line says the diary holds, by morning."""
    answer = subprocess.run(
        [sys.executable, "-m", "diary", "nights", "--json", "--data", str(folder)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return {night["morning"]: night for night in json.loads(answer.stdout)}


def test_a_new_user_logs_ten_nights_and_finds_them_again(
    start_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path
) -> None:
    folder, today = tmp_path / "diary", dt.datetime.now().astimezone().date()
    first = start_diary(folder)
    phone = open_phone(first.address)
    phone.page.wait_for_timeout(1500)
    phone.shot("first-start")

    log_ten_nights(phone, today)
    kept = kept_nights(folder)
    assert len(kept) == 10
    assert sum(night["cramps"] == [] for night in kept.values()) == 8
    two = kept[(today - 2 * DAY).isoformat()]["cramps"]
    assert [cramp["at"][-5:] for cramp in two] == ["23:40", "03:10"]
    assert two[0]["at"][:10] == (today - 3 * DAY).isoformat(), "23:40 is on the evening before"
    assert two[0]["intensity"] == 7
    assert first.close()[0] == 0

    again = start_diary(folder)
    phone = open_phone(again.address)
    edit_one(phone, folder, today)
    delete_one_and_undo(phone, folder, today)
    for scheme in ("light", "dark"):
        look_at_all_places(phone, scheme)
    assert again.close()[0] == 0
    assert len(kept_nights(folder)) == 10


def log_ten_nights(phone: Any, today: dt.date) -> None:
    """Eight quiet nights, one with a cramp of which nothing more is told, one with two cramps."""
    for back in range(10):
        if back:
            phone.tap("The night before", exact=True)
            phone.sees(night_name(today - back * DAY))
        if back == 2:
            log_two_cramps(phone)
        elif back == 5:
            phone.tap("I had cramps")
            phone.sees("Logged: 1 cramp")
        else:
            phone.tap("No cramps")
            phone.sees("Logged: no cramps")


def log_two_cramps(phone: Any) -> None:
    """Cramps at 23:40 and 03:10 in one night."""
    phone.tap("I had cramps")
    phone.sees("Logged: 1 cramp")
    phone.type_in("Or the exact time", "23:40")
    phone.tap("How bad? 0 is no pain, 10 the worst there could be 7")
    phone.tap("Which side? Left")
    phone.shot("cramp-form")
    phone.tap("Another cramp this night")
    phone.sees("Logged: 2 cramps")
    phone.scroll_to(phone.page.get_by_text("Cramp 2", exact=True))
    phone.page.wait_for_timeout(1000)  # until its fields have come into the tree
    phone.type_in("Or the exact time", "0310", last=True)


def edit_one(phone: Any, folder: Path, today: dt.date) -> None:
    """Change last night from quiet to a cramp night, with an answer and a note."""
    phone.tap("I had cramps")
    phone.sees("Logged: 1 cramp")
    phone.page.wait_for_timeout(1000)  # until Log has scrolled to the form of the cramp
    phone.tap("Legs or feet outside the covers? Yes")
    phone.type_in("Anything else about this night", "Long walk; calf hard as wood. Ωμέγα")
    night = kept_nights(folder)[today.isoformat()]
    assert len(night["cramps"]) == 1
    assert night["answers"]["legs_outside"]["value"] is True
    assert night["note"] == "Long walk; calf hard as wood. Ωμέγα"


def delete_one_and_undo(phone: Any, folder: Path, today: dt.date) -> None:
    """Delete last night from the list, and take that back."""
    phone.page.get_by_role("tab", name="Diary").click()
    phone.sees(night_name(today))
    phone.tap(f"Delete {night_name(today)}")
    phone.sees("Undo")
    assert today.isoformat() not in kept_nights(folder)
    phone.tap("Undo", exact=True)
    phone.page.wait_for_timeout(600)
    assert len(kept_nights(folder)[today.isoformat()]["cramps"]) == 1


def look_at_all_places(phone: Any, scheme: str) -> None:
    """Every place comes up in this theme; the pictures are for a person to look at."""
    phone.page.emulate_media(color_scheme=scheme)
    for place in PLACES:
        phone.tap(place, exact=True)
        phone.page.wait_for_timeout(2500)
        assert phone.find(place, exact=True).get_attribute("aria-selected") == "true"
        phone.shot(f"{place.lower()}-{scheme}")
    phone.tap("Settings", exact=True)
    phone.sees("Theme")
    phone.shot(f"settings-{scheme}")
    phone.tap("Close settings")


def test_the_report_that_is_saved_is_the_one_for_the_doctor(
    start_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path
) -> None:
    diary = start_diary(tmp_path / "diary")
    phone = open_phone(diary.address)
    phone.tap("I had cramps")
    phone.sees("Logged: 1 cramp")
    phone.tap("Report", exact=True)
    with phone.page.expect_download(timeout=60_000) as waiting:
        phone.tap("Save PDF")
    data = Path(waiting.value.path()).read_bytes()
    words = " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)
    assert "not a medical device" in words
    assert "1 of 1" in words
    assert diary.close()[0] == 0
