"""The ways out of a damaged file: the newest whole backup, and what can be read of the file itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr, trn
from diary.model.backups import moment_words
from diary.ui.page.taps import TapKind
from diary.ui.parts.buttons import tall_enough
from diary.ui.parts.expander import Expander
from diary.ui.parts.handlers import handler
from diary.ui.parts.layout import card, quiet_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence
    from typing import Any

    from diary.book.mending import Remedies
    from diary.model.backups import ListedBackup
    from diary.model.salvage import Salvage

MOST_LINES = 6
"""Of what is wrong; the rest is counted."""
MOST_LOSSES = 40


def problem_lines(problems: Sequence[str], most: int = MOST_LINES) -> list[ft.Control]:
    """What is wrong, a line each, as far as a person reads it."""
    more = len(problems) - most
    words = [] if more <= 0 else [trn("and {n} more", "and {n} more", more).format(n=more)]
    return [*(ft.Text(problem) for problem in problems[:most]), *(quiet_text(each) for each in words)]


def remedy_cards(
    remedies: Remedies, zone: dt.tzinfo | None, by_backup: Callable[[], Any], by_salvage: Callable[[], Any]
) -> list[ft.Control]:
    """Each way out that there is, with what it brings and the tap that takes it."""
    return [
        *([_backup_card(remedies.backup, zone, by_backup)] if remedies.backup else []),
        *([_salvage_card(remedies.salvage, by_salvage, is_first=not remedies.backup)] if remedies.salvage else []),
    ]


def _backup_card(backup: ListedBackup, zone: dt.tzinfo | None, restore: Callable[[], Any]) -> ft.Control:
    return card(
        tr("The newest whole backup"),
        ft.Text(
            tr("{moment}: {holdings}.").format(moment=moment_words(backup.moment, zone), holdings=backup.holdings_words)
        ),
        ft.FilledButton(
            tr("Bring back this backup"),
            icon=ft.Icons.RESTORE,
            style=tall_enough(),
            on_click=handler(restore, TapKind.CLOSING),
        ),
    )


def _salvage_card(salvage: Salvage, save: Callable[[], Any], *, is_first: bool) -> ft.Control:
    button = ft.FilledButton if is_first else ft.OutlinedButton
    losses = problem_lines(salvage.losses, MOST_LOSSES)
    return card(
        tr("What can be read of the file"),
        ft.Text(f"{salvage.words}."),
        *([Expander(tr("What is lost"), _losses_words(len(salvage.losses)), False, losses)] if losses else []),
        quiet_text(tr("What cannot be read is not answered, never “no”. An answer may be wrong that looks right.")),
        button(
            tr("Save what can be read"),
            icon=ft.Icons.HEALING,
            style=tall_enough(),
            on_click=handler(save, TapKind.CLOSING),
        ),
    )


def _losses_words(n: int) -> str:
    return trn("{n} line", "{n} lines", n).format(n=n)
