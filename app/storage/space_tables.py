"""The tables of what laptops of one organisation exchange: what is unsent, what came, who belongs."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, LargeBinary, Text
from sqlmodel import Field, SQLModel

from app.storage import comparison_tables
from app.storage.tables import key_column


class OutboxRow(SQLModel, table=True):
    """One operation written here that is in no segment yet."""

    __tablename__ = "outbox"

    record: str = Field(sa_column=key_column(primary=True))
    stamp: str = Field(sa_column=key_column(primary=True))


class SegmentRow(SQLModel, table=True):
    """One file with changes of one laptop: made here, taken in, waiting or put aside."""

    __tablename__ = "segment"

    digest: str = Field(sa_column=key_column(primary=True))
    """SHA-256 of the file."""
    id: str = Field(sa_column=key_column(index=True))
    """The `bundle_id`."""
    writer: str = Field(sa_column=key_column(index=True))
    seq: int = Field(sa_column=Column(BigInteger, nullable=False))
    device: str
    """The fingerprint of the laptop that signed it."""
    previous: str = Field(sa_column=key_column())
    state: str = Field(sa_column=key_column(index=True))
    reason: str
    made_ms: int = Field(sa_column=Column(BigInteger, nullable=False))
    """When its laptop's clock said it was sealed."""
    since_ms: int = Field(sa_column=Column(BigInteger, nullable=False))
    """Since when it is in this state here."""
    size: int = Field(sa_column=Column(BigInteger, nullable=False))
    start: int = Field(sa_column=Column(BigInteger, nullable=False))
    """The number of the first segment that it stands for: its own, unless it is several in one."""
    replaces: str = Field(sa_column=Column(Text, nullable=False))
    """The ids of those, as JSON."""
    bundle: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    """The file; empty where nobody needs it any more."""


class KeyEntryRow(SQLModel, table=True):
    """One signed entry of the key log, as received."""

    __tablename__ = "key_entry"

    id: str = Field(sa_column=key_column(primary=True))
    bundle: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class CarriedRow(SQLModel, table=True):
    """Which row of another table is in a segment already, and in which form."""

    __tablename__ = "carried"

    kind: str = Field(sa_column=key_column(primary=True))
    key: str = Field(sa_column=key_column(primary=True))
    digest: str


class UploadedRow(SQLModel, table=True):
    """A file of an attachment that this laptop put into a place, until nothing names it for long."""

    __tablename__ = "uploaded"

    name: str = Field(sa_column=key_column(primary=True))
    hash: str = Field(sa_column=key_column())
    unnamed_ms: int = Field(sa_column=Column(BigInteger, nullable=False))
    """Since when no attachment names it; 0: one does."""


OUTBOX = SQLModel.metadata.tables["outbox"]
SEGMENT = SQLModel.metadata.tables["segment"]
KEY_ENTRY = SQLModel.metadata.tables["key_entry"]
CARRIED = SQLModel.metadata.tables["carried"]
UPLOADED = SQLModel.metadata.tables["uploaded"]
METADATA = comparison_tables.ALIKE.metadata
"""Every table of this module and of `tables`."""
