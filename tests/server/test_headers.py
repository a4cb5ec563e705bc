from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from diary.server.headers import policy

if TYPE_CHECKING:
    from tests.server.conftest import Served


@pytest.fixture(params=["/", "/main.dart.mjs", "/fonts/NotoSans-Regular.ttf", "/nothing.here", "/download/none"])
def headers(request: pytest.FixtureRequest, served: Served) -> dict[str, str]:
    return served.ask(request.param, headers=served.cookie).headers


def test_no_answer_lets_another_site_read_it(headers: dict[str, str]) -> None:
    assert not [name for name in headers if name.startswith("access-control-")]
    assert headers["cross-origin-resource-policy"] == "same-origin"


def test_every_answer_says_that_the_page_talks_to_this_server_only(headers: dict[str, str]) -> None:
    addresses = re.findall(r"(?:https?|wss?):\S+", headers["content-security-policy"].replace(";", " "))
    assert {re.sub(r":\d+$", "", address) for address in addresses} == {"ws://127.0.0.1", "ws://localhost"}
    assert "default-src 'none'" in headers["content-security-policy"]
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"


def test_nothing_is_taken_from_the_browsers_store_unasked(headers: dict[str, str]) -> None:
    assert headers["cache-control"] in {"no-cache", "no-store"}


def test_a_file_that_has_not_changed_is_not_sent_again(served: Served) -> None:
    mark = served.ask("/main.dart.mjs", headers=served.cookie).headers["etag"]
    again = served.ask("/main.dart.mjs", headers={**served.cookie, "If-None-Match": mark})
    assert (again.status, again.body) == (304, b"")


def test_only_scripts_whose_hash_is_given_run_inside_the_page() -> None:
    scripts = re.findall(r"script-src ([^;]*)", policy(port=7000, scripts=["sha256-abc"]))
    assert scripts == ["'self' 'wasm-unsafe-eval' 'sha256-abc'"]
