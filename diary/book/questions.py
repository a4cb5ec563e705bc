"""The questions of the diary: the person's own, and which are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.book.open_diary import synchronized
from diary.language import mark
from diary.store.change import Change, Records

if TYPE_CHECKING:
    from diary.book.open_diary import OpenDiary
    from diary.model.factors import Catalogue
    from diary.model.own_factors import OwnKind
    from diary.model.questions import Questions


class DiaryQuestions:
    """Which questions the form asks."""

    def __init__(self, diary: OpenDiary) -> None:
        self._diary = diary

    def current(self) -> Questions:
        """The person's own questions in their order, and the built-in ones that they hid."""
        return self._diary.store.questions()

    def catalogue(self) -> Catalogue:
        """All factors: what the diary asks from the start, then the person's own; `on_form` has those that it asks."""
        return self._diary.catalogue()

    @synchronized
    def add(self, question: str, *, kind: OwnKind, name: str = "", evening: bool = True) -> Questions:
        """Ask one more question of the person's own, last on the form."""
        after = self.current().add(question, kind=kind, name=name, evening=evening)
        return self._keep_questions(mark("Question added"), after)

    @synchronized
    def reword(self, key: str, question: str, *, kind: OwnKind, name: str, evening: bool) -> Questions:
        """Ask an own question in other words; those of before are kept with the day until which they stood."""
        today = self._diary.now().date()
        after = self.current().reword(key, question, kind=kind, name=name, evening=evening, today=today)
        return self._keep_questions(mark("Question changed"), after)

    @synchronized
    def move(self, key: str, places: int) -> Questions:
        """Ask an own question so many places later on the form; earlier where the number is negative."""
        return self._keep_questions(mark("Question moved"), self.current().move(key, places))

    @synchronized
    def hide(self, key: str) -> Questions:
        """Ask a question, built-in or own, no more for now; its answers stay."""
        return self._keep_questions(mark("Question hidden"), self.current().hide(key, hidden=True))

    @synchronized
    def show(self, key: str) -> Questions:
        """Ask a hidden question again."""
        return self._keep_questions(mark("Question shown again"), self.current().hide(key, hidden=False))

    @synchronized
    def archive(self, key: str) -> Questions:
        """Put an own question away; its answers stay, and it can be taken up again."""
        return self._keep_questions(mark("Question archived"), self.current().archive(key))

    @synchronized
    def unarchive(self, key: str) -> Questions:
        """Ask an archived question again."""
        return self._keep_questions(mark("Question taken up again"), self.current().unarchive(key))

    def _keep_questions(self, words: str, after: Questions) -> Questions:
        before = self.current()
        if after != before:
            self._diary.store.keep(Change(words, before=Records(questions=before), after=Records(questions=after)))
        return after
