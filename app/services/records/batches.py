"""Batches: many messages of one outreach day, typed one after the other and taken back together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.records import Feedback
from app.domain.records.feedback import SENSITIVE
from app.domain.terms import When
from app.errors import GroundworkError
from app.i18n import N_
from app.services.opening.workspace import Workspace
from app.services.records import recording


class SensitiveInBatchError(GroundworkError):
    """A sensitive report is never typed in, least of all quickly."""

    message = N_("A sensitive report is never typed in. Call the focal point now.")


@dataclass(frozen=True)
class Setting:
    """What all messages of a day have in common."""

    month: When | None
    channel: str = ""
    place: str = ""
    language: str = ""


@dataclass(frozen=True)
class Entry:
    """What is told of one message."""

    type: str
    topics: tuple[int, ...]
    paraphrase: str
    consent: str


def add(workspace: Workspace, setting: Setting, entry: Entry) -> str:
    """Keep one message of the day as it was typed, complete or not; its id. Raises SensitiveInBatchError."""
    if entry.type == SENSITIVE:
        raise SensitiveInBatchError
    draft = recording.new(
        workspace,
        Feedback,
        type=entry.type,
        topics=entry.topics,
        paraphrase=entry.paraphrase,
        consent=entry.consent,
        channel=setting.channel,
        place=setting.place,
        language=setting.language,
        month=setting.month.only_month if setting.month else None,
    )
    return recording.save(workspace, draft).id


def take_back(workspace: Workspace, messages: Iterable[str]) -> None:
    """Put exactly these messages in the trash, all or none. Raises RecordMissingError."""
    recording.trash_all(workspace, messages)
