"""The first schema."""

from __future__ import annotations

from alembic import op

revision = "v0001"
down_revision = None

SCHEMA = (
    """
    CREATE TABLE act (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        done_at TEXT NOT NULL,
        words TEXT NOT NULL,
        "before" TEXT NOT NULL,
        "after" TEXT NOT NULL,
        undone INTEGER NOT NULL,
        CONSTRAINT act_done_at_is_a_moment CHECK (done_at IS NULL OR (done_at GLOB '????-??-??T??:??*' AND datetime(done_at) IS NOT NULL)),
        CONSTRAINT act_before_is_an_object CHECK (before GLOB '{*}'),
        CONSTRAINT act_after_is_an_object CHECK (after GLOB '{*}'),
        CONSTRAINT act_undone_is_yes_or_no CHECK (undone IN (0, 1))
    ) STRICT
    """,
    """
    CREATE TABLE condition (
        position INTEGER NOT NULL,
        "key" TEXT NOT NULL,
        noted_on TEXT NOT NULL,
        since INTEGER,
        PRIMARY KEY (position),
        CONSTRAINT condition_key_not_empty CHECK (key <> ''),
        CONSTRAINT condition_noted_on_is_a_day CHECK (noted_on IS NULL OR noted_on IS date(noted_on, '+0 days'))
    ) STRICT
    """,
    """
    CREATE TABLE factor (
        "key" TEXT NOT NULL,
        kind TEXT NOT NULL,
        own INTEGER NOT NULL,
        question TEXT,
        name TEXT,
        low REAL,
        high REAL,
        step REAL,
        unit TEXT,
        options TEXT,
        archived INTEGER NOT NULL,
        position INTEGER NOT NULL,
        PRIMARY KEY ("key"),
        UNIQUE ("key", kind),
        CONSTRAINT factor_kind_is_known CHECK (kind IN ('yes_no', 'number', 'choice', 'clock')),
        CONSTRAINT factor_own_is_yes_or_no CHECK (own IN (0, 1)),
        CONSTRAINT factor_own_by_its_key CHECK (own = (substr(key, 1, 4) = 'own_')),
        CONSTRAINT factor_own_has_words CHECK (own = 0 OR (coalesce(question, '') <> '' AND coalesce(name, '') <> '')),
        CONSTRAINT factor_own_kind CHECK (own = 0 OR kind <> 'clock'),
        CONSTRAINT factor_own_number_has_range CHECK (own = 0 OR kind <> 'number' OR coalesce(low <= high AND step > 0, 0)),
        CONSTRAINT factor_own_choice_has_options CHECK (own = 0 OR kind <> 'choice' OR options IS NOT NULL),
        CONSTRAINT factor_unit_is_known CHECK (unit IN ('°C', 'min', 'glasses', 'drinks', 'portions', '')),
        CONSTRAINT factor_options_is_an_object CHECK (options GLOB '{*}'),
        CONSTRAINT factor_archived_is_yes_or_no CHECK (archived IN (0, 1))
    ) STRICT
    """,
    """
    CREATE TABLE marker (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        day TEXT NOT NULL,
        text TEXT NOT NULL,
        CONSTRAINT marker_day_is_a_day CHECK (day IS NULL OR day IS date(day, '+0 days')),
        CONSTRAINT marker_text_not_empty CHECK (text <> ''),
        CONSTRAINT marker_text_not_too_long CHECK (length(text) <= 200)
    ) STRICT
    """,
    """
    CREATE TABLE medicine (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        dose TEXT NOT NULL,
        noted_on TEXT NOT NULL,
        started TEXT,
        stopped TEXT,
        CONSTRAINT medicine_name_not_empty CHECK (name <> ''),
        CONSTRAINT medicine_name_not_too_long CHECK (length(name) <= 200),
        CONSTRAINT medicine_dose_not_too_long CHECK (length(dose) <= 200),
        CONSTRAINT medicine_noted_on_is_a_day CHECK (noted_on IS NULL OR noted_on IS date(noted_on, '+0 days')),
        CONSTRAINT medicine_started_is_a_day CHECK (started IS NULL OR started IS date(started, '+0 days')),
        CONSTRAINT medicine_stopped_is_a_day CHECK (stopped IS NULL OR stopped IS date(stopped, '+0 days')),
        CONSTRAINT medicine_stopped_after_started CHECK (stopped >= started)
    ) STRICT
    """,
    """
    CREATE TABLE night (
        morning TEXT NOT NULL,
        cramps_told INTEGER NOT NULL,
        cramps_told_at TEXT,
        note TEXT NOT NULL,
        PRIMARY KEY (morning),
        CONSTRAINT night_morning_is_a_day CHECK (morning IS NULL OR morning IS date(morning, '+0 days')),
        CONSTRAINT night_cramps_told_is_yes_or_no CHECK (cramps_told IN (0, 1)),
        CONSTRAINT night_cramps_told_at_is_a_moment CHECK (cramps_told_at IS NULL OR (cramps_told_at GLOB '????-??-??T??:??*' AND datetime(cramps_told_at) IS NOT NULL)),
        CONSTRAINT night_note_not_too_long CHECK (length(note) <= 10000)
    ) STRICT
    """,
    """
    CREATE TABLE preference (
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (name),
        CONSTRAINT preference_value_not_empty CHECK (value <> '')
    ) STRICT
    """,
    """
    CREATE TABLE profile_answer (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        question TEXT NOT NULL,
        number INTEGER,
        text TEXT,
        noted_on TEXT NOT NULL,
        CONSTRAINT profile_answer_question_not_empty CHECK (question <> ''),
        CONSTRAINT profile_answer_one_value CHECK (number IS NULL OR text IS NULL),
        CONSTRAINT profile_answer_weeks_in_range CHECK (question <> 'pregnancy' OR number IS NULL OR number BETWEEN 0 AND 43),
        CONSTRAINT profile_answer_text_not_too_long CHECK (length(text) <= 200),
        CONSTRAINT profile_answer_noted_on_is_a_day CHECK (noted_on IS NULL OR noted_on IS date(noted_on, '+0 days'))
    ) STRICT
    """,
    """
    CREATE TABLE answer (
        morning TEXT NOT NULL,
        factor TEXT NOT NULL,
        kind TEXT NOT NULL,
        number REAL,
        text TEXT,
        given_at TEXT NOT NULL,
        PRIMARY KEY (morning, factor),
        FOREIGN KEY(factor, kind) REFERENCES factor ("key", kind),
        CONSTRAINT answer_one_value CHECK ((number IS NULL) <> (text IS NULL)),
        CONSTRAINT answer_value_by_kind CHECK (CASE kind WHEN 'yes_no' THEN number IS 0 OR number IS 1 WHEN 'number' THEN text IS NULL WHEN 'choice' THEN number IS NULL AND text <> '' ELSE number IS NULL AND text IS strftime('%H:%M', text) END),
        CONSTRAINT answer_given_at_is_a_moment CHECK (given_at IS NULL OR (given_at GLOB '????-??-??T??:??*' AND datetime(given_at) IS NOT NULL)),
        FOREIGN KEY(morning) REFERENCES night (morning) ON DELETE CASCADE
    ) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE cramp (
        morning TEXT NOT NULL,
        position INTEGER NOT NULL,
        at TEXT,
        about INTEGER NOT NULL,
        minutes REAL,
        intensity INTEGER,
        side TEXT,
        muscle TEXT,
        woke_me INTEGER,
        minutes_awake INTEGER,
        sore_next_day INTEGER,
        relief TEXT,
        distress INTEGER,
        PRIMARY KEY (morning, position),
        CONSTRAINT cramp_position_in_range CHECK (position BETWEEN 0 AND 19),
        CONSTRAINT cramp_at_is_a_moment CHECK (at IS NULL OR (at GLOB '????-??-??T??:??*' AND datetime(at) IS NOT NULL)),
        CONSTRAINT cramp_at_in_night CHECK (at >= date(morning, '-1 day') || 'T12:00' AND at < morning || 'T12:00'),
        CONSTRAINT cramp_about_is_yes_or_no CHECK (about IN (0, 1)),
        CONSTRAINT cramp_minutes_in_range CHECK (minutes BETWEEN 0 AND 720),
        CONSTRAINT cramp_minutes_in_halves CHECK (minutes * 2 = round(minutes * 2)),
        CONSTRAINT cramp_intensity_in_range CHECK (intensity BETWEEN 0 AND 10),
        CONSTRAINT cramp_side_is_known CHECK (side IN ('left', 'right', 'both')),
        CONSTRAINT cramp_muscle_is_known CHECK (muscle IN ('calf', 'foot', 'front_thigh', 'back_thigh', 'hand_arm', 'trunk', 'face')),
        CONSTRAINT cramp_woke_me_is_yes_or_no CHECK (woke_me IN (0, 1)),
        CONSTRAINT cramp_minutes_awake_in_range CHECK (minutes_awake BETWEEN 0 AND 720),
        CONSTRAINT cramp_sore_next_day_is_yes_or_no CHECK (sore_next_day IN (0, 1)),
        CONSTRAINT cramp_relief_are_known CHECK (relief GLOB '[[]*]' AND trim(replace(replace(replace(replace(replace(replace(replace(relief, '"stretching"', ''), '"standing"', ''), '"massage"', ''), '"heat"', ''), '"medicine"', ''), '"drinking"', ''), '"nothing"', ''), '[, ]') = ''),
        CONSTRAINT cramp_distress_in_range CHECK (distress BETWEEN 0 AND 10),
        FOREIGN KEY(morning) REFERENCES night (morning) ON DELETE CASCADE
    ) STRICT
    """,
    """
    CREATE TRIGGER answer_in_range_at_insert BEFORE INSERT ON answer
    WHEN EXISTS (SELECT 1 FROM factor WHERE key = NEW.factor AND NEW.number NOT BETWEEN low AND high)
    BEGIN SELECT RAISE(ABORT, 'the number is out of its range'); END
    """,
    """
    CREATE TRIGGER answer_in_range_at_update BEFORE UPDATE ON answer
    WHEN EXISTS (SELECT 1 FROM factor WHERE key = NEW.factor AND NEW.number NOT BETWEEN low AND high)
    BEGIN SELECT RAISE(ABORT, 'the number is out of its range'); END
    """,
)
"""As SQLite keeps their text; what others point to stands before them."""

