"""The person's own usual answers before all questions: one tap gives one, and none is given by itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr
from diary.model.answer_words import answer_words
from diary.model.usual_answers import nights_before, usual_answers
from diary.ui.page.component import component
from diary.ui.page.open_night import OpenAnswer
from diary.ui.page.session import use_read, use_session
from diary.ui.parts.chosen_chip import ChosenChip
from diary.ui.parts.layout import card

if TYPE_CHECKING:
    from diary.model.night import Night
    from diary.model.usual_answers import UsualAnswer
    from diary.ui.page.open_night import OpenNight


@component
def UsualAnswersCard(open_night: OpenNight, night: Night, *, evening: bool) -> ft.Control:
    """A chip for each. They are read once for a night: none comes, goes or moves while one taps."""
    session = use_session()
    catalogue, unit = session.state.catalogue, session.state.preferences.temperature
    nights = use_read(session, lambda: session.book.nights.between(nights_before(night.morning)), on=[night.morning])
    usual = ft.use_memo(lambda: usual_answers(nights or (), catalogue, evening=evening), [nights, evening])
    if not usual:
        return ft.Container(height=0)

    def chip(each: UsualAnswer) -> ft.Control:
        words = tr("{question}: {answer}").format(
            question=tr(each.factor.name), answer=answer_words(each.factor, each.value, unit)
        )
        chosen = night.value(each.factor.key) == each.value
        answer = OpenAnswer(open_night, each.factor.key)
        return ChosenChip(tr("Usually"), words, chosen=chosen, on_choose=partial(answer.tap, each.value))

    return card(
        tr("Your usual answers"),
        ft.Row([chip(each) for each in usual], wrap=True, spacing=8, run_spacing=4),
    )
