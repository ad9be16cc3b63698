"""Forms for collecting elsewhere: an XLSForm for KoboToolbox or ODK, whose answers come in again by import."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from app.errors import GroundworkError
from app.i18n import N_
from app.intake.forms import xls_form
from app.intake.forms.questions import FORMS

KINDS = tuple(form.kind for form in FORMS)


class NoFormError(GroundworkError):
    """There is no form for this kind of record."""

    message = N_("There is no form for “{kind}”. There are forms for: {known}.")


def xls_form_of(kind: str, languages: Sequence[str], country: str, today: date) -> bytes:
    """The form that collects this kind of record, as a workbook, the first language being its default.

    Its places are the regions and districts of one country. Raises NoFormError, or what `xls_form.workbook` raises.
    """
    form = next((form for form in FORMS if form.kind == kind), None)
    if form is None:
        raise NoFormError(kind=kind, known=", ".join(KINDS))
    return xls_form.workbook(form, languages, country, today)
