"""What the window costs is measured on its real pages."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from app import i18n
from app.ui import timing


def test_a_change_of_language_is_measured_beside_the_same_page_built_anew(qapp: QApplication) -> None:
    found = timing.language(qapp, ["help", "trash"])
    assert found["pages"] == 2 and found["page"] in ("help", "trash")
    assert found["switched"] > 0 and found["anew"] > 0
    i18n.activate("en")
