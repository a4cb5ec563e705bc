"""The filter above the list of Diary: one tap for a kind of night, two for an answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr
from diary.ui.page.night_filter import (
    NOT_ANSWERED,
    STATE_NAMES,
    AnswerWanted,
    NightFilter,
    answered_factors,
    answers_to,
)
from diary.ui.page.taps import TapKind, toggled
from diary.ui.page.theme import TARGET
from diary.ui.parts.chosen_chip import ChosenChip
from diary.ui.parts.fields import FIELD_BORDER
from diary.ui.parts.handlers import handler
from diary.ui.parts.layout import GUTTER

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from diary.model.factors import Factor
    from diary.model.night import Night, NightState
    from diary.ui.page.session import Session

    Want = Callable[[Callable[[NightFilter], NightFilter]], None]
    """Changes what is wanted, as it is then."""

ANY = ""
"""The key of a list's first line."""


def answers_wanted(session: Session, nights: Mapping[dt.date, Night], wanted: NightFilter) -> tuple[AnswerWanted, ...]:
    """The answers that can be wanted of the factor that is chosen; none where none is."""
    if wanted.factor not in session.state.catalogue:
        return ()
    factor = session.state.catalogue.get(wanted.factor)
    return answers_to(factor, nights.values(), session.state.preferences.temperature)


def filter_bar(
    session: Session,
    nights: Mapping[dt.date, Night],
    wanted: NightFilter,
    on_want: Want,
) -> ft.Control:
    """Chips for the kinds of night, and a list of questions; below a chosen question, its answers."""
    factors = answered_factors(nights.values(), session.state.catalogue)

    def chip(state: NightState) -> ft.Control:
        return ChosenChip(
            tr("Only"),
            tr(STATE_NAMES[state]),
            chosen=wanted.state is state,
            on_choose=lambda: on_want(lambda now: replace(now, state=toggled(now.state, state))),
        )

    chips = ft.Row([chip(state) for state in STATE_NAMES], wrap=True, spacing=8, run_spacing=4)
    lists = [
        _questions(factors, wanted, on_want),
        *([_answers(answers_wanted(session, nights, wanted), wanted, on_want)] if wanted.factor else []),
    ]
    clear = ft.TextButton(
        tr("Show all nights"),
        icon=ft.Icons.CLOSE,
        height=TARGET,
        on_click=handler(lambda: on_want(lambda _: NightFilter()), TapKind.CLOSING),
    )
    return ft.Container(
        key="filter",
        padding=ft.Padding.only(top=4, bottom=GUTTER),
        content=ft.Column(
            [chips, *(lists if factors else []), *([] if wanted.wants_all else [clear])],
            spacing=10 * session.state.preferences.text_scale,  # a list's name stands half above its border
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
    )


def _questions(factors: tuple[Factor, ...], wanted: NightFilter, on_want: Want) -> ft.Control:
    options = [(ANY, tr("Any")), *((factor.key, tr(factor.name)) for factor in factors)]
    return _list(
        tr("By question"),
        options,
        wanted.factor,
        lambda key: on_want(lambda now: replace(now, factor=key, answer=ANY)),
    )


def _answers(choices: tuple[AnswerWanted, ...], wanted: NightFilter, on_want: Want) -> ft.Control:
    options = [
        (ANY, tr("Any answer")),
        *((choice.key, choice.words) for choice in choices),
        (NOT_ANSWERED, tr("Not answered")),
    ]
    return _list(tr("Answer"), options, wanted.answer, lambda key: on_want(lambda now: replace(now, answer=key)))


def _list(label: str, options: list[tuple[str, str]], chosen: str, on_choose: Callable[[str], None]) -> ft.Control:
    """A list to open, named with what is chosen. Flet takes no empty key, so each begins with a sign."""
    words = dict(options).get(chosen, "")
    dropdown = ft.Dropdown(
        value=f"={chosen}",
        label=label,
        expand=True,
        dense=True,
        options=[ft.DropdownOption(key=f"={key}", text=text) for key, text in options],
        on_select=lambda event: on_choose((event.control.value or "=")[1:]),
        menu_height=400,
        border=FIELD_BORDER,
    )
    return ft.MergeSemantics(
        content=ft.Semantics(label=tr("{label}: {chosen}").format(label=label, chosen=words), content=dropdown)
    )
