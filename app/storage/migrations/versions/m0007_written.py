"""The seventh schema: what was not written on for a long time is found without reading every record of its kind."""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the index of records by their last change as it was released."""
    op.create_index("record_written", "record", ["kind", "stamp", "id"])


def downgrade() -> None:
    """There is no way back: the copy made before the upgrade is the way back."""
    raise RuntimeError("migrations only go forward")
