"""What Alembic runs for every upgrade: the connection is given, the transaction is the caller's."""

from __future__ import annotations

from alembic import context


def run() -> None:
    """Run what is asked for on the connection that `migrations.upgrade` gave."""
    context.configure(
        connection=context.config.attributes["connection"],
        render_as_batch=True,
        transactional_ddl=False,
        target_metadata=None,
    )
    context.run_migrations()


if __name__ == "env_py":  # the name under which Alembic loads this file
    run()
