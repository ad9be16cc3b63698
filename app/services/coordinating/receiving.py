"""Receiving: files that come in, in any order, any number of times, and what each is; `triage` decides about them.

A file that came in is kept byte for byte and never changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from app.domain.shared import Submission
from app.errors import GroundworkError
from app.folding import plain_name
from app.i18n import N_, translation
from app.intake.carrying import packed
from app.intake.carrying.carrier import LARGEST_FILE, PDF_LIMITS, find_bundle
from app.intake.carrying.packed import Member
from app.intake.guard import failures
from app.intake.guard.failures import NestedArchiveError
from app.intake.guard.kinds import HEAD_BYTES, Kind, kind_of
from app.intake.guard.quarantine import Quarantine
from app.progress import Progress, silent
from app.services.coordinating import honouring, proving, triage, voices
from app.services.coordinating.proving import Came
from app.services.coordinating.voices import Voice
from app.services.opening.workspace import Workspace
from app.storage import exchange, outside
from app.storage.exchange import Received
from app.sync import forwarding, signers, wire
from app.sync.manifest import Purpose
from app.sync.reading import read
from app.sync.standing import Held, Outcome, outcome
from app.vault.key_change import KeyChange

__all__ = ["Arrival", "Outcome", "arriving", "head_of", "is_ours", "receive", "received", "refuse_others"]

_ENDINGS = (".pdf", ".gwb", ".zip")
_OURS = frozenset({Kind.PDF, Kind.BUNDLE})


class NotACoordinatorError(GroundworkError):
    """Only a workspace made for coordination receives submissions."""

    message = N_("This workspace does not coordinate others, so it cannot receive submissions.")


class FileUnreadableError(GroundworkError):
    """The file cannot even be read."""

    message = N_("{name} cannot be read. Is the stick still in, and may you open the file?")


@dataclass(frozen=True)
class Arrival:
    """What became of one file."""

    path: Path
    outcome: Outcome
    reason: str = ""
    """Why it was refused or must be looked at, in words."""
    submission: str = ""
    honoured: int = 0
    """How many entries held here it takes back; they are honoured at once."""


def receive(workspace: Workspace, paths: Iterable[Path], progress: Progress = silent) -> tuple[Arrival, ...]:
    """Take files and folders into the inbox; each file has exactly one outcome, and no file stops the others."""
    return tuple(arriving(workspace, paths, progress))


def arriving(workspace: Workspace, paths: Iterable[Path], progress: Progress = silent) -> Iterator[Arrival]:
    """The same, file by file: whoever stops in between still knows what became of those before."""
    refuse_others(workspace)
    files = list(_files(paths))
    with Quarantine(PDF_LIMITS) as quarantine:
        for done, (path, ours) in enumerate(files):
            progress(done, len(files))
            for arrival in _receive_one(workspace, path, quarantine) if ours else (_left_alone(path),):
                yield arrival
                progress(done, len(files))
    progress(len(files), len(files))


def is_ours(name: str, head: bytes) -> bool:
    """Whether a file of a folder is looked at: its name promises something of ours, or its first bytes do.

    What else lies in a folder is left alone, and told; a file that is chosen by itself is looked at whatever it is.
    """
    return Path(name).suffix.lower() in _ENDINGS or kind_of(head) in _OURS


def refuse_others(workspace: Workspace) -> None:
    """Go on only where others are coordinated. Raises NotACoordinatorError."""
    if not workspace.coordinator:
        raise NotACoordinatorError


def _files(paths: Iterable[Path]) -> Iterator[tuple[Path, bool]]:
    """Every file, and whether it is looked at."""
    for path in paths:
        if path.is_dir():
            inside = sorted(one for one in path.rglob("*") if one.is_file())
            yield from ((one, is_ours(one.name, head_of(one))) for one in inside)
        else:
            yield path, True


def head_of(path: Path) -> bytes:
    """The first bytes of a file; none of one that cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(HEAD_BYTES)
    except OSError:
        return b""


def _receive_one(workspace: Workspace, path: Path, quarantine: Quarantine) -> Iterator[Arrival]:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise failures.TooLargeError
        content = path.read_bytes()
    except OSError as failure:
        yield _refused(path, FileUnreadableError(name=path.name, detail=str(failure.errno)))
        return
    except failures.TooLargeError as failure:
        yield _refused(path, failure)
        return
    yield from received(workspace, path, content, quarantine)


def received(workspace: Workspace, path: Path, content: bytes, quarantine: Quarantine) -> Iterator[Arrival]:
    """What became of a file whose content is at hand; of `path` only the name is kept.

    Of a ZIP each file in it; of what a hub passes on, each submission.
    """
    if forwarding.is_forward(content):
        yield from _passed_on(workspace, path, content, quarantine)
        return
    if kind_of(content[:HEAD_BYTES]) is not Kind.ZIP:
        yield _receive_data(workspace, path, content, quarantine)
        return
    try:
        found = quarantine.read(packed.unpack, content, returns=packed.Packed)
    except GroundworkError as failure:
        yield _refused(path, failure)
        return
    if not found.members:
        yield _refused(path, failures.EmptyFileError())
    for member in found.members:
        yield _receive_member(workspace, path / member.name, member, quarantine)


