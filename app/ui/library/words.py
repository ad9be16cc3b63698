"""Practices of others in words: the rows of the list, how each in a file stands beside the library, who signed."""

from __future__ import annotations

from app.domain.records import Practice
from app.domain.terms import When
from app.i18n import N_, _, format_list, format_month, isolate, ngettext
from app.services.opening.workspace import Workspace
from app.services.peers.library import Offered, Shelved, State
from app.services.records import recording
from app.services.records.recording import Query
from app.ui.process.session import Session
from app.ui.widgets.brand import initials
from app.ui.widgets.direction import in_line
from app.ui.widgets.lists.paged_model import Row
from app.ui.widgets.record.value_words import title_words
from app.ui.words import choices

STATES = {
    State.NEW: (N_("New"), "accent"),
    State.NEWER: (N_("A newer version"), "info"),
    State.SAME: (N_("Here already"), "neutral"),
    State.OLDER: (N_("Older than the one here"), "neutral"),
    State.TAKEN_BACK: (N_("Taken back since"), "warn"),
}
"""The words and the tone of a chip."""


def row(session: Session, one: Shelved) -> Row:
    """A practice in the list: what it is called, from whom, and for which objectives."""
    names = [choices.objective_name(session.pack, number) for number in one.practice.objectives]
    facts = in_line([isolate(one.organisation.name), month_words(one.made_on)])
    return Row(one.id, title(one), facts, format_list(names) if names else "", initials=initials(one.organisation.name))


def title(one: Shelved) -> str:
    """What a practice is called, in one line."""
    return " ".join(one.practice.title.split()) or _("A practice without a title")


def source(one: Shelved) -> str:
    """From whom a practice is, and since when."""
    told = _("From {organisation}, in a file of {month}")
    return told.format(organisation=isolate(one.organisation.name), month=month_words(one.made_on))


def versions(one: Shelved) -> str:
    """How many versions are kept, where it is more than one."""
    told = ngettext("{count} version is kept here.", "{count} versions are kept here.", one.versions)
    return told.format(count=one.versions)


def own_titles(workspace: Workspace) -> dict[str, str]:
    """All practices of our own: id to what each is called."""
    query = Query(Practice.KIND)
    found = (line.record for line in recording.lines(workspace, query, limit=recording.count(workspace, query)))
    return {one.id: title_words(Practice.KIND, one.title) for one in found if isinstance(one, Practice)}


def signer(offered: Offered) -> str:
    """Whose file it is, and whether this workspace knows the key."""
    told = _("{organisation} signed it with a key that this workspace does not know yet.")
    if offered.is_known:
        told = _("{organisation} signed it with a key that this workspace knows.")
    return told.format(organisation=isolate(offered.organisation.name))


def taken_back(count: int) -> str:
    """What a file takes back of the library; "" for nothing."""
    told = ngettext(
        "It takes back {count} practice that stands in your list.",
        "It takes back {count} practices that stand in your list.",
        count,
    )
    return told.format(count=count) if count else ""


def month_words(iso: str) -> str:
    """A month as files carry it; what is none stays as it is."""
    try:
        return format_month(When.parse(iso).first_day)
    except ValueError:
        return iso
