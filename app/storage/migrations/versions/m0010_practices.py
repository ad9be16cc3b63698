"""The tenth schema: packs of practices that were given to others or taken from them, as they were signed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Add the table of packs as it was released."""
    key = sa.String().with_variant(sa.String(collation="C"), "postgresql")
    op.create_table(
        "practices",
        sa.Column("id", key, nullable=False),
        sa.Column("signer", key, nullable=False),
        sa.Column("taken_ms", sa.BigInteger(), nullable=False),
        sa.Column("bundle", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_practices_signer", "practices", ["signer"])


def downgrade() -> None:
    """There is no way back: the copy made before the upgrade is the way back."""
    raise RuntimeError("migrations only go forward")
