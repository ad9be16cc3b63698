"""How long likely duplicates of many organisations take to find, against reading what they sent once."""

from __future__ import annotations

import itertools
import random
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from app.bench.measure import Measured, Task, paired
from app.domain.shared import Audience, Disclosure, PublicOrganisation, SharedActivity, Submission, Told
from app.domain.terms import Count, Period, When
from app.services.opening.workspace import Founding, Organisation, create
from app.services.picturing import comparing
from app.sync import bundle, wire
from app.sync.manifest import Purpose
from app.sync.reading import read
from app.vault.cost import Cost
from app.vault.identity import OrganisationKeys

YEAR = Period.parse("2026-01..2026-12")
EACH = 100
_ROUNDS = 3
_REPORTED_TWICE = 0.05
_REGIONS = ("MA001", "MA002", "MA003", "MA004", "MA006", "MA007", "MA008", "MA010")
_WHAT = (
    *("Legal aid desk", "Language course", "Mobile clinic", "Birth registration", "Night shelter", "Job fair"),
    *("Permanence juridique", "Atelier de couture", "Cours du soir", "يوم التلقيح", "ورشة الخياطة", "Курсы языка"),
)
_FOR = ("newcomers", "families", "domestic workers", "returnees", "apprentices", "mothers", "fishers", "herders")
_NAMES = ("Amal", "Farabi", "Toubkal", "Zerhoun", "Tensift", "Sebou", "Rif", "Ziz", "Anfa", "Saïss", "Draa", "Loukkos")


def duplicates(size: int) -> Measured:
    """Everything from the files to the list of likely pairs, against checking and reading the files once."""
    with tempfile.TemporaryDirectory() as folder:
        country = Country(Path(folder), size)
        task = Task(
            "duplicates",
            f"read {size} activities of {len(country.files)} organisations and find likely duplicates",
            "checking and reading them once",
            10.0,
        )
        note = f"{country.find()} proposed, kept in an encrypted workspace"
        return paired(task, country.find, country.read_once, note=note, rounds=_ROUNDS)


class Country:
    """The files of many organisations on the disk, and a coordinator who looks for duplicates among them."""

    def __init__(self, folder: Path, size: int) -> None:
        self._folder, self._made = folder, itertools.count()
        self.files: dict[str, Path] = {}
        told = told_by_many(size)
        while some := list(itertools.islice(told, EACH)):
            owner = some[0].organisation.id
            self.files[owner] = folder / f"{owner}.gwb"
            self.files[owner].write_bytes(_bundle(some))

    def read(self, owners: Iterable[str]) -> dict[str, tuple[Submission, ...]]:
        """What some organisations sent."""
        return {owner: (self._read(self.files[owner]),) for owner in owners}

    def read_once(self) -> None:
        """Everything, one file after the other."""
        for path in self.files.values():
            self._read(path)

    def find(self) -> int:
        """Compare everything in a new workspace; how many pairs are likely."""
        path = self._folder / f"{next(self._made)}.groundwork"
        founding = Founding(Organisation("Ministry"), coordinator=True)
        workspace = create(path, "benchmark words", founding, cost=Cost.floor())
        comparing.catch_up(workspace, dict.fromkeys(self.files, "once"), self.read)
        found = sum(1 for _each in comparing.alike(workspace))
        workspace.close()
        path.unlink()
        return found

    def _read(self, path: Path) -> Submission:
        opened = read(path.read_bytes(), purpose=Purpose.SUBMISSION)
        return wire.read_submission(opened.header, opened.lines())


def _bundle(told: list[Told]) -> bytes:
    """What one organisation sends."""
    who = told[0].organisation
    entries = tuple(one.entry for one in told)
    disclosure = Disclosure(Audience.COORDINATOR, 5)
    made = Submission(who, "call", YEAR, 1, disclosure, "1.0.0", made_on="2026-12", entries=entries)
    keys = OrganisationKeys.from_seed(who.id.encode())
    label = bundle.Label(Purpose.SUBMISSION, made.made_on)
    return bundle.write(label, wire.submission_header(made), lines=wire.entry_lines(made), keys=keys)


def told_by_many(size: int) -> Iterator[Told]:
    """Activities of made up organisations over a year; one in twenty is told by a second one in other words."""
    chance = random.Random(7)
    before: Told | None = None
    for number in range(size):
        who = number // EACH
        organisation = PublicOrganisation(f"{who:032x}", f"{_NAMES[who % len(_NAMES)]} group {who}", ("ST-CSO",), "MA")
        twice = before is not None and number % EACH == 0
        entry = _again(before, number) if before and twice else _activity(number, chance)
        told = Told(organisation, entry)
        yield told
        if number % EACH == EACH - 1 and chance.random() < _REPORTED_TWICE * EACH:
            before = told


def _activity(number: int, chance: random.Random) -> SharedActivity:
    month = chance.randrange(1, 13)
    title = f"{chance.choice(_WHAT)} for {chance.choice(_FOR)}, {chance.choice(_NAMES)} {chance.randrange(400)}"
    return SharedActivity(
        f"2026{month:02}{number:026x}",
        title,
        tuple(sorted({chance.randrange(1, 24), chance.randrange(1, 24)})),
        When(2026, month),
        type=chance.choice(("legal_support", "training", "health_care")),
        place=f"{chance.choice(_REGIONS)}{chance.randrange(1, 9):03}",
        summary=f"What was planned took place on {chance.randrange(1, 29)} mornings, and most people came again.",
        reach=Count(chance.randrange(5, 900)),
        reach_method="counted_attendances",
    )


def _again(before: Told, number: int) -> SharedActivity:
    entry = before.entry
    assert isinstance(entry, SharedActivity)
    words = entry.title.split()
    title = " ".join((*words[1:], words[0]))
    return SharedActivity(
        f"202600{number:026x}",
        title,
        entry.objectives[:1],
        entry.start,
        type=entry.type,
        place=entry.place,
        reach=entry.reach,
        partners=(before.organisation.name,),
    )
