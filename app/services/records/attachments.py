"""Attachments: a file is cleaned in a guarded child, kept once under its hash, and never written anywhere else.

Nothing here makes a temporary file. Of an attachment leaves only what somebody said may go along and then let go
(`privacy.border.evidence`); its bytes go in the submission's bundle.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from app.domain.drafts import Draft
from app.domain.filling import Plain, filled
from app.domain.records import Attachment
from app.domain.records.attachment import PICTURE
from app.errors import GroundworkError
from app.files import write_whole
from app.i18n import N_, _, format_list, pgettext
from app.intake.cleaning import files, preview
from app.intake.cleaning.cleaned import Cleaned
from app.intake.cleaning.preview import Look
from app.intake.guard.failures import FileMissingError
from app.intake.guard.quarantine import run
from app.progress import Progress, silent
from app.services.opening.workspace import Workspace
from app.services.records import recording
from app.storage import attachments, outbox
from app.storage.attachments import Content

__all__ = [
    "ENDINGS",
    "LARGEST_FILE",
    "PICTURE",
    "AttachmentGoneError",
    "NotReceivedYetError",
    "Look",
    "attach",
    "damaged",
    "kind_words",
    "look",
    "of",
    "read",
    "save_copy",
    "told",
]
LARGEST_FILE = files.LARGEST_FILE
ENDINGS = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ".pptx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.oasis.opendocument.spreadsheet": ".ods",
    "application/vnd.oasis.opendocument.presentation": ".odp",
}
"""The ending of a copy by its media type; an attachment itself has no name of a file."""
_STEPS = 3
_REMOVED = {
    "place": N_("place"),
    "camera": N_("camera"),
    "author": N_("author"),
    "time": N_("time"),
    "preview": N_("small preview"),
    "notes": N_("notes"),
    "history": N_("history"),
    "files": N_("files inside"),
    "scripts": N_("scripts"),
    "links": N_("links"),
    "frames": N_("further frames"),
}


class AttachmentGoneError(GroundworkError):
    """The record is there, its bytes were erased or are damaged."""

    message = N_("The file of this attachment is not here any more. Attach it again if you still have it.")


class NotReceivedYetError(AttachmentGoneError):
    """The record came from another laptop, its bytes did not yet."""

    message = N_(
        "The file of this attachment is not here yet. Sync again, or look at it on the laptop it was added on."
    )


def attach(
    workspace: Workspace, record: str, path: Path, about: Attachment, *, progress: Progress = silent
) -> recording.Saved:
    """Clean a file and attach it to a record; `about` gives title, description, consent and sensitivity.

    Raises RecordMissingError, what is wrong with the file, or Cancelled; then nothing was kept.
    """
    recording.kind_of(workspace, record)
    progress(0, _STEPS)
    data = _bytes_of(path)
    progress(1, _STEPS)
    cleaned = run(files.clean, data, returns=Cleaned, progress=_alive(progress, 1))
    progress(2, _STEPS)
    content = Content.of(cleaned.media, cleaned.data)
    draft = _draft(workspace, record, about, cleaned, content)
    with workspace.writing() as session:
        attachments.put(session, content)
        stamp = recording.write(workspace, session, draft)
    progress(_STEPS, _STEPS)
    return recording.Saved(draft.record.id, stamp, changed=True, problems=recording.problems(workspace, draft))


def of(workspace: Workspace, record: str) -> tuple[Attachment, ...]:
    """The attachments of a record that are not in the trash, in the order in which they were attached."""
    with workspace.reading() as session:
        return attachments.about(session, record)


def read(workspace: Workspace, hash: str) -> bytes:
    """The cleaned bytes with this hash, compared with it. Raises AttachmentGoneError."""
    with workspace.reading() as session:
        content = attachments.get(session, hash)
        is_shared = outbox.is_kept(session)
    if content is None and is_shared:
        raise NotReceivedYetError
    if content is None or not content.is_whole:
        raise AttachmentGoneError(detail="erased" if content is None else "the bytes have another hash")
    return content.body


def has_arrived(workspace: Workspace, hash: str) -> bool:
    """Whether the bytes are not on their way: what another laptop attached comes before its file does."""
    with workspace.reading() as session:
        return not outbox.is_kept(session) or hash in attachments.hashes(session)


def look(kind: str, data: bytes, *, progress: Progress = silent) -> Look:
    """The first words of a cleaned document of this kind, read in the guarded child."""
    return run(preview.look, kind, data, returns=Look, progress=_alive(progress, 0))


def told(shown: Attachment) -> str:
    """What was taken out of the file before it was kept, in the active language."""
    things = [_(_REMOVED[thing]) for thing in _REMOVED if thing in shown.removed]
    if not things:
        return _("There was nothing beside the content that had to be removed.")
    return _("Removed before keeping: {things}.").format(things=format_list(things))


def kind_words(kind: str) -> str:
    """What a kind of file is called, in the active language."""
    words = {
        PICTURE: pgettext("file", "Picture"),
        "pdf": _("PDF document"),
        "text": _("Text document"),
        "table": _("Spreadsheet"),
        "slides": _("Slides"),
    }
    return words.get(kind, kind)


def save_copy(workspace: Workspace, shown: Attachment, path: Path) -> None:
    """Write the cleaned file where a person said; replaces what is there, as they were asked. Raises what the disk
    says, or AttachmentGoneError."""
    write_whole(path, read(workspace, shown.hash), replace=True, private=True)


def damaged(workspace: Workspace) -> tuple[str, ...]:
    """Hashes whose bytes are not those that were kept, and those that an attachment in use names in vain.

    Where laptops share a space the bytes may come later, so there only what is here can be damaged.
    """
    with workspace.reading() as session:
        kept = attachments.hashes(session)
        wrong = [hash for hash in kept if not (found := attachments.get(session, hash)) or not found.is_whole]
        missing = frozenset() if outbox.is_kept(session) else attachments.named(session) - set(kept)
    return tuple(sorted({*wrong, *missing}))


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        raise FileMissingError(name=path.name, detail=type(error).__name__) from error
    files.check_size(len(data))
    return data


def _draft(
    workspace: Workspace, record: str, about: Attachment, cleaned: Cleaned, content: Content
) -> Draft[Attachment]:
    values: dict[str, Plain] = {
        "title": about.title,
        "alt": about.alt,
        "consent": about.consent,
        "people_shown": about.people_shown,
        "goes_along": about.goes_along,
        "sensitivity": about.sensitivity,
        "about": [record],
        "kind": cleaned.kind,
        "hash": content.hash,
        "media": content.media,
        "size": len(content.body),
        "removed": list(cleaned.removed),
    }
    return filled(recording.new(workspace, Attachment), values)


def _alive(progress: Progress, done: int) -> Progress:
    """What the guarded child's waiting tells, as a step of the whole: so that Stop is heard."""
    return partial(_tell, progress, done)


def _tell(progress: Progress, done: int, _done: int, _total: int) -> None:
    progress(done, _STEPS)
