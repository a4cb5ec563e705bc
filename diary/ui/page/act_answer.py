"""What the diary answered to an act."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from diary.model.factors import Catalogue
from diary.store.change import UndoStep

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class ActAnswer(Generic[Result]):
    """What the diary answered to an act."""

    result: Result
    catalogue: Catalogue
    step: UndoStep | None
    """The act as a step of undo; None where nothing was changed that can be taken back."""
