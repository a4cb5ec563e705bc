from __future__ import annotations

import json
import socket
import stat
from typing import TYPE_CHECKING

import pytest

from diary.server.control import HEADER, KNOCK, SLIP_NAME, Running, forget, knock, read_slip

if TYPE_CHECKING:
    from pathlib import Path

    from tests.server.conftest import Served


def test_the_slip_is_readable_by_the_person_alone(tmp_path: Path) -> None:
    (tmp_path / SLIP_NAME).write_text("left by an earlier one")
    Running(7000).write(tmp_path)
    assert stat.S_IMODE((tmp_path / SLIP_NAME).stat().st_mode) == 0o600


@pytest.mark.parametrize("port", [7000, None])
def test_the_slip_reads_as_it_was_written(tmp_path: Path, port: int | None) -> None:
    running = Running(port)
    running.write(tmp_path)
    assert read_slip(tmp_path) == running
    forget(tmp_path)
    assert read_slip(tmp_path) is None


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"port": "x", "secret": "s"}', '{"port": 1}'])
def test_a_broken_slip_is_as_good_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / SLIP_NAME).write_text(text)
    assert read_slip(tmp_path) is None


def test_a_knock_with_the_secret_gets_an_address_that_opens_once(served: Served) -> None:
    fresh = knock(served.running)
    assert fresh is not None
    path = fresh.removeprefix(f"http://127.0.0.1:{served.port}")
    assert [served.ask(path).status, served.ask(path).status] == [200, 401]


@pytest.mark.parametrize("secret", ["", "wrong"])
def test_a_knock_without_the_secret_is_refused_like_any_stranger(served: Served, secret: str) -> None:
    assert knock(Running(served.port, secret)) is None
    assert served.ask(KNOCK, method="POST", headers={HEADER: secret}).status == 403


def test_a_knock_by_a_page_of_another_name_is_refused(served: Served) -> None:
    headers = {"Host": "evil.example", "Origin": "http://evil.example", HEADER: "guessed"}
    assert served.ask(KNOCK, method="POST", headers=headers).status == 421


def test_a_knock_where_no_one_listens_is_answered_by_none() -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    assert knock(Running(port)) is None


def test_a_knock_at_a_window_is_answered_by_none() -> None:
    assert knock(Running(None)) is None


def test_the_slip_is_plain_enough_for_another_version_to_read(tmp_path: Path) -> None:
    Running(7000, "s").write(tmp_path)
    assert json.loads((tmp_path / SLIP_NAME).read_text()) == {"port": 7000, "secret": "s"}
