"""Kill -9 at seeded moments of every job that writes: `python -m tests.kills JOB POINTS [SEED]`.

Each point forks a child that works on a copy of a workspace, kills it, and looks at what is left. One line of
JSON tells how many points there were, how many of them struck in the middle of work, and what was wrong.
"""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import nullcontext
from functools import lru_cache
from pathlib import Path
from random import Random

from app.domain.records import Activity
from app.services.keeping import backup, renewing, team
from app.services.opening import judging, workspace
from app.services.opening.workspace import Origin, Workspace
from app.services.records import recording
from app.services.syncing import devices, exchanging, spaces
from app.storage import backup_file, database, tables
from app.sync.space import compacting
from app.vault import cost, slots
from app.vault.cost import Cost
from tests import killed_moves, killed_outside, laptops, postgresql
from tests.making import PASSPHRASE, log_activity, make_workspace

LONGEST = {
    "saving": 0.06,
    "migrating": 0.03,
    "judging": 0.4,
    "backing-up": 0.05,
    "renewing": 0.2,
    "syncing": 0.5,
    "moving": 60,
    "putting-outside": 0.04,
}
"""Within how many seconds after its first word a child is killed."""
COPIES = 40
"""How often each record of the old workspace is there when it has to be judged."""
AMINA = "four lemons in a boat"
Job = Callable[[Path, bytes, int], None]


def main(job: str, points: int, seed: int = 1) -> int:
    """Kill `points` times; 1 if anything was ever lost."""
    wrong: list[str] = []
    middle = 0
    serving = postgresql.running() if job == "moving" else nullcontext()
    cost.hash_secret_raw = lru_cache(maxsize=None)(cost.hash_secret_raw)  # a key costs more than a whole strike
    with serving as server, tempfile.TemporaryDirectory() as place:
        whole = _prepared(Path(place), job)
        key = slots.unlock(whole, PASSPHRASE).raw
        for number in range(points):
            folder = Path(place) / "point"
            folder.mkdir()
            for ending in ("", ".keys", ".keys.bak"):
                shutil.copyfile(f"{whole}{ending}", folder / f"{whole.name}{ending}")
            if server is not None:
                killed_moves.prepare(folder, number, server.database())
            told, killed = _struck(job, folder / whole.name, key, Random(f"{seed} {job} {number}"))
            middle += killed
            wrong += [f"point {number}: {one}" for one in CHECKS[job](folder / whole.name, key, told)]
            shutil.rmtree(folder)
    print(json.dumps({"job": job, "points": points, "in the middle": middle, "wrong": wrong}))  # noqa: T201
    return 1 if wrong else 0


def _prepared(folder: Path, job: str) -> Path:
    if job == "putting-outside":
        made = killed_outside.prepared(folder, folder / "point")
        made.close()
        return made.path
    made = make_workspace(folder)
    for number in range(60):
        log_activity(made, title=f"Activity {number}", summary="x" * 3000)
    if job == "syncing":
        spaces.found(made, "Struck")
        laptops.joined(folder, made, 2).close()
    made.close()
    if job in ("migrating", "judging"):
        _age(made)
    if job == "judging":
        _multiply(made.path)
    if job == "renewing":
        shared = workspace.open_existing(made.path, PASSPHRASE)
        team.add(shared, "Amina", "editor", passphrase=AMINA, cost=Cost.floor())
        shared.close()
        workspace.open_existing(made.path, AMINA).close()
    return made.path


def _age(made: Workspace) -> None:
    """Make the workspace one of the first released form."""
    old = next((Path(__file__).parent / "data" / "workspace_0001").glob("*.groundwork"))
    for ending in ("", ".keys", ".keys.bak"):
        shutil.copyfile(f"{old}{ending}", f"{made.path}{ending}")


