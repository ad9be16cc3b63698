"""Enclosing: what an organisation chooses, call by call, to tell an ombudsperson alone in the second envelope.

Nothing is enclosed before somebody chooses it. Sensitive reports are chosen, read and enclosed by focal points only.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace

import msgspec

from app.domain.checks import check
from app.domain.problems import blocking
from app.domain.records import Challenge, Record, SensitiveNote
from app.domain.roles import Verb
from app.domain.shared import Call, SharedEntry, Submission
from app.errors import GroundworkError
from app.i18n import N_
from app.privacy import border
from app.privacy.border import Passage
from app.services.opening.workspace import Workspace
from app.services.records import areas, recording
from app.services.submitting import ombudsperson, passing
from app.services.submitting.findings import Eye, Item, findings_in
from app.services.submitting.ombudsperson import Ombudsperson
from app.storage import values
from app.storage.queries import Query
from app.storage.session import Session
from app.sync import second_envelope, wire
from app.vault.sealing_key import SealingKey

_AT_ONCE = 500


class FocalPointNeededError(GroundworkError):
    """Sensitive reports are enclosed, and whoever is working cannot read them."""

    message = N_(
        "A focal point chose to tell {name} about sensitive reports in this submission."
        " Please let a focal point make it."
    )


@dataclass(frozen=True)
class Choice:
    """What is enclosed for one call."""

    challenges: bool = False
    """Challenges that are not for government."""
    notes: bool = False
    """Kind, month and passing on of sensitive reports."""
    alone: bool = False
    """Whether the next version is made for this alone: then the coordinator sees that something changed here."""


@dataclass(frozen=True)
class Enclosed:
    """What leaves in the second envelope of one submission, and for whom."""

    to: Ombudsperson | None = None
    choice: Choice = Choice()
    items: tuple[Item, ...] = ()
    """Challenges, with what to look at in them."""
    notes: tuple[SharedEntry, ...] = ()
    """Sensitive reports; empty for whoever may not read them."""
    may_choose_notes: bool = False
    """Whether whoever is working may decide about sensitive reports."""

    @property
    def entries(self) -> tuple[SharedEntry, ...]:
        """Everything that is told."""
        return (*(item.entry for item in self.items), *self.notes)

    @property
    def is_closed(self) -> bool:
        """Whether something was chosen that whoever is working cannot enclose."""
        return self.choice.notes and not self.may_choose_notes


@dataclass(frozen=True)
class SentAlone:
    """What an office was told with a submission, as it was sent."""

    name: str
    entries: tuple[SharedEntry, ...]
    """Empty for whoever cannot read it: sensitive reports are sealed for the focal points."""


def choice(workspace: Workspace, call: Call) -> Choice:
    """What was chosen for a call; nothing where that was for another key than the one that is kept now."""
    to = ombudsperson.kept(workspace)
    with workspace.reading() as session:
        found = values.get(session, _name(call.series))
    if to is None or not found or found["key"] != to.key:
        return Choice()
    return Choice(found["challenges"], found["notes"], found.get("alone") is True)


def choose(workspace: Workspace, call: Call, wanted: Choice) -> None:
    """Keep what is enclosed for a call. Raises NotAllowedError: about sensitive reports focal points decide alone."""
    to = ombudsperson.kept(workspace)
    if to is None:
        return
    workspace.may(Verb.WRITE)
    if wanted.notes != choice(workspace, call).notes:
        workspace.may(Verb.READ_SENSITIVE)
    with workspace.writing() as session:
        values.put(session, _name(call.series), {"key": to.key, **asdict(wanted)})


def may_enclose_notes(workspace: Workspace) -> bool:
    """Whether whoever is working may decide about sensitive reports."""
    return workspace.allows(Verb.READ_SENSITIVE)


def enclosed(workspace: Workspace, call: Call, found: tuple[Record, ...], *, through: Passage, eye: Eye) -> Enclosed:
    """What would be enclosed of these records, and of the sensitive reports of the call's period."""
    to, wanted = ombudsperson.kept(workspace), choice(workspace, call)
    if to is None:
        return Enclosed()
    own = replace(
        through,
        pseudonym=lambda record: passing.pseudonym_for(workspace, to.key, record),
        withdrawn=frozenset(),
        crossing=frozenset(),
    )
    items = tuple(_items(workspace, found, own, eye)) if wanted.challenges else ()
    may = may_enclose_notes(workspace)
    notes = tuple(_notes(workspace, call, own)) if wanted.notes and may else ()
    return Enclosed(to, wanted, items, notes, may)


