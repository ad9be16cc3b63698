"""Every table. Rows are this room's private business: they accept bad data silently and never leave it.

A record is one row whatever its kind: its flat form as JSON, and beside it the few columns that lists
sort and filter by. New kinds and new fields need no new table (decision 0001). Text columns that are
keys or order pages compare byte by byte on PostgreSQL as they do on SQLite.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, LargeBinary, String, Text, text
from sqlmodel import Field, SQLModel

SCHEMA = "0013"
"""The newest migration; a workspace with another one is migrated, or refused if it is newer."""


def key_column(*, primary: bool = False, index: bool = False, unique: bool | None = None) -> Column[str]:
    """A column of text that orders byte by byte on every database."""
    return Column(
        String().with_variant(String(collation="C"), "postgresql"),
        primary_key=primary,
        index=index,
        unique=unique,
        nullable=False,
    )


def _part(name: str, only: str, *columns: str) -> Index:
    """An index of the few rows that a list of the exceptions shows: it costs the others nothing."""
    postgresql = only.replace("IS 0", "IS FALSE").replace("IS 1", "IS TRUE")
    return Index(name, *columns, sqlite_where=text(only), postgresql_where=text(postgresql))


class RecordRow(SQLModel, table=True):
    """What each record shows now; made again at any time from its operations."""

    __tablename__ = "record"
    __table_args__ = (
        Index("record_page", "kind", "deleted", "month", "id"),
        Index("record_shown", "id", "kind", "deleted"),
        Index("record_written", "kind", "stamp", "id"),
        _part("record_drafts", "complete IS 0", "kind", "deleted", "month", "id"),
        _part("record_loops", "open_loop IS 1", "kind", "deleted", "month", "id"),
        _part("record_counted", "counted IS NOT NULL", "kind", "deleted", "month", "counted"),
        _part("record_unjudged", "complete IS NULL", "number"),
        _part("record_contested", "contested IS 1", "deleted", "stamp"),
    )

    number: int | None = Field(default=None, primary_key=True)
    """Only to tie the record to the search index."""
    id: str = Field(sa_column=key_column(unique=True))
    kind: str = Field(sa_column=key_column())
    stamp: str
    by: str
    many: bool
    """Whether it has more than one operation; a single one is the row itself."""
    deleted: bool
    contested: bool
    waiting: bool
    """Whether an earlier change is still missing."""
    month: str = Field(sa_column=key_column())
    title: str
    body: str = Field(sa_column=Column(Text, nullable=False))
    complete: bool | None = None
    """Whether nothing that is needed is missing; None: not judged yet by the checks in force."""
    open_loop: bool | None = None
    """Whether somebody waits for an answer."""
    counted: int | None = None
    """People reached; None if nobody counted."""


class OperationRow(SQLModel, table=True):
    """The operations of records that have more than one."""

    __tablename__ = "operation"

    record: str = Field(sa_column=key_column(primary=True))
    stamp: str = Field(sa_column=key_column(primary=True))
    kind: str
    by: str
    body: str = Field(sa_column=Column(Text, nullable=False))


class ElementRow(SQLModel, table=True):
    """One element of one set of a record that is shown, such as an objective; for filters and counts."""

    __tablename__ = "element"
    __table_args__ = (Index("element_find", "name", "element", "record"),)

    record: str = Field(sa_column=key_column(primary=True))
    name: str = Field(sa_column=key_column(primary=True))
    element: str = Field(sa_column=key_column(primary=True))


class DraftRow(SQLModel, table=True):
    """What is being typed and is not an operation yet: of each record one for each sitting that types in it."""

    __tablename__ = "draft"

    record: str = Field(sa_column=key_column(primary=True))
    sitting: str = Field(sa_column=key_column(primary=True))
    """The word of a sitting (see `presence`), "" where the disk knows no locks."""
    kind: str
    by: str
    saved_ms: int = Field(sa_column=Column(BigInteger, nullable=False))
    body: str = Field(sa_column=Column(Text, nullable=False))


class ValueRow(SQLModel, table=True):
    """One named value of the workspace: who the organisation is, its keys, this writer's clock."""

    __tablename__ = "value"

    name: str = Field(sa_column=key_column(primary=True))
    value: str = Field(sa_column=Column(Text, nullable=False))


class CallRow(SQLModel, table=True):
    """A call made here or taken from a coordinator."""

    __tablename__ = "call"

    id: str = Field(sa_column=key_column(primary=True))
    own: bool
    period: str
    taken_ms: int = Field(sa_column=Column(BigInteger, nullable=False))
    bundle: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class SentRow(SQLModel, table=True):
    """A submission exactly as it was sent."""

    __tablename__ = "sent"

    id: str = Field(sa_column=key_column(primary=True))
    call: str = Field(sa_column=key_column(index=True))
    revision: int
    made_ms: int = Field(sa_column=Column(BigInteger, nullable=False))
    bundle: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class FindingDecisionRow(SQLModel, table=True):
    """A person's answer to one finding of the review; kept, so that nothing is asked twice."""

    __tablename__ = "finding_decision"

    call: str = Field(sa_column=key_column(primary=True))
    finding: str = Field(sa_column=key_column(primary=True))
    answer: str
    by: str
    made_ms: int = Field(sa_column=Column(BigInteger, nullable=False))


