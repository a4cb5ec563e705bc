"""Own questions: units in the person's words, whether they are told in the evening, what is hidden, former words."""

from __future__ import annotations

from alembic import op

revision = "v0002"
down_revision = "v0001"

FACTOR = """
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
        evening INTEGER,
        hidden INTEGER NOT NULL,
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
        CONSTRAINT factor_question_not_too_long CHECK (length(question) <= 120),
        CONSTRAINT factor_name_not_too_long CHECK (length(name) <= 60),
        CONSTRAINT factor_unit_not_too_long CHECK (length(unit) <= 20),
        CONSTRAINT factor_options_is_an_object CHECK (options GLOB '{*}'),
        CONSTRAINT factor_evening_is_yes_or_no CHECK (evening IN (0, 1)),
        CONSTRAINT factor_own_in_the_evening_or_not CHECK (own = 0 OR evening IS NOT NULL),
        CONSTRAINT factor_hidden_is_yes_or_no CHECK (hidden IN (0, 1)),
        CONSTRAINT factor_archived_is_yes_or_no CHECK (archived IN (0, 1)),
        CONSTRAINT factor_only_own_archived CHECK (own = 1 OR archived = 0)
    ) STRICT
    """
FORMER_WORDS = """
    CREATE TABLE former_words (
        factor TEXT NOT NULL,
        position INTEGER NOT NULL,
        until TEXT NOT NULL,
        question TEXT NOT NULL,
        name TEXT NOT NULL,
        unit TEXT,
        options TEXT,
        PRIMARY KEY (factor, position),
        CONSTRAINT former_words_until_is_a_day CHECK (until IS NULL OR until IS date(until, '+0 days')),
        CONSTRAINT former_words_question_not_empty CHECK (question <> ''),
        CONSTRAINT former_words_question_not_too_long CHECK (length(question) <= 120),
        CONSTRAINT former_words_name_not_empty CHECK (name <> ''),
        CONSTRAINT former_words_name_not_too_long CHECK (length(name) <= 60),
        CONSTRAINT former_words_unit_not_too_long CHECK (length(unit) <= 20),
        CONSTRAINT former_words_options_is_an_object CHECK (options GLOB '{*}'),
        FOREIGN KEY(factor) REFERENCES factor ("key") ON DELETE CASCADE
    ) STRICT
    """
"""As SQLite keeps their text."""

COPIED_COLUMNS = "key, kind, own, question, name, low, high, step, unit, options, archived, position"


def upgrade() -> None:
    """Make the table of factors anew around its rows, and add the table of former words.

    The answers, and the rules on them that look into the table, stay where they are: foreign keys are off.
    """
    connection = op.get_bind()
    rows = connection.exec_driver_sql(f"SELECT {COPIED_COLUMNS} FROM factor").all()  # noqa: S608  # words of this file
    connection.exec_driver_sql("DROP TABLE factor")
    connection.exec_driver_sql(FACTOR)
    marks = ", ".join("?" for _ in COPIED_COLUMNS.split(", "))
    added = f"INSERT INTO factor ({COPIED_COLUMNS}, evening, hidden) VALUES ({marks}, ?, 0)"  # noqa: S608  # words of this file
    for row in rows:
        connection.exec_driver_sql(added, (*row, 1 if row.own else None))
    connection.exec_driver_sql(FORMER_WORDS)
