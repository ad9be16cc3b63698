"""Loop kit: what was answered, made ready to be told on a wall, on the radio and on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from app.domain.records import Feedback, PolicyCard
from app.domain.shared import PublicOrganisation
from app.domain.wording import Wording
from app.errors import GroundworkError
from app.i18n import N_
from app.privacy import border
from app.progress import Progress, silent
from app.reports import loop_kit
from app.reports.document import Document
from app.reports.loop_kit import Told
from app.reports.sheets import poster as wall
from app.reports.sheets.parts import Handed
from app.services.feedback import dating
from app.services.opening.workspace import Workspace
from app.services.pages import MOST_TONGUES, Pages, drawn, fitting
from app.services.pages import count as count_of
from app.services.records import recording
from app.services.submitting import known_names
from app.services.submitting.findings import Eye
from app.storage import records
from app.tongues import own_code_called

MOST_SECONDS = 75
_LARGEST, _SMALLEST, _STEP = 18, 9, 1
"""Tenths of the usual size of letters, tried from the largest on."""


WALLS = ("A4", "A3", "Letter")
"""The sizes of paper for a poster."""
_LARGER = {"A3": 1.42}
"""How much larger than on a page for the hand letters are on a page for a wall."""


class NothingToTellError(GroundworkError):
    """No answered message may be told."""

    message = N_("There is no answered message whose words may be shared. Consent from C2 on and an answer are needed.")


class LanguagesOfKitError(GroundworkError):
    """A page has room for one or two languages."""

    message = N_("A page has room for one or two languages.")


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


def poster(
    workspace: Workspace,
    chosen: Sequence[Candidate],
    languages: Sequence[str],
    progress: Progress = silent,
    *,
    page: str = "A4",
) -> tuple[Pages, int]:
    """One page of the largest letters that fit, and how many messages stand on it.

    Those that would need letters too small for a wall are left out, the last ones first.
    """
    if not chosen:
        raise NothingToTellError
    _refuse_many(languages)
    told = [one.told for one in chosen]
    spoken = [Wording.of(code, workspace.pack) for code in languages]
    ourselves = PublicOrganisation("", workspace.organisation.name)
    larger = _LARGER.get(page, 1.0)

    def made(count: int, tenths: int) -> Document:
        progress(0, 0)
        return wall.document(told[:count], spoken, Handed(ourselves, page=page, scale=tenths * larger / 10))

    fits = (count for count in range(len(told), 1, -1) if count_of(made(count, _SMALLEST)) == 1)
    count = next(fits, 1)
    return _drawn(workspace, _largest(partial(made, count)), progress), count


def script(
    workspace: Workspace, chosen: Sequence[Candidate], language: str, progress: Progress = silent
) -> tuple[Pages, int]:
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
    return _drawn(workspace, loop_kit.script(workspace.organisation.name, told, language), progress), len(told)


def policy_card(workspace: Workspace, card: str, languages: Sequence[str] = (), progress: Progress = silent) -> Pages:
    """A policy card on one page, as large as it fits; only a very long one takes more.

    What was written stands as it is; the fixed words are in these languages, without any in that of the card, and
    in the workspace's where the card names none that we speak. Raises RecordMissingError and LanguagesOfKitError.
    """
    found = recording.open_draft(workspace, PolicyCard, card).record
    own = own_code_called(found.language)
    spoken = tuple(dict.fromkeys(languages)) or (own or workspace.language,)
    _refuse_many(spoken)
    written = loop_kit.Card(found.title, found.summary, found.questions, own or spoken[0])

    def made(tenths: int) -> Document:
        progress(0, 0)
        return loop_kit.policy_card(workspace.organisation.name, written, spoken, tenths / 10)

    return _drawn(workspace, _largest(made), progress)


def _refuse_many(languages: Sequence[str]) -> None:
    if not 1 <= len(languages) <= MOST_TONGUES:
        raise LanguagesOfKitError


def _may_be_told(record: Feedback) -> bool:
    if record.open_loop or border.stays(record) or not record.paraphrase.strip():
        return False
    return bool(record.answer.strip() or record.not_done.strip())


def _candidate(record: Feedback, eye: Eye) -> Candidate:
    told = Told(record.paraphrase.strip(), record.answer.strip(), record.not_done.strip(), record.topics)
    texts = (told.said, told.did, told.not_done)
    found = tuple(pointed for text in texts for pointed in eye.pointers(text))
    return Candidate(record.id, told, found)


def _drawn(workspace: Workspace, document: Document, progress: Progress) -> Pages:
    return drawn(lambda: document, month=dating.this_month(workspace), progress=progress)


def _largest(made: Callable[[int], Document]) -> Document:
    """The document in the largest letters with which it is one page; in the smallest where it never is."""
    return fitting(made, range(_LARGEST, _SMALLEST - 1, -_STEP))


__all__ = [
    "WALLS",
    "Candidate",
    "LanguagesOfKitError",
    "NothingToTellError",
    "candidates",
    "policy_card",
    "poster",
    "script",
]
