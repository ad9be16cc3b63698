"""Outside: received files go to a place of the workspace, sealed one by one, and come back when somebody says so.

A file's bytes are let go here only after they were read back there, opened and compared. Struck anywhere, the next
time goes on; nothing is ever deleted in a place, as an older backup may still need it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from functools import partial

from app.domain.roles import Verb
from app.errors import GroundworkError
from app.i18n import N_
from app.progress import Progress, silent
from app.services.coordinating import lying, receiving, shelf
from app.services.coordinating.shelf import OutsideAwayError, Shelf
from app.services.opening import stores
from app.services.opening.stores import Place
from app.services.opening.workspace import Workspace
from app.storage import exchange, outside
from app.storage.outside import Outside
from app.sync.stores.layout import kept_folder
from app.sync.stores.store import Store
from app.sync.stores.uploading import upload
from app.vault.identity import pseudonym
from app.vault.own_sealing import KEY_BYTES, seal_own


class NotThereError(GroundworkError):
    """The place took the bytes and gives other ones."""

    message = N_(
        "“{place}” did not give back what was put there, so the files that came in stay in the workspace. Please tell"
        " whoever runs it."
    )


@dataclass(frozen=True)
class Trouble:
    """A file that lies outside and could not be had as it was."""

    submission: str
    name: str
    """The organisation that sent it."""
    reason: str


def keep_in(workspace: Workspace, name: str, progress: Progress = silent) -> int:
    """From now on received files are kept in the place of this name; how many went there at once.

    What lies in another place stays there. Stopped by `progress` or a place that fails, the next time goes on. Raises
    NotACoordinatorError, NotAllowedError, PlaceMissingError, NotThereError and a StoreError.
    """
    receiving.refuse_others(workspace)
    workspace.may(Verb.ORGANISATION)
    place = stores.find(workspace, name)
    with stores.opened(workspace, place):
        pass  # a place without its password is no choice
    lying.choose(workspace, place)
    return carry(workspace, progress)


def carry(workspace: Workspace, progress: Progress = silent) -> int:
    """Put what came in since into the place where it is kept; how many files. Raises NotThereError and StoreError."""
    place = lying.chosen(workspace)
    if place is None:
        return 0
    with workspace.reading() as session:
        waiting = outside.waiting(session)
    if not waiting:
        return 0
    with stores.opened(workspace, place) as store:
        for done, one in enumerate(waiting):
            progress(done, len(waiting))
            _put_away(workspace, (place, store), one, partial(_waiting, progress, done, len(waiting)))
    progress(len(waiting), len(waiting))
    return len(waiting)


def carry_if_there(workspace: Workspace, progress: Progress = silent) -> str:
    """As `carry`, after files came in: where it cannot be done they stay in the workspace; why, in words."""
    try:
        carry(workspace, progress)
    except GroundworkError as failure:
        return failure.sentence()
    return ""


def bring_back(workspace: Workspace, progress: Progress = silent) -> tuple[Trouble, ...]:
    """Keep all received files in the workspace again; those that could not be had as they were.

    What lies in a place stays there. Raises NotAllowedError and OutsideAwayError; what is back by then stays back.
    """
    workspace.may(Verb.ORGANISATION)
    lying.choose(workspace, None)
    return _each(workspace, progress, bring=True)


def check(workspace: Workspace, progress: Progress = silent) -> tuple[Trouble, ...]:
    """Fetch and compare all that lies outside; what is missing there, or not what it was.

    Raises OutsideAwayError.
    """
    return _each(workspace, progress, bring=False)


def bring_in(workspace: Workspace, submissions: tuple[str, ...]) -> None:
    """Keep these files in the workspace again, as when other laptops lack them; what cannot be had stays outside."""
    with Shelf(workspace) as reached:
        for one in submissions:
            try:
                _take_back(workspace, one, reached.bundle(one))
            except GroundworkError:
                continue


def _each(workspace: Workspace, progress: Progress, *, bring: bool) -> tuple[Trouble, ...]:
    with workspace.reading() as session:
        every = outside.every(session)
        names = {one.id: one.name for one in exchange.received(session)}
    found = []
    with Shelf(workspace) as reached:
        for done, one in enumerate(every):
            progress(done, len(every))
            try:
                bundle = reached.fetched(one, partial(_waiting, progress, done, len(every)))
                if bring:
                    _take_back(workspace, one.submission, bundle)
            except OutsideAwayError:
                raise
            except GroundworkError as failure:
                found.append(Trouble(one.submission, names.get(one.submission, ""), failure.sentence()))
    progress(len(every), len(every))
    return tuple(found)


def _take_back(workspace: Workspace, submission: str, bundle: bytes) -> None:
    with workspace.noting() as session:
        outside.take_back(session, submission, bundle)


def _waiting(progress: Progress, done: int, count: int, _done: int, _total: int) -> None:
    """Bytes go: the count of files stays, and whoever asked to stop is heard."""
    progress(done, count)


def _put_away(workspace: Workspace, where: tuple[Place, Store], submission: str, progress: Progress) -> None:
    place, store = where
    with workspace.reading() as session:
        found = exchange.received_one(session, submission)
    if found is None or not found.bundle:
        return
    going = _begun(workspace, place, submission, found.bundle)
    sealed = seal_own(found.bundle, bytes.fromhex(going.key))
    folder = kept_folder(pseudonym(workspace.disclosure_secret, "kept", place.id), hashlib.sha256(sealed).hexdigest())
    for is_last in (False, True):
        there = replace(going, name=upload(store, folder, sealed, "sealed", progress).name)
        if shelf.opened(store, there, progress) == found.bundle:
            break
        if is_last:
            raise NotThereError(place=place.name)
        store.delete(there.name)  # half of an earlier try, or damaged since: it is put there once more
    told = shelf.packed(workspace, found.bundle)
    with workspace.noting() as session:
        outside.let_go(session, there, told)


def _begun(workspace: Workspace, place: Place, submission: str, bundle: bytes) -> Outside:
    """The key and place of a file on its way: those of the time that was struck, or fresh ones."""
    digest = hashlib.sha256(bundle).hexdigest()
    with workspace.noting() as session:
        known = outside.begun(session, submission)
        if known is not None and (known.digest, known.place) == (digest, place.id):
            return replace(known, name="")
        fresh = Outside(submission, digest, len(bundle), workspace.random(KEY_BYTES).hex(), place.id)
        outside.begin(session, fresh)
    return fresh
