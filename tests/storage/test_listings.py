"""Submissions kept so that no file is opened for them again: every kind of entry comes back as it was, in its order."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.shared import Submission, Withdrawal
from app.domain.terms import When
from app.storage import listings, projections
from app.storage.database import Database
from tests.sync.test_wire import ENTRIES, submission

BACK = (Withdrawal("w", "e", "record", When(2026, 9)),)
LISTED = st.builds(submission).flatmap(
    lambda plain: st.lists(ENTRIES, max_size=6).map(lambda told: replace(plain, entries=tuple(told), honoured=BACK))
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from("abc"), st.lists(LISTED, max_size=2).map(tuple)))
def test_what_is_listed_comes_back_as_it_was(kept: Database, said: dict[str, tuple[Submission, ...]]) -> None:
    with kept.writing() as session:
        listings.put(session, "said", {owner: (f"basis of {owner}", told) for owner, told in said.items()})
    with kept.reading() as session:
        found = list(listings.get(session, "said", said))
        assert [(owner, told) for owner, _basis, told in found] == sorted(said.items())
        assert all(
            basis == f"basis of {owner}" == projections.bases(session, "said")[owner] for owner, basis, _ in found
        )
        assert list(listings.get(session, "other")) == []
