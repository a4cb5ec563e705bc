"""Pages of the program with no browser at the other end: Flet draws them, taps come in, and what is shown can be read.

A browser sends one tap after the other, and Flet draws between them or not. Here the taps of one hand all come before
anything is drawn, so that each meets the screen as it was before the first.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, fields
from functools import cache
from typing import TYPE_CHECKING, Any, cast

import flet as ft
from flet.controls.base_control import BaseControl
from flet.controls.context import _context_page
from flet.messaging.connection import Connection
from flet.messaging.protocol import InvokeMethodRequestBody, Message, MessageAction
from flet.messaging.session import Session as FletSession
from flet.pubsub.pubsub_hub import PubSubHub

from diary.server.downloads import Downloads
from diary.ui.page.draft_file import DraftFile
from diary.ui.page.drafts import Drafts
from diary.ui.page.workers import Workers
from diary.ui.parts.handlers import guard_taps
from diary.ui.root import page_main

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Hashable, Iterator

    from diary.book import Diary

TIMEOUT = 20.0
"""Seconds in which a page must have come to what a test waits for."""
LONGEST_TEST = 60.0
"""Seconds."""
PAUSE = 0.05
"""Seconds between two looks at a page."""
AT_REST = 0.25
"""Seconds without anything new on the page after which nothing more is expected."""
TAPPED = ("on_click", "on_tap", "on_select")
NAMING = ("tooltip", "label", "content", "title", "subtitle", "value", "controls")


class Wire(Connection):
    """A connection that leads nowhere; a new address comes back as it would from a browser."""

    def __init__(self, hub: PubSubHub) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # Flet's, as below
        self.pubsubhub = hub
        self.page_url = "http://127.0.0.1:1"
        self.loop = asyncio.get_running_loop()
        self.executor = ThreadPoolExecutor(1)
        self.session: FletSession | None = None
        self.sent = 0
        self.addresses: list[str] = []
        self._answers: set[asyncio.Task[None]] = set()

    def send_message(self, message: Message) -> None:
        """Count what was drawn, and answer where an answer is waited for."""
        self.sent += 1
        if message.action is MessageAction.INVOKE_METHOD:
            task = asyncio.create_task(self._answer(message.body))
            self._answers.add(task)
            task.add_done_callback(self._answers.discard)

    async def _answer(self, call: InvokeMethodRequestBody) -> None:
        assert self.session is not None
        self.session.handle_invoke_method_results(call.control_id, call.call_id, None, None)
        if call.name == "push_route":
            self.addresses.append(call.args["route"])
            self.session.apply_page_patch({"route": call.args["route"]})
            await self.session.dispatch_event(self.session.page._i, "route_change", {"route": call.args["route"]})


@dataclass(frozen=True)
class Event:
    """What happens to a control."""

    control: BaseControl
    name: str
    data: Any = None


@dataclass
class HeadlessPage:
    """One page."""

    flet: FletSession
    wire: Wire
    now: float = 100.0
    """By the clock of the taps."""
    errors: list[str] = field(default_factory=list)
    _begun: set[asyncio.Future[None]] = field(default_factory=set)

    @property
    def address(self) -> str:
        """Where the page was led last; empty where it stayed as it was opened."""
        return self.wire.addresses[-1] if self.wire.addresses else ""

    def guard(self) -> None:
        """Let the taps go by the clock of this page, and errors be told of."""
        guard_taps(self.flet.page, lambda: self.now)
        self.flet.error = self.errors.append  # type: ignore[method-assign, assignment]  # of this page

    def wait_a_second(self) -> None:
        """Let the moment pass in which a tap is one with the one before."""
        self.now += 1

    async def tap(self, *names: str) -> None:
        """Tap what has these names, one after the other, all before anything is drawn; then let the page come to rest."""
        await self.do(*[self.tapping(name) for name in names])

    async def do(self, *events: Event) -> None:
        """Let these events come in before anything is drawn; then let the page come to rest."""
        await asyncio.gather(*(self.flet.dispatch_event(event.control._i, event.name, event.data) for event in events))
        await self.rest()

    def begin(self, event: Event) -> None:
        """Let this event come in, and do not wait for what it begins."""
        self._begun.add(asyncio.ensure_future(self.flet.dispatch_event(event.control._i, event.name, event.data)))

    def tapping(self, name: str) -> Event:
        """A tap on what has this name now."""
        control = self.find(name)
        return Event(control, next(each for each in TAPPED if getattr(control, each, None)).removeprefix("on_"))

    def typing(self, label: str, text: str) -> Event:
        """A field that holds this text after a key."""
        field_ = self.field(label)
        self.flet.apply_patch(field_._i, {"value": text})  # as the browser tells of it
        return Event(field_, "change", text)

    def field(self, label: str) -> ft.TextField:
        """The field of this label."""
        return next(each for each in self.controls() if isinstance(each, ft.TextField) and each.label == label)

    def dialog(self) -> ft.AlertDialog:
        """The dialog that is open."""
        return next(each for each in self.controls() if isinstance(each, ft.AlertDialog) and each.open)

    def find(self, name: str) -> BaseControl:
        """What can be tapped under this name, or a name that begins with it."""
        found = {name_of(each): each for each in self.controls() if is_tapped(each)}
        for each, control in found.items():
            if each.startswith(name):
                return control
        message = f"{name} is not among {sorted(found)}"
        raise AssertionError(message)

    def names(self) -> list[str]:
        """Of all that can be tapped."""
        return [name_of(each) for each in self.controls() if is_tapped(each)]

    def words(self) -> str:
        """All texts on the page."""
        return "\n".join(each.value for each in self.controls() if isinstance(each, ft.Text) and each.value)

    def controls(self) -> Iterator[BaseControl]:
        """All controls of the page, from the top."""
        return _within(self.flet.page, set())

    async def sees(self, words: str) -> None:
        """Wait for words on the page."""
        await self.until(lambda: words in self.words(), words)

    async def until(self, condition: Callable[[], bool], what: str = "what was waited for") -> None:
        """Wait for something to be so."""
        for _ in range(int(TIMEOUT / PAUSE)):
            if condition():
                return
            await asyncio.sleep(PAUSE)
        message = f"{what} never came; there is: {self.words()}"
        raise AssertionError(message)

    async def rest(self) -> None:
        """Wait until nothing new is drawn any more."""
        sent, quiet = -1, 0.0
        while quiet < AT_REST:
            quiet = quiet + PAUSE if self.wire.sent == sent else 0.0
            sent = self.wire.sent
            await asyncio.sleep(PAUSE)
        assert self.errors == []


class Pages:
    """Pages beside one another, which hear of one another's acts."""

    def __init__(self) -> None:
        self._hub = PubSubHub(asyncio.get_running_loop())
        self._workers = Workers()
        self._pages: list[HeadlessPage] = []

    async def open_part(self, draw: Callable[[], Any]) -> HeadlessPage:
        """A page with one component on it."""
        page = self._new_page()
        page.flet.page.render(draw)
        page.flet.get_page_patch()  # type: ignore[no-untyped-call]
        await page.rest()
        return page

    async def open_diary(self, book: Diary, address: str = "/", shows: str = "") -> HeadlessPage:
        """A page of the program, opened at an address, once it shows what is waited for."""
        page = self._new_page()
        page.flet.page.route = address
        drafts = Drafts(DraftFile(book.folder / "drafts.json"))
        main = page_main(book, downloads=Downloads(), drafts=drafts, workers=self._workers, demo=False)
        await main(page.flet.page)
        page.guard()
        page.flet.get_page_patch()  # type: ignore[no-untyped-call]
        await page.sees(shows)
        await page.rest()
        return page

    def close(self) -> None:
        """End them all."""
        for page in self._pages:
            page.flet.close()  # type: ignore[no-untyped-call]
            page.wire.executor.shutdown()

    def _new_page(self) -> HeadlessPage:
        wire = Wire(self._hub)
        page = HeadlessPage(FletSession(wire), wire)
        wire.session = page.flet
        _context_page.set(page.flet.page)
        page.guard()
        self._pages.append(page)
        return page


