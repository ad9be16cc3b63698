"""The history of a record in words: who wrote when, and what became of each field."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.fold import DELETED, Value
from app.domain.records import FieldRule, Record, Shape, rule, rules
from app.domain.terms import When
from app.i18n import _, format_number, isolate, language
from app.services import recording
from app.ui import choices, theme
from app.ui.session import Session
from app.ui.widgets import place_words
from app.ui.widgets.buttons import PRIMARY, Button
from app.ui.widgets.card import Card
from app.ui.widgets.saved_words import moment_words
from app.ui.widgets.scrolling import Scrolling
from app.ui.widgets.text import Label
from app.ui.widgets.when_words import written


class HistoryDialog(QDialog):
    """Every version of one record, the newest first; it shows and changes nothing."""

    def __init__(self, session: Session, record_class: type[Record], record: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("History"))
        versions = recording.history(session.workspace, record)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        for version in reversed(versions):
            card = Card(moment_words(version.saved_at), writer(session, version.by))
            for sentence in sentences(session, record_class, version):
                card.add(Label(sentence, wraps=True))
            column.addWidget(card)
        column.addStretch(1)
        close = Button(_("Close"), PRIMARY)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.px(24), theme.px(8), theme.px(24), theme.px(16))
        foot.addStretch(1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Scrolling(body), 1)
        layout.addLayout(foot)
        self.resize(theme.px(560), theme.px(480))


def writer(session: Session, by: str) -> str:
    """Who wrote a version, as far as this computer knows."""
    profile = session.workspace.profile
    return profile.name if by and by == profile.id else _("Somebody in your organisation")


def sentences(session: Session, record_class: type[Record], version: recording.Version) -> Iterable[str]:
    """What a version changed, a line for each field or element in the order of the form.

    What a newer program wrote and this one does not know is left out.
    """
    order = {found.name: place for place, found in enumerate(rules(record_class))}
    changes = sorted(version.changes.items(), key=lambda change: order.get(change[0].partition("/")[0], -1))
    for entry, (before, after) in changes:
        if entry == DELETED:
            yield _("Taken out of the trash.") if after is False else _("Moved to the trash.")
            continue
        name, _slash, element = entry.partition("/")
        try:
            found = rule(record_class, name)
        except KeyError:
            continue
        if found.hidden:
            continue
        yield _element(session, found, element, after) if element else _change(session, found, before, after)


def _element(session: Session, found: FieldRule, element: str, after: Value) -> str:
    words = _("{field} – added: {value}") if after is True else _("{field} – taken out: {value}")
    return words.format(field=_(found.label), value=isolate(_value(session, found, element)))


def _change(session: Session, found: FieldRule, before: Value, after: Value) -> str:
    old = isolate(_value(session, found, before)) if before not in (None, "") else ""
    new = isolate(_value(session, found, after)) if after not in (None, "") else ""
    words = _("{field} – {new}")
    if old and new:
        words = _("{field} – {new} (before: {old})")
    elif not new:
        words = _("{field} – emptied (before: {old})")
    return words.format(field=_(found.label), new=new, old=old)


def _value(session: Session, found: FieldRule, value: Value) -> str:
    if found.shape is Shape.FLAG:
        return _("yes") if value is True else _("no")
    if found.shape is Shape.OBJECTIVES and str(value).isdecimal():
        return choices.objective_name(session.pack, int(str(value)))
    if found.shape is Shape.PLACE:
        return place_words.name(str(value))
    if found.shape is Shape.NUMBER and isinstance(value, int):
        return format_number(value)
    if found.shape is Shape.WHEN:
        return _when(str(value))
    return session.pack.code_list(found.codes).label(str(value), language()) if found.codes else str(value)


def _when(iso: str) -> str:
    try:
        return written(When.parse(iso))
    except ValueError:
        return iso
