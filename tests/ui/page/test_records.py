"""What a page shows: what it read, and on top of it the acts that the diary has not answered yet."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from diary.model.built_in import BUILT_IN
from diary.model.night import Cramp, Muscle, Night, Relief
from diary.model.night_acts import ActContext, AddCramp, AddRelief, ChangeCramp, RemoveCramp, SetAnswer
from diary.model.preferences import Preferences, Theme
from diary.ui.page.records import PREFERENCES, ActOnWay, PageRecords, Record, night_record

if TYPE_CHECKING:
    from diary.model.night_acts import NightAct

NOW = dt.datetime(2026, 11, 22, 7, 30, tzinfo=dt.UTC)
TODAY, YESTERDAY = NOW.date(), NOW.date() - dt.timedelta(days=1)
CONTEXT = ActContext(BUILT_IN, NOW)
THIS_NIGHT = night_record(TODAY)
READ = PageRecords().reading(THIS_NIGHT, Night(TODAY))


def on_way(act: NightAct, record: Record[Night] = THIS_NIGHT) -> ActOnWay:
    return ActOnWay(record, lambda night: act.on(night, CONTEXT))


def shown(records: PageRecords) -> Night:
    night = records.shown(THIS_NIGHT)
    assert night is not None
    return night


def test_what_was_not_read_yet_is_not_shown_as_blank() -> None:
    assert PageRecords().shown(THIS_NIGHT) is None


def test_of_all_nights_a_page_holds_the_one_it_read_last() -> None:
    records = READ.reading(night_record(YESTERDAY), Night(YESTERDAY, note="Storm"))
    assert records.shown(THIS_NIGHT) is None
    assert records.shown(night_record(YESTERDAY)) == Night(YESTERDAY, note="Storm")


def test_acts_on_their_way_are_seen_one_on_top_of_the_other_in_the_order_of_the_taps() -> None:
    records = READ
    for act in (AddCramp(Cramp(key=1)), AddRelief(1, Relief.HEAT), AddRelief(1, Relief.MASSAGE)):
        records = records.sending(on_way(act))
    assert shown(records).cramps == (Cramp(relief=frozenset({Relief.HEAT, Relief.MASSAGE})),)


def test_an_act_that_was_answered_counts_once_and_those_after_it_stay_in_sight() -> None:
    first, second = on_way(AddCramp(Cramp(key=1))), on_way(AddCramp(Cramp(key=2)))
    records = READ.sending(first).sending(second)
    answered = records.answered(first, AddCramp(Cramp(key=1)).on(Night(TODAY), CONTEXT))
    assert len(shown(answered).cramps or ()) == 2
    assert answered.on_way == (second,)


def test_the_answer_shows_what_another_page_did_meanwhile() -> None:
    act = on_way(SetAnswer("socks", value=True))
    theirs = AddCramp(Cramp(key=7, muscle=Muscle.CALF)).on(Night(TODAY), CONTEXT)
    records = READ.sending(act).answered(act, SetAnswer("socks", value=True).on(theirs, CONTEXT))
    assert shown(records).cramps == theirs.cramps
    assert shown(records).value("socks") is True


def test_an_act_that_the_diary_refused_goes_from_the_page_and_those_beside_it_stay() -> None:
    refused, other = on_way(SetAnswer("socks", value=True)), on_way(SetAnswer("strained", value=True))
    records = READ.sending(refused).sending(other).refused(refused)
    assert records.on_way == (other,)
    assert shown(records).value("socks") is None


def test_an_act_that_cannot_be_on_what_is_shown_leaves_it_as_it_is_for_the_diary_tells_why() -> None:
    gone = on_way(ChangeCramp(1, (("intensity", 3),)))
    records = READ.sending(on_way(AddCramp(Cramp(key=1)))).sending(on_way(RemoveCramp(1))).sending(gone)
    assert shown(records).cramps is None


def test_an_answer_for_a_night_that_was_left_does_not_come_up_on_the_one_in_sight() -> None:
    act = on_way(SetAnswer("socks", value=True))
    records = READ.sending(act).reading(night_record(YESTERDAY), Night(YESTERDAY))
    after = records.answered(act, SetAnswer("socks", value=True).on(Night(TODAY), CONTEXT))
    assert after.shown(night_record(YESTERDAY)) == Night(YESTERDAY)
    assert after.shown(THIS_NIGHT) is None


def test_what_was_read_before_an_act_was_answered_hides_nothing_of_the_act() -> None:
    act = on_way(SetAnswer("socks", value=True))
    records = READ.sending(act).reading(THIS_NIGHT, Night(TODAY, note="Storm"))
    assert (shown(records).value("socks"), shown(records).note) == (True, "Storm")


def test_records_of_several_places_stand_beside_one_another() -> None:
    dark = Preferences(theme=Theme.DARK)
    records = READ.reading(PREFERENCES, dark)
    assert records.shown(PREFERENCES) == dark
    assert shown(records) == Night(TODAY)
