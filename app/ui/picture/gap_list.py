"""The gap watch as a table: what is spoken of and nobody acted on; Enter shows who spoke of it."""

from __future__ import annotations

from app.compact import Pack
from app.domain.picture.gaps import Gap, behind, gaps
from app.domain.shared import Picture, Stream
from app.i18n import _, format_number
from app.ui.picture.listed import Line, Listing
from app.ui.words import choices


def listing(picture: Picture, pack: Pack) -> Listing:
    """The same as in the report, by objective."""
    return Listing(
        _("Gap watch: spoken of, and nobody acted"),
        _("No activity is told of these, and somebody needs, proposes or says something about them."),
        (
            _("Objective"),
            _("Needs, proposals and hindrances"),
            _("Kinds of messages heard"),
            _("“Nothing done”"),
        ),
        [_line(one, picture, pack) for one in gaps(picture)],
        _("Of everything that is spoken of, somebody did something."),
        numbers=frozenset({1, 2, 3}),
    )


def _line(one: Gap, picture: Picture, pack: Pack) -> Line:
    name = choices.objective_name(pack, one.view.objective)
    counts = one.asked, len(one.view.feedback), one.view.nothing_done
    told = Stream(lambda _all: behind(picture, one.view.objective))
    return Line(
        (name, *map(format_number, counts)), name, told, messages=one.view.objective if one.view.feedback else 0
    )
