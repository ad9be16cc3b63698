"""The third schema: what lists show and count without reading records, such as drafts and open messages."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_PARTS = (
    ("record_drafts", ["kind", "deleted", "month", "id"], "complete IS 0"),
    ("record_loops", ["kind", "deleted", "month", "id"], "open_loop IS 1"),
    ("record_counted", ["kind", "deleted", "month", "counted"], "counted IS NOT NULL"),
    ("record_unjudged", ["number"], "complete IS NULL"),
)


def upgrade() -> None:
    """Add the columns, empty: the records are judged, and indexed anew, when the workspace is opened."""
    op.add_column("record", sa.Column("complete", sa.Boolean(), nullable=True))
    op.add_column("record", sa.Column("open_loop", sa.Boolean(), nullable=True))
    op.add_column("record", sa.Column("counted", sa.Integer(), nullable=True))
    op.create_index("record_shown", "record", ["id", "kind", "deleted"])
    for name, columns, only in _PARTS:
        postgresql = only.replace("IS 0", "IS FALSE").replace("IS 1", "IS TRUE")
        op.create_index(name, "record", columns, sqlite_where=sa.text(only), postgresql_where=sa.text(postgresql))


def downgrade() -> None:
    """There is no way back: the copy made before the upgrade is the way back."""
    raise RuntimeError("migrations only go forward")
