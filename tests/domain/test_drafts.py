"""Drafts: only what changed is written, and what a newer program wrote is never emptied."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.drafts import Draft
from app.domain.filling import filled
from app.domain.records import Activity, flat, unflat
from app.domain.terms import When

TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
WHENS = st.none() | st.builds(When, st.integers(1970, 2099), st.integers(1, 12), st.integers(0, 28))
ACTIVITIES = st.builds(
    Activity,
    id=st.just("r"),
    title=TEXTS,
    objectives=st.sets(st.integers(1, 30)).map(lambda found: tuple(sorted(found))),
    start=WHENS,
    end=WHENS,
    type=st.sampled_from(["", "monitoring", "a_code_of_tomorrow"]),
    summary=TEXTS,
    reach_women=st.none() | st.integers(0, 99),
    reach_total=st.none() | st.integers(0, 10**9),
    partners=st.sets(st.text("abcé ", min_size=1, max_size=5).map(str.strip).filter(bool)).map(
        lambda f: tuple(sorted(f))
    ),
    public_event=st.booleans(),
)


@given(ACTIVITIES)
def test_a_record_comes_back_from_its_flat_form_as_it_was(record: Activity) -> None:
    assert unflat(Activity, "r", flat(record)) == record


@given(ACTIVITIES, ACTIVITIES)
def test_applying_the_changes_to_what_was_gives_what_is(before: Activity, now: Activity) -> None:
    draft = Draft(now, before=flat(before), base={name: ("s",) for name in flat(before)})

    after = {**draft.before, **draft.changes()}

    assert unflat(Activity, "r", after) == now


def test_nothing_changed_means_nothing_to_write() -> None:
    record = Activity("r", title="x", objectives=(7,), public_event=True)

    assert Draft(record, before=flat(record)).changes() == {}


def test_an_entry_of_a_newer_program_is_left_alone() -> None:
    draft = Draft(Activity("r", title="y"), before={"title": "x", "colour": "green", "tags/z": True})

    assert draft.changes() == {"title": "y"}


def test_text_that_cannot_be_read_is_kept_as_typed_and_goes_once_it_can() -> None:
    draft = filled(Draft(Activity("r")), {"reach_women": "eleven", "start": "last spring"})

    assert draft.unread == {"reach_women": "eleven", "start": "last spring"}
    assert draft.record.reach_women is None

    mended = filled(draft, {"reach_women": "11", "start": "2026-04"})
    assert mended.unread == {}
    assert mended.record == replace(Activity("r"), reach_women=11, start=When(2026, 4))


def test_people_reached_are_the_total_else_the_sum_else_unknown() -> None:
    assert Activity(reach_women=11, reach_men=7).counted == 18
    assert Activity(reach_women=11, reach_total=30).counted == 30
    assert Activity().counted is None
    assert Activity(reach_total=0).counted == 0
