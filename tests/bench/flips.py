"""One flipped bit, many times: what a diary makes of each.

    python -m tests.bench.flips [FLIPS] [SEED] [SEEDS]

A diary of two hundred nights with all kinds of answers is copied, one random bit of the copy is flipped, and the copy is
opened, read, exported, checked, logged in and now and then reported: as it was closed; without its seal, as a copy of the
file alone; and as a killed program leaves it, with its last nights in SQLite's log. Each flip is *refused* in one
sentence; *noticed*, what cannot be read being named and all else as it was; *the same*; or *another value* of one
night or record, which could have been told so. Anything else is *at fault*: an error that is not told, or nights that
are lost or changed without a word.
"""

from __future__ import annotations

import datetime as dt
import random
import shutil
import sys
import tempfile
import traceback
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from diary.book import Diary
from diary.exchange.contents import Contents
from diary.model.errors import DiaryError
from diary.model.factors import Choice, Factor, Number, TimeOfDay, Value, YesNo
from diary.model.marker_acts import AddMarker
from diary.model.mornings import DAY, moment_in_night
from diary.model.night import Answer, Cramp, Muscle, Night, Relief, Side
from diary.model.own_factors import OwnKind, choice_of
from diary.model.period import Period
from diary.model.preferences import Preferences, Theme
from diary.model.profile import Condition, FirstCramp, Helpfulness, Marker, Medicine, Profile, Treatment
from diary.model.profile_acts import SetName
from diary.model.profile_questions import COMES_WITH, ProfileAnswer
from diary.store.engine import driver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NIGHTS = 200
NOW = dt.datetime(2026, 11, 24, 7, 5, tzinfo=dt.timezone(dt.timedelta(hours=1)))
TODAY = NOW.date()
FIRST = TODAY - NIGHTS * DAY
REPORTED = 20
"""Every so many flips the report and the findings are made too, which takes a second."""
OWN: dict[str, OwnKind] = {
    "Herb tea?": YesNo(),
    "Steps": Number(0, 40_000),
    "Mood": choice_of(("Fine", "So-so", "Bad")),
}


class Outcome(Enum):
    """What became of a diary with a flipped bit."""

    REFUSED = "refused"
    NOTICED = "noticed"
    SAME = "the same"
    OTHER_VALUE = "another value that could be"
    FAULT = "at fault"


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a diary says of itself."""

    nights: dict[dt.date, Night]
    others: tuple[Any, ...]
    unreadable: frozenset[dt.date | None]
    """The nights that are named as damaged; None is one whose morning cannot be read."""
    complaints: tuple[str, ...]


def make_diary(folder: Path) -> None:
    """A diary of all kinds of answers, closed."""
    with closing(_open(folder)) as book:
        for question, kind in OWN.items():
            book.questions.add(question, kind=kind)
        nights = some_nights(book.questions.catalogue(), random.Random(1))
        book.files.import_contents(
            Contents(nights=nights[: NIGHTS // 2], profile=_profile(), markers=(Marker(FIRST, "New mattress"),))
        )
        book.person.keep_preferences(Preferences(theme=Theme.DARK, text_scale=1.5))
        book.person.keep_report_choices(book.person.report_choices())
        for night in nights[NIGHTS // 2 :]:
            book.files.import_contents(Contents(nights=(night,)))
        book.undo()


def make_diary_without_seal(folder: Path) -> None:
    """The same as a copy of its file alone."""
    make_diary(folder)
    (folder / "diary.seal").unlink()


def make_diary_with_log(folder: Path) -> None:
    """The same, as a killed program leaves it: its last nights are in SQLite's log alone."""
    make_diary(folder)
    with closing(_open(folder)) as book, closing(driver.connect(str(folder / "diary.db"))) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM night").fetchall()  # what a reader sees, no writer moves into the file
        for at, morning in enumerate(sorted(book.nights.all(), key=lambda night: night.morning)[-20:]):
            book.nights.write_note(morning.morning, f"written late: {at}")
        names = ("diary.db", "diary.db-wal", "diary.seal")
        for name in names:
            shutil.copy(folder / name, folder / f"{name}.copy")
    for name in names:
        (folder / f"{name}.copy").replace(folder / name)


