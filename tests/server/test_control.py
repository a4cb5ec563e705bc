from __future__ import annotations

import json
import socket
import stat
from typing import TYPE_CHECKING

import pytest

from diary.server.control import (
    ADDRESS_PATH,
    HEADER,
    INSTANCE_NAME,
    InstanceFile,
    forget,
    read_instance,
    request_address,
)

if TYPE_CHECKING:
    from pathlib import Path

    from tests.server.conftest import Served


def test_the_instance_file_is_readable_by_the_person_alone(tmp_path: Path) -> None:
    (tmp_path / INSTANCE_NAME).write_text("left by an earlier one")
    InstanceFile(7000).write(tmp_path)
    assert stat.S_IMODE((tmp_path / INSTANCE_NAME).stat().st_mode) == 0o600


@pytest.mark.parametrize("port", [7000, None])
def test_the_instance_file_reads_as_it_was_written(tmp_path: Path, port: int | None) -> None:
    running = InstanceFile(port)
    running.write(tmp_path)
    assert read_instance(tmp_path) == running
    forget(tmp_path)
    assert read_instance(tmp_path) is None


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"port": "x", "secret": "s"}', '{"port": 1}'])
def test_a_broken_instance_file_is_as_good_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / INSTANCE_NAME).write_text(text)
    assert read_instance(tmp_path) is None


def test_a_control_request_with_the_secret_gets_an_address_that_opens_once(served: Served) -> None:
    fresh = request_address(served.running)
    assert fresh is not None
    path = fresh.removeprefix(f"http://127.0.0.1:{served.port}")
    assert [served.ask(path).status, served.ask(path).status] == [200, 401]


@pytest.mark.parametrize("secret", ["", "wrong"])
def test_a_control_request_without_the_secret_is_refused_like_any_stranger(served: Served, secret: str) -> None:
    assert request_address(InstanceFile(served.port, secret)) is None
    assert served.ask(ADDRESS_PATH, method="POST", headers={HEADER: secret}).status == 403


def test_a_control_request_by_a_page_of_another_name_is_refused(served: Served) -> None:
    headers = {"Host": "evil.example", "Origin": "http://evil.example", HEADER: "guessed"}
    assert served.ask(ADDRESS_PATH, method="POST", headers=headers).status == 421


def test_a_control_request_where_no_one_listens_is_answered_by_none() -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    assert request_address(InstanceFile(port)) is None


def test_a_control_request_at_a_window_is_answered_by_none() -> None:
    assert request_address(InstanceFile(None)) is None


def test_the_instance_file_is_plain_enough_for_another_version_to_read(tmp_path: Path) -> None:
    InstanceFile(7000, "s").write(tmp_path)
    assert json.loads((tmp_path / INSTANCE_NAME).read_text()) == {"port": 7000, "secret": "s"}
