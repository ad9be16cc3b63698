"""How long records are kept, in the settings: one clock for each kind, and erasing what is past it; for keepers."""

from __future__ import annotations

from app.domain.retention import LONGEST, TRASH
from app.domain.roles import Verb
from app.i18n import _, format_date, format_list, format_number, format_sentences, isolate, language, ngettext
from app.ordering import by_name
from app.services.keeping import retention
from app.services.keeping.retention import Proof
from app.ui.settings.section import Around, Section
from app.ui.widgets.buttons import DANGER, SECONDARY, Button, in_row
from app.ui.widgets.fields.code_field import CodeField
from app.ui.widgets.fields.number_field import NumberField
from app.ui.widgets.record.record_history import writer
from app.ui.widgets.record.value_words import kind_words
from app.ui.widgets.text import Label
from app.ui.words.choice import Choice

_PROOFS_SHOWN = 5


def card(around: Around) -> Section | None:
    """Only where whoever is working may change it."""
    return RetentionCard(around) if around.may(Verb.ORGANISATION) else None


class RetentionCard(Section):
    """What is past its time is erased only after a second button that says how much it is."""

    def __init__(self, around: Around) -> None:
        super().__init__(
            _("How long records are kept"),
            _("What nobody needs any more can harm people when it is found. Nothing is erased by itself."),
        )
        self._around, self._workspace = around, around.session.workspace
        self.clocks, self.told, self.proofs = Label("", wraps=True), Label("", wraps=True), Label("", "caption")
        self.proofs.setWordWrap(True)
        self.kind = CodeField(_("Kind of record"), ())
        self.months = NumberField(_("Months"), _("Counted from the last change. 0 keeps it for ever."), largest=LONGEST)
        self.keep_it = Button(_("Keep this time"), SECONDARY)
        self.erase = Button("", SECONDARY, "trash")
        self.warning = Label(
            _(
                "It is destroyed here and cannot come back. Backups made before still hold it until they are thinned "
                "away. Whoever was sent one of these records is told in the next submission that it is taken back."
            ),
            wraps=True,
        )
        self.confirm, self.leave = Button("", DANGER, "trash"), Button(_("Erase nothing"), SECONDARY)
        for part in (self.clocks, self.kind, self.months, in_row(self.keep_it), self.told, in_row(self.erase)):
            self.add(part)
        for part in (self.warning, in_row(self.confirm, self.leave), self.proofs):
            self.add(part)
        self.settings["retention"] = self.kind
        self.kind.edited.connect(self._show_months)
        self.months.edited.connect(lambda: self.months.set_problem(""))
        self.keep_it.clicked.connect(self._keep)
        self.erase.clicked.connect(self._ask)
        self.confirm.clicked.connect(self._erase)
        self.leave.clicked.connect(self.reload)
        self.reload()
        self._show_months()

    def reload(self) -> None:
        """Say what is kept for how long, what is due and what was erased; what is being typed stays."""
        kept, due = retention.months(self._workspace), retention.due(self._workspace)
        choices = by_name((Choice(kind, _name(kind)) for kind in kept), lambda one: one.label, language())
        self.kind.set_choices(choices)
        ending = [_clock(one.label, kept[one.code]) for one in choices if kept[one.code]]
        stay = _("All other kinds stay until you delete them. {clocks}")
        self.clocks.setText(stay.format(clocks=format_sentences(ending)))
        self._count = sum(len(one.records) for one in due)
        parts = format_list([_many(one.kind, len(one.records)) for one in due])
        self.told.setText(_("Past its time: {parts}.").format(parts=parts) if due else _("Nothing is past its time."))
        words = ngettext("Erase {count} record", "Erase {count} records", self._count)
        self.erase.set_text(_("Erase what is past its time…"))
        self.confirm.set_text(words.format(count=format_number(self._count)))
        self.erase.setVisible(bool(due))
        for part in (self.warning, self.confirm, self.leave):
            part.hide()
        found = retention.proofs(self._workspace)[:_PROOFS_SHOWN]
        self.proofs.setText("\n".join(self._proof(one) for one in found))
        self.proofs.setVisible(bool(found))

    def _show_months(self) -> None:
        self.months.set_value(retention.months(self._workspace)[self.kind.value()])

    def _keep(self) -> None:
        count = self.months.value()
        if count is None:
            self.months.set_problem(_("Please write for how many months, or 0 for ever."))
            self.months.setFocus()
            return
        retention.keep_for(self._workspace, self.kind.value(), count)
        self._around.tell(_("The time was kept. Nothing was erased."))
        self.reload()

    def _ask(self) -> None:
        self.erase.hide()
        for part in (self.warning, self.confirm, self.leave):
            part.show()
        self.leave.setFocus()

    def _erase(self) -> None:
        gone = sum(one.count for one in retention.erase(self._workspace))
        told = ngettext("{count} record was erased for good.", "{count} records were erased for good.", gone)
        self._around.tell(told.format(count=format_number(gone)))
        self.reload()

    def _proof(self, one: Proof) -> str:
        who, day = isolate(writer(self._around.session, one.by)), format_date(one.at.date())
        told = _("{day}, {who}: erased {what}.").format(day=day, who=who, what=_many(one.kind, one.count))
        return told if not one.months else f"{told} {_clock(_name(one.kind), one.months)}"


def _name(kind: str) -> str:
    return _("What lies in the trash") if kind == TRASH else kind_words(kind)


def _many(kind: str, count: int) -> str:
    return _("{kind}: {count}").format(kind=_name(kind), count=format_number(count))


def _clock(name: str, months: int) -> str:
    words = ngettext("{kind}: {count} month.", "{kind}: {count} months.", months)
    return words.format(kind=name, count=format_number(months))
