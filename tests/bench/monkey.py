"""Random taps and pauses on Log in a real browser, against a model of what the nights must hold.

    python -m tests.bench.monkey [--taps 1000] [--seed 1] [--keep FOLDER]

Taps come singly, twice, and in bursts, 20 to 2,000 ms apart, on what stands on the screen at that moment; the page
itself notes what lay under the finger. Every 50 taps the program's own list of nights must equal the model, and so must
what the page shows. Prints the taps since the last agreement where they do not, and with --keep leaves the page as a picture
and as its tree in a folder.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import math
import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Page, sync_playwright

from tests.bench.tapped_nights import (
    ANOTHER,
    ANSWERS,
    COPY,
    CRAMP_ANSWERS,
    CRAMPS,
    EXERCISE,
    HIT,
    HOUR,
    KEEP,
    MORE,
    POSITION,
    PUT_AWAY,
    QUIET,
    RELIEF,
    REMOVE_ALL,
    STEPS,
    UNDO,
    Tap,
    TappedNights,
    is_about_cramp,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import BrowserContext


def _chips(*questions: str) -> re.Pattern[str]:
    """The chips below these questions."""
    return re.compile("(" + "|".join(map(re.escape, questions)) + ")\n.+")


ROOT = Path(__file__).parents[2]
SCRIPT = Path(__file__).with_suffix(".js")
CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
NOW = "2026-11-25T10:00:00+01:00 Europe/Berlin"
"""The moment at which the program lives, so that the day does not change under the taps."""
TODAY, FIRST = dt.date(2026, 11, 25), dt.date(2026, 11, 20)
SHORTEST, LONGEST = 0.02, 2.0
"""Seconds between two taps."""
SETTLED = (1.0, 20.0)
"""Seconds after the last tap in which all of it must be saved and shown, and to which a busy machine may take."""
EDGE = (0.3, 3.0)
"""Seconds after a tap in which a slow machine may say either of the same tap: the hand waits until they are over."""
JUDGED = 1.5
"""Seconds for which a question is read before it is answered."""
GAP = 1.0
"""Seconds for which a gap in the page's tree is waited for."""
ARRIVED = 20.0
"""Seconds after which a page that was sent elsewhere stays where it is."""
WEIGHTS = {
    "quiet": 3,
    "cramps": 8,
    "undo": 8,
    "another": 6,
    "remove": 5,
    "more": 5,
    "less": 2,
    "cramp": 30,
    "relief": 12,
    "answer": 15,
    "deciding": 4,
    "step": 14,
    "copy": 2,
    "away": 3,
    "night": 5,
    "tab": 3,
    "remove all": 1,
    "keep": 1,
}
KINDS = {
    "quiet": re.compile(QUIET),
    "cramps": re.compile(CRAMPS),
    "undo": re.compile(UNDO),
    "another": re.compile(ANOTHER),
    "remove": re.compile(r"Remove cramp \d+"),
    "remove all": REMOVE_ALL,
    "keep": KEEP,
    "more": re.compile("More about this cramp"),
    "less": re.compile("Less about this cramp"),
    "cramp": _chips(HOUR, *CRAMP_ANSWERS),
    "relief": _chips(RELIEF),
    "deciding": _chips(POSITION, EXERCISE),
    "answer": _chips(*ANSWERS),
    "step": re.compile("|".join(f"{re.escape(question)}: (more|fewer)" for question in STEPS)),
    "copy": re.compile(COPY),
    "away": re.compile(PUT_AWAY),
    "night": re.compile("The night (before|after)"),
    "tab": re.compile("Log|Diary"),
}
"""What is tapped, by its name for screen readers."""
GOING = ("night", "tab", "remove all", "keep")
"""What leads elsewhere: where one is, is looked at before the next tap."""
REMOVING = ("remove", "away", "less", "deciding")
"""After what makes other things slide under the finger no other tap counts for a moment, or it falls on what goes: the
question about the toes goes with the answer *Front*, that of what kind with *Hard*."""
ASKING = ("quiet", "copy")
"""What may bring up a dialog, or news in the place of other news, with which its Undo goes: for a moment the page's tree still
tells of what was there."""
FADED = 1.0
"""Seconds in which what was left has faded out: while a dialog does, it takes the taps."""
DOUBLE = (SHORTEST, 0.25)
"""Seconds between the taps of a double one: far enough below the moment in which they are one for a slow machine."""
SCROLLS, BACKS = 0.3, 0.04
"""How often the hand scrolls before it taps, and how often it goes back by the browser."""


