"""Where a person was when the window closed: page, open record, filter, folds; inside the workspace, by profile."""

from __future__ import annotations

from collections.abc import Mapping

from app.services.opening.workspace import Workspace
from app.storage import values

Plain = str | int | bool | None


def remember(workspace: Workspace, state: Mapping[str, object]) -> None:
    """Keep the page in sight and what each page said of itself, as far as it is plain; no notice follows."""
    told = state.get("pages")
    pages = told if isinstance(told, dict) else {}
    kept = {
        "page": str(state.get("page") or ""),
        "folded": str(state.get("folded") or ""),
        "pages": {str(name): _plain(about) for name, about in pages.items() if isinstance(about, dict)},
    }
    with workspace.noting() as session:
        values.put(session, _name(workspace), kept)


def remembered(workspace: Workspace) -> dict[str, object]:
    """What `remember` kept for the person at the keyboard; empty before that."""
    with workspace.reading() as session:
        kept = values.get(session, _name(workspace))
    return kept if isinstance(kept, dict) else {}


def _name(workspace: Workspace) -> str:
    return f"sitting {workspace.profile.id}"  # its first name, under which workspaces keep it


def _plain(about: Mapping[object, object]) -> dict[str, Plain]:
    return {str(name): value for name, value in about.items() if isinstance(value, (str, int, bool)) or value is None}
