"""Key changes: only the old key can name the new one, and what is made of many depends on the set alone."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.vault.identity import OrganisationKeys
from app.vault.key_change import KeyChange, Line, first_of, line_from, read, sign_change

FIRST, SECOND, THIEF = (
    OrganisationKeys.from_seed(f"the {name} key of them".encode()) for name in ("one", "two", "bad")
)
CHANGE = sign_change(FIRST, "org", SECOND.public.signing, "2026-11-27")


def test_only_what_the_old_key_signed_word_for_word_is_true() -> None:
    assert CHANGE.is_true
    stolen = sign_change(THIEF, "org", SECOND.public.signing, "2026-11-27")
    for false in (
        replace(CHANGE, organisation="other"),
        replace(CHANGE, new=THIEF.public.signing.hex()),
        replace(CHANGE, day="2026-11-28"),
        replace(CHANGE, day="2026-11-2"),
        replace(CHANGE, old=THIEF.public.signing.hex()),
        replace(CHANGE, signature="00" * 64),
        replace(CHANGE, signature="not hexadecimal"),
        replace(CHANGE, old="01" + "00" * 31),
        replace(stolen, old=CHANGE.old),
        sign_change(FIRST, "org", FIRST.public.signing, "2026-11-27"),
    ):
        assert not false.is_true


def test_a_foreign_list_is_read_as_far_as_it_is_true_and_says_whether_all_of_it_is() -> None:
    plain = CHANGE.as_dict()
    assert read(None) == ((), True)
    assert read([plain]) == ((CHANGE,), True)
    for strange in ("x", {}, [plain, 3], [plain, {**plain, "new": 7}], [plain, {**plain, "old": CHANGE.old.upper()}]):
        assert read(strange) == ((CHANGE,) if isinstance(strange, list) else (), False)
    assert read([plain] * 65)[1] is False, "nobody makes us check without end"


PAIRS = st.lists(st.tuples(st.sampled_from("abcde"), st.sampled_from("abcde")), max_size=8)


@given(PAIRS, st.randoms(use_true_random=False))
def test_a_line_depends_on_the_set_of_changes_and_ends_always(
    pairs: list[tuple[str, str]], chance: random.Random
) -> None:
    changes = [KeyChange("org", old, new, "", "") for old, new in pairs if old != new]
    mixed = changes * 2
    chance.shuffle(mixed)
    line = line_from("a", changes)
    assert line == line_from("a", mixed)
    assert len(set(line.keys)) == len(line.keys)
    assert first_of(line.keys[-1], changes) == first_of(line.keys[-1], mixed)
    for before, after in zip(line.keys, line.keys[1:], strict=False):
        assert {one.new for one in changes if one.old == before} - set(line.keys[: line.keys.index(after)]) == {after}


def test_a_line_goes_on_over_several_changes_and_stops_where_it_is_torn() -> None:
    changes = [KeyChange("org", *pair, "", "") for pair in (("a", "b"), ("b", "c"), ("c", "a"), ("x", "y"))]
    assert line_from("a", changes) == Line(("a", "b", "c"))
    assert line_from("b", changes) == Line(("b", "c", "a"))
    assert line_from("z", changes) == Line(("z",))
    assert first_of("y", changes) == "x"
    torn = [*changes, KeyChange("org", "b", "e", "", "")]
    assert line_from("a", torn) == Line(("a", "b"), is_torn=True)
