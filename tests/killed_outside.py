"""Received files on their way to a place outside, killed at any moment, and what has to be there afterwards."""

from __future__ import annotations

import json
import os
from hashlib import sha256
from pathlib import Path

from app.services.coordinating import lying, outside, receiving
from app.services.coordinating.shelf import Shelf
from app.services.opening import stores, workspace
from app.services.opening.stores import NewPlace
from app.services.opening.workspace import Workspace
from app.services.submitting import submissions
from app.storage import exchange
from tests.making import PASSPHRASE, log_activity, make_call, make_workspace

SENDERS = 4
_KNOWN = "known.json"


def prepared(folder: Path, point: Path) -> Workspace:
    """A coordinator with files that came in, and a place in the folder of each strike."""
    made = make_workspace(folder, "Hub", coordinator=True, seed=3)
    for number in range(SENDERS):
        sender = make_workspace(folder, f"Member {number}", seed=30 + number)
        log_activity(sender, summary="x" * 3000)
        path = folder / f"{number}.gwb"
        path.write_bytes(submissions.make(sender, make_call(made, sender), accept_findings=True).bundle)
        sender.close()
        receiving.receive(made, [path])
    with made.reading() as session:
        held = {one.id: exchange.received_one(session, one.id) for one in exchange.received(session)}
    (folder / _KNOWN).write_text(json.dumps({one: sha256(kept.bundle).hexdigest() for one, kept in held.items()}))
    stores.add(made, NewPlace("Share", str(point / "share")), untried=True)
    return made


def put_away(path: Path, key: bytes, pipe: int) -> None:
    """Put all files there, tell, and bring them back again."""
    (path.parent / "share").mkdir()
    work = workspace.open_existing(path, PASSPHRASE)
    os.write(pipe, b"begun\n")
    outside.keep_in(work, "share")
    outside.bring_back(work)


def check(path: Path, key: bytes, told: list[str]) -> list[str]:
    """Every file can be had as it came in; the next time goes on, and puts nothing there twice."""
    (path.parent / "share").mkdir(exist_ok=True)
    known = json.loads((path.parent.parent / _KNOWN).read_text())
    work = workspace.open_existing(path, PASSPHRASE)
    wrong = list(work.faults())
    with Shelf(work) as shelf:
        wrong += [one for one, digest in known.items() if sha256(shelf.bundle(one)).hexdigest() != digest]
    outside.keep_in(work, "share")
    lies = lying.look(work)
    wrong += [] if (lies.inside, lies.outside) == (0, SENDERS) else [f"lying: {lies}"]
    wrong += [one.reason for one in outside.check(work)]
    work.close()
    return wrong
