"""Old diaries are brought up to date whole, or stay as they are."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
import shutil
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import diary.store.upgrade as upgrading
from diary.model.errors import DiaryError
from diary.model.plain import plain_data
from diary.model.profile import Marker, Medicine, Profile
from diary.store import new_diary, schema
from diary.store.change import Change, Records
from diary.store.engine import migrating_engine, reading_engine
from diary.store.errors import DamagedDiaryError, OlderDiaryError, UpgradeFailedError
from diary.store.tables import Table
from diary.store.upgrade import MIGRATIONS, row_counts, run_migrations, upgrade

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.model.night import Night
    from diary.store.store import Store

DATA = Path(__file__).parent.parent / "data"
KEPT = DATA / "schemas"
FIRST_RULES = DATA / "early" / "first_rules.db"
"""A diary of the first schema as its rules stood for eleven minutes, before they changed without a migration."""
DIGESTS = {
    "v0001": "1d3693011872accf1577be1ca5b8322e6e64afdcfe6de32c8978a8d596dea67f",
    "v0002": "b44ca5467aedaac3de1fcd7ff1cf292b4386f47b3341e69f773589ef49a587af",
    "v0003": "b489ff86827086ec8bfada923f8f5356ae6f08d8a98ed32b6635bb3e88425b32",
    "v0004": "5f04a112950e2083cb67655309834f051031152f61f816519a0b149d5a2f76f5",
}
"""Of each released schema's kept diary: the hash of everything in it."""

NEXT = f"v{int(new_diary.HEAD[1:]) + 1:04}"
STEP = f'''
"""A step of the test."""
from alembic import op
revision, down_revision = "{NEXT}", "{new_diary.HEAD}"
def upgrade():
    run = op.get_bind().exec_driver_sql
'''
GROWS = """
    run("ALTER TABLE night ADD COLUMN mood TEXT")
    run("INSERT INTO factor (key, kind, own, hidden, archived, position) VALUES ('pillow', 'yes_no', 0, 0, 0, 99)")
    with op.batch_alter_table("night", recreate="always", table_kwargs={"sqlite_strict": True}) as table:
        table.drop_column("mood")
"""
BEGINS = """
    run("ALTER TABLE night ADD COLUMN mood TEXT")
    run("UPDATE night SET mood = 'x'")
"""
HARM = {
    "an error": "    raise ValueError('a mistake')",
    "an error of SQLite": "    run('ALTER TABLE night ADD COLUMN mood TEXT')",
    "lost rows": "    run('DELETE FROM marker')",
    "a lost table": "    run('DROP TABLE marker')",
    "orphans": """    run("UPDATE night SET morning = '2020-01-01'")""",
}


def _shape(path: Path) -> dict[str, str]:
    engine = reading_engine(path)
    with engine.begin() as connection:
        rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").all()
    engine.dispose()
    return {name: re.sub(r"\s+", " ", sql).replace("( ", "(").replace(" )", ")") for name, sql in rows}


def _rows(path: Path, table: str) -> list[Any]:
    engine = reading_engine(path)
    with engine.begin() as connection:
        rows = connection.exec_driver_sql(f'SELECT * FROM "{table}"').all()  # noqa: S608  # the test's own words
    engine.dispose()
    return list(rows)


def _contents(store: Store) -> dict[str, Any]:
    """Everything in a diary, in a form that stays when the model learns to hold more."""
    preferences, profile = store.preferences(), plain_data(store.profile())
    chosen = [name for name, _ in _rows(store.folder / "diary.db", "preference")]
    contents = {
        "nights": [plain_data(night) for night in store.nights()],
        "profile": {key: value for key, value in profile.items() if value},
        "markers": [plain_data(marker) for marker in store.markers()],
        "preferences": {name: getattr(preferences, name) for name in chosen},
        "own": [[one.key, one.question, one.name] for one in store.questions().own],
    }
    own = {one.key: plain_data(one) for one in store.questions().own}
    former = {key: plain["former"] for key, plain in own.items() if "former" in plain}
    put_away = sorted(key for key, plain in own.items() if "archived" in plain or "hidden" in plain)
    later = {"former": former, "put away": put_away, "hidden": sorted(store.questions().hidden)}
    contents |= {name: value for name, value in later.items() if value}
    return contents | {"acts": [change.words for change in iter(store.undo, None)]}


@pytest.fixture
def migrated(tmp_path: Path) -> Path:
    path = tmp_path / "migrated.db"
    path.touch()
    engine = migrating_engine(path)
    with engine.begin() as connection:
        run_migrations(connection)
    engine.dispose()
    return path


