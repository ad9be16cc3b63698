"""The sixth schema: each sitting has a draft of its own of a record, so that two windows never share one."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_IN_BODY = "sitting"


def upgrade() -> None:
    """Make the table of drafts anew, with the sitting in its key; what was being typed goes along."""
    connection = op.get_bind()
    kept = [dict(row) for row in connection.execute(sa.text("SELECT * FROM draft")).mappings()]
    op.drop_table("draft")
    made = op.create_table(
        "draft",
        sa.Column("record", _key(), nullable=False),
        sa.Column("sitting", _key(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("saved_ms", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("record", "sitting"),
    )
    if kept:
        op.bulk_insert(made, [{**row, "sitting": str(json.loads(row["body"]).get(_IN_BODY, ""))} for row in kept])


def downgrade() -> None:
    """There is no way back: the copy made before the upgrade is the way back."""
    raise RuntimeError("migrations only go forward")


def _key() -> sa.types.TypeEngine[str]:
    return sa.String().with_variant(sa.String(collation="C"), "postgresql")
