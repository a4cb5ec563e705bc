"""Taps that come faster than pictures, on whole pages: what each means is said by the diary as it is at that moment.

Two taps of one hand come before anything is drawn; a second one within the moment may be on what came up in the place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft
import pytest

from diary.exchange.contents import Contents
from diary.model.exposure import ExposureState
from diary.model.factors import YesNo
from diary.model.mornings import DAY, night_name
from diary.model.night import Night, NightState
from diary.ui.parts.expander import Expander
from diary.ui.triggers.nights_behind import AT_A_TIME, NightsBehind
from tests.ui.headless import Event, HeadlessPage, Pages, on_pages
from tests.ui.present import TODAY

if TYPE_CHECKING:
    from diary.book import Diary


def nights(count: int) -> tuple[Night, ...]:
    """So many quiet nights, up to yesterday's."""
    return tuple(Night(TODAY - back * DAY, cramps=()) for back in range(count, 0, -1))


# Lists that grow


def test_a_second_tap_on_show_more_opens_no_night_that_came_up_in_its_place() -> None:
    async def test(pages: Pages) -> None:
        exposed = dict.fromkeys(ExposureState, ()) | {ExposureState.EXPOSED: nights(60)}
        page = await pages.open_part(lambda: NightsBehind(exposed))
        assert len(shown_nights(page)) == AT_A_TIME
        await page.tap("Show more", "Show more")
        assert len(shown_nights(page)) == 2 * AT_A_TIME
        in_its_place = shown_nights(page)[AT_A_TIME]
        await page.tap(in_its_place)
        assert page.address == ""
        page.wait_a_second()
        await page.tap("Show more")
        assert len(shown_nights(page)) == 3 * AT_A_TIME
        page.wait_a_second()
        await page.tap(in_its_place)
        assert page.address.startswith("/log/")

    on_pages(test)


def shown_nights(page: HeadlessPage) -> list[str]:
    return [name for name in page.names() if "→" in name]


def test_the_list_of_diary_grows_once_by_a_double_tap_and_no_night_is_opened_by_it(book: Diary) -> None:
    book.files.import_contents(Contents(nights=nights(120)))

    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, "/diary", shows="November 2026")
        await page.until(lambda: "Show 50 older nights" in page.names())
        await page.tap("Show 50 older nights", "Show 50 older nights")
        await page.until(lambda: len(deletes(page)) == 100)
        await page.tap(shown_nights(page)[60])
        assert page.address == ""
        page.wait_a_second()
        await page.tap(deletes(page)[0])
        await page.until(lambda: len(deletes(page)) == 100)
        assert len(book.nights.all()) == 119

    on_pages(test)


def deletes(page: HeadlessPage) -> list[str]:
    return [name for name in page.names() if name.startswith("Delete ")]


# What folds out


def test_a_double_tap_on_a_line_opens_it_and_closes_nothing() -> None:
    async def test(pages: Pages) -> None:
        page = await pages.open_part(two_lines)
        await page.tap("Quinine", "Quinine")
        assert "Inside quinine" in page.words()

    on_pages(test)


def test_taps_on_two_lines_and_the_first_again_are_three_though_nothing_was_drawn_between() -> None:
    async def test(pages: Pages) -> None:
        page = await pages.open_part(two_lines)
        await page.tap("Quinine", "Magnesium", "Quinine")
        assert "Inside magnesium" in page.words()
        assert "Inside quinine" not in page.words()

    on_pages(test)


def test_what_slides_under_the_finger_where_a_line_closes_is_not_tapped() -> None:
    async def test(pages: Pages) -> None:
        page = await pages.open_part(two_lines)
        await page.tap("Quinine", "Magnesium")
        assert "Inside magnesium" in page.words()
        page.wait_a_second()
        await page.tap("Quinine", "Magnesium")
        assert "Inside quinine" not in page.words()
        assert "Inside magnesium" in page.words()

    on_pages(test)