@pytest.fixture
def closed_diary(store: Store, cramp_night: Night, keep_night: Callable[[Store, Night], None]) -> Path:
    keep_night(store, cramp_night)
    store.keep(Change("Markers saved", Records(markers=()), Records(markers=(Marker(cramp_night.morning, "shoes"),))))
    store.close()
    return store.folder / "diary.db"


@pytest.fixture
def next_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """One more migration than there are, doing this."""

    def add(body: str) -> None:
        scripts = tmp_path / "migrations"
        shutil.copytree(MIGRATIONS, scripts)
        (scripts / "versions" / f"{NEXT}_next.py").write_text(STEP + body, encoding="utf-8")
        monkeypatch.setattr(upgrading, "MIGRATIONS", scripts)
        monkeypatch.setattr(schema, "HEAD", NEXT)

    return add


def test_a_new_diary_and_a_migrated_one_have_the_same_schema(store: Store, migrated: Path) -> None:
    new = store.folder / "diary.db"
    assert _shape(new) == _shape(migrated)
    for table in ("factor", "alembic_version"):
        assert _rows(new, table) == _rows(migrated, table)


def test_a_migrated_diary_is_known_as_one(migrated: Path) -> None:
    assert schema.file_state(migrated) is schema.FileState.CURRENT


def test_the_number_of_a_medicine_deleted_before_an_upgrade_is_never_given_again(
    tmp_path: Path, open_store: Callable[..., Store]
) -> None:
    shutil.copyfile(KEPT / "v0002.db", tmp_path / "diary.db")
    engine = migrating_engine(tmp_path / "diary.db")
    with engine.begin() as connection:
        last = connection.exec_driver_sql("SELECT max(id) FROM medicine").scalar_one()
        connection.exec_driver_sql("DELETE FROM medicine")
    engine.dispose()
    store = open_store(tmp_path)
    added = Profile(medicines=(Medicine("Iron", dt.date(2026, 1, 1)),))
    store.keep(Change("Profile saved", Records(profile=store.profile()), Records(profile=added)))
    assert store.profile().medicines[0].key == last + 1


def test_alembic_finds_nothing_to_change(migrated: Path) -> None:
    engine = reading_engine(migrated)
    with engine.begin() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Table.metadata) == []
    engine.dispose()


def test_the_newest_schema_is_the_head_of_the_migrations() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [new_diary.HEAD]


@pytest.mark.parametrize("version", DIGESTS)
def test_a_diary_of_every_released_schema_opens_with_all_it_held(
    tmp_path: Path, open_store: Callable[..., Store], version: str
) -> None:
    shutil.copyfile(KEPT / f"{version}.db", tmp_path / "diary.db")
    store = open_store(tmp_path)
    assert store.check() == ()
    plain = json.dumps(_contents(store), sort_keys=True)
    assert hashlib.sha256(plain.encode()).hexdigest() == DIGESTS[version]


def _row_counts(path: Path) -> dict[str, int]:
    engine = reading_engine(path)
    with engine.begin() as connection:
        counts = row_counts(connection)
    engine.dispose()
    return counts


@pytest.mark.parametrize(
    "kept", [*(KEPT / f"{version}.db" for version in DIGESTS), FIRST_RULES], ids=lambda path: path.stem
)
def test_an_upgrade_keeps_every_row_of_every_table(
    tmp_path: Path, open_store: Callable[..., Store], kept: Path
) -> None:
    path = tmp_path / "diary.db"
    shutil.copyfile(kept, path)
    open_store(tmp_path).close()
    before, after = _row_counts(kept), _row_counts(path)
    more = after.pop("factor") - before.pop("factor")  # a built-in question that came since
    assert more >= 0
    assert {table: after[table] for table in before} == before
    assert schema.file_state(path) is schema.FileState.CURRENT


def test_a_diary_of_the_first_rules_holds_all_it_held_and_is_written_after_it(
    tmp_path: Path, open_store: Callable[..., Store]
) -> None:
    shutil.copyfile(FIRST_RULES, tmp_path / "diary.db")
    open_store(tmp_path).close()
    store = open_store(tmp_path)
    assert (store.check(), store.is_damaged) == ((), False)
    plain = json.dumps(_contents(store), sort_keys=True)
    assert hashlib.sha256(plain.encode()).hexdigest() == DIGESTS["v0001"]


