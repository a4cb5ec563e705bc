"""What one open page works with: the book behind worker threads, and the state that its components watch.

The event loop never waits for disk, pandas or a chart: acts and reads run one after another on the book's own
thread, slow work (findings, charts, reports) on another. Every tab has a session of its own; they share the book and
tell one another when something changed.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import flet as ft

from diary.book import Diary
from diary.model.built_in import BUILT_IN
from diary.model.clean_text import clean_paragraphs
from diary.model.errors import DiaryError
from diary.model.factors import Catalogue
from diary.model.preferences import Preferences
from diary.store.change import UndoStep
from diary.ui.page import theme
from diary.ui.page.act_answer import ActAnswer
from diary.ui.page.cramps_question import CrampsQuestion
from diary.ui.page.drafts import Drafts
from diary.ui.page.effects import use_effect
from diary.ui.page.file_addresses import FileAddresses
from diary.ui.page.night_filter import DiaryView
from diary.ui.page.night_move import NightMove
from diary.ui.page.night_question import NightQuestion
from diary.ui.page.night_steps import NightSteps
from diary.ui.page.records import PREFERENCES, ActOnWay, PageRecords, Record
from diary.ui.page.spans import Span, TrendsView
from diary.ui.page.taps import SHOWN
from diary.ui.page.unreadable import Unreadable
from diary.ui.page.waiting import Waiting, wait_for
from diary.ui.page.workers import Workers

if TYPE_CHECKING:
    from diary.model.progress import Progress

Result = TypeVar("Result")
Choice = TypeVar("Choice")
Tapped = Callable[[Choice], Coroutine[Any, Any, None]]
"""What a tap calls with what it tells."""

CHANGED = "diary-changed"
"""The topic on which tabs tell one another of an act."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One line that tells what was done, or why it was not."""

    text: str
    step: UndoStep | None = None
    """The act that the line's Undo takes back; None where it has none."""
    refusal: bool = False

    def __post_init__(self) -> None:
        """Clean its words: one sign that no text can hold would keep the page from every later line, too."""
        clean_paragraphs(self, "text")


@ft.observable
@dataclass
class PageState:
    """What the components of one page watch. Never shared between pages."""

    now: dt.datetime
    """Local wall time that all components draw with, to the minute; the page's clock moves it at each part of the day."""
    night_move: NightMove | None = None
    """When a Log without a date last went on to another night by itself; None: it never did."""
    night_steps: NightSteps = field(default_factory=NightSteps)
    """The nights that the two steps of Log asked for."""
    revision: int = 0
    """Grows with each act of any page; what was read before is read anew."""
    preferences: Preferences = field(default_factory=Preferences)
    records: PageRecords = field(default_factory=PageRecords, repr=False)
    catalogue: Catalogue = field(default=BUILT_IN, repr=False)
    """All questions, with the person's own, and which of them are asked."""
    notice: Notice | None = None
    night_question: NightQuestion | None = None
    cramps_question: CrampsQuestion | None = None
    log_cards: int = 0
    """How many cards Log shows; they come in stages when the page opens, and then stay."""
    width: float = 420
    """Of the window, in logical pixels."""
    trends: TrendsView = field(default_factory=TrendsView)
    """What Trends looks at; it stays while one looks at a single chart."""
    month: dt.date | None = None
    """The month that Diary's calendar shows, by its first day; None: the present one."""
    diary: DiaryView = field(default_factory=DiaryView)
    """What Diary looks for; it stays while one looks at a night that was found."""
    findings_span: Span = Span.ALL
    """Which nights Triggers counts and draws."""
    early_look: bool = False
    """Whether Triggers looks at all nights ahead of the next look."""
    came_from: str = ""
    """The address from which the warning signs were opened; empty where that was Settings."""


