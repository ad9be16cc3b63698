"""The cost of guessing a passphrase: fitted to the machine, never below the floor."""

from __future__ import annotations

import pytest

from app.vault.cost import Cost, calibrate, derive


def machine(mebibytes_a_second: float):
    """How long a cost takes on a machine of this speed."""
    return lambda cost: cost.memory_kib / 1024 * cost.passes / mebibytes_a_second


def test_a_slow_machine_gets_the_floor():
    assert calibrate(0.5, measure=machine(10)) == Cost.floor()


def test_a_usual_machine_gets_memory_before_passes():
    assert calibrate(0.5, measure=machine(200)) == Cost(2 * 47_104, 1)
    assert calibrate(0.5, measure=machine(1_200)) == Cost(4 * 47_104, 3)


def test_a_very_fast_machine_stays_within_bounds():
    assert calibrate(0.5, measure=lambda _: 0.0) == Cost(4 * 47_104, 16)


def test_the_floor_is_46_mebibytes_and_one_pass():
    assert Cost.floor() == Cost(46 * 1024, 1, 1)
    assert Cost.floor().is_sane


@pytest.mark.parametrize(
    "cost",
    [
        Cost(46 * 1024 - 1, 1),
        Cost(46 * 1024, 0),
        Cost(46 * 1024, 1, 0),
        Cost(100 * 1024 * 1024, 1),
        Cost(46 * 1024, 1_000_000),
        Cost(46 * 1024, 1, 1_000),
        Cost(-1, -1, -1),
    ],
)
def test_a_cost_that_only_a_forged_file_asks_for_is_never_paid(cost):
    assert not cost.is_sane
    with pytest.raises(ValueError, match="bounds"):
        derive(b"secret", bytes(16), cost)


def test_a_real_derivation_stays_the_same_for_ever():
    known = "93813d79180d2d4a88d062e3f6edc26b3112c68b8ae56e56701501718b6673f6"
    assert derive(b"secret", bytes(16), Cost.floor()).hex() == known
