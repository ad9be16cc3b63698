"""The first schema: records, operations, drafts, calls, submissions sent and received, decisions, imports."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_SEARCH = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS record_search USING fts5(body, content='', contentless_delete=1, "
    "tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* Co Mn'\")"
)


def upgrade() -> None:
    """Create every table of schema 0001 as it was released."""
    _records()
    _typing()
    _exchange()
    _decisions()
    if op.get_bind().dialect.name == "sqlite":
        op.execute(_SEARCH)


def downgrade() -> None:
    """There is no way back: the copy made before the upgrade is the way back."""
    raise RuntimeError("migrations only go forward")


def _key() -> sa.types.TypeEngine[str]:
    return sa.String().with_variant(sa.String(collation="C"), "postgresql")


def _records() -> None:
    op.create_table(
        "record",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", _key(), nullable=False),
        sa.Column("kind", _key(), nullable=False),
        sa.Column("stamp", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("many", sa.Boolean(), nullable=False),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("contested", sa.Boolean(), nullable=False),
        sa.Column("waiting", sa.Boolean(), nullable=False),
        sa.Column("month", _key(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("record_page", "record", ["kind", "deleted", "month", "id"])
    op.create_table(
        "operation",
        sa.Column("record", _key(), nullable=False),
        sa.Column("stamp", _key(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("record", "stamp"),
    )
    op.create_table(
        "element",
        sa.Column("record", _key(), nullable=False),
        sa.Column("name", _key(), nullable=False),
        sa.Column("element", _key(), nullable=False),
        sa.PrimaryKeyConstraint("record", "name", "element"),
    )
    op.create_index("element_find", "element", ["name", "element", "record"])


def _typing() -> None:
    op.create_table(
        "draft",
        sa.Column("record", _key(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("saved_ms", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("record"),
    )
    op.create_table(
        "value",
        sa.Column("name", _key(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )


def _exchange() -> None:
    op.create_table(
        "call",
        sa.Column("id", _key(), nullable=False),
        sa.Column("own", sa.Boolean(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("taken_ms", sa.BigInteger(), nullable=False),
        sa.Column("bundle", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "sent",
        sa.Column("id", _key(), nullable=False),
        sa.Column("call", _key(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("made_ms", sa.BigInteger(), nullable=False),
        sa.Column("bundle", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_sent_call", "sent", ["call"])
    op.create_table(
        "received",
        sa.Column("id", _key(), nullable=False),
        sa.Column("organisation", _key(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("call", _key(), nullable=False),
        sa.Column("period", _key(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("sender", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("received_ms", sa.BigInteger(), nullable=False),
        sa.Column("bundle", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_received_call", "received", ["call"])
    op.create_index("ix_received_organisation", "received", ["organisation"])
    op.create_index("ix_received_period", "received", ["period"])


def _decisions() -> None:
    op.create_table(
        "finding_decision",
        sa.Column("call", _key(), nullable=False),
        sa.Column("finding", _key(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("made_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("call", "finding"),
    )
    op.create_table(
        "decision",
        sa.Column("stamp", _key(), nullable=False),
        sa.Column("subject", _key(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("stamp"),
    )
    op.create_index("ix_decision_subject", "decision", ["subject"])
    op.create_table(
        "batch",
        sa.Column("id", _key(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("made_ms", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("counts", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "imported",
        sa.Column("key", _key(), nullable=False),
        sa.Column("record", _key(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("batch", _key(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("ix_imported_batch", "imported", ["batch"])
    op.create_index("ix_imported_record", "imported", ["record"])
