"""The help of the window as a command: help."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from app.cli import printing
from app.cli.asking import Asked
from app.cli.declaring import command
from app.i18n import N_, _, translation

if TYPE_CHECKING:
    from app.manual.topic import Row, Topic


@command("help", help=N_("Read the help: all topics, one of them, or those that have your words."))
def help_(
    asked: Asked,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="WORDS", help=N_("A topic as listed, or words of your own."))
    ] = None,
) -> None:
    """A topic that is named, or the only one that has the words, is shown whole; else they are listed."""
    from app.manual import searching, whole

    typed = " ".join(words or [])
    named = whole.topic(typed)
    found = [named] if named is not None else searching.find(typed, translation())
    if len(found) == 1:
        rows = found[0].rows if named is not None else searching.rows(found[0], typed, translation())
        printing.answer(asked, {"topics": [_plain(found[0], rows)]}, _told(found[0], rows))
        return
    listed = printing.Rows((_("Topic"), _("What it is about")), [(one.code, _(one.title)) for one in found])
    plain = [{"topic": one.code, "title": _(one.title)} for one in found]
    printing.answer(asked, {"topics": plain}, [listed] if found else [_("Nothing in the help has these words.")])


def _plain(one: Topic, rows: tuple[Row, ...]) -> dict[str, object]:
    from app.manual import whole

    return {
        "topic": one.code,
        "title": _(one.title),
        "paragraphs": [_(text) for text in one.paragraphs],
        "steps": [_(text) for text in one.steps],
        "entries": [{"code": _code(row), "words": _words(row)} for row in rows],
        "see": [other.code for other in whole.leads(one)],
    }


def _told(one: Topic, rows: tuple[Row, ...]) -> list[str | printing.Rows]:
    from app.manual import whole

    told: list[str | printing.Rows] = [_(one.title), "", *(_(text) for text in one.paragraphs)]
    numbered = _("{number}. {text}")
    told += [numbered.format(number=at, text=_(text)) for at, text in enumerate(one.steps, start=1)]
    if rows:
        told.append(printing.Rows((_("Name"), _("What it is about")), [(_code(row), _words(row)) for row in rows]))
    told += [f"→ groundwork help {other.code}" for other in whole.leads(one)]
    return told


def _words(row: Row) -> str:
    from app.manual import whole

    return whole.shown(" ".join(_(text) for text in (row.term, row.told, row.advice) if text))


def _code(row: Row) -> str:
    from app.manual.keys import named

    return named(row.code, translation())