FACTORS = (
    ("position", "choice", None, None),
    ("one_position", "yes_no", None, None),
    ("covers_pressed", "yes_no", None, None),
    ("toes_pushed", "yes_no", None, None),
    ("legs_outside", "yes_no", None, None),
    ("bedding", "choice", None, None),
    ("socks", "yes_no", None, None),
    ("room_temperature", "number", -20, 50),
    ("room_felt", "choice", None, None),
    ("bed_time", "clock", None, None),
    ("wake_time", "clock", None, None),
    ("sleep_quality", "number", 1, 5),
    ("exercise", "choice", None, None),
    ("exercise_kind", "choice", None, None),
    ("exercise_minutes", "number", 0, 1440),
    ("stretched", "yes_no", None, None),
    ("long_standing", "yes_no", None, None),
    ("calcium_portions", "number", 0, 3),
    ("fluids", "number", 0, 30),
    ("alcohol", "number", 0, 30),
    ("caffeine", "yes_no", None, None),
    ("calcium_supplement", "yes_no", None, None),
    ("magnesium_supplement", "yes_no", None, None),
    ("stomach_upset", "yes_no", None, None),
    ("sleep_disturbance", "number", 0, 10),
)
"""What the diary asks from the start: key, kind, and for a number its lowest and highest, in order."""


def upgrade() -> None:
    """Make the tables of an empty file."""
    connection = op.get_bind()
    connection.exec_driver_sql("PRAGMA application_id=1313034820")
    for statement in SCHEMA:
        connection.exec_driver_sql(statement)
    insertion = "INSERT INTO factor (key, kind, low, high, own, archived, position) VALUES (?, ?, ?, ?, 0, 0, ?)"
    for position, factor in enumerate(FACTORS):
        connection.exec_driver_sql(insertion, (*factor, position))
