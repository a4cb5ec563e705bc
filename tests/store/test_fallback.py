"""Where sqlcipher3 has no wheel, Python's own driver opens the same diary."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from diary.model.night import Night
    from diary.store.store import Store

WITHOUT = """
import datetime as dt, sys
sys.modules["sqlcipher3"] = None
from pathlib import Path
from diary.model.night import Night
from diary.store.change import Change, Records
from diary.store.engine import driver
from diary.store.store import Store

store = Store.open(Path(sys.argv[1]), clock=lambda: dt.datetime.now().astimezone(), writable=True)
night = Night(dt.date(2026, 11, 23), note="by the other driver")
store.keep(Change("Night saved", Records(nights=(Night(night.morning),)), Records(nights=(night,))))
print(driver.__name__, len(store.nights()), store.check())
"""


@pytest.fixture
def without_sqlcipher3(as_program: dict[str, Any]) -> Callable[[Path], str]:
    def run(folder: Path) -> str:
        ran = subprocess.run(
            [*as_program["args"], WITHOUT, str(folder)],
            env=as_program["env"],
            capture_output=True,
            text=True,
            check=True,
        )
        return ran.stdout.strip()

    return run


def test_the_fall_back_opens_and_writes_a_diary_of_sqlcipher3(
    store: Store,
    cramp_night: Night,
    keep_night: Callable[[Store, Night], None],
    open_store: Callable[..., Store],
    without_sqlcipher3: Callable[[Path], str],
) -> None:
    keep_night(store, cramp_night)
    store.close()
    assert without_sqlcipher3(store.folder) == "sqlite3.dbapi2 2 ()"
    assert [night.note for night in open_store(store.folder).nights()] == ["ran for the bus", "by the other driver"]


def test_sqlcipher3_opens_a_diary_that_the_fall_back_made(
    folder: Path, open_store: Callable[..., Store], without_sqlcipher3: Callable[[Path], str]
) -> None:
    assert without_sqlcipher3(folder) == "sqlite3.dbapi2 1 ()"
    assert open_store(folder).check() == ()
