"""Lists of a large picture: some organisations at a time, one organisation alone, or none of them in a document."""

from __future__ import annotations

from pathlib import Path

from app.domain.once import told_once
from app.domain.picture.editions import Edition
from app.domain.picture.figures import About, Figure, told_of
from app.domain.shared import Picture
from app.domain.terms import Period
from app.services.opening.workspace import Workspace
from app.services.picturing import listing, national
from app.services.picturing.listing import List
from tests.making import make_workspace
from tests.services.picturing.test_outlining import OWNERS, QUARTER, YEAR, do

FIGURES = (
    *("objective:15", "reach:15", "views:15", "voices:4", "idle:15", "month:2026-08", "within:", "kind:ST-LOC"),
    *("entries:need_offer", "all"),
)


def told_by_three(folder: Path) -> Workspace:
    """A coordinator who counts what three organisations told."""
    hub = make_workspace(folder, "Ministry", coordinator=True)
    for number in (0, 2, 4):
        do(hub, folder, ("receive", number))
    do(hub, folder, ("accept all",))
    return hub


def told(shown: Picture) -> list[str]:
    return [one.organisation.id for name in List for one in getattr(shown, name.value)]


def test_a_large_picture_is_read_organisation_by_organisation_and_its_documents_have_the_figures_alone(
    tmp_path: Path,
) -> None:
    hub = told_by_three(tmp_path)
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


def test_from_what_a_figure_is_made_is_the_same_whether_entries_are_held_or_read(tmp_path: Path) -> None:
    hub = told_by_three(tmp_path)
    whole, large = national.picture(hub, QUARTER), national.picture(hub, QUARTER, held=0)
    assert [one.entry for one in told_of(large, Figure(About.ORGANISATION, OWNERS[1]))] == [
        one.entry for name in List for one in getattr(whole, name.value) if one.organisation.id == OWNERS[1]
    ]
    assert list(told_of(large, Figure(About.ORGANISATION, "nobody"))) == []
    for name in FIGURES:
        figure = Figure.parse(name)
        assert [*told_of(large, figure)] == [*told_of(whole, figure)], "the same entries, read instead of held"
    assert [*told_once(large)] == [*told_once(whole)]
    assert len([*told_once(whole)]) == whole.activities_once
    of_all, _end = listing.stretch(Edition(large, asked=("10.7.1",)), 0)
    of_some, _end = listing.stretch(Edition(large, asked=("10.7.1",)), 0, most=1)
    assert (of_all.asked, of_some.asked) == (("10.7.1",), ()), "some organisations cannot say that nobody told it"
    hub.close()


def test_a_period_in_which_nobody_told_anything_has_no_stretch(tmp_path: Path) -> None:
    hub = make_workspace(tmp_path, "Ministry", coordinator=True)
    shown = national.picture(hub, Period.parse("2020-01..2020-02"), held=-1)
    some, end = listing.stretch(Edition(shown), 0)
    assert (told(some.picture), end) == ([], 0)
    hub.close()
