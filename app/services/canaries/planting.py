"""Planting canaries: a workspace whose every private corner holds a word that stands nowhere else.

What must stay is written down here and in `book` by hand, from the rules and not from `privacy.border`: a proof that
asked the border what it lets through would prove nothing.
"""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from random import Random

from app.domain.filling import filled
from app.domain.records import Activity, Attachment, Comment, Feedback
from app.files import write_whole
from app.services.canaries import book
from app.services.canaries.nest import Canary, Nest, save
from app.services.canaries.papers import PAPERS, Told
from app.services.canaries.picture import telling_picture
from app.services.feedback import slips
from app.services.keeping import recovering, team
from app.services.opening import contact
from app.services.opening.contact import PrivateContact
from app.services.opening.workspace import Workspace
from app.services.records import attachments, recording
from app.services.submitting import known_names
from app.vault.cost import Cost

MONTH = book.MONTH
PERIOD = "2026-07..2026-09"
_ACTIVITY = {"objectives": "7,15", "start": f"{MONTH}-12", "type": "legal_support", "status": "completed"}
_MESSAGE = {"type": "suggestion", "topics": "15", "channel": "help_desk", "month": MONTH}
_STAYS = ("exact_place", "exact_time", "languages", "understood", "benefits", "corridor")
"""What stays of an activity that leaves."""


def plant(workspace: Workspace, seed: int = 1, cost: Cost | None = None) -> tuple[Canary, ...]:
    """Fill the workspace with work that may leave and with canaries that may not; where each of them sits.

    `cost` is that of the second person's passphrase, for tests.
    """
    nest = Nest(Random(seed))
    partner = book.partner_that_did_not_agree(workspace, nest)
    public = _public_activity(workspace, nest, partner)
    _secret_work(workspace, nest)
    _messages(workspace, nest)
    book.write(workspace, nest, public, partner)
    _replaced(workspace, nest, public)
    _said_about(workspace, nest, public)
    _attached(workspace, nest, public)
    _people(workspace, nest, cost)
    _beside_records(workspace, nest)
    return tuple(nest.planted)


def _public_activity(workspace: Workspace, nest: Nest, partner: str) -> str:
    """An activity that leaves, all but its exact place and hour, and the partner that did not agree."""
    stays = {name: nest.word("activity", name) for name in _STAYS}
    told = {"title": "Advice morning", "summary": "People came with questions.", "result": "Most were answered."}
    return save(workspace, Activity, {**_ACTIVITY, **told, **stays, "partners": [partner]})


def _secret_work(workspace: Workspace, nest: Nest) -> None:
    """Work marked as too sensitive, work in the trash, and work that is only a draft."""
    for marked in ({"sensitivity": "S3"}, {"sensitivity": "S4"}):
        save(workspace, Activity, _ACTIVITY | nest.texts(Activity) | marked)
    recording.trash(workspace, save(workspace, Activity, _ACTIVITY | nest.texts(Activity)))
    typed = filled(recording.new(workspace, Activity), {"title": nest.word("activity", "draft being typed")})
    recording.keep(workspace, typed)


def _messages(workspace: Workspace, nest: Nest) -> None:
    """Messages without consent, with consent to be counted only, marked as sensitive, and two that may be told."""
    for marked in ({"consent": "C0"}, {"consent": "C1"}, {"consent": "C4", "sensitivity": "sensitive_protection"}):
        save(workspace, Feedback, _MESSAGE | nest.texts(Feedback) | marked)
    open_loop = {"consent": "C2", "paraphrase": "Asks for evening hours."}
    waiting = save(workspace, Feedback, _MESSAGE | nest.texts(Feedback, without=("paraphrase",)) | open_loop)
    nest.planted.append(Canary(slips.give(workspace, waiting, "en"), "feedback", "code of its slip"))
    answered = open_loop | {"answer": "Open on Thursdays.", "not_done": "", "status": "answered_to_community"}
    save(workspace, Feedback, _MESSAGE | nest.texts(Feedback, without=answered) | answered)


def _replaced(workspace: Workspace, nest: Nest, record: str) -> None:
    """A text that was written over: it stays in the history and leaves no more."""
    for text in (nest.word("activity", "earlier wording"), "People came with questions about papers."):
        draft = recording.open_draft(workspace, Activity, record)
        recording.save(workspace, replace(draft, record=replace(draft.record, summary=text)))


def _said_about(workspace: Workspace, nest: Nest, record: str) -> None:
    save(workspace, Comment, {"record": record, "text": nest.word("comment", "text"), "by": workspace.profile.id})


def _attached(workspace: Workspace, nest: Nest, record: str) -> None:
    """Files of every kind that tell who made them, for whom and where, under file names that tell as much."""
    kind = Attachment.KIND
    with tempfile.TemporaryDirectory(dir=workspace.path.parent) as folder:
        for ending, make in {".png": _picture, **PAPERS}.items():
            told = Told(*(nest.word(kind, f"{part} in {ending}") for part in Told.__annotations__))
            path = Path(folder) / f"{nest.word(kind, f'name of {ending}')}{ending}"
            write_whole(path, make(told))
            about = Attachment(title=nest.word(kind, "title"), alt=nest.word(kind, "alt"), consent="C0")
            attachments.attach(workspace, record, path, about)


def _picture(told: Told) -> bytes:
    return telling_picture(f"{told.author} {told.company} {told.remark}", f"{told.place} {told.path}")


def _people(workspace: Workspace, nest: Nest, cost: Cost | None) -> None:
    """Names and passphrase of those who work here, and the words for the day a passphrase is forgotten."""
    team.rename(workspace, workspace.profile.id, f"{nest.word('profile', 'name')} {nest.word('profile', 'name')}")
    passphrase = " ".join(nest.word("profile", "passphrase") for _number in range(4))
    team.add(workspace, nest.word("profile", "name"), "focal_point", passphrase=passphrase, cost=cost)
    paper = recovering.fresh(workspace, "en")
    recovering.keep(workspace, paper)
    nest.planted.append(Canary(" ".join(paper.words[:3]), "recovery", "words"))
    nest.planted += [Canary(" ".join(card.split()[-3:]), "recovery", "card") for card in paper.cards]
    nest.planted.append(Canary(paper.seed.hex(), "recovery", "seed"))


def _beside_records(workspace: Workspace, nest: Nest) -> None:
    """How to reach the organisation, and the names that its texts are searched for."""
    contact.keep(workspace, PrivateContact(*(nest.word("contact", name) for name in PrivateContact.__annotations__)))
    known_names.add(workspace, [nest.word("names", "list of names") for _number in range(2)])
