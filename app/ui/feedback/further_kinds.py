"""What stands beside messages on the same page: rumours, policy cards and contacts."""

from __future__ import annotations

from app.domain.drafts import Draft
from app.domain.records import PolicyCard, Record, ReferralContact, Rumour
from app.domain.terms import When
from app.i18n import N_, _, format_month, format_number, isolate, language, ngettext, pgettext
from app.services import recording
from app.services.recording import Line
from app.services.workspace import Workspace
from app.ui.session import Session
from app.ui.widgets.choice import Choice
from app.ui.widgets.direction import in_line
from app.ui.widgets.paged_model import Row
from app.ui.widgets.record_form import Section
from app.ui.widgets.record_kind import ALL, Kind, Words

_RUMOUR = (
    Section((("said",), ("month", "channel", "place"), ("risk", "verification"))),
    Section((("engagement",), ("outcome",)), N_("The answer"), N_("Tell people what is known, soon and simply")),
)
_CARD = (
    Section((("title",), ("summary",), ("language",))),
    Section((("question_1",), ("question_2",), ("question_3",)), N_("Questions to ask people"), N_("At most three")),
)
_CONTACT = (Section((("service",), ("contact", "hours"), ("languages",), ("focal_point",), ("emergency",))),)


def rumours() -> Kind:
    """The rumour log, in the active language."""
    words = _words(
        title=_("Rumours"),
        empty=_("No rumours yet"),
        empty_more=_("Write down what goes round, so that people get a true answer soon."),
        nothing_chosen=_("Choose a rumour, or record a new one"),
        fresh=_("New rumour"),
    )
    return Kind(Rumour, words, _RUMOUR, _rumour_row, _rumour_title, _fresh_rumour, _segments())


def policy_cards() -> Kind:
    """The policy cards, in the active language."""
    words = _words(
        title=_("Policy cards"),
        empty=_("No policy cards yet"),
        empty_more=_("Explain a rule or a plan in plain words, and ask people what they think of it."),
        nothing_chosen=_("Choose a policy card, or record a new one"),
        fresh=_("New policy card"),
    )
    return Kind(PolicyCard, words, _CARD, _card_row, _card_title, _fresh_card, _segments())


def contacts() -> Kind:
    """Whom to call, in the active language."""
    words = _words(
        title=_("Contacts"),
        empty=_("No contacts yet"),
        empty_more=_("Enter your focal point, emergency numbers and services. They are shown where a form must stop."),
        nothing_chosen=_("Choose a contact, or record a new one"),
        fresh=_("New contact"),
    )
    return Kind(ReferralContact, words, _CONTACT, _contact_row, _contact_title, _fresh_contact, _segments())


def _words(*, title: str, empty: str, empty_more: str, nothing_chosen: str, fresh: str) -> Words:
    return Words(
        title=title,
        new=pgettext("feedback", "New"),
        segments=_("Which entries"),
        icon="message-2-heart",
        empty=empty,
        empty_more=empty_more,
        empty_button=fresh,
        fresh=fresh,
        nothing_chosen=nothing_chosen,
        count=_count,
        trashed=lambda name: _("“{title}” was moved to the trash.").format(title=isolate(name)),
        saved=lambda name: _("“{title}” was saved.").format(title=isolate(name)),
    )


def _count(number: int) -> str:
    return ngettext("{count} entry", "{count} entries", number).format(count=format_number(number))


def _segments() -> tuple[Choice, ...]:
    return (Choice(ALL, _("All")),)


def _fresh_rumour(workspace: Workspace) -> Draft[Record]:
    today = workspace.now().astimezone().date()
    return recording.new(workspace, Rumour, month=When.of(today).only_month)


def _fresh_card(workspace: Workspace) -> Draft[Record]:
    return recording.new(workspace, PolicyCard)


def _fresh_contact(workspace: Workspace) -> Draft[Record]:
    return recording.new(workspace, ReferralContact)


def _rumour_title(_session: Session, record: Record) -> str:
    assert isinstance(record, Rumour)
    first, _end, _rest = record.said.strip().partition("\n")
    return first or _("Rumour without words")


def _card_title(_session: Session, record: Record) -> str:
    assert isinstance(record, PolicyCard)
    return record.title or _("Policy card without a title")


def _contact_title(_session: Session, record: Record) -> str:
    assert isinstance(record, ReferralContact)
    return record.service or _("Contact without a name")


def _rumour_row(session: Session, line: Line) -> Row:
    record = line.record
    assert isinstance(record, Rumour)
    channel = session.pack.code_list("feedback_channels").label(record.channel, language()) if record.channel else ""
    month = format_month(record.month.first_day) if record.month else ""
    status, tone = (_("Answered"), "good") if record.outcome else (_("Open"), "info")
    return Row(record.id, _rumour_title(session, record), in_line([month, channel]), record.risk, status, tone)


def _card_row(session: Session, line: Line) -> Row:
    record = line.record
    assert isinstance(record, PolicyCard)
    asked = len(record.questions)
    told = ngettext("{count} question", "{count} questions", asked).format(count=format_number(asked))
    return Row(record.id, _card_title(session, record), in_line([record.language, told]))


def _contact_row(session: Session, line: Line) -> Row:
    record = line.record
    assert isinstance(record, ReferralContact)
    status, tone = (_("Emergency"), "bad") if record.emergency else ("", "neutral")
    status, tone = (_("Focal point"), "accent") if record.focal_point else (status, tone)
    told = in_line([isolate(record.contact), record.hours])
    return Row(record.id, _contact_title(session, record), told, "", status, tone)
