"""The shared laptop: whose passphrase opens is who works, each with a private area that nobody else opens."""

from __future__ import annotations

import base64
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pytest

from app.domain.filling import filled
from app.domain.records import FOCAL_POINT, WRITER, Activity, Record, SensitiveNote, flat
from app.domain.records.fields import Shape, declare
from app.domain.roles import Verb, may
from app.domain.shared import Call
from app.domain.terms import Period
from app.services.keeping import team
from app.services.opening import workspace
from app.services.opening.people import NotAllowedError, ProfileGoneError
from app.services.opening.workspace import Organisation, Workspace
from app.services.records import areas, recording, versions
from app.services.submitting.calls import make as make_call
from app.storage import database, operations
from app.vault import sealing, slot_file, slots
from app.vault.cost import Cost
from app.vault.sealing import SealedForOthersError
from app.vault.slots import PassphraseTakenError, WrongPassphraseError
from tests.making import PASSPHRASE, copy_of, log_activity, make_workspace

FLOOR = Cost.floor()
AMINA, BORIS = "four lemons in a boat", "a quiet hill of snow"
SECRET = "the brother waits behind the mill"


@dataclass(frozen=True)
class Note(Record):
    KIND: ClassVar[str] = "private_note"
    SEALED_FOR: ClassVar[str] = WRITER

    text: str = declare(Shape.LONG_TEXT, "Text")


def as_(opened: Workspace, passphrase: str) -> Workspace:
    """Hand the laptop over."""
    opened.close()
    return workspace.open_existing(opened.path, passphrase)


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """The founder's workspace with a reviewer, Amina, and an editor, Boris."""
    own = make_workspace(tmp_path_factory.mktemp("shared"))
    team.add(own, "Amina", "reviewer", passphrase=AMINA, cost=FLOOR)
    team.add(own, "Boris", "editor", passphrase=BORIS, cost=FLOOR)
    own.close()
    return own.path


@pytest.fixture
def shared(made: Path, tmp_path: Path) -> Workspace:
    """The founder opened it."""
    return copy_of(made, tmp_path)


def test_whoever_has_the_passphrase_works_and_the_files_name_nobody(shared: Workspace) -> None:
    assert [(one.name, one.role) for one in team.profiles(shared)] == [
        ("Samira B.", "keeper"),
        ("Amina", "reviewer"),
        ("Boris", "editor"),
    ]
    for passphrase, name in ((AMINA, "Amina"), (BORIS, "Boris"), (PASSPHRASE, "Samira B.")):
        shared = as_(shared, passphrase)
        assert shared.profile.name == name
        assert versions.history(shared, log_activity(shared))[0].by == shared.profile.id
    shared.close()
    for file in shared.path.parent.iterdir():
        for one in shared.team.everybody:
            assert one.name.encode() not in file.read_bytes()
            assert one.id.encode() not in file.read_bytes()


def test_a_private_note_stays_closed_to_everybody_else_with_the_key_of_the_file(shared: Workspace) -> None:
    shared = as_(shared, AMINA)
    note = recording.new(shared, Note, text=SECRET)
    recording.keep(shared, note)
    assert recording.save(shared, note).changed
    changed = filled(recording.open_draft(shared, Note, note.record.id), {"text": SECRET + " today"})
    recording.save(shared, changed)
    recording.keep(shared, filled(changed, {"text": SECRET + " tomorrow"}))
    assert recording.open_draft(shared, Note, note.record.id).record.text == SECRET + " today"
    assert versions.history(shared, note.record.id)[1].changes == {"text": (SECRET, SECRET + " today")}
    amina = shared.profile.id

    for passphrase in (BORIS, PASSPHRASE):
        shared = as_(shared, passphrase)
        with pytest.raises(areas.AreaClosedError):
            recording.open_draft(shared, Note, note.record.id)
        assert recording.kept_drafts(shared) == ()
        assert all(version.changes == {} for version in versions.history(shared, note.record.id))
        with shared.reading() as session:
            held = operations.of_record(session, note.record.id)
            texts = everything_written(session)
        assert {tuple(sorted(one.fields)) for one in held} == {("owner", "sealed")}
        assert {one.fields["owner"] for one in held} == {amina}
        with pytest.raises(SealedForOthersError):
            sealing.open_sealed(_age(held[0].fields["sealed"]), shared.area, limit=10_000)
        for word in ("brother", "mill", "tomorrow"):
            assert word not in texts
    shared.close()


