"""What a file holds and what of it the diary would take, in lines for a person."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from diary.language import tr, trn
from diary.model.answer_words import answer_words
from diary.model.built_in import BUILT_IN
from diary.model.mornings import night_name
from diary.model.night import Night
from diary.model.room_readings import ROOM_TEMPERATURE

if TYPE_CHECKING:
    from diary.book.import_plan import ImportPlan
    from diary.model.preferences import TemperatureUnit


def file_words(plan: ImportPlan) -> str:
    """How many nights the file holds, and which is the last."""
    count = len(plan.in_file)
    if not count:
        return tr("The file holds no nights.")
    last = plan.in_file[-1]
    name = night_name(last) if last > dt.date.min else last.isoformat()  # the first day has no evening before it
    return trn("The file holds {n} night: {last}.", "The file holds {n} nights, the last {last}.", count).format(
        n=count, last=name
    )


def gain_lines(plan: ImportPlan) -> tuple[str, ...]:
    """What the diary would gain, or has gained; one line where that is nothing."""
    new, changed = len(plan.new_nights), len(plan.changed_nights)
    lines = (
        trn("{n} night is new.", "{n} nights are new.", new).format(n=new) if new else "",
        trn(
            "{n} night that the diary has gains or changes something.",
            "{n} nights that the diary has gain or change something.",
            changed,
        ).format(n=changed)
        if changed
        else "",
        trn("{n} marker is new.", "{n} markers are new.", len(plan.new_markers)).format(n=len(plan.new_markers))
        if plan.new_markers
        else "",
        tr("Your own questions become those of both.") if plan.questions is not None else "",
        tr("What you told about yourself gains or changes something.") if plan.profile is not None else "",
        tr("Your settings come from the file.") if plan.preferences is not None else "",
        tr("What the report is to hold comes from the file.") if plan.report_choices is not None else "",
    )
    return tuple(line for line in lines if line) or (tr("The diary holds all of it already."),)


def disagreement_lines(plan: ImportPlan) -> tuple[str, ...]:
    """What both hold, and not the same; and which of the two counts."""
    return tuple(disagreement.sentence for disagreement in plan.disagreements)


def refusal_lines(plan: ImportPlan) -> tuple[str, ...]:
    """Which nights and lines are left out, and why."""
    return (*(refusal.sentence for refusal in plan.refusals), *plan.left_out)


def room_lines(plan: ImportPlan, unit: TemperatureUnit) -> tuple[str, ...]:
    """The room temperature of each night that gains one or changes it."""
    factor = BUILT_IN.get(ROOM_TEMPERATURE)
    nights = (*((Night(night.morning), night) for night in plan.new_nights), *plan.changed_nights)
    measured = sorted(
        (after.morning, value)
        for before, after in nights
        if (value := after.value(ROOM_TEMPERATURE)) is not None and value != before.value(ROOM_TEMPERATURE)
    )
    return tuple(f"{night_name(morning)}: {answer_words(factor, value, unit)}" for morning, value in measured)