@dataclass(frozen=True, slots=True)
class Target:
    """Something that can be tapped now."""

    name: str
    x: float
    y: float
    width: float
    height: float

    @property
    def kind(self) -> str | None:
        """Its kind among those that the monkey taps."""
        return next((kind for kind, pattern in KINDS.items() if pattern.fullmatch(self.name)), None)


@dataclass(slots=True)
class Hand:
    """Taps at random."""

    page: Page
    chance: random.Random
    tapped: dict[str, float] = field(default_factory=dict)
    """When each name was tapped last."""

    def pause(self) -> float:
        """Seconds to the next tap: short ones as often as long ones."""
        return math.exp(self.chance.uniform(math.log(SHORTEST), math.log(LONGEST)))

    def act(self) -> int:
        """Tap once, twice or several times; gives how often."""
        if self.chance.random() < SCROLLS:
            self.page.mouse.move(210, 420)
            self.page.mouse.wheel(0, self.chance.uniform(-1500, 1500))
            self.page.wait_for_timeout(self.chance.uniform(60, 300))
        if self.chance.random() < BACKS and self.page.evaluate("canGoBack()"):
            self._go(lambda: self.page.evaluate("history.back()"))
        targets = self.in_reach()
        if not targets:
            self.wait(0.3)
            return 0
        way = self.chance.random()
        if any(target.kind == "keep" for target in targets):
            self.wait(JUDGED)
            return self._single(self.choose(targets))
        if way < 0.15:
            return self._twice(self.choose(targets))
        if way < 0.4:
            return self._burst(targets)
        return self._single(self.choose(targets))

    def in_reach(self) -> list[Target]:
        """What can be tapped at this moment."""
        found = [Target(**each) for each in self.page.evaluate("inReach()")]
        path = self.page.evaluate("location.pathname")
        here = {"/": "Log", "/diary": "Diary"}.get(path)
        return [target for target in found if target.kind and target.name != here]

    def choose(self, targets: list[Target]) -> Target:
        """One of them: first a kind, then one of it."""
        kinds = sorted({str(target.kind) for target in targets})
        kind = self.chance.choices(kinds, [WEIGHTS[each] for each in kinds])[0]
        return self.chance.choice([target for target in targets if target.kind == kind])

    def _single(self, target: Target) -> int:
        if target.kind in (*REMOVING, *ASKING):
            self.tap(target, self._place(target))
            self.wait(FADED + self.pause())
        elif target.kind in GOING:
            self._go(lambda: self.tap(target, self._place(target)))
        else:
            self.tap(target, self._place(target))
            self.wait(self.pause())
        return 1

    def _go(self, way: Callable[[], object]) -> None:
        """Go elsewhere, and look where one is before anything else is tapped."""
        before, start = self.page.evaluate("place()"), time.monotonic()
        way()
        while time.monotonic() < start + ARRIVED:
            self.wait(0.1)
            path, _, night = self.page.evaluate("place()").partition(" ")
            if night != before.partition(" ")[2] and bool(night) == (path == "/" or path.startswith("/log")):
                break
        self.wait(FADED + self.pause())

    def _twice(self, target: Target) -> int:
        if target.kind in GOING:
            return self._single(target)
        place = self._place(target)
        self.tap(target, place)
        self.wait(self.chance.uniform(*DOUBLE))
        self.tap(target, place)
        self.wait(self.pause() + (FADED if target.kind in (*REMOVING, *ASKING) else 0))
        return 2

    def _burst(self, targets: list[Target]) -> int:
        """Several taps on what was seen at the first one."""
        targets = [target for target in targets if target.kind not in (*GOING, *REMOVING, *ASKING)]
        number = self.chance.randint(2, 5) if targets else 0
        for _ in range(number):
            target = self.choose(targets)
            self.tap(target, self._place(target))
            self.wait(self.chance.uniform(SHORTEST, 0.2))
        self.wait(self.pause())
        return number

    def _place(self, target: Target) -> tuple[float, float]:
        def within(start: float, length: float) -> float:
            return start + length * self.chance.uniform(0.3, 0.7)

        return within(target.x, target.width), within(target.y, target.height)

    def tap(self, target: Target, place: tuple[float, float]) -> None:
        """Tap there, whatever lies there by now."""
        since = time.monotonic() - self.tapped.get(target.name, -100.0)
        if EDGE[0] < since < EDGE[1]:
            self.wait(EDGE[1] - since)
        start = time.monotonic()
        while self.page.evaluate("([x, y]) => isBare(x, y)", list(place)) and time.monotonic() < start + GAP:
            self.wait(0.02)
        self.tapped[target.name] = time.monotonic()
        self.page.mouse.click(*place)

    def wait(self, seconds: float) -> None:
        """Do nothing for a while."""
        self.page.wait_for_timeout(seconds * 1000)


