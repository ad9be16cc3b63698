from __future__ import annotations

import pytest

from app.ui.look.tokens import COLOURS, THEMES, contrast

TEXT = [
    *((ink, ground) for ink in ("text", "muted", "faint") for ground in ("bg", "surface", "sunken", "side")),
    *((ink, ground) for ink in ("good", "warn", "bad", "info") for ground in ("bg", "surface", f"{ink}-soft")),
    *(("text", f"{tone}-soft") for tone in ("accent", "good", "warn", "bad", "info", "side-a", "side-b")),
    ("accent-text", "accent-soft"),
    ("accent-text", "bg"),
    ("accent-text", "surface"),
    ("accent-text", "sunken"),
    ("on-accent", "accent"),
    ("on-accent", "accent-hover"),
    ("on-badge", "badge"),
    ("muted", "accent-soft"),
    ("side-a", "side-a-soft"),
    ("side-b", "side-b-soft"),
    *((f"heat-ink-{step}", f"heat-{step}") for step in range(6)),
]
EDGES = [(edge, ground) for edge in ("line-strong", "focus", "accent") for ground in ("bg", "surface")]


@pytest.mark.parametrize("theme", THEMES)
def test_every_text_has_a_contrast_of_at_least_four_and_a_half(theme: str) -> None:
    colours = COLOURS[theme]
    weak = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in TEXT}
    assert not {pair: round(ratio, 2) for pair, ratio in weak.items() if ratio < 4.5}


@pytest.mark.parametrize("theme", THEMES)
def test_edges_of_controls_and_the_focus_ring_have_a_contrast_of_at_least_three(theme: str) -> None:
    colours = COLOURS[theme]
    weak = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in EDGES}
    assert not {pair: round(ratio, 2) for pair, ratio in weak.items() if ratio < 3}


def test_black_on_white_is_twenty_one_to_one() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#777777") == pytest.approx(4.48, abs=0.01)
