"""What was told beside activities, as tables: voices, needs beside offers, practices, views side by side."""

from __future__ import annotations

from collections.abc import Iterator

from app.compact import Pack
from app.domain.picture.dissent import differences
from app.domain.picture.editions import Edition
from app.domain.picture.heard import Voice, voices
from app.domain.picture.indicators import Indicated, indicated
from app.domain.picture.matching import Match, Offer, matched
from app.domain.picture.sides import Sides, behind, sides
from app.domain.shared import (
    Picture,
    SharedAssessment,
    SharedChallenge,
    SharedIndicatorValue,
    SharedNeedOffer,
    SharedPractice,
    SharedProposal,
    Stream,
    Told,
)
from app.i18n import _, format_list, format_number, isolate, language
from app.ui.picture.listed import Line, Listing
from app.ui.words import choices, pictures, wording


def every(edition: Edition, pack: Pack) -> Iterator[Listing]:
    """All that lists entries, in the order in which a reader asks: people first, numbers last."""
    picture = edition.picture
    yield _voices(picture, pack)
    yield _matches(picture)
    yield _practices(picture, pack)
    yield _proposals(picture, pack)
    yield _views(picture, pack)
    yield _indicators(edition)


def counted(picture: Picture, pack: Pack) -> Iterator[Listing]:
    """All that lists figures, which are those of all organisations."""
    yield _messages(picture, pack)
    yield _sides(picture, pack)


def _indicators(edition: Edition) -> Listing:
    found = indicated(edition.picture, edition.asked)
    return Listing(
        _("Indicators"),
        _("Each value as it was told; values of different organisations are not added up."),
        (_("Indicator"), _("Organisation"), _("Period"), _("Value"), _("Unit"), _("Source")),
        [line for one in found for line in _values(one)],
        _("Nobody told a value, and no call asked for one."),
        numbers=frozenset({3}),
    )


def _values(one: Indicated) -> Iterator[Line]:
    name = wording.indicator(one.code)
    if not one.told:
        yield Line((isolate(name), _("Nobody reported a value"), "", "–", "", ""), name, ())
    for told in one.told:
        entry = told.entry
        if isinstance(entry, SharedIndicatorValue):
            value = wording.amount(entry.value) or "–"
            unit = wording.label("indicator_units", entry.unit)
            cells = (isolate(name), _name(told), wording.period_of(entry.period), value, unit, isolate(entry.source))
            yield Line(cells, name, (told,))


def _voices(picture: Picture, pack: Pack) -> Listing:
    """The same words heard by the same organisation stand once."""
    return Listing(
        _("What people told"),
        _("Words that their speakers agreed to share, for these readers."),
        (_("In words"), _("Kind of message"), _("Objectives"), _("When"), _("Heard by")),
        [_voice(one, pack) for one in voices(picture)],
        _("Nobody's words may be read by these readers."),
    )


def _voice(one: Voice, pack: Pack) -> Line:
    kind = pack.code_list("feedback_types").label(one.type, language())
    about = format_list([format_number(number) for number in one.objectives])
    months = format_list([wording.when(month) for month in one.months])
    return Line((isolate(one.words), kind, about, months, _name(one.told[0])), one.words, one.told)


def _messages(picture: Picture, pack: Pack) -> Listing:
    """Counts stand in the submissions alone, which are asked for their own."""
    heard = [view for view in picture.objectives if view.feedback]
    named = [(choices.objective_name(pack, view.objective), view) for view in heard]
    return Listing(
        _("Messages heard"),
        _("How many messages of each kind, by objective; never a message."),
        (_("Objective"), _("Messages")),
        [Line((name, pictures.heard(view)), name, messages=view.objective) for name, view in named],
        _("Nobody told of messages."),
    )


def _matches(picture: Picture) -> Listing:
    return Listing(
        _("Needs and offers"),
        _("What somebody needs, or what stands in the way, beside what others offer."),
        (_("What is needed"), _("By"), _("What is offered"), _("Offered by"), _("Why it may help")),
        [line for one in matched(picture) for line in _match(one)],
        _("Nobody told of a need or of anything that stands in the way."),
    )