def on_pages(test: Callable[[Pages], Awaitable[None]]) -> None:
    """Run a test on an event loop of its own, with pages to open."""

    async def run() -> None:
        pages = Pages()
        try:
            await asyncio.wait_for(test(pages), LONGEST_TEST)
        finally:
            pages.close()

    asyncio.run(run())


def is_tapped(control: BaseControl) -> bool:
    """Whether it does anything when it is tapped."""
    able = not getattr(control, "disabled", False)
    return able and any(getattr(control, event, None) is not None for event in TAPPED)


def name_of(control: BaseControl) -> str:
    """Its own words, or those in it."""
    for naming in NAMING:
        words = _words(getattr(control, naming, None))
        if words:
            return words
    return ""


def _words(value: Any) -> str:
    match value:
        case str():
            return value
        case list():
            return " ".join(words for each in value if (words := _words(each)))
        case ft.Text():
            return value.value or ""
        case BaseControl():
            return " ".join(words for naming in NAMING if (words := _words(getattr(value, naming, None))))
        case _:
            return ""


@cache
def _field_names(kind: Hashable) -> tuple[str, ...]:
    return tuple(each.name for each in fields(cast("type[Any]", kind)) if not each.metadata.get("skip", False))


def _within(value: Any, seen: set[int]) -> Iterator[BaseControl]:
    if isinstance(value, BaseControl):
        if id(value) in seen:
            return
        seen.add(id(value))
        yield value
        for name in _field_names(cast("Hashable", type(value))):
            yield from _within(getattr(value, name, None), seen)
    elif isinstance(value, dict):
        for each_value in value.values():
            yield from _within(each_value, seen)
    elif isinstance(value, list | tuple):
        for each_value in value:
            yield from _within(each_value, seen)
