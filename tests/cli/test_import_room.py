"""`import`: what a room thermometer exported, taken in as the room temperature of each night."""

from __future__ import annotations

import datetime as dt
import random
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from diary.book.import_file import read_imported_bytes
from diary.cli.run import run
from diary.exchange.room_file import RoomChoice
from diary.model.errors import DiaryError
from diary.model.mornings import DAY
from diary.model.night import Cramp
from diary.model.preferences import TemperatureUnit
from tests.cli.commands import NOW, nights
from tests.cli.test_import import MUTATIONS, broken

if TYPE_CHECKING:
    from pathlib import Path

    from diary.book import Diary
    from tests.cli.commands import Run

TODAY = NOW.date()
GOVEE_HEAD = "\ufeffTimestamp for sample frequency every 60 min min, Temperature_Celsius,Relative_Humidity\n"
SWITCHBOT_HEAD = "Date,Temperature_Celsius(℃),Relative_Humidity(%),DPT(℃),VPD(kPa),Abs Humidity(g/m³)\n"
HISTORY_HEAD = "entity_id,state,last_changed\n"
BERLIN = ZoneInfo("Europe/Berlin")


def hourly(
    degrees: float | str, first: str = "2026-11-21 20:00", hours: int = 11, form: str = "{at},{degrees},50"
) -> str:
    """A line an hour, as a thermometer writes them."""
    start = dt.datetime.fromisoformat(first)
    times = (start + dt.timedelta(hours=hour) for hour in range(hours))
    return "".join(form.format(at=at, degrees=degrees) + "\n" for at in times)


def written(tmp_path: Path, text: str, encoding: str = "utf-8") -> str:
    path = tmp_path / "anything.bin"
    path.write_bytes(text.encode(encoding))
    return str(path)


def temperature(cramp_diary: Run, morning: dt.date = TODAY) -> object:
    """What the diary holds for a night."""
    (night,) = (each for each in nights(cramp_diary) if each["morning"] == morning.isoformat())
    answers = night["answers"]
    assert isinstance(answers, dict)
    return answers["room_temperature"]["value"]


