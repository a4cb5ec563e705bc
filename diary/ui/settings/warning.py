"""Warning signs: asked plainly, in three levels, each with what to do. A yes is answered at once, and once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.language import tr
from diary.model.profile import EMERGENCY_PLACES
from diary.model.profile_acts import SetEmergencyNumber
from diary.model.standing_signs import signs_asked
from diary.model.warning_signs import Level
from diary.ui.page.component import component
from diary.ui.page.content.profile import level_heading, level_lines, number_words
from diary.ui.page.session import use_session
from diary.ui.page.settings_acts import save_profile, use_profile
from diary.ui.parts.fields import Entry
from diary.ui.parts.layout import card, quiet_text
from diary.ui.parts.radio_chips import RadioChips
from diary.ui.settings.asked import asked
from diary.ui.settings.level_line import level_line
from diary.ui.settings.section import section

if TYPE_CHECKING:
    import flet as ft

    from diary.model.profile import Profile


@component
def WarningSection() -> ft.Control:
    """Every sign under its level; the lines of those that stand stay in sight at the foot."""
    session = use_session()
    profile = use_profile(session)
    if profile is None:
        return section(tr("Warning signs"))
    return section(
        tr("Warning signs"),
        card(
            None,
            quiet_text(
                tr(
                    "Some signs beside a cramp want a doctor's eye. Answer what you can and leave out the rest. A yes "
                    "stands first on your report until you tap it again."
                )
            ),
        ),
        *[_level(level, profile) for level in Level],
        NumberCard(profile.emergency_number, profile.number_to_call),
        foot=[level_line(level, words) for level, words in level_lines(profile, session.state.now.date())],
        back=session.state.came_from,
    )


def _level(level: Level, profile: Profile) -> ft.Control:
    signs = tuple(sign for sign in signs_asked(profile) if sign.level is level)
    return card(level_heading(level, profile), *asked(signs, profile))


@component
def NumberCard(chosen: str, in_use: str) -> ft.Control:
    """The emergency number where the person lives: one of a few, or their own."""
    session = use_session()

    async def choose(number: str) -> None:
        await save_profile(session, SetEmergencyNumber(number))

    return card(
        tr("Emergency number where you live"),
        RadioChips(
            tr("Choose yours"),
            tuple((number, number_words(number)) for number in EMERGENCY_PLACES),
            in_use,
            session.tapped(choose),
        ),
        Entry("emergency number", tr("Another number"), "" if chosen in EMERGENCY_PLACES else chosen, choose),
    )
