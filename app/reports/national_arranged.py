"""The objectives of a national report in order: one by one, by round table of the forum, or after regional reviews."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from app.domain.coverage import cell
from app.domain.picture.editions import Arranged, Edition
from app.domain.picture.words import kind
from app.domain.shared import Picture, PublicOrganisation, SharedChallenge, Work
from app.domain.shared.sums import REVIEWS
from app.domain.wording import Wording
from app.i18n import isolate
from app.ordering import by_name, in_order
from app.reports import illustrations, national_objectives
from app.reports.document import Block, Bullets, Column, Fact, Facts, Heading, Paragraph, Table

_DEEPEST = 3


def chapters(edition: Edition, wording: Wording) -> Iterator[Block]:
    """The same facts in the order that was asked for."""
    picture = edition.picture
    if edition.arranged is Arranged.REGIONS:
        for code in _regions(picture, wording):
            yield from _region(picture, code, wording)
    yield from national_objectives.table(picture, wording)
    yield from national_objectives.beside(picture, wording)
    if edition.arranged is Arranged.ROUND_TABLES:
        yield from _round_tables(picture, wording)
        return
    for view in national_objectives.spoken_of(picture):
        yield from national_objectives.chapter(picture, view, wording)


def _round_tables(picture: Picture, wording: Wording) -> Iterator[Block]:
    """Each of the four with its objectives, silent ones by name; then what belongs to none."""
    say = wording.say.gettext
    told = {view.objective: view for view in national_objectives.spoken_of(picture)}
    tables = wording.pack.review_cycle.round_tables
    for one in tables:
        title = wording.label("round_tables", str(one.number))
        words = say("Round table {number}: {theme}").format(number=wording.say.number(one.number), theme=title)
        yield Heading(1, words, f"round-table-{one.number}", str(one.number))
        silent = [wording.objective(number) for number in one.objectives if number not in told]
        if silent:
            yield Paragraph(say("Nobody told anything of: {objectives}.").format(objectives=wording.say.list_(silent)))
        for number in (number for number in one.objectives if number in told):
            yield from _lower(national_objectives.chapter(picture, told[number], wording))
    placed = {number for one in tables for number in one.objectives}
    for view in (view for number, view in told.items() if number not in placed):
        yield from national_objectives.chapter(picture, view, wording)


def _lower(blocks: Iterable[Block]) -> Iterator[Block]:
    """One level further down, where a heading has room for that."""
    for block in blocks:
        yield replace(block, level=min(block.level + 1, _DEEPEST)) if isinstance(block, Heading) else block


def _regions(picture: Picture, wording: Wording) -> list[str]:
    """The regions of the reviews that contributors are from, in the order of the list, "" for none last."""
    there = {one.organisation.region for one in picture.counted}
    known = [code for code in wording.pack.code_list("regions").codes if code in there]
    rest = by_name(there - {*known, ""}, lambda code: wording.label("regions", code), wording.language)
    return [*known, *rest, *({""} & there)]


def _region(picture: Picture, code: str, wording: Wording) -> Iterator[Block]:
    say = wording.say.gettext
    title = wording.label("regions", code) if code else say("No region of the reviews told")
    yield Heading(1, say("Regional review: {region}").format(region=title), f"region-{code or 'none'}")
    yield _about(picture, code, wording)
    work, idle = picture.sums.work.get(REVIEWS, {}), picture.sums.idle.get(f"{REVIEWS} {code}", {})
    numbers = [view.objective for view in picture.objectives]
    own = {number: work[code, number] for number in numbers if (code, number) in work}
    done = {number: one.activities for number, one in own.items()}
    cells = [cell(done.get(number, 0), nothing_done=number in idle) for number in numbers]
    yield illustrations.strip(say("What contributions of this region tell of"), cells, wording)
    if (code, 0) in work:
        yield _work(own, wording)
    yield from _challenges(picture, code, wording)


def _about(picture: Picture, code: str, wording: Wording) -> Facts:
    say = wording.say.gettext
    who = {one.organisation.id: one.organisation for one in picture.counted if one.organisation.region == code}
    kinds = sorted({each for one in who.values() for each in one.types})
    return Facts.filled(
        Fact(say("Organisations"), wording.say.list_(in_order((one.name for one in who.values()), wording.language))),
        Fact(say("Kinds"), wording.say.list_([kind(each, wording) for each in kinds])),
        Fact(say("Countries"), wording.say.list_(_countries(who.values(), wording))),
        Fact(say("Next review"), _next(picture, code, wording)),
    )


def _countries(who: Iterable[PublicOrganisation], wording: Wording) -> list[str]:
    return in_order({wording.country(one.country) for one in who if one.country}, wording.language)


def _next(picture: Picture, code: str, wording: Wording) -> str:
    """The first review of the region after the period; where its days are not sure, its year alone."""
    later = wording.pack.review_cycle.events_from(picture.period.end.year)
    last = picture.period.end.last_day.isoformat()
    found = next((one for one in later if code and one.region == code and (one.start or "9") > last), None)
    if found is None:
        return ""
    sure = bool(found.start) and found.certain
    return wording.say.date(date.fromisoformat(found.start)) if sure else str(found.year)


def _work(own: Mapping[int, Work], wording: Wording) -> Table:
    say, number = wording.say.gettext, wording.say.number
    columns = (
        Column(say("Objective"), weight=4),
        Column(say("Activities"), "number"),
        Column(say("Organisations"), "number"),
        Column(say("People reached"), "number", 2),
    )
    rows = tuple(
        (
            wording.objective(objective),
            number(one.activities),
            number(one.organisations),
            wording.reach(one.reach),
        )
        for objective, one in own.items()
    )
    return Table(columns, rows)


def _challenges(picture: Picture, code: str, wording: Wording) -> Iterator[Block]:
    say = wording.say.gettext
    found = [
        say("{organisation}: {text}").format(
            organisation=isolate(told.organisation.name), text=isolate(told.entry.description)
        )
        for told in picture.further
        if isinstance(told.entry, SharedChallenge) and told.organisation.region == code
    ]
    if found:
        yield Heading(2, say("What stands in the way"))
        yield Bullets(tuple(found))
