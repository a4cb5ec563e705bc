"""The other condition, in the person's own words."""

from __future__ import annotations

from alembic import op

revision = "v0004"
down_revision = "v0003"

CONDITION = """
    CREATE TABLE condition (
        position INTEGER NOT NULL,
        "key" TEXT NOT NULL,
        noted_on TEXT NOT NULL,
        since INTEGER,
        own_name TEXT NOT NULL,
        PRIMARY KEY (position),
        CONSTRAINT condition_key_not_empty CHECK (key <> ''),
        CONSTRAINT condition_noted_on_is_a_day CHECK (noted_on IS NULL OR noted_on IS date(noted_on, '+0 days')),
        CONSTRAINT condition_own_name_not_too_long CHECK (length(own_name) <= 200)
    ) STRICT
    """
"""As SQLite keeps its text."""


def upgrade() -> None:
    """Make the table of conditions anew around its rows."""
    connection = op.get_bind()
    rows = connection.exec_driver_sql("SELECT position, key, noted_on, since FROM condition").all()
    connection.exec_driver_sql("DROP TABLE condition")
    connection.exec_driver_sql(CONDITION)
    for row in rows:
        connection.exec_driver_sql(
            "INSERT INTO condition (position, key, noted_on, since, own_name) VALUES (?, ?, ?, ?, '')", tuple(row)
        )
