"""An attachment: a picture or document that shows something, kept after it was cleaned and never as it came."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.domain.records.fields import Record, Shape, declare
from app.i18n import N_

PICTURE = "picture"
"""The kind of file that needs words for those who cannot see it."""
_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"
KIND_OF_MEDIA = {
    "image/jpeg": PICTURE,
    "image/png": PICTURE,
    "application/pdf": "pdf",
    f"{_OFFICE}.wordprocessingml.document": "text",
    f"{_OPEN}.text": "text",
    f"{_OFFICE}.spreadsheetml.sheet": "table",
    f"{_OPEN}.spreadsheet": "table",
    f"{_OFFICE}.presentationml.presentation": "slides",
    f"{_OPEN}.presentation": "slides",
}
"""What cleaned files can be: media type to kind."""

SHOWN = (
    *("activity", "plan_item", "commitment", "commitment_update", "practice", "challenge", "need_offer", "proposal"),
    *("consultation", "recommendation", "indicator_value", "resources", "policy_link"),
)
"""The kinds of record to which evidence can be attached: whatever is shared, but what people said."""


@dataclass(frozen=True)
class Attachment(Record):
    """What is told about one cleaned file; its bytes are kept once under their hash, however many records name them.

    It stays with the organisation unless somebody says that it may go along, and lets it go once more each time. Where
    people can be recognised, they must have agreed (C4).
    """

    KIND: ClassVar[str] = "attachment"

    title: str = declare(Shape.TEXT, N_("What it shows"), required=True, light=True)
    alt: str = declare(
        Shape.LONG_TEXT,
        N_("Description for those who cannot see it"),
        light=True,
        help=N_("Say in one or two sentences what can be seen. Do not write names."),
    )
    consent: str = declare(Shape.CODE, N_("What the people shown agreed to"), codes="consent_levels", light=True)
    people_shown: bool = declare(Shape.FLAG, N_("People can be recognised"), light=True)
    sensitivity: str = declare(Shape.CODE, N_("How sensitive"), codes="data_sensitivity")
    about: tuple[str, ...] = declare(
        Shape.REFERENCES,
        N_("Belongs to"),
        required=True,
        to=SHOWN,
    )
    kind: str = declare(Shape.TEXT, N_("Kind of file"), required=True)
    hash: str = declare(Shape.TEXT, N_("Digest of the cleaned file"), required=True)
    media: str = declare(Shape.TEXT, N_("Format"), required=True)
    size: int | None = declare(Shape.NUMBER, N_("Size in bytes"), required=True)
    goes_along: bool = declare(
        Shape.FLAG,
        N_("May go along when this is sent"),
        light=True,
        help=N_("You are shown the file once more before it leaves. Without this it stays with you."),
    )
    removed: tuple[str, ...] = declare(Shape.NAMES, N_("What was removed"))