@ft.component
def two_lines() -> ft.Control:
    return ft.Column(
        [
            Expander("Quinine", "300 mg", False, [ft.Text("Inside quinine")]),
            Expander("Magnesium", "100 mg", False, [ft.Text("Inside magnesium")]),
        ]
    )


# The calendar of Diary


def test_two_fast_steps_in_diarys_calendar_are_two_months(book: Diary) -> None:
    book.files.import_contents(Contents(nights=nights(3)))

    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, "/diary", shows="November 2026")
        await page.sees("November 2026")
        await page.tap("The month before", "The month before")
        await page.sees("September 2026")
        await page.tap("The month after", "The month after")
        await page.sees("November 2026")

    on_pages(test)


def test_two_fast_chips_of_diarys_filter_leave_the_second(book: Diary) -> None:
    book.files.import_contents(Contents(nights=nights(3)))

    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, "/diary", shows="November 2026")
        await page.sees("November 2026")
        await page.tap("Quiet", "Not logged")
        await page.sees("1 such night")

    on_pages(test)


# A day in a calendar


def test_ok_takes_the_day_that_was_tapped_just_before_it(book: Diary) -> None:
    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, shows="Glasses of fluids")
        await page.tap("Choose another night")
        page.wait_a_second()
        await page.tap("14", "OK")
        assert page.address == "/log/2026-11-14"

    on_pages(test)


def test_two_fast_steps_of_a_calendar_are_two_months_and_every_month_is_as_high(book: Diary) -> None:
    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, shows="Glasses of fluids")
        await page.tap("Choose another night")
        page.wait_a_second()
        rows = calendar_rows(page)
        await page.tap("Previous month", "Previous month")
        assert month_in_sight(page) == "September"
        assert calendar_rows(page) == rows
        await page.tap("Choose a month")
        assert "Sep" in page.names()
        assert calendar_rows(page) == rows

    on_pages(test)


def month_in_sight(page: HeadlessPage) -> object:
    button = page.find("Choose a month")
    assert isinstance(button, ft.TextButton)
    return button.content


def calendar_rows(page: HeadlessPage) -> int:
    content = page.dialog().content
    assert isinstance(content, ft.Container)
    assert isinstance(content.content, ft.Column)
    return len(content.content.controls)


def test_a_second_tap_on_a_month_does_not_choose_the_day_that_came_up_in_its_place(book: Diary) -> None:
    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, shows="Glasses of fluids")
        await page.tap("Choose another night")
        page.wait_a_second()
        await page.tap("Choose a month")
        page.wait_a_second()
        await page.tap("Mar")
        await page.tap("14")
        page.wait_a_second()
        await page.tap("OK")
        assert page.address == "/log/2026-11-22"

    on_pages(test)


@pytest.mark.parametrize("button", ["OK", "Cancel"])
def test_what_lies_below_a_dialog_that_closes_is_not_tapped(book: Diary, button: str) -> None:
    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, shows="Glasses of fluids")
        await page.tap("Choose another night")
        page.wait_a_second()
        await page.tap(button)
        await page.tap("No cramps")
        assert book.nights.all() == []
        page.wait_a_second()
        await page.tap("No cramps")
        assert book.nights.get(TODAY).state is NightState.QUIET

    on_pages(test)


def test_a_double_tap_beside_the_dialog_that_it_opens_leaves_it_open(book: Diary) -> None:
    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, shows="Glasses of fluids")
        await page.tap("Choose another night")
        await page.do(*dismissing(page))
        assert page.dialog().open
        page.wait_a_second()
        await page.do(*dismissing(page))
        assert [each for each in page.controls() if isinstance(each, ft.AlertDialog) and each.open] == []
        await page.tap("No cramps")
        assert book.nights.all() == []

    on_pages(test)


def dismissing(page: HeadlessPage) -> list[Event]:
    """A finger that came down beside the dialog: the browser closes it and tells so."""
    dialog = page.dialog()
    page.flet.apply_patch(dialog._i, {"open": False})
    return [Event(dialog, "dismiss")]


# From screen to screen


