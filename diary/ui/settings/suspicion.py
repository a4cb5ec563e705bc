"""Your suspicion: the one thing that the person names before the first look."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr
from diary.model.mornings import day_name
from diary.model.suspicion import FIRST_LOOK
from diary.ui.page.component import component
from diary.ui.page.session import use_read, use_session
from diary.ui.page.settings_acts import name_suspicion, use_profile
from diary.ui.page.theme import TARGET
from diary.ui.parts.handlers import handler
from diary.ui.parts.layout import card, quiet_text
from diary.ui.parts.radio_chips import RadioChips
from diary.ui.settings.content.suspicion import NOTHING, SuspicionView, suspicion_view, suspicion_words
from diary.ui.settings.section import section

if TYPE_CHECKING:
    from diary.model.profile import Profile


@component
def SuspicionSection() -> ft.Control:
    """What a suspicion does; then the choice, or after the first look what was chosen."""
    session = use_session()
    profile = use_profile(session)
    view = use_read(session, lambda: suspicion_view(session.book), on=[session.state.revision])
    if profile is None or view is None:
        return section(tr("Your suspicion"))
    return section(
        tr("Your suspicion"),
        card(
            None,
            ft.Text(
                tr(
                    "Name the one thing that you suspect most, before the diary is first looked at: that is with {n} logged "
                    "nights. It then shows with fewer nights. In return, only its answers from before the night are weighed."
                ).format(n=FIRST_LOOK)
            ),
            quiet_text(tr("Choose by what you know of yourself, not by the counts on Triggers.")),
        ),
        SuspicionChoice(view, profile) if view.is_open else NamedSuspicion(profile),
        back=session.state.came_from,
    )


@component
def SuspicionChoice(view: SuspicionView, profile: Profile) -> ft.Control:
    """One of all that can be answered before the night."""
    session = use_session()

    async def choose(key: str) -> None:
        await name_suspicion(session, key or None)

    chosen = profile.suspicion.key if profile.suspicion else NOTHING
    return card(None, RadioChips(tr("What do you suspect?"), view.options, chosen, session.tapped(choose)))


@component
def NamedSuspicion(profile: Profile) -> ft.Control:
    """After the first look: what was named, and the way to take it back; or that it is too late."""
    session = use_session()
    if profile.suspicion is None:
        return card(
            None, ft.Text(tr("Nothing was named before the first look, so there is nothing to choose any more."))
        )

    async def take_back(_key: str) -> None:
        await name_suspicion(session, None)

    return card(
        suspicion_words(profile, session.state.catalogue),
        quiet_text(tr("Named on {day}.").format(day=day_name(profile.suspicion.named_on, year=True))),
        quiet_text(tr("After the first look it can be taken back, but no other can be named.")),
        ft.OutlinedButton(
            tr("Take it back"), height=TARGET, on_click=handler(lambda: session.tapped(take_back)(NOTHING))
        ),
    )
