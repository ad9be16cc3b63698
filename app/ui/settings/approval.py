"""Who may approve: one person is enough, or a second one is needed; for keepers."""

from __future__ import annotations

from app.domain.roles import Verb
from app.i18n import _
from app.services.submitting import approving
from app.ui.settings.section import Around, Section
from app.ui.widgets.fields.check_field import CheckField


def card(around: Around) -> Section | None:
    """Only where whoever is working may change it."""
    if not around.may(Verb.ORGANISATION):
        return None
    workspace = around.session.workspace
    made = Section(_("Who may approve"), _("Keepers and reviewers may approve what leaves."))
    second = CheckField(
        _("A submission needs a second person"),
        _("Somebody other than who makes it has to read what leaves, and approve exactly that."),
    )
    second.set_value(approving.needs_second(workspace))
    second.edited.connect(lambda: approving.ask_second(workspace, needed=second.value()))
    made.add_setting("second_person", second)
    return made
