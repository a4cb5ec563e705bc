"""A file of this diary, another machine's diary or a thermometer's readings taken in: first what it would do, then one tap that does it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import flet as ft

from diary.book.import_file import ImportFile, read_import, read_imported_bytes
from diary.book.import_words import disagreement_lines, file_words, gain_lines, refusal_lines, room_lines
from diary.exchange.room_file import RoomChoice
from diary.language import tr, trn
from diary.model.errors import DiaryError
from diary.model.merging import DIFFERING_NAMES, Differing
from diary.ui.page.component import component
from diary.ui.page.picked_file import pick_file
from diary.ui.page.session import Notice, use_read, use_session
from diary.ui.page.theme import TARGET
from diary.ui.page.use_present import Present, use_present
from diary.ui.parts.buttons import tall_enough
from diary.ui.parts.handlers import handler
from diary.ui.parts.layout import card, quiet_text
from diary.ui.parts.radio_chips import RadioChips
from diary.ui.settings.room_questions import room_questions

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from diary.book.import_plan import ImportPlan
    from diary.clock import Clock
    from diary.model.preferences import TemperatureUnit
    from diary.model.progress import Progress
    from diary.ui.page.picked_file import PickedFile
    from diary.ui.page.session import Session

MOST_LINES = 6
"""Of what is not the same in both, and of nights left out; the rest is counted."""


@dataclass(frozen=True, slots=True)
class ChosenFile:
    """A file that the person chose, read and not taken in yet."""

    name: str
    file: ImportFile
    differing: Differing
    room_choice: RoomChoice = field(default_factory=RoomChoice)
    """What the person said of a thermometer's file."""

    def with_room(self, choice: RoomChoice) -> ChosenFile:
        """The file with what the person said of it."""
        return replace(self, room_choice=choice)

    @property
    def is_understood(self) -> bool:
        """Whether nothing has to be said of it before it can be read."""
        return self.file.room is None or self.file.room.is_answered_by(self.room_choice)


@component
def ImportCard() -> ft.Control:
    """Choose a file, see what it would do, take it in."""
    session = use_session()
    chosen: Present[ChosenFile | None] = use_present(None)

    async def choose() -> None:
        try:
            picked = await _pick(session)
        except DiaryError as refusal:
            session.tell(Notice(str(refusal), refusal=True))
            return
        if picked is not None:
            chosen.set(picked)

    if chosen.value is not None:
        return card(tr("Take in a file"), ImportPreview(chosen.value, chosen.set))
    return card(
        tr("Take in a file"),
        quiet_text(
            tr(
                "A file that this diary exported, the diary.db of another machine, or the CSV that a room thermometer "
                "exported. You see first what it would do; what you have here stays unless you say otherwise, and one Undo takes all of it back."
            )
        ),
        ft.FilledTonalButton(tr("Choose a file"), icon=ft.Icons.UPLOAD_FILE, height=TARGET, on_click=handler(choose)),
    )


async def _pick(session: Session) -> ChosenFile | None:
    """The file that the person picks; None where they pick none. Raises a refusal where it cannot be taken in."""
    picked, clock = await pick_file(session.page, "cramp-diary import FILE"), session.book.moment
    if picked is None:
        return None
    file = await session.compute_long(lambda progress: _read(picked, clock, progress))
    return ChosenFile(picked.name, file, file.differing)


def _read(picked: PickedFile, clock: Clock, progress: Progress) -> ImportFile:
    if picked.path is not None:
        return read_import(picked.path, clock=clock, progress=progress)
    return read_imported_bytes(picked.data or b"", picked.name, clock=clock, progress=progress)


@component
def ImportPreview(chosen: ChosenFile, set_chosen: Callable[[ChosenFile | None], None]) -> ft.Control:
    """What taking it in would do to the diary as it is now, once the person has said what the file does not."""
    questions = room_questions(
        chosen.file.room, chosen.room_choice, lambda choice: set_chosen(chosen.with_room(choice))
    )
    return ft.Column(
        [
            ft.Text(chosen.name, weight=ft.FontWeight.W_600),
            *questions,
            *([PlanPreview(chosen, set_chosen)] if chosen.is_understood else [ft.Row([_leave_button(set_chosen)])]),
        ],
        spacing=8,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _leave_button(set_chosen: Callable[[ChosenFile | None], None]) -> ft.Control:
    return ft.TextButton(tr("Leave it"), style=tall_enough(), on_click=handler(lambda: set_chosen(None)))


@component
def PlanPreview(chosen: ChosenFile, set_chosen: Callable[[ChosenFile | None], None]) -> ft.Control:
    """What would become of the diary, and the button that does it."""
    session = use_session()
    plan = use_read(
        session,
        lambda: session.book.files.plan_import(
            chosen.file.contents_for(session.book, chosen.room_choice), chosen.differing
        ),
        on=[chosen, session.state.revision],
        slow=True,
    )
    if plan is None:
        return ft.Row([ft.ProgressRing(width=32, height=32)])

    async def take_in() -> None:
        try:
            await session.attempt_long(
                lambda progress: session.book.files.import_contents(
                    chosen.file.contents_for(session.book, chosen.room_choice), chosen.differing, progress
                ),
                tr("Taken in: {name}.").format(name=chosen.name),
            )
        except DiaryError as refusal:
            session.tell(Notice(str(refusal), refusal=True))
        else:
            set_chosen(None)

    return ft.Column(
        [
            *[ft.Text(line) for line in _lines(chosen, plan, session.state.preferences.temperature)],
            *_disagreements(chosen, set_chosen, plan),
            ft.Row(
                [
                    ft.FilledButton(
                        tr("Take it in"), style=tall_enough(), disabled=plan.is_empty, on_click=handler(take_in)
                    ),
                    _leave_button(set_chosen),
                ],
                wrap=True,
            ),
        ],
        spacing=8,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _lines(chosen: ChosenFile, plan: ImportPlan, unit: TemperatureUnit) -> tuple[str, ...]:
    left_out = refusal_lines(plan)
    measured = room_lines(plan, unit) if chosen.file.room is not None else ()
    return (
        file_words(plan),
        *((chosen.file.contents.text,) if chosen.file.contents.text else ()),
        *gain_lines(plan),
        *((tr("Room temperature, measured:"), *_first_lines(measured)) if measured else ()),
        *((tr("Left out:"), *_first_lines(left_out)) if left_out else ()),
    )


def _disagreements(
    chosen: ChosenFile, set_chosen: Callable[[ChosenFile | None], None], plan: ImportPlan
) -> list[ft.Control]:
    lines = disagreement_lines(plan)
    if not lines:
        return []

    def choose(key: str) -> Any:
        set_chosen(replace(chosen, differing=Differing(key)))

    options = tuple((key.value, tr(words)) for key, words in DIFFERING_NAMES.items())
    return [
        RadioChips(tr("Where both hold something, and not the same"), options, chosen.differing.value, choose),
        *[quiet_text(line) for line in _first_lines(lines)],
    ]


def _first_lines(lines: tuple[str, ...]) -> tuple[str, ...]:
    more = len(lines) - MOST_LINES
    if more <= 0:
        return lines
    return (*lines[:MOST_LINES], trn("and {n} more", "and {n} more", more).format(n=more))