def test_a_damaged_row_of_an_older_diary_is_named_after_the_upgrade_and_the_rest_is_there(
    tmp_path: Path, open_store: Callable[..., Store], behind_the_door: Callable[..., Any]
) -> None:
    shutil.copyfile(KEPT / "v0001.db", tmp_path / "diary.db")
    behind_the_door(tmp_path, "UPDATE medicine SET noted_on = '2026-13-45' WHERE name = 'Quinine'", rules=False)
    store = open_store(tmp_path)
    assert len(store.nights()) == 3
    assert [medicine.name for medicine in store.profile().medicines] == ["Statin"]
    assert len(store.damaged_records()) == 1


@pytest.mark.parametrize(
    "statements",
    [
        ["DROP TABLE alembic_version"],
        ["DELETE FROM alembic_version"],
        ["INSERT INTO alembic_version VALUES ('v0001')"],
        ["UPDATE alembic_version SET version_num = 'v0001'"],
        ["UPDATE alembic_version SET version_num = 'v0002'"],
    ],
    ids=["no version", "an empty version", "two versions", "set back to the first", "set back by one"],
)
def test_a_diary_that_says_another_schema_than_it_has_is_refused_and_left_as_it_is(
    tmp_path: Path, open_store: Callable[..., Store], behind_the_door: Callable[..., Any], statements: list[str]
) -> None:
    path = tmp_path / "diary.db"
    shutil.copyfile(KEPT / f"{new_diary.HEAD}.db", path)
    for statement in statements:
        behind_the_door(tmp_path, statement)
    before = path.read_bytes()
    with pytest.raises((DamagedDiaryError, UpgradeFailedError), match=r"left as it (is|was)"):
        open_store(tmp_path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("version", ["v0001", "v0002"])
def test_an_older_diary_that_says_the_newest_schema_is_never_written(
    tmp_path: Path, open_store: Callable[..., Store], behind_the_door: Callable[..., Any], version: str
) -> None:
    path = tmp_path / "diary.db"
    shutil.copyfile(KEPT / f"{version}.db", path)
    behind_the_door(tmp_path, "UPDATE alembic_version SET version_num = ?", new_diary.HEAD)
    before = path.read_bytes()
    with suppress(DiaryError):
        assert open_store(tmp_path).is_damaged
    assert path.read_bytes() == before


def test_every_table_of_a_kept_diary_is_filled() -> None:
    path = KEPT / f"{new_diary.HEAD}.db"
    assert [table for table in Table.metadata.tables if not _rows(path, table)] == []


def test_every_released_schema_has_its_kept_diary() -> None:
    released = sorted(path.stem.split("_")[0] for path in (MIGRATIONS / "versions").glob("v*.py"))
    assert sorted(path.stem for path in KEPT.glob("*.db")) == released == sorted(DIGESTS)


def test_an_older_diary_is_brought_up_to_date_as_it_opens(
    closed_diary: Path,
    next_step: Callable[[str], None],
    open_store: Callable[..., Store],
    cramp_night: Night,
) -> None:
    next_step(GROWS)
    store = open_store(closed_diary.parent)
    assert store.nights() == [cramp_night]
    assert _rows(closed_diary, "alembic_version") == [(NEXT,)]
    assert "pillow" in {row[0] for row in _rows(closed_diary, "factor")}


def test_rebuilding_a_table_keeps_the_rows_below_it(closed_diary: Path, next_step: Callable[[str], None]) -> None:
    next_step(GROWS)
    upgrade(closed_diary)
    assert [len(_rows(closed_diary, table)) for table in ("night", "cramp", "answer")] == [1, 1, 2]


def test_an_older_diary_is_not_touched_by_reading(
    closed_diary: Path,
    next_step: Callable[[str], None],
    open_store: Callable[..., Store],
) -> None:
    next_step(GROWS)
    before = closed_diary.read_bytes()
    with pytest.raises(OlderDiaryError, match="older version"):
        open_store(closed_diary.parent, writable=False)
    assert closed_diary.read_bytes() == before


@pytest.mark.parametrize("body", HARM.values(), ids=HARM.keys())
def test_an_upgrade_that_does_harm_leaves_the_file_as_it_is(
    closed_diary: Path,
    next_step: Callable[[str], None],
    open_store: Callable[..., Store],
    body: str,
) -> None:
    next_step(BEGINS + body)
    before = closed_diary.read_bytes()
    with pytest.raises(UpgradeFailedError, match="left as it is"):
        open_store(closed_diary.parent)
    assert closed_diary.read_bytes() == before
