"""The one table of pages: a feature adds one entry, and a folder `app/ui/<feature>` with its page.

A page whose module is not there yet is left out, so features may arrive in any order.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

from PySide6.QtWidgets import QWidget

from app.domain.roles import Verb
from app.i18n import N_
from app.ui.process.session import Session
from app.ui.widgets.page import Page
from app.ui.words.choice import Choice

TOP = "top"
COORDINATION = "coordination"
MORE = "more"
FOOT = "foot"
HEADINGS = {COORDINATION: (N_("Coordination"), "users-group"), MORE: (N_("More"), "dots")}
"""The heading above the entries of a section, which folds them, and its icon; the others have none."""


def always(session: Session) -> bool:
    """A page that every workspace has."""
    return True


def may_write(session: Session) -> bool:
    """A page for those who may write records."""
    return session.workspace is not None and bool(session.workspace.allows(Verb.WRITE))


def makes_calls(session: Session) -> bool:
    """A page for those who may make calls in a workspace that coordinates others."""
    return coordinates(session) and bool(session.workspace.allows(Verb.CALLS))


def coordinates(session: Session) -> bool:
    """A page for a workspace that coordinates others."""
    return session.workspace is not None and bool(session.workspace.coordinator)


@dataclass(frozen=True)
class PageEntry:
    """One page: where it is found, how it is shown in the sidebar, and when."""

    name: str
    title: str
    """Marked with N_, translated where it is shown."""
    icon: str
    place: str
    """`module:Class`; the class takes (session, parent)."""
    section: str = TOP
    visible: Callable[[Session], bool] = always
    badge: bool = False
    """Whether the module has `waiting(session) -> int`."""
    kinds: tuple[str, ...] = ()
    """The kinds of record that are written there: `open` takes the id of one."""
    lists: str = ""
    """`module:function`; the function tells which kinds have a list of their own there, as `open` takes them."""

    def exists(self) -> bool:
        """Whether the module of this page is there."""
        package, _, _ = self.place.partition(":")[0].rpartition(".")
        return find_spec(package) is not None and find_spec(self.place.partition(":")[0]) is not None

    def make(self, session: Session, parent: QWidget | None = None) -> Page:
        """A new page for this session, built where it will stand: what moves is styled anew."""
        module, _, name = self.place.partition(":")
        made: Page = getattr(import_module(module), name)(session, parent)
        return made

    def listed(self) -> tuple[Choice, ...]:
        """The lists that are on this page, beside the one it is called after."""
        module, _, name = self.lists.partition(":")
        return tuple(getattr(import_module(module), name)()) if module else ()

    def waiting(self, session: Session) -> int:
        """How many things wait for this person; 0 without a badge."""
        if not self.badge:
            return 0
        return int(import_module(self.place.partition(":")[0]).waiting(session))


_RECORDS = (
    *("plan_item", "commitment", "commitment_update", "policy_link", "practice", "challenge", "need_offer", "proposal"),
    *("consultation", "open_question", "recommendation", "indicator_value", "resources", "partner", "term_note"),
    *("private_note", "authority_request"),
)
PAGES: tuple[PageEntry, ...] = (
    PageEntry("overview", N_("Overview"), "layout-dashboard", "app.ui.overview.page:OverviewPage"),
    PageEntry("objectives", N_("Objectives"), "target", "app.ui.objectives.page:ObjectivesPage"),
    PageEntry(
        "activities", N_("Activities"), "clipboard-list", "app.ui.activities.page:ActivitiesPage", kinds=("activity",)
    ),
    PageEntry(
        "feedback",
        N_("Feedback"),
        "message-2-heart",
        "app.ui.feedback.page:FeedbackPage",
        kinds=("feedback", "loop_step", "rumour", "policy_card", "referral_contact"),
        lists="app.ui.feedback.kinds:lists",
    ),
    PageEntry(
        "records",
        N_("Records"),
        "list-details",
        "app.ui.records.page:RecordsPage",
        badge=True,
        kinds=_RECORDS,
        lists="app.ui.records.kinds:lists",
    ),
    PageEntry("review", N_("Review"), "eye-check", "app.ui.review.page:ReviewPage", badge=True),
    PageEntry("submissions", N_("Submissions"), "send", "app.ui.submissions.page:SubmissionsPage"),
    PageEntry("calls", N_("Calls"), "speakerphone", "app.ui.calls.page:CallsPage", COORDINATION, makes_calls),
    PageEntry("inbox", N_("Inbox"), "inbox", "app.ui.inbox.page:InboxPage", COORDINATION, coordinates, badge=True),
    PageEntry("once", N_("Duplicates"), "arrows-join-2", "app.ui.once.page:OncePage", COORDINATION, coordinates),
    PageEntry("picture", N_("Picture"), "layout-grid", "app.ui.picture.page:PicturePage", COORDINATION, coordinates),
    PageEntry("library", N_("Practices of others"), "bulb", "app.ui.library.page:LibraryPage", MORE),
    PageEntry("import", N_("Bring in a table"), "table", "app.ui.importing.page:ImportPage", MORE, visible=may_write),
    PageEntry("syncing", N_("Your laptops"), "device-laptop", "app.ui.syncing.page:SyncingPage", MORE),
    PageEntry("trash", N_("Trash"), "trash", "app.ui.trash.page:TrashPage", MORE),
    PageEntry("settings", N_("Settings"), "settings", "app.ui.settings.page:SettingsPage", FOOT),
    PageEntry("help", N_("Help"), "help-circle", "app.ui.help.page:HelpPage", FOOT),
)


def entries(session: Session, table: tuple[PageEntry, ...] = PAGES) -> tuple[PageEntry, ...]:
    """The pages of this session, in the order of the sidebar."""
    return tuple(entry for entry in table if entry.exists() and entry.visible(session))


def page_of(kind: str, table: tuple[PageEntry, ...] = PAGES) -> str:
    """The page on which records of this kind are written, "" if there is none."""
    return next((entry.name for entry in table if kind in entry.kinds and entry.exists()), "")
