"""Figures of a picture that can be asked "from what?": how each is named, and the entries that it is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from app.domain.picture import crossing, gaps, money, spots
from app.domain.picture.crossing import Axis
from app.domain.picture.spots import Grain
from app.domain.picture.under_way import runs_in
from app.domain.shared import (
    SHARED_KINDS,
    Picture,
    SharedActivity,
    SharedAssessment,
    SharedFeedback,
    SharedIndicatorValue,
    Told,
    of_organisation,
)
from app.domain.terms import When
from app.places import load

_AXES = {axis.value: axis for axis in Axis}


class About(StrEnum):
    """What a figure counts or lists."""

    OBJECTIVE = "objective"
    """Activities of an objective."""
    REACH = "reach"
    """Activities whose people are in the range of an objective, or are withheld from it."""
    VIEWS = "views"
    """What organisations think of an objective themselves."""
    MESSAGES = "messages"
    """Counts of messages about an objective. They stand in the submissions only, and are looked up there."""
    VOICES = "voices"
    """Messages about an objective that are told in words."""
    PLACE = "place"
    """What was told of a region, or of a country and of no region in it."""
    WITHIN = "within"
    """What was told of a country, whatever lies in it; `within:` is what names no place."""
    KIND = "kind"
    DEPARTMENT = "department"
    IDLE = "idle"
    """Organisations' own words that nothing was done about an objective."""
    GAP = "gap"
    """What is said of an objective that nobody acted on; counts of messages stand in the submissions only."""
    INDICATOR = "indicator"
    """Values of an indicator."""
    MONEY = "money"
    """Money in one currency from one kind of source (`money:MAD/foundation`), of all or of one objective.

    `money:MAD/foundation/0` is the part that is told by objective and names none.
    """
    MONTH = "month"
    """Activities under way in a month (`month:2026-08`), of all objectives or of one."""
    ORGANISATION = "organisation"
    """Everything that one organisation told."""
    ENTRY = "entry"
    """One entry by its id, whoever told it."""
    ENTRIES = "entries"
    """Everything of one kind that was told: commitments, needs, practices and so on."""
    ALL = "all"


@dataclass(frozen=True)
class Figure:
    """One figure, named by words such as `objective:15`, `place:MA007:15`, `entries:commitment` or `all`."""

    about: About
    code: str = ""
    objective: int = 0
    """0: all objectives."""

    @classmethod
    def parse(cls, words: str) -> Figure:
        """The figure of this name; ValueError for anything else."""
        name, *rest = words.strip().split(":")
        about = About(name)
        if about is About.ALL:
            parts: tuple[str, int] = "", 0
        elif about in _BY_OBJECTIVE:
            parts = "", _objective(rest.pop(0) if rest else "")
        else:
            parts = _code(about, rest.pop(0) if rest else ""), _objective(rest.pop(0)) if rest else 0
        if rest:
            raise ValueError(words)
        return cls(about, *parts)


_NO_OBJECTIVE = "/0"
_BY_OBJECTIVE = frozenset(
    {About.OBJECTIVE, About.REACH, About.VIEWS, About.MESSAGES, About.VOICES, About.IDLE, About.GAP}
)


def told_of(picture: Picture, figure: Figure) -> Iterator[Told]:
    """The entries that a figure is made of, in the order of the picture; of counts of messages none is in it."""
    if figure.about is About.WITHIN or (figure.about is About.PLACE and _is_country(figure.code)):
        grain = Grain.COUNTRIES if figure.about is About.WITHIN else Grain.REGIONS
        return spots.behind(picture, grain, figure.code, figure.objective)
    if figure.about is About.GAP:
        is_one = figure.objective in {one.view.objective for one in gaps.gaps(picture)}
        return gaps.behind(picture, figure.objective) if is_one else iter(())
    if figure.about.value in _AXES:
        numbers = [figure.objective] if figure.objective else [view.objective for view in picture.objectives]
        return crossing.behind(picture, _AXES[figure.about.value], figure.code, numbers)
    if figure.about is About.MONEY:
        return _money(picture, figure)
    every = picture.activities, picture.assessments, picture.voices, picture.further
    if figure.about is About.ORGANISATION:
        return chain.from_iterable(of_organisation(found, figure.code) for found in every)
    lists = [found for place, found in enumerate(every) if place in _WHERE.get(figure.about, range(len(every)))]
    return (told for told in chain(*lists) if _WANTED[figure.about](told, figure))


