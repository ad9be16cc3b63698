from __future__ import annotations

from app.services.syncing.failsafe import Danger
from app.storage.records import Brief
from app.ui.shell.deletions_dialog import DeletionsDialog


def test_the_dialog_is_as_wide_as_its_buttons_need_in_a_language_of_long_words(dressed, in_front) -> None:
    dressed("fr")
    found = tuple(Brief(str(n), "activity", "Cours", "", "") for n in range(73))
    dialog = in_front(DeletionsDialog(Danger(found, 120, ("Ordinateur 2",))))
    buttons = (dialog.look, dialog.allow, dialog.not_now)
    assert not [one.text() for one in buttons if one.width() < one.sizeHint().width()]
