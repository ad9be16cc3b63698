"""Where received files are kept, in the settings: in the workspace or sealed in a place outside; for coordinators."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from app.domain.roles import Verb
from app.i18n import _, format_number, isolate, ngettext
from app.progress import Progress
from app.services.coordinating import lying, outside
from app.services.coordinating.lying import Lying, There
from app.services.coordinating.outside import Trouble
from app.services.opening import stores
from app.services.opening.workspace import Workspace
from app.ui.process.failure import sentence
from app.ui.settings.section import Around, Section
from app.ui.widgets.buttons import GHOST, SECONDARY, Button, in_row
from app.ui.widgets.fields.code_field import CodeField
from app.ui.widgets.text import Label
from app.ui.words.choice import Choice

_MOST_NAMED = 5


def card(around: Around) -> Section | None:
    """Only where others are coordinated, and for whoever may change it."""
    workspace = around.session.workspace
    is_theirs = around.may(Verb.ORGANISATION) and workspace.coordinator
    return ReceivedCard(around) if is_theirs else None


class ReceivedCard(Section):
    """To choose is to begin; the state line shows how far, with Stop, and what was stopped goes on with a button."""

    def __init__(self, around: Around) -> None:
        super().__init__(
            _("Files that came in"),
            _("They can lie in a place outside, each sealed with a key that this workspace alone has."),
        )
        self._around, self._workspace = around, around.session.workspace
        self.told = Label("", wraps=True)
        self.where = CodeField(_("Keep them in"), [], nothing=_("The workspace"))
        self.more = Button(_("Go on"), SECONDARY)
        self.check = Button(_("Compare what lies there"), GHOST)
        self.problem = Label("", "problem", wraps=True)
        kept_too = _(
            "What they say stays here and counts also while the place is away. Keep the place as long as this"
            " workspace and its backups: the files themselves are nowhere else."
        )
        for part in (
            self.told,
            self.where,
            self.problem,
            in_row(self.more, self.check),
            Label(kept_too, "caption", wraps=True),
        ):
            self.add(part)
        self.settings["received"] = self.where
        self.where.edited.connect(self._choose)
        self.more.clicked.connect(self._choose)
        self.check.clicked.connect(self._check)
        self._complain("")
        self.reload()

    def reload(self) -> None:
        """Show where they lie now."""
        found = lying.look(self._workspace)
        self.where.offer([Choice(one.name, one.name) for one in stores.every(self._workspace)])
        self.where.set_value(found.kept_in)
        self.told.setText(" ".join(_words(found)))
        is_halfway = bool(found.inside if found.kept_in else found.outside)
        self.more.setVisible(is_halfway)
        self.check.setVisible(bool(found.outside))

    def _choose(self) -> None:
        if name := self.where.value():
            self._begin(partial(_kept, self._workspace, name), _("Putting files where they are kept"))
        else:
            self._begin(partial(outside.bring_back, self._workspace), _("Bringing files back"))

    def _check(self) -> None:
        self._begin(partial(outside.check, self._workspace), _("Comparing what lies outside"))

    def _begin(self, work: Callable[[Progress], tuple[Trouble, ...]], name: str) -> None:
        self._complain("")
        for part in (self.where, self.more, self.check):
            part.setEnabled(False)
        task = self._around.session.tasks.run(work, name, done=self._done, failed=self._refuse)
        task.cancelled.connect(self._rest)

    def _done(self, wrong: tuple[Trouble, ...]) -> None:
        self._rest()
        if not wrong:
            self._around.tell(_("Every file is where it should be, and is what it was."))
            return
        words = ngettext("{count} file could not be had:", "{count} files could not be had:", len(wrong))
        named = [f"{isolate(one.name)}: {one.reason}" for one in wrong[:_MOST_NAMED]]
        self._complain("\n".join([words.format(count=format_number(len(wrong))), *named]))

    def _refuse(self, error: Exception) -> None:
        self._rest()
        self._complain(sentence(error))

    def _rest(self) -> None:
        for part in (self.where, self.more, self.check):
            part.setEnabled(True)
        self.reload()

    def _complain(self, said: str) -> None:
        self.problem.setText(said)
        self.problem.setVisible(bool(said))


def _kept(workspace: Workspace, name: str, progress: Progress) -> tuple[Trouble, ...]:
    outside.keep_in(workspace, name, progress)
    return ()


def _words(found: Lying) -> list[str]:
    inside = ngettext(
        "{count} file lies in the workspace.", "{count} files lie in the workspace.", found.inside
    ).format(count=format_number(found.inside))
    return [inside, *map(_there, found.there)]


def _there(one: There) -> str:
    words = ngettext("{count} file lies in “{place}”.", "{count} files lie in “{place}”.", one.files)
    return words.format(count=format_number(one.files), place=isolate(one.place))
