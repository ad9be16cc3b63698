"""The map of a national report: what is known where, from published numbers alone, and the same as a table."""

from __future__ import annotations

from collections.abc import Iterator

from app.charts import Land, Stop
from app.domain.coverage import State
from app.domain.picture.spots import Spot, Spots, spots
from app.domain.picture.words import spot, spot_name
from app.domain.shared import Picture
from app.domain.wording import Wording
from app.places import atlas
from app.reports.document import Block, Column, Map, Paragraph, Table


def chapter(picture: Picture, wording: Wording) -> Iterator[Block]:
    """The map with what it does not mean, and every place of it in a table; nothing where no place is told."""
    found = spots(picture)
    if not any(one.code and one.known.state is State.DONE for one in found.each):
        return
    drawn = map_of(found, wording)
    if drawn.placed:
        yield drawn
        yield Paragraph(boundaries(wording), "small")
    yield places(found, wording)
    if words := beside(drawn, wording):
        yield Paragraph(words, "small")


def map_of(found: Spots, wording: Wording, objective: int = 0) -> Map:
    """The places of a picture on land; `objective` says of which one they tell, 0 of all."""
    say, known = wording.say.gettext, atlas()
    title = say("Activities by place")
    if objective:
        title = say("Activities by place: {objective}").format(objective=wording.objective(objective))
    return Map(
        title=title,
        stops=tuple(_stop(one, found, wording) for one in found.each),
        land=tuple(Land(one.rings, one.code in found.countries) for one in known.outlines),
        key=tuple(map(wording.state, State)),
    )


def boundaries(wording: Wording) -> str:
    """What a map does not mean, and whose lines and points they are."""
    return wording.say.gettext(
        "The boundaries, names and signs on this map are there to find one's way. They do not mean that anybody "
        "endorses or accepts them. Signs stand in the middle of a place and show no address. "
        "Land: Natural Earth. Middles of regions: GeoNames, CC BY 4.0."
    )


def beside(drawn: Map, wording: Wording) -> str:
    """How many places stand beside the map alone; "" where all of them are on it."""
    count = sum(not stop.at for stop in drawn.stops)
    if not count:
        return ""
    told = wording.say.ngettext(
        "{count} row is on no map: nobody knows where its place lies, or it names none.",
        "{count} rows are on no map: nobody knows where their places lie, or they name none.",
        count,
    )
    return told.format(count=wording.say.number(count))


def places(found: Spots, wording: Wording) -> Table:
    """Every place with what is known of it, the silent ones too."""
    say = wording.say.gettext
    columns = (
        Column(say("Place"), weight=2.4),
        Column(say("What is known"), weight=3.4),
        Column(say("People reached"), "number", 2),
    )
    return Table(
        columns, tuple(_row(one, found, wording) for one in found.each), say("Every place of the map in words")
    )


def _row(one: Spot, found: Spots, wording: Wording) -> tuple[str, ...]:
    people = wording.reach(one.reach) if one.known.state is State.DONE else "–"
    return spot_name(one.code, found, wording), spot(one, wording), people


def _stop(one: Spot, found: Spots, wording: Wording) -> Stop:
    """What names a country alone is at no point of it among its regions: it would look as if its middle was meant."""
    is_there = bool(one.code) and not found.is_vague(one.code)
    return Stop(
        label=spot_name(one.code, found, wording),
        at=atlas().position(one.code) if is_there else None,
        rings=atlas().area(one.code) if is_there else (),
        sign=one.known.state.value,
        count=one.known.activities,
        mark=wording.say.number(one.known.activities),
        text=spot(one, wording),
    )
