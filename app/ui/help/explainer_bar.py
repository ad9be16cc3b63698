"""The page that explains the Compact: chosen by language and paper, made as PDF, printed from there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.compact import Pack
from app.i18n import _, language, languages
from app.progress import Progress
from app.services.pages import Pages
from app.services.paper import explainer
from app.settings import PAPERS
from app.ui import printing
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.widgets.buttons import SECONDARY, Button
from app.ui.widgets.card import Card
from app.ui.widgets.fields.code_field import CodeField
from app.ui.words.choice import Choice


class ExplainerBar(Card):
    """One page for a colleague, a board or a mayor who has never heard of it; nobody's data is in it."""

    def __init__(self, session: Session, tell: Callable[[str], None]) -> None:
        words = _("One page for somebody who has never heard of it. Nothing you wrote is in it.")
        super().__init__(_("The Compact on one page"), words)
        self._session, self._tell = session, tell
        self.spoken = CodeField(_("Language"), [Choice(one.code, one.name) for one in languages()])
        self.spoken.set_value(language())
        self.paper = CodeField(_("Paper"), [Choice(one, one) for one in PAPERS])
        self.paper.set_value(session.settings.paper)
        self.make = Button(_("Make the page"), SECONDARY, "printer")
        choosers, button, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
        choosers.setSpacing(theme.px(12))
        for field in (self.spoken, self.paper):
            choosers.addWidget(field, 1)
        button.addWidget(self.make)
        button.addStretch(1)
        column.setSpacing(theme.px(8))
        column.addLayout(choosers)
        column.addLayout(button)
        self.add(column)
        self.make.clicked.connect(self._print)

    def _print(self) -> None:
        draw = partial(_drawn, self._session.pack, self.spoken.value(), self.paper.value())
        printing.ask_and_make(self._session, draw, self, self._tell, name=_("the Compact on one page"))


def _drawn(pack: Pack, spoken: str, page: str, progress: Progress) -> Pages:
    return explainer.draw(pack, spoken, page=page, progress=progress)
