"""The organisation's own list of names: searched for in every text that leaves, readable by nobody."""

from __future__ import annotations

import pytest

from app.domain.filling import filled
from app.domain.records import Partner
from app.services.opening.workspace import Workspace
from app.services.records import recording
from app.services.submitting import known_names, reviewing
from app.services.submitting.known_names import Counts, NamesMissingError
from app.storage import values
from tests.making import log_activity, make_call


def test_names_of_people_are_found_and_public_names_are_left_alone(own: Workspace, ministry: Workspace) -> None:
    call = make_call(ministry, own)
    log_activity(own, summary="Met zorka blumel and the Fatima Fihri network, with Casa Juan Diego.")

    def matched() -> list[str]:
        return [one.matched for item in reviewing.review(own, call).items for one in item.findings]

    assert "Fatima Fihri" in matched()
    assert known_names.add(own, ["Zorka Bl\u00fcmel", "  "]) == Counts(1, 0)
    assert known_names.add(own, ["Fatima Fihri"], public=True) == Counts(1, 1)
    assert matched() == ["zorka blumel"]
    known_names.forget(own)
    assert known_names.counts(own) == Counts(0, 0)
    assert "zorka blumel" not in matched()


def test_the_words_themselves_are_kept_nowhere_and_nothing_is_no_name(own: Workspace) -> None:
    with pytest.raises(NamesMissingError):
        known_names.add(own, [" ", "x"])
    known_names.add(own, ["Zorka Bl\u00fcmel"])
    with own.reading() as session:
        kept = str(values.get(session, "known_names"))
    assert "orka" not in kept.lower()


def test_partners_and_the_organisation_itself_are_no_persons(own: Workspace, ministry: Workspace) -> None:
    call = make_call(ministry, own)
    log_activity(own, summary="Mariama Bah Collective lent the room.")
    draft = recording.new(own, Partner)
    assert reviewing.review(own, call).undecided
    recording.save(own, filled(draft, {"name": "Mariama Bah Collective", "type": "ST-CSO"}))
    assert not reviewing.review(own, call).undecided
