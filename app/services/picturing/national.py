"""The national picture: every figure a pure function of the submissions that count, for one period and audience.

It is made of what is kept of each organisation, and says what all files say (`merging.merged`). Two coordinators with
the same files and decisions get the same bytes; order, repetition and clocks do not enter.
"""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from app.compact import Pack
from app.domain.periods import earlier
from app.domain.picture.editions import Arranged, Edition
from app.domain.shared import (
    Audience,
    Picture,
)
from app.domain.terms import Period
from app.domain.wording import Wording
from app.privacy.beside import Reader
from app.progress import Progress, silent
from app.services import pages
from app.services.opening.workspace import Workspace
from app.services.pages import PDF, Copy, Pages
from app.services.picturing import messages, outlining
from app.services.picturing.listing import HELD, figures_alone, listed
from app.services.picturing.merging import merged
from app.services.picturing.reading import PictureChangedError
from app.services.submitting import calls, published
from app.services.submitting.published import EVERYBODY
from app.storage import exchange
from app.sync.picture_text import as_plain, canonical

if TYPE_CHECKING:
    from app.reports.national_charts import Charted

__all__ = ["Charted", "as_plain", "canonical", "charts", "drawn", "edition", "keep", "merged", "picture", "tabled"]


def picture(
    workspace: Workspace,
    period: Period,
    audience: Audience = Audience.COORDINATOR,
    progress: Progress = silent,
    *,
    held: int = HELD,
) -> Picture:
    """What all counted submissions of the period say, merged; what is not counted is listed with its reason.

    Only the files of organisations are read of which something changed; it is the picture of all files all the same.
    Of more than `held` entries none is in memory: its lists are read by whoever walks through them.
    """
    while True:
        try:
            return listed(*outlining.whole(workspace, period, audience, progress), held)
        except PictureChangedError:
            continue


def edition(
    workspace: Workspace, shown: Picture, arranged: Arranged = Arranged.OBJECTIVES, progress: Progress = silent
) -> Edition:
    """A picture beside that of the period before, where anybody told of that one, and what was asked for in it."""
    past, asked = earlier(shown.period), _asked(workspace, shown.period)
    with workspace.reading() as session:
        told = exchange.periods(session)
    if not any(past.covers(Period.parse(one)) for one in told):
        return Edition(shown, arranged, asked=asked)
    before = picture(workspace, past, shown.audience, progress)
    return Edition(shown, arranged, before if before.counted else None, asked)


def _asked(workspace: Workspace, period: Period) -> tuple[str, ...]:
    """The indicators that own calls ask for, the newest version of each, in this period."""
    own = [one for one in calls.open_(workspace) if one.signing in workspace.keys.ours and period.covers(one.period)]
    return tuple(dict.fromkeys(code for one in own for code in one.indicators))


def drawn(
    workspace: Workspace, shown: Picture | Edition, language: str = "", *, copy: Copy = PDF, progress: Progress = silent
) -> Pages:
    """The national report of a picture as pages, in one language or in two; from now on its numbers are known."""
    from app.reports.national import document

    author = workspace.organisation.name
    edition, found = figures_alone(Edition.of(shown)), Edition.of(shown).picture
    whole = pages.spoken(partial(document, edition, workspace.pack, author=author), language or workspace.language)
    keep(workspace, found)
    return pages.drawn(whole, month=found.period.end, copy=copy, progress=progress)


def charts(shown: Picture, pack: Pack) -> tuple[Charted, ...]:
    """What the report of a picture shows at a glance, as the window writes it, and from what each row is made."""
    from app.reports.national_charts import charts as told

    return tuple(told(shown, Wording.here(pack)))


def tabled(workspace: Workspace, shown: Picture | Edition, language: str = "") -> bytes:
    """The workbook of a picture (XLSX); from now on its numbers are known."""
    from app.reports.workbook import national

    keep(workspace, Edition.of(shown).picture)
    return national(shown, workspace.pack, language or workspace.language)


def keep(workspace: Workspace, shown: Picture) -> None:
    """From now on the numbers of this picture are known."""
    told = ((one.organisation.id, one.entry) for one in shown.activities)
    heard = (
        (EVERYBODY, messages.total(kind, view.objective, count))
        for view in shown.objectives
        for kind, count in view.feedback
    )
    published.keep(workspace, Reader(shown.period, shown.audience, shown.threshold), chain(told, heard))
