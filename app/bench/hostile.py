"""An inbox with enemies in it: damaged files, bombs, and one sender who does what the format allows and nobody should.

The same seed gives the same files. The honest ones are told apart by their names, so that what became of them can be
compared with an inbox without enemies.
"""

from __future__ import annotations

import io
import random
import statistics
import sys
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from app.bench.measure import Measured, Task, spent
from app.domain.shared import Audience, Disclosure, PublicOrganisation, SharedActivity, Submission, Withdrawal
from app.domain.terms import Count, Period, When
from app.services.coordinating import receiving
from app.services.opening.workspace import Founding, Organisation, create
from app.sync import bundle, wire
from app.sync.manifest import Purpose
from app.vault.cost import Cost
from app.vault.identity import OrganisationKeys

PERIOD = Period.parse("2026-07..2026-09")
HONEST, DAMAGED, BOMB, MALICIOUS = "honest", "damaged", "bomb", "malicious"
USUAL = 10_000
_GOAL = 1.5
_TURNED = "\u202efdp.exe\u202c"
_MUCH = 64 << 20
_LONGEST_TITLE = (1 << 20) - 2_000
"""As much as one line of the format may hold."""


def inbox(folder: Path) -> Measured:
    """Taking everything in: what a file of an honest sender costs among enemies, beside what it costs without them."""
    return measured(folder, USUAL)


def measured(folder: Path, number: int) -> Measured:
    """The same of so many files; the note says all files together, the slowest, and how much the memory grew."""
    files = list(written(folder, number))
    honest = [path for path in files if path.name.startswith(HONEST)]
    before = _memory()
    among = _taken(folder, "among", files)
    grown = (_memory() - before) / (1 << 20)
    alone = _taken(folder, "alone", honest)
    seconds, least = (statistics.mean(found[path] for path in honest) for found in (among, alone))
    every = statistics.mean(among.values())
    note = f"all {every * 1000:.1f} ms a file, slowest {max(among.values()) * 1000:.0f} ms, memory +{grown:.0f} MiB"
    work = f"take in a file among {number}: 1 % damaged, 0.1 % bombs, a tenth of one malicious sender"
    task = Task("inbox", work, "the same file without them", _GOAL)
    return Measured(task.name, task.work, seconds, task.limit, least, seconds / least, task.goal, note)


def _taken(folder: Path, name: str, files: list[Path]) -> dict[Path, float]:
    """The CPU seconds of this process that each file took."""
    founding = Founding(Organisation("Ministry"), coordinator=True)
    own = create(folder / f"{name}.groundwork", "benchmark words", founding, cost=Cost.floor())
    arrivals = receiving.arriving(own, files)
    took = {path: spent(lambda: next(arrivals)) for path in files}
    own.close()
    return took


def written(folder: Path, number: int, seed: int = 7) -> Iterator[Path]:
    """So many files, mixed: 1 % damaged, 0.1 % bombs, a tenth by one malicious sender, and the rest honest."""
    chance = random.Random(seed)
    damaged, bombs, malicious = max(1, number // 100), max(1, number // 1000), number // 10
    kinds = [DAMAGED] * damaged + [BOMB] * bombs + [MALICIOUS] * malicious
    kinds += [HONEST] * (number - len(kinds))
    chance.shuffle(kinds)
    made = {DAMAGED: _damaged, BOMB: _bomb, MALICIOUS: _malicious, HONEST: _honest}
    for place, kind in enumerate(kinds):
        name, data = made[kind](place, chance, kinds.index(HONEST))
        path = folder / name
        path.write_bytes(data)
        yield path


def _honest(place: int, _chance: random.Random, _victim: int) -> tuple[str, bytes]:
    return f"{HONEST}-{place}.gwb", _bundle(_submission(place, 1, ()), f"honest {place}")


def _damaged(place: int, chance: random.Random, victim: int) -> tuple[str, bytes]:
    data = bytearray(_honest(place, chance, victim)[1])
    if chance.random() < 0.5:
        return f"{DAMAGED}-{place}.gwb", bytes(data[: chance.randrange(len(data))])
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return f"{DAMAGED}-{place}.gwb", bytes(data)


def _bomb(place: int, _chance: random.Random, _victim: int) -> tuple[str, bytes]:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json" if place % 2 else "answer.pdf", bytes(_MUCH))
    if place % 3:
        return f"{BOMB}-{place}.zip", whole.getvalue()
    packed = zlib.compress(bytes(_MUCH))
    return f"{BOMB}-{place}.pdf", b"%%PDF-1.7\n%b\n%%GWB1 9 %d\nstartxref\n0\n%%%%EOF\n" % (packed, len(packed))


def _malicious(place: int, chance: random.Random, victim: int) -> tuple[str, bytes]:
    """Many revisions, two with one number, the identity of somebody honest, long and turned names, much taken back."""
    title = chance.randbytes(_LONGEST_TITLE // 2).hex() if place % 7 == 0 else f"{_TURNED} {place}"
    back = tuple(Withdrawal(f"{n:032x}:record", f"{n:032x}", "record", When(2026, 9)) for n in range(20))
    made = _submission(victim if place % 5 == 0 else USUAL, chance.randrange(1, place + 2), back, title=title)
    return f"{MALICIOUS}-{place} {_TURNED}.gwb", _bundle(made, "malicious")


def _submission(sender: int, revision: int, more: tuple[Withdrawal, ...], title: str = "Desk") -> Submission:
    number = f"202608{sender:026x}"
    activity = SharedActivity(
        number,
        title,
        (sender % 23 + 1,),
        When(2026, 8),
        type="legal_support",
        place="TD19",
        summary="=1+1 Two advisers answered questions about papers.",
        reach=Count(20),
        reach_method="counted_attendances",
    )
    who = PublicOrganisation(f"{sender:032x}", title[:400] if more else f"Organisation {sender}", ("ST-CSO",), "TD")
    disclosure = Disclosure(Audience.COORDINATOR, 5)
    entries = (activity, *more)
    return Submission(who, "call", PERIOD, revision, disclosure, "1.3.0", made_on="2026-10", entries=entries)


def _bundle(made: Submission, who: str) -> bytes:
    keys = OrganisationKeys.from_seed(f"benchmark sender {who}".encode())
    label = bundle.Label(Purpose.SUBMISSION, made.made_on)
    return bundle.write(label, wire.submission_header(made), lines=wire.entry_lines(made), keys=keys)


def _memory() -> int:
    """The most memory of this process until now, in bytes; on some systems it is told in them, on others in KiB."""
    import resource  # not on Windows

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024