def everything_written(session) -> str:
    """Every value of every table, the search index with its words too."""
    raw = session.connection().connection.driver_connection
    names = [name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return "\n".join(repr(row) for name in names for row in raw.execute(f'SELECT * FROM "{name}"'))


def _age(text: object) -> bytes:
    return base64.b64decode(str(text))


def test_a_sensitive_note_is_for_the_focal_point_and_follows_the_role(shared: Workspace) -> None:
    def noted(into: Workspace) -> str:
        draft = recording.new(into, SensitiveNote)
        return recording.save(into, filled(draft, {"type": "urgent_danger", "month": "2026-10"})).id

    def read(opened: Workspace) -> list[dict[str, object]]:
        return [flat(line.record) for line in recording.lines(opened, recording.Query("sensitive_note"))]

    said = {"type": "urgent_danger", "month": "2026-10"}
    noted(shared)
    assert read(shared) == [said]
    boris = team.find(shared, "Boris").id
    team.set_role(shared, boris, "focal_point")
    shared = as_(shared, AMINA)
    noted(shared)
    assert read(shared) == [{}, {}]
    shared = as_(shared, BORIS)
    assert read(shared) == [said, said]
    shared = as_(shared, PASSPHRASE)
    assert read(shared) == [{}, {}]
    with shared.reading() as session:
        assert "urgent_danger" not in "".join(
            row for row in everything_written(session).splitlines() if "sensitive_note" in row
        )
    shared.close()
    assert FOCAL_POINT == SensitiveNote.SEALED_FOR


def test_roles_decide_and_say_whom_to_ask(shared: Workspace) -> None:
    shared = as_(shared, BORIS)
    boris = shared.profile.id
    for forbidden in (
        lambda: team.add(shared, "X", "editor", passphrase="long enough for it"),
        lambda: team.set_role(shared, boris, "keeper"),
        lambda: team.remove(shared, boris),
        lambda: team.rename(shared, shared.team.founder, "Y"),
        lambda: shared.describe(Organisation("Z")),
        lambda: make_call(shared, Call("", "", Period.parse("2026-07..2026-09"))),
    ):
        with pytest.raises(NotAllowedError) as caught:
            forbidden()
        assert "Samira B." in caught.value.sentence()
    assert team.rename(shared, boris, "Boris  K.").name == shared.profile.name == "Boris K."
    assert [verb for verb in Verb if may("editor", verb)] == [Verb.WRITE, Verb.COMMENT]
    assert not any(may("role of a newer program", verb) for verb in Verb)
    shared = as_(shared, PASSPHRASE)
    assert all(shared.allows(verb) for verb in Verb)
    with pytest.raises(team.RoleUnknownError):
        team.set_role(shared, boris, "king")
    with pytest.raises(team.NameMissingError):
        team.rename(shared, boris, "AMINA")
    with pytest.raises(PassphraseTakenError):
        team.add(shared, "Dora", "editor", passphrase=AMINA, cost=FLOOR)
    shared.close()


def test_who_is_let_go_opens_nothing_more_and_leaves_everything_written(shared: Workspace) -> None:
    shared = as_(shared, BORIS)
    record, boris = log_activity(shared), shared.profile.id
    keys = slots.keys_path(shared.path)
    shutil.copy(keys, keys.with_suffix(".before"))
    shared = as_(shared, PASSPHRASE)
    with pytest.raises(team.LastKeeperError):
        team.remove(shared, shared.profile.id)
    with pytest.raises(team.LastKeeperError):
        team.set_role(shared, shared.profile.id, "editor")
    team.remove(shared, boris)
    assert recording.open_draft(shared, Activity, record).record.title
    assert shared.team.find(versions.history(shared, record)[0].by).name == "Boris"
    team.set_role(shared, team.find(shared, "amina").id, "keeper")
    founder = shared.profile.id
    shared = as_(shared, AMINA)
    team.remove(shared, founder)
    shared.close()
    for gone in (BORIS, PASSPHRASE):
        with pytest.raises(WrongPassphraseError):
            workspace.open_existing(shared.path, gone)
    shutil.copy(keys.with_suffix(".before"), keys)
    with pytest.raises(ProfileGoneError):
        workspace.open_existing(shared.path, BORIS)


def test_a_changed_passphrase_keeps_the_private_area_the_founders_too(shared: Workspace) -> None:
    for old, new in ((PASSPHRASE, "a new road of stones"), (AMINA, "three blue paper cups")):
        shared = as_(shared, old)
        note = recording.save(shared, recording.new(shared, Note, text=SECRET)).id
        with pytest.raises(WrongPassphraseError):
            team.change_passphrase(shared, BORIS, new="what nobody may do", cost=FLOOR)
        with pytest.raises(PassphraseTakenError):
            team.change_passphrase(shared, old, new=BORIS, cost=FLOOR)
        team.change_passphrase(shared, old, new=new, cost=FLOOR)
        shared = as_(shared, new)
        assert recording.open_draft(shared, Note, note).record.text == SECRET
    kinds = [slot["kind"] for slot in slot_file.read(slots.keys_path(shared.path))]
    assert kinds == ["profile", "profile", "profile"]
    shared.close()


def test_a_workspace_opened_without_a_passphrase_keeps_its_private_areas_closed(shared: Workspace) -> None:
    note = recording.save(shared, recording.new(shared, Note, text=SECRET)).id
    key = slots.unlock(shared.path, PASSPHRASE).raw
    shared.close()
    recovered = Workspace(shared.path, database.open_existing(shared.path, key), workspace.Origin())
    assert recovered.profile.name == "Samira B."
    with pytest.raises(areas.AreaClosedError):
        recording.open_draft(recovered, Note, note)
    recovered.close()