class DisagreementError(Exception):
    """The program and the model are not at one."""


@dataclass(slots=True)
class Trial:
    """The taps of one page, its program and its model."""

    page: Page
    program: list[str]
    folder: Path
    model: TappedNights
    since: list[str] = field(default_factory=list)
    """The taps since they last agreed, in words."""
    begun: float = 0

    def take(self) -> None:
        """Let the model follow the taps that the page noted."""
        for each in self.page.evaluate("taps.splice(0)"):
            tap = Tap(**each)
            answer = self.model.tap(tap)
            self.since.append(
                f"{tap.at % 1000:7.3f} {tap.night} {tap.cramp}/{tap.cramps} {tap.name!r} [{tap.notice}] {answer}"
                + (f" DOWN {tap.under!r}" if tap.under != tap.name else "")
            )
            if answer == HIT:
                self._disagree("the finger", tap.name, "nothing")

    def check(self) -> None:
        """Raise where the file, or the page, does not come to hold what the model does."""
        self.page.wait_for_timeout(SETTLED[0] * 1000)
        self.take()
        deadline = time.monotonic() + SETTLED[1]
        while (difference := self._difference()) and time.monotonic() < deadline:
            self.page.wait_for_timeout(500)
        if difference:
            self._disagree(*difference)
        self.since.clear()

    def _difference(self) -> tuple[str, object, object] | None:
        """What differs now: where, what is there, and what the model says."""
        held, meant = nights(self.program, self.folder), self.model.plain()
        if held != meant:
            return "the diary", held, meant
        seen = self.page.evaluate("chosen()")
        night = next((each["night"] for each in seen if each["night"]), "")
        shown = sorted(
            (each["cramp"] if is_about_cramp(each["name"]) else 0, each["name"])
            for each in seen
            if is_answer(each["name"])
        )
        chips = self._chosen(night) if night else shown
        return ("the page", shown, chips) if shown != chips else None

    def _chosen(self, night: str) -> list[tuple[int, str]]:
        """What the page must show as given in a night, as far as its cramps are opened."""
        opened = set(self.page.evaluate("opened()"))
        return [(cramp, name) for cramp, name in self.model.chosen(night) if cramp in opened or not is_more(name)]

    def _disagree(self, what: str, held: object, meant: object) -> None:
        lines = [
            *self.since,
            "The newest acts of the diary:",
            *acts(self.folder),
            f"{what}: {held}",
            f"  model: {meant}",
        ]
        raise DisagreementError("\n".join(lines))


def is_answer(name: str) -> bool:
    """Whether it is a chip of an answer."""
    question, _, option = name.partition("\n")
    return bool(option) and (question in ANSWERS or question in CRAMP_ANSWERS or question in (HOUR, RELIEF))


def is_more(name: str) -> bool:
    """Whether it is a chip of a question that stands below *More about this cramp*."""
    return name.partition("\n")[0] in MORE


