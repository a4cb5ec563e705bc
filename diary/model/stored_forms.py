"""How a value that JSON does not know stands in the diary's files, said beside the type of the field that holds it.

Pydantic reads these notes when it reads a stored value back; nothing here loads it before.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Annotated, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import GetCoreSchemaHandler

_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{6})?)?)?"
)
_LENGTH_TO_THE_SECOND = len("2026-11-22T07:05:00+01:00")


def any_moment_from_text(text: str) -> dt.datetime:
    """A moment in the form that the diary writes, with or without its offset. Raises ValueError."""
    moment = dt.datetime.fromisoformat(text)
    # Python also reads forms that no diary holds; the usual one is known by its length.
    usual = len(text) == _LENGTH_TO_THE_SECOND and text[10] == "T"
    if not usual and not _MOMENT.fullmatch(text):
        raise ValueError(text)
    return moment


def moment_from_text(text: str) -> dt.datetime:
    """A moment with its offset. Raises ValueError."""
    moment = any_moment_from_text(text)
    if moment.tzinfo is None:
        raise ValueError(text)
    return moment


def wall_time_from_text(text: str) -> dt.datetime:
    """A moment of local wall time, to the minute. Raises ValueError."""
    moment = any_moment_from_text(text)
    if moment.tzinfo is not None or moment.second or moment.microsecond:
        raise ValueError(text)
    return moment


class StoredAs:
    """Beside a type: its values are stored in another form, and read back from that by a function."""

    def __init__(self, form: type, read: Callable[[Any], object]) -> None:
        self._form = form
        self._read = read

    def __get_pydantic_core_schema__(self, _kind: object, handler: GetCoreSchemaHandler) -> Any:
        """Tell pydantic, which asks by this name."""
        from pydantic import AfterValidator

        return handler.generate_schema(Annotated[self._form, AfterValidator(self._read)])


class NotStored:
    """Beside a type: no file holds it."""

    def __get_pydantic_core_schema__(self, _kind: object, handler: GetCoreSchemaHandler) -> Any:
        """Tell pydantic, which asks by this name, that nothing may stand there."""
        return handler.generate_schema(None)


# Left to itself, pydantic takes a number in a text for the seconds since 1970.
Moment = Annotated[dt.datetime, StoredAs(str, moment_from_text)]
"""With its time zone."""
WallTime = Annotated[dt.datetime, StoredAs(str, wall_time_from_text)]
"""Local, to the minute."""
