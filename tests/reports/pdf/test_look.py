"""What is printed can be read: every ink on its ground, in colour and on a copier that knows only grey."""

from __future__ import annotations

from app.reports.pdf import look


def test_every_ink_can_be_read_on_its_ground() -> None:
    pairs = [(f"heat-ink-{step}", f"heat-{step}") for step in range(1, 6)]
    pairs += [(ink, ground) for ink in ("text", "muted", "accent") for ground in ("surface", "sunken")]
    weak = {pair: _contrast(look.INKS[pair[0]], look.INKS[pair[1]]) for pair in pairs}

    assert {pair: round(ratio, 2) for pair, ratio in weak.items() if ratio < 4.5} == {}


def _contrast(ink: str, ground: str) -> float:
    darker, lighter = sorted((_luminance(ink), _luminance(ground)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
