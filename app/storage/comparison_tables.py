"""The tables of what activities are compared by and which are alike; rows are clustered by their keys."""

from __future__ import annotations

from sqlalchemy import Column, Index, LargeBinary
from sqlmodel import Field, SQLModel

from app.storage.tables import key_column


class ComparedRow(SQLModel, table=True):
    """What the activities of an organisation are compared by that begin in one region and month; made again any time.

    Whoever compares reads region after region, and in it month after month: so they lie on the disk.
    """

    __tablename__ = "compared"
    __table_args__ = (Index("compared_organisation", "organisation"), {"sqlite_with_rowid": False})

    region: str = Field(sa_column=key_column(primary=True))
    month: int = Field(primary_key=True)
    """Counted from the year 0; 0 where none is told."""
    organisation: str = Field(sa_column=key_column(primary=True))
    body: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class AlikeRow(SQLModel, table=True):
    """With which entries before it in the order one activity is probably one; made again any time."""

    __tablename__ = "alike"
    __table_args__ = ({"sqlite_with_rowid": False},)

    organisation: str = Field(sa_column=key_column(primary=True))
    entry: str = Field(sa_column=key_column(primary=True))
    part: str = Field(sa_column=key_column(primary=True))
    """Whether they met in their region or in the whole country."""
    word: str = Field(sa_column=key_column(primary=True))
    """By which they met in the country."""
    body: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


COMPARED = SQLModel.metadata.tables["compared"]
ALIKE = SQLModel.metadata.tables["alike"]
