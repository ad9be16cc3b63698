"""The seeded simulator: laptops that edit, crash, are cloned and restored, and a place that lies; then all must agree.

`python -m tests.simulator RUNS [FIRST [MOST]]` runs that many seeds from the first one on, with at most so many
laptops, and prints each that fails. One line of JSON at the end tells how many were green and how many a minute.
"""

from __future__ import annotations

import json
import sys
import time
import traceback
from collections.abc import Iterable, Iterator
from datetime import timedelta

from sqlalchemy import select

from app.domain.fold import ERASED, Operation
from app.domain.operation import fuller
from app.domain.records import Attachment
from app.services import integrity
from app.services.syncing import attached, exchanging
from app.services.syncing.exchanging import Learned, NotAdmittedError, TakenOutError
from app.storage import carried, operations, records, values
from tests.deeds import happen
from tests.domain.laws import seen_in, view
from tests.laptops import place_of, rows
from tests.simulated import Key, Laptop, World, simulated

_AN_HOUR = timedelta(hours=1)
MOST_ROUNDS = 12
"""Of syncs of everybody; then it has to be quiet."""


def run(seed: int, most: int = 8) -> list[str]:
    """What was wrong at the end of this run; [] if nothing was."""
    with simulated(seed, most) as world:
        try:
            for _step in range(world.chance.randrange(8, 28)):
                happen(world)
            return list(_wrong(world))
        except Exception:  # noqa: BLE001 - whatever it is, it is told with its seed
            return [traceback.format_exc(), *world.diary[-6:]]


def main(count: int, first: int = 1, most: int = 8) -> int:
    """Run the seeds; 1 if any failed."""
    begun, failed = time.monotonic(), []
    for seed in range(first, first + count):
        if wrong := run(seed, most):
            failed.append(seed)
            print(f"seed {seed}: " + "\n    ".join(wrong), flush=True)  # noqa: T201
    minutes = (time.monotonic() - begun) / 60
    told = {"runs": count, "first": first, "green": count - len(failed), "failed": failed}
    print(json.dumps({**told, "a minute": round(count / minutes)}), flush=True)  # noqa: T201
    return 1 if failed else 0


def _wrong(world: World) -> Iterator[str]:
    for one in world.programs:
        one.deliver()
    while world.absent:
        world.arrive()
    for one in world.present:
        one.is_old = False  # an update comes one day
    if world.cleans:
        _cleaned_up(world)
    if not _until_quiet(world):
        yield f"not quiet after {MOST_ROUNDS} rounds"
    yield from _as_written(world)
    for one in world.present:
        yield from _sound(world, one)


def _as_written(world: World) -> Iterator[str]:
    """Where something is missing, made up, or shown otherwise than all that was ever written says."""
    held = {one.number: one.held() for one in world.present}
    for number, found in held.items():
        if lost := _lost(world, found):
            yield f"laptop {number} lost {len(lost)}: {sorted(lost)[:2]}"
        if made_up := set(found) - world.must - world.may:
            yield f"laptop {number} has what nobody wrote: {sorted(made_up)[:2]}"
    yield from _unlike(world.present)
    known = _known(world, held.values())
    for one in world.present:
        yield from _against_the_model(one, {key: known[key] for key in held[one.number]})
    if not world.links_at_risk and (gone := [key for found in held.values() for key in found if known[key].cleaned]):
        yield f"words that nobody has any more: {gone[:2]}"


def _known(world: World, held: Iterable[dict[Key, Operation]]) -> dict[Key, Operation]:
    """All that was ever written as far as any laptop had it, with every word."""
    known = dict(world.words)
    for found in held:
        for key, one in found.items():
            known[key] = fuller(known.get(key, one), one)
    return known


def _cleaned_up(world: World) -> None:
    """Time for everybody to acknowledge, and for the oldest files to be written anew and to go."""
    for hours in (1, 8, 16, 50):
        world.time += timedelta(hours=hours)
        for one in world.present:
            _last(world, one)


