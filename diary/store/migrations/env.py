"""Runs the migrations on the connection that the store hands over, inside its transaction."""

from alembic import context

from diary.store.tables import Table

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    render_as_batch=True,
    transactional_ddl=False,
)
context.run_migrations()
