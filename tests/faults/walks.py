"""Every command there is: those whose answers and files may come before other eyes, and those that tell one's own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from app.domain.terms import Period
from app.services.canaries import planting
from app.services.syncing import joining
from tests.cli.made import done
from tests.faults.planted import card, house, hub, practice


def sent(folder: Path) -> str:
    """The id of what was sent."""
    return str(done("sent", house(folder))["items"][0]["id"])


def shelved(folder: Path) -> str:
    """The id of the practice that the ministry took."""
    return str(done("practices", "list", hub(folder))["practices"][0]["id"])


def words_of(folder: Path) -> Path:
    """A file with fresh recovery words of the house."""
    path = folder / "typed.txt"
    path.write_text(" ".join(done("recovery", "words", house(folder))["words"]))
    return path


def admitting(folder: Path) -> tuple[str, ...]:
    """What is said of the laptop whose request lies there, after its digits were compared."""
    return ("--name", "Field", "--digits", joining.digits((folder / "request.gwb").read_bytes()))


def folder(at: Path, name: str) -> Path:
    """An empty folder."""
    (at / name).mkdir(exist_ok=True)
    return at / name


def joined(folder: Path) -> Path:
    """The new laptop, after it took its welcome."""
    shown = done("device", "list", house(folder))["digits"]
    done("device", "join", folder / "new.groundwork", folder / "welcome.gwb", "--digits", shown)
    return folder / "new.groundwork"


Words = Callable[[Path], tuple[object, ...]]


IN = Period.parse(planting.PERIOD)
_IN = ("--period", planting.PERIOD)
_BOTH, _ALSO = ("--languages", "en,ar"), ("--also", "docx,html")
WALKS: tuple[tuple[str, Words], ...] = (
    ("call make", lambda at: (hub(at), *_IN, "--to", at / "call.gwb")),
    ("call take", lambda at: (house(at), at / "call.gwb")),
    ("submit", lambda at: (house(at), "--to", at / "sent.pdf", "--bundle", at / "sent.gwb", *_BOTH, *_ALSO)),
    ("sent", lambda at: (house(at),)),
    *(
        ("sent", partial(lambda at, form: (house(at), "--id", sent(at), "--to", at / f"again.{form}"), form=form))
        for form in ("docx", "html")
    ),
    ("threshold", lambda at: (house(at),)),
    ("names count", lambda at: (house(at),)),
    ("unlock-test", lambda at: (house(at),)),
    ("check", lambda at: (house(at),)),
    ("imports", lambda at: (house(at),)),
    ("erased", lambda at: (house(at),)),
    ("inspect", lambda at: (at / "sent.pdf", at / "sent.ar.pdf", at / "sent.gwb", at / "call.gwb")),
    ("receive", lambda at: (hub(at), at / "sent.pdf")),
    ("store add", lambda at: (house(at), "shared folder", at / "place")),
    ("store add", lambda at: (hub(at), "theirs", at / "place")),
    ("store list", lambda at: (house(at),)),
    ("store probe", lambda at: (house(at), "shared folder")),
    ("store password", lambda at: (house(at), "shared folder")),
    ("send", lambda at: (house(at), sent(at), "--to", "shared folder")),
    ("send", lambda at: (house(at), sent(at), "--to", "shared folder", "--as", "pdf", "--in", "ar")),
    ("receive", lambda at: (hub(at), "--from", "theirs")),
    ("store remove", lambda at: (house(at), "shared folder")),
    ("inbox", lambda at: (hub(at),)),
    ("compare", lambda at: (hub(at),)),
    ("call list", lambda at: (hub(at),)),
    ("call periods", lambda at: (hub(at),)),
    ("trust", lambda at: (hub(at), "Canary House")),
    ("decide", lambda at: (hub(at), "accept-all")),
    ("duplicates", lambda at: (hub(at),)),
    ("receipts", lambda at: (hub(at), "--to", at / "back")),
    ("receipt take", lambda at: (house(at), next((at / "back").glob("*.gwb")))),
    ("receipt list", lambda at: (house(at),)),
    ("picture", lambda at: (hub(at), *_IN)),
    ("picture", lambda at: (hub(at), *_IN, "--from-what", "all")),
    ("forward", lambda at: (hub(at), *_IN, "--to", at / "forward.gwb")),
    *(
        ("report", partial(lambda at, form: (hub(at), *_IN, "--to", at / f"report.{form}"), form=form))
        for form in ("pdf", "docx", "html")
    ),
    ("report", lambda at: (hub(at), *_IN, "--to", at / "report.xlsx", "--audience", "public")),
    ("export", lambda at: (hub(at), *_IN, "--as", "xlsx", "--to", at / "all.xlsx")),
    *(
        (
            "export",
            partial(
                lambda at, who, form, name: (
                    *(house(at), *_IN, "--as", form, "--to", at / f"{who}-{name}", "--audience", who),
                ),
                who=who,
                form=form,
                name=name,
            ),
        )
        for who in ("coordinator", "peers", "public")
        for form, name in (
            *(("csv", "table.csv"), ("xlsx", "table.xlsx"), ("datapackage", "package.zip")),
            *(("3w", "3w.csv"), ("3w", "3w.xlsx")),
        )
    ),
    ("export", lambda at: (house(at), *_IN, "--as", "iati", "--to", at / "iati.xml", "--iati-id", "KE-REG-1")),
    ("loop-kit", lambda at: (house(at), "--to", at / "kit", "--languages", "en", "--accept-findings")),
    ("policy-card", lambda at: (house(at), card(at), "--to", at / "card.pdf", *_BOTH)),
    ("print sheet", lambda at: (house(at), practice(at), "--to", at / "sheet.pdf", "--accept-findings")),
    ("practices give", lambda at: (house(at), "--to", at / "practices.gwb", "--accept-findings")),
    ("practices take", lambda at: (hub(at), at / "practices.gwb", "--yes")),
    ("practices list", lambda at: (hub(at),)),
    ("practices show", lambda at: (hub(at), shelved(at))),
    ("print brief", lambda at: (hub(at), *_IN, "--to", at / "picture-brief.pdf")),
    ("print brief", lambda at: (house(at), *_IN, "--to", at / "brief.pdf")),
    ("print brief", lambda at: (house(at), *_IN, "--to", at / "near.pdf", "--audience", "coordinator")),
    *(
        (
            "print stakeholder",
            partial(lambda at, to: (house(at), "--mechanism", "UPR", *_IN, "--to", at / to), to=f"upr.{form}"),
        )
        for form in ("pdf", "docx", "html")
    ),
    ("print stakeholder", lambda at: (hub(at), "--mechanism", "CMW", *_IN, "--to", at / "cmw.pdf")),
    ("backup", lambda at: (house(at), "--to", at / "backups")),
    ("verify", lambda at: (next((at / "backups").rglob("*.gwbackup")),)),
    ("recovery words", lambda at: (house(at), "--to", at / "words.pdf")),
    ("recovery cards", lambda at: (house(at), "--to", at / "cards")),
    ("device found", lambda at: (house(at), "--name", "Office", "--words-file", words_of(at))),
    ("device request", lambda at: (at / "new.groundwork", "--to", at / "request.gwb", "--fast-key")),
    ("device admit", lambda at: (house(at), at / "request.gwb", "--to", at / "welcome.gwb", *admitting(at))),
    ("device list", lambda at: (joined(at),)),
    ("store add", lambda at: (house(at), "meeting", folder(at, "meeting"))),
    ("store add", lambda at: (at / "new.groundwork", "meeting", at / "meeting")),
    ("sync", lambda at: (house(at), "meeting")),
    ("sync", lambda at: (at / "new.groundwork",)),
    ("sync", lambda at: (house(at), "--status")),
    ("device rename", lambda at: (house(at), "Field", "Van")),
    ("device demote", lambda at: (house(at), "Van")),
    ("device promote", lambda at: (house(at), "Van")),
    ("device clean-up", lambda at: (house(at), "24")),
    ("device rotate", lambda at: (house(at),)),
    ("device revoke", lambda at: (house(at), "Van")),
    ("device settle", lambda at: (house(at), "Office", "--words-file", at / "typed.txt")),
    ("device words", lambda at: (house(at), "--words-file", at / "typed.txt")),
    ("retention show", lambda at: (house(at),)),
    ("authority-answer", lambda at: (house(at), "--about", "about_persons")),
    ("rekey", lambda at: (house(at), "--fast-key", "--signing")),
    ("key change", lambda at: (house(at),)),
)
"""Commands whose answer or file may come before other eyes, in the order of a job, and the words that follow them."""
OWN_SCREEN = {
    **dict.fromkeys(("show", "history", "list", "conflicts", "checklist", "review"), "one's own records, to read them"),
    **dict.fromkeys(("add", "edit", "trash", "restore", "revert", "resolve", "attach", "choose"), "one's own writing"),
    "erase": "that something was erased",
    "move": "names of tables and numbers of rows; what the server then holds is told as open to who runs it",
    **dict.fromkeys(
        ("profile list", "profile add", "profile role", "profile remove"), "names of colleagues, to keepers"
    ),
    **dict.fromkeys(("passphrase", "recovery rehearse", "recovery open", "new"), "the key and its owner's name"),
    **dict.fromkeys(("names keep", "names forget"), "numbers alone, as names count"),
    **dict.fromkeys(("slip give", "slip check"), "the answer for whoever holds the slip"),
    **dict.fromkeys(("demo", "bench", "canary"), "made-up data"),
    **dict.fromkeys(("envelope key", "envelope set"), "the key of an office"),
    **dict.fromkeys(("envelope tell", "envelope open"), "what an office is told, to who tells it and to that office"),
    **dict.fromkeys(("device join", "device recover"), "one's own name and organisation"),
    "device adopt": "how many",
    **dict.fromkeys(("form", "print form"), "a blank form"),
    **dict.fromkeys(("sheet list", "sheet take-back"), "numbers of paper, and who typed it in, to colleagues"),
    **dict.fromkeys(
        ("attached", "received where", "received keep-in", "received check", "received save", "received bring-back"),
        "what others sent, to whoever received it",
    ),
    "receipt heard": "digits that a coordinator said",
    "receipt fates": "one's own records as they were sent, to read them",
    **dict.fromkeys(("call revise", "call withdraw"), "what a coordinator asks, as call make"),
    **dict.fromkeys(("pack make", "pack take", "pack list", "pack remove"), "reference packs"),
    **dict.fromkeys(("places add", "places find", "places list", "places remove"), "one's own list of places"),
    "undo-import": "how many",
    "help": "the manual",
    **dict.fromkeys(("retention keep", "retention erase"), "names of kinds and numbers alone, as retention show"),
    "approve": "that it was approved",
    "import": "the rows of somebody's own file",
    **dict.fromkeys(("objectives", "print explainer"), "the reference pack"),
}
"""Commands that tell an organisation of itself on its own screen, or nothing of it at all."""
