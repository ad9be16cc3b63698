"""The command that exchanges changes with the organisation's other laptops over a place."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli import guarding, opening, printing
from app.cli.asking import Opening, WorkspacePath
from app.cli.declaring import command
from app.i18n import N_, _, format_date, isolate, ngettext

if TYPE_CHECKING:
    from app.services.syncing.exchanging import Fact, Learned, Standing, Told

PlaceName = Annotated[
    str,
    typer.Argument(
        metavar="PLACE", help=N_("The name of the place; not needed if there is one, or one was used last.")
    ),
]


@dataclass(frozen=True)
class How:
    """What a sync may do."""

    allow_deletions: Annotated[
        bool, typer.Option("--allow-deletions", help=N_("Go on although most records would go to the trash."))
    ] = False
    status: Annotated[
        bool, typer.Option("--status", help=N_("Only tell what is unsent and what waits; no place is asked."))
    ] = False


@command("sync", help=N_("Exchange changes with your other laptops over a place."))
def sync(asked: Opening, workspace: WorkspacePath, how: How, place: PlaceName = "") -> int:
    """Stopped anywhere, the next sync goes on there. Status 3 if something waits or was put aside: each is listed."""
    from app.services.syncing import exchanging

    with opening.opened(asked, workspace) as opened:
        if how.status:
            found = exchanging.standing(opened)
            printing.answer(asked, _plain(found), _standing(found))
            return _status(found)
        where = exchanging.chosen(opened, place)
        with printing.progress(asked, _("Exchanging changes")) as progress:
            learned = exchanging.sync_now(opened, where, progress, allow_deletions=how.allow_deletions)
    printing.answer(asked, _whole(learned), _told(learned))
    return _status(learned.standing)


def _status(found: Standing) -> int:
    return guarding.HELD_BACK if found.waiting or found.quarantined or found.late else guarding.DONE


def _told(learned: Learned) -> list[str | printing.Rows]:
    sent, came = learned.sent.segments, learned.received
    words: list[str | printing.Rows] = [
        ngettext("{count} file of changes was sent.", "{count} files of changes were sent.", sent).format(count=sent),
        ngettext("{count} file of changes came.", "{count} files of changes came.", came).format(count=came),
    ]
    if learned.new_writer:
        words.append(_("This workspace was copied or brought back, so it goes on under a name of its own."))
    if learned.facts:
        heads = (_("Laptop"), _("Kind"), _("What happened"), _("Count"))
        words.append(printing.Rows(heads, [_row(one) for one in learned.facts]))
    return [*words, *_standing(learned.standing)]


def _row(fact: Fact) -> tuple[object, ...]:
    deeds = {"new": _("new"), "changed": _("changed"), "deleted": _("deleted")}
    return fact.laptop, fact.kind, deeds.get(fact.deed, fact.deed), fact.count


def _standing(found: Standing) -> list[str | printing.Rows]:
    words: list[str | printing.Rows] = []
    if found.last is None:
        words.append(_("This workspace was never synced."))
    else:
        told = _("Last sync: {day}, with “{place}”.")
        words.append(told.format(day=format_date(found.last.date()), place=isolate(found.place)))
    unsent = ngettext("{count} change is not sent yet.", "{count} changes are not sent yet.", found.unsent)
    words.append(unsent.format(count=found.unsent))
    words += [_("Waits: {reason}").format(reason=_(one.words)) for one in found.waiting]
    words += [_("Put aside: {reason}").format(reason=_(one.words)) for one in found.quarantined]
    if found.vanished:
        lost = ngettext(
            "{count} file of changes had vanished from the place. It was put there again.",
            "{count} files of changes had vanished from the place. They were put there again.",
            found.vanished,
        )
        words.append(lost.format(count=found.vanished))
    words += [_("Not whole for a week: {name}").format(name=isolate(one)) for one in found.late]
    return words


def _whole(learned: Learned) -> dict[str, object]:
    return {
        "place": learned.place,
        "sent": {name: count for name, count in asdict(learned.sent).items() if name not in ("size", "again")},
        "received": learned.received,
        "learned": [asdict(one) for one in learned.facts],
        "new_writer": learned.new_writer,
        **_plain(learned.standing),
    }


def _plain(found: Standing) -> dict[str, object]:
    return {
        "last_sync": found.last.isoformat() if found.last else None,
        "last_place": found.place,
        "unsent": found.unsent,
        "waiting": [_one(one) for one in found.waiting],
        "quarantined": [_one(one) for one in found.quarantined],
        "not_whole": list(found.late),
        "vanished": found.vanished,
    }


def _one(told: Told) -> dict[str, object]:
    plain = {**asdict(told), "since": told.since.isoformat()}
    return {**plain, "words": _(told.words)}
