"""Figures of a picture that can be asked "from what?": how each is named, and the entries that it is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from app.domain.picture.crossing import Axis, behind
from app.domain.picture.spots import Grain, place_of
from app.domain.shared import SHARED_KINDS, Picture, SharedActivity, SharedAssessment, SharedFeedback, Told
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
    """What was told of a country, whatever lies in it."""
    KIND = "kind"
    DEPARTMENT = "department"
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


_BY_OBJECTIVE = frozenset({About.OBJECTIVE, About.REACH, About.VIEWS, About.MESSAGES, About.VOICES})


def told_of(picture: Picture, figure: Figure) -> Iterator[Told]:
    """The entries that a figure is made of, in the order of the picture; of counts of messages none is in it."""
    if figure.about is About.WITHIN or (figure.about is About.PLACE and _is_country(figure.code)):
        return (told for told in picture.activities if _is_there(told, figure))
    if figure.about.value in _AXES:
        numbers = [figure.objective] if figure.objective else [view.objective for view in picture.objectives]
        return behind(picture, _AXES[figure.about.value], figure.code, numbers)
    lists = (picture.activities, picture.assessments, picture.voices, picture.further)
    return (told for told in chain(*lists) if _WANTED[figure.about](told, figure))


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


def _is_view(told: Told, figure: Figure) -> bool:
    return isinstance(told.entry, SharedAssessment) and told.entry.objective == figure.objective


def _is_voice(told: Told, figure: Figure) -> bool:
    return isinstance(told.entry, SharedFeedback) and figure.objective in told.entry.topics


def _is_of_kind(told: Told, figure: Figure) -> bool:
    numbers = getattr(told.entry, "objectives", ())
    return told.entry.KIND == figure.code and (not figure.objective or figure.objective in numbers)


_WANTED: Mapping[About, Callable[[Told, Figure], bool]] = {
    About.OBJECTIVE: _is_activity,
    About.REACH: _is_counted,
    About.VIEWS: _is_view,
    About.VOICES: _is_voice,
    About.ENTRIES: _is_of_kind,
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
    return words
