"""Figures of a picture that can be asked "from what?": how each is named, and the entries that it is made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.picture.crossing import Axis, crossed
from app.domain.picture.gaps import gaps
from app.domain.picture.spots import Grain, place_of
from app.domain.shared import (
    SHARED_KINDS,
    Picture,
    ResourcesOfObjective,
    ResourcesTotal,
    SharedActivity,
    SharedAssessment,
    SharedFeedback,
    SharedIndicatorValue,
    Told,
)
from app.domain.terms import Period, When
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


def told_of(picture: Picture, figure: Figure) -> tuple[Told, ...]:
    """The entries that a figure is made of, in the order of the picture; of counts of messages none is in it."""
    if figure.about is About.WITHIN or (figure.about is About.PLACE and _is_country(figure.code)):
        found = tuple(told for told in picture.activities if _is_there(told, figure))
        return found if found or figure.code else tuple(told for told in picture.assessments if _is_idle(told, figure))
    if figure.about is About.GAP:
        return next((one.told for one in gaps(picture) if one.view.objective == figure.objective), ())
    if figure.about.value in _AXES:
        rows = crossed(picture, _AXES[figure.about.value])
        numbers = [figure.objective] if figure.objective else [view.objective for view in picture.objectives]
        cells = (rows.behind(figure.code, number) for number in numbers)
        return tuple({id(told): told for cell in cells for told in cell}.values())
    return tuple(told for told in _every(picture) if _WANTED[figure.about](told, figure))


def _every(picture: Picture) -> tuple[Told, ...]:
    return (*picture.activities, *picture.assessments, *picture.voices, *picture.further)


def _is_country(code: str) -> bool:
    return bool(code) and load().country_of(code) == code


def _is_there(told: Told, figure: Figure) -> bool:
    grain = Grain.COUNTRIES if figure.about is About.WITHIN else Grain.REGIONS
    is_about = isinstance(told.entry, SharedActivity) and figure.objective in (0, *told.entry.objectives)
    return is_about and isinstance(told.entry, SharedActivity) and place_of(told.entry.place, grain) == figure.code


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
    entry = told.entry
    if not isinstance(entry, SharedActivity) or entry.start is None or figure.objective not in (0, *entry.objectives):
        return False
    month = When.parse(figure.code)
    return Period(month, month).overlaps(entry.start, entry.end)


def _is_money(told: Told, figure: Figure) -> bool:
    entry = told.entry
    parted = figure.objective > 0 or figure.code.endswith(_NO_OBJECTIVE)
    if not isinstance(entry, ResourcesOfObjective if parted else ResourcesTotal):
        return False
    about = getattr(entry, "objectives", ())[:1] == ((figure.objective,) if figure.objective else ())
    named = f"{entry.currency}/{entry.source_type}" == figure.code.removesuffix(_NO_OBJECTIVE)
    return named and (about or not parted)


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
    About.MONEY: _is_money,
    About.MONTH: _is_under_way,
    About.ORGANISATION: lambda told, figure: told.organisation.id == figure.code,
    About.MESSAGES: lambda _told, _figure: False,
    About.ALL: lambda _told, _figure: True,
}


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
