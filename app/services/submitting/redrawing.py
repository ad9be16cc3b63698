"""Drawing what came in once more: are the pages of a file those that this program draws from its data?

What is read and drawn is a stranger's, so all of it happens in the guarded child, with little time and memory.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from app.compact import Pack, load
from app.domain.shared import Submission
from app.domain.terms import When
from app.errors import GroundworkError
from app.i18n import N_, languages
from app.intake.carrying import carrier
from app.intake.carrying import pages as printed
from app.intake.carrying.carrier import Cut
from app.intake.carrying.pages import Drawn
from app.intake.guard.quarantine import Limits, Quarantine
from app.progress import Progress, silent
from app.reports.recipe import edition
from app.services import pages
from app.services.pages import PDF, Copy, Pages

LIMITS = Limits(seconds=20.0)
MOST_PAGES_BYTES = 20 * 1024 * 1024
"""Files whose pages are larger are not compared."""


class Outcome(StrEnum):
    """What became of the comparison. Whatever it is, the data counts, never the pages."""

    MATCH = "match"
    DIFFER = "differ"
    OTHER = "other-version"
    UNREAD = "unread"
    NONE = "none"

    @property
    def sentence(self) -> str:
        """One sentence in English, to be translated where it is shown."""
        return _SENTENCES[self]


_SENTENCES = {
    Outcome.MATCH: N_("The pages match the data."),
    Outcome.DIFFER: N_("The pages differ from the data. The data counts."),
    Outcome.OTHER: N_("The pages were drawn by another version and cannot be compared. The data counts."),
    Outcome.UNREAD: N_("The pages are too large or too damaged to be compared. The data counts."),
    Outcome.NONE: N_("It came without pages."),
}


@dataclass(frozen=True)
class Wanted:
    """How pages are wanted: in one language or two (`pages.spoken`), and which copy."""

    language: str
    copy: Copy = PDF


def drawn(submission: Submission, bundle: bytes, pack: Pack, wanted: Wanted, progress: Progress = silent) -> Pages:
    """The document of a submission, with its bundle inside if it is a PDF; the same whoever draws it, and when."""
    from app.reports.submission import document

    whole = pages.spoken(partial(document, submission, pack), wanted.language)
    month = When.parse(submission.made_on)
    return pages.drawn(whole, month=month, bundle=bundle, copy=wanted.copy, progress=progress)


@dataclass(frozen=True)
class Kept:
    """A file without its bundle, and where that stood."""

    rest: bytes
    cut: Cut


def compare(
    kept: Kept, submission: Submission, bundle: bytes, quarantine: Quarantine, progress: Progress = silent
) -> Outcome:
    """Whether the pages of a file show what its bundle says; `submission` is what the bundle was read as."""
    if len(kept.rest) > MOST_PAGES_BYTES:
        return Outcome.UNREAD
    try:
        asked = (kept.rest, (kept.cut.start, kept.cut.length), submission, bundle)
        return Outcome(quarantine.read(compare_here, *asked, returns=str, progress=progress))
    except GroundworkError:
        return Outcome.UNREAD


def compare_here(rest: bytes, cut: tuple[int, int], submission: Submission, bundle: bytes) -> str:
    """The same in this process: what the guarded child is asked."""
    place = Cut(*cut)
    found = printed.look(place.blank(rest))
    if not _is_of_this_edition(found):
        return Outcome.OTHER
    spoken = (pages.BESIDE if found.beside else pages.AFTER).join(found.languages)
    again = drawn(submission, bundle, load(), Wanted(spoken, Copy(paper=found.page))).data
    own = carrier.pointer(again)
    if own is not None and own.without(again) == rest:
        return Outcome.MATCH
    return Outcome.MATCH if printed.look(again).digest == found.digest else Outcome.DIFFER


def _is_of_this_edition(found: Drawn) -> bool:
    """Whether this program would draw it: in one language of its own, or in two."""
    known = {one.code for one in languages()}
    if not 1 <= len(found.languages) <= pages.MOST_TONGUES or not set(found.languages) <= known:
        return False
    return found.edition == edition(found.languages)
