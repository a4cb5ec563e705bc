"""What a person is told of an error that nobody foresaw. Knows no Flet: drafts are kept before that has loaded."""

from __future__ import annotations

from diary.language import tr
from diary.model.errors import DiaryError


def unforeseen_words(error: str) -> str:
    """What a person is told of a mistake in the program: that nothing is lost, and what to do."""
    return tr(
        "This did not work, through a mistake in the program. What you saved is safe. Load the page anew; if it happens "
        "again, please report it: {error}"
    ).format(error=error)


def error_words(error: BaseException) -> str:
    """What a person is told of any error: a refusal in its own words, and of all others that they were not foreseen."""
    return str(error) if isinstance(error, DiaryError) else unforeseen_words(repr(error))
