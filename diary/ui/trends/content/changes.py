"""What a change says of the nights before and since, in words that claim no cause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.analysis.before_after import PLACEBO
from diary.language import tr, trn
from diary.model.percent import percent
from diary.model.rounding import rounded

if TYPE_CHECKING:
    from diary.analysis.before_after import BeforeAfter, NightCounts


def change_words(comparison: BeforeAfter, *, has_rate: bool = True) -> tuple[str, ...]:
    """Both counts, how far apart they may lie, and what that does not say: a line each.

    Nights that give no rate, for hardly a quiet one was logged, give their counts alone.
    """
    if not has_rate:
        return (
            _counts_words(tr("Before"), comparison.before),
            _counts_words(tr("Since"), comparison.since),
            tr("Hardly any quiet night was logged, so the two cannot be compared."),
        )
    lines = [
        _side_words(tr("Before"), comparison.before),
        _side_words(tr("Since"), comparison.since),
        _difference_words(comparison),
    ]
    if comparison.difference is not None:
        lines.append(
            tr("This tells what came after it, not what came of it: one often begins something when it is worst.")
        )
    if comparison.fewer and percent(comparison.since.share) != percent(comparison.before.share):
        lines.append(tr(PLACEBO))
    return tuple(line for line in lines if line)


def _side_words(name: str, side: NightCounts) -> str:
    if not side.logged:
        return tr("{name}: no night was logged in this time.").format(name=name)
    words = trn(
        "{name}: cramps on {n} of {logged} logged night ({share}).",
        "{name}: cramps on {n} of {logged} logged nights ({share}).",
        side.logged,
    )
    return words.format(name=name, n=side.cramp_nights, logged=side.logged, share=percent(side.share))


def _counts_words(name: str, side: NightCounts) -> str:
    words = trn("{name}: {n} cramp night.", "{name}: {n} cramp nights.", side.cramp_nights)
    return words.format(name=name, n=side.cramp_nights)


def _difference_words(comparison: BeforeAfter) -> str:
    if comparison.difference is None:
        return _missing_words(comparison)
    if comparison.logging_alone:
        return _logging_words(comparison)
    low, high = (int(rounded(100 * value)) for value in (comparison.difference.low, comparison.difference.high))
    if comparison.clear and comparison.fewer:
        return tr("Fewer since: by {least} to {most} of 100 nights, as far as these nights can tell.").format(
            least=max(1, -high), most=-low
        )
    if comparison.clear:
        return tr("More since: by {least} to {most} of 100 nights, as far as these nights can tell.").format(
            least=max(1, low), most=high
        )
    return tr("No clear difference: anything from {fewer} fewer to {more} more of 100 nights fits.").format(
        fewer=max(0, -low), more=max(0, high)
    )


def _logging_words(comparison: BeforeAfter) -> str:
    """Why a difference of the logged nights is no clear one."""
    if comparison.fewer:
        return tr(
            "No clear difference: more quiet nights were logged since than before; that alone could look like this."
        )
    return tr("No clear difference: fewer quiet nights were logged since than before; that alone could look like this.")


def _missing_words(comparison: BeforeAfter) -> str:
    if comparison.before.missing:
        return tr("Too few nights were logged before it, in this time, to compare.")
    return trn(
        "After {n} more logged night the two can be compared.",
        "After {n} more logged nights the two can be compared.",
        comparison.since.missing,
    ).format(n=comparison.since.missing)
