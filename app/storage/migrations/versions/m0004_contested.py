"""The fourth schema: what has something to decide is found without reading every record."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the index of contested records as it was released."""
    op.create_index(
        "record_contested",
        "record",
        ["deleted", "stamp"],
        sqlite_where=sa.text("contested IS 1"),
        postgresql_where=sa.text("contested IS TRUE"),
    )


def downgrade() -> None:
    """There is no way back: the copy made before the upgrade is the way back."""
    raise RuntimeError("migrations only go forward")
