"""What is wrong with a backup as a diary, although it is as it was when it was taken: it may be a copy of damage."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from diary.model.errors import DiaryError
from diary.store.check import file_problems
from diary.store.engine import reading_engine
from diary.store.restoring import BUILD_NAME, build_beside


def problems_of(path: Path) -> tuple[str, ...]:
    """Everything that is wrong with the diary that it would be restored to; empty where that is whole."""
    with TemporaryDirectory() as place:
        try:
            build_beside(path, Path(place), changes=0)
        except DiaryError as refusal:
            return (str(refusal),)
        engine = reading_engine(Path(place) / BUILD_NAME, alone=True)
        try:
            with engine.connect() as connection:
                return tuple(file_problems(connection))
        finally:
            engine.dispose()
