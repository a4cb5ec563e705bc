"""Two pipes by which a browser of the Chromium family is told what to do (its DevTools protocol).

Each message is JSON, ended by a zero byte. No other program can reach a pipe, as it could a port.
"""

from __future__ import annotations

import json
import os
from concurrent.futures import Future
from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    Message = dict[str, Any]

TIMEOUT = 20.0
"""Seconds that a browser may take to answer: the first answer comes when it has started."""
_END = b"\0"
_AT_ONCE = 65536


class DevtoolsPipe:
    """Our ends of the two pipes. What fails raises an OSError."""

    def __init__(self, sending: int, receiving: int) -> None:
        self._sending: int | None = sending
        self._receiving = receiving
        self._lock = Lock()
        self._last_id = 0
        self._unanswered: dict[int, Future[Message]] = {}

    def call(self, method: str, *, session: str = "", **parameters: Any) -> Message:
        """What the browser answers to a call, of a page's session or of its own."""
        answer: Future[Message] = Future()
        of_session = {"sessionId": session} if session else {}
        with self._lock:
            if self._sending is None:
                raise BrokenPipeError
            self._last_id += 1
            self._unanswered[self._last_id] = answer
            call = {"id": self._last_id, "method": method, "params": parameters, **of_session}
            os.write(self._sending, json.dumps(call).encode() + _END)
        return answer.result(TIMEOUT)

    def read_to_the_end(self, note_event: Callable[[Message], None]) -> None:
        """Hand on what the browser says, until it has gone."""
        rest = b""
        while received := os.read(self._receiving, _AT_ONCE):
            *messages, rest = (rest + received).split(_END)
            for message in map(json.loads, messages):
                self._hand_on(message, note_event)
        os.close(self._receiving)
        self.close()
        for answer in self._unanswered.values():
            answer.set_exception(BrokenPipeError())

    def close(self) -> None:
        """Say no more: the browser closes its windows, and ends."""
        with self._lock, suppress(OSError):
            if self._sending is not None:
                os.close(self._sending)
            self._sending = None

    def _hand_on(self, message: Message, note_event: Callable[[Message], None]) -> None:
        if "id" not in message:
            note_event(message)
        elif answer := self._unanswered.pop(message["id"], None):
            if "result" in message:
                answer.set_result(message["result"])
            else:
                answer.set_exception(ConnectionRefusedError(str(message.get("error"))))
