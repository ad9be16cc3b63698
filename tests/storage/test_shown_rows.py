"""What a record shows as a row: begun by one whole operation it is what the fold of that operation says."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from app.domain.fold import DELETED, Operation
from app.storage.shown_rows import Shown
from tests.domain.laws import histories


@given(histories())
def test_one_whole_operation_shows_what_the_long_way_shows(held: list[Operation]) -> None:
    for one in held:
        fields = {name: value for name, value in one.fields.items() if name != DELETED}
        whole = replace(one, stamp=one.stamp[:32], fields=fields, replaces={})
        assert Shown.begun(whole) == Shown.of([whole])
        assert Shown.begun(whole).columns() == Shown.of([whole]).columns()
