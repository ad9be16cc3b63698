"""Commands about the 23 objectives: find them by everyday words, choose them."""

from __future__ import annotations

from typing import Annotated

import typer

from app import i18n
from app.cli import opening, printing
from app.cli.asking import Asked, Opening, WorkspacePath
from app.cli.declaring import command
from app.i18n import N_, _


@command("objectives", help=N_("Find objectives by everyday words, in any of the six languages."))
def objectives(
    asked: Asked,
    words: Annotated[list[str] | None, typer.Argument(metavar="WORDS", help=N_("What you do, in your words."))] = None,
) -> None:
    """Without words all of them; with words the likeliest first."""
    from app.compact import load
    from app.services.records.objectives import search

    pack, language = load(), i18n.language()
    typed = " ".join(words or [])
    matches = {one.objective.number: one for one in search(typed, pack=pack)} if typed else {}
    found = [one.objective for one in matches.values()] if typed else list(pack.objectives)
    plain = [
        {
            "objective": one.number,
            "name": one.name(language),
            "plain": one.plain(language),
            "strength": matches[one.number].strength if typed else "",
            "matched": list(matches[one.number].matched) if typed else [],
        }
        for one in found
    ]
    rows = [(one.number, one.name(language), one.plain(language)) for one in found]
    nothing = [_("No objective fits these words. Try others, or one word alone.")]
    table = [printing.Rows((_("Number"), _("Objective"), _("What it is about")), rows)]
    printing.answer(asked, {"objectives": plain}, table if rows else nothing)


@command("choose", help=N_("Choose objectives, or take a choice back."))
def choose(
    asked: Opening,
    workspace: WorkspacePath,
    numbers: Annotated[list[int], typer.Argument(metavar="NUMBER", help=N_("Numbers of objectives."))],
    priority: Annotated[
        int | None, typer.Option("--priority", min=0, max=3, help=N_("1 to 3 for a main one, 0 for none."))
    ] = None,
    remove: Annotated[bool, typer.Option("--remove", help=N_("Take the choice back."))] = False,
) -> None:
    """All of them in one transaction; what is chosen now is answered."""
    from app.services.records import objectives as services

    with opening.opened(asked, workspace) as opened:
        for number in numbers:
            if not opened.pack.objective(number).known:
                raise typer.BadParameter(_("There is no objective {number}.").format(number=number))
        services.choose(opened, numbers, chosen=not remove, priority=priority)
        chosen = services.choices(opened)
        named = [(one.objective or 0, one.priority or 0) for one in chosen]
        rows = [(number, rank or "", opened.pack.objective(number).name(i18n.language())) for number, rank in named]
    plain = [{"objective": number, "priority": rank or 0, "name": name} for number, rank, name in rows]
    table = printing.Rows((_("Number"), _("Priority"), _("Objective")), rows)
    printing.answer(asked, {"chosen": plain}, [_("Chosen now:"), table] if rows else [_("No objective is chosen.")])
