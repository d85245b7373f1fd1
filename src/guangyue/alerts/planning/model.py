"""求解模型: the problem as CP-SAT has it.

The same model with the same seed gives the same choice: the search has one thread, and ends by what it did,
not by the clock.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from guangyue.alerts.planning.options import PERIODS, Option, Problem
from guangyue.alerts.planning.requirements import Requirement, needed_of, units_of

EFFORT = 6.0  # deterministic seconds of the solver
GOOD_ENOUGH = 0.0001  # of the objective: then the search ends
SHARES = 1_000_000  # a lack is counted in so many parts of what is needed


@dataclass(frozen=True)
class Found:
    """找到的选择: by source what it does, what that comes to, and what no other goes below."""

    selected: Mapping[str, Option]
    objective: int
    bound: int

    @property
    def gap(self) -> float:
        return (self.objective - self.bound) / self.objective if self.objective else 0.0


@dataclass(frozen=True)
class Decision:
    """A variable: that a source does this."""

    code: str
    option: Option
    variable: cp_model.IntVar


@dataclass(frozen=True)
class Model:
    """Everybody's decisions, and what lacks of each requirement in its worst period."""

    of_solver: cp_model.CpModel
    decisions: Sequence[Decision]
    lacks: Sequence[cp_model.IntVar]
    seed: int

    @property
    def cost(self) -> cp_model.LinearExprT:
        return cp_model.LinearExpr.weighted_sum(
            [one.variable for one in self.decisions], [one.option.costs_in_all for one in self.decisions]
        )

    def minimised(self, objective: cp_model.LinearExprT, start: Found | None = None) -> Found | None:
        """From a choice that is known to do; None where there is no choice, or none was found."""
        if start:
            for one in self.decisions:
                self.of_solver.add_hint(one.variable, start.selected[one.code] == one.option)
        self.of_solver.minimize(objective)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = self.seed
        solver.parameters.max_deterministic_time = EFFORT
        solver.parameters.relative_gap_limit = GOOD_ENOUGH
        if solver.solve(self.of_solver) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return None
        selected = {one.code: one.option for one in self.decisions if solver.boolean_value(one.variable)}
        return Found(selected, round(solver.objective_value), round(solver.best_objective_bound))


def model_of(
    problem: Problem,
    requirements: Sequence[Requirement],
    offered: Mapping[str, Sequence[Option]],
    most_lack: int = 0,
) -> Model:
    """Each source does one of what is offered; up to `most_lack` shares of a requirement may lack."""
    model, decisions = cp_model.CpModel(), list[Decision]()
    for code, options in offered.items():
        own = [Decision(code, one, model.new_bool_var("")) for one in options]
        model.add_exactly_one(one.variable for one in own)
        decisions += own
    made = Model(
        model,
        decisions,
        [model.new_int_var(0, most_lack, one.name) for one in requirements],
        problem.seed,
    )
    _require(made, problem, requirements)
    return made


def _require(model: Model, problem: Problem, requirements: Sequence[Requirement]) -> None:
    """Each requirement in each of the periods."""
    saved = [units_of(one.option, requirements) for one in model.decisions]
    variables = [one.variable for one in model.decisions]
    asked = [one for one in zip(requirements, model.lacks, strict=True) for _ in PERIODS]
    for number, needed in enumerate(needed_of(problem, requirements)):
        requirement, lack = asked[number]
        weights = [*(units[number] for units in saved), -(-requirement.needed // SHARES)]
        model.of_solver.add(cp_model.LinearExpr.weighted_sum([*variables, lack], weights) >= needed)
