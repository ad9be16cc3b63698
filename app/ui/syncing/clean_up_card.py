"""How long replaced words stay in the places where the laptops meet, for whoever may decide for the organisation."""

from __future__ import annotations

from app.domain.roles import Verb
from app.errors import GroundworkError
from app.i18n import _, format_number, ngettext
from app.services.syncing import cleaning
from app.ui.process.failure import sentence
from app.ui.syncing.around import Around, Part
from app.ui.widgets.buttons import SECONDARY, Button, in_row
from app.ui.widgets.fields.number_field import NumberField
from app.ui.widgets.text import Label


class CleanUpCard(Part):
    """It says what goes and what never does, and that nothing happens before every laptop has everything."""

    def __init__(self, around: Around) -> None:
        super().__init__(
            around,
            _("How long replaced words stay in the places"),
            _("The folder, stick or server where your laptops meet keeps every version of every text."),
        )
        self.told = Label("", "strong", wraps=True)
        self.months = NumberField(
            _("Months"), _("From {least} months on. 0 keeps them for ever.").format(least=format_number(cleaning.LEAST))
        )
        self.keep = Button(_("Keep this time"), SECONDARY)
        self._shown: int | None = None
        means = (
            _(
                "It concerns only the files in these places. No workspace loses a word: the history on each laptop that"
                " has a version keeps it, and it can be brought back there."
            ),
            _("A laptop that joins later shows the same records, without these older words."),
            _("It begins once all laptops have told that they have everything. Until then nothing goes."),
        )
        self.add(self.told)
        for one in means:
            self.add(Label(one, "small", wraps=True))
        for part in (self.months, in_row(self.keep)):
            self.add(part)
        self.months.edited.connect(lambda: self.months.set_problem(""))
        self.keep.clicked.connect(self._keep)

    def reload(self) -> None:
        """Show what was decided; a number that is being typed stays."""
        self.setVisible(self._around.workspace.allows(Verb.ORGANISATION))
        count = cleaning.months(self._around.workspace)
        self.told.setText(_decided(count))
        if count != self._shown:
            self._shown = count
            self.months.set_value(count)

    def _keep(self) -> None:
        count = self.months.value()
        if count is None:
            self._refuse(_("Please write for how many months, or 0 for ever."))
            return
        try:
            cleaning.keep_for(self._around.workspace, count)
        except GroundworkError as error:
            self._refuse(sentence(error))
            return
        self._around.tell(_("The time was kept. Sync, so that the other laptops know."))

    def _refuse(self, problem: str) -> None:
        self.months.set_problem(problem)
        self.months.setFocus()


def _decided(count: int) -> str:
    if not count:
        return _("Replaced words stay in the places where your laptops meet until somebody decides otherwise.")
    words = ngettext(
        "Replaced words leave the places where your laptops meet after {count} month.",
        "Replaced words leave the places where your laptops meet after {count} months.",
        count,
    )
    return words.format(count=format_number(count))
