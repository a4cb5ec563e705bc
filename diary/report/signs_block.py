"""Warning signs on page one, always: what the patient answered, and what the diary itself shows.

Yes, no and not asked are counted together: one yes must not hide that sixteen were never asked.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.language import mark, tr, trn
from diary.model.mornings import DAY, day_name
from diary.model.night import MUSCLE_NAMES, Muscle
from diary.model.rounding import minutes_text
from diary.model.signs import LONG_CRAMP, MANY_CRAMPS, OFTEN, OFTEN_WEEKS
from diary.model.standing_signs import signs_asked, standing_signs
from diary.model.warning_signs import Level

if TYPE_CHECKING:
    import datetime as dt

    from diary.model.profile import Profile
    from diary.model.standing_signs import StandingSign
    from diary.report.fit import Fit
    from diary.report.material import BlockSource
    from diary.report.period_nights import PeriodNights

OUTDATED = 28 * DAY
"""An answer that is older says so."""
ELSEWHERE = (Muscle.HAND_ARM, Muscle.TRUNK, Muscle.FACE)
URGENCIES = {Level.EMERGENCY: mark("NOW"), Level.TODAY: mark("TODAY"), Level.APPOINTMENT: mark("VISIT")}
"""How soon a doctor's eye is wanted, as page one says it."""


@dataclass(frozen=True, slots=True)
class SignLine:
    """The signs of one urgency that were answered by yes."""

    urgency: str
    text: str
    """Each with its day."""


@dataclass(frozen=True, slots=True)
class SignsBlock:
    """Both halves of the block."""

    counts: str
    """“1 yes, 0 no, 16 not asked”, and when."""
    lines: tuple[SignLine, ...]
    """The most urgent first; none where no sign stands."""
    diary: tuple[str, ...]
    """What the nights show."""
    highlighted: bool
    """Whether any sign stands or shows."""


def signs_block(source: BlockSource, shown: tuple[str, ...], fit: Fit) -> SignsBlock:
    """The block of a report; `shown` is what its nights show."""
    lines = _lines(source, fit)
    return SignsBlock(
        counts_words(source.profile, source.report_date),
        lines,
        shown or (_none_shown(source.nights),),
        highlighted=bool(lines or shown),
    )


def counts_words(profile: Profile, today: dt.date) -> str:
    """How they were answered, those that were not asked among them, and when; answers of long ago say so."""
    asked = signs_asked(profile)
    answers = [profile.answers[sign.key] for sign in asked if sign.key in profile.answers]
    if not answers:
        return tr("Not asked.")
    first = min(answer.noted_on for answer in answers)
    on_same_day = all(answer.noted_on == first for answer in answers)
    when = (tr("on {day}") if on_same_day else tr("from {day} on")).format(day=day_name(first, year=True))
    yes, missing = sum(answer.yes for answer in answers), len(asked) - len(answers)
    if not yes and not missing:
        words = tr("{n} asked {when}, all no.").format(n=len(asked), when=when)
    else:
        words = tr("{yes} yes, {no} no, {missing} not asked ({when}).").format(
            yes=yes, no=len(answers) - yes, missing=missing, when=when
        )
    if today - first <= OUTDATED:
        return words
    return f"{words} {tr('{n} weeks old.').format(n=(today - first).days // 7)}"


def _lines(source: BlockSource, fit: Fit) -> tuple[SignLine, ...]:
    profile = source.profile
    standing = standing_signs(profile)
    days = {profile.answers[sign.key].noted_on for sign in signs_asked(profile) if sign.key in profile.answers}
    most = {Level.APPOINTMENT: fit.mild_signs, Level.TODAY: fit.today_signs}
    by_level = [(level, [each for each in standing if each.sign.level is level]) for level in Level]
    return tuple(
        SignLine(
            tr(URGENCIES[level]),
            _signs_text(signs, most.get(level, len(signs)), dated=len(days) > 1),
        )
        for level, signs in by_level
        if signs
    )


def _signs_text(signs: list[StandingSign], most: int, *, dated: bool) -> str:
    """The signs in few words; each with its day, unless that stands above for all."""
    names = [
        tr("{sign} ({day})").format(sign=tr(each.sign.brief), day=day_name(each.noted_on))
        if dated
        else tr(each.sign.brief)
        for each in signs[:most]
    ]
    if len(signs) > most:
        words = tr("{n} more, page 2") if names else tr("{n}, page 2")
        names.append(words.format(n=len(signs) - most))
    return "; ".join(names)


def diary_signs(nights: PeriodNights) -> tuple[str, ...]:
    """What the nights of a period show that is worth a doctor's eye, each in a few words; empty where nothing is."""
    signs = (_long_cramps(nights), *_elsewhere(nights), _many_cramps(nights), _often(nights))
    return tuple(words for words in signs if words)


def _long_cramps(nights: PeriodNights) -> str:
    minutes = [value for value in nights.cramp_values(lambda cramp: cramp.minutes) if value > LONG_CRAMP]
    if not minutes:
        return ""
    longest = minutes_text(max(minutes))
    return tr("{n} over ten minutes (longest {most})").format(n=len(minutes), most=longest)


def _elsewhere(nights: PeriodNights) -> list[str]:
    counts = Counter(nights.cramp_values(lambda cramp: cramp.muscle))
    return [
        tr("{n} in {place}").format(n=counts[muscle], place=tr(MUSCLE_NAMES[muscle]).lower())
        for muscle in ELSEWHERE
        if counts[muscle]
    ]


def _many_cramps(nights: PeriodNights) -> str:
    n = sum(len(night.cramps or ()) >= MANY_CRAMPS for night in nights.cramp_nights)
    return trn("seven or more cramps on {n} night", "seven or more cramps on {n} nights", n).format(n=n) if n else ""


def _often(nights: PeriodNights) -> str:
    """Whether any four weeks of the period had three or more cramp nights each; the last day of the latest."""
    days = [night.morning.toordinal() for night in nights.cramp_nights]
    first = nights.period.first.toordinal()
    cramp_days = set(days)
    for last in sorted(cramp_days, reverse=True):
        if last - 7 * OFTEN_WEEKS + 1 < first:
            break
        weeks = (range(last - 7 * week - 6, last - 7 * week + 1) for week in range(OFTEN_WEEKS))
        if all(sum(day in cramp_days for day in week) >= OFTEN for week in weeks):
            until = nights.period.last - (nights.period.last.toordinal() - last) * DAY
            return tr("three nights a week, four weeks to {day}").format(day=day_name(until))
    return ""


def _none_shown(nights: PeriodNights) -> str:
    if not nights.cramps:
        return tr("No cramp.")
    return tr("None over ten minutes or outside the legs, never seven in a night.")
