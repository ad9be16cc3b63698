"""Silence: objectives nobody wrote about, only one wrote about, or where organisations wrote "nothing done"."""

from __future__ import annotations

from collections.abc import Iterator

from app.compact import Pack
from app.domain.coverage import State
from app.domain.picture.figures import About, Figure, told_of
from app.domain.picture.gaps import gaps
from app.domain.shared import ObjectiveView, Picture, Stream
from app.i18n import _, format_number, ngettext
from app.ui.picture import gap_list
from app.ui.picture.listed import Line, Listing
from app.ui.words import choices


def every(picture: Picture, pack: Pack) -> Iterator[Listing]:
    """The gap watch first; a group without objectives says so."""
    yield gap_list.listing(picture, pack)
    yield _group(
        _("Nobody wrote about these"),
        _("Silence is not zero: work may be done that nobody told."),
        [_line(view, _nobody(), picture, pack, About.VOICES) for view in unheard(picture)],
    )
    yield _group(
        _("Nothing done"),
        _("Organisations said so themselves."),
        [_line(view, _wrote(view.nothing_done), picture, pack, About.IDLE) for view in idle(picture)],
    )
    yield _group(
        _("Only one organisation wrote about these"),
        _("One voice is not a picture yet."),
        [_line(view, _alone(), picture, pack, About.OBJECTIVE) for view in alone(picture)],
    )


def unheard(picture: Picture) -> list[ObjectiveView]:
    """Objectives of which nobody said anything; those that somebody asks about stand in the gap watch."""
    asked = {one.view.objective for one in gaps(picture)}
    silent = (view for view in picture.objectives if view.state is State.NOT_REPORTED)
    return [view for view in silent if view.objective not in asked and not view.feedback]


def alone(picture: Picture) -> list[ObjectiveView]:
    """Objectives that rest on one organisation."""
    return [view for view in picture.objectives if view.state is State.DONE and view.organisations == 1]


def idle(picture: Picture) -> list[ObjectiveView]:
    """Objectives where organisations wrote that nothing was done."""
    return [view for view in picture.objectives if view.nothing_done]


def known_of(view: ObjectiveView) -> str:
    """What is known of a silent objective, or of one that rests on one organisation, in one line."""
    return _nobody() if view.state is State.NOT_REPORTED else _alone()


def _nobody() -> str:
    return _("Nobody has reported. That is not zero.")


def _alone() -> str:
    return _("Only one organisation wrote about it.")


def _wrote(count: int) -> str:
    words = ngettext("{count} organisation wrote “nothing done”.", "{count} organisations wrote “nothing done”.", count)
    return words.format(count=format_number(count))


def _group(title: str, said: str, lines: list[Line]) -> Listing:
    return Listing(title, said, (_("Objective"), _("What is known")), lines, _("There are none."))


def _line(view: ObjectiveView, known: str, picture: Picture, pack: Pack, about: About) -> Line:
    """Of a silent objective, what is heard of it in numbers alone is behind it, too."""
    name = choices.objective_name(pack, view.objective)
    messages = view.objective if about is About.VOICES and view.feedback else 0
    told = Stream(lambda _all: told_of(picture, Figure(about, "", view.objective)))
    return Line((name, known), name, told, messages=messages)
