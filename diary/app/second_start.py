"""A start of the program where the diary is open already: that one comes to the front, and this one is done."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from diary.app.browser_tab import BROWSER_STARTS, open_tab
from diary.app.console import say
from diary.language import tr
from diary.model.errors import DiaryIsOpenError
from diary.model.preferences import WindowKind
from diary.server import control
from diary.window.show import has_display

if TYPE_CHECKING:
    from pathlib import Path

    from diary.app.options import OpenOptions


def show_running_diary(folder: Path, options: OpenOptions) -> None:
    """Bring its window to the front, or open a page of it. Raises DiaryIsOpenError where it does not answer."""
    instance = control.read_instance(folder)
    if instance and instance.port is None:
        say(tr("The diary is open already, in its window."))
        return
    is_for_window = options.window is not WindowKind.TAB and not options.no_open
    if instance and is_for_window and control.request_window(instance):
        say(tr("The diary is open already: its window comes to the front."))
        return
    fresh = control.request_address(instance) if instance else None
    if instance is None or fresh is None:
        raise DiaryIsOpenError
    say(tr("Open {address}").format(address=fresh))
    if not options.no_open and has_display(os.environ, sys.platform):
        thread = open_tab(control.request_file(instance))
        thread.join(BROWSER_STARTS)  # its thread would end with this program
