from __future__ import annotations

import io
import os
import socket
import sys
import tarfile
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from flet_desktop.version import version

from diary.window.client import fetch, is_there

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def archive() -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as tar:
        tar.addfile(tarfile.TarInfo("flet/flet"))
    return packed.getvalue()


class Archive(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(archive())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def served_archive() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Archive) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/client.tar.gz"
        server.shutdown()


def environment(home: Path, address: str) -> dict[str, str]:
    return {**os.environ, "HOME": str(home), "USERPROFILE": str(home), "FLET_CLIENT_URL": address}


def test_a_client_that_was_fetched_is_there_from_then_on(tmp_path: Path, served_archive: str) -> None:
    assert not is_there({}, sys.platform, home=tmp_path)
    assert fetch(environment(tmp_path, served_archive))
    assert is_there({}, sys.platform, home=tmp_path)


def test_a_client_of_another_version_or_half_unpacked_is_not_there(tmp_path: Path) -> None:
    for name in ("flet-desktop-light-0.1.0", f"flet-desktop-light-{version}.half"):
        (tmp_path / ".flet" / "client" / name).mkdir(parents=True)
    assert not is_there({}, sys.platform, home=tmp_path)


def test_a_client_that_was_put_elsewhere_is_there_once_its_program_is(tmp_path: Path) -> None:
    named = {"FLET_VIEW_PATH": str(tmp_path / "view")}
    (tmp_path / "view").mkdir()
    assert not is_there(named, "linux", home=tmp_path)
    (tmp_path / "view" / "flet").touch()
    assert is_there(named, "linux", home=tmp_path)


def test_without_a_network_fetching_fails_at_once_and_quietly(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    assert not fetch(environment(tmp_path, f"http://127.0.0.1:{port}/client.tar.gz"))
    output, errors = capfd.readouterr()
    assert output == ""
    assert "Traceback" not in errors
    assert not is_there({}, sys.platform, home=tmp_path)


def test_fetching_never_waits_for_ever(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        begun = time.monotonic()
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/client.tar.gz"
        assert not fetch(environment(tmp_path, address), timeout=2)
        assert time.monotonic() - begun < 8
