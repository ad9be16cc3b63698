"""Words for what a picture compares, in the language of the window."""

from __future__ import annotations

from datetime import UTC, datetime

from app.compact import load as load_pack
from app.domain.coverage import Cell
from app.domain.picture import words as picture_words
from app.domain.picture.crossing import Axis
from app.domain.picture.matching import Offer
from app.domain.picture.movement import Change, Step
from app.domain.picture.sides import Side
from app.domain.shared import ObjectiveView, SharedEntry
from app.domain.terms import Amount
from app.domain.wording import Wording
from app.i18n import format_date


def _wording() -> Wording:
    return Wording.here(load_pack())


def row(axis: Axis, code: str) -> str:
    """The name of a row: a region, a kind of organisation or a department."""
    return picture_words.row(axis, code, _wording())


def heard(one: ObjectiveView) -> str:
    """How many messages of each kind about an objective."""
    return picture_words.heard(one, _wording())


def entry(one: SharedEntry) -> str:
    """An entry in one line."""
    return picture_words.entry(one, _wording())


def side(found: Side) -> str:
    """What one side did of an objective, and how it sees it itself."""
    return picture_words.side(found, _wording())


def public_bodies() -> str:
    """Which kinds of organisation public bodies are."""
    return picture_words.public_bodies(_wording())


def step(found: Step) -> str:
    """What became of a commitment."""
    return picture_words.step(found, _wording())


def view(code: str) -> str:
    """One view of an objective."""
    return picture_words.view(code, _wording())


def reason(offer: Offer) -> str:
    """Why an offer may help."""
    return picture_words.reason(offer, _wording())


def cell(found: Cell) -> str:
    """3 activities; or in words why there is no number."""
    return picture_words.cell(found, _wording())


def change(found: Change) -> str:
    """What is different between two periods."""
    return picture_words.change(found, _wording())


def amount(found: Amount, withheld: int) -> str:
    """An amount; at least so much where others are withheld."""
    return picture_words.amount(found, withheld, _wording())


def day(moment_ms: int) -> str:
    """The day of a moment (milliseconds since 1970), in the time of this computer."""
    return format_date(datetime.fromtimestamp(moment_ms / 1000, UTC).astimezone().date(), style="medium")
