"""What happens in a simulated run: each deed is drawn from the seed, done by real services, and told to the world."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

from app.domain.filling import filled
from app.domain.fold import Operation
from app.domain.records import Activity, Attachment
from app.errors import GroundworkError
from app.services.opening.judging import judge
from app.services.records import conflicts, disputes, erasing, recording
from app.services.syncing import cleaning, devices, spaces
from app.storage import attachments as kept_attachments
from app.storage import decisions, exchange, operations
from app.storage.attachments import Content
from app.storage.decisions import Decision, FindingAnswer
from app.storage.exchange import Sent
from tests.making import log_activity
from tests.simulated import CrashError, Laptop, World

Deed = Callable[[World, Laptop], None]
_WORDS = ("desk", "course", "bus station", "papers", "Amina", "вечер", "دورة", "", "x" * 3000)


def log(world: World, laptop: Laptop) -> None:
    world.wrote(laptop, log_activity(laptop.workspace, title=f"Course {world.chance.randrange(10**6)}"))


def edit(world: World, laptop: Laptop) -> None:
    if record := _some(world, laptop):
        draft = recording.open_draft(laptop.workspace, Activity, record)
        _save(world, laptop, filled(draft, _values(world)))


def begin(world: World, laptop: Laptop) -> None:
    if record := _some(world, laptop):
        laptop.drafts.append(recording.open_draft(laptop.workspace, Activity, record))


def finish(world: World, laptop: Laptop) -> None:
    if laptop.drafts:
        _save(world, laptop, filled(laptop.drafts.pop(), _values(world)))


def trash(world: World, laptop: Laptop) -> None:
    if record := _some(world, laptop):
        recording.trash(laptop.workspace, record)
        world.wrote(laptop, record)


def bring_back(world: World, laptop: Laptop) -> None:
    if found := recording.deleted(laptop.workspace):
        record = world.chance.choice(sorted(one.id for one in found))
        recording.bring_back(laptop.workspace, record)
        world.wrote(laptop, record)


def erase(world: World, laptop: Laptop) -> None:
    if found := recording.deleted(laptop.workspace):
        record = world.chance.choice(sorted(one.id for one in found))
        gone = [record, *erasing.belonging(laptop.workspace, record)]
        erasing.erase(laptop.workspace, record, reason=erasing.Reason.ASKED)
        world.wrote(laptop, *gone)


def settle(world: World, laptop: Laptop) -> None:
    for one in disputes.every(laptop.workspace):
        world.chance.choice([disputes.keep, disputes.let_go])(laptop.workspace, one)
        world.wrote(laptop, one.record)
    for conflict in conflicts.every(laptop.workspace):
        chosen = {found.name: world.chance.choice(found.sides).value for found in conflict.fields}
        conflicts.settle(laptop.workspace, conflict, chosen)
        world.wrote(laptop, conflict.record)


def attach(world: World, laptop: Laptop) -> None:
    record = _some(world, laptop)
    if not record:
        return
    content = Content.of("application/pdf", world.chance.randbytes(world.chance.choice([0, 100, 5000])))
    about = {"kind": "pdf", "hash": content.hash, "media": content.media, "size": len(content.body)}
    with laptop.workspace.writing() as session:
        if kept_attachments.get(session, content.hash) is None:
            kept_attachments.put(session, content)
        draft = recording.new(laptop.workspace, Attachment, title="The hall", about=(record,), consent="C2", **about)
        recording.write(laptop.workspace, session, draft)
    world.wrote(laptop, draft.record.id)


def from_a_newer_program(world: World, laptop: Laptop) -> None:
    """A field or a kind of record that this program does not know, as an update brings it to one laptop first."""
    work = laptop.workspace
    with work.writing() as session:
        record = _some(world, laptop) if world.chance.random() < 0.6 else ""
        state = operations.state(session, record) if record else None
        stamp = work.next_stamps(session).stamp(after=[state.stamp] if state else [])
        fields = {"from_2031": world.chance.choice([None, True, 2**60, {"a": [1, "é"]}, "ü"])}
        made = Operation(record or work.new_id(), "activity" if record else "hologram", stamp, fields, {}, "somebody")
        operations.add_all(session, [made], judge(work.pack))
    world.wrote(laptop, made.record)


def carry(world: World, laptop: Laptop) -> None:
    work, name = laptop.workspace, world.chance.randbytes(8).hex()
    with work.writing() as session:
        exchange.put_sent(session, Sent(name, "call", 1, work.now_ms(), world.chance.randbytes(300)))
        decisions.put(session, Decision(work.next_stamps(session).stamp(), name, "verdict", "accepted"))
        answer = world.chance.choice(["keep", "replace"])
        finding = FindingAnswer("call", str(world.chance.randrange(3)), answer, "me", work.now_ms())
        decisions.answer_finding(session, finding)


def describe(world: World, laptop: Laptop) -> None:
    name = f"Network {world.chance.randrange(1000)}"
    laptop.workspace.describe(replace(laptop.workspace.organisation, name=name))


def sync(world: World, laptop: Laptop) -> None:
    _sync(world, laptop, crash=0)


def crash(world: World, laptop: Laptop) -> None:
    _sync(world, laptop, crash=world.chance.choice([3, 10, 30, 100]))


def sync_program(world: World, laptop: Laptop) -> None:
    world.diary.append(world.chance.choice(world.programs).work())


def deliver(world: World, laptop: Laptop) -> None:
    for one in world.programs:
        one.deliver()


def set_clock(world: World, laptop: Laptop) -> None:
    laptop.fixed = None
    laptop.offset = timedelta(seconds=world.chance.choice([0, 0, -3600, 86_400, -400 * 86_400, 10**9]))


def month_passes(world: World, laptop: Laptop) -> None:
    world.time += timedelta(days=31)


def clone(world: World, laptop: Laptop) -> None:
    if len(world.laptops) < 9:
        world.links_at_risk = True
        world.cloned(laptop)


def back_up(world: World, laptop: Laptop) -> None:
    laptop.backup = laptop.path.with_name("backup")
    world.copied(laptop, laptop.backup, beside=True)


def restore(world: World, laptop: Laptop) -> None:
    """The backup of some day goes on: with the file beside it as it is now, as it was then, or without one."""
    if laptop.backup is None:
        return
    world.at_risk(laptop)
    world.bytes_at_risk = world.links_at_risk = True
    laptop.workspace.close()
    side, then = (one.with_name(one.name + ".writer") for one in (laptop.path, laptop.backup))
    for ending in ("", ".keys", ".keys.bak"):
        laptop.path.with_name(laptop.path.name + ending).write_bytes(
            laptop.backup.with_name(laptop.backup.name + ending).read_bytes()
        )
    how = world.chance.choice(["as it is", "as it was", "none"])
    if how == "none":
        side.unlink(missing_ok=True)
    elif how == "as it was" and then.exists():
        side.write_bytes(then.read_bytes())
    laptop.open()


def revoke(world: World, laptop: Laptop) -> None:
    """Once a run: whoever is taken out, and whoever was admitted by them unknown to the one that does it, is out."""
    mine = _device(laptop)
    wanted = sorted({_device(one) for one in world.present} - {mine})
    if world.admitted or len(wanted) < 2:
        return
    chosen = world.chance.choice(wanted)
    with suppress(devices.DeviceMissingError):
        devices.revoke(laptop.workspace, chosen)
        with laptop.workspace.reading() as session:
            world.admitted = {one.fingerprint for one in spaces.loaded(session).membership.present}
        known = set(laptop.held())
        world.bytes_at_risk = world.links_at_risk = True
        for one in [one for one in world.present if _device(one) not in world.admitted]:
            one.is_out = True
            doubtful = set(one.held()) - known
            world.must -= doubtful
            world.may |= doubtful


def _device(laptop: Laptop) -> str:
    with laptop.workspace.reading() as session:
        return spaces.loaded(session).device.fingerprint


def want_clean_up(world: World, laptop: Laptop) -> None:
    """The organisation decides that replaced words leave the places after a while."""
    cleaning.keep_for(laptop.workspace, cleaning.LEAST)
    world.cleans = True


def rotate(world: World, laptop: Laptop) -> None:
    laptop.is_old = False  # somebody who does this updates first
    devices.rotate(laptop.workspace)


def arrive(world: World, laptop: Laptop) -> None:
    if world.absent:
        world.arrive()


WEIGHTS: dict[Deed, int] = {
    log: 12,
    edit: 16,
    begin: 5,
    finish: 5,
    trash: 5,
    bring_back: 2,
    erase: 2,
    settle: 4,
    attach: 3,
    from_a_newer_program: 4,
    carry: 4,
    describe: 2,
    sync: 26,
    crash: 10,
    sync_program: 8,
    deliver: 3,
    set_clock: 3,
    month_passes: 3,
    clone: 2,
    back_up: 3,
    restore: 3,
    revoke: 1,
    rotate: 1,
    arrive: 2,
    want_clean_up: 3,
}
"""How often each is drawn."""


def happen(world: World) -> None:
    """One more thing happens somewhere."""
    world.time += timedelta(seconds=world.chance.choice([1, 1, 60, 3600, 86_400]))
    laptop = world.chance.choice(world.laptops)
    (deed,) = world.chance.choices(list(WEIGHTS), weights=list(WEIGHTS.values()))
    world.diary.append(f"{laptop.number} {deed.__name__}")
    deed(world, laptop)


def _sync(world: World, laptop: Laptop, crash: int) -> None:
    world.weather.fails = world.chance.choice([0, 0, 0.05, 0.2])
    world.countdown = world.chance.randrange(1, 1 + crash * 3) if crash else -1
    try:
        world.sync(laptop, world.chance.choice(world.places[:1] * 3 + world.places[1:]))
    except CrashError:
        world.diary.append("crashed")
        world.countdown = -1
        laptop.workspace.close()
        laptop.open()
    except GroundworkError as failure:
        world.diary.append(type(failure).__name__)
        if type(failure).__name__ not in _EXPECTED:
            raise
    finally:
        world.countdown, world.weather.fails = -1, 0


_EXPECTED = {"StoreUnreachableError", "StoreNotThereError", "TakenOutError", "NotAdmittedError", "StoreRefusesError"}


def _some(world: World, laptop: Laptop) -> str:
    found = recording.lines(laptop.workspace, recording.Query(Activity.KIND), limit=1000)
    ids = sorted(line.record.id for line in found)
    return world.chance.choice(ids) if ids else ""


def _save(world: World, laptop: Laptop, draft: object) -> None:
    with suppress(recording.RecordMissingError):  # erased meanwhile
        saved = recording.save(laptop.workspace, draft)  # type: ignore[type-var]
        world.wrote(laptop, saved.id)


def _values(world: World) -> dict[str, str]:
    chance = world.chance
    found = {
        "title": chance.choice(_WORDS) or "Untitled",
        "summary": chance.choice(_WORDS),
        "objectives": chance.choice(["4,7", "4", "4,7,12", "1"]),
        "start": chance.choice(["2026-08-12", "2026-09"]),
    }
    return {name: found[name] for name in chance.sample(sorted(found), chance.randrange(1, 3))}
