"""The command about activities that several organisations tell of: what is proposed and why, and the answers to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli import inputs, opening, printing
from app.cli.asking import Opening, WorkspacePath
from app.cli.declaring import command
from app.i18n import N_, _, isolate, language, ngettext

if TYPE_CHECKING:
    from app.domain.shared import Told
    from app.domain.wording import Wording
    from app.services.picturing.duplicates import Found, Proposal

_ANSWERS = {"link": "same", "unlink": "open", "not-same": "not-same"}
_SAID = {
    "link": N_("Linked: “{one}” and “{other}” count as one activity. Both stay as they were told."),
    "unlink": N_("“{one}” and “{other}” are apart again, as if nobody had answered."),
    "not-same": N_("“{one}” and “{other}” are two activities. They are not proposed again."),
}


@dataclass(frozen=True)
class Pairing:
    """Which answer about which two entries; without one, what is proposed is listed."""

    given: Annotated[
        str, typer.Argument(metavar="[link|unlink|not-same]", help=N_("An answer; else what is proposed is listed."))
    ] = ""
    one: Annotated[str, typer.Argument(metavar="[A]", help=N_("An activity: its id or the beginning of it."))] = ""
    other: Annotated[str, typer.Argument(metavar="[B]", help=N_("The other one."))] = ""
    period: Annotated[
        str, typer.Option("--period", metavar="P", help=N_("Whole months: 2026-07..2026-09; else everything."))
    ] = ""
    waiting: Annotated[
        bool, typer.Option("--waiting", help=N_("Also what is in files that nobody has decided about."))
    ] = False


@command("duplicates", help=N_("List activities that several organisations seem to tell of, with reasons; or answer."))
def duplicates(asked: Opening, workspace: WorkspacePath, asking: Pairing) -> None:
    """Nothing is linked by itself but what has a shared number; every answer is kept and can be taken back."""
    if asking.given:
        _answer(asked, workspace, asking)
        return
    from app.domain.wording import Wording
    from app.services.picturing import duplicates

    wanted = inputs.period(asking.period) if asking.period else None
    with opening.opened(asked, workspace) as opened, printing.progress(asked, _("Comparing")) as progress:
        found = duplicates.look(opened, wanted, progress, waiting=asking.waiting)
        wording = Wording.of(language(), opened.pack)
    printing.answer(asked, _plain(found, wording), _words(found, wording))


def _answer(asked: Opening, workspace: WorkspacePath, asking: Pairing) -> None:
    from app.services.picturing import duplicates

    if asking.given not in _ANSWERS or not asking.one or not asking.other:
        raise typer.BadParameter(_("Say link, unlink or not-same, and name two activities."))
    with opening.opened(asked, workspace) as opened:
        one, other = (duplicates.find(opened, words, waiting=asking.waiting) for words in (asking.one, asking.other))
        before = duplicates.answer(opened, one.identity, other.identity, duplicates.Answer(_ANSWERS[asking.given]))
    said = _(_SAID[asking.given]).format(one=isolate(_title(one)), other=isolate(_title(other)))
    plain = {"one": _side(one), "other": _side(other), "answer": _ANSWERS[asking.given], "before": before.value}
    printing.answer(asked, plain, [said])


def _plain(found: Found, wording: Wording) -> dict[str, object]:
    from app.services.picturing import duplicates, reasons

    return {
        "proposed": [
            {
                "one": _side(each.one),
                "other": _side(each.other),
                "points": each.points,
                "likely": each.is_likely,
                "waiting": bool(found.waiting.intersection(each.pair)),
                "reasons": list(reasons.sentences(each, wording)),
                "effect": reasons.effect((each.one, each.other), wording),
            }
            for each in found.proposed
        ],
        "more": found.more,
        "once": [[_side(one) for one in group] for group in found.groups],
        "not_same": [[_side(one), _side(other)] for one, other in found.answered(duplicates.Answer.NOT_SAME)],
    }


def _words(found: Found, wording: Wording) -> list[str | printing.Rows]:
    if not found.proposed and not found.groups:
        return [_("No activity seems to be told of by two organisations.")]
    words: list[str | printing.Rows] = []
    if count := len(found.proposed):
        told = ngettext(
            "{count} pair is probably one activity. Nothing is linked until you say so:",
            "{count} pairs are probably one activity. Nothing is linked until you say so:",
            count,
        )
        rows = [row for each in found.proposed for row in _proposal(each, wording)]
        words += [told.format(count=count), printing.Rows((_("Activity"), _("Organisation"), _("Reasons")), rows)]
        if found.more:
            more = ngettext("{count} pair more comes after these.", "{count} pairs more come after these.", found.more)
            words.append(more.format(count=found.more))
    if found.groups:
        pairs = [(_named(one), one.organisation.name) for group in found.groups for one in group]
        words += [_("Counted once:"), printing.Rows((_("Activity"), _("Organisation")), pairs)]
    return words


def _proposal(each: Proposal, wording: Wording) -> list[tuple[str, str, str]]:
    from app.services.picturing import reasons

    why = wording.say.sentences(reasons.sentences(each, wording))
    effect = reasons.effect((each.one, each.other), wording)
    return [
        (_named(each.one), each.one.organisation.name, why),
        (_named(each.other), each.other.organisation.name, effect),
    ]


def _named(told: Told) -> str:
    return f"{told.entry.id[:14]} {_title(told)}"


def _title(told: Told) -> str:
    return str(getattr(told.entry, "title", "")) or _("Without a title")


def _side(told: Told) -> dict[str, object]:
    return {
        "organisation": told.organisation.id,
        "name": told.organisation.name,
        "entry": told.entry.id,
        "title": str(getattr(told.entry, "title", "")),
    }
