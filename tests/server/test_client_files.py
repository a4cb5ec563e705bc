from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from diary.server.client_files import FONT_LIST, FONTS

if TYPE_CHECKING:
    from tests.server.conftest import Served


def test_the_client_loads_the_fonts_that_its_screens_use_and_no_others(served: Served) -> None:
    told = json.loads(served.ask(FONT_LIST, headers=served.cookie).body)
    assert {each["family"]: each["fonts"][0]["asset"] for each in told} == FONTS


@pytest.mark.parametrize(("family", "file"), FONTS.items())
def test_each_font_of_the_list_is_there(served: Served, family: str, file: str) -> None:
    address = f"/assets/{file}".replace("/assets/../", "/")
    told = served.ask(address, headers=served.cookie)
    assert told.status == 200, family
    assert told.body[:4] in {b"\x00\x01\x00\x00", b"OTTO"}


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/main.dart.wasm", "application/wasm"),
        ("/main.dart.mjs", "text/javascript; charset=utf-8"),
        ("/canvaskit/skwasm.wasm", "application/wasm"),
        ("/flutter_bootstrap.js", "text/javascript; charset=utf-8"),
    ],
)
def test_the_clients_files_are_served_as_what_they_are(served: Served, path: str, kind: str) -> None:
    told = served.ask(path, headers=served.cookie)
    assert (told.status, told.headers["content-type"]) == (200, kind)


@pytest.mark.parametrize("path", ["/none.js", "/assets/none.png", "/../pyproject.toml", "/%2e%2e/pyproject.toml"])
def test_a_file_that_is_not_there_is_not_found(served: Served, path: str) -> None:
    assert served.ask(path, headers=served.cookie).status == 404


def test_the_client_draws_in_threads(served: Served) -> None:
    told = served.ask("/", headers=served.cookie).headers
    assert told["cross-origin-opener-policy"] == "same-origin"
    assert told["cross-origin-embedder-policy"] == "require-corp"
