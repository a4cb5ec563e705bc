"""Plain data as a value of the model again: pydantic reads it into the dataclasses as they are.

Pydantic takes a tenth of a second to load, half a second on a small machine, and is needed only where a file is read
or a change is taken back; so it is loaded then.
"""

from __future__ import annotations

import json
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pydantic import TypeAdapter

Value = TypeVar("Value")
_JSON = json.JSONEncoder(ensure_ascii=False)


class Fault(StrEnum):
    """What is wrong with a place in plain data."""

    ABSENT = "absent"
    UNKNOWN = "unknown"
    OTHER_KIND = "other_kind"
    OTHER_VALUE = "other_value"


_FAULTS = {
    "missing": Fault.ABSENT,
    "unexpected_keyword_argument": Fault.UNKNOWN,
    "enum": Fault.OTHER_VALUE,
    "value_error": Fault.OTHER_VALUE,
    "date_parsing": Fault.OTHER_VALUE,
}
"""By the types of pydantic's errors; whatever else it finds is a value of another kind."""


class ShapeError(ValueError):
    """Plain data that is not shaped like the value: what is wrong, where, and the text that stands there."""

    def __init__(self, fault: Fault, place: str, text: str = "") -> None:
        super().__init__(f"{place}: {fault} {text}")
        self.fault = fault
        self.place = place
        self.text = text


def value_from_plain(kind: type[Value], plain: object) -> Value:
    """The value of this kind that stands in plain data. Raises ShapeError, or a refusal of the model.

    What is absent is as from the start; what is not known is refused, for what is silently left out is lost.
    """
    from pydantic import ValidationError

    try:
        # Pydantic takes a text for a date in JSON alone. Half characters, which are no text, are left out.
        data = _JSON.encode(plain).encode("utf-8", "ignore")
        value: Value = _adapter(kind).validate_json(data, strict=True, extra="forbid")  # type: ignore[arg-type]  # to mypy no class is hashable
    except ValidationError as error:
        raise _shape_error(plain, error.errors(include_url=False)[0]) from None
    except RecursionError:
        raise ShapeError(Fault.OTHER_KIND, "") from None
    return value


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    return TypeAdapter(kind)


def _shape_error(plain: object, error: Mapping[str, Any]) -> ShapeError:
    fault = _FAULTS.get(error["type"], Fault.OTHER_KIND)
    path = error["loc"]
    place, node = _place(plain, path[:-1] if fault is Fault.ABSENT else path)
    if fault is Fault.ABSENT:
        return ShapeError(fault, f"{place}.{path[-1]}".removeprefix("."))
    if fault is Fault.OTHER_VALUE and isinstance(node, str):
        return ShapeError(fault, place, node)
    return ShapeError(fault if fault is Fault.UNKNOWN else Fault.OTHER_KIND, place)


def _place(plain: object, path: Sequence[str | int]) -> tuple[str, object]:
    """A place as a person finds it in the file, “cramps[0].intensity”, and what stands there.

    Pydantic's path also names the kinds that it tried there, which the file does not hold.
    """
    place, node = "", plain
    for step in path:
        if isinstance(node, list) and isinstance(step, int):
            place, node = f"{place}[{step}]", node[step]
        elif isinstance(node, dict) and step in node:
            place, node = f"{place}.{step}", node[step]
    return place.removeprefix("."), node
