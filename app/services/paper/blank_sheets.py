"""Blank sheets to be filled in by hand: as many as are asked for, each with a number that no other sheet has."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from app.compact import Pack
from app.domain.records import FieldRule, Shape
from app.domain.terms import When
from app.domain.wording import Wording
from app.errors import GroundworkError
from app.i18n import N_
from app.progress import Progress, silent
from app.reports.document import Document
from app.reports.sheets import blank
from app.reports.sheets.blank import Numbers, Paper, Question
from app.services.pages import MOST_TONGUES, Pages, count, drawn, fitting
from app.services.paper import paper_forms
from app.services.paper.paper_forms import FEEDBACK, PaperForm
from app.services.paper.sheet_numbers import CHANCE_DIGITS, SheetNumber
from app.settings import PAPERS

MOST_SHEETS = 200
_CHANCE_BYTES = 16
_SCALES = (1.0, 0.95, 0.9, 0.85)
_SMALLEST = _SCALES[-1]
_LAST_RESORT = 0.6
"""Letters may become this small where even one row needs it; then it is one row."""
_NO_NAMES = N_("Please write no names, telephone numbers, documents or exact addresses on this sheet.")
_MONTH = N_("Only the month is kept, never the day. Keep the sheets locked away, and destroy them once typed in.")
_DANGER = N_("Abuse, exploitation or danger: do not write it down. Call the focal point of your organisation at once.")
_TICK = N_("Tick the boxes. Their numbers are what is typed in later.")
_SHEET, _CODE = N_("Sheet {number}"), N_("The number beside it as a QR code")


class TooManySheetsError(GroundworkError):
    """Nobody fills in so many sheets, or none."""

    message = N_("Between 1 and {most} sheets can be printed at once.")


class LanguagesOfSheetError(GroundworkError):
    """A sheet has room for one or two languages."""

    message = N_("A sheet has room for one or two languages.")


@dataclass(frozen=True)
class Wanted:
    """How many sheets, in which one or two languages, on which paper, and who gives them out."""

    form: PaperForm
    count: int
    languages: tuple[str, ...]
    page: str = PAPERS[0]
    organisation: str = ""


@dataclass(frozen=True)
class Printed:
    """The pages, and the numbers of the sheets on them."""

    pages: Pages
    numbers: tuple[SheetNumber, ...]


def draw(
    pack: Pack,
    wanted: Wanted,
    today: date,
    progress: Progress = silent,
    chance: Callable[[int], bytes] = secrets.token_bytes,
) -> Printed:
    """Sheets with as many rows as their page has room for, in letters that can be read.

    Raises TooManySheetsError and LanguagesOfSheetError.
    """
    if not 1 <= wanted.count <= MOST_SHEETS:
        raise TooManySheetsError(most=MOST_SHEETS)
    if not 1 <= len(wanted.languages) <= MOST_TONGUES:
        raise LanguagesOfSheetError
    spoken = [Wording.of(code, pack) for code in wanted.languages]
    asked = content(wanted.form, spoken, today)
    progress(0, 0)
    rows, scale = _size(asked, wanted, spoken)
    numbers = _numbers(wanted, rows, chance)
    paper = Paper(wanted.organisation, wanted.page, scale)
    whole = blank.document(asked, [_printed(one) for one in numbers], spoken, paper)
    return Printed(drawn(lambda: whole, month=When.of(today).only_month, progress=progress), numbers)


def content(form: PaperForm, spoken: Sequence[Wording], today: date) -> blank.Form:
    """What a sheet of this form says, in these languages."""
    notes = [_NO_NAMES, _MONTH, *([_DANGER] if form is FEEDBACK else []), _TICK]
    shared = [_question(form, one, spoken, today) for one in form.rules(form.shared)]
    asked = [_question(form, one, spoken, today) for one in form.rules(form.asked)]
    return blank.Form(
        title=_all(form.title, spoken),
        notes=(tuple(say.say.sentences(say.say.gettext(one) for one in notes) for say in spoken),),
        sheet=_all(_SHEET, spoken),
        row=_all(form.row_title, spoken),
        code=spoken[0].say.gettext(_CODE),
        shared=tuple(shared),
        asked=tuple(asked),
        keys=tuple(_key(one, spoken) for one in form.rules(form.asked) if _is_keyed(form, one)),
        is_long=form.most == 1,
    )


def _question(form: PaperForm, one: FieldRule, spoken: Sequence[Wording], today: date) -> Question:
    label = _all(one.label, spoken)
    if one.shape is Shape.WHEN and one.required:
        return Question(label, tuple((str(month), _months(month, spoken, today)) for month in range(1, 13)))
    if paper_forms.is_ticked(one):
        told, keyed = enumerate(_told(one, spoken), start=1), _is_keyed(form, one)
        return Question(label, tuple((str(at), () if keyed else words) for at, words in told))
    return Question(label, lines=form.lines if one.shape is Shape.LONG_TEXT else 1)


def _is_keyed(form: PaperForm, one: FieldRule) -> bool:
    """Whether what its boxes stand for is told once for the whole sheet."""
    return one.shape is Shape.OBJECTIVES or one.name in form.keyed


def _told(one: FieldRule, spoken: Sequence[Wording]) -> list[blank.Words]:
    """What stands beside its boxes."""
    codes = paper_forms.choices(one, spoken[0].pack)
    if one.shape is Shape.OBJECTIVES:
        return [tuple(say.pack.objective(int(code)).name(say.language) for say in spoken) for code in codes]
    if one.shape is Shape.FLAG:
        return [_all(N_("yes"), spoken)]
    return [tuple(say.label(one.codes, code) for say in spoken) for code in codes]


def _key(one: FieldRule, spoken: Sequence[Wording]) -> blank.Words:
    told = [_all(one.label, spoken), *_told(one, spoken)]
    return tuple(
        # Translators: what is asked, and after it the numbered answers
        say.say.gettext("{question}: {answers}").format(
            question=told[0][place],
            answers=" · ".join(f"{at} {words[place]}" for at, words in enumerate(told[1:], start=1)),
        )
        for place, say in enumerate(spoken)
    )


def _months(month: int, spoken: Sequence[Wording], today: date) -> blank.Words:
    return tuple(say.say.month(today.replace(month=month, day=1), year=False) for say in spoken)


def _all(sentence: str, spoken: Sequence[Wording]) -> blank.Words:
    return tuple(say.say.gettext(sentence) for say in spoken)


def _size(asked: blank.Form, wanted: Wanted, spoken: Sequence[Wording]) -> tuple[int, float]:
    """How many rows a page has room for, and in letters of which size."""

    sides = wanted.form.sides + (len(spoken) - 1) * (wanted.form.most == 1)

    def made(rows: int, scale: float) -> Document:
        one = Numbers("00-0000-0000-0", ("00-0000-0000-0-0",) * rows)
        return blank.document(asked, [one], spoken, Paper(wanted.organisation, wanted.page, scale))

    rows = next((n for n in range(wanted.form.most, 1, -1) if count(made(n, _SMALLEST)) <= sides), 1)
    scales = _SCALES if rows > 1 else (*_SCALES, 0.8, 0.75, 0.7, 0.65, _LAST_RESORT)
    return rows, fitting(lambda scale: made(rows, scale), scales, most=sides).scale


def _numbers(wanted: Wanted, rows: int, chance: Callable[[int], bytes]) -> tuple[SheetNumber, ...]:
    """Different ones, each by chance."""
    drawn_: dict[str, None] = {}
    while len(drawn_) < wanted.count:
        number = int.from_bytes(chance(_CHANCE_BYTES)) % 10**CHANCE_DIGITS
        drawn_[f"{number:0{CHANCE_DIGITS}}"] = None
    return tuple(SheetNumber(wanted.form.digit, rows, one) for one in drawn_)


def _printed(number: SheetNumber) -> Numbers:
    return Numbers(number.printed, tuple(number.row(place) for place in range(1, number.rows + 1)))
