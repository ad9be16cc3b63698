"""Planting canaries: a workspace whose every private corner holds a word that stands nowhere else.

What must stay is written down here by hand, from the rules and not from `privacy.border`: a proof that asked the
border what it lets through would prove nothing.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

from app.domain.drafts import Draft
from app.domain.filling import Plain, filled
from app.domain.records import KINDS, Activity, Attachment, Comment, Feedback, Record, Shape, rules
from app.files import write_whole
from app.services import attachments, recording
from app.services.canaries.picture import telling_picture
from app.services.workspace import Workspace

_WORDS = frozenset({Shape.TEXT, Shape.LONG_TEXT, Shape.NAMES})
_PRIVATE_KINDS = ("private_note", "authority_request", "referral_contact", "loop_step", "commitment_update")
_UNSIGNED_KINDS = ("commitment", "practice", "proposal")
"""These leave only after somebody signed them off."""
_BELONGS_ELSEWHERE = frozenset({"joint_id", "slip", "seen", "by", "language", "period", "currency"})
"""Texts with a form of their own, where a planted word would be refused."""
MONTH = "2026-08"
PERIOD = "2026-07..2026-09"
_ACTIVITY = {"objectives": "7,15", "start": f"{MONTH}-12", "type": "legal_support", "status": "completed"}
_MESSAGE = {"type": "suggestion", "topics": "15", "channel": "help_desk", "month": MONTH}


@dataclass(frozen=True)
class Canary:
    """One planted word and where it sits."""

    word: str
    kind: str
    place: str
    """The field, or what else holds it."""


@dataclass
class Nest:
    """Makes words that nobody writes, and remembers where each of them was planted."""

    chance: Random
    planted: list[Canary] = field(default_factory=list)

    def word(self, kind: str, place: str) -> str:
        """A fresh word of ten letters for this place."""
        letters = (self.chance.choice("bdfgklmnprtvz") + self.chance.choice("aeiou") for _ in range(4))
        made = Canary("zq" + "".join(letters), kind, place)
        self.planted.append(made)
        return made.word

    def texts(self, record_class: type[Record], *, without: frozenset[str] = frozenset()) -> dict[str, Plain]:
        """A canary for each field of words that a kind has."""
        names = [one.name for one in rules(record_class) if one.shape in _WORDS]
        wanted = [name for name in names if name not in without | _BELONGS_ELSEWHERE]
        return {name: self.word(record_class.KIND, name) for name in wanted}


def plant(workspace: Workspace, seed: int = 1) -> tuple[Canary, ...]:
    """Fill the workspace with work that may leave and with canaries that may not; where each of them sits."""
    nest = Nest(Random(seed))
    public = _public_activity(workspace, nest)
    _secret_work(workspace, nest)
    _messages(workspace, nest)
    _own_book(workspace, nest)
    _replaced(workspace, nest, public)
    _said_about(workspace, nest, public)
    _attached(workspace, nest, public)
    return tuple(nest.planted)


def _public_activity(workspace: Workspace, nest: Nest) -> str:
    """An activity that leaves, all but its exact place and hour."""
    exact = {name: nest.word("activity", name) for name in ("exact_place", "exact_time")}
    told = {"title": "Advice morning", "summary": "People came with questions.", "result": "Most were answered."}
    return _save(workspace, Activity, _ACTIVITY | told | exact)


def _secret_work(workspace: Workspace, nest: Nest) -> None:
    """Work marked as too sensitive, work in the trash, and work that is only a draft."""
    for marked in ({"sensitivity": "S3"}, {"sensitivity": "S4"}):
        _save(workspace, Activity, _ACTIVITY | nest.texts(Activity) | marked)
    recording.trash(workspace, _save(workspace, Activity, _ACTIVITY | nest.texts(Activity)))
    typed = filled(recording.new(workspace, Activity), {"title": nest.word("activity", "draft being typed")})
    recording.keep(workspace, typed)


def _messages(workspace: Workspace, nest: Nest) -> None:
    """Messages without consent, with consent to be counted only, marked as sensitive, and one that may be told."""
    for marked in ({"consent": "C0"}, {"consent": "C1"}, {"consent": "C4", "sensitivity": "sensitive_protection"}):
        _save(workspace, Feedback, _MESSAGE | nest.texts(Feedback) | marked)
    open_loop = {"consent": "C2", "paraphrase": "Asks for evening hours."}
    _save(workspace, Feedback, _MESSAGE | nest.texts(Feedback, without=frozenset({"paraphrase"})) | open_loop)
    answered = open_loop | {"answer": "Open on Thursdays.", "not_done": "", "status": "answered_to_community"}
    _save(workspace, Feedback, _MESSAGE | nest.texts(Feedback, without=frozenset(answered)) | answered)


def _own_book(workspace: Workspace, nest: Nest) -> None:
    """Every kind that never leaves, and those that nobody has signed off."""
    for kind in (*_PRIVATE_KINDS, *_UNSIGNED_KINDS):
        if kind in KINDS:
            _save(workspace, KINDS[kind], nest.texts(KINDS[kind]))
    _save(workspace, KINDS["partner"], nest.texts(KINDS["partner"]) | {"type": "ST-LOC"})


def _replaced(workspace: Workspace, nest: Nest, record: str) -> None:
    """A text that was written over: it stays in the history and leaves no more."""
    for text in (nest.word("activity", "earlier wording"), "People came with questions about papers."):
        draft = recording.open_draft(workspace, Activity, record)
        recording.save(workspace, replace(draft, record=replace(draft.record, summary=text)))


def _said_about(workspace: Workspace, nest: Nest, record: str) -> None:
    _save(workspace, Comment, {"record": record, "text": nest.word("comment", "text"), "by": workspace.profile.id})


def _attached(workspace: Workspace, nest: Nest, record: str) -> None:
    """A picture that tells who took it and where, attached under a file name that tells as much."""
    told = telling_picture(nest.word("attachment", "author in the picture"), nest.word("attachment", "place in it"))
    with tempfile.TemporaryDirectory(dir=workspace.path.parent) as folder:
        path = Path(folder) / f"{nest.word('attachment', 'name of the file')}.png"
        write_whole(path, told)
        about = Attachment(title=nest.word("attachment", "title"), alt=nest.word("attachment", "alt"), consent="C0")
        attachments.attach(workspace, record, path, about)


def _save(workspace: Workspace, record_class: type[Record], values: Mapping[str, Plain]) -> str:
    draft: Draft[Record] = filled(recording.new(workspace, record_class), values)
    recording.save(workspace, draft)
    return draft.record.id


def table(planted: tuple[Canary, ...]) -> str:
    """The list of what was planted: word, kind and place, one a line with tabs between."""
    return "".join(_lines(planted))


def _lines(planted: tuple[Canary, ...]) -> Iterator[str]:
    yield "word\tkind\tplace\n"
    for one in planted:
        yield f"{one.word}\t{one.kind}\t{one.place}\n"
