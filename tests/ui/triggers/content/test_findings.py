from __future__ import annotations

import datetime as dt
import re
from contextlib import contextmanager
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

import pytest

from diary.analysis.cold_threshold import ColdThreshold
from diary.analysis.finding import Finding, MissingNights, Verdict
from diary.book import Diary
from diary.exchange.contents import Contents
from diary.model.built_in import BUILT_IN
from diary.model.exposure import ExposureState, Section, Thresholds
from diary.model.exposures import ALSO_TRACKED, exposures_by_key, exposures_of
from diary.model.factors import Number, YesNo
from diary.model.mornings import DAY
from diary.model.night import Answer, Cramp, Night
from diary.model.own_factors import choice_of
from diary.model.preferences import TemperatureUnit
from diary.model.triggers import TRIGGERS, trigger_of
from diary.ui.page.spans import Span
from diary.ui.triggers.content.findings import (
    CardSource,
    FindingCard,
    TriggerContent,
    TriggersContent,
    cards_of,
    nights_by_exposure,
    trigger_content,
    triggers_content,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from diary.model.factors import Value

TODAY = dt.date(2026, 11, 24)
MOMENT = dt.datetime(2026, 11, 24, 7, tzinfo=dt.UTC)
UNCOVERED = trigger_of("legs_uncovered")


def _finding(key: str, verdict: Verdict) -> Finding:
    return Finding(key, 1, 5, 1, 5, unknown=0, not_applicable=0, verdict=verdict)


def _night(back: int, *, logged: bool = True, cramps: int = 0, late: bool = False, **answers: Value) -> Night:
    told_at = dt.datetime.combine(TODAY - dt.timedelta(days=back), dt.time(6), dt.UTC)
    given_at = told_at + dt.timedelta(minutes=5 if late else -5)
    told = {key: Answer(value, given_at) for key, value in answers.items()}
    morning = TODAY - dt.timedelta(days=back)
    return Night(morning, (Cramp(),) * cramps, told_at, told) if logged else Night(morning, answers=told)


def _shown(tmp_path: Path, nights: Iterable[Night], span: Span = Span.ALL, *, early: bool = False) -> TriggersContent:
    with _book(tmp_path, nights) as book:
        return triggers_content(book, span, early=early)


@contextmanager
def _book(tmp_path: Path, nights: Iterable[Night], moment: dt.datetime = MOMENT) -> Iterator[Diary]:
    book = Diary.open(tmp_path / "diary", clock=lambda: moment)
    book.files.import_contents(Contents(nights=tuple(sorted(nights, key=lambda night: night.morning))))
    yield book
    book.close()


def _told() -> CardSource:
    return CardSource(exposures_of(), BUILT_IN, ColdThreshold(16.0), 0, TemperatureUnit.CELSIUS, "all nights")


def _keys(cards: Iterable[FindingCard]) -> list[str]:
    return [card.exposure.key for card in cards]


def test_what_stands_out_comes_first_and_what_cannot_be_judged_yet_last() -> None:
    verdicts = [*Verdict, *[Verdict.NO_CLEAR_PATTERN] * (len(TRIGGERS) - len(Verdict))]
    findings = [_finding(trigger.key, verdict) for trigger, verdict in zip(TRIGGERS, reversed(verdicts), strict=True)]
    cards = [card.finding.verdict for card in cards_of(findings, TRIGGERS, _told())]
    assert cards[:2] == [Verdict.STANDS_OUT, Verdict.LIKELY]
    assert cards[-1] is Verdict.NOT_ENOUGH_NIGHTS


def test_among_equal_verdicts_the_more_probable_comes_first_and_else_the_order_is_the_articles() -> None:
    findings = [_finding(trigger.key, Verdict.NO_CLEAR_PATTERN) for trigger in reversed(TRIGGERS)]
    assert _keys(cards_of(findings, TRIGGERS, _told())) == [trigger.key for trigger in TRIGGERS]
    more = [replace(each, probability=0.3) if each.key == "cold_room" else each for each in findings]
    assert _keys(cards_of(more, TRIGGERS, _told()))[0] == "cold_room"


def test_of_those_that_cannot_be_judged_yet_the_one_that_lacks_least_comes_first() -> None:
    findings = [
        replace(_finding(trigger.key, Verdict.NOT_ENOUGH_NIGHTS), missing=MissingNights(5 - at // 2, 5))
        for at, trigger in enumerate(TRIGGERS)
    ]
    assert _keys(cards_of(findings, TRIGGERS, _told())) == [
        trigger.key for trigger in (TRIGGERS[8], *TRIGGERS[6:8], *TRIGGERS[4:6], *TRIGGERS[2:4], *TRIGGERS[:2])
    ]


def test_what_is_also_tracked_stands_apart_and_what_was_never_answered_in_short(tmp_path: Path) -> None:
    told = _shown(tmp_path, [_night(back, alcohol=float(back % 2)) for back in range(3)])
    assert set(_keys(told.cards[Section.ARTICLE])) == {trigger.key for trigger in TRIGGERS}
    assert _keys(told.cards[Section.TRACKED]) == ["alcohol"]
    assert [one.key for one in told.never_answered] == [one.key for one in ALSO_TRACKED if one.key != "alcohol"]
    assert told.logged
    assert not told.judged


def test_what_was_never_answered_does_not_lack_nights(tmp_path: Path) -> None:
    nights = [_night(back, cramps=back % 3, legs_outside=bool(back % 2)) for back in range(200)]
    with _book(tmp_path, nights) as book:
        told = {
            card.exposure.key: card for card in triggers_content(book, Span.ALL, early=False).cards[Section.ARTICLE]
        }
        page = trigger_content(book, trigger_of("cold_room"), Span.ALL, early=False)
    assert (told["cold_room"].is_answered, told["legs_uncovered"].is_answered) == (False, True)
    assert told["cold_room"].counts == page.diary == "No night was answered about it."
    assert not [words for words in (*page.below, *told["cold_room"].sentences) if "Still needed" in words]


def test_what_was_answered_without_a_line_to_judge_it_by_is_not_called_unanswered(tmp_path: Path) -> None:
    nights = [_night(back, cramps=back % 2, room_temperature=18.0) for back in range(60)]
    told = _shown(tmp_path, nights)
    answered = [card.exposure.key for cards in told.cards.values() for card in cards if card.is_answered]
    assert {"cold_room", "warm_night"} <= set(answered)


def test_a_hidden_question_without_answers_is_not_shown_and_one_with_answers_is(tmp_path: Path) -> None:
    with _book(tmp_path, [_night(0, alcohol=1.0)]) as book:
        book.questions.hide("alcohol")
        book.questions.hide("fluids")
        told = triggers_content(book, Span.ALL, early=False)
    assert _keys(told.cards[Section.TRACKED]) == ["alcohol"]
    assert "few_fluids" not in {one.key for one in told.never_answered}


def test_an_own_question_has_its_card_under_you_also_track(tmp_path: Path) -> None:
    with _book(tmp_path, []) as book:
        book.questions.add("An evening walk?", kind=YesNo(), name="Evening walk")
        *_, own = book.questions.catalogue()
        for back in range(2):
            book.nights.log(TODAY - dt.timedelta(days=back), cramps=(), answers={own.key: back == 0})
        told = triggers_content(book, Span.ALL, early=False)
    (card,) = told.cards[Section.TRACKED]
    assert card.counts == (
        "Of nights with “Evening walk” there is one so far, without cramps. One other, without cramps."
    )


def _year(*, late: bool = False) -> list[Night]:
    """Cramps on every second night, all of them with the legs outside, and rooms of 20 to 25 °C."""
    return [
        _night(back, cramps=back % 2, late=late, legs_outside=back % 2 == 1, room_temperature=20.0 + back % 6)
        for back in range(300)
    ]


def test_a_span_changes_the_counts_and_keeps_the_verdict_and_says_both(tmp_path: Path) -> None:
    with _book(tmp_path, _year()) as book:
        whole, part = (
            triggers_content(book, span, early=False).cards[Section.ARTICLE][0] for span in (Span.ALL, Span.QUARTER)
        )
    assert whole.exposure.key == part.exposure.key == "legs_uncovered"
    assert (whole.counts, part.counts) == (
        "Cramps on 150 of 150 nights with legs or feet uncovered, on 0 of 150 others.",
        "Cramps on 45 of 45 nights with legs or feet uncovered, on 0 of 45 others.",
    )
    assert (whole.finding.verdict, part.finding.verdict) == (Verdict.STANDS_OUT, Verdict.STANDS_OUT)
    assert whole.sentences == (
        "Cramps come more often with it.",
        "No answer was given before the night.",
        "Verdict of 4 Nov 2026; counts of all nights.",
    )
    assert part.sentences[1] == (
        "The verdict weighs more nights. Cramps on 150 of 150 nights with legs or feet uncovered, on 0 of 150 others."
    )
    assert part.sentences[-1] == "Verdict of 4 Nov 2026; counts of the last 90 nights."


def test_bad_nights_alone_show_no_share_and_the_screen_says_why(tmp_path: Path) -> None:
    bad_nights = [_night(back, cramps=1, legs_outside=back % 2 == 0) for back in range(0, 90, 3)]
    content = _shown(tmp_path, bad_nights)
    assert content.no_rate == "Cramps on at least 30 of 88 nights; no quiet night was logged, so no rate can be told."
    assert not any(card.has_shares for cards in content.cards.values() for card in cards)
    assert all(card.has_shares for card in _shown(tmp_path / "another", _year()).cards[Section.ARTICLE])


def test_before_four_a_span_ends_with_the_night_before_the_one_under_way(tmp_path: Path) -> None:
    at_three = dt.datetime.combine(TODAY + DAY, dt.time(3), dt.UTC)
    with _book(tmp_path, _year(), at_three) as book:
        part = triggers_content(book, Span.QUARTER, early=False).cards[Section.ARTICLE][0]
    assert part.counts == "Cramps on 45 of 45 nights with legs or feet uncovered, on 0 of 45 others."


def test_an_early_look_is_marked_and_can_be_gone_back_from(tmp_path: Path) -> None:
    early = _shown(tmp_path, _year(), early=True)
    assert early.early
    assert early.look.startswith("An early look at the nights up to 24 Nov 2026.")
    assert early.cards[Section.ARTICLE][0].sentences[-1] == "Early verdict of 24 Nov 2026; counts of all nights."


def test_late_answers_are_told_on_the_card(tmp_path: Path) -> None:
    cards = {card.exposure.key: card for card in _shown(tmp_path, _year(late=True)).cards[Section.ARTICLE]}
    assert cards["legs_uncovered"].held_back.startswith("Many of its answers came after the cramps were told")
    assert not cards["legs_uncovered"].finding.verdict.highlighted
    assert cards["legs_uncovered"].held_back.endswith("before you tell of cramps.")
    assert not cards["legs_uncovered"].tonight
    assert cards["cold_room"].held_back.endswith("under Tonight.")
    assert cards["cold_room"].tonight
    assert cards["hard_exercise"].held_back == ""


def test_the_card_of_a_cold_room_says_that_the_coldest_third_is_used(tmp_path: Path) -> None:
    cards = {card.exposure.key: card for card in _shown(tmp_path, _year()).cards[Section.ARTICLE]}
    assert "Cold here means below 22.1 °C: the coldest third of your measured nights." in cards["cold_room"].sentences


def test_the_page_of_a_finding_has_its_words_its_amount_and_its_nights(tmp_path: Path) -> None:
    with _book(tmp_path, _year()) as book:
        cold, legs = (
            trigger_content(book, trigger_of(key), Span.QUARTER, early=False) for key in ("cold_room", "legs_uncovered")
        )
        warm = trigger_content(book, exposures_by_key(exposures_of())["warm_night"], Span.ALL, early=False)
    assert cold.amount is not None
    assert sum(each.share.nights for each in cold.amount.bins if each.share) == 90
    assert cold.odds == ""
    assert legs.amount is None
    assert legs.odds.startswith("Odds ratio ")
    assert [len(legs.nights[each]) for each in (ExposureState.EXPOSED, ExposureState.NOT_EXPOSED)] == [45, 45]
    assert legs.sure[:4] == (
        "It was weighed against 2 other things that you track, the season, weekdays, bad spells and the night before.",
        "You answered this on 140 of 140 cramp nights and on 140 of 140 quiet ones.",
        "No answer was given before the night.",
        "The verdicts weigh 280 logged nights.",
    )
    assert warm.article == "It does not name this."
    assert "24 °C or warmer" in warm.counting[0]


def test_an_own_question_says_nothing_in_the_name_of_article_or_research(tmp_path: Path) -> None:
    with _book(tmp_path, []) as book:
        book.questions.add("An evening walk?", kind=YesNo())
        told = trigger_content(book, book.results.exposures()[-1], Span.ALL, early=False)
    assert (told.article, told.research) == ("", "")
    assert told.diary == "Not enough nights yet to compare."


def test_the_nights_behind_are_those_logged_newest_first_by_what_they_say() -> None:
    nights = [
        _night(3, legs_outside=True),
        _night(2, legs_outside=False),
        _night(1),
        _night(0, legs_outside=True),
        _night(4, logged=False, legs_outside=True),
    ]
    behind = nights_by_exposure(nights, UNCOVERED, Thresholds())
    assert behind[ExposureState.EXPOSED] == (nights[3], nights[0])
    assert behind[ExposureState.NOT_EXPOSED] == (nights[1],)
    assert behind[ExposureState.UNKNOWN] == (nights[2],)
    assert behind[ExposureState.NOT_APPLICABLE] == ()


CLAIMS = re.compile(r"\b(causes?|caused|causing|risks?|should|must)\b|[{}]|  ", re.IGNORECASE)


def _words_of(told: TriggerContent) -> Iterator[str]:
    card = told.card
    yield from (
        card.exposure.name,
        card.counts,
        *card.sentences,
        card.held_back,
        *told.below,
        told.article,
        told.research,
        told.diary,
    )
    yield from (told.odds, *told.counting, *told.sure)
    if told.amount:
        yield from (told.amount.title, *[each.name for each in told.amount.bins])


@pytest.mark.parametrize("nights", [0, 1, 3, 40, 300])
def test_every_page_of_every_diary_has_words_that_claim_nothing(tmp_path: Path, nights: int) -> None:
    with _book(tmp_path, []) as book:
        book.questions.add("An evening walk?", kind=YesNo())
        book.questions.add("How many steps?", kind=Number(0, 50_000, unit="steps"))
        book.questions.add("Which bed?", kind=choice_of(["Home", "Away", "Sofa"]))
        walk, steps, bed = (factor for factor in book.questions.catalogue() if factor.key.startswith("own_"))
        own = [
            replace(
                night,
                answers={
                    **night.answers,
                    walk.key: Answer(value=at % 3 == 0, given_at=MOMENT),
                    steps.key: Answer(1000.0 * (at % 7), MOMENT),
                    bed.key: Answer(("home", "away", "sofa")[at % 3], MOMENT),
                },
            )
            for at, night in enumerate(_year()[:nights])
        ]
        book.files.import_contents(Contents(nights=tuple(sorted(own, key=lambda night: night.morning))))
        for span, early in product((Span.ALL, Span.QUARTER), (False, True)):
            cards = triggers_content(book, span, early=early).cards
            assert len(cards[Section.ARTICLE]) == len(TRIGGERS)
            for one in book.results.exposures():
                said = [words for words in _words_of(trigger_content(book, one, span, early=early)) if words]
                assert not [words for words in said if CLAIMS.search(words)]
                assert all(words[0].isupper() or words[0].isdigit() for words in said)
