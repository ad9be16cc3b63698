"""An attacker with a solver: what is printed as equations, and for each withheld number its least and most."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from itertools import product

import highspy

from app.domain.terms import Count
from app.privacy.suppression import TOTAL

Terms = Mapping[Hashable, int]


class Attacker:
    """Collects what is known of numbers of people, none of which is less than 0, and works out what must follow."""

    def __init__(self) -> None:
        self._at: dict[Hashable, int] = {}
        self._known: dict[Hashable, int] = {}
        self._equations: list[tuple[Terms, int]] = []

    def reads(self, name: Hashable, count: Count) -> None:
        """A number stands in print, or stands there as withheld."""
        if count.value is not None:
            self._known[name] = count.value
        elif count.withheld:
            self._index(name)

    def knows(self, equation: Terms, value: int = 0) -> None:
        """These numbers, each times its factor, give this together."""
        self._equations.append((equation, value))

    def intervals(self, names: Iterable[Hashable], *, whole: bool = False) -> dict[Hashable, tuple[float, float]]:
        """For each name the least and the most it can be; as whole numbers if asked for, which takes longer."""
        solver = self._solver(whole=whole)
        found = {}
        for name in names:
            if name in self._known:
                continue
            at = self._index(name)
            found[name] = (self._end(solver, at, 1), self._end(solver, at, -1))
        return found

    def _index(self, name: Hashable) -> int:
        return self._at.setdefault(name, len(self._at))

    def _solver(self, *, whole: bool) -> highspy.Highs:
        rows = []
        for terms, value in self._equations:
            left = value - sum(factor * self._known[name] for name, factor in terms.items() if name in self._known)
            open_terms = {self._index(name): factor for name, factor in terms.items() if name not in self._known}
            if open_terms:
                rows.append((open_terms, left))
            else:
                assert left == 0, "what is printed contradicts itself"
        solver = highspy.Highs()
        solver.silent()
        solver.setOptionValue("presolve", "off")
        for _name in self._at:
            solver.addVar(0, highspy.kHighsInf)
        for terms, left in rows:
            solver.addRow(left, left, len(terms), list(terms), list(map(float, terms.values())))
        if whole:
            for at in range(len(self._at)):
                solver.changeColIntegrality(at, highspy.HighsVarType.kInteger)
        return solver

    def _end(self, solver: highspy.Highs, at: int, direction: int) -> float:
        solver.changeColCost(at, float(direction))
        solver.run()
        if solver.getModelStatus() == highspy.HighsModelStatus.kUnknown:
            solver.clearSolver()
            solver.run()
        status, reached = solver.getModelStatus(), solver.getInfo().objective_function_value
        solver.changeColCost(at, 0.0)
        if status in (highspy.HighsModelStatus.kUnbounded, highspy.HighsModelStatus.kUnboundedOrInfeasible):
            return float("inf")
        assert status == highspy.HighsModelStatus.kOptimal, status
        return direction * round(reached, 6)


def narrow(intervals: Mapping[Hashable, tuple[float, float]], smallest: int) -> dict[Hashable, tuple[float, float]]:
    """The numbers of which the attacker knows more than anybody may."""
    return {name: ends for name, ends in intervals.items() if ends[1] - ends[0] < smallest}


def read_table(attacker: Attacker, printed: Mapping[tuple[str, ...], Count], prefix: str = "") -> None:
    """Every number of a table, and that its totals are totals."""
    for key, count in printed.items():
        attacker.reads((prefix, key), count)
    names = [sorted({key[axis] for key in printed}) for axis in range(len(next(iter(printed))))]
    for axis, categories in enumerate(names):
        for rest in product(*(names[:axis] + names[axis + 1 :])):
            line = {category: (*rest[:axis], category, *rest[axis:]) for category in categories}
            asked = {category: key for category, key in line.items() if not printed[key].not_asked}
            if TOTAL in asked:
                attacker.knows({(prefix, key): -1 if category == TOTAL else 1 for category, key in asked.items()})