def _unlike(found: list[Laptop]) -> Iterator[str]:
    """Where laptops show different things."""
    told = [(rows(one.workspace), _rows(one), _settings(one)) for one in found]
    for one, theirs in zip(found[1:], told[1:], strict=True):
        for name, mine, other in zip(("records", "rows", "settings"), told[0], theirs, strict=True):
            if mine != other:
                yield f"{name} of laptops {found[0].number} and {one.number} differ: {_difference(mine, other)}"


def _until_quiet(world: World) -> bool:
    """Everybody syncs in turn until nobody had anything to tell or to learn since everybody was asked."""
    idle = 0
    for _round in range(MOST_ROUNDS):
        world.time += _AN_HOUR
        for one in world.present:
            learned = _last(world, one)
            idle = 0 if learned is None or _is_news(learned) else idle + 1
            if idle >= len(world.present):
                return True
    return False


def _last(world: World, laptop: Laptop) -> Learned | None:
    try:
        return world.sync(laptop, world.places[0])
    except (TakenOutError, NotAdmittedError):
        if world.admitted:
            laptop.is_out = True  # by a revocation that was itself lost with a laptop for a while
            return None
        raise


def _is_news(one: Learned) -> bool:
    return bool(one.received or one.facts or one.sent.segments or one.sent.entries or one.sent.attachments)


def _lost(world: World, found: dict[Key, Operation]) -> set[Key]:
    """What must be there and is not; of erased records only the tombstone must."""
    erased = {record for (record, _said), one in found.items() if one.kind == ERASED}
    return {one for one in world.must - set(found) if one[0] not in erased}


def _against_the_model(laptop: Laptop, found: dict[Key, Operation]) -> Iterator[str]:
    by_record: dict[str, list[Operation]] = {}
    for (record, _said), one in found.items():
        by_record.setdefault(record, []).append(one)
    for record, held in by_record.items():
        with laptop.workspace.reading() as session:
            state = operations.state(session, record)
        if state is None or seen_in(state, held) != view(held):
            yield f"record {record} is not what the model says"


def _sound(world: World, laptop: Laptop) -> Iterator[str]:
    with laptop.workspace.writing() as session:
        if wrong := operations.rebuild(session):
            yield f"laptop {laptop.number}: {wrong} rows are not what their operations say"
        if left := list(carried.compared(session)):
            yield f"laptop {laptop.number}: rows were written and never sent: {left[:2]}"
    standing = exchanging.standing(laptop.workspace)
    if standing.unsent:
        yield f"laptop {laptop.number}: {standing.unsent} unsent"
    doubtful = [*standing.waiting, *standing.quarantined]
    if doubtful and not world.links_at_risk:
        yield f"laptop {laptop.number}: {[one.reason for one in doubtful]}"
    if laptop is world.present[0]:
        found = [one for one in integrity.examine(laptop.workspace).findings if one.part != "sent"]
        yield from (f"laptop {laptop.number} is not sound: {one}" for one in found)
    if not world.bytes_at_risk:
        yield from _unfetched(world, laptop)


def _unfetched(world: World, laptop: Laptop) -> Iterator[str]:
    with laptop.workspace.reading() as session:
        found = list(records.with_trash(session, [Attachment]))
    for one in found:
        try:
            place = place_of(laptop.workspace, world.places[0], world.places[0].name)
            attached.fetch(laptop.workspace, one.hash, one.media, place)
        except attached.NotReceivedYetError:
            yield f"laptop {laptop.number} cannot have the file {one.id}"


def _rows(laptop: Laptop) -> list[object]:
    with laptop.workspace.reading() as session:
        return [
            tuple(row)
            for kind in carried.KINDS.values()
            for row in session.execute(
                select(*kind.table.c[(*kind.key, *kind.changes)]).order_by(*kind.table.c[kind.key])
            )
        ]


def _settings(laptop: Laptop) -> list[object]:
    with laptop.workspace.reading() as session:
        found = [values.get(session, name) for name in ("organisation", "retention", "threshold")]
        return [*found, sorted(one["id"] for one in values.get(session, "profiles") or ())]


def _difference(one: list[object], other: list[object]) -> str:
    return (
        f"{[each for each in one if each not in other][:2]} against {[each for each in other if each not in one][:2]}"
    )


if __name__ == "__main__":
    sys.exit(main(*(int(word) for word in sys.argv[1:])))