@pytest.mark.parametrize(
    ("text", "options", "celsius"),
    [
        (GOVEE_HEAD + hourly("18.5"), (), 18.5),
        (GOVEE_HEAD + hourly("18"), (), 18),
        (GOVEE_HEAD.replace("Celsius", "Fahrenheit") + hourly("64.4"), (), 18),
        (SWITCHBOT_HEAD + hourly("18.5", form="{at:%Y-%m-%d %H:%M},{degrees},41,5.1,1.2,8"), (), 18.5),
        (SWITCHBOT_HEAD.replace("℃", "ﾂｰC").replace("Temperature_Celsius", "気温") + hourly("18.5"), (), 18.5),
        ("Time;Room temp\n" + hourly("18,5", form="{at};{degrees}"), ("--unit", "celsius"), 18.5),
        ("Time\tRoom temp\n" + hourly("64.4", form="{at}\t{degrees}"), ("--unit", "fahrenheit"), 18),
        ("When;Temp °C\n" + hourly("18,5", form="{at:%d.%m.%Y, %H:%M};{degrees}"), (), 18.5),
        ("When,Temp °C\n" + hourly("18.5", form="{at:%m/%d/%Y %I:%M %p},{degrees}"), (), 18.5),
        ("Humidity,Logged at,Temp °C\n" + hourly("-2.5", form="50,{at}Z,{degrees}"), (), -2.5),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_thermometer_is_known_by_what_stands_in_its_file(
    cramp_diary: Run, tmp_path: Path, text: str, options: tuple[str, ...], celsius: float, encoding: str
) -> None:
    text = text.replace("\ufeff", "") if encoding == "utf-16" else text
    code, said, wrong = cramp_diary("import", *options, written(tmp_path, text, encoding))
    assert (code, wrong) == (0, "")
    assert f"  Sat 21 → Sun 22 Nov: {celsius:g} °C" in said.replace("\u2212", "-").splitlines()
    assert temperature(cramp_diary) == celsius


def test_a_file_of_a_thermometer_is_taken_in_once_and_the_same_again_adds_nothing(
    cramp_diary: Run, book: Diary, tmp_path: Path
) -> None:
    book.close()
    path = written(tmp_path, GOVEE_HEAD + hourly("18.5"))
    assert cramp_diary("import", "--dry-run", path)[1].endswith("Nothing was changed: this was a dry run.\n")
    assert nights(cramp_diary) == []
    assert cramp_diary("import", path)[1].endswith("Taken in, as one step of undo.\n")
    assert cramp_diary("import", path)[1].endswith("Nothing was changed.\n")


def test_the_room_of_a_night_is_the_median_from_bed_to_wake_time(cramp_diary: Run, book: Diary, tmp_path: Path) -> None:
    book.nights.answer(TODAY, "bed_time", value=dt.time(21))
    book.nights.answer(TODAY, "wake_time", value=dt.time(23))
    book.close()
    warm_then_cold = hourly("20", first="2026-11-21 20:00", hours=4) + hourly("15", first="2026-11-22 00:00", hours=7)
    cramp_diary("import", written(tmp_path, GOVEE_HEAD + hourly("15", first="2026-11-20 20:00") + warm_then_cold))
    assert temperature(cramp_diary) == 20
    assert temperature(cramp_diary, TODAY - DAY) == 15


def test_what_the_person_answered_stays_and_what_was_measured_is_said_beside_it(
    cramp_diary: Run, book: Diary, tmp_path: Path
) -> None:
    book.nights.answer(TODAY, "room_temperature", value=21.0)
    book.close()
    said = cramp_diary("import", written(tmp_path, GOVEE_HEAD + hourly("18.5")))[1]
    assert "Room temperature: here 21 °C, in the file 18.5 °C; the diary's stays." in said
    assert temperature(cramp_diary) == 21


def test_what_was_measured_is_never_late(book: Diary) -> None:
    """Not even where a cramp was logged at once, in the midst of the night."""
    at_one = NOW.replace(hour=1, minute=0)
    early = read_imported_bytes((GOVEE_HEAD + hourly("18.5")).encode(), "file", clock=lambda: NOW)
    book.nights.log_cramps(TODAY, (Cramp(at=at_one.replace(tzinfo=None)),))
    book.files.import_contents(early.contents_for(book, RoomChoice()))
    night = book.nights.get(TODAY)
    assert night.value("room_temperature") == 18.5
    assert not night.late("room_temperature")
    assert night.answers["room_temperature"].given_at == dt.datetime(2026, 11, 21, 23, tzinfo=dt.UTC)


def test_fewer_than_three_readings_and_a_night_under_way_are_left_out_and_said(
    cramp_diary: Run, tmp_path: Path
) -> None:
    text = GOVEE_HEAD + hourly("18", first="2026-11-21 23:00", hours=2) + hourly("18", first="2026-11-22 20:00")
    said = cramp_diary("import", written(tmp_path, text))[1]
    assert "Sat 21 → Sun 22 Nov: The file has fewer than three readings between bed and wake time." in said
    assert "Sun 22 → Mon 23 Nov: This night is not over yet; take in a later file." in said
    assert nights(cramp_diary) == []


def test_a_line_that_holds_no_reading_is_named_and_the_others_count(cramp_diary: Run, tmp_path: Path) -> None:
    text = (
        GOVEE_HEAD + hourly("18") + "2026-11-22 02:30:00,nan,50\nyesterday,18,50\n2026-02-30 01:00,18,50\n2026-11-22\n"
    )
    said = cramp_diary("import", written(tmp_path, text))[1]
    assert "Line 13: “nan” is no temperature." in said
    assert all(f"Line {line}: " in said for line in (14, 15, 16))
    assert temperature(cramp_diary) == 18


def test_a_unit_that_the_file_does_not_name_is_asked_for(cramp_diary: Run, tmp_path: Path) -> None:
    code, said, wrong = cramp_diary("import", written(tmp_path, "Time,Temperature\n" + hourly("64")))
    assert (code, said) == (2, "")
    assert "Add --unit celsius or --unit fahrenheit." in wrong


@pytest.mark.parametrize("lines", ["03/04/2026 23:00,18\n", "13/04/2026 23:00,18\n04/13/2026 23:00,18\n"])
def test_dates_that_can_be_read_in_two_ways_are_refused_and_never_guessed(
    cramp_diary: Run, tmp_path: Path, lines: str
) -> None:
    code, said, wrong = cramp_diary("import", written(tmp_path, "Time,Temp °C\n" + lines))
    assert (code, said) == (2, "")
    assert "does not show whether its dates begin with the day or the month" in wrong


def test_of_several_sensors_the_one_in_the_bedroom_is_asked_for(cramp_diary: Run, tmp_path: Path) -> None:
    changes = "sensor.{name},{state},2026-11-2{at}.000Z\n"
    text = HISTORY_HEAD + "".join(
        changes.format(name=name, state=state, at=at)
        for name, state, at in (
            ("bed", 17, "1T20:00:00"),
            ("bed", 18, "2T07:00:00"),
            ("hall", 12, "1T20:00:00"),
            ("door", "on", "1T21:00:00"),
        )
    )
    path = written(tmp_path, text)
    wrong = cramp_diary("import", "--unit", "celsius", path)[2]
    assert "sensor.bed, sensor.hall." in wrong
    assert cramp_diary("import", "--unit", "celsius", "--sensor", "sensor.bed", path)[0] == 0
    assert temperature(cramp_diary) == 17


def test_a_steady_room_goes_on_until_its_sensor_is_unavailable(cramp_diary: Run, tmp_path: Path) -> None:
    lines = ("17,2026-11-20T18:00:00.000Z", "unavailable,2026-11-21T23:20:00.000Z", "19,2026-11-22T05:50:00.000Z")
    text = HISTORY_HEAD + "".join(f"sensor.bed,{line}\n" for line in lines)
    said = cramp_diary("import", "--unit", "celsius", written(tmp_path, text))[1]
    assert temperature(cramp_diary, TODAY - DAY) == 17
    assert "Sat 21 → Sun 22 Nov: The file has fewer than three readings between bed and wake time." in said


def test_the_night_that_ends_summer_time_has_its_room_on_the_wall_clock(
    folder: Path, tmp_path: Path, cramp_diary: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    """23:00 in Berlin is 21:00 UTC before the change, and 06:00 is 05:00 UTC after it."""
    lines = ("10,2026-10-24T12:00:00Z", "18,2026-10-24T21:00:00Z", "30,2026-10-25T05:00:01Z", "30,2026-10-25T09:00:00Z")
    text = HISTORY_HEAD + "".join(f"sensor.bed,{line}\n" for line in lines)
    path = written(tmp_path, text)
    assert run(["import", "--data", str(folder), "--unit", "celsius", path], clock=lambda: NOW.astimezone(BERLIN)) == 0
    assert "Sat 24 → Sun 25 Oct: 18 °C" in capsys.readouterr().out
    assert temperature(cramp_diary, dt.date(2026, 10, 25)) == 18
    read = read_imported_bytes(text.encode(), "file", clock=lambda: NOW.astimezone(BERLIN)).room
    assert read is not None
    asleep = [reading for reading in read.sensors["sensor.bed"] if reading.degrees == 18]
    assert len(asleep) == 4 * 8 + 1  # eight hours, of which one came twice


def test_thermometer_files_broken_at_random_change_nothing_and_never_crash(book: Diary) -> None:
    whole = [
        (GOVEE_HEAD + hourly("18.5", hours=40, first="2026-11-19 20:00")).encode(),
        (SWITCHBOT_HEAD + hourly("18.5", form="{at:%Y-%m-%d %H:%M},{degrees},41,5.1,1.2,8")).encode("utf-16"),
        (HISTORY_HEAD + hourly("18.5", form="sensor.bed,{degrees},{at}Z")).encode(),
        ("When,Temp °C\n" + hourly("18.5", form="{at:%m/%d/%Y %I:%M %p},{degrees}")).encode(),
    ]
    book.nights.log(TODAY, cramps=(), answers={"room_temperature": 21.0}, note="mine")
    before, chance, plans = book.nights.get(TODAY), random.Random(20_261_201), 0
    choice = RoomChoice(TemperatureUnit.CELSIUS, "sensor.bed")
    refusals: list[str] = []
    for number in range(MUTATIONS):
        data = broken(whole[number % len(whole)], chance)
        try:
            contents = read_imported_bytes(data, "file", clock=lambda: NOW).contents_for(book, choice)
        except DiaryError as refusal:
            refusals.append(str(refusal))
            continue
        plans += 1
        plan = book.files.plan_import(contents)
        assert not plan.changed_nights
        assert not any("\n" in sentence for sentence in plan.left_out)
    assert plans > MUTATIONS // 2
    assert refusals
    assert not any("\n" in refusal for refusal in refusals)
    assert list(book.nights.all()) == [before]
