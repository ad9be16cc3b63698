"""Words for the values of shared records, in the language of the window."""

from __future__ import annotations

from datetime import UTC, date, datetime

from app.compact import load as load_pack
from app.domain.coverage import State
from app.domain.shared import PublicOrganisation, Reach, SharedEntry
from app.domain.terms import Amount, Count, Period, When
from app.domain.wording import Wording
from app.i18n import _, format_date


def _wording() -> Wording:
    return Wording.here(load_pack())


def period(shown: Period) -> str:
    """July – September 2026; one month alone where both ends are the same."""
    return _wording().period(shown)


def period_of(iso: str) -> str:
    """The same for a period as it is kept; what is no period is shown as it is."""
    try:
        return period(Period.parse(iso))
    except ValueError:
        return iso


def when(shown: When | None) -> str:
    """A month, or a day where the day may be told; empty for nothing."""
    return _wording().when(shown)


def day_of(moment_ms: int, today: date) -> str:
    """The day of a moment (milliseconds since 1970), in the time of this computer."""
    day = datetime.fromtimestamp(moment_ms / 1000, UTC).astimezone().date()
    return _("Today") if day == today else format_date(day, style="medium")


def count(shown: Count) -> str:
    """A number, or in words why there is none: the two kinds of silence are never mixed."""
    return _wording().count(shown)


def kind(name: str) -> str:
    """What an entry of this kind is called."""
    return _wording().kind(name)


def heading(entry: SharedEntry) -> tuple[str, str]:
    """What stands above an entry, and the field it comes from."""
    return _wording().heading(entry)


def facts(entry: SharedEntry, *, texts: bool = False) -> tuple[tuple[str, str], ...]:
    """(label, value) of what an entry says below its heading, with or without its long texts."""
    return _wording().facts(entry, texts=texts)


def profile(organisation: PublicOrganisation) -> tuple[tuple[str, str], ...]:
    """(label, value) of what an organisation says of itself beside name and description, where it says it."""
    return tuple((label, value) for label, value in _wording().profile(organisation) if value)


def label(code_list: str, code: str) -> str:
    """The label of a code; what is no code as it is."""
    return _wording().label(code_list, code) if code_list else code


def indicator(code: str) -> str:
    """The label of an indicator with its code; a name of somebody's own as it is."""
    return _wording().indicator(code)


def amount(shown: Amount) -> str:
    """An amount, or in words why there is none; "" where nobody wrote one."""
    return _wording().amount(shown)


def reach(shown: Reach) -> str:
    """A range of people, one number where both ends are the same."""
    return _wording().reach(shown)


def cost(numbers: int, withheld: int) -> str:
    """How many of so many numbers are withheld, in one sentence."""
    return _wording().cost(numbers, withheld)


def place(code: str) -> str:
    """The name of a place; an unknown code as it is."""
    return _wording().place(code)


def state(found: State) -> str:
    """One of the four states of an objective."""
    return _wording().state(found)


def fate(code: str) -> str:
    """What became of a submission."""
    return _wording().fate(code)
