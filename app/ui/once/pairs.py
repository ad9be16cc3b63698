"""The pairs of the page: proposed, counted once, told apart; each as a row of the list."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.domain.shared import SharedActivity, Told
from app.i18n import N_, _, format_number, isolate, ngettext
from app.services.picturing.duplicates import Answer, Found, Identity, pair
from app.ui.widgets.direction import in_line
from app.ui.widgets.lists.paged_model import Row
from app.ui.words.choice import Choice

PROPOSED, ONCE, APART = "proposed", "once", "apart"
_NAMES = {PROPOSED: N_("Proposed"), ONCE: N_("Counted once"), APART: N_("Told apart")}


@dataclass(frozen=True)
class Shown:
    """Two entries beside each other."""

    one: Told
    other: Told
    list: str
    is_likely: bool = False
    is_linked: bool = False
    """Whether a person linked them; else, in the list of those counted once, their shared number did."""
    waiting: frozenset[Identity] = frozenset()
    """Those of the two that nobody has accepted yet."""

    @property
    def id(self) -> str:
        """A name for the row, the same as long as the two are."""
        return hashlib.sha256(repr(self.names).encode()).hexdigest()[:16]

    @property
    def names(self) -> tuple[Identity, Identity]:
        """What the two are called."""
        return pair(self.one.identity, self.other.identity)


def lists() -> list[Choice]:
    """The lists there are."""
    return [Choice(code, _(name)) for code, name in _NAMES.items()]


def of(found: Found, name: str) -> list[Shown]:
    """The pairs of one list."""
    if name == PROPOSED:
        shown = [Shown(each.one, each.other, name, each.is_likely) for each in found.proposed]
    elif name == APART:
        shown = [Shown(one, other, name) for one, other in found.answered(Answer.NOT_SAME)]
    else:
        shown = list(_once(found))
    return [replace(one, waiting=found.waiting.intersection(one.names)) for one in shown] if found.waiting else shown


def row(shown: Shown) -> Row:
    """A pair as a row: both titles, both organisations."""
    names = (isolate(shown.one.organisation.name), isolate(shown.other.organisation.name))
    status, tone = (_("Very alike"), "info") if shown.is_likely else ("", "neutral")
    if shown.waiting:
        status, tone = _("Not accepted yet"), "warn"
    return Row(shown.id, title(shown.one), in_line(names), title(shown.other), status=status, tone=tone)


def title(told: Told) -> str:
    """What an activity is called."""
    assert isinstance(told.entry, SharedActivity)
    return told.entry.title or _("Without a title")


def counted(name: str, count: int, more: int) -> str:
    """How many pairs a list has, and what they are; `more` wait until these are answered."""
    if not count:
        return ""
    if name == PROPOSED:
        said = ngettext(
            "{count} pair may be one activity. You decide.", "{count} pairs may be one activity. You decide.", count
        )
        if more:
            said = _("These {count} are the likeliest of {all} pairs. You decide; more come as you answer.")
    elif name == ONCE:
        said = ngettext("{count} pair counts once.", "{count} pairs count once.", count)
    else:
        said = ngettext("{count} pair stays apart.", "{count} pairs stay apart.", count)
    return said.format(count=format_number(count), all=format_number(count + more))


def _once(found: Found) -> Iterator[Shown]:
    """Every pair that a person linked, and of every shared number the first entry beside each of the others."""
    linked = found.answered(Answer.SAME)
    yield from (Shown(one, other, ONCE, is_linked=True) for one, other in linked)
    known = {pair(one.identity, other.identity) for one, other in linked}
    for first, *rest in found.groups:
        for each in rest:
            numbered = _number(first) and _number(each)
            if numbered and pair(first.identity, each.identity) not in known:
                yield Shown(first, each, ONCE)


def _number(told: Told) -> str:
    return told.entry.joint_id if isinstance(told.entry, SharedActivity) else ""
