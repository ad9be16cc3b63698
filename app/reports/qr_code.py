"""QR codes on paper, the same in every drawing: with a fifth of their modules to spare, for paper that was folded."""

from __future__ import annotations

import segno

QUIET = 4
"""Modules of white around it that a reader needs."""


def made(text: str) -> segno.QRCode:
    """The code of a text."""
    return segno.make_qr(text, error="m", boost_error=False)


def modules(text: str) -> list[list[int]]:
    """Its lines, each module dark (1) or not (0)."""
    return [list(line) for line in made(text).matrix]