def test_a_second_tap_on_the_way_to_another_night_tells_nothing_of_it(book: Diary) -> None:
    book.files.import_contents(Contents(nights=(Night(TODAY - 3 * DAY, cramps=()),)))

    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, shows="Glasses of fluids")
        await page.sees("Not logged lately:")
        missed = TODAY - DAY
        await page.tap(night_name(missed))
        await page.until(lambda: page.address == f"/log/{missed}")
        await page.tap("No cramps")
        assert len(book.nights.all()) == 1
        page.wait_a_second()
        await page.tap("No cramps")
        assert book.nights.get(missed).state is NightState.QUIET

    on_pages(test)


def test_a_double_tap_on_settings_stays_there_though_the_way_back_comes_up_in_its_place(book: Diary) -> None:
    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, shows="Glasses of fluids")
        await page.tap("Settings")
        await page.until(lambda: "Close settings" in page.names())
        await page.tap("Close settings")
        assert page.address == "/settings"

    on_pages(test)


# Triggers


def test_a_double_tap_on_look_now_looks_and_the_next_one_goes_back(book: Diary) -> None:
    book.files.import_contents(Contents(nights=nights(3)))

    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, "/triggers")
        await page.until(lambda: "Look now" in page.names())
        await page.tap("Look now", "Look now")
        await page.until(lambda: "Back to the last look" in page.names())
        page.wait_a_second()
        await page.tap("Back to the last look")
        await page.until(lambda: "Look now" in page.names())

    on_pages(test)


# Own questions


@pytest.fixture
def asking(book: Diary) -> Diary:
    """A diary with three questions of the person's own."""
    for name in ("Tea", "Walk", "Mood"):
        book.questions.add(f"{name}?", kind=YesNo(), name=name)
    return book


def own_names(book: Diary) -> list[str]:
    return [factor.name for factor in book.questions.current().own]


def test_each_question_is_hidden_by_its_own_tap_and_asked_again_by_the_next(book: Diary) -> None:
    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, "/settings/my-questions", shows="Add a question")
        await page.sees("Socks in bed")
        await page.tap("Socks in bed", "Covers pressed", "Socks in bed")
        assert book.questions.current().hidden == {"covers_pressed"}
        page.wait_a_second()
        await page.tap("Covers pressed", "Covers pressed")
        assert book.questions.current().hidden == frozenset()

    on_pages(test)


def test_a_double_tap_on_move_up_moves_one_question_by_one_place(asking: Diary) -> None:
    async def test(pages: Pages) -> None:
        page = await pages.open_diary(asking, "/settings/my-questions", shows="Add a question")
        await page.sees("Asked in this order")
        await page.tap("Move Mood up")
        assert own_names(asking) == ["Tea", "Mood", "Walk"]
        await page.tap("Move Walk up")
        await page.tap("Move Mood up")
        assert own_names(asking) == ["Tea", "Mood", "Walk"]
        page.wait_a_second()
        await page.tap("Move Mood up")
        assert own_names(asking) == ["Mood", "Tea", "Walk"]

    on_pages(test)


def test_a_question_is_archived_and_taken_up_alone_by_a_double_tap(asking: Diary) -> None:
    async def test(pages: Pages) -> None:
        page = await pages.open_diary(asking, "/settings/my-questions", shows="Add a question")
        await page.tap("Tea Yes or no", "Walk Yes or no")
        page.wait_a_second()
        await page.tap("Archive Tea", "Archive Walk")
        assert [factor.name for factor in asking.questions.current().own if factor.archived] == ["Tea"]

    on_pages(test)


def test_a_tick_right_after_a_key_loses_neither(book: Diary) -> None:
    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, "/settings/my-questions", shows="Add a question")
        await page.do(page.typing("Your question", "Herb tea?"))
        evening = "Can be told in the evening"
        await page.tap(evening)
        page.wait_a_second()
        await page.do(page.typing("Short name, for lists", "Tea"), page.tapping(evening))
        await page.tap("Add the question")
        assert [(factor.name, factor.evening) for factor in book.questions.current().own] == [("Tea", True)]

    on_pages(test)


