"""Money that leaves: sums of at least three pieces of work, also when what is told is taken from the total."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as some

from app.domain.records import Resources
from app.domain.shared import Audience
from app.domain.terms import AMOUNT_WITHHELD, Amount
from app.privacy.border import Passage, resources_by_objective, total_resources

SOURCES = frozenset({"foundation"})


def passage(audience: Audience = Audience.COORDINATOR) -> Passage:
    return Passage(audience, audience.smallest, lambda identity: identity)


def spent(*pieces: tuple[int, int], currency: str = "EUR") -> tuple[list[Resources], dict[str, int]]:
    """Pieces of work as (objective, money), and which objective each names first."""
    kept = [
        Resources(id=f"r{at}", of=f"work{at}", spent=Decimal(money), currency=currency, source_type="foundation")
        for at, (_objective, money) in enumerate(pieces)
    ]
    return kept, {f"work{at}": objective for at, (objective, _money) in enumerate(pieces) if objective}


def by_objective(*pieces: tuple[int, int]) -> dict[int, Amount]:
    kept, first = spent(*pieces)
    made = resources_by_objective(kept, first, SOURCES, passage())
    return {next(iter(one.objectives), 0): one.spent for one in made}


def test_an_objective_of_three_pieces_is_told_and_the_others_are_withheld_together() -> None:
    three = [(4, 10), (4, 20), (4, 30)]
    assert by_objective(*three) == {4: Amount(Decimal(60))}
    assert by_objective(*three, (7, 5), (7, 6), (9, 1)) == {
        **{4: Amount(Decimal(60))},
        **{7: AMOUNT_WITHHELD, 9: AMOUNT_WITHHELD},
    }
    assert by_objective(*three, (0, 1), (0, 2), (0, 3)) == {4: Amount(Decimal(60)), 0: Amount(Decimal(6))}


def test_one_piece_that_stands_alone_takes_the_smallest_other_objective_with_it() -> None:
    three, four = [(4, 10), (4, 20), (4, 30)], [(15, 1), (15, 1), (15, 1), (15, 1)]
    assert by_objective(*three, *four, (9, 5)) == {4: AMOUNT_WITHHELD, 9: AMOUNT_WITHHELD, 15: Amount(Decimal(4))}
    assert by_objective(*three, (9, 5)) == {}, "where nothing can be told by objective, the total stands alone"


def test_several_entries_about_one_piece_are_one_piece_and_the_public_is_told_nothing() -> None:
    kept, first = spent((4, 10), (4, 20), (4, 30))
    again = [*kept[:2], Resources(id="x", of="work0", spent=Decimal(9), currency="EUR", source_type="foundation")]
    assert resources_by_objective(again, first, SOURCES, passage()) == ()
    assert resources_by_objective(kept, first, SOURCES, passage(Audience.PUBLIC)) == ()
    words, _first = spent((4, 1), (4, 1), (4, 1), currency="some words")
    assert resources_by_objective(words, first, SOURCES, passage()) == (), "no words leave as a currency"


@given(some.lists(some.tuples(some.integers(0, 4), some.integers(0, 99)), max_size=14))
def test_whoever_takes_what_is_told_from_the_total_learns_a_sum_of_three_pieces_or_nothing(
    pieces: list[tuple[int, int]],
) -> None:
    kept, first = spent(*pieces)
    told = by_objective(*pieces)
    total = total_resources(kept, SOURCES, passage())
    assert not told or total[0].spent.value is not None
    hidden = [objective for objective, _money in pieces if told and told[objective].withheld]
    assert len(hidden) == 0 or len(hidden) >= 3
    for objective, amount in told.items():
        own = [money for about, money in pieces if about == objective]
        assert amount.withheld or (len(own) >= 3 and amount.value == sum(own))
