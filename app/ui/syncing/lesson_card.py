"""What this laptop learned: who wrote what, how many, with a way to each list; it stays until somebody has read it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import _, format_number, isolate, ngettext
from app.services.records import conflicts
from app.services.syncing import learning
from app.services.syncing.learning import Lesson
from app.ui import sync_words
from app.ui.look import theme
from app.ui.pages import page_of
from app.ui.syncing.around import Around, Part
from app.ui.widgets.buttons import GHOST, SECONDARY, Button, in_row
from app.ui.widgets.text import IconLabel, Label


class LessonCard(Part):
    """Not there where nothing was learned."""

    def __init__(self, around: Around) -> None:
        super().__init__(around, _("What this laptop learned"))
        self.setProperty("role", "card")
        self.decide = Button("", SECONDARY, "arrow-merge")
        self.read = Button(_("I have read it"), GHOST, "check")
        self.renewed = Label("", wraps=True)
        self.renewed.setText(
            _(
                "This workspace was copied or brought back from a backup. So that nobody's work is mixed up, this"
                " laptop writes under a new name from now on. You need do nothing."
            )
        )
        self.vanished = Label("", wraps=True, tone="warn")
        self._inside = QWidget()
        self._shown: object = None
        self.add(self._inside)
        self.add(self.renewed)
        self.add(self.vanished)
        self.add(in_row(self.decide, self.read))
        self.decide.clicked.connect(lambda: around.go("review", None))
        self.read.clicked.connect(lambda: learning.read(around.workspace))

    def reload(self) -> None:
        """Show what nobody has read yet."""
        lesson = learning.unread(self._around.workspace)
        self.setVisible(lesson is not None)
        if lesson is None:
            return
        contested = conflicts.count(self._around.workspace)
        words = ngettext(
            "Decide {count} record with two versions", "Decide {count} records with two versions", contested
        )
        self.decide.set_text(words.format(count=format_number(contested)))
        self.decide.setVisible(bool(contested))
        self.renewed.setVisible(lesson.new_writer)
        self._tell_vanished(lesson.vanished)
        when = sync_words.when_words(lesson.at, self._around.workspace.now())
        told = _("Last sync: {when}, over {place}.").format(when=when, place=isolate(lesson.place))
        self.set_sentence(told)
        if lesson.facts != self._shown:
            self._shown = lesson.facts
            self._show_facts(lesson)

    def _tell_vanished(self, count: int) -> None:
        """What somebody or something took out of a place is worth a question, though nothing is lost by it."""
        words = ngettext(
            "{count} file of changes had vanished from the place and was put there again. Nothing is lost. Ask whoever"
            " runs the place whether somebody deletes files there.",
            "{count} files of changes had vanished from the place and were put there again. Nothing is lost. Ask"
            " whoever runs the place whether somebody deletes files there.",
            count,
        )
        self.vanished.setText(words.format(count=format_number(count)))
        self.vanished.setVisible(bool(count))

    def _show_facts(self, lesson: Lesson) -> None:
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        for laptop, kinds in sync_words.by_laptop(lesson.facts).items():
            head = in_row(IconLabel("device-laptop", "muted", 18), Label(sync_words.laptop_words(laptop), "strong"))
            column.addLayout(head)
            for kind, facts in kinds.items():
                column.addLayout(self._fact(kind, sync_words.fact_words(kind, facts)))
        if not lesson.facts:
            column.addWidget(Label(_("No record is another than before."), wraps=True))
        self.body.replaceWidget(self._inside, fresh)
        self._inside.hide()
        self._inside.deleteLater()
        self._inside = fresh

    def _fact(self, kind: str, told: str):
        page = page_of(kind)
        if not page:
            return in_row(Label(told, wraps=True))
        link = Button(told, GHOST)
        link.clicked.connect(lambda: self._around.go(page, kind if page == "records" else None))
        return in_row(link)
