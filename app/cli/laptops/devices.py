"""Commands about the laptops of an organisation: device list, rename, revoke, rotate, adopt; settle, words, recover."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli import opening, printing
from app.cli.asking import Opening, WorkspacePath
from app.cli.declaring import command
from app.cli.laptops.joining import LaptopName, NewPath
from app.cli.sending import storing
from app.cli.workspace import recovery
from app.i18n import N_, _, isolate, ngettext

if TYPE_CHECKING:
    from app.services.syncing.devices import DeviceLine, Overview

Laptop = Annotated[
    str, typer.Argument(metavar="LAPTOP", help=N_("A laptop's name, or the beginning of its digits, as listed."))
]


@dataclass(frozen=True)
class Again:
    """How a laptop begins anew."""

    laptop: LaptopName
    words_file: recovery.WordsFile = ""
    fast_key: Annotated[bool, typer.Option("--fast-key", hidden=True)] = False


@command("list", within="device", help=N_("The laptops of this organisation, with their digits."))
def listed(asked: Opening, workspace: WorkspacePath) -> None:
    """Those that were revoked come last."""
    from app.services.syncing import clocks, devices

    with opening.opened(asked, workspace) as opened:
        seen, clock = devices.overview(opened), clocks.reading(opened)
    rows = [(one.name, _standing(one), one.digits, _day(one)) for one in seen.lines]
    heads = (_("Name"), _("Standing"), _("Digits"), _("Newest work"))
    words: list[str | printing.Rows] = [printing.Rows(heads, rows), *_warnings(seen)]
    words += [clocks.words(clock)] if clock else []
    wrong = (
        {"verdict": clock.verdict.value, "minutes": clock.by_ms // 60_000, "laptop": clock.laptop} if clock else None
    )
    printing.answer(asked, {**_about(seen), "clock": wrong, "devices": [line_of(one) for one in seen.lines]}, words)


@command("rename", within="device", help=N_("Give a laptop another name."))
def rename(
    asked: Opening,
    workspace: WorkspacePath,
    laptop: Laptop,
    name: Annotated[str, typer.Argument(metavar="NAME", help=N_("The new name."))],
) -> None:
    """The others see it after the next sync."""
    from app.services.syncing import devices

    with opening.opened(asked, workspace) as opened:
        line = devices.rename(opened, devices.find(opened, laptop).fingerprint, name)
    printing.answer(asked, line_of(line), [_("The laptop is called “{name}” now.").format(name=isolate(line.name))])


@command("revoke", within="device", help=N_("Let a laptop belong no more, as when it was lost or stolen."))
def revoke(asked: Opening, workspace: WorkspacePath, laptop: Laptop) -> None:
    """What arrived of its work stays; what comes later is put aside. Sync afterwards, so that the others know."""
    from app.services.syncing import devices

    with opening.opened(asked, workspace) as opened:
        line = devices.revoke(opened, devices.find(opened, laptop).fingerprint)
    words = [
        _("“{name}” belongs no more. What it sends from now on is put aside.").format(name=isolate(line.name)),
        _("What was on it is still on it. Change the password of the place where you exchange files, too."),
    ]
    printing.answer(asked, line_of(line), words)


@command("rotate", within="device", help=N_("Make a new key for what is written from now on."))
def rotate(asked: Opening, workspace: WorkspacePath) -> None:
    """Every laptop that belongs gets it with the next sync."""
    from app.services.syncing import devices

    with opening.opened(asked, workspace) as opened:
        number = devices.rotate(opened)
    printing.answer(asked, {"epoch": number}, [_("There is a new key: number {number}.").format(number=number)])


@command(
    "adopt", within="device", help=N_("Let work of a revoked laptop count that was put aside, after looking at it.")
)
def adopt(
    asked: Opening,
    workspace: WorkspacePath,
    segments: Annotated[list[str], typer.Argument(metavar="ID", help=N_("What was put aside, by its id."))],
) -> None:
    """It is taken in with the next sync, on every laptop."""
    from app.services.syncing import devices

    with opening.opened(asked, workspace) as opened:
        count = devices.adopt(opened, segments)
    text = ngettext("{count} piece of work counts now.", "{count} pieces of work count now.", count)
    printing.answer(asked, {"adopted": count}, [text.format(count=count)])


@command("settle", within="device", help=N_("With the recovery words: let a laptop belong again that was revoked."))
def settle(asked: Opening, workspace: WorkspacePath, laptop: Laptop, words_file: recovery.WordsFile = "") -> None:
    """For when two laptops revoked each other, or a stolen one revoked all others."""
    from app.services.syncing import devices, restoring

    with opening.opened(asked, workspace) as opened:
        line = devices.find(opened, laptop)
        restoring.settle(opened, recovery.typed(words_file), line.fingerprint)
        line = devices.find(opened, line.fingerprint)
    printing.answer(asked, line_of(line), [_("“{name}” belongs again.").format(name=isolate(line.name))])


@command("words", within="device", help=N_("Change the recovery words of all laptops; the old ones are needed."))
def words(asked: Opening, workspace: WorkspacePath, words_file: recovery.WordsFile = "") -> None:
    """The new words are printed once and kept nowhere."""
    from app.services.keeping import recovering
    from app.services.syncing import restoring

    with opening.opened(asked, workspace) as opened:
        fresh = recovering.fresh(opened)
        restoring.change_words(opened, recovery.typed(words_file), fresh)
    told = [f"{number}. {word}" for number, word in enumerate(fresh.words, 1)]
    told.append(_("Write them down now: they are shown once. The old words bring nothing back any more."))
    printing.answer(asked, {"words": list(fresh.words)}, told)


@command("recover", within="device", help=N_("All laptops lost: begin anew with the recovery words and the place."))
def recover(asked: Opening, workspace: NewPath, place: storing.Fresh, again: Again) -> None:
    """Without the words nobody can do this."""
    from app.services.opening import stores
    from app.services.opening import workspace as workspaces
    from app.services.syncing import restoring

    secret = place.secret()
    new = stores.NewPlace(place.name, place.address, secret, place.region, place.host_key, place.unencrypted)
    typed = recovery.typed(again.words_file)
    wanted = restoring.Recovering(Path(workspace), opening.passphrase(asked, is_new=True), new, again.laptop)
    cost = workspaces.quick_cost() if again.fast_key else None
    opened = restoring.recover(typed, wanted, origin=opening.origin(asked), cost=cost)
    plain = {"workspace": workspace, "organisation": opened.organisation.name, "person": opened.profile.name}
    opened.close()
    told = [
        _("{organisation} is back. Sync this laptop, and the records come.").format(
            organisation=isolate(str(plain["organisation"]))
        ),
        _("The lost laptops still belong. Revoke each of them that may be in other hands."),
    ]
    printing.answer(asked, plain, told)


def _standing(one: DeviceLine) -> str:
    if one.revoked:
        return _("revoked on {day}").format(day=one.revoked)
    if one.is_me:
        return _("this laptop")
    return _("may admit others") if one.is_admin else _("belongs")


def _day(one: DeviceLine) -> str:
    return one.last_seen.date().isoformat() if one.last_seen else ""


def _warnings(seen: Overview) -> list[str]:
    told = [_("Digits of your laptops, to be compared when one joins: {digits}").format(digits=seen.digits)]
    if seen.is_deadlocked:
        told.append(_("No laptop may admit or revoke others any more. The recovery words settle this: device settle."))
    told += [_silent(one) for one in seen.lines if one.is_silent] + [
        _behind(one) for one in seen.lines if one.is_behind
    ]
    if seen.is_stale:
        told.append(_("A revoked laptop has the key that is in use. Make a new one: device rotate."))
    return told


def _silent(one: DeviceLine) -> str:
    words = _(
        "Nothing came of “{name}” for a year. Until it syncs or is revoked, no replaced words leave the places where"
        " your laptops meet."
    )
    return words.format(name=isolate(one.name))


def _behind(one: DeviceLine) -> str:
    words = _("“{name}” does not tell what it has. It may have an older Groundwork: please update it and sync.")
    return words.format(name=isolate(one.name))


def _about(seen: Overview) -> dict[str, object]:
    return {
        "digits": seen.digits,
        "may_change": seen.may_change,
        "deadlocked": seen.is_deadlocked,
        "stale": seen.is_stale,
    }


def line_of(one: DeviceLine) -> dict[str, object]:
    """A laptop as JSON tells it."""
    return {
        "device": one.fingerprint,
        "name": one.name,
        "digits": one.digits,
        "me": one.is_me,
        "admin": one.is_admin,
        "added": one.added,
        "revoked": one.revoked,
        "last_seen": one.last_seen.isoformat() if one.last_seen else None,
        "put_aside": one.put_aside,
        "silent": one.is_silent,
        "behind": one.is_behind,
    }
