"""What the tests of a file share: a page costs seconds, for the program starts and the client loads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

Thing = TypeVar("Thing")


class Shared(Generic[Thing]):
    """What the tests of a file share, a page and its diary; made anew for a test that is run once more."""

    def __init__(self, make: Callable[[], Thing]) -> None:
        self._make = make
        self._things: dict[tuple[str, int], Thing] = {}

    def of(self, request: pytest.FixtureRequest) -> Thing:
        """The shared thing, for the test that asks."""
        run = getattr(request.node, "execution_count", 1)
        key = (request.node.nodeid, run) if run > 1 else ("", 1)
        if key not in self._things:
            self._things[key] = self._make()
        return self._things[key]
