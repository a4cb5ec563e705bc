"""No screen shows anything else than its address names without saying so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.sharing import Shared

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.browser.conftest import Phone
    from tests.conftest import StartDiary

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]


@pytest.fixture(scope="module")
def shared(
    fork_shared_diary: StartDiary, open_shared_phone: Callable[..., Phone], tmp_path_factory: pytest.TempPathFactory
) -> Shared[Phone]:
    folder = tmp_path_factory.mktemp("addresses")
    return Shared(lambda: open_shared_phone(fork_shared_diary(folder).address))


@pytest.mark.parametrize(
    ("address", "words", "way_on"),
    [
        ("/log/rubbish", "There is no night “rubbish”", "Log "),
        ("/log/2999-06-01", "is still to come", "Log "),
        ("/settings/nothing", "There is nothing named “nothing” in Settings", "About you"),
        ("/triggers/nothing", "Nights are not compared by this.", "All triggers"),
        ("/trends/nothing", "There is no chart of this name.", "Back to Trends"),
    ],
)
def test_an_address_that_names_nothing_says_so_and_leads_on(
    shared: Shared[Phone], request: pytest.FixtureRequest, address: str, words: str, way_on: str
) -> None:
    there = shared.of(request)
    there.show(address)
    there.sees(words)
    assert there.page.get_by_role("button", name="No cramps").count() == 0
    there.tap(way_on)
    there.page.get_by_text(words).wait_for(state="detached")


def test_a_page_loaded_at_another_address_never_shows_the_former_screen(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path
) -> None:
    phone = open_phone(fork_diary(tmp_path).address)
    phone.sees("Not logged yet")
    phone.page.add_init_script(
        """
        window.former = false;
        new MutationObserver(() => {
          if (document.body.innerText.includes("Not logged yet")) window.former = true;
        }).observe(document, { subtree: true, childList: true, characterData: true });
        """
    )
    phone.go_to("/settings")
    phone.sees("About you")
    assert phone.page.evaluate("window.former") is False
