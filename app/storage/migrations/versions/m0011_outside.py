"""The eleventh schema: received files whose bytes lie in a place outside."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Add the table of files outside as it was released."""
    key = sa.String().with_variant(sa.String(collation="C"), "postgresql")
    op.create_table(
        "outside",
        sa.Column("submission", key, nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("place", key, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("told", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("submission"),
    )
    op.create_index("ix_outside_place", "outside", ["place"])


def downgrade() -> None:
    """There is no way back: the copy made before the upgrade is the way back."""
    raise RuntimeError("migrations only go forward")
