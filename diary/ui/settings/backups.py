"""Backups in Settings: how they stand, where else they go, and the way back to each of them."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, TypeVar

import flet as ft

from diary.language import tr
from diary.model.backups import moment_words
from diary.model.errors import DiaryError
from diary.ui.page.component import component
from diary.ui.page.effects import use_effect
from diary.ui.page.records import PREFERENCES
from diary.ui.page.session import Notice, use_read, use_session
from diary.ui.page.taps import TapKind
from diary.ui.parts.backup_choice import BackupChoice
from diary.ui.parts.buttons import tall_enough
from diary.ui.parts.expander import Expander
from diary.ui.parts.fields import Entry
from diary.ui.parts.handlers import handler
from diary.ui.parts.keyed import keyed
from diary.ui.parts.layout import card, quiet_text
from diary.ui.settings.content.backups import (
    backup_title,
    backup_words,
    can_be_restored,
    restored_words,
    second_folder_words,
    status_words,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Awaitable, Callable

    from diary.book.backups import BackupStatus
    from diary.model.backups import DamagedFile, ListedBackup
    from diary.ui.page.session import Session

Result = TypeVar("Result")
LOOK = 5.0
"""Seconds between two looks at how the backups stand, while one watches: they are taken without any act of the page."""


@component
def Backups() -> ft.Control:
    """How they stand, and all of them. They come last on the screen: what comes later than the rest moves nothing else."""
    status, now = _use_status(use_session())
    if status is None:
        return ft.Container(height=0)
    newest = tuple(backup.name if backup else "" for backup in (status.last, status.second_last))
    return ft.Column(
        [BackupsCard(status, now), BackupListCard(newest, now), DamagedFilesCard(newest, now)],
        spacing=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


@component
def BackupsCard(status: BackupStatus, now: dt.datetime) -> ft.Control:
    """When the last backup was, and a second folder for them."""
    session = use_session()

    async def choose(folder: str) -> None:
        await _on_backups_thread(session, partial(session.book.backups.choose_second_folder, folder))
        await _on_backups_thread(session, session.book.backups.tend)
        session.state.revision += 1

    second = second_folder_words(status, now)
    return card(
        tr("Backups"),
        ft.Text(status_words(status, now)),
        *([ft.Text(status.trouble, color=ft.Colors.ERROR)] if status.trouble else []),
        *([ft.Text(second)] if second else []),
        *([TakeBackRestore(status.undoing.name)] if status.undoing else []),
        quiet_text(
            tr(
                "They lie in “backups” beside the diary. Name a folder on a stick or another disk, and each is there too; "
                "or one that holds your backups already, to restore them on a new machine."
            )
        ),
        Entry("backup folder", tr("A second folder for backups"), status.second_folder, choose),
        # A browser shows no folders of this machine to choose from.
        *([] if session.page.web else [ChooseFolder(choose)]),
    )


@component
def ChooseFolder(choose: Callable[[str], Awaitable[None]]) -> ft.Control:
    """Lets the person point at the folder instead of typing it."""
    session = use_session()

    async def point(_: None) -> None:
        try:
            folder = await ft.FilePicker().get_directory_path(dialog_title=tr("A second folder for backups"))
        except RuntimeError:  # Linux without the program that shows such a dialog
            raise NoFolderDialogError from None
        if folder:
            await choose(folder)

    point_or_tell = session.tapped(point)
    return ft.OutlinedButton(
        tr("Choose the folder"),
        icon=ft.Icons.FOLDER_OPEN,
        style=tall_enough(),
        on_click=handler(lambda: point_or_tell(None)),
    )


class NoFolderDialogError(DiaryError):
    """A machine on which no program shows folders to choose from."""

    def __init__(self) -> None:
        super().__init__(tr("No program here shows folders to choose from. Type the folder instead."))


@component
def TakeBackRestore(name: str) -> ft.Control:
    """Restores the diary as it was before the last restore."""
    session = use_session()
    return ft.OutlinedButton(
        tr("Take back the last restore"),
        icon=ft.Icons.UNDO,
        style=tall_enough(),
        on_click=handler(lambda: restore(session, name), TapKind.CLOSING),
    )


@component
def RestoreElsewhereCard() -> ft.Control:
    """A backup that lies elsewhere, as on a new machine: its file, or the folder that holds it."""
    session = use_session()
    return card(
        tr("I have a backup"),
        quiet_text(tr("Of another machine, on a stick or another disk: its file, or the folder that holds it.")),
        BackupChoice(partial(restore_or_refuse, session)),
    )


@component
def BackupListCard(newest: tuple[str, ...], now: dt.datetime) -> ft.Control:
    """Every backup, each looked at again when there is a newer one; nothing where there is none."""
    session = use_session()
    backups = use_read(session, session.book.backups.backups, on=[newest], slow=True)
    if not backups:
        return ft.Container(height=0)
    return card(
        tr("Restore a backup"),
        quiet_text(tr("Tap one, then Restore. The diary as it is now is backed up before, so you can go back.")),
        *[keyed(BackupLine, (backup.name, backup.in_second_folder))(backup, now) for backup in backups],
    )


@component
def BackupLine(backup: ListedBackup, now: dt.datetime) -> ft.Control:
    """A backup, with its button once it is opened."""
    session = use_session()
    title = backup_title(backup, now)
    button = ft.FilledTonalButton(
        tr("Restore {moment}").format(moment=title),
        icon=ft.Icons.RESTORE,
        style=tall_enough(),
        on_click=handler(lambda: restore(session, backup.name), TapKind.CLOSING),
    )
    damage = ft.Text(tr("This backup is damaged, so it cannot be restored."), color=ft.Colors.ERROR)
    return Expander(title, backup_words(backup), False, [button if can_be_restored(backup) else damage])


@component
def DamagedFilesCard(newest: tuple[str, ...], now: dt.datetime) -> ft.Control:
    """The damaged files that mending set aside: the way back from a mending; nothing where there is none."""
    session = use_session()
    files = use_read(session, session.book.mending.damaged_files, on=[newest], slow=True)
    if not files:
        return ft.Container(height=0)
    return card(
        tr("Damaged files"),
        quiet_text(
            tr(
                "Mending set them aside. What can be read of one can take the place of your diary, which is backed up before, "
                "so you can go back."
            )
        ),
        *[keyed(DamagedFileLine, file.name)(file, now) for file in files],
    )


@component
def DamagedFileLine(file: DamagedFile, now: dt.datetime) -> ft.Control:
    """A damaged file, with its button once it is opened."""
    session = use_session()
    title = moment_words(file.moment, now.tzinfo)
    button = ft.FilledTonalButton(
        tr("Save what can be read of it"),
        icon=ft.Icons.HEALING,
        style=tall_enough(),
        on_click=handler(lambda: save_damaged_file(session, file.name), TapKind.CLOSING),
    )
    return Expander(title, tr("damaged, from before the diary was mended"), False, [button])


async def save_damaged_file(session: Session, name: str) -> None:
    """Put what can be read of a damaged file in the diary's place; every page then shows it."""
    try:
        mending = await session.attempt_long(lambda progress: session.book.mending.save_damaged_file(name, progress))
    except DiaryError as refusal:
        session.tell(Notice(str(refusal), refusal=True))
        return
    before = tr("What was here before is a backup too, in Settings, Your data.")
    session.tell(Notice(f"{mending.words} {before}"))
    session.hold(PREFERENCES, await session.read(session.book.person.preferences))


