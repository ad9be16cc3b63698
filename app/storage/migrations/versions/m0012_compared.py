"""The twelfth schema: what activities are compared by, and which of them are alike, is kept."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Add the two tables as they were released; both are clustered by their keys."""
    op.create_table(
        "compared",
        _key("region"),
        sa.Column("month", sa.Integer(), nullable=False),
        _key("organisation"),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("region", "month", "organisation"),
        sqlite_with_rowid=False,
    )
    op.create_index("compared_organisation", "compared", ["organisation"])
    op.create_table(
        "alike",
        _key("organisation"),
        _key("entry"),
        _key("part"),
        _key("word"),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("organisation", "entry", "part", "word"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """There is no way back: the copy made before the upgrade is the way back."""
    raise RuntimeError("migrations only go forward")


def _key(name: str) -> sa.Column[str]:
    kind = sa.String().with_variant(sa.String(collation="C"), "postgresql")
    return sa.Column(name, kind, nullable=False)
