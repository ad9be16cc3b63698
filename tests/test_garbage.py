"""Whoever did not look for garbage meanwhile looks again afterwards, whatever happened; whoever never did, does not."""

from __future__ import annotations

import gc

import pytest

from app import garbage


def test_garbage_is_looked_for_again_afterwards_unless_it_was_not_before() -> None:
    with pytest.raises(KeyError), garbage.not_looked_for():
        assert not gc.isenabled()
        with garbage.not_looked_for():
            raise KeyError
    assert gc.isenabled()
    gc.disable()
    try:
        with garbage.not_looked_for():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()