def refuse_closed(seen: Enclosed) -> None:
    """Go on only if whoever is working can enclose all that was chosen. Raises FocalPointNeededError."""
    if seen.to is not None and seen.is_closed:
        raise FocalPointNeededError(name=seen.to.name)


def envelope(workspace: Workspace, submission: Submission, seen: Enclosed) -> tuple[bytes, SealingKey]:
    """The envelope, and for which key a sealed bundle around it has to be sealed as well.

    Without anything to tell it is as large as with a little, and for a key that nobody has.
    """
    if seen.to is None or not seen.entries:
        whole = [wire.submission_header(submission), *(line.decode() for line in wire.entry_lines(submission))]
        context = hashlib.sha256(msgspec.json.encode(whole)).digest()
        return second_envelope.empty(workspace.disclosure_secret, context), second_envelope.nobody()
    header = {
        "sender": workspace.keys.public.fingerprint,
        "organisation": workspace.organisation.name,
        "call": submission.call,
        "period": submission.period.iso,
    }
    return second_envelope.sealed(header, wire.lines_of(seen.entries), seen.to.sealing), seen.to.sealing


def remember(workspace: Workspace, session: Session, made: tuple[str, str], seen: Enclosed) -> None:
    """Keep what is told with a submission (its id, and its call's), as it is; reports sealed for the focal points.

    That a version was to be made for this alone holds for one version.
    """
    submission, call = made
    if seen.to is not None and seen.choice.alone:
        values.put(session, _name(call), {"key": seen.to.key, **asdict(replace(seen.choice, alone=False))})
    if seen.to is None or not seen.entries:
        return
    kept = {"name": seen.to.name} | _kept(workspace, seen)
    values.put(session, _sent(submission), kept)


def sent_with(workspace: Workspace, submission: str) -> SentAlone | None:
    """What was told to an office with a submission of ours, None if nothing was."""
    with workspace.reading() as session:
        kept = values.get(session, _sent(submission))
    if not kept:
        return None
    _key, *lines = msgspec.json.decode(_opened(workspace, kept) or '[""]')
    return SentAlone(kept["name"], wire.read_entries(line.encode() for line in lines))


def is_as_sent(workspace: Workspace, submission: str, seen: Enclosed) -> bool:
    """Whether exactly this was told with a submission; what whoever is working cannot read is something else."""
    with workspace.reading() as session:
        kept = values.get(session, _sent(submission))
    if not kept:
        return not seen.entries
    return bool(seen.entries) and _opened(workspace, kept) == _told(seen)


def _items(workspace: Workspace, found: tuple[Record, ...], through: Passage, eye: Eye) -> Iterator[Item]:
    for record in found:
        if not isinstance(record, Challenge) or blocking(check(record, workspace.pack)):
            continue
        told = border.ENCLOSED[record.KIND]
        findings = tuple(one for one in findings_in(record, eye) if one.field in told)
        entry = border.enclose(record, passing.decided(through, findings), ())
        if entry is not None:
            yield Item(record.id, recording.in_a_line(recording.naming(record)), entry, findings)


def _notes(workspace: Workspace, call: Call, through: Passage) -> Iterator[SharedEntry]:
    known = frozenset(workspace.pack.code_list("feedback_sensitivity").codes)
    after = 0
    while lines := recording.lines(workspace, Query(SensitiveNote.KIND), after=after, limit=_AT_ONCE):
        after += len(lines)
        for line in lines:
            note = line.record
            if isinstance(note, SensitiveNote) and note.month is not None and call.period.contains(note.month):
                if (entry := border.enclose(note, through, known)) is not None:
                    yield entry


def _kept(workspace: Workspace, seen: Enclosed) -> dict[str, str]:
    told = _told(seen)
    return {"sealed": areas.seal_for(workspace, told, SensitiveNote)} if seen.notes else {"told": told}


def _told(seen: Enclosed) -> str:
    """What is told to whom, as one text that is equal for equal content."""
    lines = [line.decode() for line in wire.lines_of(seen.entries)]
    return msgspec.json.encode([seen.to.key if seen.to else "", *lines]).decode()


def _opened(workspace: Workspace, kept: dict[str, str]) -> str:
    return kept["told"] if "told" in kept else areas.opened_text(workspace, kept["sealed"])


def _name(call: str) -> str:
    return f"enclosing:{call}"


def _sent(submission: str) -> str:
    return f"enclosed:{submission}"
