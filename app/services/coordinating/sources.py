"""Sources: "from what?" is answered for every figure of a picture, with the files and the entries it is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from app.domain.picture.figures import About, Figure, told_of
from app.domain.shared import Contributor, FeedbackCount, Picture, SharedEntry, Submission, Told
from app.i18n import language
from app.ordering import by_name
from app.progress import Progress, silent
from app.services.coordinating import honouring
from app.services.opening.workspace import Workspace
from app.storage import exchange
from app.storage.exchange import Received

_FEW = 20
MOST = 1_000
"""So many entries behind one figure are told of."""

__all__ = ["About", "Behind", "Figure", "Source", "behind", "first_behind", "from_what", "messages", "together"]


@dataclass(frozen=True)
class Source:
    """One submission, the file it came in, and what of it is in the figure."""

    organisation: str
    name: str
    submission: str
    revision: int
    file: str
    """The name of the file as it came in; nothing of where it lay."""
    received_ms: int
    entries: tuple[SharedEntry, ...]


@dataclass(frozen=True)
class Behind:
    """The first entries behind a figure; nobody reads through thousands of them one by one."""

    sources: tuple[Source, ...] = ()
    are_more: bool = False


def first_behind(
    workspace: Workspace, picture: Picture, told: Iterable[Told], progress: Progress = silent, most: int = MOST
) -> Behind:
    """Where the first of these entries of a picture came in; no more of them are read than are told of."""
    found = list(islice(_telling(told, progress), most + 1))
    return Behind(behind(workspace, picture, found[:most]), len(found) > most)


def _telling(told: Iterable[Told], progress: Progress) -> Iterator[Told]:
    for one in told:
        progress(0, 0)
        yield one


def from_what(workspace: Workspace, picture: Picture, figure: Figure) -> tuple[Source, ...]:
    """What a figure is made of, by organisation; nothing where nobody told anything."""
    found = behind(workspace, picture, told_of(picture, figure))
    if figure.about not in (About.MESSAGES, About.GAP):
        return found
    return together(found, messages(workspace, picture, figure.objective))


def behind(workspace: Workspace, picture: Picture, told: Iterable[Told]) -> tuple[Source, ...]:
    """The submissions that these entries of a picture came in, by the name of the organisation."""
    wanted: dict[str, list[SharedEntry]] = {}
    for one in told:
        wanted.setdefault(one.organisation.id, []).append(one.entry)
    sent: dict[str, list[Contributor]] = {}
    for contributor in picture.counted:
        sent.setdefault(contributor.organisation.id, []).append(contributor)
    files = _files(workspace, wanted)
    found = []
    for organisation, entries in wanted.items():
        counted = sent.get(organisation, [])
        parts = {counted[0].submission: entries} if len(counted) == 1 else _parted(workspace, counted, entries, files)
        found += [_source(each, parts[each.submission], files) for each in counted if parts.get(each.submission)]
    return _by_name(found)


def _parted(
    workspace: Workspace, counted: Iterable[Contributor], entries: list[SharedEntry], files: Mapping[str, Received]
) -> dict[str, list[SharedEntry]]:
    """Which of several submissions of one organisation say what: those that have an entry of the same identity."""
    held = [files[one.submission] for one in counted if one.submission in files]
    parts: dict[str, list[SharedEntry]] = {}
    for one, submission in honouring.readings(workspace, held):
        own = {(entry.KIND, entry.id) for entry in submission.entries}
        parts[one.id] = [entry for entry in entries if (entry.KIND, entry.id) in own]
    return parts


def together(*each: Iterable[Source]) -> tuple[Source, ...]:
    """Several answers as one: every submission once, with all that is said of it."""
    found: dict[str, Source] = {}
    for one in (source for sources in each for source in sources):
        known = found.get(one.submission)
        found[one.submission] = replace(known, entries=(*known.entries, *one.entries)) if known else one
    return _by_name(list(found.values()))


def messages(workspace: Workspace, picture: Picture, objective: int, progress: Progress = silent) -> tuple[Source, ...]:
    """Counts of messages are added up and stand in no list: each submission is asked for its own."""
    counted = {one.submission: one for one in picture.counted}
    files = _files(workspace, {one.organisation.id for one in picture.counted})
    held = [files[submission] for submission in counted if submission in files]
    found = []
    for done, (one, submission) in enumerate(honouring.readings(workspace, held)):
        progress(done, len(held))
        if entries := _about(submission, objective):
            found.append(_source(counted[one.id], entries, files))
    return _by_name(found)


def _by_name(found: list[Source]) -> tuple[Source, ...]:
    return tuple(by_name(sorted(found, key=lambda one: one.submission), lambda one: one.name, language()))


def _about(submission: Submission, objective: int) -> list[SharedEntry]:
    return [entry for entry in submission.of(FeedbackCount) if entry.objective == objective]


def _files(workspace: Workspace, organisations: Iterable[str]) -> dict[str, Received]:
    """The files of these organisations by submission; of many at once, as one question is quicker than hundreds."""
    wanted = set(organisations)
    with workspace.reading() as session:
        asked = sorted(wanted) if len(wanted) <= _FEW else [""]
        found = [one for organisation in asked for one in exchange.received(session, organisation)]
    return {one.id: one for one in found if one.organisation in wanted}


def _source(one: Contributor, entries: Iterable[SharedEntry], files: Mapping[str, Received]) -> Source:
    kept = files.get(one.submission)
    who = one.organisation
    file, moment = (kept.source, kept.received_ms) if kept else ("", 0)
    return Source(who.id, who.name, one.submission, one.revision, file, moment, tuple(entries))