@dataclass(frozen=True, slots=True, repr=False)
class Session:
    """One page's way to the book.

    It is not written out with its fields: Flet does that with each message it sends to the page, and the page among
    them is everything on the screen.
    """

    book: Diary
    page: ft.Page
    state: PageState
    workers: Workers
    downloads: FileAddresses
    drafts: Drafts
    demo: bool = False
    waiting: Waiting = field(default_factory=Waiting)
    """What the page waits for."""

    def is_connected(self) -> bool:
        """Whether anybody can see the page."""
        return self.page.session.connection is not None

    async def read(self, method: Callable[[], Result]) -> Result:
        """What a quick method of the book gives, off the event loop."""
        return await asyncio.get_running_loop().run_in_executor(self.workers.book, method)

    async def compute(self, method: Callable[[], Result]) -> Result:
        """What a slow method of the book gives: findings, charts, reports."""
        return await asyncio.get_running_loop().run_in_executor(self.workers.slow, method)

    async def compute_long(self, method: Callable[[Progress], Result]) -> Result:
        """What a method gives that may take long enough to be waited for, and cancelled: then it is left alone."""
        return await wait_for(
            self.waiting, lambda progress: self.compute(partial(method, progress)), changes_nothing=True
        )

    async def attempt_long(self, method: Callable[[Progress], Result], words: str | None = None) -> Result:
        """As `attempt`, of an act that may take long enough to be waited for, and cancelled."""
        return await wait_for(self.waiting, lambda progress: self.attempt(partial(method, progress), words))

    async def act(self, method: Callable[[], Result], words: str | None = None) -> Result | None:
        """Do an act of the book, show its words with their Undo, and let every page read anew.

        A refusal is shown in its own words, and gives None.
        """
        try:
            answer = await self._answer(method)
        except DiaryError as refusal:
            self.tell(Notice(str(refusal), refusal=True))
            return None
        self._follow(answer, words)
        return answer.result

    async def attempt(self, method: Callable[[], Result], words: str | None = None) -> Result:
        """Do an act of the book and let every page read anew. Raises its refusal, for a field to show."""
        answer = await self._answer(method)
        self._follow(answer, words)
        return answer.result

    def shown(self, record: Record[Result]) -> Result | None:
        """A record as this page shows it now, with the acts on their way; None where it was not read yet."""
        return self.state.records.shown(record)

    async def change(
        self,
        record: Record[Result],
        change: Callable[[Result], Result],
        method: Callable[[], Result],
        words: str | None = None,
    ) -> Result:
        """Do an act on a record of the page: seen at once, and done by the book's method after those before it.

        A refused act goes from the page again. Raises its refusal.
        """
        act = ActOnWay(record, change)
        self._set_records(self.state.records.sending(act))
        SHOWN.get()()
        try:
            answer = await self._answer(method)
        except BaseException:
            self._set_records(self.state.records.refused(act))
            raise
        self._set_records(self.state.records.answered(act, answer.result))
        self._follow(answer, words)
        return answer.result

    async def save(self, record: Record[Result], method: Callable[[], Result], words: str | None = None) -> Result:
        """Do an act on a record that was typed: its field shows it until it is kept. Raises its refusal."""
        answer = await self._answer(method)
        self._set_records(self.state.records.replacing(record, answer.result))
        self._follow(answer, words)
        return answer.result

    def hold(self, record: Record[Result], value: Result) -> None:
        """Note what was read of a record."""
        if self.state.records.held.get(record.place) != (record, value):
            self._set_records(self.state.records.reading(record, value))

    def _set_records(self, records: PageRecords) -> None:
        """Show these records; in the preferences among them the page is dressed at once."""
        self.state.records = records
        preferences = records.shown(PREFERENCES)
        if preferences is not None and preferences != self.state.preferences:
            self.state.preferences = preferences
            theme.dress(self.page, preferences, self.state.now)
            self.page.update()

    async def _answer(self, method: Callable[[], Result]) -> ActAnswer[Result]:
        """What the book answers, with its questions and the step of undo that the act became."""

        def perform() -> ActAnswer[Result]:
            before = self.book.steps().undo
            result, after = method(), self.book.steps().undo
            return ActAnswer(result, self.book.questions.catalogue(), None if after == before else after)

        return await self.read(perform)

    def _follow(self, answer: ActAnswer[Any], words: str | None) -> None:
        """Show what came of an act, and let every page read anew."""
        if answer.catalogue != self.state.catalogue:
            self.state.catalogue = answer.catalogue
        if answer.step:
            self.drop_undo(answer.step)
        if words is not None and not self._says(words):
            self.tell(Notice(words, answer.step))
        elif self.state.notice is None and (trouble := self.book.backups.news()):
            self.tell(Notice(trouble))  # quietly: never in the place of a line with its Undo
        self.state.revision += 1
        self.page.pubsub.send_others_on_topic(CHANGED, CHANGED)

    def _says(self, words: str) -> bool:
        """Whether the line says this already; a second tap that changes nothing leaves it its Undo."""
        return self.state.notice is not None and self.state.notice.text == words

    def drop_undo(self, newest: UndoStep | None) -> None:
        """Take away a line whose Undo names another act than the newest: it is not its turn any more."""
        notice = self.state.notice
        if notice and notice.step and notice.step != newest:
            self.tell(None)

    def tapped(self, answer: Callable[[Choice], Awaitable[object]]) -> Tapped[Choice]:
        """A handler for a tap, which has no field to show a refusal in: the refusal is shown as a line."""

        async def tap(choice: Choice) -> None:
            try:
                await answer(choice)
            except DiaryError as refusal:
                self.tell(Notice(str(refusal), refusal=True))

        return tap

    def tell(self, notice: Notice | None) -> None:
        """Show a line, or none."""
        self.state.notice = notice


