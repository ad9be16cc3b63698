"""A template answer to an authority that asks for something: plain, so that a lawyer can change it.

It gives nothing away, not even whether anybody is known here: all it takes from the workspace is who signs.
"""

from __future__ import annotations

from app.i18n import N_, _
from app.services.opening.workspace import Workspace

_BY_KIND = {
    "about_persons": N_(
        "We do not give details about persons, and we neither confirm nor deny that we know anybody. Our reports hold "
        "no names, no document numbers, no addresses and no legal status."
    ),
    "figures": N_(
        "We can give you the totals that we publish. Numbers of small groups are withheld, because a small group can "
        "be recognised; this is not negotiable in a single case."
    ),
    "documents": N_(
        "We do not hand out documents or files without an order that names them. Please do not take copies either."
    ),
    "visit": N_(
        "We welcome visits that are announced in writing and agreed with us. During the hours of our services we do "
        "not receive any, so that nobody is afraid to come."
    ),
    "device": N_(
        "Our devices are encrypted and hold what people told us in confidence. We do not hand them over or open them "
        "without an order of a court that names them, and we ask that our lawyer is present."
    ),
}


def letter(workspace: Workspace, kind: str = "") -> str:
    """The answer to a request of this kind (a code of `authority_request_kinds`), in the active language."""
    unknown = N_("Please tell us what exactly you ask for, for what purpose, and on which legal basis.")
    parts = (
        _("To: [authority]. Your request of [date], reference [reference]."),
        _("We received your request. We answer it in writing and keep a record of it."),
        _(_BY_KIND.get(kind, unknown)),
        _(
            "People are promised that what they tell us is used for the service they asked for and for nothing else. "
            "The Global Compact for Safe, Orderly and Regular Migration asks for this separation between services and "
            "immigration control (objective 15, action b)."
        ),
        _(
            "If you hold that the law obliges us, please name the provision and send us the order. A lawyer will look "
            "at it, and we will answer you by [date]."
        ),
        _("For {organisation}: [name and role]").format(organisation=workspace.organisation.name),
    )
    return "\n\n".join(parts)
