"""The plain reference of the method, where somebody has it at hand: it is slow, and no part of this project."""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING, Any

import numpy as np

from diary.analysis.findings import frame_findings
from diary.analysis.night_arrays import night_arrays
from tests.bench.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tests.bench.simulator import Diary


def loaded(path: Path) -> Any:
    """The reference as a module: `analyse(nights, y, X, weekend)` and `highlights(out)`."""
    spec = importlib.util.spec_from_file_location("plain_reference", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def analysed(module: Any, diary: Diary) -> dict[str, Any]:
    """What the reference makes of a diary."""
    logged = night_arrays(diary.frame, diary.questions)
    answers = [[None if np.isnan(value) else int(value) for value in row] for row in logged.exposed]
    whole = ([int(value) for value in values] for values in (logged.days, logged.cramp, logged.weekend))
    nights, cramp, weekend = whole
    told: dict[str, Any] = module.analyse(nights, cramp, answers, weekend)
    return told


def compared(module: Any, diaries: Iterable[Diary]) -> tuple[Tally, float]:
    """What reference and ours find in the same diaries, and the largest difference of a probability."""
    tally = Tally()
    largest = 0.0
    for diary in diaries:
        theirs = analysed(module, diary)
        named = module.highlights(theirs)
        ours = frame_findings(diary.frame, diary.questions)
        for place, finding in enumerate(ours):
            theirs_shows = named.get(place) in ("strong", "likely")
            largest = max(largest, abs((finding.probability or 0) - theirs["probability"][place]))
            tally["reference: differs"] += theirs_shows != finding.verdict.highlighted
            if diary.triggers[place]:
                tally["reference: triggers"] += 1
                tally["reference: found"] += theirs_shows
                tally["reference: ours found"] += finding.verdict.highlighted
        tally["reference: diaries"] += 1
    return tally, largest
