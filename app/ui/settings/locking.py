"""The lock, and the traces left on this computer."""

from __future__ import annotations

from app.i18n import _, format_number, ngettext
from app.settings import AUTO_LOCK_MINUTES
from app.ui.settings import table
from app.ui.settings.section import Around, Section
from app.ui.widgets.fields.check_field import CheckField
from app.ui.widgets.fields.code_field import CodeField
from app.ui.widgets.text import Label
from app.ui.words.choice import Choice


def card(around: Around) -> Section:
    """For everybody; it is kept on this computer."""
    kept = around.session.settings
    made = Section(_("Lock"), _("Ctrl+L locks at once. Ctrl+Shift+L also puts the window away."))
    after = CodeField(
        _(table.title("auto_lock")),
        tuple(Choice(str(minutes), _told(minutes)) for minutes in AUTO_LOCK_MINUTES),
        _("Unfinished text is kept. A computer that slept is locked when it wakes, unless this is never."),
    )
    after.set_value(str(kept.auto_lock))
    after.edited.connect(lambda: around.set("auto_lock", int(after.value())))
    made.add_setting("auto_lock", after)
    hidden = CheckField(
        _(table.title("recent_hidden")), _("The next start then asks for the file, and nobody sees which there are.")
    )
    hidden.set_value(kept.recent_hidden)
    hidden.edited.connect(lambda: around.set("recent_hidden", hidden.value()))
    made.add_setting("recent_hidden", hidden)
    made.add(
        Label(
            _("Who is forced to tell a passphrase is not helped by any lock. Encrypt the disk of this computer too."),
            "caption",
            wraps=True,
        )
    )
    return made


def _told(minutes: int) -> str:
    if not minutes:
        return _("Never")
    words = ngettext("After {count} minute", "After {count} minutes", minutes)
    return words.format(count=format_number(minutes))
