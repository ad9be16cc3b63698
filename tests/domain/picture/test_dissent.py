"""Dissent: every view beside the others, however few hold it; doing beside not doing."""

from __future__ import annotations

from app.domain.picture.dissent import DONE, NOTHING_DONE, differences
from tests.pictures import rich


def test_views_stand_side_by_side_with_who_holds_them() -> None:
    fourth, fifteenth = differences(rich())
    held = {side.view: [told.organisation.name for told in side.held_by] for side in fourth.sides}
    assert (fourth.objective, held) == (4, {"in_progress": ["Tangier Network"], "not_started": ["City of Oujda"]})
    held = {side.view: [told.organisation.name for told in side.held_by] for side in fifteenth.sides}
    assert held == {DONE: ["Clínica de Ceuta", "Tangier Network"], NOTHING_DONE: ["City of Oujda"]}
