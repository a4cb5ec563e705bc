"""What a file of the diary's own holds, as values."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from diary.model.clean_text import clean_paragraphs
from diary.model.night import Night
from diary.model.preferences import Preferences
from diary.model.profile import Marker, Profile
from diary.model.question_union import join_questions
from diary.model.questions import Questions
from diary.model.report_choices import ReportChoices
from diary.model.same_name import name_key

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything that a diary keeps."""

    nights: tuple[Night, ...] = ()
    """Oldest first, one a morning."""
    profile: Profile = field(default_factory=Profile)
    markers: tuple[Marker, ...] = ()
    preferences: Preferences = field(default_factory=Preferences)
    questions: Questions = field(default_factory=Questions)
    """The person's own questions, and the built-in ones that they hid."""
    report: ReportChoices = field(default_factory=ReportChoices)
    """What the person wanted in the report the last time."""
    text: str = ""
    """A word about the file itself, for whoever opens it."""

    def __post_init__(self) -> None:
        """Clean its words."""
        clean_paragraphs(self, "text")

    def without_places(self) -> Contents:
        """The same without the database keys of medicines and the like, which mean nothing in another diary."""
        medicines = tuple(replace(medicine, key=None) for medicine in self.profile.medicines)
        treatments = tuple(replace(treatment, key=None) for treatment in self.profile.treatments)
        markers = tuple(replace(marker, key=None) for marker in self.markers)
        return replace(self, profile=replace(self.profile, medicines=medicines, treatments=treatments), markers=markers)

    def missing_from(self, diary: Contents) -> Contents:
        """What another diary does not hold yet: a night, marker or profile that it has is never replaced.

        The questions are those of both, or none where there is nothing to add.
        """
        union = join_questions(diary.questions, self.questions)
        mornings = {night.morning for night in diary.nights}
        markers = {(marker.day, name_key(marker.text)) for marker in diary.markers}
        return Contents(
            nights=tuple(
                _with_keys(union.keys, night) if union.keys else night
                for night in self.nights
                if night.morning not in mornings
            ),
            profile=self.profile if diary.profile == Profile() else Profile(),
            markers=tuple(marker for marker in self.markers if (marker.day, name_key(marker.text)) not in markers),
            preferences=self.preferences if diary.preferences == Preferences() else Preferences(),
            report=self.report if diary.report == ReportChoices() else ReportChoices(),
            questions=Questions() if union.questions == diary.questions else union.questions,
        )


def _with_keys(keys: Mapping[str, str], night: Night) -> Night:
    return replace(night, answers={keys.get(key, key): answer for key, answer in night.answers.items()})
