"""Sending: a submission is put into a place exactly as it was made, and what went where is remembered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from app.progress import Progress, silent
from app.services.opening import stores
from app.services.opening.stores import Place
from app.services.opening.workspace import Workspace
from app.services.submitting import submissions
from app.services.submitting.submissions import Made
from app.storage import values
from app.sync.stores import layout
from app.sync.stores.uploading import upload
from app.vault.identity import pseudonym

BUNDLE, PDF = "bundle", "pdf"
_ENDINGS = {BUNDLE: "gwb", PDF: "pdf"}
_KEPT = "put in places:"


@dataclass(frozen=True)
class Form:
    """As what a submission goes: its data alone, or pages in a language with the data inside."""

    kind: str = BUNDLE
    language: str = ""


_DATA = Form()


@dataclass(frozen=True)
class Delivery:
    """One submission in one place."""

    place: str
    """The place's name when it went there."""
    file: str
    size: int
    """Of the whole, in bytes."""
    sent: int
    """Bytes that had to be sent; 0 where all was there already."""
    readable: bool
    """Whether whoever runs the place can read the content."""


def send(
    workspace: Workspace, made: Made, place: Place, form: Form = _DATA, *, progress: Progress = silent
) -> Delivery:
    """Put a submission into a place. Done again, also after it was stopped, only what lacks is sent.

    `progress` counts bytes. Raises a StoreError, and what can be wrong with drawing the pages.
    """
    language = form.language or workspace.language
    data = made.bundle if form.kind == BUNDLE else submissions.drawn(workspace, made, language).data
    month = datetime.fromtimestamp(made.made_ms / 1000, UTC).strftime("%Y-%m")
    with stores.opened(workspace, place) as store:
        up = upload(store, layout.home(_writer(workspace, place), month), data, _ENDINGS[form.kind], progress)
    readable = form.kind == PDF or not made.sealed
    delivery = Delivery(place.name, up.name, len(data), up.sent, readable)
    _remember(workspace, made, place, form.kind)
    if form.kind == PDF:
        submissions.handed_over(workspace, made, language)
    return delivery


def delivered(workspace: Workspace, submission: str) -> tuple[str, ...]:
    """The names of the places that a submission went to, in order, each once whatever went there."""
    with workspace.reading() as session:
        return tuple(dict.fromkeys(one["name"] for one in values.get(session, f"{_KEPT}{submission}") or ()))


def _writer(workspace: Workspace, place: Place) -> str:
    """The name of this workspace's folder in one place: another one in each place, and nobody can tell whose."""
    with workspace.reading() as session:
        writer = str(values.get(session, "writer"))
    return pseudonym(workspace.disclosure_secret, "store", place.id, writer)[:16]


def _remember(workspace: Workspace, made: Made, place: Place, form: str) -> None:
    entry = {"id": place.id, "name": place.name, "form": form}
    with workspace.writing() as session:
        known = values.get(session, f"{_KEPT}{made.id}") or []
        values.put(session, f"{_KEPT}{made.id}", [*(one for one in known if one != entry), entry])
