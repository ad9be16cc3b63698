"""The sample workspace has something on every page and hides nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.checks import check
from app.domain.records import KINDS
from app.i18n import activate
from app.services import overview
from app.services.coordinating import triage
from app.services.demonstration import notebook, samples
from app.services.opening import workspace
from app.services.records import objectives, recording
from app.storage.records import Query
from tests.making import make_workspace


def test_a_person_who_only_looks_around_finds_work_messages_and_an_inbox() -> None:
    made = samples.open_sample()
    seen = overview.overview(made)
    lines = triage.inbox(made)

    assert seen.feedback
    assert any(line.activities for line in seen.objectives)
    assert objectives.choices(made)
    assert [line.counted for line in lines].count(True) == 1
    assert any(not line.trusted for line in lines)
    made.close()
    workspace.open_existing(made.path, samples.PASSPHRASE).close()


def test_looking_around_again_starts_afresh_in_the_language_of_the_window() -> None:
    samples.open_sample().close()
    activate("fr")
    again = samples.open_sample()

    assert again.language == "fr"
    assert len(triage.inbox(again)) == 2
    again.close()


@pytest.mark.parametrize("spoken", ["en", "fr", "es", "ar", "ru", "zh"])
def test_the_notebook_of_the_sample_is_read_whole_and_lacks_nothing(tmp_path: Path, spoken: str) -> None:
    made = make_workspace(tmp_path)
    activate(spoken)

    written = notebook.write(made)

    found = [line.record for kind in KINDS for line in recording.lines(made, Query(kind))]
    assert len(found) == written
    for record in found:
        assert not check(record, made.pack, {}), (type(record).KIND, check(record, made.pack, {}))
    made.close()
