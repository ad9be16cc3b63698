"""A space is founded with the recovery words, and its root lies on no disk afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.services.keeping import recovering
from app.services.opening.people import NotAllowedError, Profile
from app.services.syncing import spaces
from app.storage import key_entries, values
from app.sync.space.membership import Standing
from app.vault import recovery
from app.vault.space_root import root_of
from tests.making import make_workspace, work_as


def test_founding_makes_the_words_and_this_laptop_the_first_member(tmp_path: Path) -> None:
    workspace = make_workspace(tmp_path)
    with workspace.reading() as session:
        assert spaces.load(session) is None
        with pytest.raises(spaces.NoSpaceError):
            spaces.loaded(session)
    founded = spaces.found(workspace, "Samira's  laptop")
    with workspace.reading() as session:
        space = spaces.loaded(session)
        writer = values.get(session, "writer")
        kept = b"".join(key_entries.every(session).values())
        everything = str(values.get(session, "space"))
    assert space == founded.space
    me = space.me
    assert me is not None and me.is_admin and me.writers == (writer,)
    assert spaces.name_of(me.about, space) == "Samira's laptop"
    assert b"Samira" not in kept
    assert space.current is not None and space.opener([space.current.fingerprint]) is not None
    standing = space.membership.standing(space.device.public.signing, writer=writer, seq=1, segment="0" * 64)
    assert standing is Standing.ACCEPTED

    seed = recovery.seed_of(" ".join(founded.words))
    root = root_of(seed)
    assert space.membership.root == root.public
    assert set(spaces.opened(space.membership.epochs, root)) == set(space.epochs), "the words open the epoch"
    assert root.signing.hex() not in everything and seed.hex() not in everything
    with pytest.raises(spaces.SpaceExistsError):
        spaces.found(workspace, "Again")


def test_words_on_paper_are_asked_for_and_never_made_void(tmp_path: Path) -> None:
    workspace = make_workspace(tmp_path)
    made = recovering.fresh(workspace)
    recovering.keep(workspace, made)
    with pytest.raises(spaces.WordsNeededError):
        spaces.found(workspace, "First")
    with pytest.raises(recovering.WordsError):
        spaces.found(workspace, "First", "abandon " * 23 + "abandon")
    founded = spaces.found(workspace, "First", " ".join(made.words))
    assert founded.words == ()
    assert founded.space.membership.root == root_of(made.seed).public


def test_only_who_manages_the_team_founds(tmp_path: Path) -> None:
    workspace = make_workspace(tmp_path)
    work_as(workspace, Profile("b" * 16, "Amina", "editor"))
    with pytest.raises(NotAllowedError):
        spaces.found(workspace, "First")
