"""Asking for files beside the table: mappings and coding frameworks to read, places for what is saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.i18n import _
from app.services.records.tables.planning import Plan
from app.ui.process.saving import FileKind, ask_place, documents

_WORKBOOK = ".xlsx"


def mapping(parent: QWidget) -> Path | None:
    """A mapping that somebody shared."""
    return _json(parent, _("Use a mapping file"), _("Mapping files"))


def framework(parent: QWidget) -> Path | None:
    """The coding framework of a feedback log."""
    return _json(parent, _("Use a coding framework"), _("Coding frameworks"))


def form(parent: QWidget) -> Path | None:
    """The XLSForm of an export."""
    kinds = f"{_('XLSForms')} (*.xlsx *.xls *.ods)"
    name, _kind = QFileDialog.getOpenFileName(parent, _("Use the XLSForm of this export"), str(documents()), kinds)
    return Path(name) if name else None


def for_mapping(parent: QWidget, plan: Plan) -> Path | None:
    """Where the mapping is to be written."""
    return ask_place(parent, _("Save the mapping as a file"), plan.file.path.stem, FileKind(_("Mapping"), ".json"))


def for_rows(parent: QWidget, plan: Plan) -> Path | None:
    """Where the rows that stay out are to be written."""
    name = _("{file} - rows that stayed out").format(file=plan.file.path.stem)
    return ask_place(parent, _("Save the rows that stay out"), name, FileKind(_("Workbook"), _WORKBOOK))


def _json(parent: QWidget, title: str, kind: str) -> Path | None:
    name, _kind = QFileDialog.getOpenFileName(parent, title, str(documents()), f"{kind} (*.json)")
    return Path(name) if name else None