SessionContext: ft.ContextProvider[Session | None] = ft.create_context(None)


def use_session() -> Session:
    """The session of the page that this component is on; the component renders anew when its state changes."""
    session = session_here()
    ft.use_state(session.state)
    return session


def session_here() -> Session:
    """The session of the page that this component is on, for one that does not show its state."""
    session = ft.use_context(SessionContext)
    if session is None:
        message = "a component stands outside the page's session"
        raise RuntimeError(message)
    return session


def use_read(session: Session, method: Callable[[], Result], *, on: list[object], slow: bool = False) -> Result | None:
    """What a method of the book gives: None until it is there, read anew when one of `on` changes.

    What was read before stays on screen while the new is read; an answer that comes after a newer question is dropped.
    What keeps it from being read is shown as a line; where nothing was read before, it is raised while the component is
    drawn, so that the words stand in the component's place and no ring turns for ever.
    """
    result: Result | None = _use_reading(session, method, lambda value: value, on=on, slow=slow)
    return result


def use_heard(
    session: Session, method: Callable[[], Result], hear: Callable[[Result], None], *, on: list[object]
) -> None:
    """Let `hear` know what a method of the book gives, as `use_read` reads it. The component is not drawn for it."""

    def take(value: Result) -> bool:
        hear(value)
        return True

    _use_reading(session, method, take, on=on)


def _use_reading(
    session: Session,
    method: Callable[[], Result],
    take: Callable[[Result], Any],
    *,
    on: list[object],
    slow: bool = False,
) -> Any:
    """What `take` makes of what was read last, None where nothing was."""
    result, set_result = ft.use_state(None)
    asked = ft.use_ref(0)

    async def fetch() -> None:
        asked.current = mine = (asked.current or 0) + 1

        def wanted() -> Result | None:
            """Nothing where a newer question came, or the screen was left, while this one waited its turn."""
            return method() if asked.current == mine else None

        taken: Any = None
        try:
            value = await (session.compute(wanted) if slow else session.read(wanted))
            if asked.current == mine and value is not None:
                taken = take(value)
        except Exception as error:  # whatever it is, the person is told
            if not isinstance(error, DiaryError):
                logging.getLogger(__name__).exception("Something could not be read.")
            taken = Unreadable(error)
        if asked.current == mine:
            set_result(lambda before: _beside(session, before, taken))

    def leave() -> None:
        asked.current = -1

    use_effect(fetch, on)
    use_effect(lambda: None, [], cleanup=leave)
    if isinstance(result, Unreadable):
        raise result.error
    return result


def _beside(session: Session, before: object, value: object) -> object:
    """What to show now: what was read, or, where that failed, what was read before and a line."""
    if not isinstance(value, Unreadable) or before is None or isinstance(before, Unreadable):
        return value
    session.tell(Notice(value.words, refusal=True))
    return before
