"""Fault 3 of quality.md: bundles that were flipped, cut, zeroed or padded on their way."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from app.sync import archive
from app.sync.manifest import Purpose
from app.sync.reading import read
from app.sync.refusals import BundleError
from tests.sync.made import READER, entries_of, made

TRIES = 700
Mutation = Callable[[random.Random, bytes], bytes]


def flip(chance: random.Random, data: bytes) -> bytes:
    place = chance.randrange(len(data))
    return data[:place] + bytes([data[place] ^ (1 << chance.randrange(8))]) + data[place + 1 :]


def cut(chance: random.Random, data: bytes) -> bytes:
    return data[: chance.randrange(len(data))]


def cut_out(chance: random.Random, data: bytes) -> bytes:
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.randrange(1, 64) :]


def zero(chance: random.Random, data: bytes) -> bytes:
    start = chance.randrange(len(data))
    length = min(chance.randrange(1, 512), len(data) - start)
    return data[:start] + bytes(length) + data[start + length :]


def pad(chance: random.Random, data: bytes) -> bytes:
    place = chance.choice((0, len(data), chance.randrange(len(data))))
    return data[:place] + chance.randbytes(chance.randrange(1, 99)) + data[place:]


def was_taken(data: bytes) -> bool:
    try:
        read(data, purpose=Purpose.SUBMISSION, keys=READER)
    except BundleError:
        return False
    return True


@pytest.mark.parametrize("is_sealed", [False, True])
@pytest.mark.parametrize("mutation", [flip, cut, cut_out, zero, pad])
def test_no_changed_file_is_taken(mutation: Mutation, is_sealed: bool):
    chance = random.Random(f"{mutation.__name__} {is_sealed}")
    good = made(purpose=Purpose.SUBMISSION, is_sealed=is_sealed)
    mutants = [mutant for mutant in (mutation(chance, good) for _ in range(TRIES)) if mutant != good]
    assert len(mutants) > TRIES * 0.9
    assert [mutant for mutant in mutants if was_taken(mutant)] == []
    assert was_taken(good)


@pytest.mark.parametrize("is_sealed", [False, True])
@pytest.mark.parametrize("mutation", [flip, cut, cut_out, zero, pad])
def test_no_changed_entry_is_taken_in_an_archive_that_is_in_order(mutation: Mutation, is_sealed: bool):
    chance = random.Random(f"repacked {mutation.__name__} {is_sealed}")
    entries = entries_of(made(purpose=Purpose.SUBMISSION, is_sealed=is_sealed))
    for _ in range(TRIES // 2):
        name = chance.choice(list(entries))
        mutant = mutation(chance, entries[name])
        if mutant != entries[name]:
            assert not was_taken(archive.pack({**entries, name: mutant}.items())), name