def some_nights(catalogue: Any, chance: random.Random) -> tuple[Night, ...]:
    """Nights with every kind of answer, cramp and text in them."""
    return tuple(_night(FIRST + at * DAY, catalogue, chance) for at in range(NIGHTS))


def flips(diary: Path, count: int, seed: int, *, work: Path) -> Iterator[tuple[str, Outcome]]:
    """Flip so many bits of a diary's files, each in a fresh copy; gives where, and what became of it."""
    chance = random.Random(seed)
    whole = _read_copy(diary, work, None, reported=False)
    for number in range(count):
        name, bit = _somewhere(diary, chance)
        place = f"{name}, byte {bit // 8}, bit {bit % 8}"
        try:
            reading = _read_copy(diary, work, (name, bit), reported=number % REPORTED == 0)
        except DiaryError as refusal:
            _refuse_unclear(str(refusal), place)
            yield place, Outcome.REFUSED
        except Exception:  # noqa: BLE001  # it is what is looked for
            yield f"{place}: {traceback.format_exc()}", Outcome.FAULT
        else:
            yield place, _outcome(whole, reading)


def _somewhere(diary: Path, chance: random.Random) -> tuple[str, int]:
    """A file of the diary and a bit in it, each bit of all its files as likely as any other."""
    files = [file for file in sorted(diary.glob("diary.*")) if not file.name.endswith(("-shm", ".lock"))]
    bit = chance.randrange(sum(file.stat().st_size for file in files) * 8)
    for file in files:
        size = file.stat().st_size * 8
        if bit < size:
            return file.name, bit
        bit -= size
    raise AssertionError


