from __future__ import annotations

import pytest

from app.intake.guard import failures
from app.intake.guard.quarantine import Limits, Quarantine, run
from app.progress import Cancelled
from tests.intake import misbehaving


def test_what_the_child_reads_comes_back():
    assert run(misbehaving.good, "chad", returns=str) == "CHAD"


@pytest.mark.parametrize(
    ("reader", "error"),
    [
        (misbehaving.panic, failures.DamagedFileError),
        (misbehaving.abort, failures.ReaderStoppedError),
        (misbehaving.eat_memory, failures.TooMuchMemoryError),
        (misbehaving.number_as_promised_text, failures.DamagedFileError),
    ],
)
def test_harm_stays_in_the_child_and_becomes_one_sentence(reader, error):
    with Quarantine() as quarantine:
        with pytest.raises(error) as raised:
            quarantine.read(reader, returns=str)
        assert raised.value.sentence().endswith(".")
        assert quarantine.read(misbehaving.good, "next file", returns=str) == "NEXT FILE"


def test_a_reader_that_hangs_is_stopped():
    with Quarantine(Limits(seconds=0.3)) as quarantine, pytest.raises(failures.TookTooLongError):
        quarantine.read(misbehaving.hang, returns=int)


def test_cancelling_ends_the_child_and_says_so():
    def cancel(done: int, total: int) -> None:
        raise Cancelled

    with Quarantine() as quarantine:
        before = quarantine.read(misbehaving.who, returns=int)
        with pytest.raises(Cancelled):
            quarantine.read(misbehaving.hang, returns=int, progress=cancel)
        assert quarantine.read(misbehaving.who, returns=int) != before


def test_one_child_serves_many_files_until_it_is_harmed():
    with Quarantine() as quarantine:
        first = quarantine.read(misbehaving.who, returns=int)
        assert quarantine.read(misbehaving.who, returns=int) == first
        with pytest.raises(failures.ReaderStoppedError):
            quarantine.read(misbehaving.abort, returns=str)
        assert quarantine.read(misbehaving.who, returns=int) != first


def test_the_child_has_no_voice(capfd):
    assert run(misbehaving.noise, returns=str) == "quiet"
    assert capfd.readouterr() == ("", "")


def test_the_child_loads_neither_window_nor_database_nor_reports():
    heavy = {"PySide6", "sqlmodel", "sqlalchemy", "reportlab", "cryptography", "rapidfuzz"}
    assert not heavy.intersection(run(misbehaving.loaded, returns=list))
