"""How many messages leave, by objective and kind; small numbers are withheld and said to be."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.compact import Pack
from app.domain.shared import FeedbackCount
from app.i18n import _, language
from app.ui.widgets.card import Card
from app.ui.widgets.text import Label
from app.ui.words import choices, wording


class CountsCard(Card):
    """The counted messages, one line each."""

    def __init__(self, pack: Pack, counts: Sequence[FeedbackCount], parent: QWidget | None = None) -> None:
        super().__init__(_("Messages, counted"), parent=parent)
        kinds = pack.code_list("feedback_types")
        told = _("{objective}, {kind}: {count}")
        for one in counts:
            about = choices.objective_name(pack, one.objective)
            kind = kinds.label(one.type, language())
            words = told.format(objective=about, kind=kind, count=wording.count(one.count))
            self.add(Label(words, "small", wraps=True))
