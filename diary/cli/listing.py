"""Nights and findings as the terminal shows them: one short line each, aligned."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from diary.language import mark, tr
from diary.model.answer_words import answer_words, cramp_words, own_answers_words
from diary.model.built_in import BUILT_IN
from diary.model.damage import damaged_sentence
from diary.model.mornings import night_name
from diary.model.night import Night, NightState
from diary.model.period import ALL_TIME, Period
from diary.model.preferences import TemperatureUnit

if TYPE_CHECKING:
    from collections.abc import Collection

    from diary.analysis.finding import Finding
    from diary.book import Diary
    from diary.model.exposure import Exposure
    from diary.model.factors import Catalogue

_STATES = {
    NightState.NOT_LOGGED: mark("not logged"),
    NightState.QUIET: mark("quiet"),
    NightState.CRAMPS: mark("cramps"),
}
_STATE_WIDTH = 12
_NAME_WIDTH = 26


def night_lines(
    night: Night,
    catalogue: Catalogue,
    keys: Collection[str] = (),
    temperature: TemperatureUnit = TemperatureUnit.CELSIUS,
) -> list[str]:
    """A night in a line; further cramps, answers to the person's own questions and the note stand below the first.

    Answers to built-in questions stand there where `keys` names them.
    """
    details = [cramp_words(cramp) for cramp in night.cramps or ()]
    details += filter(None, (_built_in_answers(night, keys, temperature), own_answers_words(night, catalogue)))
    details += [" ".join(night.note.split())] if night.note else []
    start = f"{night.morning.isoformat()}  {night_name(night.morning):<{_NAME_WIDTH}}"
    start += f"{tr(_STATES[night.state]):<{_STATE_WIDTH}}"
    first, *others = details or [""]
    return [f"{start}{first}".rstrip(), *(" " * len(start) + other for other in others)]


def _built_in_answers(night: Night, keys: Collection[str], temperature: TemperatureUnit) -> str:
    """Answers as the diary understood them: “Room temperature: 10.5 °C · Socks worn: yes”."""
    return " · ".join(
        f"{tr(factor.name)}: {answer_words(factor, night.answers[factor.key].value, temperature)}"
        for factor in BUILT_IN
        if factor.key in keys and factor.key in night.answers
    )


def print_damaged_nights(book: Diary, period: Period = ALL_TIME) -> None:
    """Print, on standard error, which of the nights cannot be read."""
    nights = book.nights.damaged(period)
    if nights:
        click.echo("\n".join((*(night.sentence for night in nights), damaged_sentence(nights))), err=True)


def finding_lines(finding: Finding, exposure: Exposure, weighed: Finding, *, answered: bool = True) -> list[str]:
    """A finding in a few lines: its name, then its counts, its verdict, and what is missing.

    `weighed` has the counts that the verdict weighs; `answered` tells whether any night was answered about it.
    """
    from diary.analysis.answering_words import held_back_sentence
    from diary.analysis.suspicion_words import suspicion_sentence
    from diary.analysis.words import (
        NEVER_ANSWERED,
        counts_sentence,
        direction_sentence,
        missing_sentence,
        verdict_name,
        weighed_counts_sentence,
    )

    if not answered:
        return [tr(exposure.name), f"  {tr(NEVER_ANSWERED)}"]
    sentences = (
        f"{verdict_name(finding.verdict, finding.capped_by)}.",
        direction_sentence(finding),
        suspicion_sentence(finding),
        weighed_counts_sentence(weighed, finding, exposure),
        held_back_sentence(finding),
        missing_sentence(finding, exposure),
    )
    verdict = " ".join(words for words in sentences if words)
    return [tr(exposure.name), f"  {counts_sentence(finding, exposure)}", f"  {verdict}"]
