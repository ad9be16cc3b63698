"""Values of private records in words, as histories and conflicts tell them; what a record of any kind is called."""

from __future__ import annotations

from app.domain.fold import Value
from app.domain.records import FieldRule, Shape
from app.domain.terms import When
from app.i18n import N_, _, format_number, language
from app.services.opening import place_packs
from app.ui.process.session import Session
from app.ui.widgets import place_words
from app.ui.widgets.record import record_names
from app.ui.widgets.when_words import written
from app.ui.words import choices, offers

_KINDS = {
    "activity": N_("Activity"),
    "feedback": N_("Feedback"),
    "sensitive_note": N_("Note of a sensitive report"),
    "loop_step": N_("Step towards an answer"),
    "rumour": N_("Rumour"),
    "policy_card": N_("Policy card"),
    "referral_contact": N_("Contact"),
    "choice": N_("Choice of an objective"),
    "assessment": N_("Own assessment"),
    "plan_item": N_("Plan"),
    "commitment": N_("Commitment"),
    "commitment_update": N_("Update of a commitment"),
    "practice": N_("Practice"),
    "challenge": N_("Challenge"),
    "need_offer": N_("Need or offer"),
    "proposal": N_("Proposal"),
    "consultation": N_("Consultation"),
    "indicator_value": N_("Indicator value"),
    "resources": N_("Money and help in kind"),
    "recommendation": N_("Recommendation received"),
    "policy_link": N_("Policy or plan"),
    "partner": N_("Partner"),
    "open_question": N_("Open question"),
    "term_note": N_("Note on a term"),
    "private_note": N_("Private note"),
    "authority_request": N_("Request by an authority"),
    "attachment": N_("Attachment"),
    "comment": N_("Comment"),
    "review": N_("Review"),
}


def kind_words(kind: str) -> str:
    """What kind of record it is; the name of a kind that this program does not know as it stands."""
    return _(_KINDS[kind]) if kind in _KINDS else kind


def title_words(kind: str, title: str) -> str:
    """What a record is called; the kind where nothing in it names it."""
    return " ".join(title.split()) or _("{kind} without a title").format(kind=kind_words(kind))


def value_words(session: Session, found: FieldRule, value: Value) -> str:
    """One value, or one element of a set, as people read it; "" for an empty one."""
    if found.shape is Shape.FLAG:
        return _("yes") if value is True else _("no")
    if value in (None, ""):
        return ""
    if found.shape is Shape.OBJECTIVES and str(value).isdecimal():
        return choices.objective_name(session.pack, int(str(value)))
    if found.shape is Shape.PLACE:
        return place_words.name(str(value), place_packs.gazetteer(session.workspace))
    if found.shape is Shape.NUMBER and isinstance(value, int):
        return format_number(value)
    if found.shape is Shape.WHEN:
        return _when(str(value))
    if found.shape in (Shape.REFERENCE, Shape.REFERENCES):
        return record_names.name_of(session, str(value))
    if found.offers:
        return offers.name_of(session, found.offers, str(value))
    return session.pack.code_list(found.codes).label(str(value), language()) if found.codes else str(value)


def _when(iso: str) -> str:
    try:
        return written(When.parse(iso))
    except ValueError:
        return iso