def _multiply(path: Path) -> None:
    """Give the workspace of the old form many records that a newer program has to judge."""
    kept = database.Database(path, slots.unlock(path, PASSPHRASE).raw)
    with kept.writing() as session:
        connection = session.connection()
        names = [row[1] for row in connection.exec_driver_sql("PRAGMA table_info(record)")]
        changed = {"number": "number + {n} * 100", "id": "id || '-{n}'"}
        columns = ", ".join(f'"{name}"' for name in names)
        for n in range(1, COPIES):
            values = ", ".join(changed.get(name, f'"{name}"').format(n=n) for name in names)
            connection.exec_driver_sql(f"INSERT INTO record ({columns}) SELECT {values} FROM record WHERE number < 100")
    kept.close()


def _struck(job: str, path: Path, key: bytes, chance: Random) -> tuple[list[str], bool]:
    """What the child told before it was killed, and whether it was still at work."""
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reads)
        JOBS[job](path, key, writes)
        os._exit(0)
    os.close(writes)
    with os.fdopen(reads, "rb", buffering=0) as pipe:
        heard = pipe.read(1 << 16)
        end = time.monotonic() + chance.random() * LONGEST[job]
        while (left := end - time.monotonic()) > 0 and select.select([pipe], [], [], left)[0]:
            heard += (more := pipe.read(1 << 16))
            if not more:
                break
        os.kill(child, signal.SIGKILL)
        while more := pipe.read(1 << 16):
            heard += more
    status = os.waitpid(child, 0)[1]
    lines = heard.split(b"\n")[:-1]
    return [line.decode() for line in lines], os.WIFSIGNALED(status)


def _save(path: Path, key: bytes, pipe: int) -> None:
    work = _opened(path, key)
    for number in range(100_000):
        draft = recording.new(work, Activity, title=f"Saved {number}", summary="x" * (number * 97 % 5000))
        recording.keep(work, draft)
        os.write(pipe, (recording.save(work, draft).id + "\n").encode())


def _migrate(path: Path, key: bytes, pipe: int) -> None:
    os.write(pipe, b"begun\n")
    database.open_existing(path, key).close()


def _judge(path: Path, key: bytes, pipe: int) -> None:
    judging.AT_ONCE = 2
    os.write(pipe, b"begun\n")
    workspace.open_existing(path, PASSPHRASE).close()


def _back_up(path: Path, key: bytes, pipe: int) -> None:
    work = _opened(path, key)
    os.write(pipe, b"begun\n")
    while True:
        os.write(pipe, (str(backup.make(work, path.parent / "stick").path) + "\n").encode())


def _renew(path: Path, key: bytes, pipe: int) -> None:
    work = workspace.open_existing(path, PASSPHRASE)
    os.write(pipe, b"begun\n")
    while True:
        renewing.renew(work, PASSPHRASE, cost=Cost.floor())
        os.write(pipe, b"renewed\n")


def _sync(path: Path, key: bytes, pipe: int) -> None:
    work = _opened(path, key)
    compacting.MOST_SMALL = 3  # so that it is struck, too, while few files become one
    os.write(pipe, b"begun\n")
    while True:
        devices.rotate(work)
        made = log_activity(work, title="Written between two syncs", summary="x" * 20_000)
        laptops.sync(work, path.parent / "stick")
        os.write(pipe, (made + "\n").encode())


def _opened(path: Path, key: bytes) -> Workspace:
    return Workspace(path, database.open_existing(path, key), Origin())


def _check_saving(path: Path, key: bytes, told: list[str]) -> list[str]:
    work = _opened(path, key)
    wrong = list(work.faults())
    lines = recording.lines(work, recording.Query(Activity.KIND), limit=100_000)
    kept = {line.record.id for line in lines}
    wrong += [f"{id} was told and is gone" for id in told if id not in kept]
    if len(kept) not in (60 + len(told), 61 + len(told)):
        wrong.append(f"{len(kept)} records for {len(told)} that were told")
    work.close()
    return wrong


