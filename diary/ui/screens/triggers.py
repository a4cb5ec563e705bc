"""Triggers: what the diary says of each of the article's, and what it names for the doctor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.analysis.finding import Verdict
from diary.language import tr
from diary.model.profile import Profile
from diary.model.triggers import ARTICLE, ARTICLE_ADVICE, CAUSES
from diary.ui.causes_shown import in_profile, is_named
from diary.ui.findings_shown import of_the_article
from diary.ui.parts.doctor_line import doctor_line
from diary.ui.parts.layout import GUTTER, card, quiet_text, screen, scrolling
from diary.ui.parts.soon import WaitingSoon
from diary.ui.parts.trigger_card import TriggerCard
from diary.ui.session import use_read, use_session

if TYPE_CHECKING:
    from diary.analysis.finding import Finding
    from diary.model.triggers import Cause


@ft.component
def TriggersScreen() -> ft.Control:
    """One card for each trigger, those that stand out first; then what only a doctor can look at."""
    session = use_session()
    findings = use_read(session, session.book.findings, on=[session.state.revision], slow=True)
    profile = use_read(session, session.book.profile, on=[session.state.revision])
    if findings is None:
        return screen(WaitingSoon())
    return screen(
        scrolling([*_from_the_article(findings), *_ask_your_doctor(profile or Profile()), _about()]),
        doctor_line(),
    )


def _from_the_article(findings: list[Finding]) -> list[ft.Control]:
    return [
        _section(
            tr("From the article"),
            tr("What goes with your cramps, night by night. Going together is not proof of why."),
        ),
        *_how_it_begins(findings),
        *[TriggerCard(trigger, finding) for trigger, finding in of_the_article(findings)],
    ]


def _how_it_begins(findings: list[Finding]) -> list[ft.Control]:
    if any(finding.verdict is not Verdict.NOT_ENOUGH_NIGHTS for finding in findings):
        return []
    words = tr(
        "Each card compares your nights with something and without it. It takes at least five nights of each, and at "
        "least five nights with cramps and five without; quiet nights count as much as the others."
    )
    return [card(tr("How it begins"), ft.Text(words))]


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


def _ask_your_doctor(profile: Profile) -> list[ft.Control]:
    return [
        _section(
            tr("Ask your doctor"),
            tr("The article names these too. They do not change from night to night, so the diary cannot test them."),
        ),
        card(None, *[_cause(cause, profile) for cause in CAUSES], ProfileButton()),
    ]


def _cause(cause: Cause, profile: Profile) -> ft.Control:
    told, named = in_profile(cause, profile), is_named(cause, profile)
    words = tr("In your profile: {what}").format(what=", ".join(told)) if told else tr("Your profile does not name it.")
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


@ft.component
def ProfileButton() -> ft.Control:
    """The way to the profile."""
    page = ft.context.page
    return ft.OutlinedButton(
        tr("Open my profile"), height=48, on_click=lambda _event: page.navigate("/settings/profile")
    )


def _about() -> ft.Control:
    return card(tr("The article"), ft.Text(tr(ARTICLE)), quiet_text(tr(ARTICLE_ADVICE)))
