"""What blank sheets ask for, in the order in which it stands on the paper and is typed in afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.compact import Pack
from app.domain.records import Activity, Feedback, FieldRule, Record, Shape, rules
from app.domain.records.feedback import SENSITIVE
from app.domain.records.fields import rule
from app.errors import GroundworkError
from app.i18n import N_
from app.services.paper.sheet_numbers import SheetNumber, SheetNumberError

_INSIDE = ("exact_place", "exact_time", "joint_id", "sensitivity", "public_event")
"""What is decided or known at the desk, and never lies on a table on paper."""


class NoPaperFormError(GroundworkError):
    """There is no blank sheet of this kind."""

    message = N_("There is no blank sheet for “{kind}”. There are: {known}.")


@dataclass(frozen=True)
class PaperForm:
    """One kind of sheet. `shared` is asked once, `asked` in every row; `most` rows are on a sheet at the most,
    which has one side or two.
    """

    digit: int
    name: str
    title: str
    row_title: str
    record_class: type[Record]
    asked: tuple[str, ...]
    shared: tuple[str, ...] = ()
    most: int = 1
    sides: int = 1
    lines: int = 3
    """To write a long text on."""
    keyed: tuple[str, ...] = ()
    """What the boxes of these stand for is told once for the sheet."""

    def rules(self, names: tuple[str, ...]) -> tuple[FieldRule, ...]:
        """The rules of these fields."""
        return tuple(rule(self.record_class, name) for name in names)


FEEDBACK = PaperForm(
    1,
    "feedback",
    N_("What people tell us"),
    N_("Message {place} · {number}"),
    Feedback,
    asked=("type", "topics", "consent", "paraphrase"),
    shared=("month", "channel", "place", "language"),
    most=8,
    sides=2,
    lines=2,
    keyed=("consent",),
)
_LIGHT = tuple(one.name for one in rules(Activity) if one.light)
ACTIVITY = PaperForm(
    2, "activity", N_("What we did"), N_("Activity {place} · {number}"), Activity, asked=_LIGHT, most=4
)


def _whole() -> Iterator[str]:
    """The quick form first, then everything else that can be written by hand."""
    yield from _LIGHT
    for one in rules(Activity):
        if not one.light and not one.hidden and one.name not in _INSIDE:
            yield one.name


ACTIVITY_FULL = PaperForm(
    3,
    "activity-full",
    N_("What we did, in full"),
    N_("Activity {place} · {number}"),
    Activity,
    asked=tuple(_whole()),
    sides=2,
)
FORMS = (FEEDBACK, ACTIVITY, ACTIVITY_FULL)


def named(name: str) -> PaperForm:
    """The form with this name. Raises NoPaperFormError."""
    found = next((one for one in FORMS if one.name == name), None)
    if found is None:
        raise NoPaperFormError(kind=name, known=", ".join(one.name for one in FORMS))
    return found


def of(number: SheetNumber) -> PaperForm:
    """The form that a sheet is. Raises SheetNumberError."""
    found = next((one for one in FORMS if one.digit == number.form), None)
    if found is None:
        raise SheetNumberError(text=number.printed)
    return found


def is_ticked(one: FieldRule) -> bool:
    """Whether there are boxes to tick for it."""
    return one.shape in (Shape.CODE, Shape.CODES, Shape.OBJECTIVES, Shape.FLAG)


def choices(one: FieldRule, pack: Pack) -> tuple[str, ...]:
    """What can be ticked, the first of it being number 1; a sensitive report is not among it, for it stops the form."""
    if one.shape is Shape.OBJECTIVES:
        return tuple(str(objective.number) for objective in pack.objectives)
    if one.shape is Shape.FLAG:
        return ("yes",)
    return tuple(code for code in pack.code_list(one.codes) if code != SENSITIVE)
