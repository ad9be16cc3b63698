"""An inbox with enemies in it: what honest senders sent is taken in, judged and shown as if they were alone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.bench import hostile
from app.domain.shared import SharedActivity
from app.services.coordinating import fates, receiving, triage
from app.services.coordinating.receiving import Arrival, Outcome
from app.services.opening.workspace import Workspace
from app.services.picturing import national
from app.storage import decisions, exchange
from app.storage.decisions import Decision
from tests.making import make_workspace

NUMBER = 200


def test_the_honest_are_counted_as_if_they_were_alone(tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    files = list(hostile.written(tmp_path / "stick", NUMBER))
    honest = [path for path in files if path.name.startswith(hostile.HONEST)]
    told = {}
    for seed, taken in ((9, files), (10, honest)):
        workspace = make_workspace(tmp_path, "Ministry", coordinator=True, seed=seed)
        arrivals = receiving.receive(workspace, taken)
        outcomes = {one.path.name: one.outcome for one in arrivals if one.path in honest}
        assert outcomes == dict.fromkeys((path.name for path in honest), Outcome.UNKNOWN_SENDER)
        assert len(arrivals) == len(taken)
        _know(workspace)
        triage.accept_all(workspace)
        shown = national.picture(workspace, hostile.PERIOD)
        told[seed] = sorted(one.entry.id for one in shown.activities if isinstance(one.entry, SharedActivity))
        if taken is files:
            _check(workspace, arrivals)
        workspace.close()

    assert len(told[10]) == len(honest)
    assert told[9] == told[10], "nobody's voice was lost, and nobody's was added"


def _know(workspace: Workspace) -> None:
    """Trust the keys of the honest, as if their digits had been compared."""
    with workspace.writing() as session:
        for line in exchange.received(session):
            if line.source.startswith(hostile.HONEST):
                stamp = workspace.next_stamps(session).stamp()
                decisions.put(session, Decision(stamp, line.organisation, decisions.TRUST, line.sender))


def _check(workspace: Workspace, arrivals: Sequence[Arrival]) -> None:
    """What the enemies sent is refused or waits, is listed, and stands in no line it does not belong to."""
    by_kind: dict[str, set[Outcome]] = {}
    for one in arrivals:
        by_kind.setdefault(str(one.path).partition("stick/")[2].partition("-")[0], set()).add(one.outcome)
    assert by_kind[hostile.DAMAGED] == by_kind[hostile.BOMB] == {Outcome.REFUSED}
    assert by_kind[hostile.MALICIOUS] == {Outcome.UNKNOWN_SENDER}
    left = fates.left_out(workspace)
    assert {why.code for _line, why in left} == {"unknown-sender"}
    assert all(line.source.startswith(hostile.MALICIOUS) for line, _why in left)
    for line in triage.inbox(workspace):
        assert len(line.name) <= 200
        assert "\u202e" not in line.name + line.source