def _passed_on(workspace: Workspace, path: Path, content: bytes, quarantine: Quarantine) -> Iterator[Arrival]:
    try:
        passed = forwarding.open_(content).passed
    except GroundworkError as failure:
        yield _refused(path, failure)
        return
    for one in passed:
        named = path.with_name(f"{path.stem}-{one.listed.id[:12]}.gwb")
        yield _receive_data(workspace, named, one.data, quarantine)


def _receive_member(workspace: Workspace, path: Path, member: Member, quarantine: Quarantine) -> Arrival:
    if member.trouble:
        return _refused(path, getattr(failures, member.trouble, failures.DamagedFileError)())
    head = member.data[:HEAD_BYTES]
    if kind_of(head) is Kind.ZIP:
        return _refused(path, NestedArchiveError())
    if not is_ours(member.name, head):
        return _left_alone(path)
    return _receive_data(workspace, path, member.data, quarantine)


def _left_alone(path: Path) -> Arrival:
    return Arrival(path, Outcome.LEFT_ALONE, failures.NotOursError().sentence())


def _refused(path: Path, failure: GroundworkError) -> Arrival:
    return Arrival(path, Outcome.REFUSED, failure.sentence())


def _receive_data(workspace: Workspace, path: Path, content: bytes, quarantine: Quarantine) -> Arrival:
    try:
        came = Came(path.name, content, find_bundle(content, quarantine=quarantine))
        bundle = read(came.carried.data, purpose=Purpose.SUBMISSION, keys=workspace.keys)
        submission = wire.read_submission(bundle.header, bundle.lines())
    except GroundworkError as failure:
        return _refused(path, failure)
    sender = bundle.manifest.sender.signing.hex()
    fresh = Held(submission.organisation.id, submission.call, submission.revision, bundle.bundle_id, sender)
    return _take(workspace, path, _Read(fresh, came, submission, *signers.changes_in(bundle.header)))


@dataclass(frozen=True)
class _Read:
    """What a file said, before it is held beside the others."""

    fresh: Held
    came: Came
    submission: Submission
    changes: tuple[KeyChange, ...]
    """What keys of its sender signed about the keys that follow them."""
    all_true: bool
    """Whether the file names no key change that the old key did not sign."""


def _take(workspace: Workspace, path: Path, said: _Read) -> Arrival:
    came, submission = said.came, said.submission
    with workspace.writing() as session:
        series = exchange.series(session)
        fresh = replace(said.fresh, call=series.get(said.fresh.call, said.fresh.call))
        voices.note(workspace, session, fresh.organisation, said.changes)
        known = voices.voices(session, fresh.organisation)
        held = [triage.held(one, series, known) for one in exchange.received(session, fresh.organisation)]
        kept = Received(
            fresh.id,
            fresh.organisation,
            plain_name(submission.organisation.name),
            submission.call,
            submission.period.iso,
            fresh.revision,
            fresh.sender,
            plain_name(path.name),
            workspace.now_ms(),
            came.carried.data,
        )
        if not exchange.put_received(session, kept):
            outside.heal(session, kept.id, kept.bundle)
        proving.keep(session, fresh.id, came)
    result = outcome(replace(fresh, sender=voices.speaker(kept, known)), held, voices.keys(known))
    count = honouring.taken_back(workspace, submission, fresh.sender)
    words = [_REASONS.get(result, ""), _of_key(said, known.get(fresh.organisation, Voice()))]
    told = [*map(translation().gettext, words), _taken_back(count) if count else ""]
    return Arrival(path, result, translation().sentences(told), fresh.id, count)


def _of_key(said: _Read, voice: Voice) -> str:
    """What is to be said of the key that signed, beyond that nobody knows it."""
    if not said.all_true:
        return _FALSE_CHANGE
    if triage.key_of(said.fresh.sender, voice) is triage.Key.UNKNOWN:
        return _TORN if voice.is_torn else ""
    return _KEYS.get(triage.key_of(said.fresh.sender, voice), "")


def _taken_back(count: int) -> str:
    words = translation().ngettext(
        "It takes back {count} entry that was sent before. Honoured: nothing of it is shown any more.",
        "It takes back {count} entries that were sent before. Honoured: nothing of them is shown any more.",
        count,
    )
    return words.format(count=translation().number(count))


_FALSE_CHANGE = N_("It says that its key follows an older one, but that key did not sign this. Call the organisation.")
_TORN = N_("Two different keys say that they follow the one you know: somebody has it who should not. Call them.")
_KEYS = {
    triage.Key.NAMED: N_("Its key is a new one. The key you know signed the change, so the new one is trusted, too."),
    triage.Key.OLDER: N_("It was signed with a key that this organisation used before. Ask, if it comes late."),
    triage.Key.TORN: _TORN,
}
_REASONS = {
    Outcome.SAME: N_("This submission is here already; nothing was changed."),
    Outcome.UNKNOWN_SENDER: N_("Nobody has confirmed the key of this sender yet. Compare its digits by telephone."),
    Outcome.CLASH: N_("There is another submission with the same number and different content. A person must look."),
    Outcome.OLDER: N_("A newer version of this submission is here already."),
}
