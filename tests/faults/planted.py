"""What the walks of the canaries are about: two workspaces, and records in the first that may be printed."""

from __future__ import annotations

from pathlib import Path

from tests.cli.made import done


def house(folder: Path) -> Path:
    """The workspace full of canaries."""
    return folder / "canary.groundwork"


def hub(folder: Path) -> Path:
    """The workspace of the ministry that it answers."""
    return folder / "ministry.groundwork"


def card(folder: Path) -> str:
    """The id of the policy card in the workspace, whose words are for everybody."""
    found = done("list", house(folder), "policy_card")["records"]
    if found:
        return str(found[0]["id"])
    told = {"title": "City health plan", "summary": "Everybody may see a nurse.", "language": "en"}
    return str(
        done("add", house(folder), "policy_card", *(f"--set={name}={text}" for name, text in told.items()))["id"]
    )


def practice(folder: Path) -> str:
    """The id of the practice that was approved; whom to ask and one partner did not agree to be named in it."""
    (found,) = done("list", house(folder), "practice", "--search", "advisers")["records"]
    return str(found["id"])
