from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from diary.server.downloads import MOST_WAITING, Downloads

if TYPE_CHECKING:
    from tests.server.conftest import Served


def test_a_file_is_handed_over_once(served: Served) -> None:
    where = served.downloads.offer("report.pdf", b"%PDF", "application/pdf")
    first, second = (served.ask(where, headers=served.cookie) for _ in range(2))
    assert (first.status, first.body, first.headers["content-type"]) == (200, b"%PDF", "application/pdf")
    assert (second.status, second.body) == (404, b"")


def test_a_file_is_saved_not_shown_and_not_kept_by_the_browser(served: Served) -> None:
    where = served.downloads.offer("a.html", b"<script>1</script>", "text/html")
    headers = served.ask(where, headers=served.cookie).headers
    assert headers["content-disposition"].startswith("attachment;")
    assert headers["cache-control"] == "no-store"


def test_a_file_to_look_at_is_shown_as_often_as_its_tab_is_loaded_and_runs_nothing(served: Served) -> None:
    where = served.downloads.show("report.pdf", b"%PDF", "application/pdf")
    first, second = (served.ask(where, headers=served.cookie) for _ in range(2))
    assert (first.body, second.body) == (b"%PDF", b"%PDF")
    assert first.headers["content-disposition"].startswith("inline;")
    assert first.headers["content-security-policy"].startswith("default-src 'none';")
    assert "script" not in first.headers["content-security-policy"]
    assert served.ask(where).status == 401


def test_a_name_may_be_in_any_script_and_cannot_write_headers(served: Served) -> None:
    name = 'ночь "夜"\r\nSet-Cookie: a=b/.csv'
    where = served.downloads.offer(name, b"", "text/csv")
    headers = served.ask(where, headers=served.cookie).headers
    assert unquote(headers["content-disposition"]).endswith(f"filename*=UTF-8''{name}")
    assert "set-cookie" not in headers


def test_looking_at_an_address_does_not_use_it_up(served: Served) -> None:
    where = served.downloads.offer("a.csv", b"1", "text/csv")
    assert served.ask(where, method="HEAD", headers=served.cookie).status == 404
    assert served.ask(where, headers=served.cookie).body == b"1"


def test_no_one_without_the_cookie_gets_a_file(served: Served) -> None:
    where = served.downloads.offer("a.csv", b"1", "text/csv")
    assert served.ask(where).status == 401
    assert served.ask(where, headers=served.cookie).body == b"1"


def test_offers_that_are_never_taken_do_not_pile_up() -> None:
    downloads = Downloads()
    offered = [downloads.offer(f"{n}", b"", "text/csv") for n in range(MOST_WAITING + 3)]
    waiting = [downloads.take(where) for where in offered]
    assert waiting[:3] == [None, None, None]
    assert all(waiting[3:])