def test_keys_in_two_fields_of_a_question_are_both_kept_though_nothing_was_drawn_between(book: Diary) -> None:
    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, "/settings/my-questions", shows="Add a question")
        await page.tap("A choice")
        await page.do(
            page.typing("Your question", "Mood?"), page.typing("Answer 1", "Low"), page.typing("Answer 2", "High")
        )
        await page.tap("Add the question")
        (mood,) = book.questions.current().own
        assert [option.name for option in mood.kind.options] == ["Low", "High"]  # type: ignore[union-attr]  # it is a choice

    on_pages(test)


def test_one_more_answer_tapped_twice_is_one_and_taps_nothing_else(book: Diary) -> None:
    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, "/settings/my-questions", shows="Add a question")
        await page.tap("A choice")
        page.wait_a_second()
        await page.tap("One more answer", "One more answer")
        await page.tap("Can be told in the evening")
        assert page.field("Answer 3").value == ""
        assert [each.label for each in page.controls() if isinstance(each, ft.TextField)].count("Answer 4") == 0
        page.wait_a_second()
        await page.do(
            page.typing("Your question", "Mood?"), page.typing("Answer 1", "Low"), page.typing("Answer 3", "High")
        )
        await page.tap("Add the question")
        (mood,) = book.questions.current().own
        assert mood.evening

    on_pages(test)


def test_a_double_tap_on_add_asks_a_question_once_and_hides_none_that_slid_under_the_finger(book: Diary) -> None:
    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, "/settings/my-questions", shows="Add a question")
        await page.do(page.typing("Your question", "Herb tea?"))
        await page.tap("Add the question", "Add the question")
        await page.tap("Socks in bed")
        assert own_names(book) == ["Herb tea"]
        assert book.questions.current().hidden == frozenset()
        assert page.field("Your question").value == ""
        assert "Type it first" not in page.words()

    on_pages(test)


# Adding by name


def test_enter_and_the_button_beside_it_add_one(book: Diary) -> None:
    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, "/settings/medicines", shows="They go on the report")
        label = "Name of a medicine or supplement"
        await page.do(page.typing(label, "Magnesium"))
        await page.do(Event(page.field(label), "submit", "Magnesium"), page.tapping("Add"))
        assert [medicine.name for medicine in book.person.profile().medicines] == ["Magnesium"]
        assert page.field(label).value == ""

    on_pages(test)


def test_what_is_typed_while_the_one_before_is_being_added_stays(book: Diary) -> None:
    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, "/settings/medicines", shows="They go on the report")
        label = "Name of a medicine or supplement"
        await page.do(page.typing(label, "Magnesium"))
        adding = page.tapping("Add")
        await page.do(adding, page.typing(label, "Quinine"))
        names = [medicine.name for medicine in book.person.profile().medicines]
        assert (names, page.field(label).value) in ((["Magnesium"], "Quinine"), (["Quinine"], ""))

    on_pages(test)


# Cramps


def test_with_the_only_cramp_removed_no_question_that_slid_under_the_finger_is_answered(book: Diary) -> None:
    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, shows="Glasses of fluids")
        await page.tap("I had cramps")
        page.wait_a_second()
        await page.until(lambda: "Remove cramp 1" in page.names())
        await page.tap("Remove cramp 1")
        await page.until(lambda: "Back" in page.names())
        await page.tap("Back")
        assert book.nights.get(TODAY) == Night(TODAY)

    on_pages(test)


def test_what_slides_under_the_finger_where_a_medicine_is_removed_is_not_tapped(book: Diary) -> None:
    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, "/settings/medicines", shows="They go on the report")
        for name in ("Magnesium", "Quinine"):
            await page.do(page.typing("Name of a medicine or supplement", name))
            page.wait_a_second()
            await page.tap("Add")
            page.wait_a_second()
        await page.tap("Remove Magnesium")
        await page.tap("A supplement")
        (left,) = book.person.profile().medicines
        assert (left.name, left.supplement) == ("Quinine", False)

    on_pages(test)
