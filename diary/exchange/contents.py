"""What a file of the diary's own holds, as values."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from diary.model.clean_text import clean_paragraphs
from diary.model.night import Night
from diary.model.preferences import Preferences
from diary.model.profile import Marker, Profile
from diary.model.questions import Questions
from diary.model.report_choices import ReportChoices


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
    left_out: tuple[str, ...] = ()
    """What a file of another program holds and does not tell of a night, each with why, in words."""

    def __post_init__(self) -> None:
        """Clean its words."""
        clean_paragraphs(self, "text")

    def without_places(self) -> Contents:
        """The same without the database keys of medicines and the like, which mean nothing in another diary."""
        medicines = tuple(replace(medicine, key=None) for medicine in self.profile.medicines)
        treatments = tuple(replace(treatment, key=None) for treatment in self.profile.treatments)
        markers = tuple(replace(marker, key=None) for marker in self.markers)
        return replace(self, profile=replace(self.profile, medicines=medicines, treatments=treatments), markers=markers)
