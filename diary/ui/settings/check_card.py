"""The check in Settings: every page of the file and every answer looked at, and the ways out where something is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import flet as ft

from diary.book.mending import Remedies
from diary.language import tr, trn
from diary.model.errors import DiaryError
from diary.ui.page.component import component
from diary.ui.page.records import PREFERENCES
from diary.ui.page.session import Notice, use_session
from diary.ui.page.use_present import Present, use_present
from diary.ui.parts.buttons import tall_enough
from diary.ui.parts.handlers import handler
from diary.ui.parts.layout import card, quiet_text
from diary.ui.parts.remedy_cards import problem_lines, remedy_cards
from diary.ui.settings.backups import restore

if TYPE_CHECKING:
    from diary.book import Diary
    from diary.model.progress import Progress
    from diary.ui.page.session import Session


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check found."""

    nights: int
    remedies: Remedies | None
    """None where nothing is wrong."""


@component
def CheckCard() -> ft.Control:
    """A button that checks, and what came of it."""
    session = use_session()
    result: Present[CheckResult | None] = use_present(None)

    async def check() -> None:
        try:
            result.set(await session.compute_long(lambda progress: _check(session.book, progress)))
        except DiaryError as refusal:
            session.tell(Notice(str(refusal), refusal=True))

    async def by_backup() -> None:
        found = result.value
        if found and found.remedies and found.remedies.backup:
            result.set(None)
            await restore(session, found.remedies.backup.name)

    async def by_salvage() -> None:
        result.set(None)
        await _save_what_can_be_read(session)

    remedies = result.value.remedies if result.value else None
    return ft.Column(
        [
            card(
                tr("Check the diary"),
                quiet_text(tr("Looks at every page of the file and at every answer. Nothing is changed by it.")),
                *_result_lines(result.value),
                ft.FilledTonalButton(
                    tr("Check now"), icon=ft.Icons.FACT_CHECK_OUTLINED, style=tall_enough(), on_click=handler(check)
                ),
            ),
            *(remedy_cards(remedies, session.book.moment().tzinfo, by_backup, by_salvage) if remedies else []),
        ],
        spacing=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _check(book: Diary, progress: Progress) -> CheckResult:
    problems = book.mending.problems(progress)
    nights = len(book.nights.all())
    return CheckResult(nights, book.mending.remedies(problems, progress) if problems else None)


def _result_lines(result: CheckResult | None) -> list[ft.Control]:
    if result is None:
        return []
    if result.remedies:
        return problem_lines(result.remedies.problems)
    words = trn("The diary is whole: {n} night.", "The diary is whole: {n} nights.", result.nights)
    return [ft.Text(words.format(n=result.nights))]


async def _save_what_can_be_read(session: Session) -> None:
    try:
        mending = await session.attempt_long(session.book.mending.save_what_can_be_read)
    except DiaryError as refusal:
        session.tell(Notice(str(refusal), refusal=True))
        return
    session.tell(Notice(mending.words))
    session.hold(PREFERENCES, await session.read(session.book.person.preferences))
