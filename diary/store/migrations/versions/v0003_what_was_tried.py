"""What was tried against the cramps, and two marks on medicines: taken for the cramps, a supplement."""

from __future__ import annotations

from alembic import op

revision = "v0003"
down_revision = "v0002"

MEDICINE = """
    CREATE TABLE medicine (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        dose TEXT NOT NULL,
        noted_on TEXT NOT NULL,
        started TEXT,
        stopped TEXT,
        for_cramps INTEGER NOT NULL,
        supplement INTEGER NOT NULL,
        CONSTRAINT medicine_name_not_empty CHECK (name <> ''),
        CONSTRAINT medicine_name_not_too_long CHECK (length(name) <= 200),
        CONSTRAINT medicine_dose_not_too_long CHECK (length(dose) <= 200),
        CONSTRAINT medicine_noted_on_is_a_day CHECK (noted_on IS NULL OR noted_on IS date(noted_on, '+0 days')),
        CONSTRAINT medicine_started_is_a_day CHECK (started IS NULL OR started IS date(started, '+0 days')),
        CONSTRAINT medicine_stopped_is_a_day CHECK (stopped IS NULL OR stopped IS date(stopped, '+0 days')),
        CONSTRAINT medicine_stopped_after_started CHECK (stopped >= started),
        CONSTRAINT medicine_for_cramps_is_yes_or_no CHECK (for_cramps IN (0, 1)),
        CONSTRAINT medicine_supplement_is_yes_or_no CHECK (supplement IN (0, 1))
    ) STRICT
    """
TREATMENTS = """
    CREATE TABLE tried (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        what TEXT NOT NULL,
        verdict TEXT,
        how TEXT NOT NULL,
        noted_on TEXT NOT NULL,
        started TEXT,
        stopped TEXT,
        CONSTRAINT tried_what_not_empty CHECK (what <> ''),
        CONSTRAINT tried_what_not_too_long CHECK (length(what) <= 200),
        CONSTRAINT tried_verdict_is_known CHECK (verdict IN ('helped', 'a_little', 'no_help', 'not_known')),
        CONSTRAINT tried_how_not_too_long CHECK (length(how) <= 1000),
        CONSTRAINT tried_noted_on_is_a_day CHECK (noted_on IS NULL OR noted_on IS date(noted_on, '+0 days')),
        CONSTRAINT tried_started_is_a_day CHECK (started IS NULL OR started IS date(started, '+0 days')),
        CONSTRAINT tried_stopped_is_a_day CHECK (stopped IS NULL OR stopped IS date(stopped, '+0 days')),
        CONSTRAINT tried_stopped_after_started CHECK (stopped >= started)
    ) STRICT
    """
"""As SQLite keeps their text."""

COPIED_COLUMNS = "id, name, dose, noted_on, started, stopped"


def upgrade() -> None:
    """Make the table of medicines anew around its rows, and add the one of what was tried.

    With the old table goes SQLite's count of its numbers, and a deleted medicine's number must never be given again.
    """
    connection = op.get_bind()
    rows = connection.exec_driver_sql(f"SELECT {COPIED_COLUMNS} FROM medicine").all()  # noqa: S608  # words of this file
    last = connection.exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = 'medicine'").scalar()
    connection.exec_driver_sql("DROP TABLE medicine")
    connection.exec_driver_sql(MEDICINE)
    added = f"INSERT INTO medicine ({COPIED_COLUMNS}, for_cramps, supplement) VALUES (?, ?, ?, ?, ?, ?, 0, 0)"  # noqa: S608  # words of this file
    for row in rows:
        connection.exec_driver_sql(added, tuple(row))
    if last is not None:
        connection.exec_driver_sql("DELETE FROM sqlite_sequence WHERE name = 'medicine'")
        connection.exec_driver_sql("INSERT INTO sqlite_sequence (name, seq) VALUES ('medicine', ?)", (last,))
    connection.exec_driver_sql(TREATMENTS)
