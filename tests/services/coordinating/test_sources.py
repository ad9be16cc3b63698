"""Sources: which of several submissions of one organisation say what, and files of many organisations at once."""

from __future__ import annotations

from pathlib import Path

from app.domain.shared import Call
from app.domain.terms import Period
from app.services.coordinating import receiving, sources, triage
from app.services.coordinating.sources import Figure, from_what
from app.services.opening.workspace import Workspace
from app.services.picturing import national
from app.services.submitting import calls, submissions
from tests.making import log_activity


def test_of_two_answers_of_one_organisation_each_entry_names_its_own_file(
    ministry: Workspace, own: Workspace, tmp_path: Path
) -> None:
    for months, title in (("2026-04..2026-06", "Spring"), ("2026-07..2026-09", "Summer")):
        period = Period.parse(months)
        call = calls.take(own, calls.make(ministry, Call("", "", period))[1])
        log_activity(own, title=title, start=f"{period.start.month_iso}-02", objectives="4")
        path = tmp_path / f"{title}.gwb"
        path.write_bytes(submissions.make(own, call, accept_findings=True).bundle)
        receiving.receive(ministry, [path])
    triage.trust_all_waiting(ministry)
    triage.accept_all(ministry)
    shown = national.picture(ministry, Period.parse("2026-04..2026-09"))
    found = from_what(ministry, shown, Figure.parse("objective:4"))
    assert {one.file: [entry.title for entry in one.entries] for one in found} == {  # type: ignore[attr-defined]
        "Spring.gwb": ["Spring"],
        "Summer.gwb": ["Summer"],
    }
    few = sources.first_behind(ministry, shown, shown.activities, most=1)
    assert ([len(one.entries) for one in few.sources], few.are_more) == ([1], True)
    assert not sources.first_behind(ministry, shown, shown.activities).are_more
    many = {str(number) for number in range(30)} | {own.organisation.id}
    assert len(sources._files(ministry, many)) == 2  # noqa: SLF001
