"""Made-up organisations for demonstrations: names, places and records that could be, and are nobody's."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache, partial
from random import Random
from typing import Any

from app import paths
from app.domain.periods import months
from app.domain.records import Activity, Feedback
from app.domain.terms import Period, When
from app.places import Place
from app.places import load as load_places
from app.services.demonstration.participants import Participant
from app.services.opening.workspace import Organisation, Workspace
from app.services.records import objectives, recording

_METHODS = ("counted_each_person_once", "counted_attendances", "estimated")
_STATUS = ("completed", "completed", "ongoing")


@dataclass(frozen=True)
class _Script:
    """What one made-up organisation writes down."""

    language: str
    country: str
    period: Period
    records: int
    seed: str


def participants(count: int, records: int, *, period: Period, seed: int, country: str = "") -> tuple[Participant, ...]:
    """`count` organisations that each write down `records` records in the period; equal seeds give equal ones.

    Each is at home in a country of its own, or all in `country`.
    """
    told = _told()["organisations"]
    found = []
    for number in range(count):
        one = told[number % len(told)]
        name = one["name"] if number < len(told) else f"{one['name']} {number // len(told) + 1}"
        home = country or one["country"]
        script = _Script(one["language"], home, period, records, f"{seed}:{number}")
        organisation = Organisation(name, (one["type"],), home, languages=(one["language"],))
        found.append(Participant(organisation, one["language"], partial(_write, script=script)))
    return tuple(found)


def coordinator() -> Organisation:
    """Who asks."""
    one = _told()["coordinator"]
    return Organisation(one["name"], (one["type"],), one["country"])


def _write(workspace: Workspace, *, script: _Script) -> int:
    """Choices, views of objectives (one of them: nothing done), messages, and activities for all that is left."""
    chance = Random(script.seed)
    words = _told()["languages"][script.language]
    chosen = sorted({number for one in words["activities"] for number in one["objectives"]})[:5]
    views = min(2, script.records // 4)
    messages = script.records // 4
    choices = chosen[: max(1, script.records // 8)]
    objectives.choose(workspace, choices)
    objectives.choose(workspace, choices[:1], priority=1)
    _judge(workspace, script, chosen, views=views)
    for _number in range(messages):
        _hear(workspace, script, chance.choice(words["feedback"]), chance=chance)
    left = max(1, script.records - len(choices) - views - messages)
    for number in range(left):
        _do(workspace, script, words["activities"][number % len(words["activities"])], chance=chance)
    return len(choices) + views + messages + left


def _judge(workspace: Workspace, script: _Script, chosen: list[int], *, views: int) -> None:
    if views:
        objectives.assess(workspace, chosen[0], period=script.period, value="in_progress")
    if views > 1:
        objectives.assess(workspace, 11, period=script.period, nothing_done=True)


def _hear(workspace: Workspace, script: _Script, told: dict[str, Any], *, chance: Random) -> None:
    draft = recording.new(
        workspace,
        Feedback,
        type=told["type"],
        topics=tuple(told["topics"]),
        channel=told["channel"],
        consent=told["consent"],
        paraphrase=told["paraphrase"],
        language=script.language,
        month=chance.choice(months(script.period)),
        status=chance.choice(("new", "answered_to_community", "closed")),
    )
    recording.save(workspace, draft)


def _do(workspace: Workspace, script: _Script, told: dict[str, Any], *, chance: Random) -> None:
    place = _place(script.country, chance)
    month = chance.choice(months(script.period))
    women, men = chance.randrange(0, 60), chance.randrange(0, 60)
    counted = chance.random() < 0.8
    draft = recording.new(
        workspace,
        Activity,
        title=f"{told['title']} – {place.name}",
        objectives=tuple(told["objectives"]),
        start=When(month.year, month.month, chance.randrange(1, 28)),
        type=told["type"],
        summary=told["summary"],
        result=told["result"],
        status=chance.choice(_STATUS),
        place=place.code,
        role="lead",
        reach_women=women if counted else None,
        reach_men=men if counted else None,
        reach_method=chance.choice(_METHODS) if counted else "",
    )
    recording.save(workspace, draft)


def _place(country: str, chance: Random) -> Place:
    """A region of the country, always one of the same few; the country itself where no regions are listed."""
    gazetteer = load_places()
    whole = gazetteer.place(country)
    return chance.choice(gazetteer.children(whole)[:5] or (whole,))


@lru_cache(maxsize=1)
def _told() -> Any:
    return json.loads((paths.resources() / "demonstration" / "made_up.json").read_text("utf-8"))
