from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from diary.server.document import SEMANTICS, amended
from diary.server.entry_page import script_hashes

if TYPE_CHECKING:
    from tests.conftest import OpenPage
    from tests.server.conftest import Served


@pytest.fixture
def document(served: Served) -> str:
    return served.ask("/trends", headers=served.cookie).body.decode()


@pytest.mark.parametrize(
    "ours",
    [
        '<html lang="en">',
        "<title>Night Cramp Diary</title>",
        '<meta name="description" content="Night Cramp Diary">',
        '<meta name="apple-mobile-web-app-title" content="Night Cramp Diary">',
        'src="icons/icon-192.png"',
        "background: #121318",
        SEMANTICS,
    ],
)
def test_the_page_that_flet_serves_is_made_ours(document: str, ours: str) -> None:
    assert document.count(ours) == 1


def test_nothing_of_flets_own_name_or_picture_is_left(document: str) -> None:
    assert ">Flet<" not in document
    assert "loading-animation" not in document


def test_amending_leaves_a_page_it_does_not_know_alone() -> None:
    assert amended("<p>A page</p>") == "<p>A page</p>"


def test_the_icon_and_the_manifest_are_ours(served: Served) -> None:
    manifest = json.loads(served.ask("/manifest.json", headers=served.cookie).body)
    assert manifest["name"] == "Night Cramp Diary"
    for icon in [*(each["src"] for each in manifest["icons"]), "favicon.png", "icons/apple-touch-icon-192.png"]:
        told = served.ask(f"/{icon}", headers=served.cookie)
        assert told.headers["content-type"] == "image/png"


def test_the_page_is_never_kept_and_its_length_is_right(served: Served) -> None:
    told = served.ask("/", headers=served.cookie)
    assert told.headers["cache-control"] == "no-store"
    assert "etag" not in told.headers
    assert int(told.headers["content-length"]) == len(told.body)


def test_the_policy_of_the_page_names_each_script_written_into_it(served: Served, document: str) -> None:
    told = served.ask("/trends", headers=served.cookie).headers["content-security-policy"]
    assert len(script_hashes(document)) == len(re.findall(r"<script>", document)) > 2
    assert all(f"'{script}'" in told for script in script_hashes(document))


def test_a_hash_is_the_one_that_browsers_compute() -> None:
    # The example of the Content Security Policy standard, level 2, section 7.15.2.
    assert script_hashes("<script>alert('Hello, world.');</script>") == [
        "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng="
    ]


@pytest.mark.browser
def test_screen_readers_find_the_buttons_without_any_action_first(served: Served, open_page: OpenPage) -> None:
    page = open_page(served.fresh_address())
    page.get_by_role("button", name="Press").wait_for()
    assert page.locator("flt-semantics-placeholder").count() == 0


@pytest.mark.browser
def test_a_script_that_was_not_in_the_page_does_not_run(served: Served, open_page: OpenPage) -> None:
    page = open_page(served.fresh_address())
    page.get_by_role("button", name="Press").wait_for()
    page.evaluate("""() => {
        const script = document.createElement('script');
        script.textContent = 'window.slippedIn = true';
        document.body.append(script);
    }""")
    assert page.evaluate("window.slippedIn") is None
