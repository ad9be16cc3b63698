"""The eighth schema: the key log of the laptops of one organisation."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the table of entries as it was released."""
    key = sa.String().with_variant(sa.String(collation="C"), "postgresql")
    op.create_table(
        "key_entry",
        sa.Column("id", key, nullable=False),
        sa.Column("bundle", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )


def downgrade() -> None:
    """There is no way back: the copy made before the upgrade is the way back."""
    raise RuntimeError("migrations only go forward")