async def restore(session: Session, name: str) -> None:
    """Restore a backup; every page then shows what it holds."""
    try:
        await restore_or_refuse(session, name)
    except DiaryError as refusal:
        session.tell(Notice(str(refusal), refusal=True))


async def restore_or_refuse(session: Session, name: str) -> None:
    """Restore a backup, by its name, its file or its folder. Raises its refusal, for who shows it beside a field."""
    restoration = await session.attempt_long(lambda progress: session.book.backups.restore(name, progress))
    session.tell(Notice(restored_words(restoration)))
    session.hold(PREFERENCES, await session.read(session.book.person.preferences))


def _use_status(session: Session) -> tuple[BackupStatus | None, dt.datetime]:
    """How the backups stand, looked at again and again, and the minute of the look."""
    start: tuple[BackupStatus | None, dt.datetime] = (None, session.book.moment())
    seen, set_seen = ft.use_state(start)
    look: ft.MutableRef[int] = ft.use_ref(0)

    async def watch() -> None:
        look.current = mine = (look.current or 0) + 1
        while look.current == mine:
            if session.is_connected():
                status = await _on_backups_thread(session, session.book.backups.status)
                minute = session.book.moment().replace(second=0, microsecond=0)
                if look.current == mine:
                    set_seen(partial(_replace, (status, minute)))
            await asyncio.sleep(LOOK)

    def leave() -> None:
        look.current = -1

    use_effect(watch, [session.state.revision])
    use_effect(lambda: None, [], cleanup=leave)
    return seen


async def _on_backups_thread(session: Session, method: Callable[[], Result]) -> Result:
    """What a method gives that may have to wait for a stick, so that no act waits with it."""
    return await asyncio.get_running_loop().run_in_executor(session.workers.backups, method)


def _replace(after: Result, _before: Result) -> Result:
    return after
