"""How long the diary takes to its first usable screen, against a bare Flet page started the same way.

    python tests/bench/start.py [RUNS]

Each run starts a fresh process and a fresh browser profile and stops the clock when the screen's button can be
tapped. The two take turns, so that a slow moment of the machine falls on both. Prints each pair and the median ratio.
The diary holds ten years: 3,650 nights with fifteen answers each.
"""

from __future__ import annotations

import datetime as dt
import os
import random
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from diary.book import Diary
from diary.model.mornings import DAY
from diary.model.night import Answer, Cramp, Night
from diary.store.change import Change, Records

ROOT = Path(__file__).parents[2]
NIGHTS = 3_650
CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]

BARE = """
import socket
import flet as ft
import uvicorn

def main(page):
    page.add(ft.FilledButton("No cramps"))

listener = socket.socket()
listener.bind(("127.0.0.1", 0))
listener.listen()
app = ft.run(main, export_asgi_app=True, no_cdn=True)
print(f"Open http://127.0.0.1:{listener.getsockname()[1]}/", flush=True)
uvicorn.Server(uvicorn.Config(app, log_level="error")).run(sockets=[listener])
"""


def fill(folder: Path) -> None:
    """Ten years of nights, as one act."""
    chance, today = random.Random(20_261_124), dt.datetime.now().astimezone()
    book = Diary.open(folder, clock=lambda: today)
    nights = tuple(made_up(today.date() - back * DAY, chance, today) for back in range(1, NIGHTS + 1))
    book._diary.store.keep(Change("bench", before=Records(), after=Records(nights=nights)))
    book.close()


def made_up(morning: dt.date, chance: random.Random, at: dt.datetime) -> Night:
    """One night with fifteen answers, in three of ten with a cramp."""
    yes_no = ("one_position", "covers_pressed", "legs_outside", "socks", "stretched", "long_standing", "caffeine")
    numbers = {
        "room_temperature": (140, 220, 10),
        "fluids": (2, 12, 1),
        "alcohol": (0, 3, 1),
        "calcium_portions": (0, 3, 1),
    }
    values: dict[str, bool | float | str] = {key: chance.random() < 0.3 for key in yes_no}
    values |= {key: chance.randint(low, high) / part for key, (low, high, part) in numbers.items()}
    values |= {
        "position": chance.choice(["back", "side", "front", "mixed"]),
        "bedding": chance.choice(["thin", "medium", "thick"]),
        "exercise": chance.choice(["none", "light", "moderate", "hard"]),
        "room_felt": "cool",
    }
    cramps = (Cramp(intensity=chance.randint(2, 9)),) if chance.random() < 0.3 else ()
    return Night(morning, cramps, at, {key: Answer(value, at) for key, value in values.items()})


def seconds_to_usable(command: list[str], browser: Browser) -> float:
    """From starting the process to a button that can be tapped."""
    start = time.perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)}
    ) as process:
        try:
            assert process.stdout is not None
            address = process.stdout.readline().split()[1]
            context = browser.new_context(viewport={"width": 420, "height": 860})
            page = context.new_page()
            page.goto(address)
            page.locator("flt-semantics-placeholder").or_(page.get_by_role("button", name="No cramps")).first.wait_for(
                state="attached", timeout=60_000
            )
            page.evaluate("document.querySelector('flt-semantics-placeholder')?.click()")
            page.get_by_role("button", name="No cramps").wait_for(timeout=60_000)
            took = time.perf_counter() - start
            context.close()
        finally:
            process.send_signal(signal.SIGKILL)
    return took


def main(runs: int) -> None:
    """Print the pairs and the ratio."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        fill(Path(folder))
        bare = Path(folder) / "bare.py"
        bare.write_text(BARE)
        ours = [sys.executable, str(ROOT / "main.py"), "--no-open", "--data", folder]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        ratios = []
        for run in range(runs + 1):
            theirs = seconds_to_usable([sys.executable, str(bare)], browser)
            mine = seconds_to_usable(ours, browser)
            if run:  # the first pair warms the disk's cache
                ratios.append(mine / theirs)
                print(f"bare {theirs:.2f} s   diary {mine:.2f} s   ratio {mine / theirs:.2f}")
        browser.close()
    print(f"{NIGHTS} nights, {runs} pairs: median ratio {statistics.median(ratios):.2f}, worst {max(ratios):.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
