"""About: what this diary is, what it is not, and whose work it stands on."""

from __future__ import annotations

import flet as ft

from diary import __version__
from diary.language import tr
from diary.model.triggers import ARTICLE
from diary.ui.page.component import component
from diary.ui.parts.layout import card, quiet_text
from diary.ui.settings.section import section


@component
def AboutSection() -> ft.Control:
    """In a few cards."""
    return section(
        tr("About this diary"),
        card(tr("Night Cramp Diary"), quiet_text(tr("Version {version}").format(version=__version__))),
        card(
            tr("Private"),
            ft.Text(tr("Nothing leaves this machine: there is no account, and the diary talks to no other computer.")),
        ),
        card(
            tr("Not a medical device"),
            ft.Text(
                tr(
                    "The diary counts and compares what you log. It does not diagnose and gives no advice on treatment. "
                    "See a doctor when cramps are frequent or severe."
                )
            ),
        ),
        card(tr("The article"), ft.Text(tr("The triggers follow this article:")), quiet_text(tr(ARTICLE))),
        card(
            tr("Licences"),
            ft.Text(tr("Night Cramp Diary is free software under the MIT licence.")),
            quiet_text(
                tr(
                    "Its letters are Noto Sans, © The Noto Project Authors, under the SIL Open Font License 1.1; the "
                    "licence lies beside the fonts."
                )
            ),
        ),
    )
