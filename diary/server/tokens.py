"""One-time tokens, and what a page gets for one: a cookie, and a key that no other port of this machine is sent."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

LENGTH = 32
"""Random bytes in a token or a cookie."""


def secret() -> str:
    """A text that cannot be guessed, fit for an address or a header."""
    return secrets.token_urlsafe(LENGTH)


def same(first: str, second: str) -> bool:
    """Whether two secrets are equal, in a time that does not tell how much of them is."""
    return secrets.compare_digest(first.encode(), second.encode())


@dataclass(slots=True)
class Tokens:
    """The one-time tokens that were handed out and not yet used, and the cookie and the key they are traded for."""

    cookie: str = field(default_factory=secret)
    page_key: str = field(default_factory=secret)
    """Only the page holds it, while browsers send the cookie to every server of this machine, whatever its port."""
    _unused: dict[str, Callable[[], object]] = field(default_factory=dict)

    def hand_out(self, *, when_taken: Callable[[], object] = lambda: None) -> str:
        """A new token, good for one opening, and what to do once it was used."""
        token = secret()
        self._unused[token] = when_taken
        return token

    def take(self, token: str) -> bool:
        """Whether the token was handed out and not used; from now on it is."""
        found = [unused for unused in list(self._unused) if same(unused, token)]
        for unused in found:
            self._unused.pop(unused)()
        return bool(found)
