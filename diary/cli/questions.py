"""`cramp-diary questions`: what is asked, with the keys to answer it by."""

from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING

import click

from diary.cli.options import data_option, json_option, open_diary
from diary.language import tr
from diary.model.factors import OWN_PREFIX, Catalogue, Choice, Factor, Number, TimeOfDay
from diary.model.plain_number import plain_number

if TYPE_CHECKING:
    from pathlib import Path

    from diary.clock import Clock
    from diary.model.plain import Plain


@click.command("questions", help=tr("List the questions, built-in and your own, with the keys that “log --set” takes."))
@json_option
@data_option
@click.pass_obj
def questions_command(clock: Clock, /, *, as_json: bool, data: Path | None) -> None:
    """List the questions."""
    with closing(open_diary(data, clock=clock)) as book:
        catalogue = book.questions.catalogue()
    if as_json:
        click.echo(json.dumps([_plain(factor, catalogue) for factor in catalogue], indent=1))
        return
    width = max(len(factor.key) for factor in catalogue)
    for factor in catalogue:
        suffix = "" if factor.key in catalogue.on_form else tr(" (not asked)")
        click.echo(f"{factor.key:<{width}}  {tr(factor.name)}: {_values(factor)}{suffix}")


def _plain(factor: Factor, catalogue: Catalogue) -> Plain:
    """A question as the JSON list has it."""
    plain: Plain = {"key": factor.key, "name": tr(factor.name), "question": tr(factor.question)}
    plain |= {"own": factor.key.startswith(OWN_PREFIX), "asked": factor.key in catalogue.on_form}
    match factor.kind:
        case Number() as kind:
            bounds = {"low": kind.low, "high": kind.high, "step": kind.step, "unit": str(kind.unit)}
            return {**plain, "kind": "number", **bounds}
        case Choice(options):
            return {**plain, "kind": "choice", "options": {option.key: tr(option.name) for option in options}}
        case TimeOfDay():
            return {**plain, "kind": "clock"}
        case _:
            return {**plain, "kind": "yes_no"}


def _values(factor: Factor) -> str:
    match factor.kind:
        case Number() as kind:
            words = tr("{low} to {high} {unit}")
            low, high = plain_number(kind.low), plain_number(kind.high)
            return words.format(low=low, high=high, unit=kind.unit).strip()
        case Choice(options):
            return ", ".join(option.key for option in options)
        case TimeOfDay():
            return tr("a time like 22:30")
        case _:
            return tr("yes or no")
