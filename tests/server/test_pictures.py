from __future__ import annotations

from typing import TYPE_CHECKING

from diary.server.pictures import PREFIX, Pictures

if TYPE_CHECKING:
    from tests.server.conftest import Served

PNG = b"\x89PNG a chart"


def test_a_picture_can_be_fetched_as_often_as_a_screen_draws_it(served: Served) -> None:
    where = served.downloads.pictures.address(PNG)
    first, second = (served.ask(where, headers=served.cookie) for _ in range(2))
    assert (first.status, first.body, first.headers["content-type"]) == (200, PNG, "image/png")
    assert second.body == PNG


def test_a_picture_is_not_kept_by_the_browser(served: Served) -> None:
    where = served.downloads.pictures.address(PNG)
    assert served.ask(where, headers=served.cookie).headers["cache-control"] == "no-store"


def test_no_one_without_the_cookie_gets_a_picture(served: Served) -> None:
    assert served.ask(served.downloads.pictures.address(PNG)).status == 401


def test_there_is_no_picture_at_an_address_that_was_not_given_out(served: Served) -> None:
    assert served.ask(f"{PREFIX}{'0' * 64}", headers=served.cookie).status == 404


def test_the_same_picture_has_the_same_address_and_another_one_another() -> None:
    pictures = Pictures()
    assert pictures.address(PNG) == pictures.address(bytes(PNG)) != pictures.address(b"another")


def test_who_knows_a_picture_does_not_know_its_address_in_the_next_run() -> None:
    assert Pictures().address(PNG) != Pictures().address(PNG)


def test_the_key_of_the_addresses_is_not_written_out() -> None:
    assert "key" not in repr(Pictures())


def test_the_pictures_looked_at_longest_ago_give_way() -> None:
    pictures = Pictures(most_bytes=30)
    first, second, third = (pictures.address(bytes([n]) * 10) for n in range(3))
    assert pictures.at(first) is not None
    pictures.address(b"a" * 10)
    assert pictures.at(second) is None
    assert None not in (pictures.at(first), pictures.at(third))


def test_a_picture_larger_than_all_room_is_shown_alone() -> None:
    pictures = Pictures(most_bytes=10)
    small, large = pictures.address(b"small"), pictures.address(b"large" * 10)
    assert pictures.at(small) is None
    assert pictures.at(large) == b"large" * 10


def test_a_picture_shown_again_takes_no_more_room() -> None:
    pictures = Pictures(most_bytes=30)
    first = pictures.address(b"1" * 10)
    for _ in range(5):
        pictures.address(b"2" * 10)
    assert pictures.at(first) is not None
