"""Figures: each has a name, and answers with the entries that it is made of."""

from __future__ import annotations

import pytest

from app.domain.picture.figures import Figure, told_of
from tests.pictures import rich


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("objective:15", {"desk", "nurse"}),
        ("reach:15", {"desk", "nurse"}),
        ("reach:16", set()),
        ("views:4", {"a", "b"}),
        ("messages:4", set()),
        ("place:MA007", {"desk"}),
        ("place:MA007:16", set()),
        ("place::15", {"nurse"}),
        ("within:MA", {"desk", "course"}),
        ("within:MA:16", {"course"}),
        ("within:KE", set()),
        ("place:MA", set()),
        ("within:", {"nurse"}),
        ("within::16", set()),
        ("within::15", {"nurse"}),
        ("idle:15", {"n"}),
        ("idle:4", set()),
        ("gap:2", {"truck"}),
        ("gap:15", set()),
        ("month:2026-08", {"desk", "course", "nurse"}),
        ("month:2026-08:16", {"course"}),
        ("month:2026-07", set()),
        ("money:MAD/foundation", {"m1", "m2"}),
        ("money:MAD/foundation:15", {"o1", "o3"}),
        ("money:MAD/foundation/0", {"o4"}),
        ("money:EUR/foundation", set()),
        ("entry:p1", {"p1"}),
        ("organisation:three", {"nurse", "hard", "money"}),
        ("indicator:10.7.1", set()),
        ("kind:ST-LOC:15", {"n"}),
        ("department:justice:4", {"desk"}),
        ("entries:need_offer", {"need", "own", "rooms", "truck", "money"}),
        ("entries:need_offer:2", {"truck"}),
    ],
)
def test_a_figure_is_made_of_these_entries(words: str, ids: set[str]) -> None:
    assert {told.entry.id for told in told_of(rich(), Figure.parse(words))} == ids


def test_everything_together_is_everything() -> None:
    shown = rich()
    found = list(told_of(shown, Figure.parse("all")))
    assert len(found) == len(shown.activities) + len(shown.assessments) + len(shown.further)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "objective",
        "objective:x",
        "objective:0",
        "place:MA007:4:5",
        "entries:names",
        "15",
        "month:summer",
        "month:2026-08-01",
    ],
)
def test_what_names_no_figure_is_refused(words: str) -> None:
    with pytest.raises(ValueError):
        Figure.parse(words)
