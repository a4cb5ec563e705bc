"""How Alembic runs the steps: on the connection, and in the transaction, that it is handed."""

from __future__ import annotations

from alembic import context

from diary.store.tables import Table

context.configure(
    connection=context.config.attributes["connection"], target_metadata=Table.metadata, render_as_batch=True
)
context.run_migrations()
