"""What the inbox holds at one moment, and the words of its list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.i18n import N_, _, isolate
from app.services.coordinating import fates, triage
from app.services.coordinating.fates import Fate
from app.services.coordinating.triage import InboxLine, Verdict
from app.services.opening.workspace import Workspace
from app.ui.widgets.direction import in_line
from app.ui.widgets.lists.paged_model import Row
from app.ui.words import wording

_DECIDED = {
    Verdict.RETURNED: (N_("Returned with questions"), "info"),
    Verdict.ASIDE: (N_("Put aside"), "neutral"),
    Verdict.REJECTED: (N_("Not used"), "neutral"),
}


@dataclass(frozen=True)
class Mark:
    """How a submission stands, as a chip."""

    words: str
    tone: str


@dataclass(frozen=True)
class Held:
    """The submissions of the inbox, newest first, and which of the accepted ones do not count and why."""

    lines: tuple[InboxLine, ...] = ()
    replaced: frozenset[str] = frozenset()
    clashes: frozenset[str] = frozenset()
    fates: Mapping[str, Fate] = field(default_factory=dict)
    """Submission to what became of it."""

    def left_out(self) -> tuple[InboxLine, ...]:
        """What somebody decided about, or nobody can yet, and does not count."""
        return tuple(one for one in self.lines if self.fates[one.id].code != fates.COUNTED)

    def why(self, line: InboxLine) -> str:
        """Why it does not count, who decided so, and what they said."""
        found = self.fates[line.id]
        told = [wording.fate(found.code)]
        if found.by:
            told.append(_("decided by {name}").format(name=isolate(found.by)))
        return in_line([*told, isolate(found.comment)] if found.comment else told)

    def line(self, id: str) -> InboxLine | None:
        """The submission with this id."""
        return next((one for one in self.lines if one.id == id), None)

    def others(self, line: InboxLine) -> tuple[InboxLine, ...]:
        """What else the same organisation sent for the same call."""
        same = (line.organisation, line.series)
        return tuple(one for one in self.lines if (one.organisation, one.series) == same and one.id != line.id)

    def ready(self) -> tuple[InboxLine, ...]:
        """What can be accepted at once: not decided, from a sender who is trusted."""
        ready = (one for one in self.lines if one.trusted and not one.key.is_in_doubt)
        return tuple(one for one in ready if one.verdict is Verdict.WAITING)

    def waiting(self) -> int:
        """How many wait for a decision, ready or not."""
        return sum(one.verdict is Verdict.WAITING for one in self.lines)

    def has_other_key(self, line: InboxLine) -> bool:
        """Whether another key speaks for the organisation that this submission says it comes from."""
        return line.is_replacing

    def mark(self, line: InboxLine) -> Mark:
        """The chip of a submission: what was decided, or what is in the way, or that it is ready."""
        if line.verdict in _DECIDED:
            words, tone = _DECIDED[line.verdict]
            return Mark(_(words), tone)
        if not line.trusted:
            return Mark(_("Sender unknown"), "bad")
        if line.verdict is Verdict.WAITING:
            return Mark(_("Look at the key"), "warn") if line.key.is_in_doubt else Mark(_("Ready to accept"), "accent")
        if line.id in self.replaced:
            return Mark(_("Replaced by a newer version"), "neutral")
        if line.id in self.clashes:
            return Mark(_("Two files, one number"), "warn")
        return Mark(_("Accepted"), "good")

    def row(self, line: InboxLine, today: date, *, fresh: bool, why: bool = False) -> Row:
        """The row of a submission in the list; with `why` it says why it does not count."""
        facts = _("{day}, version {version}, from {file}").format(
            day=wording.day_of(line.received_ms, today), version=line.revision, file=isolate(line.source)
        )
        mark = self.mark(line)
        badge = initials(line.name) if line.trusted else "?"
        told = self.why(line) if why else facts
        return Row(line.id, line.name, told, status=mark.words, tone=mark.tone, initials=badge, is_new=fresh)


def look(workspace: Workspace) -> Held:
    """What the inbox holds now."""
    _kept, standing = triage.stands(workspace)
    replaced = frozenset(one.id for one in standing.replaced)
    clashes = frozenset(one.id for one in standing.clashes)
    return Held(triage.inbox(workspace), replaced, clashes, fates.of_all(workspace))


def initials(name: str) -> str:
    """At most two letters: of the first two words, or of the only one."""
    words = [word for word in name.split() if word[0].isalnum()]
    if len(words) < 2:
        return (words[0] if words else name)[:2].upper()
    return (words[0][0] + words[1][0]).upper()
