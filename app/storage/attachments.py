"""The bytes of cleaned files, each kept once under its own SHA-256; and which attachments name a record."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec
from sqlalchemy import delete, func, insert, select

from app.domain.records import Attachment, unflat
from app.storage.session import Session
from app.storage.tables import ATTACHMENT, ELEMENT, RECORD


@dataclass(frozen=True)
class Content:
    """The bytes of one cleaned file."""

    hash: str
    media: str
    body: bytes

    @classmethod
    def of(cls, media: str, body: bytes) -> Content:
        """These bytes under the hash that they have."""
        return cls(hashlib.sha256(body).hexdigest(), media, body)

    @property
    def is_whole(self) -> bool:
        """Whether the bytes are those that were kept."""
        return hashlib.sha256(self.body).hexdigest() == self.hash


def put(session: Session, content: Content) -> None:
    """Keep these bytes; those that are here already stay as they are."""
    if not has(session, content.hash):
        row = {"hash": content.hash, "media": content.media, "size": len(content.body), "body": content.body}
        session.execute(insert(ATTACHMENT), [row])


def has(session: Session, hash: str) -> bool:
    """Whether the bytes with this hash are kept here."""
    return session.execute(select(ATTACHMENT.c.hash).where(ATTACHMENT.c.hash == hash)).first() is not None


def get(session: Session, hash: str) -> Content | None:
    """The bytes with this hash, whole or not; None if there are none."""
    row = session.execute(select(ATTACHMENT).where(ATTACHMENT.c.hash == hash)).first()
    return Content(row.hash, row.media, row.body) if row else None


def remove(session: Session, hash: str) -> None:
    """Forget these bytes for good."""
    session.execute(delete(ATTACHMENT).where(ATTACHMENT.c.hash == hash))


def hashes(session: Session) -> tuple[str, ...]:
    """The hashes of everything that is kept."""
    return tuple(sizes(session))


def sizes(session: Session) -> dict[str, int]:
    """The hashes of everything that is kept, with how many bytes there are."""
    chosen = select(ATTACHMENT.c.hash, ATTACHMENT.c.size).order_by(ATTACHMENT.c.hash)
    return {row.hash: row.size for row in session.execute(chosen)}


def about(session: Session, record: str) -> tuple[Attachment, ...]:
    """The attachments that name this record and are not in the trash, in the order in which they were attached."""
    named = select(ELEMENT.c.record).where(ELEMENT.c.name == "about", ELEMENT.c.element == record)
    chosen = select(RECORD).where(RECORD.c.id.in_(named), RECORD.c.kind == Attachment.KIND).order_by(RECORD.c.id)
    return tuple(unflat(Attachment, row.id, msgspec.json.decode(row.body)) for row in session.execute(chosen))


def stamp_about(session: Session, record: str) -> str:
    """The newest write to an attachment of this record, also to one in the trash; "" if it has none."""
    named = select(ELEMENT.c.record).where(ELEMENT.c.name == "about", ELEMENT.c.element == record)
    shown = select(func.max(RECORD.c.stamp)).where(RECORD.c.id.in_(named), RECORD.c.kind == Attachment.KIND)
    trashed = RECORD.c.deleted.is_(True) & RECORD.c.body.contains(f'"about/{record}"', autoescape=True)
    gone = select(func.max(RECORD.c.stamp)).where(RECORD.c.kind == Attachment.KIND, trashed)
    return max(session.execute(one).scalar() or "" for one in (shown, gone))


def holders(session: Session, hash: str) -> Iterator[tuple[str, bool]]:
    """The attachments with these bytes: id, and whether it is in the trash."""
    chosen = select(RECORD).where(RECORD.c.kind == Attachment.KIND, RECORD.c.body.contains(hash))
    for row in session.execute(chosen):
        if unflat(Attachment, row.id, msgspec.json.decode(row.body)).hash == hash:
            yield row.id, row.deleted


def named(session: Session) -> frozenset[str]:
    """The hashes that attachments outside the trash name."""
    chosen = select(RECORD).where(RECORD.c.kind == Attachment.KIND, RECORD.c.deleted.is_(False))
    found = (unflat(Attachment, row.id, msgspec.json.decode(row.body)).hash for row in session.execute(chosen))
    return frozenset(hash for hash in found if hash)