def _check_migrating(path: Path, key: bytes, told: list[str]) -> list[str]:
    opened = database.open_existing(path, key)
    wrong = list(opened.faults())
    with opened.reading() as session:
        found = session.connection().exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        records = session.connection().exec_driver_sql("SELECT count(*) FROM record").scalar()
    opened.close()
    if found != tables.SCHEMA or not records:
        wrong.append(f"form {found} with {records} records")
    return wrong


def _check_judging(path: Path, key: bytes, told: list[str]) -> list[str]:
    work = workspace.open_existing(path, PASSPHRASE)
    wrong = list(work.faults())
    with work.reading() as session:
        connection = session.connection()
        found = {
            about: connection.exec_driver_sql(f"SELECT count(*) FROM {about}").scalar()
            for about in ("record", "record WHERE complete IS NULL", "record WHERE deleted = 0", "record_search")
        }
    records, unjudged, there, searched = found.values()
    if records != 4 * COPIES or unjudged or there != searched:
        wrong.append(str(found))
    work.close()
    return wrong


def _check_backing_up(path: Path, key: bytes, told: list[str]) -> list[str]:
    wrong = _check_saving(path, key, [])
    for one in (path.parent / "stick").rglob("*" + backup.ENDING):
        try:
            backup_file.check(one)
        except Exception as failure:  # noqa: BLE001 - whatever it is, it is told
            wrong.append(f"{one.name}: {failure!r}")
    wrong += [f"{name} was told and is gone" for name in told[-1:] if name != "begun" and not Path(name).exists()]
    return wrong


def _check_renewing(path: Path, key: bytes, told: list[str]) -> list[str]:
    wrong: list[str] = []
    for passphrase in (AMINA, PASSPHRASE):
        work = workspace.open_existing(path, passphrase)
        wrong += work.faults()
        kept = len(recording.lines(work, recording.Query(Activity.KIND), limit=100))
        wrong += [] if kept == 60 else [f"{kept} records"]
        work.close()
    wrong += ["the old key still opens it"] if "renewed" in told and work.opened.key.raw == key else []
    left = {one.name.removeprefix(path.name) for one in path.parent.iterdir()}
    return wrong + [f"{name} was left" for name in left if name.startswith(".renewed")]


def _check_syncing(path: Path, key: bytes, told: list[str]) -> list[str]:
    """Another laptop gets everything that was told as synced, and after both met they are alike."""
    (whole,) = path.parents[1].glob("laptop-*/*.groundwork")
    for ending in ("", ".keys", ".keys.bak"):
        shutil.copyfile(f"{whole}{ending}", path.parent / f"other{ending}")
    work, other = _opened(path, key), workspace.open_existing(path.parent / "other", PASSPHRASE)
    stick = path.parent / "stick"
    laptops.sync(other, stick)
    wrong = [*work.faults(), *other.faults()]
    wrong += [f"{id} was told and did not come" for id in set(told[1:]) - set(laptops.view(other))]
    laptops.meet(stick, work, other)
    wrong += [] if laptops.alike(work, other) else ["two laptops differ after they met"]
    standing = exchanging.standing(other)
    wrong += [str(one) for one in (*standing.waiting, *standing.quarantined, *standing.late)]
    for one in (work, other):
        one.close()
    return wrong


JOBS: dict[str, Job] = {
    "saving": _save,
    "migrating": _migrate,
    "judging": _judge,
    "backing-up": _back_up,
    "renewing": _renew,
    "syncing": _sync,
    "moving": killed_moves.move,
    "putting-outside": killed_outside.put_away,
}
CHECKS: dict[str, Callable[[Path, bytes, list[str]], list[str]]] = {
    "saving": _check_saving,
    "migrating": _check_migrating,
    "judging": _check_judging,
    "backing-up": _check_backing_up,
    "renewing": _check_renewing,
    "syncing": _check_syncing,
    "moving": killed_moves.check,
    "putting-outside": killed_outside.check,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), *(int(word) for word in sys.argv[3:])))