def _money(picture: Picture, figure: Figure) -> Iterator[Told]:
    is_parted = figure.objective > 0 or figure.code.endswith(_NO_OBJECTIVE)
    currency, _slash, source_type = figure.code.removesuffix(_NO_OBJECTIVE).partition("/")
    return money.behind(picture, currency, source_type, figure.objective if is_parted else None)


def _is_country(code: str) -> bool:
    return bool(code) and load().country_of(code) == code


def _is_activity(told: Told, figure: Figure) -> bool:
    return isinstance(told.entry, SharedActivity) and figure.objective in told.entry.objectives


def _is_counted(told: Told, figure: Figure) -> bool:
    is_about = _is_activity(told, figure)
    return is_about and isinstance(told.entry, SharedActivity) and not told.entry.reach.not_asked


def _is_idle(told: Told, figure: Figure) -> bool:
    """What an organisation says of itself as a whole names no place."""
    entry = told.entry
    return isinstance(entry, SharedAssessment) and entry.nothing_done and figure.objective in (0, entry.objective)


def _is_under_way(told: Told, figure: Figure) -> bool:
    return runs_in(told.entry, When.parse(figure.code)) and (not figure.objective or _is_activity(told, figure))


def _is_view(told: Told, figure: Figure) -> bool:
    return isinstance(told.entry, SharedAssessment) and told.entry.objective == figure.objective


def _is_voice(told: Told, figure: Figure) -> bool:
    return isinstance(told.entry, SharedFeedback) and figure.objective in told.entry.topics


def _is_value(told: Told, figure: Figure) -> bool:
    return isinstance(told.entry, SharedIndicatorValue) and told.entry.code == figure.code


def _is_of_kind(told: Told, figure: Figure) -> bool:
    numbers = getattr(told.entry, "objectives", ())
    return told.entry.KIND == figure.code and (not figure.objective or figure.objective in numbers)


_WANTED: Mapping[About, Callable[[Told, Figure], bool]] = {
    About.OBJECTIVE: _is_activity,
    About.REACH: _is_counted,
    About.VIEWS: _is_view,
    About.VOICES: _is_voice,
    About.IDLE: _is_idle,
    About.ENTRIES: _is_of_kind,
    About.ENTRY: lambda told, figure: told.entry.id == figure.code,
    About.INDICATOR: _is_value,
    About.MONTH: _is_under_way,
    About.MESSAGES: lambda _told, _figure: False,
    About.ALL: lambda _told, _figure: True,
}
_ACTIVITIES, _ASSESSMENTS, _VOICES, _FURTHER = ((place,) for place in range(4))
_WHERE: Mapping[About, tuple[int, ...]] = {
    About.OBJECTIVE: _ACTIVITIES,
    About.REACH: _ACTIVITIES,
    About.MONTH: _ACTIVITIES,
    About.VIEWS: _ASSESSMENTS,
    About.IDLE: _ASSESSMENTS,
    About.VOICES: _VOICES,
    About.INDICATOR: _FURTHER,
    About.MESSAGES: (),
}
"""The lists that such entries stand in; of very many entries the others need not be read."""


def _objective(words: str) -> int:
    number = int(words)
    if number < 1:
        raise ValueError(words)
    return number


def _code(about: About, words: str) -> str:
    if about is About.ENTRIES and words not in SHARED_KINDS:
        raise ValueError(words)
    if about is About.MONTH and len(words) != len("2026-08"):
        raise ValueError(words)
    return When.parse(words).iso if about is About.MONTH else words
