"""Pages that came in with submissions: kept until they were compared with the data, then only what was found."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, insert, select, update

from app.storage import unsent_rows
from app.storage.session import Session
from app.storage.tables import PRINTED


@dataclass(frozen=True)
class Printed:
    """The pages of one file. `rest` is b"" where only what is known of them was asked for."""

    submission: str
    digest: str
    source: str
    cut_at: int
    cut_bytes: int
    outcome: str = ""
    rest: bytes = b""


def put(session: Session, fresh: Printed) -> None:
    """Keep the pages of a file; the same ones are kept once."""
    if session.execute(select(PRINTED.c.digest).where(_is(fresh))).first() is None:
        session.execute(insert(PRINTED), [dict(vars(fresh))])
        _note(session, fresh)


def of(session: Session, submission: str) -> tuple[Printed, ...]:
    """What is known of the pages that came in with a submission, sorted by the names of their files."""
    columns = [column for column in PRINTED.c if column.name != "rest"]
    chosen = select(*columns).where(PRINTED.c.submission == submission).order_by(PRINTED.c.source, PRINTED.c.digest)
    return tuple(Printed(**row) for row in session.execute(chosen).mappings())


def outcomes(session: Session) -> dict[str, tuple[str, ...]]:
    """Submission to the outcomes of its pages; an empty one is not compared yet."""
    found: dict[str, tuple[str, ...]] = {}
    for row in session.execute(select(PRINTED.c.submission, PRINTED.c.outcome).order_by(PRINTED.c.outcome)):
        found[row.submission] = (*found.get(row.submission, ()), row.outcome)
    return found


def waiting(session: Session, submission: str = "") -> tuple[Printed, ...]:
    """The pages of one submission, or of all, that were not compared yet; without their bytes."""
    chosen = select(PRINTED.c.submission).where(PRINTED.c.outcome == "").distinct()
    if submission:
        chosen = chosen.where(PRINTED.c.submission == submission)
    found = [row.submission for row in session.execute(chosen.order_by(PRINTED.c.submission))]
    return tuple(one for each in found for one in of(session, each) if not one.outcome)


def rest(session: Session, one: Printed) -> bytes:
    """The file without its bundle."""
    return bytes(session.execute(select(PRINTED.c.rest).where(_is(one))).scalar_one())


def settle(session: Session, one: Printed, outcome: str) -> None:
    """Keep what was found, and forget the pages: the same can be drawn again."""
    session.execute(update(PRINTED).where(_is(one)).values(outcome=outcome, rest=b""))
    _note(session, one)


def _note(session: Session, one: Printed) -> None:
    unsent_rows.note(session, PRINTED.name, [unsent_rows.joined(one.submission, one.digest)])


def _is(one: Printed) -> ColumnElement[bool]:
    return and_(PRINTED.c.submission == one.submission, PRINTED.c.digest == one.digest)
