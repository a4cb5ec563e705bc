"""The one door through which screens and commands reach the diary: one method an act.

Every act is one transaction and one step of undo. Findings, charts and reports load their slow libraries where they
are first needed, so that opening a diary stays quick. All methods may be called from any thread.
"""

from __future__ import annotations

from diary.book.file_acts import FileActs
from diary.book.night_acts import NightActs
from diary.book.question_acts import QuestionActs
from diary.book.results import Results


class Diary(NightActs, QuestionActs, FileActs, Results):
    """The diary of one person, open in one folder."""
