"""Triggers: what the diary says of each of the article's, and what it names for the doctor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr
from diary.model.exposure import SECTION_NAMES, Exposure, Section
from diary.model.night_tally import LOG_QUIET_NIGHTS
from diary.model.profile import Profile
from diary.model.triggers import ARTICLE, ARTICLE_ADVICE, ARTICLE_CAUSES, ArticleCause
from diary.ui.page.component import component
from diary.ui.page.session import use_read, use_session
from diary.ui.page.taps import TapKind
from diary.ui.page.theme import TARGET
from diary.ui.parts.damage_card import damage_line
from diary.ui.parts.doctor_line import doctor_line
from diary.ui.parts.handlers import handler, way
from diary.ui.parts.layout import GUTTER, card, quiet_text, screen, scrolling
from diary.ui.parts.soon import WaitingSoon
from diary.ui.triggers.content.causes import in_profile, is_named
from diary.ui.triggers.content.findings import Selection, TriggersContent, triggers_content
from diary.ui.triggers.span_choice import SpanChoice
from diary.ui.triggers.trigger_card import TriggerCard

if TYPE_CHECKING:
    import datetime as dt


@component
def TriggersScreen() -> ft.Control:
    """One card for each trigger, those that stand out first; then what only a doctor can look at."""
    session = use_session()
    state = session.state
    span, early = state.findings_span, state.early_look
    content = use_read(
        session, lambda: triggers_content(session.book, span, early=early), on=[span, early, state.revision], slow=True
    )
    profile = use_read(session, session.book.person.profile, on=[state.revision])
    if content is None:
        return screen(ft.Container(WaitingSoon(), expand=True), doctor_line())
    return screen(
        scrolling(
            [
                *([SpanChoice(), LookCard(content.look, early=content.early)] if content.logged else []),
                *([SuspicionCard(content.suspicion)] if content.logged and content.suspicion else []),
                *damage_line(content.damaged, content.also_missing),
                *([card(None, ft.Text(content.no_rate), quiet_text(tr(LOG_QUIET_NIGHTS)))] if content.no_rate else []),
                *([] if content.selection == Selection(span, early) else [WaitingSoon()]),
                *_from_the_article(content),
                *_you_also_track(content),
                *_ask_your_doctor(profile or Profile(), session.state.now.date()),
                _about(),
            ]
        ),
        doctor_line(),
    )


@component
def LookCard(words: str, *, early: bool) -> ft.Control:
    """Of when the verdicts are, and the way to an early look or back from it."""
    state = use_session().state

    def turn() -> None:
        state.early_look = not state.early_look

    name = tr("Back to the last look") if state.early_look else tr("Look now")
    button = ft.TextButton(name, height=TARGET, on_click=handler(turn))
    return card(
        None,
        ft.Row(
            [
                ft.Icon(
                    ft.Icons.WARNING_AMBER if early else ft.Icons.EVENT_OUTLINED,
                    color=ft.Colors.TERTIARY if early else ft.Colors.ON_SURFACE_VARIANT,
                ),
                ft.Column([quiet_text(words), button], spacing=0, expand=True),
            ],
            vertical_alignment=ft.CrossAxisAlignment.START,
            spacing=12,
        ),
    )


@component
def SuspicionCard(words: str) -> ft.Control:
    """What is suspected, and the way to name it."""
    session, page = use_session(), ft.context.page

    def open_section() -> None:
        session.state.came_from = page.route
        page.navigate("/settings/suspicion")

    button = ft.TextButton(tr("Your suspicion"), height=TARGET, on_click=handler(open_section, TapKind.CLOSING))
    return card(None, quiet_text(words), button)


def _from_the_article(content: TriggersContent) -> list[ft.Control]:
    return [
        _section(
            tr(SECTION_NAMES[Section.ARTICLE]),
            tr(
                "What goes with your cramps, night by night. Going together is not proof of why, and no clear pattern "
                "does not rule a thing out."
            ),
        ),
        *([] if content.judged else [_how_it_begins()]),
        *[TriggerCard(each) for each in content.cards[Section.ARTICLE]],
    ]


def _you_also_track(content: TriggersContent) -> list[ft.Control]:
    return [
        _section(
            tr(SECTION_NAMES[Section.TRACKED]),
            tr("The article does not name these. Cramps may come more or less often with them."),
        ),
        *[TriggerCard(each) for each in content.cards[Section.TRACKED]],
        *([NeverAnswered(content.never_answered)] if content.never_answered else []),
    ]


@component
def NeverAnswered(exposures: tuple[Exposure, ...]) -> ft.Control:
    """What was never answered, in short; each joins with its first answer."""
    page = ft.context.page

    def row(exposure: Exposure) -> ft.Control:
        return ft.Container(
            ink=True,
            border_radius=8,
            height=TARGET,
            padding=ft.Padding.symmetric(horizontal=4),
            alignment=ft.Alignment.CENTER_LEFT,
            on_click=way(page, f"/triggers/{exposure.key}"),
            content=ft.Row(
                [
                    ft.Text(tr(exposure.name), expand=True),
                    ft.Icon(ft.Icons.CHEVRON_RIGHT, color=ft.Colors.ON_SURFACE_VARIANT),
                ]
            ),
        )

    return card(
        tr("Not answered so far"),
        quiet_text(tr("Each joins with its first answer on Log.")),
        ft.Column(
            [row(exposure) for exposure in exposures], spacing=0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
        ),
    )


def _how_it_begins() -> ft.Control:
    words = tr(
        "Each card compares your nights with something and without it. It takes at least five nights of each, and at "
        "least five nights with cramps and five without; quiet nights count as much as the others."
    )
    return card(tr("How it begins"), ft.Text(words))


def _section(title: str, words: str) -> ft.Control:
    return ft.Container(
        padding=ft.Padding.only(left=4, right=4, top=8, bottom=GUTTER),
        content=ft.Column(
            [
                ft.Semantics(
                    header=True,
                    heading_level=2,
                    content=ft.Text(title, theme_style=ft.TextThemeStyle.TITLE_LARGE),
                ),
                quiet_text(words),
            ],
            spacing=2,
        ),
    )


def _ask_your_doctor(profile: Profile, today: dt.date) -> list[ft.Control]:
    return [
        _section(
            tr("Ask your doctor"),
            tr("The article names these too. They do not change from night to night, so the diary cannot test them."),
        ),
        card(None, *[_cause(cause, profile, today) for cause in ARTICLE_CAUSES], ProfileButton()),
    ]


def _cause(cause: ArticleCause, profile: Profile, today: dt.date) -> ft.Control:
    answers, named = in_profile(cause, profile, today), is_named(cause, profile, today)
    words = (
        tr("In your profile: {what}").format(what=", ".join(answers))
        if answers
        else tr("Your profile does not name it.")
    )
    return ft.Row(
        [
            ft.Icon(
                ft.Icons.CHECK_CIRCLE if named else ft.Icons.CIRCLE_OUTLINED,
                color=ft.Colors.PRIMARY if named else ft.Colors.OUTLINE,
                size=20,
            ),
            ft.Column(
                [
                    ft.Text(tr(cause.name), theme_style=ft.TextThemeStyle.TITLE_MEDIUM),
                    ft.Text(tr(cause.article)),
                    quiet_text(words),
                ],
                spacing=2,
                expand=True,
            ),
        ],
        vertical_alignment=ft.CrossAxisAlignment.START,
        spacing=12,
    )


@component
def ProfileButton() -> ft.Control:
    """The way to the profile."""
    page = ft.context.page
    return ft.OutlinedButton(tr("Open my profile"), height=48, on_click=way(page, "/settings/profile"))


def _about() -> ft.Control:
    return card(tr("The article"), ft.Text(tr(ARTICLE)), quiet_text(tr(ARTICLE_ADVICE)))
