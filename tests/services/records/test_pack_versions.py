"""Every record tells with which version of the reference pack it was last written, on every laptop the same."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.compact import load
from app.domain.records import KINDS, Activity
from app.domain.stamps import Clock
from app.services.keeping import backup
from app.services.opening import pack_marks, workspace
from app.services.opening.workspace import Workspace
from app.services.records import erasing, pack_versions, recording, undoing, versions
from app.services.records.recording import RecordMissingError
from app.services.syncing import exchanging
from app.storage import decisions
from app.storage.decisions import Decision
from tests.laptops import alike, laptops, later, meet, sync
from tests.making import PASSPHRASE, log_activity, make_workspace

WRITERS = [f"{number:016x}" for number in range(1, 4)]
STEPS = st.lists(st.tuples(st.sampled_from(WRITERS), st.integers(0, 4), st.integers(0, 3)), max_size=30)


def use(opened: Workspace, version: str) -> None:
    """Open it, as it were, with a pack of this version."""
    opened._pack = replace(load(), version=version)  # noqa: SLF001 - a test takes another pack


def version(opened: Workspace, record: str) -> str:
    found = recording.open_draft(opened, recording.kind_of(opened, record), record).record
    return pack_versions.of_record(opened, found, "en").version


def marks(opened: Workspace) -> list[tuple[str, str]]:
    with opened.reading() as session:
        return [(one.subject, one.answer) for one in pack_marks.every(session)]


def edit(opened: Workspace, record: str, title: str) -> None:
    draft = recording.open_draft(opened, Activity, record)
    recording.save(opened, replace(draft, record=replace(draft.record, title=title)))


def test_a_record_keeps_the_version_of_its_last_write_and_each_step_its_own(tmp_path: Path) -> None:
    own = make_workspace(tmp_path)
    assert marks(own) == [], "nothing is written by opening alone"
    first, second = log_activity(own), log_activity(own, title="Second")
    use(own, "1.5.0")
    assert version(own, first) == version(own, second) == "1.4.0"
    assert marks(own)[0][1] == "1.4.0" and len(marks(own)) == 1
    edit(own, first, "Changed")
    assert (version(own, first), version(own, second)) == ("1.5.0", "1.4.0")
    assert [one.pack for one in versions.history(own, first)] == ["1.4.0", "1.5.0"]
    use(own, "1.6.0")
    undoing.undo(own, own.done.to_undo[-1])
    assert version(own, first) == "1.6.0", "an undo is a write of today"
    versions.revert(own, second, versions.history(own, second)[0].stamp)
    assert version(own, second) == "1.4.0", "what says the same already is not written"
    assert [said for _writer, said in marks(own)] == ["1.4.0", "1.5.0", "1.6.0"]
    recording.trash(own, second)
    erasing.erase(own, second, reason=erasing.Reason.MISTAKE)
    with pytest.raises(RecordMissingError):
        versions.history(own, second)
    own.close()


def test_an_import_and_whatever_else_takes_stamps_marks_once_and_before_them(tmp_path: Path) -> None:
    own = make_workspace(tmp_path)
    with own.writing() as session:
        stamps = own.stamps(session, 3)
        use(own, "1.5.0")
        more = own.stamps(session, 2)
        said = pack_marks.every(session)
    assert [pack_marks.version_at(said, one) for one in (*stamps, *more)] == ["1.4.0"] * 3 + ["1.5.0"] * 2
    assert sorted((*stamps, *more)) == [*stamps, *more] and len(said) == 2
    with pytest.raises(ZeroDivisionError), own.writing() as session:
        use(own, "1.6.0")
        own.next_stamps(session)
        raise ZeroDivisionError
    assert [answer for _writer, answer in marks(own)] == ["1.4.0", "1.5.0"], "what was not kept was not marked"
    assert version(own, log_activity(own)) == "1.6.0"
    own.close()


def test_a_backup_brought_back_tells_the_same_and_marks_what_its_new_writer_writes(tmp_path: Path) -> None:
    own = make_workspace(tmp_path)
    record = log_activity(own)
    use(own, "1.5.0")
    later_one = log_activity(own, title="Later")
    made = backup.make(own, tmp_path / "stick")
    again = workspace.open_existing(
        backup.restore(made.path, backup.place_for(made.path, tmp_path / "stick")), PASSPHRASE
    )
    assert (version(again, record), version(again, later_one)) == ("1.4.0", "1.5.0")
    fresh = log_activity(again, title="After")
    assert version(again, fresh) == "1.4.0", "the pack that this computer has"
    assert len({writer for writer, _said in marks(again)}) == 2
    again.close()
    own.close()


def test_laptops_with_different_packs_that_met_tell_the_same_version_of_every_record(tmp_path: Path) -> None:
    found = laptops(tmp_path, 3)
    chance, place, written = random.Random(5), tmp_path / "stick", [log_activity(found[0])]
    meet(place, *found)
    for step in range(14):
        one = chance.choice(found)
        later(one, minutes=step + 1)
        if chance.random() < 0.4:
            use(one, f"1.{chance.randint(4, 7)}.0")
        if chance.random() < 0.5:
            written.append(log_activity(one, title=f"Step {step}"))
        elif chance.random() < 0.5:
            sync(one, place)
        known = [record for record in written if _is_here(one, record)]
        edit(one, chance.choice(known), f"Changed {step}")
    meet(place, *found)
    assert alike(*found)
    told = [{record: version(one, record) for record in written} for one in found]
    assert told[0] == told[1] == told[2]
    assert len(set(told[0].values())) > 2 and "" not in told[0].values()
    steps = [{record: [s.pack for s in versions.history(one, record)] for record in written} for one in found]
    assert steps[0] == steps[1] == steps[2]
    lesson = exchanging.sync_now(found[0], exchanging.stores.every(found[0])[0])
    assert lesson.facts == (), "a mark is no news"


@given(STEPS, st.randoms())
def test_marks_say_of_every_stamp_the_version_its_writer_had_whatever_came_first(steps, chance) -> None:
    clocks = {writer: Clock(writer) for writer in WRITERS}
    said, using, wanted = [], {}, {}
    for writer, minor, waits in steps:
        pack = f"1.{minor}.0"
        clocks[writer] = clocks[writer].ticked(clocks[writer].last_ms + waits)
        if using.get(writer) != pack:
            said.append(Decision(clocks[writer].stamp(), writer, decisions.PACK, pack))
            using[writer] = pack
            clocks[writer] = clocks[writer].ticked(clocks[writer].last_ms)
        wanted[clocks[writer].stamp()] = pack
    twice = [*said, *said]
    chance.shuffle(twice)
    assert {stamp: pack_marks.version_at(twice, stamp) for stamp in wanted} == wanted
    assert pack_marks.version_at(twice, "f" * 16 + "9" * 16) == "", "a writer that never said"


def _is_here(opened: Workspace, record: str) -> bool:
    with opened.reading() as session:
        return bool(pack_versions.records.stamp_of(session, record))


def test_records_of_every_kind_can_be_asked() -> None:
    own_words = KINDS["activity"](id="x", sdg=("made up",), objectives=(7, 99), type="legal_support")
    assert {one for one in pack_versions._codes(own_words, load())} >= {  # noqa: SLF001 - of every field
        ("objectives", "objectives", "99"),
        ("type", "activity_types", "legal_support"),
    }
