"""The kinds of record on this page, in one table: group, icon and words; all else follows from their rules."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain import records
from app.domain.drafts import Draft
from app.domain.records import KINDS, Record, rules
from app.domain.terms import When
from app.i18n import N_, _, format_number, isolate, ngettext, pgettext
from app.services.opening.workspace import Workspace
from app.services.records import recording
from app.ui.records import rows
from app.ui.records.form_sections import sections
from app.ui.widgets.record import record_names
from app.ui.widgets.record.record_kind import ALL, DRAFTS, Kind, Words, only_drafts
from app.ui.words.choice import Choice

DUE = "due"
PLANS = N_("Plans and commitments")
LEARNED = N_("What we learned")
FIGURES = N_("Figures and money")
BOOK = N_("Our own book")
GROUPS = (PLANS, LEARNED, FIGURES, BOOK)


@dataclass(frozen=True)
class Told:
    """What people read about one kind; all marked with N_."""

    record_class: type[Record]
    group: str
    icon: str
    many: str
    add: str
    what_for: str

    @property
    def name(self) -> str:
        """The name of the kind."""
        return self.record_class.KIND


TABLE: tuple[Told, ...] = (
    Told(
        records.PlanItem,
        PLANS,
        "list-check",
        N_("Plan"),
        N_("Add a step to the plan"),
        N_("What you mean to do, and until when."),
    ),
    Told(
        records.Commitment,
        PLANS,
        "flag",
        N_("Commitments"),
        N_("Make a commitment"),
        N_("What you promise in public, as the form for pledges asks for it."),
    ),
    Told(
        records.CommitmentUpdate,
        PLANS,
        "history",
        N_("Updates on commitments"),
        N_("Add an update"),
        N_("What became of a commitment, with a date."),
    ),
    Told(
        records.Practice,
        LEARNED,
        "bulb",
        N_("Practices"),
        N_("Describe a practice"),
        N_("What worked, so that others can do it as well."),
    ),
    Told(
        records.Challenge,
        LEARNED,
        "barrier-block",
        N_("Challenges"),
        N_("Write down a challenge"),
        N_("What stands in the way."),
    ),
    Told(
        records.NeedOffer,
        LEARNED,
        "heart-handshake",
        N_("Needs and offers"),
        N_("Add a need or an offer"),
        N_("What you need, and what you can give to others."),
    ),
    Told(
        records.Proposal,
        LEARNED,
        "speakerphone",
        N_("Proposals"),
        N_("Make a proposal"),
        N_("What should change, who should do it, and who agrees."),
    ),
    Told(
        records.Consultation,
        LEARNED,
        "users-group",
        N_("Consultations"),
        N_("Write down a consultation"),
        N_("When people were asked together, and what changed because of it."),
    ),
    Told(
        records.Recommendation,
        LEARNED,
        "file-check",
        N_("Recommendations received"),
        N_("Add a recommendation"),
        N_("Advice of committees, courts and reviews, and what was done with it."),
    ),
    Told(
        records.OpenQuestion,
        LEARNED,
        "help-circle",
        N_("Open questions"),
        N_("Ask a question"),
        N_("What you want to know from somebody, until it is answered."),
    ),
    Told(
        records.IndicatorValue,
        FIGURES,
        "chart-bar",
        N_("Indicator values"),
        N_("Add a value"),
        N_("Numbers with their period and source."),
    ),
    Told(
        records.Resources,
        FIGURES,
        "cash",
        N_("Money and help in kind"),
        N_("Add money or help in kind"),
        N_("What a piece of work costs, and who pays for it."),
    ),
    Told(
        records.PolicyLink,
        BOOK,
        "file-text",
        N_("Plans and policies of others"),
        N_("Add a plan or policy"),
        N_("Laws, plans and policies that your work is tied to."),
    ),
    Told(
        records.Partner,
        BOOK,
        "building",
        N_("Partners"),
        N_("Add a partner"),
        N_("Organisations you work with, and whether they agreed to be named."),
    ),
    Told(
        records.TermNote,
        BOOK,
        "language",
        N_("Words we use"),
        N_("Explain a word"),
        N_("How you use a word, so that readers understand it."),
    ),
    Told(
        records.PrivateNote,
        BOOK,
        "lock",
        N_("Private notes"),
        N_("Write a note"),
        N_("For yourselves only; never leaves."),
    ),
    Told(
        records.AuthorityRequest,
        BOOK,
        "shield-lock",
        N_("Requests by authorities"),
        N_("Write down a request"),
        N_("Who asked for what, and what you answered; never leaves."),
    ),
)


def told(name: str) -> Told | None:
    """What is told about the kind of this name; None for one that has a page of its own."""
    return next((found for found in TABLE if found.name == name), None)


def lists() -> tuple[Choice, ...]:
    """Every kind, as the search offers it."""
    return tuple(Choice(found.name, _(found.many), found.icon, _(found.group)) for found in TABLE)


def kind(found: Told) -> Kind:
    """One kind, in the active language."""
    sealed = bool(found.record_class.SEALED_FOR)
    due = (Choice(DUE, _("Due soon")),) if rows.can_be_due(found.record_class) else ()
    return Kind(
        KINDS[found.name],
        _words(found),
        sections(found.record_class),
        rows.row,
        record_names.called,
        lambda workspace: _fresh(workspace, found.record_class),
        (Choice(ALL, _("All")), *due, Choice(DRAFTS, _("Drafts"))),
        {} if sealed else {DRAFTS: only_drafts},
        {DUE: rows.is_due, **({DRAFTS: rows.is_draft} if sealed else {})},
    )


def _words(found: Told) -> Words:
    return Words(
        title=_(found.many),
        new=pgettext("record", "New"),
        segments=_("Which of them"),
        icon=found.icon,
        empty=_("Nothing here yet"),
        empty_more=_(found.what_for),
        empty_button=_(found.add),
        fresh=_(found.add),
        nothing_chosen=_("Choose one, or begin a new one"),
        count=lambda number: ngettext("{count} entry", "{count} entries", number).format(count=format_number(number)),
        trashed=lambda title: _("{title} was moved to the trash.").format(title=isolate(title)),
        saved=lambda title: _("{title} was saved.").format(title=isolate(title)),
    )


def _fresh(workspace: Workspace, record_class: type[Record]) -> Draft[Record]:
    """A new record; the day of something that was just done is today."""
    today = When.of(workspace.now().astimezone().date())
    known: dict[str, object] = {"date": today, "month": today.only_month}
    names = {one.name for one in rules(record_class)}
    return recording.new(workspace, record_class, **{name: value for name, value in known.items() if name in names})
