"""Lists of a large picture: some organisations at a time, one organisation alone, or none of them in a document."""

from __future__ import annotations

from pathlib import Path

from app.domain.picture.editions import Edition
from app.domain.shared import Picture
from app.domain.terms import Period
from app.services.picturing import listing, national
from app.services.picturing.listing import List
from tests.making import make_workspace
from tests.services.picturing.test_outlining import OWNERS, QUARTER, YEAR, do


def told(shown: Picture) -> list[str]:
    return [one.organisation.id for name in List for one in getattr(shown, name.value)]


def test_a_large_picture_is_read_organisation_by_organisation_and_its_documents_have_the_figures_alone(
    tmp_path: Path,
) -> None:
    hub = make_workspace(tmp_path, "Ministry", coordinator=True)
    for number in (0, 2, 4):
        do(hub, tmp_path, ("receive", number))
    do(hub, tmp_path, ("accept all",))
    whole, large = national.picture(hub, QUARTER), national.picture(hub, QUARTER, held=len(OWNERS))
    assert (whole.is_held, large.is_held) == (True, False)
    edition = Edition(large, before=national.picture(hub, YEAR, held=0))

    found, at, seen = [], 0, list[str]()
    while at < len(OWNERS):
        some, at = listing.stretch(edition, at, most=1)
        assert some.picture.is_held
        assert {*told(some.picture)} == {OWNERS[at - 1]}
        assert some.before is not None
        assert {*told(some.before)} == {OWNERS[at - 1]}
        assert some.picture.sums == whole.sums, "figures are of all"
        found += some.picture.activities
        seen += told(some.picture)
    assert tuple(found) == whole.activities
    assert sorted(seen) == sorted(told(whole))
    every, end = listing.stretch(edition, 0)
    assert (every.picture, end) == (whole, len(OWNERS))
    assert [one.entry for one in listing.of_organisation(large, OWNERS[1])] == [
        one.entry for name in List for one in getattr(whole, name.value) if one.organisation.id == OWNERS[1]
    ]
    assert list(listing.of_organisation(large, "nobody")) == []

    alone = listing.figures_alone(edition)
    assert (alone.picture.left_out, told(alone.picture)) == (len(told(whole)), [])
    assert alone.before is not None
    assert (alone.before.left_out > 0, told(alone.before)) == (True, [])
    assert listing.figures_alone(Edition(whole)) == Edition(whole)
    pages = national.drawn(hub, Edition(large), copy=national.Copy(national.pages.Form.WEB)).data.decode()
    assert f"Of {len(told(whole))} entries this report has the figures alone" in pages
    assert "Compendium of actions" not in pages
    assert "Annex" not in pages
    short = national.drawn(hub, whole, copy=national.Copy(national.pages.Form.WEB)).data.decode()
    assert "figures alone" not in short
    assert "Compendium of actions" in short
    hub.close()


def test_a_period_in_which_nobody_told_anything_has_no_stretch(tmp_path: Path) -> None:
    hub = make_workspace(tmp_path, "Ministry", coordinator=True)
    shown = national.picture(hub, Period.parse("2020-01..2020-02"), held=-1)
    some, end = listing.stretch(Edition(shown), 0)
    assert (told(some.picture), end) == ([], 0)
    hub.close()
