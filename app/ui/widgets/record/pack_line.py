"""A quiet line above a record that was written with another reference pack, where that makes a difference."""

from __future__ import annotations

from app.domain.records import Record
from app.i18n import _, isolate, language
from app.services.records import pack_versions
from app.services.records.pack_versions import Renamed
from app.ui.process.session import Session
from app.ui.widgets.text import Label


class PackLine(Label):
    """Says the version, and what is called otherwise since; hidden where there is nothing to say."""

    def __init__(self, session: Session) -> None:
        super().__init__("", "small", wraps=True)
        self._session = session
        self.hide()

    def show_record(self, record: Record | None) -> None:
        """Tell about another record, or about none."""
        written = pack_versions.of_record(self._session.workspace, record, language()) if record else None
        sentence = written.sentence() if written else ""
        renamed = [words for one in written.renamed if (words := _words(one))] if written else []
        self.setText("\n".join((sentence, *renamed) if sentence else renamed))
        self.setVisible(bool(self.text()))


def _words(one: Renamed) -> str:
    """What one code is called; "" where nothing more is known than the code, which stands in its field."""
    before, now = isolate(one.before), isolate(one.now)
    if one.before and one.now:
        return _("“{before}” is called “{now}” today.").format(before=before, now=now)
    return _("“{before}” is not in the list any more.").format(before=before) if one.before else ""