def _match(one: Match) -> Iterator[Line]:
    need = _asked(one.asked)
    for offer in one.offers:
        given = isolate(_asked(offer.told))
        cells = (isolate(need), _name(one.asked), given, _name(offer.told), pictures.reason(offer))
        yield Line(cells, _both(one, offer), (one.asked, offer.told))
    if not one.offers:
        yield Line((isolate(need), _name(one.asked), _("Nobody offers anything yet"), "", ""), need, (one.asked,))


def _both(one: Match, offer: Offer) -> str:
    return _("{need} Offered: {offer}").format(need=isolate(_asked(one.asked)), offer=isolate(_asked(offer.told)))


def _asked(told: Told) -> str:
    entry = told.entry
    if isinstance(entry, SharedChallenge):
        return entry.support_needed or entry.description
    return entry.text if isinstance(entry, SharedNeedOffer) else ""


def _practices(picture: Picture, pack: Pack) -> Listing:
    found = [(told, told.entry) for told in picture.further if isinstance(told.entry, SharedPractice)]
    return Listing(
        _("Practices worth copying"),
        _("What worked, in the words of those who did it."),
        (_("Practice"), _("Objectives"), _("Organisation"), _("What it is")),
        [
            Line(
                (isolate(pictures.entry(one)), _objectives(one.objectives, pack), _name(told), isolate(one.summary)),
                pictures.entry(one),
                (told,),
            )
            for told, one in found
        ],
        _("Nobody told of a practice."),
    )


def _proposals(picture: Picture, pack: Pack) -> Listing:
    """Who differs stands beside who agrees, whether one or many."""
    found = [(told, told.entry) for told in picture.further if isinstance(told.entry, SharedProposal)]
    addressees = pack.code_list("addressees")
    return Listing(
        _("Proposals"),
        _("What should change, with who agrees and who does not."),
        (_("What should change"), _("By"), _("Who should do it"), _("Who agrees"), _("Who agrees in part or differs")),
        [
            Line(
                (
                    isolate(one.text),
                    _name(told),
                    addressees.label(one.addressee, language()) if one.addressee else "",
                    format_list([isolate(name) for name in one.agree]),
                    format_list([isolate(name) for name in (*one.partly, *one.differ)]),
                ),
                one.text,
                (told,),
            )
            for told, one in found
        ],
        _("Nobody proposed anything."),
    )


def _sides(picture: Picture, pack: Pack) -> Listing:
    """Neither side outvotes the other."""
    named = [(choices.objective_name(pack, one.objective), one) for one in sides(picture)]
    return Listing(
        _("Public bodies and everybody else, side by side"),
        pictures.public_bodies(),
        (_("Objective"), _("Public bodies"), _("Everybody else")),
        [_both_sides(name, one, picture) for name, one in named],
        _("Nobody told of any objective."),
    )


def _both_sides(name: str, one: Sides, picture: Picture) -> Line:
    told = Stream(lambda _all: behind(picture, one.objective))
    return Line((name, pictures.side(one.public), pictures.side(one.others)), name, told)


def _views(picture: Picture, pack: Pack) -> Listing:
    lines = [
        Line(
            (
                choices.objective_name(pack, one.objective),
                pictures.view(side.view),
                _name(told),
                isolate(told.entry.note) if isinstance(told.entry, SharedAssessment) else "",
            ),
            choices.objective_name(pack, one.objective),
            (told,),
        )
        for one in differences(picture)
        for side in one.sides
        for told in side.held_by
    ]
    return Listing(
        _("Where views differ"),
        _("Each view stands as it was told, whether one organisation holds it or many."),
        (_("Objective"), _("Own view"), _("Organisation"), _("In its own words")),
        lines,
        _("No objective is seen differently by those who wrote of it."),
    )


def _objectives(numbers: tuple[int, ...], pack: Pack) -> str:
    return format_list([choices.objective_name(pack, number) for number in numbers])


def _name(told: Told) -> str:
    return isolate(told.organisation.name)
