"""What a night's answers say of one thing: yes, no, or None where they do not tell. The rules are made of these."""

from __future__ import annotations

from collections.abc import Mapping

from diary.model.factors import Value

Answers = Mapping[str, Value]


def both(first: bool | None, second: bool | None) -> bool | None:
    """Whether both are so; one that is not settles it."""
    if first is False or second is False:
        return False
    return None if first is None or second is None else True


def yes(answers: Answers, key: str) -> bool | None:
    """Whether it was answered by yes."""
    value = answers.get(key)
    return None if value is None else value is True


def no(answers: Answers, key: str) -> bool | None:
    """Whether it was answered by no."""
    value = answers.get(key)
    return None if value is None else value is False


def is_any_of(answers: Answers, key: str, *options: str) -> bool | None:
    """Whether one of these options was chosen."""
    value = answers.get(key)
    return None if value is None else value in options


def number_of(answers: Answers, key: str) -> float | None:
    """The number that was answered."""
    value = answers.get(key)
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def below(answers: Answers, key: str, line: float | None) -> bool | None:
    """Whether the number lies below a line; unknown where none is drawn."""
    value = number_of(answers, key)
    return None if value is None or line is None else value < line
