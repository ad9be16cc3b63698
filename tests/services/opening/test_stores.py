"""Places are tried before they are kept, and their secrets stay inside the workspace."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.roles import EDITOR
from app.services.opening import stores
from app.services.opening.people import NotAllowedError, Profile
from app.services.opening.stores import NewPlace
from app.sync.stores.failures import StoreNotThereError, StoreUnreachableError
from tests.making import make_workspace, work_as
from tests.stores.servers import free_port


def test_a_place_that_works_is_kept_found_tried_again_and_forgotten(tmp_path: Path) -> None:
    opened = make_workspace(tmp_path)
    (tmp_path / "stick").mkdir()
    made = stores.add(opened, NewPlace("  My   stick ", str(tmp_path / "stick")))
    assert (made.name, made.kind, made.abilities is not None) == ("My stick", stores.Kind.FOLDER, True)
    assert stores.every(opened) == (made,) == (stores.find(opened, "my STICK"),)
    assert not [path for path in (tmp_path / "stick").rglob("*") if path.is_file()]
    for name, wrong in (("my stick", stores.PlaceNameTakenError), (" ", stores.PlaceNameMissingError)):
        with pytest.raises(wrong):
            stores.add(opened, NewPlace(name, str(tmp_path / "stick")))
    (tmp_path / "stick").rename(tmp_path / "pulled out")
    with pytest.raises(StoreNotThereError):
        stores.probe(opened, "My stick")
    stores.remove(opened, "My stick")
    assert stores.every(opened) == ()
    with pytest.raises(stores.PlaceMissingError):
        stores.find(opened, "My stick")
    opened.close()


def test_a_place_that_does_not_answer_is_not_kept_unless_untried_and_no_secret_is_shown(tmp_path: Path) -> None:
    opened = make_workspace(tmp_path)
    fresh = NewPlace("Cloud", f"webdav://ann@127.0.0.1:{free_port()}/x", "geheim")
    with pytest.raises(stores.PlaceSecretMissingError):
        stores.add(opened, NewPlace("Cloud", fresh.address))
    with pytest.raises(StoreUnreachableError) as failed:
        stores.add(opened, fresh)
    assert "geheim" not in f"{failed.value!r} {failed.value.sentence()} {failed.value.detail} {fresh!r}"
    assert stores.every(opened) == ()
    kept = stores.add(opened, fresh, untried=True)
    assert kept.abilities is None and "geheim" not in repr(kept)
    with pytest.raises(StoreUnreachableError):
        stores.add(opened, NewPlace("Far", f"sftp://ann@127.0.0.1:{free_port()}/x", "geheim"))
    work_as(opened, Profile("5a3c0d1e2f405162", "Editor", EDITOR))
    for verb in (lambda: stores.remove(opened, "Cloud"), lambda: stores.add(opened, fresh)):
        with pytest.raises(NotAllowedError):
            verb()
    opened.close()
    assert b"geheim" not in b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
