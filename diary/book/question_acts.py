"""The acts on the person's own questions, and on which are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.book.open_diary import OpenDiary, synchronized
from diary.language import mark
from diary.store.change import Change, Records

if TYPE_CHECKING:
    from diary.model.own_factors import OwnKind
    from diary.model.questions import Questions


class QuestionActs(OpenDiary):
    """Which questions the form asks."""

    @synchronized
    def add_question(self, question: str, *, kind: OwnKind, name: str = "", evening: bool = True) -> Questions:
        """Ask one more question of the person's own, last on the form."""
        after = self.questions().add(question, kind=kind, name=name, evening=evening)
        return self._keep_questions(mark("Question added"), after)

    @synchronized
    def reword_question(self, key: str, question: str, *, kind: OwnKind, name: str, evening: bool) -> Questions:
        """Ask an own question in other words; those of before are kept with the day until which they stood."""
        today = self.now().date()
        after = self.questions().reword(key, question, kind=kind, name=name, evening=evening, today=today)
        return self._keep_questions(mark("Question changed"), after)

    @synchronized
    def move_question(self, key: str, places: int) -> Questions:
        """Ask an own question so many places later on the form; earlier where the number is negative."""
        return self._keep_questions(mark("Question moved"), self.questions().move(key, places))

    @synchronized
    def hide_question(self, key: str) -> Questions:
        """Ask a question, built-in or own, no more for now; its answers stay."""
        return self._keep_questions(mark("Question hidden"), self.questions().hide(key, hidden=True))

    @synchronized
    def show_question(self, key: str) -> Questions:
        """Ask a hidden question again."""
        return self._keep_questions(mark("Question shown again"), self.questions().hide(key, hidden=False))

    @synchronized
    def archive_question(self, key: str) -> Questions:
        """Put an own question away; its answers stay, and it can be taken up again."""
        return self._keep_questions(mark("Question archived"), self.questions().archive(key))

    @synchronized
    def unarchive_question(self, key: str) -> Questions:
        """Ask an archived question again."""
        return self._keep_questions(mark("Question taken up again"), self.questions().unarchive(key))

    def _keep_questions(self, words: str, after: Questions) -> Questions:
        before = self.questions()
        if after != before:
            self._store.keep(Change(words, before=Records(questions=before), after=Records(questions=after)))
        return after
