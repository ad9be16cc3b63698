"""The shapes of the files of a pack, checked while they are read. Fields we do not know are passed over."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.errors import GroundworkError
from app.i18n import N_


class PackDamagedError(GroundworkError):
    """A file of the pack is missing, was changed after sealing, or has not the shape of its kind."""

    message = N_(
        "The reference data {file} is missing or damaged. Please install Groundwork, or this reference pack, again."
    )


@dataclass(frozen=True)
class FileSeal:
    """What a file of the pack must be, byte for byte."""

    sha256: str
    size_bytes: int


@dataclass(frozen=True)
class ManifestShape:
    """The list of a pack's files."""

    pack: str
    version: str
    languages: tuple[str, ...]
    files: dict[str, FileSeal]


@dataclass(frozen=True)
class ActionShape:
    """A lettered action of an objective; its label is a memory aid, not the text of the action."""

    letter: str
    ref: str
    working_label_en: str


@dataclass(frozen=True)
class SdgShape:
    """A target of the 2030 Agenda that an objective is tied to."""

    target: str
    link: str


@dataclass(frozen=True)
class LocalIndicatorShape:
    """A number that a local actor could keep for an objective."""

    code: str
    label_en: str
    unit: str


@dataclass(frozen=True)
class ObjectiveShape:
    """One objective as the reference describes it."""

    number: int
    code: str
    paragraph: int
    title: dict[str, str]
    title_status: dict[str, str]
    short_label: dict[str, str]
    short_label_status: dict[str, str]
    description_en: str
    keywords_en: tuple[str, ...]
    actions: tuple[ActionShape, ...]
    sdg_targets: tuple[SdgShape, ...]
    imrf_round_table: int
    local_reach: str
    mechanisms: tuple[str, ...] = ()
    now_and_how_acts: tuple[int, ...] = ()
    mgi_dimensions: tuple[str, ...] = ()
    suggested_local_indicators: tuple[LocalIndicatorShape, ...] = ()
    un_network_groups: tuple[str, ...] = ()


@dataclass(frozen=True)
class IndicatorShape:
    """One indicator of the 2030 Agenda that is linked to objectives, told in our own words."""

    sdg_indicator: str
    definition_en_own_words: str
    objectives: tuple[int, ...]


@dataclass(frozen=True)
class IndicatorsShape:
    """The linked indicators."""

    items: tuple[IndicatorShape, ...]


@dataclass(frozen=True)
class InstrumentShape:
    """The resolution itself."""

    symbol: str
    adopted_conference: str
    endorsed_assembly: str
    legally_binding: bool
    objectives: int
    actions_total: int
    title: dict[str, str]
    title_status: dict[str, str]


@dataclass(frozen=True)
class PrincipleShape:
    """One guiding principle."""

    letter: str
    ref: str
    code: str
    title: dict[str, str]
    title_status: dict[str, str]
    self_check_en: str


@dataclass(frozen=True)
class StakeholderShape:
    """One kind of partner named in paragraph 44."""

    code: str
    para44_term_en: str
    title: dict[str, str]
    title_status: dict[str, str]


@dataclass(frozen=True)
class ExtensionShape:
    """One kind of partner added to those of paragraph 44, and why."""

    code: str
    name_en: str
    basis: str


@dataclass(frozen=True)
class MechanismShape:
    """One other review that Compact work can be told to."""

    code: str
    name_en: str
    objectives: tuple[int, ...]
    status: str


@dataclass(frozen=True)
class FrameworkShape:
    """All that surrounds the objectives."""

    instrument: InstrumentShape
    guiding_principles: tuple[PrincipleShape, ...]
    stakeholder_types: tuple[StakeholderShape, ...]
    stakeholder_extensions: tuple[ExtensionShape, ...]
    mechanisms: tuple[MechanismShape, ...]


@dataclass(frozen=True)
class RuleShape:
    """How often a review comes."""

    code: str
    name_en: str
    every_years: int | None
    status: str
    first_year: int | None = None


@dataclass(frozen=True)
class EventShape:
    """One review, past or planned."""

    code: str
    type: str
    status: str
    region: str = ""
    start: str = ""
    end: str = ""
    year: int | None = None
    symbol: str = ""
    outcome_symbol: str = ""
    note: str = ""


@dataclass(frozen=True)
class RoundTableShape:
    """One round table of the review forum and its objectives."""

    number: int
    objectives: tuple[int, ...]
    theme_en_working: str


@dataclass(frozen=True)
class CycleShape:
    """The review cycle."""

    basis: str
    note: str
    cycle_rules: tuple[RuleShape, ...]
    events: tuple[EventShape, ...]
    round_tables: tuple[RoundTableShape, ...]


@dataclass(frozen=True)
class CodesShape:
    """One code list; its labels are in the files of words."""

    codes: tuple[str, ...]
    origin: str
    details: dict[str, dict[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class CodeListsShape:
    """Every code list and the rules that go with them."""

    lists: dict[str, CodesShape]
    notes: dict[str, str]


@dataclass(frozen=True)
class ObjectiveWords:
    """Our own words for one objective in one language."""

    name: str
    plain: str
    examples: tuple[str, ...]
    keywords: tuple[str, ...]


@dataclass(frozen=True)
class WordsShape:
    """All of our own words in one language; dropping such a file in adds the language."""

    language: str
    status: str
    objectives: dict[str, ObjectiveWords]
    codes: dict[str, dict[str, str]]
