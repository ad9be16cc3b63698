"""Practice packs as files: a header and entries as of a submission, signed for other organisations, sealed for nobody.

What is given crosses the same border as everything else for peers (decision 0034). docs/formats/practices.md says
what the lines mean.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.domain.shared import SharedPractice, Submission, Withdrawal
from app.services.opening.workspace import Workspace
from app.storage import practice_packs
from app.storage.practice_packs import KeptPack
from app.sync import bundle, wire
from app.sync.manifest import Purpose
from app.sync.reading import read
from app.sync.refusals import BundleContentError, BundleTooLargeError

CALL = "practices"
"""What stands where a submission names its call: nobody asked."""
MOST_PRACTICES = 1_000
LARGEST_BYTES = 16 * 1024 * 1024


@dataclass(frozen=True)
class PracticePack:
    """One pack that was read: what it says, and the key that signed it."""

    id: str
    signing: bytes
    told: Submission
    """Its entries are practices and withdrawals; its revision is the number of the pack, which only grows."""

    @property
    def practices(self) -> tuple[SharedPractice, ...]:
        """The practices in it."""
        return tuple(self.told.of(SharedPractice))

    @property
    def order(self) -> tuple[int, str, str]:
        """Of two packs of one signer the later one is greater, in whatever order they came."""
        return (self.told.revision, self.told.made_on, self.id)


def write(workspace: Workspace, told: Submission) -> bytes:
    """The file of a pack. Raises BundleTooLargeError."""
    label = bundle.Label(Purpose.PRACTICES, told.made_on, previous=told.previous)
    lines = wire.entry_lines(told)
    data = bundle.write(label, wire.submission_header(told), lines=lines, keys=workspace.keys)
    _check_size(data)
    return data


def opened(data: bytes) -> PracticePack:
    """The pack in a file; of what is neither a practice nor a withdrawal nothing is read. Raises a BundleError."""
    _check_size(data)
    found = read(data, purpose=Purpose.PRACTICES)
    told = wire.read_submission(found.header, found.lines())
    entries = tuple(one for one in told.entries if isinstance(one, SharedPractice | Withdrawal))
    if len(entries) > MOST_PRACTICES:
        raise BundleTooLargeError(detail="practices")
    if len({one.id for one in entries}) < len(entries):
        raise BundleContentError(detail="an entry twice")
    return PracticePack(found.bundle_id, found.manifest.sender.signing, replace(told, entries=entries))


def keep(workspace: Workspace, pack: PracticePack, data: bytes) -> bool:
    """Keep a pack byte for byte; False if the same one is here already."""
    with workspace.writing() as session:
        return practice_packs.put(session, KeptPack(pack.id, pack.signing.hex(), workspace.now_ms(), data))


def given(workspace: Workspace) -> tuple[PracticePack, ...]:
    """The packs that this organisation gave, the first one first."""
    with workspace.reading() as session:
        kept = [pack for key in workspace.keys.ours for pack in practice_packs.of(session, key.hex())]
    return in_order(opened(one.bundle) for one in kept)


def taken(workspace: Workspace) -> tuple[PracticePack, ...]:
    """The packs of others, those of one signer together, the first one first."""
    with workspace.reading() as session:
        kept = practice_packs.every(session)
    own = {key.hex() for key in workspace.keys.ours}
    return in_order(opened(one.bundle) for one in kept if one.signer not in own)


def in_order(packs: Iterable[PracticePack]) -> tuple[PracticePack, ...]:
    """By signer, and of each the first one first."""
    return tuple(sorted(packs, key=lambda one: (one.signing, one.order)))


def _check_size(data: bytes) -> None:
    if len(data) > LARGEST_BYTES:
        raise BundleTooLargeError(detail="practices")
