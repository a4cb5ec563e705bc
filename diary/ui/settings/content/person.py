"""The profile in a few words, as Settings sums it up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.language import tr, trn
from diary.model.linked_medicines import REPORTED, linked_class
from diary.model.mornings import day_name
from diary.model.profile import SEX_NAMES, Medicine, Profile
from diary.ui.page.content.rule_words import temperature_words

if TYPE_CHECKING:
    from diary.model.preferences import Preferences
    from diary.model.profile import Marker


def person_words(profile: Profile) -> str:
    """“A. B., born 1956, female”; what to tell where nothing is told."""
    words = [
        profile.name,
        tr("born {year}").format(year=profile.year_of_birth) if profile.year_of_birth else "",
        tr(SEX_NAMES[profile.sex]).lower() if profile.sex else "",
        tr("pregnant") if profile.pregnancy else "",
    ]
    return ", ".join(word for word in words if word) or tr("Name, year of birth, sex")


def conditions_words(profile: Profile) -> str:
    """How many conditions are told."""
    count = len(profile.conditions)
    return trn("{n} condition", "{n} conditions", count).format(n=count) if count else tr("None told")


def medicines_words(profile: Profile) -> str:
    """The names of the medicines that are taken now; how many were taken before where there are none."""
    taken, stopped = taken_now(profile), taken_before(profile)
    if taken:
        return ", ".join(medicine.name for medicine in taken)
    return (
        trn("{n} taken before", "{n} taken before", len(stopped)).format(n=len(stopped)) if stopped else tr("None told")
    )


def taken_now(profile: Profile) -> tuple[Medicine, ...]:
    """The medicines without a day on which they were stopped."""
    return tuple(medicine for medicine in profile.medicines if medicine.stopped is None)


def taken_before(profile: Profile) -> tuple[Medicine, ...]:
    """The medicines that were stopped, the last stopped first."""
    stopped = [medicine for medicine in profile.medicines if medicine.stopped is not None]
    return tuple(sorted(stopped, key=lambda medicine: medicine.stopped or medicine.noted_on, reverse=True))


def medicine_words(medicine: Medicine) -> str:
    """Dose and days of a medicine: “300 mg, for cramps, 3 Mar 2025 to 1 Apr 2026”."""
    words = (
        medicine.dose,
        tr("supplement") if medicine.supplement else "",
        tr("for cramps") if medicine.for_cramps else "",
        _days(medicine),
    )
    return ", ".join(word for word in words if word) or tr("Dose and days not told")


def mark_words(medicine: Medicine) -> tuple[str, ...]:
    """The mark that a medicine carries on the report, where it carries one."""
    if linked_class(medicine.name) is None:
        return ()
    words = tr("On the report it is marked “{mark}”. What that means for you, a doctor or pharmacist can say.")
    return (words.format(mark=tr(REPORTED)),)


def _days(medicine: Medicine) -> str:
    started = day_name(medicine.started, year=True) if medicine.started else ""
    if medicine.stopped is None:
        return tr("since {day}").format(day=started) if started else ""
    stopped = day_name(medicine.stopped, year=True)
    if started:
        return tr("{first} to {last}").format(first=started, last=stopped)
    return tr("until {day}").format(day=stopped)


def markers_words(markers: tuple[Marker, ...]) -> str:
    """The last marker, or what a marker is."""
    if not markers:
        return tr("A new mattress, a move, a new job")
    last = max(markers, key=lambda marker: marker.day)
    return tr("{text}, {day}").format(text=last.text, day=day_name(last.day, year=True))


def lines_words(preferences: Preferences) -> str:
    """The person's own lines: “Cold below 15 °C, 2 calcium-rich portions”."""
    cold = (
        tr("Cold: set by the diary")
        if preferences.cold_below is None
        else tr("Cold: below {line}").format(line=temperature_words(preferences.cold_below, preferences.temperature))
    )
    aim = trn("{n} calcium-rich portion", "{n} calcium-rich portions", preferences.calcium_aim)
    return tr("{cold}; aim: {aim}").format(cold=cold, aim=aim.format(n=preferences.calcium_aim))
