"""Loop kit: what was answered, made ready to be told on a wall, on the radio and on paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.records import Feedback, PolicyCard
from app.domain.terms import When
from app.errors import GroundworkError
from app.i18n import N_
from app.privacy import border
from app.reports import loop_kit
from app.reports.document import Document
from app.reports.loop_kit import Told
from app.services import known_names, recording
from app.services.findings import Eye
from app.services.pages import Pages, drawn
from app.services.workspace import Workspace
from app.storage import records

MOST_LANGUAGES = 2
MOST_SECONDS = 75
_LARGEST, _SMALLEST, _STEP = 18, 9, 1
"""Tenths of the usual size of letters, tried from the largest on."""


class NothingToTellError(GroundworkError):
    """No answered message may be told."""

    message = N_("There is no answered message whose words may be shared. Consent from C2 on and an answer are needed.")


class LanguagesOfKitError(GroundworkError):
    """A page has room for one or two languages."""

    message = N_("A poster has room for one or two languages.")


@dataclass(frozen=True)
class Candidate:
    """One answered message that may be told, and what in its words a person should look at first."""

    record: str
    told: Told
    findings: tuple[str, ...]
    """The stretches of text that could point at a person."""


def candidates(workspace: Workspace, messages: Iterable[str] = ()) -> tuple[Candidate, ...]:
    """The answered messages that may be told, the newest first; of these ids only, if some are named.

    Consent below C2 and every sensitive mark keep a message out.
    """
    named = frozenset(messages)
    with workspace.reading() as session:
        found = [one for one in records.every(session, Feedback) if not named or one.id in named]
    eye = Eye(workspace.organisation.country, known_names.known(workspace))
    made = [_candidate(one, eye) for one in reversed(found) if _may_be_told(one)]
    return tuple(made)


def poster(workspace: Workspace, chosen: Sequence[Candidate], languages: Sequence[str]) -> tuple[Pages, int]:
    """One page of the largest letters that fit, and how many messages stand on it.

    Those that would need letters too small for a wall are left out, the last ones first.
    """
    if not chosen:
        raise NothingToTellError
    if not 1 <= len(languages) <= MOST_LANGUAGES:
        raise LanguagesOfKitError
    told = [one.told for one in chosen]
    name = workspace.organisation.name
    for count in range(len(told), 0, -1):
        for tenths in range(_LARGEST, _SMALLEST - 1, -_STEP):
            document = loop_kit.poster(name, told[:count], languages, tenths / 10)
            if _page_count(document) == 1:
                return _drawn(workspace, document), count
    return _drawn(workspace, loop_kit.poster(name, told[:1], languages, _SMALLEST / 10)), 1


def script(workspace: Workspace, chosen: Sequence[Candidate], language: str) -> tuple[Pages, int]:
    """A script of about a minute, and how many messages are in it: as many as there is time for, at least one."""
    if not chosen:
        raise NothingToTellError
    told: list[Told] = []
    seconds = 15  # greeting and thanks
    for one in chosen:
        needed = loop_kit.seconds_of(f"{one.told.said} {one.told.did} {one.told.not_done}", language) + 4
        if told and seconds + needed > MOST_SECONDS:
            break
        told.append(one.told)
        seconds += needed
    return _drawn(workspace, loop_kit.script(workspace.organisation.name, told, language)), len(told)


def policy_card(workspace: Workspace, card: str) -> Pages:
    """A policy card as a page, in its own language. Raises RecordMissingError."""
    found = recording.open_draft(workspace, PolicyCard, card).record
    language = found.language.strip()[:2].lower() or workspace.language
    document = loop_kit.policy_card(
        workspace.organisation.name,
        language,
        title=found.title,
        summary=found.summary,
        questions=found.questions,
    )
    return _drawn(workspace, document)


def _may_be_told(record: Feedback) -> bool:
    if record.open_loop or border.stays(record) or not record.paraphrase.strip():
        return False
    return bool(record.answer.strip() or record.not_done.strip())


def _candidate(record: Feedback, eye: Eye) -> Candidate:
    told = Told(record.paraphrase.strip(), record.answer.strip(), record.not_done.strip())
    texts = (told.said, told.did, told.not_done)
    found = tuple(pointed for text in texts for pointed in eye.pointers(text))
    return Candidate(record.id, told, found)


def _drawn(workspace: Workspace, document: Document) -> Pages:
    today = workspace.now().date()
    return drawn(lambda: document, month=When.of(today).only_month)


def _page_count(document: Document) -> int:
    from app.reports.pdf import page_count

    return page_count(document)


__all__ = [
    "Candidate",
    "LanguagesOfKitError",
    "NothingToTellError",
    "candidates",
    "policy_card",
    "poster",
    "script",
]
