"""Silence: objectives nobody wrote about, only one wrote about, or where organisations wrote "nothing done"."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.compact import Pack
from app.domain.coverage import State
from app.domain.shared import ObjectiveView, Picture
from app.i18n import _, format_number, ngettext
from app.ui.look import icons, theme
from app.ui.widgets.card import Card
from app.ui.widgets.text import IconLabel, Label
from app.ui.words import choices


def unheard(picture: Picture) -> list[ObjectiveView]:
    """Objectives of which nobody said anything."""
    return [view for view in picture.objectives if view.state is State.NOT_REPORTED]


def alone(picture: Picture) -> list[ObjectiveView]:
    """Objectives that rest on one organisation."""
    return [view for view in picture.objectives if view.state is State.DONE and view.organisations == 1]


def idle(picture: Picture) -> list[ObjectiveView]:
    """Objectives where organisations wrote that nothing was done."""
    return [view for view in picture.objectives if view.nothing_done]


def known_of(view: ObjectiveView) -> str:
    """What is known of an objective, in one line."""
    if view.nothing_done:
        count = view.nothing_done
        wrote = ngettext(
            "{count} organisation wrote “nothing done”.", "{count} organisations wrote “nothing done”.", count
        )
        return wrote.format(count=format_number(count))
    if view.state is State.NOT_REPORTED:
        return _("Nobody has reported. That is not zero.")
    return _("Only one organisation wrote about it.")


class ObjectiveLines(QWidget):
    """Objectives with their icons, each with what is known of it."""

    def __init__(self, views: Sequence[ObjectiveView], pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(10))
        for view in views:
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(Label(choices.objective_name(pack, view.objective), "strong", wraps=True))
            words.addWidget(Label(known_of(view), "caption", wraps=True))
            row = QHBoxLayout()
            row.setSpacing(theme.px(10))
            row.addWidget(IconLabel(icons.objective(view.objective), "warn", 20))
            row.addLayout(words, 1)
            layout.addLayout(row)


class SilenceTab(QWidget):
    """Three cards; a group without objectives says so."""

    def __init__(self, picture: Picture, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        groups = (
            (_("Nobody wrote about these"), _("Silence is not zero: work may be done that nobody told."), unheard),
            (_("Nothing done"), _("Organisations said so themselves."), idle),
            (_("Only one organisation wrote about these"), _("One voice is not a picture yet."), alone),
        )
        for title, said, find in groups:
            views = find(picture)
            card = Card(title, said)
            card.add(ObjectiveLines(views, pack) if views else Label(_("There are none."), "muted"))
            layout.addWidget(card)
        layout.addStretch(1)
