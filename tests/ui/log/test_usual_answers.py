from __future__ import annotations

from typing import TYPE_CHECKING

from diary.exchange.contents import Contents
from diary.model.mornings import DAY
from diary.model.night import Answer, Night
from tests.ui.headless import HeadlessPage, Pages, on_pages
from tests.ui.present import NOW, TODAY

if TYPE_CHECKING:
    from diary.book import Diary


def offered(page: HeadlessPage) -> list[str]:
    return [name for name in page.names() if name in ("Socks in bed: yes", "Covers: Thick")]


def test_a_usual_answer_is_given_by_its_tap_alone_and_the_others_stay_where_they_are(book: Diary) -> None:
    answers = {"bedding": Answer("thick", NOW - 20 * DAY), "socks": Answer(value=True, given_at=NOW - 20 * DAY)}
    nights = tuple(Night(TODAY - back * DAY, cramps=(), answers=answers) for back in range(9, 0, -1))
    book.files.import_contents(Contents(nights=nights))

    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, "/", shows="Your usual answers")
        before = offered(page)
        assert sorted(before) == ["Covers: Thick", "Socks in bed: yes"]
        assert book.nights.get(TODAY).blank
        await page.tap("Socks in bed: yes")
        await page.until(lambda: book.nights.get(TODAY).values() == {"socks": True})
        assert offered(page) == before
        page.wait_a_second()
        await page.tap("Socks in bed: yes")
        await page.until(lambda: book.nights.get(TODAY).blank)
        assert offered(page) == before

    on_pages(test)
