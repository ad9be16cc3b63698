"""The period of a picture: chosen from those there are, never typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.domain.terms import Period
from app.i18n import _
from app.ui.picture.chooser import Chooser
from app.ui.words import wording
from app.ui.words.choice import Choice


class PeriodChooser(Chooser):
    """Its codes are periods as ISO text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Period"), parent=parent)

    def offer_periods(self, periods: Sequence[Period]) -> None:
        """Offer these, keeping the one chosen; the first if it is gone."""
        self.offer([Choice(one.iso, wording.period(one)) for one in periods])
