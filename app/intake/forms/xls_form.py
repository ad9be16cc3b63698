"""A form as an XLSForm workbook, to be uploaded to KoboToolbox or ODK Central.

Rules, each from what goes wrong elsewhere: every translated column stands in every language; no label is empty; no
choice is named twice in its list; dates and codes are text cells; a label may change, a name never.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import xlsxwriter

from app import compact, places
from app.compact import Pack
from app.errors import GroundworkError
from app.i18n import N_, OWN_NAMES, Translation, translation
from app.intake.forms import questions
from app.intake.forms.questions import Form, Question, choice_name, objective_name

_OPTIONS = {"in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}
_CURRENCIES = "USD EUR GBP CHF XOF XAF KES UGX ETB NGN MAD TND EGP LBP JOD IQD BDT NPR LKR PKR PHP MXN COP PEN".split()
_SURVEY = ("required", "relevant", "constraint", "choice_filter", "calculation", "appearance", "hxl")


class NoPlacesError(GroundworkError):
    """A form needs the regions of one country."""

    message = N_("There is no list of regions for {country}. Choose another country.")


@dataclass(frozen=True)
class Choice:
    """One choice of a list: its name, its label in each language, and the region a district lies in."""

    name: str
    labels: tuple[str, ...]
    region: str = ""


def workbook(form: Form, languages: Sequence[str], country: str, made_on: date) -> bytes:
    """The form in these languages, the first being its default, with the regions and districts of one country.

    Raises NoPlacesError if the country's places are not known.
    """
    spoken = tuple(translation(code) for code in languages)
    pack, made = compact.load(), io.BytesIO()
    with xlsxwriter.Workbook(made, _OPTIONS) as book:
        book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None), "author": ""})
        _sheet(book, "survey", _survey(form, spoken))
        _sheet(book, "choices", _choices(form, spoken, pack, country))
        _sheet(book, "settings", _settings(form, spoken, made_on))
    return made.getvalue()


def tongue(say: Translation) -> str:
    """How a language is written in the columns of a form: English (en)."""
    return f"{OWN_NAMES.get(say.language, say.language)} ({say.language})"


def _sheet(book: Any, name: str, rows: Iterator[Sequence[str]]) -> None:
    sheet = book.add_worksheet(name)
    for place, row in enumerate(rows):
        for column, cell in enumerate(row):
            sheet.write_string(place, column, cell)
    sheet.freeze_panes(1, 2)
    sheet.set_column(0, 12, 24)


def _survey(form: Form, spoken: Sequence[Translation]) -> Iterator[Sequence[str]]:
    labels = [f"label::{tongue(say)}" for say in spoken]
    messages = [f"constraint_message::{tongue(say)}" for say in spoken]
    yield ["type", "name", *labels, *_SURVEY, *messages]
    for one in form.questions:
        kind = f"{one.type} {one.choices}" if one.choices else one.type
        told = [say.gettext(one.label) if one.label else "" for say in spoken]
        said = [say.gettext(one.message) if one.message else "" for say in spoken]
        name = "" if one.type in (questions.END_GROUP, questions.END_REPEAT) else one.name
        yield [kind, name, *told, *(_word(one, column) for column in _SURVEY), *said]


def _word(one: Question, column: str) -> str:
    value = getattr(one, column)
    return ("yes" if value else "") if isinstance(value, bool) else value


def _choices(form: Form, spoken: Sequence[Translation], pack: Pack, country: str) -> Iterator[Sequence[str]]:
    yield ["list_name", "name", *(f"label::{tongue(say)}" for say in spoken), "adm1"]
    for name in dict.fromkeys(one.choices for one in form.questions if one.choices):
        for choice in of_list(name, spoken, pack, country):
            yield [name, choice.name, *choice.labels, choice.region]


def of_list(name: str, spoken: Sequence[Translation], pack: Pack, country: str) -> Iterator[Choice]:
    """The choices of one list, in its order."""
    if name == questions.OBJECTIVES:
        for one in pack.objectives:
            labels = (f"{one.number}. {one.name(say.language)}" for say in spoken)
            yield Choice(objective_name(one.number), tuple(labels))
    elif name == questions.YES_NO:
        yield Choice("yes", tuple(say.gettext("yes") for say in spoken))
        yield Choice("no", tuple(say.gettext("no") for say in spoken))
    elif name == questions.CURRENCIES:
        yield from (Choice(code.lower(), (code,) * len(spoken)) for code in _CURRENCIES)
    elif name in (questions.REGIONS, questions.DISTRICTS):
        yield from _places(name, len(spoken), country)
    else:
        known = pack.code_list(name)
        for code in known:
            yield Choice(choice_name(code), tuple(known.label(code, say.language) for say in spoken))


def _places(name: str, languages: int, country: str) -> Iterator[Choice]:
    gazetteer = places.load()
    regions = gazetteer.children(gazetteer.place(country))
    if not regions:
        raise NoPlacesError(country=country or "…")
    for region in regions:
        code = choice_name(region.code)
        if name == questions.REGIONS:
            yield Choice(code, (region.name,) * languages)
            continue
        for district in gazetteer.children(region):
            yield Choice(choice_name(district.code), (district.name,) * languages, code)


def _settings(form: Form, spoken: Sequence[Translation], made_on: date) -> Iterator[Sequence[str]]:
    yield ["form_title", "form_id", "version", "default_language", "style"]
    yield [spoken[0].gettext(form.title), form.id, f"{made_on:%Y%m%d}01", tongue(spoken[0]), "pages"]
