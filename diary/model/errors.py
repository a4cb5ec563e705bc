"""Every refusal, in words that can go on screen: what is wrong, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.language import tr
from diary.model.clean_text import clean_text
from diary.model.plain_number import plain_number

if TYPE_CHECKING:
    import datetime as dt


class DiaryError(Exception):
    """A refusal. Its text is one clear sentence for the person who keeps the diary."""

    def __init__(self, words: str = "") -> None:
        # It names what was typed, or a file, whatever that holds.
        super().__init__(clean_text(words))


class OutOfRangeError(DiaryError):
    """A number that cannot be kept."""

    def __init__(self, what: str, value: object, low: float, high: float, unit: str = "") -> None:
        super().__init__(
            tr("{what} is from {low} to {high}{unit}, so {value} cannot be kept.").format(
                what=what, low=plain_number(low), high=plain_number(high), unit=f" {unit}" if unit else "", value=value
            )
        )


class NotWholeError(DiaryError):
    """A number between the steps that are kept."""

    def __init__(self, what: str, value: object, step: float) -> None:
        words = tr("{what} is kept in whole numbers, so {value} cannot be kept.")
        if step != 1:
            words = tr("{what} is kept in steps of {step}, so {value} cannot be kept.")
        super().__init__(words.format(what=what, value=value, step=plain_number(step)))


class WrongKindError(DiaryError):
    """An answer of another kind than its question asks for."""

    def __init__(self, what: str, value: object, expected: str) -> None:
        super().__init__(
            tr("{what} takes {expected}, so “{value}” cannot be kept.").format(
                what=what, expected=expected, value=value
            )
        )


class UnknownFactorError(DiaryError):
    """A question that the diary does not ask."""

    def __init__(self, key: str) -> None:
        super().__init__(tr("The diary has no question named “{key}”.").format(key=key))


class UnknownQuestionError(DiaryError):
    """A question that the profile does not ask."""

    def __init__(self, key: str) -> None:
        super().__init__(tr("The profile has no question named “{key}”.").format(key=key))


class NotANumberToCallError(DiaryError):
    """An emergency number that no telephone takes."""

    def __init__(self, number: str) -> None:
        super().__init__(
            tr("“{number}” is not a number to call. Type digits, such as 112 or 911.").format(number=number)
        )


class BadKeyError(DiaryError):
    """A key in a file that no question or answer of ours has."""

    def __init__(self, key: str) -> None:
        super().__init__(tr("“{key}” is no key: it takes small letters, digits and underscores.").format(key=key))


class HighTooLowError(DiaryError):
    """A range that ends before it begins."""

    def __init__(self, low: str, high: str) -> None:
        super().__init__(
            tr("The highest number has to be above the lowest, so {low} to {high} cannot be kept.").format(
                low=low, high=high
            )
        )


class TooFarFromZeroError(DiaryError):
    """An end of a range beyond what is kept."""

    def __init__(self, end: str, farthest: int) -> None:
        super().__init__(
            tr("Numbers are kept up to {farthest:,} either way, so {end} cannot be one.").format(
                farthest=farthest, end=end
            )
        )


class StepNotAllowedError(DiaryError):
    """A number in steps that own questions do not have."""

    def __init__(self, step: str, steps: str) -> None:
        super().__init__(tr("Numbers are kept in steps of {steps}, not of {step}.").format(steps=steps, step=step))


class OptionCountError(DiaryError):
    """A choice of too few answers, or too many."""

    def __init__(self, count: int, fewest: int, most: int) -> None:
        super().__init__(
            tr("A choice has from {fewest} to {most} answers, and this one has {count}.").format(
                fewest=fewest, most=most, count=count
            )
        )


class SameOptionError(DiaryError):
    """Two answers of a choice with the same words."""

    def __init__(self, name: str) -> None:
        super().__init__(tr("Two answers are named “{name}”. Give each its own words.").format(name=name))


class SameNameError(DiaryError):
    """Two own questions with the same name."""

    def __init__(self, name: str) -> None:
        super().__init__(tr("A question of yours is named “{name}” already. Choose another name.").format(name=name))


class TooManyQuestionsError(DiaryError):
    """More own questions than a diary keeps."""

    def __init__(self, most: int) -> None:
        super().__init__(
            tr("A diary keeps up to {most} questions of your own, with those archived, so no more fits.").format(
                most=most
            )
        )


class NotOwnError(DiaryError):
    """A built-in question where only an own one can be changed."""

    def __init__(self, name: str) -> None:
        super().__init__(tr("“{name}” comes with the diary: it can be hidden, but not changed.").format(name=tr(name)))


class KindChangedError(DiaryError):
    """A question that was to take another kind of answer than it has."""

    def __init__(self, name: str) -> None:
        super().__init__(
            tr("“{name}” keeps the kind of answer that it has. Add a new question for another kind.").format(name=name)
        )


class OptionGoneError(DiaryError):
    """An answer of a choice that was left out."""

    def __init__(self, name: str) -> None:
        super().__init__(
            tr("Nights may hold the answer “{name}”, so it can be renamed, but not left out.").format(name=name)
        )


class RangeNarrowedError(DiaryError):
    """A range that no longer holds what may have been answered."""

    def __init__(self, low: str, high: str) -> None:
        super().__init__(
            tr("Nights may hold any number from {low} to {high}, so the range can only grow.").format(
                low=low, high=high
            )
        )


class CrampOutsideNightError(DiaryError):
    """A cramp at a moment that is not in its night."""

    def __init__(self, at: dt.datetime, morning: dt.date) -> None:
        super().__init__(
            tr(
                "A night runs from noon to noon, so a cramp on {day} at {time} is not in the night to {morning}."
            ).format(day=at.date().isoformat(), time=f"{at:%H:%M}", morning=morning.isoformat())
        )


class CrampInFutureError(DiaryError):
    """A cramp that has not happened yet."""

    def __init__(self, at: dt.datetime) -> None:
        super().__init__(
            tr("{day} at {time} is still to come, so a cramp then cannot be kept. Check the time.").format(
                day=at.date().isoformat(), time=f"{at:%H:%M}"
            )
        )


class MorningTooLateError(DiaryError):
    """A night that ends after tomorrow morning."""

    def __init__(self, morning: dt.date) -> None:
        super().__init__(
            tr("The night to {morning} has not begun. Nights can be noted up to tomorrow morning.").format(
                morning=morning.isoformat()
            )
        )


class MorningTooEarlyError(DiaryError):
    """A night of more than a lifetime ago."""

    def __init__(self, morning: dt.date) -> None:
        super().__init__(
            tr("{morning} is too long ago for a night to be kept. Check its year.").format(morning=morning.isoformat())
        )


class NightNotOverError(DiaryError):
    """Whether a night was quiet, said before it is over."""

    def __init__(self, morning: dt.date) -> None:
        super().__init__(
            tr("The night to {morning} is still ahead. Say in the morning whether it was quiet.").format(
                morning=morning.isoformat()
            )
        )


class NightNotBegunError(DiaryError):
    """Cramps of a night that has not begun."""

    def __init__(self, morning: dt.date) -> None:
        super().__init__(
            tr("The night to {morning} has not begun, so it can have no cramps yet. Check the date.").format(
                morning=morning.isoformat()
            )
        )


class TooManyCrampsError(DiaryError):
    """More cramps than a night is kept with."""

    def __init__(self, most: int) -> None:
        super().__init__(tr("A night is kept with up to {most} cramps. Put the rest in the note.").format(most=most))


class TextTooLongError(DiaryError):
    """A text longer than is kept."""

    def __init__(self, what: str, most: int) -> None:
        super().__init__(tr("{what} is kept up to {most:,} characters. Shorten it.").format(what=what, most=most))


class EmptyTextError(DiaryError):
    """A name that was left out."""

    def __init__(self, what: str) -> None:
        super().__init__(tr("{what} is empty. Type it first.").format(what=what))


class BackwardsError(DiaryError):
    """A period whose end lies before its start."""

    def __init__(self, first: dt.date, last: dt.date) -> None:
        super().__init__(
            tr("{last} lies before {first}. Choose an end on or after the start.").format(
                first=first.isoformat(), last=last.isoformat()
            )
        )


class DateInFutureError(DiaryError):
    """A day that has not come yet, where only past ones make sense."""

    def __init__(self, what: str, day: dt.date) -> None:
        super().__init__(tr("{what} cannot be in the future, so check {day}.").format(what=what, day=day.isoformat()))


class NothingToCopyError(DiaryError):
    """A night before that has nothing this night lacks."""

    def __init__(self, morning: dt.date) -> None:
        super().__init__(
            tr(
                "The night to {morning} has no covers, socks or room that this night lacks, so nothing was copied."
            ).format(morning=morning.isoformat())
        )


class DiaryIsOpenError(DiaryError):
    """Another program has the diary open for writing."""

    def __init__(self) -> None:
        super().__init__(tr("The diary is open; close it first."))
