from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from diary import paths
from diary.server.guard import WITHOUT_COOKIE

if TYPE_CHECKING:
    from playwright.sync_api import ConsoleMessage

    from tests.conftest import OpenPage
    from tests.server.conftest import Served

MANIFEST = "/manifest.json"


def named_in_the_manifest() -> list[str]:
    manifest = json.loads((paths.assets() / "manifest.json").read_text(encoding="utf-8"))
    return [f"/{icon['src']}" for icon in manifest["icons"]]


@pytest.mark.parametrize(
    "path", [MANIFEST, "/favicon.png", "/icons/apple-touch-icon-192.png", *named_in_the_manifest()]
)
def test_the_manifest_and_the_icons_are_given_without_the_cookie(served: Served, path: str) -> None:
    bundled = (paths.assets() / path.lstrip("/")).read_bytes()
    told = served.ask(path)
    assert (told.status, told.body) == (200, bundled)


@pytest.mark.parametrize(
    "path", ["/manifest.json/", "/icons/", "/icons/../main.dart.js", "/icons/icon.svg", "//manifest.json"]
)
def test_nothing_beside_them_is(served: Served, path: str) -> None:
    assert served.ask(path).status == 401


@pytest.mark.parametrize("path", sorted(WITHOUT_COOKIE))
def test_no_other_site_and_no_other_name_gets_them(served: Served, path: str) -> None:
    assert served.ask(path, headers={"Host": f"evil.example:{served.port}"}).status == 421
    assert served.ask(path, headers={"Origin": "http://evil.example"}).status == 403
    assert served.ask(path, headers={"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}).status == 403


@pytest.mark.parametrize("path", sorted(WITHOUT_COOKIE))
def test_nothing_is_written_there_without_the_key(served: Served, path: str) -> None:
    assert served.ask(path, method="POST", headers={"Origin": f"http://127.0.0.1:{served.port}"}).status == 401


@pytest.mark.browser
def test_nothing_that_the_browser_asks_for_at_the_start_is_refused(served: Served, open_page: OpenPage) -> None:
    page = open_page("about:blank")
    words: list[str] = []

    def note(message: ConsoleMessage) -> None:
        words.append(message.text)

    page.on("console", note)
    page.goto(served.fresh_address())
    page.get_by_role("button", name="Press").wait_for()
    tools = page.context.new_cdp_session(page)
    manifest = tools.send("Page.getAppManifest")
    assert json.loads(manifest["data"])["name"] == "Night Cramp Diary"
    assert not [each for each in words if "401" in each]
