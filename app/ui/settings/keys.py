"""New keys in the settings: everything is encrypted anew, as after a person left or a laptop was seen; for keepers."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt

from app.domain.roles import Verb
from app.i18n import _, format_number, format_sentences, ngettext
from app.progress import Progress
from app.services.keeping import renewing, signing
from app.services.opening.workspace import Workspace, digits
from app.ui.process.failure import sentence
from app.ui.process.tasks import Task
from app.ui.settings.section import Around, Section
from app.ui.widgets.buttons import SECONDARY, Button, in_row
from app.ui.widgets.fields.check_field import CheckField
from app.ui.widgets.fields.line_field import LineField
from app.ui.widgets.please_wait import PleaseWait
from app.ui.widgets.text import Label


def card(around: Around) -> KeysCard | None:
    """Only where whoever is working manages the team."""
    return KeysCard(around) if around.may(Verb.TEAM) else None


class KeysCard(Section):
    """Asks for the own passphrase; everybody else's goes on opening the workspace."""

    def __init__(self, around: Around) -> None:
        super().__init__(
            _("New keys"),
            _("After a person left, or somebody had this laptop in their hands: everything is encrypted anew."),
        )
        self._around, self._workspace = around, around.session.workspace
        self._task: Task | None = None
        self.hardness = Label("", "caption", wraps=True)
        self.passphrase = LineField(_("Your passphrase"), secret=True)
        self.sign_anew = CheckField(_("Sign with a new key, too"))
        self.renew = Button(_("Encrypt everything under new keys"), SECONDARY, "lock")
        told = _(
            "Everybody keeps their passphrase. Backups made before open with the old keys until they are thinned away;"
            " erase them yourself if that is too late."
        )
        row = in_row(self.renew)
        vouched = _(
            "For a laptop that was in other hands. The old key vouches for the new one in everything you send, so"
            " whoever knows you need compare nothing."
        )
        for part in (
            Label(told, "small", wraps=True),
            self.passphrase,
            self.sign_anew,
            Label(vouched, "small", wraps=True),
            row,
            self.hardness,
        ):
            self.add(part)
        self.settings["new_keys"] = self.passphrase
        self.passphrase.edited.connect(lambda: self.passphrase.set_problem(""))
        self.passphrase.entered.connect(self._renew)
        self.renew.clicked.connect(self._renew)
        self.reload()

    def reload(self) -> None:
        """Say what one guess at a passphrase costs whoever has the files."""
        mebibytes, passes = renewing.hardness(self._workspace)
        words = ngettext(
            "Each guess at a passphrase takes {memory} MB of memory, {count} time over.",
            "Each guess at a passphrase takes {memory} MB of memory, {count} times over.",
            passes,
        )
        self.hardness.setText(words.format(memory=format_number(mebibytes), count=format_number(passes)))

    def _renew(self) -> None:
        if self._around.session.tasks.running():
            self.passphrase.set_problem(_("Another job is still running. Please wait until it has ended."))
            return
        title = _("Encrypting everything under new keys")
        wait = PleaseWait(title, _("With much in the workspace this takes some minutes."), self)
        self.renew.setEnabled(False)
        self._task = self._around.session.tasks.run(
            partial(_renewed, self._workspace, self.passphrase.text(), self.sign_anew.value()),
            done=self._done,
            failed=self._refuse,
            progressed=wait.show_progress,
        )
        self._task.holds = True
        self._task.finished.connect(wait.end, Qt.ConnectionType.QueuedConnection)
        self._task.finished.connect(self._rest, Qt.ConnectionType.QueuedConnection)
        wait.open()

    def _done(self, is_recoverable: bool) -> None:
        self.passphrase.set_value("")
        self.reload()
        said = _("Everything is encrypted under new keys.")
        lost = _("Everything is encrypted under new keys. Please make new recovery words now.")
        told = [said if is_recoverable else lost]
        if self.sign_anew.value():
            words = _("A new key signs from now on. Its digits: {digits}")
            told.append(words.format(digits=digits(self._workspace)))
        self.sign_anew.set_value(False)
        self._around.tell(format_sentences(told))

    def _refuse(self, error: Exception) -> None:
        self.passphrase.set_problem(sentence(error))
        self.passphrase.setFocus()

    def _rest(self) -> None:
        self._task = None
        self.renew.setEnabled(True)


def _renewed(workspace: Workspace, passphrase: str, sign_anew: bool, progress: Progress) -> bool:
    is_recoverable = renewing.renew(workspace, passphrase, progress=progress)
    if sign_anew:
        signing.change(workspace)
    return is_recoverable
