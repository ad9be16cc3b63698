"""What people in one organisation say to each other about a record before it leaves; it never leaves itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.domain.records.fields import Record, Shape, declare
from app.i18n import N_

ASKED, CHANGES, APPROVED = "asked", "changes", "approved"
"""A review was asked for; the reviewer asks for changes; the reviewer approves."""


@dataclass(frozen=True)
class Review(Record):
    """How far the review of one record is; one per record on all devices of an organisation.

    `seen` is the newest write that the record showed then: an approval holds for what was read, not for what
    is written afterwards.
    """

    KIND: ClassVar[str] = "review"

    record: str = declare(Shape.REFERENCE, N_("Record"), required=True)
    status: str = declare(Shape.TEXT, N_("How far the review is"), required=True)
    seen: str = declare(Shape.TEXT, N_("The version that was read"))
    by: str = declare(Shape.TEXT, N_("Who asked or answered"))


@dataclass(frozen=True)
class Comment(Record):
    """What a reviewer says about one field of a record, or about all of it; open until it is marked done."""

    KIND: ClassVar[str] = "comment"

    record: str = declare(Shape.REFERENCE, N_("Record"), required=True)
    field: str = declare(Shape.TEXT, N_("Field"))
    text: str = declare(Shape.LONG_TEXT, N_("Comment"), required=True)
    by: str = declare(Shape.TEXT, N_("Who wrote it"))
    done: bool = declare(Shape.FLAG, N_("Done"))
