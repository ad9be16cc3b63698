"""The fifth schema: pages that came in with submissions, until they were compared with the data, and the outcome."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the table of pages as it was released."""
    key = sa.String().with_variant(sa.String(collation="C"), "postgresql")
    op.create_table(
        "printed",
        sa.Column("submission", key, nullable=False),
        sa.Column("digest", key, nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("cut_at", sa.BigInteger(), nullable=False),
        sa.Column("cut_bytes", sa.BigInteger(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("rest", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("submission", "digest"),
    )


def downgrade() -> None:
    """There is no way back: the copy made before the upgrade is the way back."""
    raise RuntimeError("migrations only go forward")
