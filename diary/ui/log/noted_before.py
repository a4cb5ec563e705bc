"""What was noted before the night, told back in the morning so that it need not be asked again."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr
from diary.model.answer_words import answer_words
from diary.ui.page.component import component
from diary.ui.page.session import use_session
from diary.ui.parts.layout import card, quiet_text

if TYPE_CHECKING:
    from diary.model.factors import Catalogue
    from diary.model.night import Night
    from diary.model.preferences import TemperatureUnit

UP_AT = dt.time(4)
"""Answers given before this hour of the morning were given before the night was over."""


def noted_before(night: Night, catalogue: Catalogue, temperature: TemperatureUnit) -> list[str]:
    """The answers given before the morning, in words: “Covers: Thin”."""
    up = dt.datetime.combine(night.morning, UP_AT)
    noted = [factor for factor in catalogue if _given(night, factor.key, before=up) and not night.late(factor.key)]
    return [f"{tr(factor.name)}: {answer_words(factor, night.values()[factor.key], temperature)}" for factor in noted]


def _given(night: Night, key: str, *, before: dt.datetime) -> bool:
    answer = night.answers.get(key)
    return answer is not None and answer.given_at.replace(tzinfo=None) < before


@component
def NotedBefore(night: Night) -> ft.Control:
    """One card with what was noted before the night; nothing where nothing was."""
    session = use_session()
    noted = noted_before(night, session.state.catalogue, session.state.preferences.temperature)
    if not noted:
        return ft.Container(height=0)
    return card(tr("Noted before the night"), quiet_text(" · ".join(noted)))