class ReceivedRow(SQLModel, table=True):
    """A submission that came in, byte for byte. Never changed, never deleted."""

    __tablename__ = "received"

    id: str = Field(sa_column=key_column(primary=True))
    organisation: str = Field(sa_column=key_column(index=True))
    name: str
    """The organisation's name as the submission gives it."""
    call: str = Field(sa_column=key_column(index=True))
    period: str = Field(sa_column=key_column(index=True))
    revision: int
    sender: str
    """The sender's public signing key, as hex."""
    source: str
    """The name of the file it came in."""
    received_ms: int = Field(sa_column=Column(BigInteger, nullable=False))
    bundle: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class ProjectedRow(SQLModel, table=True):
    """What an organisation adds to one picture; made again whenever the basis that it was made from is another one."""

    __tablename__ = "projected"

    reader: str = Field(sa_column=key_column(primary=True))
    """Which picture: period and audience; "files" for what is the same in all of them."""
    organisation: str = Field(sa_column=key_column(primary=True))
    basis: str
    """SHA-256 of everything that it depends on."""
    body: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class PrintedRow(SQLModel, table=True):
    """The pages that came in with a submission: kept without the bundle until they were compared with the data."""

    __tablename__ = "printed"

    submission: str = Field(sa_column=key_column(primary=True))
    digest: str = Field(sa_column=key_column(primary=True))
    source: str
    """The name of the file it came in."""
    cut_at: int = Field(sa_column=Column(BigInteger, nullable=False))
    """Where the bundle stood in the file."""
    cut_bytes: int = Field(sa_column=Column(BigInteger, nullable=False))
    outcome: str
    """Empty until they were compared."""
    rest: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    """The file without the bundle; empty as soon as they were compared."""


class PracticesRow(SQLModel, table=True):
    """A pack of practices that was given or taken, byte for byte. Never changed, never deleted."""

    __tablename__ = "practices"

    id: str = Field(sa_column=key_column(primary=True))
    signer: str = Field(sa_column=key_column(index=True))
    """The public key that signed it, as hex; our own for what was given."""
    taken_ms: int = Field(sa_column=Column(BigInteger, nullable=False))
    bundle: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class DecisionRow(SQLModel, table=True):
    """One decision of a coordinator; only ever added to, the newest per subject holds."""

    __tablename__ = "decision"

    stamp: str = Field(sa_column=key_column(primary=True))
    subject: str = Field(sa_column=key_column(index=True))
    kind: str
    body: str = Field(sa_column=Column(Text, nullable=False))
    by: str


class BatchRow(SQLModel, table=True):
    """One import of one file."""

    __tablename__ = "batch"

    id: str = Field(sa_column=key_column(primary=True))
    file: str
    digest: str
    made_ms: int = Field(sa_column=Column(BigInteger, nullable=False))
    by: str
    counts: str


class ImportedRow(SQLModel, table=True):
    """Which row of which source became which record, so that the same row again adds nothing."""

    __tablename__ = "imported"

    key: str = Field(sa_column=key_column(primary=True))
    record: str = Field(sa_column=key_column(index=True))
    digest: str
    batch: str = Field(sa_column=key_column(index=True))


class AttachmentRow(SQLModel, table=True):
    """The bytes of a cleaned file, once, under their SHA-256."""

    __tablename__ = "attachment"

    hash: str = Field(sa_column=key_column(primary=True))
    media: str
    size: int
    body: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


# what lists and bulk changes read and write without going through row objects
RECORD = SQLModel.metadata.tables["record"]
OPERATION = SQLModel.metadata.tables["operation"]
ELEMENT = SQLModel.metadata.tables["element"]
VALUE = SQLModel.metadata.tables["value"]
DRAFT = SQLModel.metadata.tables["draft"]
CALL = SQLModel.metadata.tables["call"]
SENT = SQLModel.metadata.tables["sent"]
RECEIVED = SQLModel.metadata.tables["received"]
PROJECTED = SQLModel.metadata.tables["projected"]
PRINTED = SQLModel.metadata.tables["printed"]
PRACTICES = SQLModel.metadata.tables["practices"]
DECISION = SQLModel.metadata.tables["decision"]
FINDING_DECISION = SQLModel.metadata.tables["finding_decision"]
BATCH = SQLModel.metadata.tables["batch"]
IMPORTED = SQLModel.metadata.tables["imported"]
ATTACHMENT = SQLModel.metadata.tables["attachment"]
