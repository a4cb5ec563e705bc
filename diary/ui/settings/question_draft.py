"""An own question while it is being told: all texts as typed, until they are kept."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from diary.language import mark, tr
from diary.model.factors import Choice, Number, YesNo
from diary.model.number_text import number_from_text
from diary.model.own_factors import FARTHEST, FEWEST_OPTIONS, MOST_OPTIONS, OwnFactor, choice_of, options_of
from diary.model.plain_number import plain_number

if TYPE_CHECKING:
    from diary.model.own_factors import OwnKind


class DraftKind(StrEnum):
    """How the question is to be answered."""

    YES_NO = "yes_no"
    NUMBER = "number"
    CHOICE = "choice"


KIND_NAMES = {
    DraftKind.YES_NO: mark("Yes or no"),
    DraftKind.NUMBER: mark("A number"),
    DraftKind.CHOICE: mark("A choice"),
}
STEP_NAMES = {"1": mark("Whole numbers"), "0.5": mark("Halves"), "0.1": mark("Tenths")}


@dataclass(frozen=True, slots=True)
class QuestionDraft:
    """What is typed and tapped of a question."""

    kind: DraftKind = DraftKind.YES_NO
    question: str = ""
    name: str = ""
    unit: str = ""
    low: str = "0"
    high: str = "10"
    step: str = "1"
    options: tuple[str, ...] = ("",) * FEWEST_OPTIONS
    evening: bool = True

    def with_option(self, place: int, text: str) -> QuestionDraft:
        """With another text for one of its answers."""
        return replace(self, options=(*self.options[:place], text, *self.options[place + 1 :]))

    def with_option_added(self) -> QuestionDraft:
        """With one more answer, still empty; as it is where it has as many as can be."""
        return replace(self, options=(*self.options, "")[:MOST_OPTIONS])

    def kind_beside(self, before: OwnFactor | None = None) -> OwnKind:
        """The kind of answer, with the options of the question before it renamed. Raises a refusal in words."""
        match self.kind:
            case DraftKind.NUMBER:
                low = number_from_text(self.low, tr("The lowest number"), -FARTHEST, FARTHEST)
                high = number_from_text(self.high, tr("The highest number"), -FARTHEST, FARTHEST)
                return Number(low, high, float(self.step), self.unit)
            case DraftKind.CHOICE:
                options = options_of(before.kind) if before else ()
                added = (option for option in self.options[len(options) :] if option.strip())
                return choice_of((*self.options[: len(options)], *added), options)
            case DraftKind.YES_NO:
                return YesNo()


def draft_of(factor: OwnFactor) -> QuestionDraft:
    """A question as it is kept, to be changed."""
    draft = QuestionDraft(question=factor.question, name=factor.name, evening=factor.evening)
    match factor.kind:
        case Number() as kind:
            low, high, step = (plain_number(number) for number in (kind.low, kind.high, kind.step))
            return replace(draft, kind=DraftKind.NUMBER, low=low, high=high, step=step, unit=str(kind.unit))
        case Choice(options):
            return replace(draft, kind=DraftKind.CHOICE, options=tuple(option.name for option in options))
        case _:
            return draft


def text_of(draft: QuestionDraft) -> str:
    """A question that is being told, as one text, to be put aside and taken up again."""
    return json.dumps(asdict(draft), ensure_ascii=False)


def draft_from_text(text: str) -> QuestionDraft:
    """The question that was put aside; a blank one where its text cannot be read."""
    try:
        plain = json.loads(text)
        return QuestionDraft(
            **{**plain, "kind": DraftKind(plain["kind"]), "options": tuple(map(str, plain["options"]))}
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return QuestionDraft()