def flip(file: Path, bit: int) -> None:
    """Flip one bit of a file."""
    content = bytearray(file.read_bytes())
    content[bit // 8] ^= 1 << bit % 8
    file.write_bytes(content)


def read_all(book: Diary, *, reported: bool) -> Reading:
    """Everything, in all the ways in which it is read."""
    nights = {night.morning: night for night in book.nights.all()}
    book.files.export_csv()
    book.files.export_json()
    if reported:
        book.results.report_fhir(Period(FIRST, TODAY))
        book.results.report(Period(FIRST, TODAY))
    complaints = (*(each.sentence for each in book.files.damaged_records()), *book.files.check())
    others = (
        book.person.profile(),
        book.person.markers(),
        book.person.preferences(),
        book.questions.current(),
        book.person.report_choices(),
        book.steps(),
    )
    unreadable = frozenset(night.morning for night in book.nights.damaged())
    book.nights.has_other_logged(TODAY)
    book.nights.missed()
    return Reading(nights, others, unreadable, complaints)


def try_acts(book: Diary) -> None:
    """A night told and taken back, and the profile saved: each comes about or is refused in words."""
    acts: tuple[Callable[[], object], ...] = (
        lambda: book.nights.log_quiet(TODAY),
        book.undo,
        book.undo,
        book.redo,
        lambda: book.person.change_profile(SetName("Ana")),
        lambda: book.person.change_markers(AddMarker("New shoes")),
        lambda: book.person.keep_preferences(Preferences(calcium_aim=3)),
        lambda: book.questions.add("A bath?", kind=YesNo()),
        lambda: book.person.keep_report_choices(book.person.report_choices()),
    )
    for act in acts:
        try:
            act()
        except DiaryError as refusal:
            _refuse_unclear(str(refusal), act)


def _read_copy(diary: Path, work: Path, flipped: tuple[str, int] | None, *, reported: bool) -> Reading:
    copy = work / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(diary, copy)
    if flipped:
        flip(copy / flipped[0], flipped[1])
    with closing(_open(copy)) as book:
        reading = read_all(book, reported=reported)
        try_acts(book)
        after = {night.morning: night for night in book.nights.all()}
    changed = _differing(reading.nights, after)
    assert len(changed - {TODAY}) <= 2, changed  # what two steps back took back
    return reading


def _outcome(whole: Reading, reading: Reading) -> Outcome:
    silent = _differing(whole.nights, reading.nights) - reading.unreadable
    if reading.complaints or reading.unreadable:
        return Outcome.NOTICED
    same = reading.others == whole.others
    if len(silent) + (not same) > 1:
        return Outcome.FAULT
    return Outcome.SAME if same and not silent else Outcome.OTHER_VALUE


def _differing(before: dict[dt.date, Night], after: dict[dt.date, Night]) -> set[dt.date]:
    return {morning for morning in before.keys() | after.keys() if before.get(morning) != after.get(morning)}


def _refuse_unclear(words: str, place: object) -> None:
    assert words.endswith("."), (place, words)
    assert not any(sign in words for sign in ("sqlite", "SELECT", "Error", "Traceback")), (place, words)


def _open(folder: Path) -> Diary:
    return Diary.open(folder, clock=lambda: NOW)


def _profile() -> Profile:
    return Profile(
        "Ada P.",
        1957,
        first_cramp=FirstCramp(2019, TODAY),
        answers={question.key: ProfileAnswer(at % 2 == 0, TODAY) for at, question in enumerate(COMES_WITH)},
        conditions=(Condition("diabetes", TODAY, 2001), Condition("kidney", TODAY)),
        medicines=(Medicine("Magnesium", TODAY, dose="300 mg", started=FIRST), Medicine("Iron", TODAY)),
        treatments=(Treatment("heat", TODAY, verdict=Helpfulness.HELPED, how="a hot bath"),),
        doctor_questions=("Is it the tablets?",),
    )


def _night(morning: dt.date, catalogue: Any, chance: random.Random) -> Night:
    told_at = dt.datetime.combine(morning, dt.time(7, chance.randrange(60)), NOW.tzinfo)
    answers = {factor.key: Answer(_value(factor, chance), told_at) for factor in catalogue if chance.random() < 2 / 3}
    cramps = tuple(_cramp(morning, chance) for _ in range(chance.choice((0, 0, 0, 1, 1, 3))))
    logged = chance.random() < 0.9
    note = "".join(chance.choices("ran for the bus, åß足 ", k=chance.choice((0, 12, 300))))
    return Night(morning, cramps if logged else None, told_at if logged else None, answers, note.strip())


def _value(factor: Factor, chance: random.Random) -> Value:
    match factor.kind:
        case Number(low=low, high=high, step=step):
            return factor.check(low + chance.randrange(round((high - low) / step) + 1) * step)
        case Choice(options=options):
            return chance.choice([option.key for option in options])
        case TimeOfDay():
            return dt.time(chance.randrange(24), chance.randrange(60))
        case _:
            return chance.random() < 1 / 2


def _cramp(morning: dt.date, chance: random.Random) -> Cramp:
    def perhaps(value: Any) -> Any:
        return value if chance.random() < 2 / 3 else None

    return Cramp(
        at=perhaps(moment_in_night(morning, dt.time(chance.randrange(8), chance.randrange(60)))),
        about=chance.random() < 1 / 4,
        minutes=perhaps(chance.randrange(60) / 2),
        intensity=perhaps(chance.randrange(11)),
        side=perhaps(chance.choice(list(Side))),
        muscle=perhaps(chance.choice(list(Muscle))),
        woke_me=perhaps(chance.random() < 1 / 2),
        minutes_awake=perhaps(chance.randrange(90)),
        sore_next_day=perhaps(chance.random() < 1 / 2),
        relief=perhaps(frozenset(chance.sample(list(Relief), 2))),
        distress=perhaps(chance.randrange(11)),
    )


def _main(count: int, first: int, seeds: int) -> None:
    for seed in range(first, first + seeds):
        _flip_each(count, seed)


def _flip_each(count: int, seed: int) -> None:
    with tempfile.TemporaryDirectory() as place:
        for name, make in MADE.items():
            make(Path(place) / name)
            counted: Counter[str] = Counter()
            for at, (where, outcome) in enumerate(flips(Path(place) / name, count, seed, work=Path(place))):
                counted[outcome.value] += 1
                if outcome is Outcome.FAULT:
                    print(f"  {at}: {where}")
            print(
                f"{name}: {count} flips of seed {seed}:", ", ".join(f"{n} {word}" for word, n in counted.most_common())
            )


MADE = {"closed": make_diary, "without its seal": make_diary_without_seal, "with its log": make_diary_with_log}
"""How the diary lies there before a bit flips, and what makes it so."""


if __name__ == "__main__":
    _main(*(int(each) for each in (*sys.argv[1:], *("200", "1", "1")[len(sys.argv) - 1 :])))
