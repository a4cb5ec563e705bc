"""Firefox, driven over WebDriver BiDi: Playwright drives only a Firefox of its own, which no distribution has."""

from __future__ import annotations

import base64
import json
import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any

from websockets.sync.client import ClientConnection, connect

if TYPE_CHECKING:
    from pathlib import Path

LISTENING = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
TIMEOUT = 60.0
"""Seconds in which Firefox must have done what it was asked for."""
PREFERENCES = {
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
}
"""So that it asks for nothing but the page."""
FIND = """(name) => {
    const named = Array.from(document.querySelectorAll('flutter-view *'))
        .filter(each => (each.ariaLabel || each.innerText || '').trim().startsWith(name));
    const found = named.find(each => each.role) || named.pop();
    if (!found) return null;
    const box = found.getBoundingClientRect();
    return JSON.stringify([box.left, box.top, box.right, box.bottom]);
}"""
"""Where the first control of this name stands, or else the innermost words."""


@dataclass
class Firefox:
    """A Firefox with one page."""

    _socket: ClientConnection
    _ids: Iterator[int] = field(default_factory=lambda: count(1))
    _page: str = ""
    events: list[dict[str, Any]] = field(default_factory=list)
    """What it told of unasked."""

    def begin(self) -> None:
        """Take the first page for the test."""
        self.call("session.new", capabilities={})
        self._page = self.call("browsingContext.getTree")["contexts"][0]["context"]
        self.call("session.subscribe", events=["log.entryAdded", "network.responseCompleted"])

    def call(self, method: str, **parameters: Any) -> Any:
        """What Firefox answers to a command."""
        number = next(self._ids)
        self._socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while (answer := json.loads(self._socket.recv(timeout=TIMEOUT))).get("id") != number:
            self.events.append(answer)
        assert answer["type"] == "success", answer
        return answer["result"]

    def resize(self, width: int, height: int) -> None:
        """Give the page this size."""
        self.call("browsingContext.setViewport", context=self._page, viewport={"width": width, "height": height})

    def open(self, address: str) -> None:
        """Go to an address, and wait until it has loaded."""
        self.call("browsingContext.navigate", context=self._page, url=address, wait="complete")

    def evaluate(self, function: str, *arguments: str) -> Any:
        """What a function gives that is called in the page."""
        told = self.call(
            "script.callFunction",
            functionDeclaration=function,
            arguments=[{"type": "string", "value": each} for each in arguments],
            target={"context": self._page},
            awaitPromise=True,
        )
        assert told["type"] == "success", told
        return told["result"].get("value")

    def place(self, name: str) -> tuple[float, float, float, float] | None:
        """Where what has a name beginning with this stands: left, top, right, bottom."""
        found = self.evaluate(FIND, name)
        return tuple(json.loads(found)) if found else None

    def wait_for(self, name: str) -> tuple[float, float, float, float]:
        """Wait until something of this name is on the screen."""
        end = time.monotonic() + TIMEOUT
        while time.monotonic() < end:
            if place := self.place(name):
                return place
            time.sleep(0.2)
        message = f"{name} did not come: {self.evaluate('() => document.body.innerText')}"
        raise TimeoutError(message)

    def tap(self, name: str) -> None:
        """Press the mouse on the middle of what has this name."""
        left, top, right, bottom = self.wait_for(name)
        moves = [
            {"type": "pointerMove", "x": round((left + right) / 2), "y": round((top + bottom) / 2)},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        mouse = {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": moves}
        self.call("input.performActions", context=self._page, actions=[mouse])

    def picture(self) -> bytes:
        """The screen as PNG."""
        return base64.b64decode(self.call("browsingContext.captureScreenshot", context=self._page)["data"])

    def refusals(self) -> list[str]:
        """The addresses that were answered with a refusal."""
        self.call("session.status")
        answers = [each["params"]["response"] for each in self.events if each["method"] == "network.responseCompleted"]
        return [answer["url"] for answer in answers if answer["status"] >= 400]


@contextmanager
def running_firefox(program: str, profile: Path) -> Iterator[Firefox]:
    """This program, without a window, on a profile of its own."""
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in PREFERENCES.items()]
    (profile / "user.js").write_text("\n".join(lines))
    command = [program, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"]
    process = subprocess.Popen([*command, "about:blank"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stderr is not None
        address = next((found[1] for line in process.stderr if (found := LISTENING.search(line))), None)
        assert address, "Firefox ended before it listened."
        with connect(f"{address}/session", max_size=None, ping_interval=None) as socket:
            firefox = Firefox(socket)
            firefox.begin()
            yield firefox
    finally:
        process.kill()
        process.communicate()
