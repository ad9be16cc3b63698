"""The kinds of record on this page: messages, and in one table what stands beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from app.domain.records import Feedback, PolicyCard, Record, ReferralContact, Rumour
from app.i18n import N_, _, format_number, isolate, ngettext, pgettext
from app.services.feedback import dating
from app.services.records.recording import Line
from app.ui.feedback import rows
from app.ui.feedback.form_sections import CARD, CONTACT, RUMOUR, SECTIONS
from app.ui.process.session import Session
from app.ui.widgets.lists.paged_model import Row
from app.ui.widgets.record import record_names
from app.ui.widgets.record.record_form import Section
from app.ui.widgets.record.record_kind import ALL, DRAFTS, Kind, Words, only_drafts
from app.ui.words.choice import Choice

MESSAGES, RUMOURS, CARDS, CONTACTS = "messages", "rumours", "cards", "contacts"
WAITING, OPEN = "waiting", "open"


@dataclass(frozen=True)
class Told:
    """What people read about a kind beside the messages, marked with N_, and how it looks in a list and a form."""

    record_class: type[Record]
    icon: str
    many: str
    fresh: str
    empty: str
    what_for: str
    nothing_chosen: str
    sections: tuple[Section, ...]
    row: Callable[[Session, Line], Row]
    open: Callable[[Record], bool] | None = None
    """Which of them still wait for something; None where nothing of the kind waits."""


FURTHER: Mapping[str, Told] = MappingProxyType(
    {
        RUMOURS: Told(
            Rumour,
            "volume",
            N_("Rumours"),
            N_("New rumour"),
            N_("No rumours yet"),
            N_("Write down what goes round, so that people get a true answer soon."),
            N_("Choose a rumour, or record a new one"),
            RUMOUR,
            rows.rumour,
            rows.is_open,
        ),
        CARDS: Told(
            PolicyCard,
            "file-text",
            N_("Policy cards"),
            N_("New policy card"),
            N_("No policy cards yet"),
            N_("Explain a rule or a plan in plain words, and ask people what they think of it."),
            N_("Choose a policy card, or record a new one"),
            CARD,
            rows.card,
        ),
        CONTACTS: Told(
            ReferralContact,
            "lifebuoy",
            N_("Contacts"),
            N_("New contact"),
            N_("No contacts yet"),
            N_("Enter your focal point, emergency numbers and services. They are shown where a form must stop."),
            N_("Choose a contact, or record a new one"),
            CONTACT,
            rows.contact,
        ),
    }
)


def beside(code: str) -> Kind:
    """Rumours, policy cards or contacts, in the active language."""
    told = FURTHER[code]
    words = Words(
        title=_(told.many),
        new=pgettext("feedback", "New"),
        segments=_("Which entries"),
        icon=told.icon,
        empty=_(told.empty),
        empty_more=_(told.what_for),
        empty_button=_(told.fresh),
        fresh=_(told.fresh),
        nothing_chosen=_(told.nothing_chosen),
        count=lambda number: ngettext("{count} entry", "{count} entries", number).format(count=format_number(number)),
        trashed=lambda name: _("“{title}” was moved to the trash.").format(title=isolate(name)),
        saved=lambda name: _("“{title}” was saved.").format(title=isolate(name)),
    )
    still = (Choice(OPEN, _("Still going round")),) if told.open else ()
    return Kind(
        told.record_class,
        words,
        told.sections,
        told.row,
        record_names.called,
        lambda workspace: dating.begin(workspace, told.record_class),
        (Choice(ALL, _("All")), *still, Choice(DRAFTS, _("Drafts"))),
        {DRAFTS: only_drafts},
        picks={OPEN: lambda _session, record: told.open(record)} if told.open else {},
    )


def messages() -> Kind:
    """What people told, in the active language."""
    words = Words(
        title=_("Feedback"),
        new=pgettext("feedback", "New"),
        segments=_("Which messages"),
        icon="message-2-heart",
        empty=_("No feedback yet"),
        empty_more=_("Write down what people told you, without anything that shows who said it."),
        empty_button=_("Record feedback"),
        fresh=_("New message"),
        nothing_chosen=_("Choose a message, or record a new one"),
        count=lambda number: ngettext("{count} message", "{count} messages", number).format(
            count=format_number(number)
        ),
        trashed=lambda _title: _("The message was moved to the trash."),
        saved=lambda _title: _("The message was saved."),
    )
    return Kind(
        Feedback,
        words,
        SECTIONS,
        rows.row,
        rows.title,
        lambda workspace: dating.begin(workspace, Feedback),
        (Choice(ALL, _("All")), Choice(WAITING, _("Unanswered")), Choice(DRAFTS, _("Drafts"))),
        {WAITING: lambda query: replace(query, open_loop=True), DRAFTS: only_drafts},
        orders={WAITING: rows.since},
    )


def lists() -> tuple[Choice, ...]:
    """The kinds beside the messages, by the names of their records, as the search offers them."""
    return tuple(Choice(told.record_class.KIND, _(told.many), told.icon) for told in FURTHER.values())


def code_of(record_class: type[Record]) -> str:
    """Under which code records of this kind are shown on the page, "" if they are not."""
    found = {told.record_class: code for code, told in FURTHER.items()} | {Feedback: MESSAGES}
    return found.get(record_class, "")
