"""What one run of the program is made of."""

from __future__ import annotations

from dataclasses import dataclass, field

from diary.app.options import OpenOptions
from diary.book.startup import Startup
from diary.server.downloads import Downloads
from diary.ui.page.draft_file import DRAFTS_NAME, DraftFile
from diary.ui.page.drafts import Drafts
from diary.ui.page.workers import Workers


@dataclass(frozen=True, slots=True)
class Program:
    """One run: the diary that it opens, how, and what all of its pages share."""

    startup: Startup
    options: OpenOptions
    workers: Workers
    drafts: Drafts
    downloads: Downloads = field(default_factory=Downloads)

    @classmethod
    def of(cls, startup: Startup, options: OpenOptions, workers: Workers) -> Program:
        """The run that shows this diary, with the drafts of the run before."""
        return cls(startup, options, workers, Drafts(DraftFile(startup.folder / DRAFTS_NAME)))
