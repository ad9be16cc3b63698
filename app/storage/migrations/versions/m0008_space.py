"""The eighth schema: what the laptops of one organisation exchange, and who belongs to them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the tables of syncing as they were released."""
    op.create_table("outbox", _key("record"), _key("stamp"), sa.PrimaryKeyConstraint("record", "stamp"))
    op.create_table(
        "segment",
        _key("digest"),
        _key("id"),
        _key("writer"),
        _number("seq"),
        _text("device"),
        _key("previous"),
        _key("state"),
        _text("reason"),
        _number("made_ms"),
        _number("since_ms"),
        _number("size"),
        _number("start"),
        sa.Column("replaces", sa.Text(), nullable=False),
        sa.Column("bundle", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("digest"),
    )
    for name in ("id", "writer", "state"):
        op.create_index(f"ix_segment_{name}", "segment", [name])
    op.create_table(
        "key_entry", _key("id"), sa.Column("bundle", sa.LargeBinary(), nullable=False), sa.PrimaryKeyConstraint("id")
    )
    op.create_table("carried", _key("kind"), _key("key"), _text("digest"), sa.PrimaryKeyConstraint("kind", "key"))
    op.create_table("uploaded", _key("name"), _key("hash"), _number("unnamed_ms"), sa.PrimaryKeyConstraint("name"))


def downgrade() -> None:
    """There is no way back: the copy made before the upgrade is the way back."""
    raise RuntimeError("migrations only go forward")


def _key(name: str) -> sa.Column[str]:
    kind = sa.String().with_variant(sa.String(collation="C"), "postgresql")
    return sa.Column(name, kind, nullable=False)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), nullable=False)
