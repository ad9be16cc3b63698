"""What is done for the safety of a workspace when it was opened: the backup of the day, and what to warn of."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from app import paths
from app.i18n import _, format_date, format_number, ngettext
from app.services.keeping import backup
from app.services.opening import placing
from app.ui.process.failure import sentence
from app.ui.process.session import Session

ShowBanner = Callable[[str, str], None]
"""(kind, sentence), as `Frame.show_banner`."""


def begin(session: Session, show_banner: ShowBanner) -> None:
    """Make the backup of the day in the background; warn of a place that is not safe, or of backups grown old.

    A stick that is not there is no failure of the work: a banner says so, and nothing else happens.
    """
    folder = folder_of(session)
    if warning := placing.warning(session.workspace.path.parent):
        show_banner("warn", warning)
    elif (reminder := _reminder(session)) and not session.settings.backup_daily:
        show_banner("info", reminder)
    if session.settings.backup_daily and backup.is_due(session.workspace, folder):
        work = partial(backup.make, session.workspace, folder)
        session.tasks.run(work, failed=lambda error: _tell(show_banner, error))


def _reminder(session: Session) -> str:
    days = backup.days_since(session.workspace, folder_of(session))
    if days is not None and days < backup.REMIND_AFTER_DAYS:
        return ""
    return _("{last} You can make one in the settings, under Backups.").format(last=last_words(session))


def _tell(show_banner: ShowBanner, error: Exception) -> None:
    words = _("Today's backup was not made. {why}")
    show_banner("warn", words.format(why=sentence(error)))


def folder_of(session: Session) -> Path:
    """Where this person's backups go."""
    return Path(session.settings.backup_folder) if session.settings.backup_folder else paths.backups()


def last_words(session: Session) -> str:
    """When the newest backup was made, in words."""
    folder = folder_of(session)
    days = backup.days_since(session.workspace, folder)
    if days is None:
        return _("There is no backup yet.")
    if days == 0:
        return _("The last backup was made today.")
    day = format_date(backup.every(session.workspace, folder)[0].made_at.astimezone().date())
    words = ngettext(
        "The last backup was made {count} day ago, on {day}.",
        "The last backup was made {count} days ago, on {day}.",
        days,
    )
    return words.format(count=format_number(days), day=day)