def nights(program: list[str], folder: Path) -> dict[str, dict[str, Any]]:
    """What the program's own list of nights says, without moments."""
    answer = subprocess.run(
        [*program, "nights", "--json", "--data", str(folder)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    listed: dict[str, dict[str, Any]] = {}
    for night in json.loads(answer.stdout):
        answers = {key: each["value"] for key, each in night.get("answers", {}).items()}
        plain = {"cramps": night["cramps"]} if "cramps" in night else {}
        listed[night["morning"]] = plain | ({"answers": answers} if answers else {})
    return listed


def acts(folder: Path) -> list[str]:
    """The acts that the diary can take back, oldest first: of each what it changed."""
    with closing(sqlite3.connect(f"file:{folder / 'diary.db'}?mode=ro", uri=True)) as file:
        rows = file.execute("SELECT words, before, after FROM act WHERE NOT undone ORDER BY id").fetchall()
    return [f"{words}: {_changed(json.loads(before), json.loads(after))}" for words, before, after in rows]


def _changed(before: Any, after: Any) -> Any:
    """What differs in plain data."""
    if isinstance(before, dict) and isinstance(after, dict):
        keys = [key for key in {**before, **after} if before.get(key) != after.get(key) or key == "morning"]
        return {key: _changed(before.get(key), after.get(key)) for key in keys}
    if isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        return [_changed(*each) for each in zip(before, after, strict=True)]
    return after


def night_names(last: dt.date, count: int) -> dict[str, dt.date]:
    """The mornings by the names of their nights on the screen."""
    mornings = [last - dt.timedelta(days=back) for back in range(count)]
    return {_name(morning - dt.timedelta(days=1), morning): morning for morning in mornings}


def _name(evening: dt.date, morning: dt.date) -> str:
    month = "" if evening.month == morning.month else f" {evening:%b}"
    return f"{evening:%a} {evening.day}{month} → {morning:%a} {morning.day} {morning:%b}"


@contextmanager
def begun(folder: Path) -> Iterator[tuple[list[str], str]]:
    """The program on a diary with one quiet night: its command line, and the address it opened."""
    clock = folder / "clock"
    clock.write_text(NOW, "utf-8")
    program = [sys.executable, str(ROOT / "tests" / "clocked_diary.py"), str(clock)]
    kept = folder / "diary"
    subprocess.run(
        [*program, "log", "--quiet", "--morning", FIRST.isoformat(), "--data", str(kept)],
        check=True,
        stdout=subprocess.DEVNULL,
        cwd=ROOT,
    )
    with subprocess.Popen(
        [*program, "--no-open", "--data", str(kept)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        try:
            assert process.stdout is not None
            yield program, process.stdout.readline().split()[1]
        finally:
            process.terminate()


def opened(context: BrowserContext, address: str) -> Page:
    """Log in a new page that notes its taps, with all its cards."""
    page = context.new_page()
    page.add_init_script(path=SCRIPT)
    page.goto(address)
    page.get_by_role("tab", name="Log").wait_for(timeout=60_000)
    page.get_by_label("Anything else about this night").wait_for(state="attached", timeout=60_000)
    page.wait_for_timeout(1000)
    return page


def run(page: Page, program: list[str], folder: Path, *, taps: int, seed: int, every: int = 25) -> None:
    """Tap so often on a page that shows Log. Raises DisagreementError."""
    model = TappedNights(night_names(TODAY, 60))
    model.nights[next(name for name, day in model.mornings.items() if day == FIRST)].cramps = []
    trial, hand = Trial(page, program, folder, model), Hand(page, random.Random(seed))
    done = checked = 0
    page.evaluate("canGoBack()")  # notes where it began
    while done < taps:
        done += hand.act()
        trial.take()
        if done - checked >= every or done >= taps:
            trial.check()
            checked = done


def keep(page: Page, folder: Path) -> None:
    """Leave the page in a folder, as a picture and as its tree."""
    folder.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=folder / "page.png")
    (folder / "page.html").write_text(page.content(), "utf-8")


def main(argv: list[str]) -> int:
    """Tap, and print how it went."""
    parser = argparse.ArgumentParser(description="Random taps on Log, against a model.")
    parser.add_argument("--taps", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args(argv)
    with (
        tempfile.TemporaryDirectory() as place,
        begun(Path(place)) as (program, address),
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = opened(browser.new_context(viewport={"width": 420, "height": 860}), address)
        start = time.monotonic()
        try:
            run(page, program, Path(place) / "diary", taps=asked.taps, seed=asked.seed)
        except DisagreementError as error:
            print(error)
            if asked.keep:
                keep(page, asked.keep)
            return 1
        finally:
            browser.close()
        took, load = time.monotonic() - start, os.getloadavg()[0]
        print(
            f"{asked.taps} taps of seed {asked.seed} in {took:.0f} s at load {load:.1f}: diary, page and model agree."
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
