"""The nights of a damaged file: each with as much of it as can be read and is certain, and what it lacks by name.

A part that cannot be read is not answered, never “no”: a night without its cramps would be a quiet one, so where one
of them may be missing the night is not logged.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from diary.language import tr
from diary.model.built_in import BUILT_IN
from diary.model.errors import DiaryError
from diary.model.factors import OWN_PREFIX
from diary.model.night import MOST_CRAMPS, Answer, Cramp, Night
from diary.store import strict
from diary.store.answer_values import AnswerValues
from diary.store.night_rows import read_cramp
from diary.store.salvage.file_rows import CRAMP_INDEX, MORNING, NIGHT_INDEX, FileRows

if TYPE_CHECKING:
    from collections.abc import Collection

    from diary.model.questions import Questions

UNCERTAIN = None
"""In place of cramps: whether there were any, or how many, nobody can tell."""


@dataclass(frozen=True, slots=True)
class SalvagedNight:
    """A night as far as it can be read."""

    night: Night
    missing: tuple[str, ...]
    """What of it cannot be read, in words."""


@dataclass(frozen=True, slots=True)
class SalvagedNights:
    """The nights of a damaged file."""

    nights: tuple[SalvagedNight, ...]
    """Those of which anything can be read, oldest first."""
    lost: tuple[str, ...]
    """What stands in the place of the mornings of those of which nothing can be read."""
    is_count_certain: bool
    """Whether there were no more nights than these."""
    lost_questions: Mapping[str, int] = field(default_factory=dict)
    """How many answers there are to which of the person's own questions that are lost."""


def salvaged_nights(rows: FileRows, questions: Questions) -> SalvagedNights:
    """All nights of the file."""
    parts = _NightParts(rows, AnswerValues(questions), frozenset(factor.key for factor in questions.catalogue))
    nights, lost = [], []
    for morning in parts.mornings():
        night = parts.night(morning)
        if night is None:
            lost.append(strict.printable(morning))
        else:
            nights.append(night)
    certain = any(rows.is_complete(name) for name in ("night", NIGHT_INDEX))
    return SalvagedNights(tuple(nights), tuple(lost), certain, parts.lost_questions)


