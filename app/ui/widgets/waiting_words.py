"""How long somebody waits for an answer, in words."""

from __future__ import annotations

from app.i18n import _, format_number, ngettext


def days_waiting(days: int) -> str:
    """How long somebody waits, in words."""
    if days == 0:
        return _("told today")
    return ngettext("waiting for {count} day", "waiting for {count} days", days).format(count=format_number(days))
