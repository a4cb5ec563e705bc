"""How long a tap takes to be saved and to be shown, beside a bare Flet page that does the same.

    python -m tests.bench.tap [--taps 40]

Both pages show a chip that toggles and is written to an SQLite file: the diary one of the answers of Log, in a diary of
3,650 nights with fifteen answers each; the bare page a chip whose handler does one INSERT, with the same settings of
SQLite. Taps on the two take turns, so that a slow moment of the machine falls on both. A tap is *saved* when another
connection sees the new row, and *shown* when the page's tree for screen readers has the chip's new state.
"""

from __future__ import annotations

import argparse
import os
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Browser, Page, sync_playwright

from diary.store.folder import DIARY_NAME
from tests.bench.start import ARGUMENTS, CHROMIUM, NIGHTS, ROOT, fill

if TYPE_CHECKING:
    from collections.abc import Iterator

CHIP = "Socks in bed?"
BETWEEN = 0.9
"""Seconds from one tap to the next, so that none is one with the tap before and all is calm again."""
PATIENCE = 30.0
WATCH = """(at) => {
  const chip = document.querySelector(`[role=checkbox][aria-label^="${at}"]`);
  const before = chip.getAttribute("aria-checked");
  window.tapped = window.shown = 0;
  chip.addEventListener("pointerdown", () => (window.tapped = Date.now() + (performance.now() % 1)), { once: true });
  const observer = new MutationObserver(() => {
    if (chip.getAttribute("aria-checked") === before) return;
    window.shown = Date.now() + (performance.now() % 1);
    observer.disconnect();
  });
  observer.observe(chip, { attributeFilter: ["aria-checked"] });
  const box = chip.getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2];
}"""
BARE = """
import socket, sqlite3, sys
import flet as ft
import uvicorn

file = sqlite3.connect(sys.argv[1], check_same_thread=False, isolation_level=None)
for line in ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "CREATE TABLE answer (yes INTEGER NOT NULL)"):
    file.execute(line)

def main(page):
    def answer(event):
        file.execute("INSERT INTO answer VALUES (?)", (event.control.selected,))
        page.update()
    page.add(ft.Chip(ft.Text("Socks in bed?"), on_select=answer))

listener = socket.socket()
listener.bind(("127.0.0.1", 0))
listener.listen()
app = ft.run(main, export_asgi_app=True, no_cdn=True)
print(f"Open http://127.0.0.1:{listener.getsockname()[1]}/", flush=True)
uvicorn.Server(uvicorn.Config(app, log_level="error")).run(sockets=[listener])
"""


@dataclass(frozen=True, slots=True)
class Took:
    """Milliseconds from a tap."""

    saved: float
    shown: float


@dataclass(frozen=True, slots=True)
class Subject:
    """A page with a chip, and the file that its program writes."""

    page: Page
    file: Path

    def tap(self) -> Took:
        """Tap the chip, and wait until that is saved and shown."""
        with closing(sqlite3.connect(f"file:{self.file}?mode=ro", uri=True, check_same_thread=False)) as reader:
            seen: list[float] = []
            x, y = self.page.evaluate(WATCH, CHIP)
            watcher = threading.Thread(target=_watch, args=(reader, seen))
            watcher.start()
            self.page.mouse.click(x, y)
            watcher.join()
        deadline = time.monotonic() + PATIENCE
        while not self.page.evaluate("window.shown") and time.monotonic() < deadline:
            self.page.wait_for_timeout(20)
        tapped, shown = self.page.evaluate("[window.tapped, window.shown]")
        assert seen, "the tap was not saved"
        assert shown, "the tap was not shown"
        return Took(seen[0] * 1000 - tapped, shown - tapped)


def _watch(reader: sqlite3.Connection, seen: list[float]) -> None:
    """Note the moment at which another connection has written."""
    before, deadline = _version(reader), time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if _version(reader) != before:
            seen.append(time.time())
            return
        time.sleep(0.001)


def _version(reader: sqlite3.Connection) -> int:
    ((version,),) = reader.execute("PRAGMA data_version").fetchall()
    return int(version)


@contextmanager
def started(command: list[str]) -> Iterator[str]:
    """The address that a program prints; it ends afterwards."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().split()[1]
        finally:
            process.send_signal(signal.SIGKILL)


def opened(browser: Browser, address: str) -> Page:
    """A page with the chip in reach."""
    page = browser.new_context(viewport={"width": 420, "height": 860}).new_page()
    page.goto(address)
    chip = page.get_by_role("checkbox", name=CHIP).first
    page.locator("flt-semantics-placeholder").or_(chip).first.wait_for(state="attached", timeout=60_000)
    page.evaluate("document.querySelector('flt-semantics-placeholder')?.click()")
    chip.wait_for(state="attached", timeout=60_000)
    page.wait_for_timeout(3000)
    chip.scroll_into_view_if_needed()
    page.wait_for_timeout(1000)
    return page


def line(name: str, took: list[Took]) -> str:
    """Median and 95th percentile of one subject, in words."""

    def both(values: list[float]) -> str:
        return f"{statistics.median(values):.0f} ms ({statistics.quantiles(values, n=20)[-1]:.0f} ms)"

    return f"{name}: saved {both([each.saved for each in took])}, shown {both([each.shown for each in took])}"


def main(argv: list[str]) -> None:
    """Print the medians of both, with the 95th percentiles, and the ratios."""
    parser = argparse.ArgumentParser(description="From a tap to saved and shown, beside a bare Flet page.")
    parser.add_argument("--taps", type=int, default=40)
    taps = parser.parse_args(argv).taps
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        folder = Path(place)
        fill(folder / "diary")
        (folder / "bare.py").write_text(BARE)
        ours = [sys.executable, str(ROOT / "main.py"), "--no-open", "--data", str(folder / "diary")]
        theirs = [sys.executable, str(folder / "bare.py"), str(folder / "bare.db")]
        with started(ours) as diary, started(theirs) as bare:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
            subjects = (
                Subject(opened(browser, diary), folder / "diary" / DIARY_NAME),
                Subject(opened(browser, bare), folder / "bare.db"),
            )
            took: tuple[list[Took], list[Took]] = ([], [])
            for turn in range(taps + 2):
                for subject, times in zip(subjects, took, strict=True):
                    subject.page.bring_to_front()
                    subject.page.wait_for_timeout(BETWEEN * 1000)
                    one = subject.tap()
                    if turn >= 2:  # the first ones warm up
                        times.append(one)
            browser.close()
    ours_took, bare_took = took
    print(line(f"diary of {NIGHTS} nights", ours_took))
    print(line("bare Flet page", bare_took))
    saved, shown = (
        statistics.median(getattr(each, what) for each in ours_took)
        / statistics.median(getattr(each, what) for each in bare_took)
        for what in ("saved", "shown")
    )
    print(
        f"{taps} taps each at load {os.getloadavg()[0]:.1f}: saved {saved:.1f} times, shown {shown:.1f} times the bare page"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
