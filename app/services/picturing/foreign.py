"""What came with activities in namespaces of others: it leaves in IATI alone, and only where it points at nobody."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.records import Activity
from app.domain.shared import Call, SharedActivity, Submission
from app.i18n import N_
from app.reports.exchange import iati_foreign
from app.reports.exchange.iati_checks import Finding, Weight
from app.services.opening.workspace import Workspace
from app.services.submitting import answering, passing
from app.storage import records

_STAYS = N_("What another program wrote into it stays here, because “{value}” may point at somebody.")
_LEFT_OUT = N_("What another program wrote at “{value}” is kept here and not written, because that part is made anew.")


def of(workspace: Workspace, shown: Iterable[Submission]) -> tuple[dict[str, str], tuple[Finding, ...]]:
    """By the id of an entry what may be written again, and what to know of all that stays.

    Nobody sees these texts in a form, so nobody is asked about them: one finding keeps all of an activity's here.
    What others contributed to a coordinator never holds any.
    """
    mine = [one for one in shown if one.organisation.id == workspace.organisation.id]
    if not mine or workspace.coordinator:
        return {}, ()
    with workspace.reading() as session:
        found = [one for one in records.every(session, Activity) if one.foreign]
    kept: dict[str, str] = {}
    stays: list[Finding] = []
    for one in mine:
        call = Call(one.call, one.organisation.name, one.period, audience=one.disclosure.audience)
        told = {entry.id: entry for entry in one.of(SharedActivity)}
        eye = answering.eye(workspace, call, accept=False)
        for record in found:
            entry = told.get(passing.pseudonym_for(workspace, call.signing.hex(), record.id))
            if entry is None:
                continue
            pointing = [word for text in iati_foreign.texts(record.foreign) for word in eye.pointers(text)]
            if pointing:
                stays.append(Finding(Weight.ADVICE, _STAYS, entry.title, pointing[0]))
            else:
                kept[entry.id] = record.foreign
                if parts := iati_foreign.left_out(record.foreign):
                    stays.append(Finding(Weight.ADVICE, _LEFT_OUT, entry.title, ", ".join(parts)))
    return kept, tuple(stays)