@dataclass(slots=True)
class _NightParts:
    rows: FileRows
    values: AnswerValues
    questions: frozenset[str]
    lost_questions: Counter[str] = field(default_factory=Counter)
    own: dict[Any, list[dict[str, Any]]] = field(init=False)
    cramps: dict[Any, list[dict[str, Any]]] = field(init=False)
    answers: dict[Any, list[dict[str, Any]]] = field(init=False)
    indexed_rows: dict[Any, Any] = field(init=False)
    """The mornings of nights by the numbers of their rows, as the index has them."""
    indexed_mornings: set[Any] = field(init=False)
    indexed_cramps: dict[Any, set[Any]] = field(init=False)
    night_gaps: list[tuple[str, str]] = field(init=False)
    cramp_gaps: list[tuple[str, str]] = field(init=False)
    answer_gaps: list[tuple[str, str]] = field(init=False)

    def __post_init__(self) -> None:
        self.own, self.cramps, self.answers = (self._by_morning(name) for name in ("night", "cramp", "answer"))
        self.indexed_rows = {row["rowid"]: row["morning"] for row in self.rows.columns(NIGHT_INDEX)}
        self.indexed_mornings = set(self.indexed_rows.values())
        self.indexed_cramps = defaultdict(set)
        for row in self.rows.columns(CRAMP_INDEX):
            self.indexed_cramps[row["morning"]].add(row["position"])
        self.night_gaps, self.cramp_gaps = self.rows.gaps(NIGHT_INDEX), self.rows.gaps(CRAMP_INDEX)
        self.answer_gaps = self.rows.gaps("answer")

    def _by_morning(self, name: str) -> dict[Any, list[dict[str, Any]]]:
        found = defaultdict(list)
        for row in self.rows.columns(name):
            found[row["morning"]].append(row)
        return found

    def mornings(self) -> list[Any]:
        return sorted({*self.own, *self.cramps, *self.answers, *self.indexed_mornings}, key=str)

    def night(self, morning: Any) -> SalvagedNight | None:
        """The night of a morning; None where nothing of it can be read."""
        missing: list[str] = []
        try:
            day = strict.day(morning)
        except DiaryError:
            return None
        if not self._may_be(morning):
            return None
        is_logged, logged_at, note = self._own_row(morning, missing)
        cramps = self._cramps(morning)
        has_cramp_rows = morning in self.cramps
        if is_logged is None and cramps:
            is_logged = True
        if is_logged is None or (is_logged and cramps is UNCERTAIN) or (is_logged is False and has_cramp_rows):
            missing.insert(0, tr("whether there were cramps"))
            is_logged = False
        answers = self._answers(morning, missing)
        night = _night(day, cramps if is_logged else None, logged_at, answers, note, missing)
        return None if night.blank else SalvagedNight(night, tuple(missing))

    def _own_row(self, morning: Any, missing: list[str]) -> tuple[bool | None, dt.datetime | None, str]:
        """Whether the night was logged, None where that cannot be read; when that was; and its note."""
        rows = [row for row in self.own.get(morning, []) if self._is_indexed(row)]
        if len(rows) != 1:
            missing += [tr("when it was logged"), tr("its note")]
            return None, None, ""
        (row,) = rows
        is_logged, logged_at, note = None, None, ""
        with suppress(DiaryError):
            is_logged = strict.flag(row["cramps_told"])
        try:
            logged_at = None if row["cramps_told_at"] is None else strict.moment(row["cramps_told_at"])
        except DiaryError:
            missing.append(tr("when it was logged"))
        try:
            note = _note(row["note"])
        except strict.UNREADABLE:
            missing.append(tr("its note"))
        return is_logged, logged_at, note

    def _may_be(self, morning: Any) -> bool:
        """Whether there can have been a night of this morning: else what lies under it is another night's, by a flipped bit."""
        if morning in self.own or morning in self.indexed_mornings:
            return True
        return _covers(self.night_gaps, morning) and not self.rows.is_complete("night")

    def _is_indexed(self, row: dict[str, Any]) -> bool:
        """Whether the index leads to the row of a night, as far as that can be read: else it was removed, or is another's."""
        morning = row["morning"]
        if row["rowid"] in self.indexed_rows:
            return bool(self.indexed_rows[row["rowid"]] == morning)
        return _covers(self.night_gaps, morning)

    def _cramps(self, morning: Any) -> tuple[Cramp, ...] | None:
        """All cramps of a night; UNCERTAIN where one of them may be missing."""
        rows = sorted(self.cramps.get(morning, []), key=lambda row: str(row["position"]).zfill(2))
        positions = [row["position"] for row in rows]
        if not _covers(self.cramp_gaps, morning):
            is_all = self.indexed_cramps.get(morning, set()) == set(positions)
        else:
            is_all = self.rows.is_complete("cramp")
        if not is_all or positions != list(range(len(positions))) or len(positions) > MOST_CRAMPS:
            return UNCERTAIN
        try:
            cramps = tuple(read_cramp(*list(row.values())[2:-1]) for row in rows)
            Night(strict.day(morning), cramps=cramps)
        except strict.UNREADABLE:
            return UNCERTAIN
        return cramps

    def _answers(self, morning: Any, missing: list[str]) -> dict[str, Answer]:
        answers: dict[str, Answer] = {}
        rows = self.answers.get(morning, [])
        keys = [row["factor"] for row in rows]
        for row in rows:
            key = row["factor"]
            if key not in self.questions and str(key).startswith(OWN_PREFIX):
                self.lost_questions[strict.printable(key)] += 1
                continue
            try:
                if keys.count(key) > 1:
                    raise strict.UnreadableValueError(key, tr("one answer"))
                value = self.values[key, row["kind"], row["number"], row["text"]]
                answers[key] = Answer(value, strict.moment(row["given_at"]))
            except strict.UNREADABLE:
                missing.append(tr("the answer “{question}”").format(question=_name(key)))
        if _covers(self.answer_gaps, morning):
            missing.append(tr("perhaps some answers"))
        return answers


def _night(
    day: dt.date,
    cramps: tuple[Cramp, ...] | None,
    logged_at: dt.datetime | None,
    answers: dict[str, Answer],
    note: str,
    missing: list[str],
) -> Night:
    """The night of these parts; each that the model's rules refuse is left out."""
    night = Night(day, cramps=cramps, logged_at=None if cramps is None else logged_at, note=note)
    for key, answer in answers.items():
        try:
            night = Night(day, night.cramps, night.logged_at, {**night.answers, key: answer}, note)
        except strict.UNREADABLE:
            missing.append(tr("the answer “{question}”").format(question=_name(key)))
    return night


def _note(text: Any) -> str:
    if "\0" in str(text):  # no note holds one: it lay where nothing is any more
        raise strict.UnreadableValueError(text, tr("a text"))
    return Night(dt.date(2000, 1, 1), note=strict.text(text)).note


def _name(key: Any) -> str:
    with suppress(DiaryError, TypeError):
        return tr(BUILT_IN.get(key).name)
    return strict.printable(key)


def _covers(gaps: Collection[tuple[str, str]], morning: Any) -> bool:
    """Whether a row of this morning may be missing."""
    is_day = isinstance(morning, str) and MORNING.fullmatch(morning)
    return any(not is_day or (first <= morning and (not last or morning <= last)) for first, last in gaps)
